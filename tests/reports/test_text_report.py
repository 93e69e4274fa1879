"""What a person reads in a terminal."""

import re
from collections.abc import Callable
from typing import Any

import pytest

import specvalidator as sv
from specvalidator.findings import Clause, Location
from specvalidator.places import WordPlace
from specvalidator.reports import RENDERERS, SHOWING_WAIVED, Style
from specvalidator.typesetting import width
from specvalidator.wording import Lang

Make = Callable[..., Any]


def test_a_finding_says_what_where_why_and_what_to_do(finding: Make, report: Make) -> None:
    text = sv.render([report(finding(message="考核比重不是百分比。", written="二成"))])
    assert text == (
        "不通过      拉面制作.docx · 拉面制作\n"
        "\n"
        "  错误  考核比重不是百分比。\n"
        "        位置  第1个表格第3行第4列\n"
        "        原文  二成\n"
        "        条款  附件2 五、考核比重\n"
        "              用百分比（%）表示。\n"
        "        建议  请增加5个百分点。\n"
        "        规则  weight-total\n"
        "\n"
        "每份考核规范另有1条只能由人核对，加 --verbose 列出。\n"
        "共1份文件：1份不通过；1个错误。\n"
    )


def test_english_labels_come_with_english_findings(finding: Make, report: Make) -> None:
    made = finding(message="A weight is no percentage.", suggestion="Write 20%.")
    text = sv.render([report(made)], lang="en")
    assert text.startswith("fail        拉面制作.docx · 拉面制作\n")
    assert "  error    A weight is no percentage.\n" in text
    assert "place     table 1, row 3, column 4\n" in text
    assert "advice    Write 20%.\n" in text
    assert text.endswith("1 document: 1 fail; 1 error.\n")


ORDER = [
    ({"kind": "fail", "severity": "error"}, "错误"),
    ({"kind": "fail", "severity": "warning"}, "警告"),
    ({"kind": "review", "severity": "note"}, "待核"),
    ({"kind": "fail", "severity": "note"}, "提示"),
]


def test_errors_come_first_then_warnings_reviews_and_notes(finding: Make, report: Make) -> None:
    made = [finding(**weight) for weight, _ in reversed(ORDER)]
    text = sv.render([report(*made)])
    assert re.findall(r"^  (\S\S)  ", text, re.MULTILINE) == [word for _, word in ORDER]


VERDICTS = [
    ([], "通过 "),
    ([{"kind": "fail", "severity": "warning"}], "通过 "),
    ([{"kind": "review", "severity": "note"}], "待人工核对 "),
    ([{"kind": "fail", "severity": "error"}], "不通过 "),
]


@pytest.mark.parametrize(("weights", "verdict"), VERDICTS)
def test_the_verdict_stands_at_the_top(
    finding: Make, report: Make, weights: list[dict[str, str]], verdict: str
) -> None:
    made = report(*(finding(**weight) for weight in weights))
    assert sv.render([made]).startswith(verdict)


def test_documents_that_pass_take_a_line_each(report: Make) -> None:
    text = sv.render([report(name="a.docx"), report(name="b.docx")])
    assert text.startswith("通过        a.docx · 拉面制作\n通过        b.docx · 拉面制作\n\n")


def test_the_summary_counts_documents_and_findings(
    finding: Make, report: Make, failure: Make
) -> None:
    bad = report(finding(), finding(), finding(severity="warning"), name="bad.docx")
    unsure = report(finding(kind="review", severity="note"), name="unsure.docx")
    text = sv.render([report(), bad, unsure], errors=[failure()])
    summary = "".join(text.splitlines()[-2:])
    assert summary == (
        "共4份文件：1份通过，1份不通过，1份待人工核对，1份无法读取；2个错误，1个警告，1处待核。"
    )


