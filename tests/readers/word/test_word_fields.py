"""Fields: what they show of their own, what of a stored result counts, and what is asked about."""

import pytest

from readers.word.word_files import field, only, paragraph, read, run, texts

LIST = (
    '<w:ffData><w:ddList><w:result w:val="{}"/><w:listEntry w:val="请选择"/>'
    '<w:listEntry w:val="面点制作"/><w:listEntry w:val="茶艺"/></w:ddList></w:ffData>'
)
BOX = '<w:ffData><w:checkBox><w:checked w:val="{}"/></w:checkBox></w:ffData>'
DEFAULT = '<w:ffData><w:textInput><w:default w:val="单位全称"/></w:textInput></w:ffData>'
DIRTY = ' w:dirty="true"'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param(field("FORMDROPDOWN", form=LIST.format(1)), "面点制作", id="chosen entry"),
        pytest.param(field("FORMDROPDOWN", "", LIST.format(2)), "茶艺", id="with a separator"),
        pytest.param(
            field("FORMDROPDOWN", run("面点制作"), LIST.format(2)), "茶艺", id="stale result"
        ),
        pytest.param(field("FORMDROPDOWN", "", LIST.format(0)), "", id="entry that prompts"),
        pytest.param(field("FORMCHECKBOX", "", BOX.format(1)), "☑", id="check box"),
        pytest.param(field("FORMCHECKBOX", run("☐"), BOX.format(1)), "☑", id="stale check box"),
        pytest.param(field("FORMTEXT", run("甲公司"), DEFAULT), "甲公司", id="text that was typed"),
        pytest.param(field("FORMTEXT", "", "<w:ffData/>"), "", id="text that was not typed"),
        pytest.param(field("MERGEFIELD 单位", run("甲公司")), "甲公司", id="merged"),
        pytest.param(field("REF 单位", run("甲公司")), "甲公司", id="reference"),
        pytest.param(field("HYPERLINK x", run("链接")), "链接", id="link"),
        pytest.param(field("MACROBUTTON Macro 点击此处"), "", id="prompt of a button"),
        pytest.param(field("MACROBUTTON NoMacro [地址]"), "", id="bracketed prompt of a button"),
        pytest.param(field("MACROBUTTON NoMacro 甲公司"), "甲公司", id="words of a button"),
        pytest.param(field("GOTOBUTTON 书签 见附表"), "见附表", id="words that lead elsewhere"),
        pytest.param(field("PAGE", run("错误多")), "错误多", id="a result that begins with a word"),
        pytest.param(
            f'<w:fldSimple w:instr="MERGEFIELD 单位">{run("甲公司")}</w:fldSimple>',
            "甲公司",
            id="simple field",
        ),
        pytest.param(
            field("IF 1 = 1", field("REF a", run("甲公司"))), "甲公司", id="field inside a field"
        ),
        pytest.param(
            run("前") + field("SET a", run("藏")) + run("后"), "前后", id="a result nobody sees"
        ),
    ],
)
def test_what_a_field_shows_is_read(runs: str, text: str) -> None:
    found = only(read(paragraph(runs)))
    assert (found.text, found.unread) == (text, None)


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(field("REF 单位", run("错误!未找到引用源。")), id="error"),
        pytest.param(field("REF 单位", run("错误！未找到引用源。")), id="error of WPS"),
        pytest.param(field("INCLUDEPICTURE a.png", ""), id="picture that is not there"),
        pytest.param(field("REF a", run("Error! Reference source not found.")), id="in English"),
        pytest.param(field("REF a", run("Fehler! Verweisquelle konnte nicht.")), id="in German"),
        pytest.param(field("DOCPROPERTY a", run("錯誤! 未知的文件摘要名稱。")), id="in Taiwan"),
        pytest.param(field("REF 单位", run("甲公司"), more=DIRTY), id="to be updated"),
        pytest.param(field("REF 单位"), id="without a result"),
        pytest.param(field("MERGEFIELD 单位", run("«单位»")), id="not merged"),
        pytest.param(field("MERGEFIELD 单位", ""), id="merged with nothing"),
        pytest.param(field("FORMTEXT", form=DEFAULT), id="a default that may be shown"),
        pytest.param(
            f'<w:fldSimple w:instr="MERGEFIELD 单位">{run("«单位»")}</w:fldSimple>', id="simple"
        ),
        pytest.param(
            f'<w:fldSimple w:instr="REF 单位" w:dirty="1">{run("甲")}</w:fldSimple>', id="old"
        ),
    ],
)
def test_a_field_without_a_result_is_asked_about(runs: str) -> None:
    found = only(read(paragraph(run("单位：") + runs)))
    assert (found.text, found.unread) == ("单位：", "field")


@pytest.mark.parametrize("kind", ["SET 甲", "ASK 甲", "XE 甲", "TC 甲", "PRIVATE"])
def test_a_result_that_no_page_shows_is_hidden(kind: str) -> None:
    found = only(read(paragraph(field(f" {kind} ", run("藏")))))
    assert (found.text, found.hidden, found.unread) == ("", "藏", None)
    simple = f'<w:fldSimple w:instr="{kind}">{run("藏")}</w:fldSimple>'
    assert only(read(paragraph(simple))).text == ""


def test_a_silent_result_that_runs_on_is_hidden_to_its_end() -> None:
    begin = field("SET 甲", run("藏")).replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    document = read(paragraph(begin) + paragraph(run("也藏") + end + run("见")) + paragraph("见"))

    assert texts(document) == ["", "见", "见"]


def test_a_silent_field_that_never_ends_hides_one_paragraph_only() -> None:
    begin = field("SET 甲", run("藏")).replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")

    assert texts(read(paragraph(begin) + paragraph("见"))) == ["", "见"]


def test_an_error_that_was_pasted_as_text_is_no_text() -> None:
    found = only(read(paragraph("错误!未找到引用源。")))
    assert (found.text, found.unread) == ("", "field")
    assert only(read(paragraph("发现错误！立即停机。"))).text == "发现错误！立即停机。"
