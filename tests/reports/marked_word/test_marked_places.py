"""A comment covers the exact words, cell or heading, wherever these stand."""

import pytest

import specvalidator as sv
from readers.word.word_files import cell, control, docx, paragraph, row, run, table
from reports.marked_word.marks import (
    COLUMNS,
    HEAD,
    REQUIREMENTS,
    TASKS,
    body,
    draft,
    marked,
    marks,
    members,
    rows,
    tasks,
)
from specvalidator import annotate

UNSIGNED = (*TASKS[:2], (*TASKS[2][:3], "30"))
EXAM = "先进行理论知识考试，再现场操作，时间90分钟。"


def insertion(content: str) -> str:
    return f'<w:ins w:id="7" w:author="审稿">{content}</w:ins>'


def box(content: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def examined(runs: str) -> str:
    """Return a draft whose method of assessment is made of these runs."""
    return body(requirements=(*REQUIREMENTS[:5], paragraph(runs), *REQUIREMENTS[6:]))


def with_task(*cells: str) -> str:
    return body(content=table(HEAD, COLUMNS, rows(TASKS[:2]), row(*cells)))


def test_a_draft_without_findings_is_returned_as_it_is() -> None:
    data = draft(body())
    assert annotate(data) == data


@pytest.mark.parametrize(
    ("content", "rule", "words"),
    [
        pytest.param(
            body(title=paragraph("海带加工员专项职业能力考核规范")),
            "job-title-suffix",
            "员",
            id="the ending of a name in the title, not the same letter elsewhere",
        ),
        pytest.param(
            body(content=tasks(*UNSIGNED)), "weight-not-percentage", "30", id="a weight in a cell"
        ),
        pytest.param(
            examined(run(EXAM)), "separate-theory-exam", "理论知识考试", id="words in one run"
        ),
        pytest.param(
            examined(run("先进行理论") + run("知识", "<w:b/>") + run("考试，再现场操作90分钟。")),
            "separate-theory-exam",
            "理论知识考试",
            id="words over three runs of different looks",
        ),
        pytest.param(
            examined(insertion(run(EXAM))),
            "separate-theory-exam",
            "理论知识考试",
            id="words within a tracked insertion",
        ),
        pytest.param(
            examined(
                run("先进行理论")
                + "<w:del w:id='5' w:author='审稿'><w:r><w:delText>笔试</w:delText></w:r></w:del>"
                + insertion(run("知识考试，再现场操作90分钟。"))
            ),
            "separate-theory-exam",
            "理论笔试知识考试",
            id="words that begin before a deletion and end in an insertion",
        ),
        pytest.param(
            examined(control(run(EXAM))),
            "separate-theory-exam",
            "理论知识考试",
            id="words in a control for rich text",
        ),
        pytest.param(
            examined(run("说明：") + control(run(EXAM), "<w:text/>")),
            "separate-theory-exam",
            EXAM,
            id="a control that holds one value is covered whole",
        ),
        pytest.param(
            examined(f'<w:hyperlink w:anchor="x">{run(EXAM)}</w:hyperlink>'),
            "separate-theory-exam",
            "理论知识考试",
            id="words in a link",
        ),
        pytest.param(
            examined("<w:r><w:t>  先进行理论知识考试，再现场操作90分钟。 </w:t></w:r>"),
            "separate-theory-exam",
            "理论知识考试",
            id="a run with blanks that Word does not show",
        ),
        pytest.param(
            body(
                requirements=(
                    *REQUIREMENTS[:5],
                    "现场操作，时间90分钟。",
                    "另行组织理论知识考试。",
                    *REQUIREMENTS[6:],
                )
            ),
            "separate-theory-exam",
            "理论知识考试",
            id="words in the second paragraph of a section",
        ),
        pytest.param(
            with_task("（三）煮面", "1.软硬适中", "1.火候知识", cell("")),
            "missing-weight",
            "",
            id="an empty cell",
        ),
        pytest.param(
            with_task(
                "（三）煮面",
                "1.软硬适中",
                "1.火候知识",
                cell(
                    control(
                        paragraph(run("单击此处填写")),
                        "<w:showingPlcHdr/>",
                    )
                ),
            ),
            "missing-weight",
            "单击此处填写",
            id="a cell with a control that shows its placeholder",
        ),
        pytest.param(
            with_task("（三）煮面", "1.软硬适中", "1.火候知识", control(cell(paragraph("适量")))),
            "weight-not-percentage",
            "适量",
            id="a cell within a control",
        ),
        pytest.param(
            body(
                content=table(
                    HEAD,
                    COLUMNS,
                    rows(TASKS[:2]),
                    row(
                        cell("（三）煮面", '<w:vMerge w:val="restart"/>'),
                        "1.软硬适中",
                        cell("1.火候知识", '<w:vMerge w:val="restart"/>'),
                        cell("适量", '<w:vMerge w:val="restart"/>'),
                    ),
                    row(
                        cell("", "<w:vMerge/>"),
                        "2.盛碗",
                        cell("", "<w:vMerge/>"),
                        cell("", "<w:vMerge/>"),
                    ),
                )
            ),
            "weight-not-percentage",
            "适量",
            id="a cell merged downwards",
        ),
        pytest.param(
            body(content=table(row(cell(tasks(*UNSIGNED) + paragraph())))),
            "weight-not-percentage",
            "30",
            id="a table in a table",
        ),
        pytest.param(
            with_task("（三）煮面", "1.软硬适中\u3000", cell("1.火候" + "知识"), "三成"),
            "weight-not-percentage",
            "三成",
            id="a cell that follows one with a wide blank",
        ),
        pytest.param(
            with_task(
                "（三）煮面",
                cell(paragraph("1.下锅") + paragraph("3.软硬适中")),
                "1.火候知识",
                "30%",
            ),
            "steps-out-of-order",
            "3.软硬适中",
            id="an item with its number, in the second paragraph of a cell",
        ),
        pytest.param(
            with_task("（三）煮面", cell(paragraph() + paragraph()), "1.火候知识", "30%"),
            "incomplete-task",
            "\n",
            id="a cell of two empty paragraphs is covered whole",
        ),
        pytest.param(
            body(content=tasks(*TASKS[:2], (*TASKS[2][:3], "25%"))),
            "weight-total",
            "考核比重",
            id="a fault of a whole column at its head",
        ),
        pytest.param(
            body(applicants=""), "missing-applicants", "二、适用对象", id="a heading without text"
        ),
        pytest.param(
            body(definition=paragraph("把面拉好。")),
            "definition-off-format",
            "把面拉好。",
            id="a paragraph whose fault is what it lacks",
        ),
        pytest.param(
            body().replace("一、定义", "一、定意"),
            "misprinted-label",
            "定意",
            id="a misprint in the heading above the value",
        ),
        pytest.param(
            body(requirements=(*REQUIREMENTS[:5], "现场操作，时间60分钟，60分钟内70分以上合格。")),
            "wrong-pass-mark",
            "70",
            id="a number that stands there once",
        ),
        pytest.param(
            body(requirements=(*REQUIREMENTS[:5], "现场操作，时间70分钟，70分以上合格。")),
            "wrong-pass-mark",
            "现场操作，时间70分钟，70分以上合格。",
            id="of two equal numbers neither is pointed at",
        ),
    ],
)
def test_the_words_of_a_finding_are_covered(content: str, rule: str, words: str) -> None:
    assert marked(draft(content))[rule] == words


def test_a_paragraph_that_runs_on_into_the_next_is_covered_whole() -> None:
    gone = "<w:rPr><w:del w:id='3' w:author='审稿'/></w:rPr>"
    definition = paragraph(run("把面"), gone) + paragraph("拉好。")
    assert marked(draft(body(definition=definition)))["definition-off-format"] == "把面\n拉好。"


def test_a_text_box_is_covered_where_it_hangs() -> None:
    hung = paragraph(box(paragraph("海带加工员专项职业能力考核规范")) + run("（试行）"))
    copy = annotate(draft(body(title=hung)))
    [mark] = [each for each in marks(copy) if each.rule == "job-title-suffix"]
    assert mark.words.split("\n")[1] == "海带加工员专项职业能力考核规范"
    assert b"commentRange" not in members(copy)["word/document.xml"].split(b"<w:txbxContent>")[1]


def test_a_cell_that_ends_in_a_text_box_is_covered_with_the_box() -> None:
    steps = cell(paragraph(box(paragraph(" "))))
    copy = annotate(draft(with_task("（三）煮面", steps, "1.火候知识", "30%")))
    [mark] = [each for each in marks(copy) if each.rule == "incomplete-task"]
    assert mark.words.strip() == ""
    inside = members(copy)["word/document.xml"].split(b"<w:txbxContent>")[1:]
    assert all(b"comment" not in each.split(b"</w:txbxContent>")[0] for each in inside)


def test_several_findings_at_one_place_are_several_comments_the_gravest_first() -> None:
    both = [*REQUIREMENTS[:5], "先考理论知识考试，再现场操作。", *REQUIREMENTS[6:]]
    found = marks(annotate(draft(body(requirements=both))))
    assert [each.text[:4] for each in found] == ["【待核】", "【错误】"]
    empty = [*REQUIREMENTS[:5], "60分以上为合格。", *REQUIREMENTS[6:]]
    found = marks(annotate(draft(body(requirements=empty))))
    assert [each.rule for each in found] == ["duration-not-stated", "method-not-stated"]
    assert {each.words for each in found} == {"60分以上为合格。"}


def test_runs_that_are_cut_keep_their_look() -> None:
    looks = "<w:b/><w:sz w:val='30'/>"
    copy = annotate(draft(examined(run(EXAM, looks))))
    document = members(copy)["word/document.xml"].decode()
    inside = document.split("考评员构成")[1]
    for words in ("先进行", "理论知识考试", "，再现场操作"):
        assert looks.replace("'", '"') in inside.split(words)[0].rpartition("<w:r>")[2]


def test_a_comment_says_everything_that_is_needed() -> None:
    [mark] = marks(annotate(draft(body(content=tasks(*TASKS[:2], (*TASKS[2][:3], "25%"))))))
    lines = mark.text.split("\n")
    assert lines[0] == "【错误】各项工作任务的考核比重合计应为100%，现为95%，少5个百分点。"
    cells = [f"第1个表格“考核比重”栏，第{number}项任务" for number in (1, 2, 3)]
    assert lines[1] == "另见：" + "；".join(cells)
    assert lines[2].startswith(
        "条款：附件2 五、考核内容 考核比重（推定，条文未明写）：考核比重：根据"
    )
    assert lines[3].startswith("建议：各项考核比重合计为95%，请增加5个百分点")
    assert lines[4] == "规则：weight-total"


def test_a_collection_is_marked_in_each_of_its_specifications() -> None:
    second = body(title=paragraph("面点师专项职业能力考核规范")).replace("拉面制作", "面点师")
    data = draft(body(title=paragraph("海带加工员专项职业能力考核规范")) + second)
    words = [each.words for each in marks(annotate(data)) if each.rule == "job-title-suffix"]
    assert words == ["员", "师"]


def test_english_comments_are_english() -> None:
    data = docx(body(applicants=""))
    copy = annotate(data, lang="en")
    said = members(copy)["word/comments.xml"].decode()
    assert "[error] " in said
    assert "rule: missing-applicants" in said
    assert 'w:author="规范校验"' in said


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(run("运用面案制作拉面的能力。"), id="a run between paragraphs"),
        pytest.param("<w:hyperlink><w:r><w:t>拉面</w:t></w:r></w:hyperlink>", id="a link"),
        pytest.param("<w:strange/>", id="something unknown"),
        pytest.param(control(run("运用面案。")), id="a control with a bare run"),
    ],
)
def test_what_stands_in_no_paragraph_is_commented_on_at_the_nearest(content: str) -> None:
    data = draft(body(definition=content, requirements=(content, *REQUIREMENTS[2:])))
    rules = [finding.rule for report in sv.validate(data) for finding in report.findings]
    copy = annotate(data)
    assert rules
    assert sorted(each.rule for each in marks(copy)) == sorted(rules)
    assert [each.model for each in sv.read(copy)] == [each.model for each in sv.read(data)]


def test_a_body_without_any_paragraph_gets_one_for_its_comments() -> None:
    data = draft(
        "".join(run(each) + "<w:strange/>" for each in ("拉面专项职业能力考核规范", "定义"))
    )
    copy = annotate(data, kind="specification")
    assert marks(copy)
    assert not marks(copy)[0].words.strip()
