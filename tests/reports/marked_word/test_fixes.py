"""What --suggest writes as tracked changes: only mends that are certain, for the author to take."""

import io
import zipfile

import pytest
from lxml import etree

import specvalidator
from readers.word.word_files import (
    cell,
    control,
    docx,
    level,
    listed,
    numbered,
    paragraph,
    row,
    run,
    table,
)
from reports.marked_word.marks import (
    COLUMNS,
    DEFINITION,
    HEAD,
    TASKS,
    W,
    body,
    draft,
    marks,
    members,
    part,
    rows,
    signed,
    tasks,
)
from specvalidator import annotate

NAMED = "海带加工员"
PLAIN = (*TASKS[:2], ("（三）煮面", "1.软硬适中", "1.火候知识", "30"))


def changes(data: bytes) -> list[tuple[str, str]]:
    """Return our tracked changes: del or ins, and the words."""
    return [
        (each.tag.removeprefix(W), "".join(map(str, each.itertext())))
        for each in part(data).iter(W + "del", W + "ins")
        if each.get(W + "author") == "规范校验"
    ]


def rejected(data: bytes) -> bytes:
    """Return the file as it is when the author rejects our changes."""
    root = part(data)
    for each in list(root.iter(W + "ins")):
        if each.get(W + "author") == "规范校验":
            parent = each.getparent()
            assert parent is not None
            parent.remove(each)
    for text in root.iter(W + "delText"):
        text.tag = W + "t"
    for each in list(root.iter(W + "del")):
        if each.get(W + "author") == "规范校验":
            for kept in list(each):
                each.addprevious(kept)
            parent = each.getparent()
            assert parent is not None
            parent.remove(each)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members(data).items():
            written = etree.tostring(root) if name == "word/document.xml" else content
            archive.writestr(name, written)
    return stream.getvalue()


def accepted(data: bytes) -> bytes:
    """Return the file as it is when the author accepts our changes, by Word's own rules."""
    return signed(data, "作者")


def spoken(data: bytes) -> set[str]:
    return {finding.rule for report in specvalidator.validate(data) for finding in report.findings}


def named(name: str, definition: str = DEFINITION) -> str:
    """Return a specification that gives this name in its title, table and definition."""
    head = HEAD.replace("拉面制作", name).replace("4-03-02-02中式面点师", "")
    return body(
        title=paragraph(f"{name}专项职业能力考核规范"),
        definition=paragraph(definition),
        content=table(head, COLUMNS, rows()),
    )


def task_with(*items: str) -> str:
    steps = cell("".join(map(paragraph, items)))
    return body(
        content=table(HEAD, COLUMNS, rows(TASKS[:2]), row("（三）煮面", steps, "1.火候知识", "30%"))
    )


def numbered_tasks(*labels: str) -> str:
    named = zip(labels, ("和面", "拉面", "煮面"), TASKS, strict=True)
    return body(content=tasks(*((label + name, *task[1:]) for label, name, task in named)))


