"""Bounds that hold over all that one file contains, not for each part of it alone."""

import json

import pytest

import specvalidator as sv
from hostile.making.pdfs import book, word
from readers.word.word_files import docx, paragraph, parts, row, table, zipped
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits, PdfLimits, read_document, read_files

TITLE = "拉面制作专项职业能力考核规范"


def refused(data: bytes, limits: Limits) -> str:
    with pytest.raises(UnreadableFile) as caught:
        sv.read(data, limits=limits)
    return caught.value.error


def errors(archive: bytes, limits: Limits) -> list[str | None]:
    """Return for each file of an archive the word of its refusal."""
    read = read_files(archive, "x.zip", limits)
    return [None if each.error is None else each.error.error for each in read]


def three(document: bytes) -> bytes:
    return zipped({f"{number}": document for number in range(3)})


def marks(data: bytes) -> int:
    """Return the least limit on marks with which a document is read."""
    low, high = 0, 10_000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            read_document(data, Limits(marks=middle))
            high = middle
        except UnreadableFile:
            low = middle
    return high


def test_the_parts_of_a_document_share_its_marks() -> None:
    plain = marks(docx(paragraph("甲")))
    styled = zipped({**parts(paragraph("甲"), styles="<w:x/>" * 100)})

    assert marks(styled) == plain + 100


LETTER = docx(paragraph("甲" * 10) + paragraph("乙"))


@pytest.mark.parametrize(
    ("document", "limits"),
    [
        pytest.param(LETTER, Limits(blocks=5), id="paragraphs"),
        pytest.param(LETTER, Limits(characters=25), id="letters"),
        pytest.param(LETTER, Limits(all_marks=2 * marks(LETTER) + 9), id="marks"),
        pytest.param(docx(table(row("甲", "乙"))), Limits(blocks=11), id="cells"),
        pytest.param(book(2, word(9, 9, b"a", 9)), Limits(pdf=PdfLimits(pages=5)), id="pages"),
        pytest.param(
            book(1, word(9, 9, b"a" * 9, 9)),
            Limits(pdf=PdfLimits(all_characters=25)),
            id="letters of PDF",
        ),
        pytest.param(
            book(1, b"0 0 9 9 re f " * 9), Limits(pdf=PdfLimits(all_objects=25)), id="objects"
        ),
    ],
)
def test_the_documents_of_an_archive_share_what_one_may_ask(
    document: bytes, limits: Limits
) -> None:
    assert errors(three(document), limits) == [None, None, "too-large"]
    assert errors(three(document), Limits()) == [None, None, None]


def test_a_document_in_an_archive_may_be_smaller_than_one_alone() -> None:
    limits = Limits(enclosed_bytes=len(LETTER) - 1)

    assert read_document(LETTER, limits)
    assert errors(three(LETTER), limits) == ["too-large"] * 3


def test_what_costs_nothing_to_refuse_takes_nothing_from_the_others() -> None:
    handbook, letter = book(9, b""), book(1, word(9, 9, b"a", 9))
    archive = zipped({"1": handbook, "2": letter})

    assert errors(archive, Limits(pdf=PdfLimits(pages=5))) == ["too-large", None]


def test_lists_of_all_records_are_counted() -> None:
    tasks = {"name": TITLE, "tasks": [{"number": 1, "operations": [{"text": "甲"}] * 4}]}
    record = json.dumps(tasks).encode()

    assert refused(record, Limits(entries=4)) == "too-large"
    assert sv.read(record, limits=Limits(entries=5))


@pytest.mark.parametrize("name", ["projects", "examiners", "managers"])
def test_lists_whose_entries_are_held_against_each_other_are_shorter(name: str) -> None:
    entry = "剪纸" if name == "projects" else {"name": "甲"}
    record = json.dumps({"applicant": "乙", "telephone": "1", name: [entry] * 4}).encode()

    assert refused(record, Limits(rows=3)) == "too-large"
    assert sv.read(record, limits=Limits(rows=4))


def test_an_entry_of_the_wrong_type_is_counted_before_it_is_explained() -> None:
    record = json.dumps({"projects": ["剪纸"], "candidates": [1] * 9}).encode()

    assert refused(record, Limits(entries=9)) == "too-large"
    assert refused(record, Limits(entries=10)) == "unreadable"
