"""The parts of an OFD: templates, annotations, seals, several documents, and names of all kinds."""

from collections.abc import Callable

import pytest

from readers.ofd.ofd_files import (
    OfdPage,
    element,
    entry,
    filled,
    image,
    ofd,
    packed,
    parts,
    text,
)
from readers.ofd.test_ofd_text import LINE, asked, hidden, texts, words
from specvalidator.document import Document
from specvalidator.places import PdfPlace
from specvalidator.readers import read_document

PAGE = OfdPage(text(LINE, 20, 40))
TEMPLATE = '<ofd:TemplatePage ID="40" BaseLoc="Tpls/T.xml"/>'
USE = '<ofd:Template TemplateID="40"{}/>'


def content(objects: str, before: str = "") -> str:
    """Return a page as a part."""
    layer = f'<ofd:Layer ID="5">{objects}</ofd:Layer>'
    return element("Page", f"{before}<ofd:Content>{layer}</ofd:Content>")


def with_template(objects: str, page: str, order: str = "") -> Document:
    return read_document(
        ofd(
            OfdPage(page, before=USE.format(order)),
            common=TEMPLATE,
            Doc_0__Tpls__T=content(objects),
        )
    )


def test_a_template_is_part_of_the_page() -> None:
    assert texts(with_template(text("附件2", 20, 30), text(LINE, 20, 40))) == ["附件2", LINE]


@pytest.mark.parametrize(
    ("order", "is_hidden"), [("", False), (' ZOrder="Foreground"', True)], ids=["behind", "before"]
)
def test_a_template_lies_behind_the_page_unless_it_says_otherwise(
    order: str,
    is_hidden: bool,  # noqa: FBT001 - as parametrised
) -> None:
    ground = filled((10, 30, 100, 20), "255 255 255")
    document = with_template(ground, text(LINE, 20, 40) + text("标题", 20, 20), order)
    assert hidden(document) == ([LINE] if is_hidden else [])


def test_a_template_that_uses_itself_ends() -> None:
    members = parts([OfdPage(text(LINE, 20, 40), before=USE.format(""))], common=TEMPLATE)
    members["Doc_0/Tpls/T.xml"] = content(text("附件2", 20, 30), USE.format(""))
    assert texts(read_document(packed({"OFD.xml": entry("Doc_0"), **members}))) == ["附件2", LINE]


def test_a_layer_of_the_background_lies_behind() -> None:
    layers = (
        f'<ofd:Layer ID="1" Type="Body">{text(LINE, 20, 40)}</ofd:Layer>'
        f'<ofd:Layer ID="2" Type="Background">{filled((10, 30, 100, 20), "255 255 0")}</ofd:Layer>'
    )
    members = parts([PAGE])
    members["Doc_0/Pages/Page_0/Content.xml"] = element(
        "Page", f"<ofd:Content>{layers}</ofd:Content>"
    )
    document = read_document(packed({"OFD.xml": entry("Doc_0"), **members}))
    assert (texts(document), hidden(document)) == ([LINE], [])


COMPOSED = '<ofd:CompositeObject ID="6" ResourceID="50" Boundary="{} 0 0 0"/>'
UNITS = "<ofd:CompositeGraphicUnits>{}</ofd:CompositeGraphicUnits>"
UNIT = '<ofd:CompositeGraphicUnit ID="50"><ofd:Content>{}</ofd:Content></ofd:CompositeGraphicUnit>'


def test_composed_graphics_are_looked_into() -> None:
    document = read_document(
        ofd(
            OfdPage(COMPOSED.format(0)),
            common="<ofd:DocumentRes>R.xml</ofd:DocumentRes>",
            Doc_0__R=element("Res", UNITS.format(UNIT.format(text(LINE, 20, 40)))),
        )
    )
    assert texts(document) == [LINE]


def test_composed_graphics_that_hold_themselves_end() -> None:
    again = UNIT.format(COMPOSED.format(1))
    document = read_document(
        ofd(
            OfdPage(COMPOSED.format(0) + text(LINE, 20, 40)),
            common="<ofd:DocumentRes>R.xml</ofd:DocumentRes>",
            Doc_0__R=element("Res", UNITS.format(again)),
        )
    )
    assert texts(document) == [LINE]
    assert words(document) == ["nested-too-deep"]


def annotated(kind: str, objects: str, more: str = "", page: OfdPage = PAGE) -> Document:
    shown = f'<ofd:Appearance Boundary="0 0 210 297">{objects}</ofd:Appearance>'
    return read_document(
        ofd(
            page,
            after="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
            Doc_0__Annots__Annotations=element(
                "Annotations",
                '<ofd:Page PageID="1"><ofd:FileLoc>Page_0/A.xml</ofd:FileLoc></ofd:Page>',
            ),
            Doc_0__Annots__Page_0__A=element(
                "PageAnnot", f'<ofd:Annot ID="60" Type="{kind}"{more}>{shown}</ofd:Annot>'
            ),
        )
    )