def test_the_summary_tells_files_from_the_documents_in_them(report: Make, failure: Make) -> None:
    three = [report(), report(index=1), report(name="b.docx")]
    text = sv.render(three, errors=[failure()])
    assert "共3个文件、4份材料：3份通过，1份无法读取。" in text
    english = sv.render(three, errors=[failure()], lang="en")
    assert "4 documents in 3 files: 3 pass, 1 unreadable." in english


def test_without_findings_the_summary_says_so(report: Make) -> None:
    assert sv.render([report()]).endswith("共1份文件：1份通过；没有发现问题。\n")


def test_of_files_that_could_not_be_read_nothing_is_claimed(failure: Make) -> None:
    text = sv.render([], errors=[failure()])
    assert "无法读取    locked.docx\n" in text
    assert "文件已加密，请去掉密码。" in text
    assert text.endswith("共1份文件：1份无法读取。\n")


def test_specifications_of_one_file_are_told_apart(report: Make) -> None:
    text = sv.render(
        [
            report(name="a.docx", index=0, subject="剪纸"),
            report(name="a.docx", index=1, subject="十字绣"),
            report(name="b.docx"),
        ]
    )
    assert "a.docx 第1份 · 剪纸\n" in text
    assert "a.docx 第2份 · 十字绣\n" in text
    assert "b.docx · 拉面制作\n" in text


BASES = [("must", ""), ("usually", "（一般要求）"), ("implied", "（推定，条文未明写）")]


@pytest.mark.parametrize(("basis", "said"), BASES)
def test_a_clause_says_how_strong_it_is(finding: Make, report: Make, basis: str, said: str) -> None:
    assert f"附件2 五、考核比重{said}\n" in sv.render([report(finding(basis=basis))])


def test_what_the_message_quotes_is_not_quoted_again(finding: Make, report: Make) -> None:
    text = sv.render([report(finding(message="“二成”不是百分比。", written="二成"))])
    assert "原文" not in text


def test_a_clause_is_quoted_once_in_a_document(finding: Make, report: Make) -> None:
    text = sv.render([report(finding(), finding(rule="missing-weight"))])
    assert text.count("附件2 五、考核比重") == 2
    assert text.count("用百分比（%）表示。") == 1


def test_a_long_clause_is_cut_unless_all_is_asked_for(finding: Make, report: Make) -> None:
    clause = Clause(id="long", where="附件2", text="专项职业能力考核规范编写要求，" * 20 + "完。")
    made = [report(finding(clause=clause))]
    assert "完。" not in sv.render(made)
    assert "…\n" in sv.render(made)
    assert "完。" in sv.render(made, style=Style(verbose=True))


def test_the_checklist_is_a_count_unless_all_is_asked_for(report: Make) -> None:
    assert "最小技能单元。" not in sv.render([report()])
    full = sv.render([report(), report(name="b.docx")], style=Style(verbose=True))
    assert full.count("最小技能单元。") == 1
    assert "须由专家判断。" in full


def test_all_includes_the_rules_that_passed_and_those_with_nothing_to_test(report: Make) -> None:
    full = sv.render([report(moot=("weight-total",))], style=Style(verbose=True))
    assert "missing-name, missing-weight" in full
    assert "weight-total" in full


def test_related_places_are_named(finding: Make, report: Make) -> None:
    other = Location(path="/name", place=WordPlace(block=1, paragraph=1, heading="一、定义"))
    assert "另见  “一、定义”下第1段\n" in sv.render([report(finding(related=(other,)))])
    english = sv.render([report(finding(related=(other, other)))], lang="en")
    assert "paragraph 1 under “一、定义”; paragraph 1 under “一、定义”" in " ".join(english.split())


def test_without_a_file_the_path_in_the_record_is_the_place(finding: Make, report: Make) -> None:
    made = finding(location=Location(path="/tasks/2/weight"))
    text = sv.render([report(made, source=None)])
    assert text.startswith("不通过      拉面制作\n")
    assert "位置  /tasks/2/weight\n" in text


HOSTILE = "\x1b[31m\u202e\u200b\x9b\n\r\x07"


