"""The letter to an applicant, read back with a Markdown parser."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.findings import Clause, Content, Location
from specvalidator.places import WordPlace
from specvalidator.reports.markdown import escaped
from specvalidator.typesetting import flowed, visible

Make = Callable[..., Any]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(page: str) -> list[Token]:
    """All tokens, those within lines after the line that they are in."""
    return [inner for each in PARSER.parse(page) for inner in (each, *(each.children or ()))]


def _shown(page: str) -> str:
    return "".join(each.content for each in _tokens(page) if each.type == "text")


def _headings(page: str) -> list[str]:
    pairs = pairwise(PARSER.parse(page))
    return [inner.content for token, inner in pairs if token.type == "heading_open"]


def test_a_letter_can_be_sent_when_name_and_date_are_filled_in(finding: Make, report: Make) -> None:
    made = report(finding(message="考核比重不是百分比。", written="二成"))
    assert sv.render([made], "markdown") == (
        "# 关于“拉面制作”专项职业能力考核规范的退回意见\n"
        "\n"
        "（报送单位名称）：\n"
        "\n"
        "你单位报送的“拉面制作”专项职业能力考核规范（文件：拉面制作.docx）收悉。"
        "经对照威人社字〔2021〕5号文件逐条核对，有须修改的问题1处，现予退回。"
        "请按以下意见修改后重新报送。\n"
        "\n"
        "## 一、须修改的问题\n"
        "\n"
        "1. **考核比重不是百分比。**\n"
        "\n"
        "   - 位置：第1个表格第3行第4列\n"
        "   - 原文：二成\n"
        "   - 依据：附件2 五、考核比重\n"
        "   - 条文：用百分比（%）表示。\n"
        "   - 处理意见：请增加5个百分点。\n"
        "\n"
        "（审核单位名称）  \n"
        "　　　　年　　月　　日\n"
        "\n"
        "## 附：人工核对清单（供审核人员使用，不随意见发出）\n"
        "\n"
        "- [ ] **附件2 一、（一）**：最小技能单元。\n"
        "  （须由专家判断。）\n"
    )


GRAVE = [
    {"kind": "review", "severity": "note"},
    {"kind": "fail", "severity": "warning"},
    {"kind": "fail", "severity": "note"},
    {"kind": "fail", "severity": "error"},
]


def test_errors_come_first_and_points_are_numbered_throughout(finding: Make, report: Make) -> None:
    made = report(*(finding(**each, message=f"第{n}。") for n, each in enumerate(GRAVE)))
    page = sv.render([made], "markdown")
    assert _headings(page)[1:5] == [
        "一、须修改的问题",
        "二、建议修改的问题",
        "三、需核实的问题",
        "四、其他提示",
    ]
    assert re.findall(r"^(\d\.) \*\*第(\d)。\*\*$", page, re.MULTILINE) == [
        ("1.", "3"),
        ("2.", "1"),
        ("3.", "0"),
        ("4.", "2"),
    ]
    assert "须修改的问题1处、建议修改的问题1处、需核实的问题1处、其他提示1条" in page


OPENINGS = [
    ([GRAVE[3]], "退回意见", "现予退回"),
    ([GRAVE[0], GRAVE[1]], "核实意见", "将核实情况报回"),
    ([GRAVE[1]], "修改建议", "没有发现必须修改的问题"),
    ([], "审核意见", "可以逐条核对的要求，没有发现问题"),
]


@pytest.mark.parametrize(("found", "title", "said"), OPENINGS)
def test_only_a_document_that_fails_is_returned(
    finding: Make, report: Make, found: list[dict[str, str]], title: str, said: str
) -> None:
    page = sv.render([report(*(finding(**each) for each in found))], "markdown")
    assert _headings(page)[0].endswith(title)
    assert said in page
    assert ("退回" in page) == (title == "退回意见")


def test_an_application_is_answered_to_the_applicant(report: Make) -> None:
    made = report(kind="application", subject="潮汐职业学校", name="申请表.docx")
    lines = sv.render([made], "markdown").splitlines()
    assert lines[0] == "# 关于潮汐职业学校专项职业能力考点设立申请表的审核意见"
    assert lines[2] == "潮汐职业学校："
    assert lines[4].startswith("你单位报送的专项职业能力考点设立申请表（文件：申请表.docx）收悉。")


def test_a_clause_that_was_quoted_is_referred_to(finding: Make, report: Make) -> None:
    page = sv.render([report(finding(), finding(rule="missing-weight"))], "markdown")
    assert page.count("用百分比（%）表示。") == 1
    assert "   - 条文：同第1点\n" in page


def test_a_dossier_lists_what_was_received(report: Make) -> None:
    contents = (Content(name="照片/1.png", taken_for="图片"),)
    page = sv.render([report(kind="dossier", contents=contents)], "markdown")
    assert "收到的材料如下：\n\n- 照片/1.png：图片\n" in page


def test_letters_are_parted_and_files_that_were_not_read_come_last(
    report: Make, failure: Make
) -> None:
    page = sv.render([report(), report(name="b.docx")], "markdown", errors=[failure()])
    assert page.count("\n\n---\n\n# ") == 2
    assert page.endswith(
        "# 未能读取的文件\n\n以下文件未能读取，尚未审核：\n\n"
        "- **locked.docx**：文件已加密，请去掉密码。\n"
    )
    assert len([each for each in _tokens(page) if each.type == "hr"]) == 2


def test_the_letter_can_be_english(finding: Make, report: Make) -> None:
    made = report(finding(message="A weight is no percentage."), finding(**GRAVE[0]))
    page = sv.render([made], "markdown", lang="en")
    assert page.startswith(
        "# Returned for correction: assessment specification “拉面制作”\n\n"
        "To (name of the applicant):\n\n"
        "We have received the assessment specification “拉面制作” (file: 拉面制作.docx). "
        "Held against the notice 威人社字〔2021〕5号, clause by clause, it has "
        "1 point to be corrected, 1 point to be confirmed, and is returned. "
    )
    assert "1. **A weight is no percentage.**\n\n   - Place: table 1, row 3, column 4\n" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_is_shown_and_does_nothing(
    text: str, finding: Make, report: Make, failure: Make
) -> None:
    place = WordPlace(block=1, paragraph=1, heading=text, file=text)
    made = finding(
        message=f"message {text}",
        suggestion=text,
        location=Location(path="/name", place=place, written=text),
        clause=Clause(id="a", where=text, text=text),
    )
    contents = (Content(name=text, taken_for=text),)
    plain = finding(
        message="message x",
        suggestion="x",
        location=Location(
            path="/name", place=WordPlace(block=1, heading="x", file="x"), written="y"
        ),
        clause=Clause(id="a", where="x", text="x"),
    )
    page, usual = (
        sv.render(
            [report(a_finding, name=b, subject=b, contents=c)], "markdown", errors=[failure(b)]
        )
        for a_finding, b, c in (
            (made, text, contents),
            (plain, "x", (Content(name="x", taken_for="x"),)),
        )
    )
    kinds = [each.type for each in _tokens(page) if each.type not in ("text", "softbreak")]
    # What the message quotes is not quoted again; otherwise the letter is built alike.
    assert {*kinds} == {
        each.type for each in _tokens(usual) if each.type not in ("text", "softbreak")
    }
    assert visible(flowed(text)) in _shown(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    [opening, inline, closing] = PARSER.parse(escaped(text))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert [each.type for each in inline.children or ()] == ["text"]
    assert (inline.children or [])[0].content == visible(flowed(text))


@pytest.mark.parametrize("text", ["http://evil.example", "见www.evil.example", "HTTPS://e.example"])
def test_addresses_do_not_become_links_of_their_own_accord(text: str) -> None:
    assert not re.search(r"(?i)\bhttps?://|www\.", escaped(text))
