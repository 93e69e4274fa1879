"""The same document in every office format reads the same: LibreOffice writes, we read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import specvalidator as sv
from readers.office.converting import converted, for_libreoffice
from readers.office.word_xml_files import flat_package, word_2003
from readers.word.word_files import (
    cell,
    level,
    listed,
    numbered,
    paragraph,
    row,
    run,
    said,
    style,
    table,
)
from specvalidator.document import Block, Document, paragraphs_of
from specvalidator.readers import read_document
from specvalidator.submission import Submission

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.docx"))
WRITERS = {"2003": word_2003, "flat": flat_package}
"""Formats that we write, from what LibreOffice makes of the Word file."""
FORMATS = ("doc", "odt", "fodt", "rtf", *WRITERS, "html")
LABELLED = frozenset({"doc", "odt", "fodt", *WRITERS})
"""Formats in which a number is still known to be automatic."""
MANGLED = {
    ("04-apple-pruning", "odt"): "content controls are right here, and written twice in .docx",
    ("04-apple-pruning", "fodt"): "the same",
    ("04-apple-pruning", "doc"): "content controls are written twice",
    ("04-apple-pruning", "rtf"): "content controls are written twice",
    ("04-apple-pruning", "html"): "so are they here, and deleted text is shown",
    ("12-misprints-cloth-shoes", "html"): "tabs are lost",
    **dict.fromkeys(
        (("04-apple-pruning", "2003"), ("11-review-wheat-straw", "2003")), "no DrawingML"
    ),
}
"""What LibreOffice itself writes otherwise."""

INSERTED = '<w:ins w:id="1" w:author="审" w:date="2024-05-01T00:00:00Z">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="审" w:date="2024-05-01T00:00:00Z">{}</w:del>'
CHANGED_MARK = '<w:rPr><w:del w:id="3" w:author="审" w:date="2024-05-01T00:00:00Z"/></w:rPr>'
BOX = (
    '<w:r><w:pict><v:shape id="b" type="#_x0000_t202" style="width:150pt;height:50pt">'
    "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
NUMBERS = listed(level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "decimal"))


def deleted(text: str) -> str:
    return DELETED.format(f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def ruled(columns: int, *rows: str) -> str:
    """Return a table that says how wide its columns are: LibreOffice believes that alone."""
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * columns + "</w:tblGrid>"
    return table(*rows).replace("<w:tblGrid/>", grid, 1)


CASES: dict[str, str] = {
    "plain": paragraph("拉面制作考核规范") + paragraph("甲\u3000乙 &amp; &lt;丙&gt; “丁”…—·①"),
    "breaks": paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"),
    "insertion": paragraph(run("运用") + INSERTED.format(run("面粉")) + run("制作")),
    "deletion": paragraph(run("运用") + deleted("机器") + run("面粉")),
    "deleted mark": paragraph(run("运用面粉"), CHANGED_MARK) + paragraph("制作拉面"),
    "hidden": paragraph(run("运用") + run("不算", "<w:vanish/>") + run("面粉")),
    "white": paragraph(run("运用") + run("白字", '<w:color w:val="FFFFFF"/>') + run("面粉")),
    "hidden by style": paragraph(
        run("运用") + run("不算", '<w:rStyle w:val="隐字"/>') + run("面粉")
    ),
    "numbers": numbered("定义") + numbered("范围", level=1) + numbered("要求", level=1)
    + paragraph("正文") + numbered("对象"),
    "supplementary": paragraph("𠀀𡃁和面"),
    "box": paragraph(run("甲") + BOX.format(paragraph("框内") + paragraph("第二段"))),
    "merges": ruled(
        3,
        row(cell("能力名称", '<w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/>'),
            cell("领域", '<w:tcW w:w="2000" w:type="dxa"/>')),
        row(cell("任务", '<w:tcW w:w="2000" w:type="dxa"/><w:vMerge w:val="restart"/>'),
            cell("规范", '<w:tcW w:w="2000" w:type="dxa"/>'),
            cell("40%", '<w:tcW w:w="2000" w:type="dxa"/>')),
        row(cell("", '<w:tcW w:w="2000" w:type="dxa"/><w:vMerge/>'),
            cell("二", '<w:tcW w:w="2000" w:type="dxa"/>'),
            cell("三", '<w:tcW w:w="2000" w:type="dxa"/>')),
    ),
    "nested": ruled(
        2,
        row(cell("甲", '<w:tcW w:w="2000" w:type="dxa"/>'),
            cell(table(row(cell("内一", '<w:tcW w:w="1000" w:type="dxa"/>'),
                           cell("内二", '<w:tcW w:w="1000" w:type="dxa"/>'))) + paragraph("后"),
                 '<w:tcW w:w="2000" w:type="dxa"/>')),
    ),
    "outline": paragraph("定义", '<w:outlineLvl w:val="0"/>') + paragraph("正文"),
}  # fmt: skip
RAISED = '<w:vertAlign w:val="superscript"/>'
FOOT = f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="2"/></w:r>'
END = f'<w:r><w:rPr>{RAISED}</w:rPr><w:endnoteReference w:id="2"/></w:r>'
SECTION = '<w:sectPr><w:{}Reference w:type="{}" r:id="r2"/>{}</w:sectPr>'
CASES |= {
    "raised": paragraph(run("30%") + run("1", RAISED)) + paragraph(run("6m") + run("2", RAISED)),
    "struck": paragraph(run("运用") + run("机器", "<w:strike/>") + run("面粉")),
    "footnote": paragraph(run("甲") + FOOT + run("丙")) + paragraph("乙"),
    "endnote": paragraph(run("甲") + END) + paragraph("乙"),
    "note in a cell": paragraph("表") + ruled(1, row(cell(paragraph(run("总数") + FOOT),
        '<w:tcW w:w="2000" w:type="dxa"/>'))),
    "header": paragraph("见") + SECTION.format("header", "default", ""),
    "footer": paragraph("见") + SECTION.format("footer", "default", ""),
    "first page": paragraph("见") + SECTION.format("header", "first", "<w:titlePg/>"),
}  # fmt: skip
LINE = paragraph("职业（工种）名称：网具编结")
SEPARATORS = "".join(
    f'<w:{{0}} w:id="{number}" w:type="{kind}"><w:p/></w:{{0}}>'
    for number, kind in ((0, "separator"), (1, "continuationSeparator"))
)


def note(kind: str) -> str:
    mark = f"<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Ref/></w:r>"
    written = f'<w:{kind} w:id="2">{paragraph(mark + run("编结渔网十八条"))}</w:{kind}>'
    return SEPARATORS.format(kind) + written


BESIDE = {
    "footnote": {"footnotes": note("footnote")},
    "note in a cell": {"footnotes": note("footnote")},
    "endnote": {"endnotes": note("endnote")},
    "header": {"header": LINE},
    "footer": {"footer": LINE},
    "first page": {"header": LINE},
}
"""What stands in parts of its own."""
STYLES = style("隐字", "<w:rPr><w:vanish/></w:rPr>", kind="character")
UNTOLD = {
    # LibreOffice writes these without what tells them.
    ("html", "deleted mark"): "what was deleted is written as if it were not",
    ("html", "deletion"): "the same",
    ("html", "breaks"): "tabs become blanks",
    ("html", "numbers"): "all numbers are written as decimal",
    ("2003", "box"): "2003 had no DrawingML, which LibreOffice writes",
    ("rtf", "deleted mark"): "what stands before the mark is written as deleted, too",
    ("rtf", "box"): "the text of the box is lost",
}

Files = Callable[[str], dict[str, bytes]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return what gives all documents in a format, each format written once."""
    made: dict[str, dict[str, bytes]] = {}
    sources = {path.stem: path.read_bytes() for path in EXAMPLES}
    for name, body in CASES.items():
        sources[name.replace(" ", "-")] = for_libreoffice(body, STYLES, NUMBERS, BESIDE.get(name))

    def given(suffix: str) -> dict[str, bytes]:
        if suffix in WRITERS:
            return {name: WRITERS[suffix](data) for name, data in given("docx").items()}
        if suffix not in made:
            made[suffix] = converted(sources, suffix, tmp_path_factory.mktemp("twins"))
        return made[suffix]

    return given


