"""Whatever a PDF is like: what is in it stays, notes stand at their words, the rest is refused."""

import io
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject
from pypdfium2 import raw

import specvalidator as sv
from reports.marked_pdf import files
from reports.marked_pdf.highlights import marks, words
from specvalidator.errors import ErrorWord, UnreadableFile
from specvalidator.readers.limits import Limits

WORDS = words(sv.annotate(files.PLAIN))


def annotations(data: bytes) -> list[Any]:
    """Return what the first page lists."""
    listed = PdfReader(io.BytesIO(data)).pages[0]["/Annots"]
    assert isinstance(listed, ArrayObject)
    return [each.get_object() for each in listed]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("cut", [0.0, 30.0])
def test_turned_and_cut_pages_are_marked_at_the_same_words(degrees: int, cut: float) -> None:
    data = files.turned(degrees, cut)
    copy = sv.annotate(data)
    assert copy.startswith(data)
    assert words(copy) == WORDS


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_highlight_begins_above_left_as_the_page_is_shown(degrees: int) -> None:
    listed = annotations(sv.annotate(files.turned(degrees)))
    first = next(each for each in listed if each["/Subtype"] == "/Highlight")
    (x1, y1), (x2, y2), (x3, y3), _ = (
        (float(x), float(y))
        for x, y in zip(first["/QuadPoints"][:8:2], first["/QuadPoints"][1:8:2], strict=True)
    )
    along, down = {0: ((1, 0), (0, -1)), 90: ((0, 1), (1, 0))}.get(
        degrees, ((-1, 0), (0, 1)) if degrees == 180 else ((0, -1), (-1, 0))
    )
    assert ((x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)) == along
    assert ((x3 > x1) - (x3 < x1), (y3 > y1) - (y3 < y1)) == down


def test_several_sheets_at_one_heading_stand_side_by_side_before_it() -> None:
    plain = files.EXAMPLE.with_name("32-announcement-plain.pdf")
    boxes = [mark.boxes[0] for mark in marks(sv.annotate(plain)) if mark.kind == "Text"]
    (left, bottom, right, top), (other_left, other_bottom, other_right, other_top) = boxes
    assert (bottom, top) == pytest.approx((other_bottom, other_top))
    assert right - left == pytest.approx(other_right - other_left, abs=0.02)
    assert other_right < left


def test_what_a_page_bears_already_is_kept() -> None:
    for is_apart in (False, True):
        copy = sv.annotate(files.with_link(is_apart=is_apart))
        assert annotations(copy)[0]["/Contents"] == "原有的链接"
        assert words(copy) == WORDS


def test_a_file_with_packed_objects_is_added_to_in_its_own_way() -> None:
    data = files.packed()
    copy = sv.annotate(data, summary=True)
    assert copy.startswith(data)
    added = copy[len(data) :]
    assert b"/Type /XRef" in added
    assert b"\ntrailer" not in added
    assert words(copy) == WORDS


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(files.misplaced(), id="a table that is elsewhere"),
        pytest.param(b"\n\n" + files.PLAIN, id="bytes before the header"),
        pytest.param(files.endless(), id="no end"),
    ],
)
def test_a_file_with_faulty_tables_is_written_anew(data: bytes) -> None:
    copy = sv.annotate(data, summary=True)
    assert words(copy) == WORDS
    assert copy == sv.annotate(data, summary=True)
    assert len(pdfium.PdfDocument(copy)) == 3


def test_a_signature_stays_and_is_noted() -> None:
    data = files.signed()
    for summary in (False, True):
        copy = sv.annotate(data, summary=summary)
        assert copy.startswith(data)
        assert raw.FPDF_GetSignatureCount(pdfium.PdfDocument(copy).raw) == 1
        assert words(copy) == WORDS


def test_a_signed_file_is_never_written_anew() -> None:
    with pytest.raises(UnreadableFile, match="内部结构有误"):
        sv.annotate(b"\n" + files.signed())


@pytest.mark.parametrize(
    ("data", "options", "error", "words"),
    [
        pytest.param(files.locked(), {}, "encrypted", "权限密码", id="a password for rights"),
        pytest.param(files.locked(algorithm="AES-256"), {}, "encrypted", "权限密码", id="newer"),
        pytest.param(files.locked(user="x"), {}, "encrypted", "打开密码", id="a password"),
        pytest.param(files.PLAIN, {"suggest": True}, "unsupported", "修订", id="mends"),
        pytest.param(files.PLAIN, {"kind": "dossier"}, "unsupported", "一套材料", id="a dossier"),
        pytest.param(files.PLAIN[:2000], {}, "corrupt", "损坏", id="cut off"),
        pytest.param(
            files.PLAIN,
            {"limits": Limits(file_bytes=1000)},
            "too-large",
            "过大",
            id="more than is read",
        ),
    ],
)
def test_what_cannot_be_marked_is_refused(
    data: bytes, options: files.Values, error: ErrorWord, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words) as refusal:
        sv.annotate(data, **options)  # type: ignore[arg-type] # a table of options
    assert refusal.value.error == error


def test_a_locked_file_is_still_judged() -> None:
    assert sv.validate(files.locked())[0].verdict == "fail"


def test_a_file_without_findings_is_the_same_unless_a_summary_is_wished() -> None:
    clean = files.EXAMPLE.with_name("01-bamboo-basket.pdf").read_bytes()
    assert sv.annotate(clean) == clean
    assert len(pdfium.PdfDocument(sv.annotate(clean, summary=True))) == 3


@pytest.mark.parametrize("data", [files.PLAIN, files.EXAMPLE.read_bytes()])
@pytest.mark.parametrize("summary", [False, True])
def test_marking_again_replaces_what_we_wrote(data: bytes, summary: bool) -> None:  # noqa: FBT001 - a parameter
    once = sv.annotate(data, summary=summary)
    again = sv.annotate(once, summary=summary)
    assert [each[:2] for each in marks(again)] == [each[:2] for each in marks(once)]
    assert len(pdfium.PdfDocument(again)) == len(pdfium.PdfDocument(once))
    assert len(pdfium.PdfDocument(sv.annotate(again))) == len(pdfium.PdfDocument(data))


def test_it_can_be_done_in_a_process_of_its_own() -> None:
    apart = sv.annotate(files.EXAMPLE, summary=True, limits=Limits(isolate=True))
    assert apart == sv.annotate(files.EXAMPLE, summary=True)


def test_pages_beyond_the_limit_are_refused() -> None:
    limits = Limits()
    with pytest.raises(UnreadableFile, match="上限"):
        sv.annotate(files.PLAIN, limits=limits._replace(pdf=limits.pdf._replace(pages=0)))


def test_a_file_that_says_another_number_of_pages_is_refused() -> None:
    lying = files.PLAIN.replace(b"/Count 1", b"/Count 3")
    with pytest.raises(UnreadableFile, match="内部结构有误"):
        sv.annotate(lying)