def test_nothing_from_a_submission_reaches_the_terminal_unescaped(
    finding: Make, report: Make, failure: Make
) -> None:
    place = WordPlace(block=1, paragraph=1, heading=HOSTILE)
    made = finding(
        message=HOSTILE,
        suggestion=HOSTILE,
        location=Location(path="/name", place=place, written=HOSTILE + "!"),
    )
    text = sv.render([report(made, name=HOSTILE, subject=HOSTILE)], errors=[failure(HOSTILE)])
    assert not set(HOSTILE.replace("\n", "").replace("[31m", "")) & set(text)
    assert "\\u202e" in text


COLUMNS = [40, 60, 80, 100]


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_page(
    finding: Make, report: Make, failure: Make, columns: int, lang: Lang
) -> None:
    long = "运用和面机、案板、煮面炉等工具设备（含“燃气灶具”），在厨房内进行拉面制作的能力。" * 4
    made = finding(message=long, suggestion=long, written=long[:60] + "…")
    reports = [report(made, name="很长的文件名" * 9 + ".docx"), report()]
    style = Style(lang=lang, width=columns, verbose=True)
    text = sv.render(reports, errors=[failure()], style=style)
    assert max(map(width, text.splitlines())) <= columns


def test_there_is_no_colour_unless_asked_for(finding: Make, report: Make) -> None:
    assert "\x1b" not in sv.render([report(finding())])


def test_colour_changes_nothing_but_colour(finding: Make, report: Make, failure: Make) -> None:
    reports, errors = [report(finding(written="二成")), report()], [failure()]
    coloured = sv.render(reports, errors=errors, style=Style(colour=True))
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == sv.render(reports, errors=errors)


def test_lines_have_no_spaces_at_their_end(finding: Make, report: Make) -> None:
    lines = sv.render([report(finding()), report()], style=Style(verbose=True)).splitlines()
    assert all(line == line.rstrip() for line in lines)


def test_an_unknown_format_is_refused_with_the_known_ones(report: Make) -> None:
    with pytest.raises(ValueError, match="text, json"):
        sv.render([report()], "xml")


WAIVED = {"reason": "比重已获批准。", "approved_by": "考核科", "expires": "2026-12-31"}


def test_waived_findings_stand_last_and_are_not_counted(finding: Make, report: Make) -> None:
    made = report(finding(waived=WAIVED), finding(rule="tasks-few", severity="warning"))
    text = sv.render([made])
    assert text.startswith("通过 ")
    assert text.index("tasks-few") < text.index("1处已豁免\n") < text.index("weight-total")
    assert "      豁免  比重已获批准。（考核科批准，至2026-12-31）\n" in text
    assert text.endswith("共1份文件：1份通过；1个警告，1处已豁免。\n")


def test_what_is_let_pass_is_said_in_english_too(finding: Make, report: Make) -> None:
    text = sv.render([report(finding(waived=WAIVED))], lang="en")
    assert "(by 考核科, until 2026-12-31)\n" in text
    assert text.endswith("1 document: 1 pass; no findings, 1 waived.\n")


def test_an_expired_waiver_is_said_at_its_finding(finding: Make, report: Make) -> None:
    text = sv.render([report(finding(lapsed=WAIVED))])
    assert text.startswith("不通过 ")
    assert "        豁免  已于2026-12-31到期，重新计入。当时的理由：比重已获批准。\n" in text
    assert "已豁免" not in text


@pytest.mark.parametrize("name", sorted(set(RENDERERS) - SHOWING_WAIVED))
def test_other_formats_leave_out_what_is_let_pass(finding: Make, report: Make, name: str) -> None:
    waived = report(finding(waived=WAIVED), finding(rule="tasks-few", severity="warning"))
    text = sv.render([waived], name)
    assert text == sv.render([report(finding(rule="tasks-few", severity="warning"))], name)


def test_a_table_says_what_is_let_pass(finding: Make, report: Make) -> None:
    assert '"已豁免","weight-total"' in sv.render([report(finding(waived=WAIVED))], "csv")
