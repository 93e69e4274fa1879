"""The pages in front: every finding in words, linked to its place, legible without any font."""

import io
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import specvalidator as sv
from reports.marked_pdf import files
from specvalidator.reports.marked_pdf.font import Typeface, holds
from specvalidator.reports.marked_pdf.increment import Increment
from specvalidator.reports.marked_pdf.original import OriginalPdf
from specvalidator.reports.marked_pdf.sheets import Sheets

PDFS = Path(__file__).parents[3] / "examples" / "pdf" / "exported"
COLLECTION = PDFS / "09-collection.pdf"


def own_pages(copy: bytes, original: bytes) -> int:
    """Return how many pages were put in front."""
    return len(pdfium.PdfDocument(copy)) - len(pdfium.PdfDocument(original))


def text(copy: bytes, pages: int) -> str:
    """Return what the first pages say, as PDFium reads it, without white space."""
    pdf = pdfium.PdfDocument(copy)
    said = (pdf[index].get_textpage().get_text_range() for index in range(pages))
    return "".join("".join(said).split())


def bare(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("name", ["06-faults-net-mending", "09-collection", "23-site-faults"])
def test_it_says_every_finding_with_page_advice_clause_and_rule(name: str) -> None:
    path = PDFS / f"{name}.pdf"
    copy = sv.annotate(path, summary=True)
    said = text(copy, own_pages(copy, path.read_bytes()))
    for report in sv.validate(path):
        for finding in report.findings:
            place = finding.location.place
            assert place is not None
            assert bare(f"{place.said('zh')}{finding.message}") in said
            assert bare(finding.suggestion) in said
            assert bare(finding.clause.where) in said
            assert finding.rule in said
    assert path.name in said
    assert "威人社字〔2021〕5号" in said


def test_a_file_of_several_forms_names_each() -> None:
    copy = sv.annotate(COLLECTION, summary=True)
    said = text(copy, own_pages(copy, COLLECTION.read_bytes()))
    for number, report in enumerate(sv.validate(COLLECTION), 1):
        assert f"第{number}份{report.subject}" in said


def test_each_link_leads_to_the_page_of_its_finding() -> None:
    copy = sv.annotate(COLLECTION, summary=True)
    front = own_pages(copy, COLLECTION.read_bytes())
    reader = PdfReader(io.BytesIO(copy))
    pages = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    led = [
        pages[link["/Dest"][0].indirect_reference] - front + 1
        for page in reader.pages[:front]
        for link in map(_got, page["/Annots"])  # type: ignore[call-overload] # a list there
    ]
    places = [each.location.place for one in sv.validate(COLLECTION) for each in one.findings]
    assert led == [getattr(place, "page", None) for place in places]


def _got(listed: DictionaryObject) -> DictionaryObject:
    found = listed.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def test_the_other_pages_keep_their_numbers() -> None:
    copy = sv.annotate(files.PLAIN, summary=True)
    front = own_pages(copy, files.PLAIN)
    assert PdfReader(io.BytesIO(copy)).page_labels == [
        *(f"规范校验汇总 {number}" for number in range(1, front + 1)),
        "1",
    ]
    assert (
        PdfReader(io.BytesIO(sv.annotate(files.numbered(), summary=True))).page_labels[-1] == "A-7"
    )


def test_the_file_opens_at_the_summary() -> None:
    copy = sv.annotate(files.PLAIN, summary=True)
    reader = PdfReader(io.BytesIO(copy))
    opened = reader.root_object["/OpenAction"]
    assert isinstance(opened, list)
    assert opened[0].indirect_reference == reader.pages[0].indirect_reference


def test_every_font_of_its_pages_is_embedded() -> None:
    page = PdfReader(io.BytesIO(sv.annotate(files.PLAIN, summary=True))).pages[0]
    fonts = page["/Resources"]["/Font"]  # type: ignore[index] # a dictionary there
    assert list(fonts) == ["/H"]
    inner = fonts["/H"]["/DescendantFonts"][0].get_object()
    assert len(inner["/FontDescriptor"]["/FontFile2"].get_data()) > 1000


def test_waived_findings_are_listed_as_waived_and_not_marked() -> None:
    waiver = sv.Waiver(
        rule="weight-total",
        document="*.pdf",
        reason="比重已获批准。",
        approved_by="王科长",
        expires=date(2026, 12, 31),
    )
    said = {
        day: text(sv.annotate(COLLECTION, summary=True, waivers=[waiver], on=day), 1)
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    }
    assert "已豁免" in said[date(2026, 12, 31)]
    assert "豁免：比重已获批准。（王科长批准，至2026-12-31）" in said[date(2026, 12, 31)]
    assert "已于2026-12-31到期，重新计入" in said[date(2027, 1, 1)]


def test_the_summary_speaks_english() -> None:
    copy = sv.annotate(files.PLAIN, summary=True, lang="en")
    said = text(copy, own_pages(copy, files.PLAIN))
    assert "verdict:fail,9errors,6warnings,2pointstoreview" in said


def test_a_word_file_gets_no_page_in_front() -> None:
    word = PDFS.parents[1] / "06-faults-net-mending.docx"
    with pytest.raises(sv.UnreadableFile, match="汇总页只能加在 PDF 前面"):
        sv.annotate(word, summary=True)


@pytest.mark.parametrize(
    "hostile",
    [
        "(\\) Tj ET Q q 1 0 0 1 0 0 cm",
        "<</Type /Catalog>> endobj",
        "\x00\x07\ufeff\u202e",
        "𰻝𠮷㗊",
        "W" * 300,
        "，。" * 200,
    ],
)
def test_text_of_a_submission_is_shown_and_never_obeyed(hostile: str) -> None:
    original = OriginalPdf(files.PLAIN, most_pages=10)
    increment = Increment(original)
    sheets = Sheets()
    sheets.put(f"甲{hostile}乙", 11)
    (page,) = sheets.put_into(increment, b"%d %d R" % original.tree)
    increment.put(original.tree, b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % page)
    pdf = pdfium.PdfDocument(increment.written())
    said = bare(pdf[0].get_textpage().get_text_range())
    assert (said[0], said[-1]) == ("甲", "乙")
    for left, _, right, _ in (pdf[0].get_textpage().get_charbox(n) for n in range(3)):
        assert 50 <= left <= right <= 550


def test_the_font_holds_whatever_our_own_words_may_be() -> None:
    rules = Path(__file__).parents[3] / "rules"
    files = [*rules.glob("*.toml"), *rules.glob("lists/*.csv")]
    shown = "".join(path.read_text("utf-8") for path in files)
    assert len(files) > 3
    assert {each for each in shown if each.isprintable() and not holds(each)} == set()


def test_letters_are_measured_as_they_are_printed() -> None:
    face = Typeface()
    assert face.width("汉字") == 2.0
    assert 0.4 < face.width("a") < 0.7
    assert face.width("") == 0.0