@pytest.mark.parametrize("kind", ["Stamp", "Path", "Watermark"])
def test_letters_of_annotations_are_text_of_the_page(kind: str) -> None:
    assert texts(annotated(kind, text("已阅", 20, 50))) == [LINE, "已阅"]


@pytest.mark.parametrize(
    ("kind", "more"), [("Link", ""), ("Stamp", ' Visible="false"')], ids=["link", "not visible"]
)
def test_annotations_that_show_nothing_are_passed_by(kind: str, more: str) -> None:
    assert texts(annotated(kind, text("已阅", 20, 50), more)) == [LINE]


def test_what_a_highlighter_paints_hides_nothing() -> None:
    document = annotated("Highlight", filled((15, 35, 60, 8), "255 255 0"))
    assert (texts(document), hidden(document), words(document)) == ([LINE], [], [])


def test_a_pen_is_asked_about() -> None:
    curve = "M 0 0 B 5 5 10 20 15 0 B 20 5 22 20 30 10"
    pen = (
        '<ofd:PathObject ID="8" Boundary="100 100 30 20" LineWidth="0.5">'
        f"<ofd:AbbreviatedData>{curve}</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert asked(annotated("Path", pen)) == ["drawing"]


def sealed(page: OfdPage) -> Document:
    members = parts([page])
    signatures = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    members["Doc_0/Signs/Signatures.xml"] = element(
        "Signatures", '<ofd:Signature ID="s1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>'
    )
    members["Doc_0/Signs/Sign_0/Signature.xml"] = element(
        "Signature",
        '<ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="1" Boundary="30 30 40 40"/>'
        "</ofd:SignedInfo>",
    )
    return read_document(packed({"OFD.xml": entry("Doc_0", more=signatures), **members}))


def test_a_seal_is_a_picture_and_what_is_stamped_stays_legible() -> None:
    document = sealed(PAGE)
    assert texts(document) == [LINE]
    assert asked(document) == ["picture"]
    assert words(document) == []
    (seal,) = [each for each in document.blocks if getattr(each, "unread", None)]
    assert isinstance(seal.place, PdfPlace)
    assert seal.place.box == pytest.approx((85.04, 85.04, 198.43, 198.43), abs=0.1)


def test_several_documents_are_read_one_after_the_other() -> None:
    second = parts([OfdPage(text("第二份", 20, 40))], folder="Doc_1")
    data = packed({"OFD.xml": entry("Doc_0", "Doc_1"), **parts([PAGE]), **second})
    document = read_document(data)
    assert texts(document) == [LINE, "第二份"]
    assert [each.place.page for each in document.blocks if isinstance(each.place, PdfPlace)] == [
        1,
        2,
    ]


def test_attached_files_are_noted() -> None:
    document = read_document(
        ofd(
            PAGE,
            after="<ofd:Attachments>Attachs/A.xml</ofd:Attachments>",
            Doc_0__Attachs__A=element("Attachments", '<ofd:Attachment ID="1" Name="附表"/>'),
        )
    )
    assert words(document) == ["embedded-file"]


@pytest.mark.parametrize(
    "renamed",
    [
        lambda name: name.lower(),
        lambda name: name.upper(),
        lambda name: name.replace("/", "\\"),
        lambda name: "/" + name,
    ],
    ids=["lower case", "upper case", "backslashes", "leading slash"],
)
def test_names_are_found_however_they_are_written(renamed: Callable[[str], str]) -> None:
    members = {"OFD.xml": entry("Doc_0"), **parts([PAGE])}
    data = packed({renamed(name): part for name, part in members.items()})
    assert texts(read_document(data)) == [LINE]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_without_their_encoding_are_found(encoding: str) -> None:
    named = "页面".encode(encoding)
    stand_in = "ABCDEF"[: len(named)]
    members = {name.replace("Pages", stand_in): part for name, part in parts([PAGE]).items()}
    members["Doc_0/Document.xml"] = members["Doc_0/Document.xml"].replace("Pages/", "页面/")
    data = packed({"OFD.xml": entry("Doc_0"), **members}).replace(stand_in.encode(), named)
    assert texts(read_document(data)) == [LINE]


@pytest.mark.parametrize(
    "place",
    ["http://example.com/Content.xml", "file:///etc/passwd", "../../../etc/passwd", "/etc/passwd"],
)
def test_what_lies_outside_is_not_looked_for(place: str) -> None:
    members = parts([PAGE, PAGE])
    members["Doc_0/Document.xml"] = members["Doc_0/Document.xml"].replace(
        "Pages/Page_1/Content.xml", place
    )
    document = read_document(packed({"OFD.xml": entry("Doc_0"), **members}))
    assert texts(document) == [LINE]
    assert words(document) == ["damaged"]


def test_a_picture_beside_text_is_asked_about() -> None:
    document = read_document(ofd(OfdPage(text(LINE, 20, 40) + image(20, 60, 40, 30))))
    assert asked(document) == ["picture"]
