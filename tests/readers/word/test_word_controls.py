"""Content controls: a prompt is no value, what a program wrote is one, and bound data win."""

import pytest

from readers.word.word_files import (
    NAMES,
    cell,
    control,
    only,
    only_table,
    paragraph,
    parts,
    read,
    relations,
    row,
    run,
    style,
    table,
    zipped,
)
from specvalidator.document import Document
from specvalidator.readers import DEFAULT, read_document, recognise
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.reading import trace_word

FLAGGED = "<w:showingPlcHdr/>"
GREY = '<w:rStyle w:val="灰"/>'
STYLES = style("灰", kind="character").replace(
    'w:name w:val="灰"', 'w:name w:val="Placeholder Text"'
)
OWN = '<w:placeholder><w:docPart w:val="甲块"/></w:placeholder><w:showingPlcHdr/>'
STORE = "{0A0B0C0D-0000-4000-8000-000000000001}"
DATA = (
    '<f:form xmlns:f="urn:form"><f:unit kind="甲类">海角面点坊</f:unit>'
    "<f:day>2024-05-08T00:00:00</f:day><f:trade>2</f:trade><f:done>true</f:done><f:none/></f:form>"
)


def bound(path: str, more: str = "<w:text/>") -> str:
    return (
        f'<w:dataBinding w:prefixMappings="xmlns:x=\'urn:form\'" w:xpath="{path}"'
        f' w:storeItemID="{STORE}"/>{more}'
    )


def with_data(body: str) -> dict[str, str | bytes]:
    """Return a Word file with XML data, and a building block of its own."""
    custom = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    block = (
        '<w:docPart><w:docPartPr><w:name w:val="甲块"/></w:docPartPr>'
        f"<w:docPartBody>{paragraph('写全称')}</w:docPartBody></w:docPart>"
    )
    return {
        **parts(body, styles=STYLES),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"),
            ("customXml", "../customXml/item1.xml"),
            ("glossaryDocument", "glossary/document.xml"),
        ),
        "word/glossary/document.xml": (
            f"<w:glossaryDocument {NAMES}><w:docParts>{block}</w:docParts></w:glossaryDocument>"
        ),
        "customXml/item1.xml": DATA,
        "customXml/_rels/item1.xml.rels": relations(("customXmlProps", "itemProps1.xml")),
        "customXml/itemProps1.xml": f'<d:datastoreItem xmlns:d="{custom}" d:itemID="{STORE}"/>',
    }


def shown(inside: str) -> Document:
    return read_document(zipped(with_data(paragraph(inside))))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(control(run("甲公司"), FLAGGED), "甲公司", id="a value marked as a prompt"),
        pytest.param(control(run("甲公司"), OWN), "甲公司", id="one in place of the file's prompt"),
        pytest.param(
            control(run("甲公司", GREY), OWN), "甲公司", id="one that kept the look of the prompt"
        ),
        pytest.param(control(run("写全称", GREY), OWN), "", id="the file's own prompt"),
        pytest.param(
            control(run("单位全称，与公章一致", GREY), FLAGGED), "", id="prompt of a form"
        ),
        pytest.param(control(run("单击或点击此处输入文字。")), "", id="prompt of Word, not marked"),
        pytest.param(control(run("Click or tap here to enter text.")), "", id="in English"),
        pytest.param(control(run("アイテムを選択してください。")), "", id="in Japanese"),
        pytest.param(control(run("请点击此处填写单位名称")), "", id="of a template in Chinese"),
        pytest.param(control(run("点击率统计与选择性分析")), "点击率统计与选择性分析", id="a name"),
        pytest.param(control(run("旧"), bound("/x:form[1]/x:unit[1]")), "海角面点坊", id="bound"),
        pytest.param(control("", bound("/x:form/x:unit")), "海角面点坊", id="bound and empty"),
        pytest.param(
            control(run("旧"), bound("/x:form[1]/x:unit[1]/@kind")), "甲类", id="bound to a mark"
        ),
        pytest.param(
            control(run("旧"), bound("/x:form[1]/x:day[1]", "<w:date/>")), "2024年5月8日", id="date"
        ),
        pytest.param(
            control(
                run("旧"),
                bound(
                    "/x:form[1]/x:trade[1]",
                    '<w:dropDownList><w:listItem w:displayText="茶艺" w:value="2"/>'
                    "</w:dropDownList>",
                ),
            ),
            "茶艺",
            id="entry of a list",
        ),
        pytest.param(
            control(run("☐"), bound("/x:form[1]/x:done[1]", "<w14:checkbox/>")), "☒", id="check box"
        ),
        pytest.param(control(run("旧"), bound("/x:form[1]/x:none[1]")), "", id="bound to nothing"),
        pytest.param(control(run("留"), bound("/x:form[1]/x:gone[1]")), "留", id="no such data"),
        pytest.param(control(run("留"), bound("//x:unit")), "留", id="a path nobody follows"),
        pytest.param(
            control(run("海角") + run("面点坊"), bound("/x:form[1]/x:unit[1]")),
            "海角面点坊",
            id="copy in two runs",
        ),
    ],
)
def test_what_a_control_shows(inside: str, text: str) -> None:
    found = only(shown(inside))
    assert (found.text, found.unread) == (text, None)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(control(run("按通知填写", GREY), FLAGGED), id="in the look of a prompt"),
        pytest.param(control(run("海角面点坊", GREY), FLAGGED), id="perhaps filled by a program"),
    ],
)
def test_what_may_be_a_prompt_is_asked_about(inside: str) -> None:
    found = only(shown(run("单位：") + inside))
    assert (found.text, found.unread) == ("单位：", "field")


def test_a_control_around_a_cell_and_around_a_paragraph_shows_its_data() -> None:
    data = bound("/x:form[1]/x:unit[1]")
    around_cell = control(cell("旧"), data)
    around_paragraph = control(paragraph("旧"), data)
    body = table(row("单位", around_cell)) + around_paragraph

    document = read_document(zipped(with_data(body)))

    assert [each.text for each in only_table(document).cells] == ["单位", "海角面点坊"]
    assert document.blocks[1].text == "海角面点坊"  # type: ignore[union-attr]


def test_data_without_a_store_leave_the_copy() -> None:
    assert only(read(paragraph(control(run("留"), bound("/x:form[1]/x:unit[1]"))))).text == "留"


def test_a_traced_file_is_left_as_it_was() -> None:
    body = paragraph(
        control("", bound("/x:form[1]/x:unit[1]")) + control(run("单击此处输入文字。"))
    )
    traced = trace_word(Package(recognise(zipped(with_data(body))), DEFAULT))

    assert "".join(map(str, traced.body.itertext())) == "单击此处输入文字。"
    assert [passage.text for passage in traced.passages] == ["海角面点坊"]
