"""The Word form as an office sees it: what is printed, what asks to be filled in, what repeats."""

import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from specvalidator.forms import blank, write
from specvalidator.models import Kind, Specification
from specvalidator.models.base import Record
from specvalidator.models.specification import Item, Occupation, Requirements, Task

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(form: bytes) -> Document:
    return docx.Document(io.BytesIO(form))


def shown(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def prompts(document: Document) -> Iterator[str]:
    for control in document.element.body.iter(f"{W}sdt"):
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        yield shown(control)


def printed(document: Document) -> str:
    """Everything that is no prompt."""
    for control in list(document.element.body.iter(f"{W}sdt")):
        control.getparent().remove(control)
    return "\n".join(shown(p) for p in document.element.body.iter(f"{W}p"))


def test_the_blank_form_prints_the_words_of_the_notice() -> None:
    words = printed(opened(blank("specification"))).split()
    assert words == [
        "专项职业能力考核规范",
        *("一、定义", "二、适用对象", "三、考核内容"),
        *("能力名称：", "职业领域：", "工作任务", "操作规范", "相关知识", "考核比重"),
        *("%", "%", "%"),
        *("四、考核要求", "（一）申报条件", "（二）考评员构成"),
        *("（三）考核方式与考核时间", "（四）鉴定场地设备要求"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "运用……工具设备或材料，在……场所、环境或条件下进行……制作或提供……服务的能力",
        "达到法定劳动年龄、具有相应技能的劳动者均可申报",
        "按先后顺序列出",
        "60分以上（含60分）为合格",
        "考评员的数量、组成",
    ],
)
def test_the_blank_form_asks_in_the_words_of_the_notice(words: str) -> None:
    assert any(words in prompt for prompt in prompts(opened(blank("specification"))))


def test_a_filled_form_asks_only_for_what_the_record_lacks() -> None:
    record = Specification(
        name="拉面制作",
        definition="运用面粉制作拉面的能力。",
        applicants="求职的人员。",
        ability_name="拉面制作",
        occupation=Occupation(text="中式面点师"),
        tasks=(
            Task(
                number=1,
                name="和面",
                operations=(Item(number=1, text="加水"),),
                knowledge=(Item(number=1, text="面粉的种类"),),
                weight_text="100%",
            ),
        ),
        requirements=Requirements(
            eligibility="均可申报。", examiners="3名。", method_and_time="60分钟。"
        ),
    )
    assert list(prompts(opened(write(record)))) == ["实施考核所必备的场所和设备、工具。"]


def test_the_page_is_a4_and_numbered() -> None:
    section = opened(blank("specification")).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = section.footer._element.iter(f"{W}fldSimple")  # noqa: SLF001 - no fields in python-docx
    assert [field.get(f"{W}instr") for field in fields] == [" PAGE "]


def test_every_font_exists_on_windows_and_in_wps() -> None:
    with zipfile.ZipFile(io.BytesIO(blank("specification"))) as form:
        styles = docx.oxml.parse_xml(form.read("word/styles.xml"))
    named = {
        style.get(qn("w:styleId")): [
            fonts.get(qn("w:eastAsia")) for fonts in style.iter(f"{W}rFonts")
        ]
        for style in styles.iter(f"{W}style")
        if style.get(qn("w:styleId")) in {"Title", "Heading1", "Heading2", "BodyText", "Normal"}
    }
    assert named == {
        "Title": ["宋体"],
        "Heading1": ["黑体"],
        "Heading2": ["楷体"],
        "BodyText": ["仿宋"],
        "Normal": ["宋体"],
    }


def test_both_head_rows_repeat_on_every_page_and_no_other() -> None:
    (table,) = opened(blank("specification")).tables
    repeated = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]  # noqa: SLF001
    assert repeated == [True, True, False, False, False]


def test_a_short_row_stays_on_one_page_and_a_long_one_may_run_over() -> None:
    many = tuple(Item(number=number, text="检查工具设备是否清洁、完好") for number in range(1, 30))
    record = Specification(
        tasks=(Task(name="短", operations=many[:2]), Task(name="长", operations=many))
    )
    (table,) = opened(write(record)).tables
    kept = [row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows]  # noqa: SLF001
    assert kept[2:] == [True, False]


def test_the_columns_of_every_row_reach_the_same_right_edge() -> None:
    for columns in ((), ("weight",), ("task", "knowledge")):
        record = Specification(missing_columns=columns, tasks=(Task(name="和面"),))
        (table,) = opened(write(record)).tables
        widths = [
            sum(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row._tr.iter(f"{W}tc"))  # noqa: SLF001
            for row in table.rows
        ]
        assert len(set(widths)) == 1, columns


@pytest.mark.parametrize(
    "text",
    [
        "</w:t><w:r><w:t>假",
        "=1+1",
        "{ INCLUDETEXT file }",
        "&lt;&#65;&amp;",
        "%1. ${name} {{name}}",
        "\u202e反向",
    ],
)
def test_text_is_text_and_nothing_else(text: str) -> None:
    before = opened(write(Specification(definition="制作拉面的能力")))
    after = opened(write(Specification(definition=text)))
    assert [p.tag for p in after.element.body.iter()] == [p.tag for p in before.element.body.iter()]
    assert text in printed(after)


def test_what_xml_cannot_hold_is_left_out() -> None:
    form = opened(write(Specification(definition="制\x00作\x0b拉\ufffe面\ud800的能力\x1f")))
    assert "制作拉面的能力" in printed(form)


def test_the_same_record_gives_the_same_bytes() -> None:
    record = Specification(name="拉面制作")
    assert write(record) == write(record)


def test_the_form_says_nothing_about_who_or_what_made_it() -> None:
    with zipfile.ZipFile(io.BytesIO(blank("specification"))) as form:
        assert "docProps/thumbnail.jpeg" not in form.namelist()
        core = form.read("docProps/core.xml").decode()
        assert {info.date_time for info in form.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "python-docx" not in core
    assert "created" not in core


def test_a_weight_known_only_as_a_number_is_printed_as_a_percentage() -> None:
    record = Specification.model_validate({"tasks": [{"name": "和面", "weight": 33.3}]})
    assert "33.3%" in printed(opened(write(record)))


def test_a_record_without_a_form_is_refused() -> None:
    class Unknown(Record):
        """A record of no kind."""

    with pytest.raises(TypeError, match="Unknown"):
        write(Unknown())


@pytest.mark.parametrize("kind", ["dossier", "session"])
def test_a_kind_without_a_form_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueError, match=kind):
        blank(kind)