@pytest.mark.parametrize(
    ("content", "rule", "expected"),
    [
        pytest.param(
            body(content=tasks(*PLAIN)),
            "weight-not-percentage",
            [("ins", "%")],
            id="a weight without its sign",
        ),
        pytest.param(
            body(content=tasks(*TASKS[:2], (*TASKS[2][:3], "３０"))),
            "weight-not-percentage",
            [("ins", "%")],
            id="a weight in wide digits",
        ),
        pytest.param(
            named(NAMED),
            "job-title-suffix",
            [("del", "员"), ("del", "员")],
            id="a job title in title and table, so that both still agree",
        ),
        pytest.param(
            named(NAMED, f"{NAMED}——{DEFINITION}"),
            "job-title-suffix",
            [("del", "员"), ("del", "员"), ("del", "员")],
            id="a job title also before the definition",
        ),
        pytest.param(
            task_with("1.下锅", "1.点水", "2.软硬适中"),
            "steps-out-of-order",
            [("del", "1"), ("ins", "2"), ("del", "2"), ("ins", "3")],
            id="a number that is repeated in a cell",
        ),
        pytest.param(
            task_with("<w:r><w:t>1.下锅</w:t><w:br/><w:t>1.软硬适中</w:t></w:r>"),
            "steps-out-of-order",
            [("del", "1"), ("ins", "2")],
            id="items in one run, with a line break between",
        ),
        pytest.param(
            numbered_tasks("（一）", "（二）", "（二）"),
            "tasks-out-of-order",
            [("del", "二"), ("ins", "三")],
            id="a Chinese number of a task that is repeated",
        ),
        pytest.param(
            body().replace("一、定义", "一、定意"),
            "misprinted-label",
            [("del", "意"), ("ins", "义")],
            id="a misprinted heading: only the wrong letter",
        ),
    ],
)
def test_a_certain_mend_is_written_and_takes_the_finding_away(
    content: str, rule: str, expected: list[tuple[str, str]]
) -> None:
    data = draft(content)
    assert rule in spoken(data)
    copy = annotate(data, suggest=True)
    assert changes(copy) == expected
    assert rule not in spoken(accepted(copy))
    assert spoken(accepted(copy)) < spoken(data)
    assert spoken(copy) == spoken(data)
    [mark] = [each for each in marks(copy) if each.rule == rule]
    assert "改法已写成修订（" in mark.text
    assert mark.text.endswith("），请在“审阅”中接受或拒绝。")
    assert all(f"“{words}”" in mark.text for _, words in expected)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(
            numbered_tasks("（一）", "（二）", "（四）"),
            "tasks-out-of-order",
            id="a task may be missing where its number is",
        ),
        pytest.param(
            numbered_tasks("（一）", "（三）", "（二）"),
            "tasks-out-of-order",
            id="tasks in another order: rows or numbers may be wrong",
        ),
        pytest.param(
            task_with("1.下锅", "3.软硬适中"),
            "steps-out-of-order",
            id="an item may be missing where its number is",
        ),
        pytest.param(
            task_with("2.下锅", "3.点水"), "steps-out-of-order", id="the first item may be missing"
        ),
        pytest.param(
            body(content=tasks(*TASKS[:2], (*TASKS[2][:3], "适量"))),
            "weight-not-percentage",
            id="a weight that is no number",
        ),
        pytest.param(
            body(content=tasks(*((*task[:3], w) for task, w in zip(TASKS, "532", strict=True))))
            .replace(">5<", ">0.5<")
            .replace(">3<", ">0.3<")
            .replace(">2<", ">0.2<"),
            "weight-not-percentage",
            id="fractions: 0.5 % would be another weight",
        ),
        *(
            pytest.param(
                body(content=tasks(*TASKS[:2], (*TASKS[2][:3], weight))),
                "weight-not-percentage",
                id=f"{weight}: {why}",
            )
            for weight, why in (
                ("0.3", "a share of one among percentages"),
                ("1", "all, or one percent"),
                ("130", "more than all"),
            )
        ),
        pytest.param(
            named("茶艺师"), "occupation-as-name", id="an occupation needs another name altogether"
        ),
        pytest.param(
            named("网店美工"), "job-title-suffix", id="an ending that may be an ordinary word"
        ),
        pytest.param(
            body(content=tasks(*PLAIN)).replace(
                run("30"), f'<w:ins w:id="5" w:author="审稿">{run("30")}</w:ins>'
            ),
            "weight-not-percentage",
            id="words of another tracked change",
        ),
        pytest.param(
            body(content=tasks(*PLAIN)).replace(run("30"), control(run("30"))),
            "weight-not-percentage",
            id="the value of a control",
        ),
        pytest.param(
            body(content=tasks(*PLAIN)).replace(
                run("30"), f'<w:hyperlink w:anchor="x">{run("30")}</w:hyperlink>'
            ),
            "weight-not-percentage",
            id="a link",
        ),
    ],
)
def test_what_is_not_certain_gets_a_comment_only(content: str, rule: str) -> None:
    copy = annotate(draft(content), suggest=True)
    assert changes(copy) == []
    assert rule in {each.rule for each in marks(copy)}
    assert "写成修订" not in "".join(each.text for each in marks(copy))


def test_automatic_numbers_are_not_rewritten() -> None:
    steps = cell(numbered("下锅", level=0) + paragraph("3.软硬适中"))
    content = table(HEAD, COLUMNS, rows(TASKS[:2]), row("（三）煮面", steps, "1.火候", "30%"))
    data = docx(body(content=content), numbering=listed(level(0, "%1.")))
    assert "steps-out-of-order" in spoken(data)
    assert changes(annotate(data, suggest=True)) == []


def test_a_mend_that_brings_another_finding_is_not_written_and_holds_up_no_other() -> None:
    # 修鞋工 without 工 is 修鞋, which a person must compare with the occupation.
    content = named("修鞋工", DEFINITION).replace(rows(), rows(PLAIN))
    copy = annotate(draft(content), suggest=True)
    assert ("ins", "%") in changes(copy)
    assert "near-occupation-name" not in spoken(accepted(copy))


def test_rejecting_all_changes_gives_the_record_that_was_handed_in() -> None:
    content = named(NAMED).replace(rows(), rows(PLAIN)).replace("二、适用对象", "二、适用对像")
    data = draft(content)
    copy = annotate(data, suggest=True)
    assert len(changes(copy)) == 5
    before, after = specvalidator.read(data), specvalidator.read(rejected(copy))
    assert [each.model for each in before] == [each.model for each in after]
    assert spoken(rejected(copy)) == spoken(data)


def test_what_is_put_in_looks_like_what_it_replaces() -> None:
    looks = "<w:b/><w:sz w:val='30'/>"
    data = draft(body(content=tasks(*PLAIN)).replace(run("30"), run("30", looks)))
    insertion = next(part(annotate(data, suggest=True)).iter(W + "ins"))
    assert insertion.find(f"{W}r/{W}rPr/{W}b") is not None
    assert insertion.get(W + "date") is None


def test_without_the_option_nothing_is_changed() -> None:
    assert changes(annotate(draft(body(content=tasks(*PLAIN))))) == []


def test_changes_stand_inside_the_range_of_their_comment() -> None:
    copy = annotate(draft(body(content=tasks(*PLAIN))), suggest=True)
    [mark] = [each for each in marks(copy) if each.rule == "weight-not-percentage"]
    assert mark.words == "30%"
