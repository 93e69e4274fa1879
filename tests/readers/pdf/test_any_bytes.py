"""Whatever the bytes, there is a document or a refusal, and the process lives."""

from contextlib import suppress
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from readers.pdf.sheets import Sheets
from specvalidator.document import Document, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.places import PdfPlace
from specvalidator.readers.pdf import read_pdf


@cache
def sample() -> bytes:
    """Return a small file that holds something of everything, uncompressed."""
    sheets = Sheets()
    sheets.canvas.setPageCompression(0)
    sheets.text(70, 60, "题目").text(100, 300, "水印", turn=-45, size=40).text(70, 90, "白", gray=1)
    sheets.table([70, 170, 270], 100, [["工作任务", "比重"], ["和面", "20%"]])
    sheets.image(300, 300, 400, 400).line(70, 66, 90, 66)
    sheets.canvas.acroForm.textfield(name="a", value="x", x=150, y=700, width=200, height=20)
    return sheets.data()


def answered(data: bytes) -> None:
    with suppress(UnreadableFile):
        well_placed(read_pdf(data))


def well_placed(document: Document) -> None:
    for paragraph in paragraphs_of(document.blocks):
        assert isinstance(paragraph.place, PdfPlace)
        x0, y0, x1, y1 = paragraph.place.box
        assert x0 <= x1
        assert y0 <= y1


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    answered(data)
    answered(b"%PDF-1.7\n" + data)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 1, exclude_max=True),
            st.integers(0, 30),
            st.one_of(
                st.binary(max_size=12),
                st.sampled_from(
                    [b"999999999", b"-1", b" 0 R ", b"<<", b">>", b"1e38", b"nan", b"["]
                ),
            ),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_a_mutated_file_is_answered(changes: list[tuple[float, int, bytes]]) -> None:
    data = bytearray(sample())
    for share, length, new in changes:
        at = int(share * len(data))
        data[at : at + length] = new
    answered(bytes(data))
