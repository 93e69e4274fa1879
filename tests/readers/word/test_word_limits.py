"""Hostile Word files: what asks too much is refused, soon and without harm."""

from collections.abc import Callable

import pytest

from costs import steps
from readers.word.long_word_files import LONG
from readers.word.word_files import (
    cell,
    document_xml,
    docx,
    paragraph,
    parts,
    row,
    run,
    table,
    texts,
    zipped,
)
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits, read_document

MEGABYTE = 2**20


def nested(depth: int, before: str, after: str, inside: str) -> str:
    return before * depth + inside + after * depth


TABLES = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
CONTROLS = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
INSERTIONS = ("<w:ins>", "</w:ins>")


def refusal_of(data: bytes, limits: Limits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(data, limits or Limits())
    return refusal.value


@pytest.mark.parametrize(
    "wrapper", [TABLES, CONTROLS, INSERTIONS], ids=["tables", "controls", "insertions"]
)
def test_nesting_beyond_reason_is_refused_and_overflows_nothing(wrapper: tuple[str, str]) -> None:
    data = docx(nested(5_000, *wrapper, paragraph("底")))

    refusal = refusal_of(data)

    assert refusal.error == "too-large"
    assert "嵌套" in refusal.words.zh


@pytest.mark.parametrize("wrapper", [CONTROLS, INSERTIONS], ids=["controls", "insertions"])
def test_wrappers_as_deep_as_xml_may_be_are_read(wrapper: tuple[str, str]) -> None:
    document = read_document(docx(nested(110, *wrapper, paragraph("底"))))

    assert texts(document) == ["底"]


def test_tables_nested_too_deep_are_noted_as_unread() -> None:
    document = read_document(docx(nested(60, *TABLES, paragraph("底"))))

    assert [word for word, _ in document.unread] == ["nested-too-deep"]


def test_a_text_box_inside_a_text_box_without_end_is_noted_as_unread() -> None:
    before = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
    after = "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"

    document = read_document(docx(nested(40, before, after, paragraph("底"))))

    assert [word for word, _ in document.unread] == ["nested-too-deep"]


@pytest.mark.parametrize(
    ("data", "limits", "names"),
    [
        pytest.param(docx(""), Limits(file_bytes=100), "MB", id="bytes of the file"),
        pytest.param(docx(""), Limits(members=3), "3", id="members"),
        pytest.param(docx(""), Limits(member_bytes=100), "MB", id="bytes of a member"),
        pytest.param(docx(""), Limits(total_bytes=1000), "MB", id="bytes of all members"),
        pytest.param(docx("x" * 9999), Limits(part_bytes=5000), "MB", id="bytes of a part"),
        pytest.param(
            zipped({**parts(""), "word/media/a.bin": b"\0" * 8 * MEGABYTE}),
            Limits(),
            "压缩炸弹",
            id="zip bomb",
        ),
        pytest.param(
            docx("<w:p/>" * 200_000, before="<w:a/>" * 900_000),
            Limits(ratio=1_000),
            "标记过多",
            id="tags",
        ),
        pytest.param(
            zipped(
                {**parts(""), "word/document.xml": document_xml('<w:p a="" b="" c=""/>' * 300_000)}
            ),
            Limits(ratio=2_000),
            "标记过多",
            id="attributes",
        ),
        pytest.param(docx(paragraph("甲") * 20), Limits(blocks=10), "10 个", id="paragraphs"),
        pytest.param(docx(table(row("甲", "乙") * 1) * 5), Limits(blocks=10), "10 个", id="cells"),
        pytest.param(docx(paragraph("长" * 10) * 3), Limits(characters=25), "25 个", id="letters"),
        pytest.param(
            docx(paragraph(run("长" * 10, "<w:vanish/>"))),
            Limits(characters=9),
            "9 个",
            id="hidden letters",
        ),
        pytest.param(
            docx(paragraph(run("长" * 11_000_000))),
            Limits(part_bytes=64 * MEGABYTE, ratio=2_000),
            "过长",
            id="one text of eleven million letters",
        ),
    ],
)
def test_a_file_that_asks_too_much_is_refused(data: bytes, limits: Limits, names: str) -> None:
    refusal = refusal_of(data, limits)

    assert refusal.error == "too-large"
    assert names in refusal.words.zh


def test_a_million_columns_cost_nothing() -> None:
    bomb = table(*[row(cell("甲", '<w:gridSpan w:val="1000000"/>')) for _ in range(500)])
    few = table(*[row(cell("甲", '<w:gridSpan w:val="100"/>')) for _ in range(500)])

    document = read_document(docx(bomb))

    assert steps(lambda: read_document(docx(bomb))) < 2 * steps(lambda: read_document(docx(few)))
    assert [word for word, _ in document.unread] == ["table-too-wide"]


def test_a_label_cannot_be_longer_than_any_list_needs() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="'
        + "长" * 100_000
        + '"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = paragraph("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>')

    document = read_document(docx(listed * 100, numbering=numbering))

    assert max(map(len, texts(document))) < 100


UNBOUNDED = Limits(ratio=10_000)


@pytest.mark.parametrize("file", LONG.values(), ids=LONG.keys())
def test_the_cost_grows_with_the_length_and_not_faster(file: Callable[[int], bytes]) -> None:
    short, long = file(500), file(4_000)

    most = 8.1 * steps(lambda: read_document(short, UNBOUNDED))
    assert steps(lambda: read_document(long, UNBOUNDED)) < most