def shown(document: Document, *, labels: bool) -> list[Any]:
    """Return what is to be the same: text, grids, hidden text, levels."""
    blocks: tuple[Block, ...] = document.blocks
    return [
        said(each for each in blocks if getattr(each, "text", "x")),
        [each.hidden for each in paragraphs_of(blocks) if each.hidden],
        [each.label for each in paragraphs_of(blocks) if each.label] if labels else None,
        [each.unread for each in paragraphs_of(blocks) if each.unread],
        document.margins,
        [(why, text) for why, _, text in document.left_out],
        [why for why, _ in document.unread],
    ]


def fields(submission: Submission) -> dict[str, Any]:
    """Return the record that was extracted, without its places and the file."""
    found: dict[str, Any] = submission.model.model_dump()
    return found


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_what_a_page_shows_is_the_same(name: str, suffix: str, files: Files) -> None:
    if (suffix, name) in UNTOLD:
        pytest.skip(UNTOLD[suffix, name])
    twin = read_document(files("docx")[name.replace(" ", "-")])
    read = read_document(files(suffix)[name.replace(" ", "-")])

    labels = suffix in LABELLED
    assert shown(read, labels=labels) == shown(twin, labels=labels)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
def test_the_record_is_the_same(name: str, suffix: str, files: Files) -> None:
    if (name, suffix) in MANGLED:
        pytest.skip(MANGLED[name, suffix])
    twins = sv.read(files("docx")[name], name="x")
    read = sv.read(files(suffix)[name], name="x")

    assert [fields(each) for each in read] == [fields(each) for each in twins]
