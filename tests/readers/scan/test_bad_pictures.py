"""Pictures that are damaged, that ask too much, or that show no form."""

import struct
import zlib
from collections.abc import Iterator

import pytest

from readers.scan.recording import needs_extra
from specvalidator.document import Document, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.readers import DEFAULT, read_document

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a part of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def grey_png(width: int, height: int, rows: bytes | None = None, kind: int = 0) -> bytes:
    """Return a PNG that says it is of this size; `rows` as they are packed, else white."""
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    packed = zlib.compress((b"\0" + b"\xff" * width) * height if rows is None else rows)
    return PNG + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def tiff(pages: int, *, width: int = 16, loop: bool = False) -> bytes:
    """Return a TIFF of so many small grey pages; the last may lead back to the first."""
    strip = 8
    data = b"II*\0" + struct.pack("<I", strip + width * 16) + b"\xff" * (width * 16)
    for page in range(pages):
        at = len(data)
        tags = [(256, width), (257, 16), (258, 8), (259, 1), (262, 1), (273, strip), (278, 16)]
        tags.append((279, width * 16))
        ends = strip + width * 16 if loop else 0
        after = at + 2 + 12 * len(tags) + 4 if page + 1 < pages else ends
        data += struct.pack("<H", len(tags))
        data += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        data += struct.pack("<I", after)
    return data


def jpeg(width: int = 40, height: int = 30) -> bytes:
    """Return the frame of a JPEG with hardly anything in it, but whole."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + frame + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + b"\x12\x34" + b"\xff\xd9"


def bitmap(width: int, height: int) -> bytes:
    """Return the header of a bitmap, and nothing behind it."""
    return b"BM" + bytes(12) + struct.pack("<IiiHHI", 40, width, height, 1, 24, 0) + bytes(20)


@pytest.fixture(autouse=True)
def silence() -> Iterator[None]:
    """Let an engine that sees nothing read the pages."""
    needs_extra()
    from specvalidator.readers.scan.engines import using  # noqa: PLC0415 - an extra

    with using(lambda _: []):
        yield


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        pytest.param(grey_png(40_000, 40_000, b""), "too-large", "40000×40000", id="bomb"),
        pytest.param(jpeg(60_000, 60_000), "too-large", "60000×60000", id="JPEG bomb"),
        pytest.param(bitmap(-9_000, 9_000), "corrupt", "图片已损坏", id="bitmap without pixels"),
        pytest.param(grey_png(0, 10), "corrupt", "图片已损坏", id="no width"),
        pytest.param(grey_png(300, 300)[:-20], "corrupt", "图片已损坏", id="cut PNG"),
        pytest.param(grey_png(300, 300, b"no rows"), "corrupt", "图片已损坏", id="PNG of few rows"),
        pytest.param(jpeg()[:-2], "corrupt", "图片已损坏", id="cut JPEG"),
        pytest.param(jpeg()[:9], "corrupt", "图片已损坏", id="cut header"),
        pytest.param(b"\xff\xd8\xff\xd9", "corrupt", "图片已损坏", id="JPEG of nothing"),
        pytest.param(tiff(2, loop=True), "corrupt", "图片已损坏", id="TIFF in a circle"),
        pytest.param(tiff(1)[:40], "corrupt", "图片已损坏", id="cut TIFF"),
        pytest.param(tiff(1000), "too-large", "超过 20 页", id="TIFF of a thousand pages"),
        pytest.param(b"II+\0" + bytes(20), "unsupported", "BigTIFF", id="BigTIFF"),
    ],
)
def test_a_picture_is_refused_by_name(data: bytes, error: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(data)

    assert refusal.value.error == error
    assert said in refusal.value.words.zh


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(grey_png(1, 1), id="one pixel"),
        pytest.param(grey_png(1, 4000), id="a line"),
        pytest.param(grey_png(600, 800), id="blank"),
        pytest.param(tiff(3), id="three small pages"),
        pytest.param(tiff(DEFAULT.scan.pages), id="as many as are read"),
    ],
)
def test_a_picture_of_nothing_is_a_document_of_nothing(data: bytes) -> None:
    document = read_document(data)

    assert not document.blocks
    assert document.recognised


@pytest.mark.parametrize(
    ("dots", "size"),
    [((204, 98), (20, 62)), ((200, 200), (20, 30)), ((98, 204), (42, 30)), ((1, 9), (20, 30))],
)
def test_a_fax_is_as_high_as_its_paper(dots: tuple[int, int], size: tuple[int, int]) -> None:
    """Its rows are twice as far apart as its columns; nonsense about that is passed over."""
    needs_extra()
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    from specvalidator.readers.scan.pixels import pages_of  # noqa: PLC0415 - the same

    how = [cv2.IMWRITE_TIFF_XDPI, dots[0], cv2.IMWRITE_TIFF_YDPI, dots[1]]
    _, data = cv2.imencode(".tiff", np.full((30, 20, 3), 255, np.uint8), how)
    [page] = pages_of(data.tobytes(), DEFAULT.scan)

    assert (page.shape[1], page.shape[0]) == size


def test_clear_places_are_paper() -> None:
    clear = grey_png(200, 300, (b"\0" + b"\0\0" * 200) * 300, kind=4)

    assert shown(read_document(clear)) == []


def test_ink_that_nobody_reads_is_asked_about() -> None:
    rows = bytearray((b"\0" + b"\xff" * 1654) * 2339)
    for y in range(1000, 1060):
        for x in range(500, 620):
            if (x + y) % 40 < 12:
                rows[y * 1655 + 1 + x] = 20

    assert shown(read_document(grey_png(1654, 2339, bytes(rows)))) == ["drawing"]


def shown(document: Document) -> list[str]:
    """Return why paragraphs were not read."""
    return [each.unread or "" for each in paragraphs_of(document.blocks)]
