"""Pictures in reports, marked copies and dossiers: never taken in silence for what they are not."""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import get_args

import docx
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import specvalidator as sv
from readers.ofd.ofd_files import of_pictures
from readers.scan.recording import needs_extra, pictures, replayed
from specvalidator.document import Unread
from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT
from specvalidator.readers.scan import looking
from specvalidator.reports.html.words import UNREAD

STEM = "07-faults-tea"


def png(width: int, height: int) -> bytes:
    """Return what says that it is a picture of a size, and holds nothing of it."""
    head = struct.pack(">I4sIIBBBBBI", 13, b"IHDR", width, height, 8, 0, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + head + struct.pack(">I4sI", 0, b"IEND", 0)


def dossier(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return packed.getvalue()


def uses(data: bytes) -> set[tuple[str, bool]]:
    model = sv.read(data, kind="dossier")[0].model
    return {(use.role, use.certain) for file in model.files for use in file.uses}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (4032, 3024, {("pictures", True)}),
        (3000, 2000, {("pictures", True)}),
        (1920, 1080, {("pictures", True)}),
        (1654, 2339, {("application", False), ("pictures", False), ("management-rules", False)}),
        (3508, 2480, {("application", False), ("pictures", False), ("management-rules", False)}),
    ],
    ids=["camera", "film", "phone", "A4", "A4 on its side"],
)
def test_without_the_extra_the_shape_of_a_sheet_asks(
    width: int, height: int, expected: set[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "is_installed", lambda: False)
    assert uses(dossier(IMG_1__png=png(width, height))) == expected


def test_a_name_tells_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "is_installed", lambda: False)
    found = uses(dossier(扫描件1__png=png(400, 300)))
    assert ("pictures", True) not in found
    assert ("application", False) in found


def test_a_form_on_a_picture_counts_as_the_form_and_not_as_a_picture_of_the_site() -> None:
    [page] = pictures(STEM)
    with replayed(f"{STEM}-1"):
        whole, form = sv.read(dossier(IMG_1__png=page), kind="dossier")
    assert form.kind == "specification"
    assert form.recognised == (1,)
    assert [use.role for use in whole.model.files[0].uses] == ["specification"]  # type: ignore[attr-defined]
    assert whole.remarks == ()


def as_pdf(page: bytes, pages: int = 1) -> bytes:
    """Return a PDF that holds nothing but a picture on each page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, (595, 842))
    for _ in range(pages):
        canvas.drawImage(ImageReader(io.BytesIO(page)), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def as_word(page: bytes) -> bytes:
    document = docx.Document()
    document.add_picture(io.BytesIO(page), width=docx.shared.Cm(16))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_ofd(page: bytes) -> bytes:
    return of_pictures([page])


@pytest.mark.parametrize(
    ("called", "packed"),
    [("IMG_1__pdf", as_pdf), ("IMG_1__docx", as_word), ("IMG_1__ofd", as_ofd)],
)
def test_a_form_on_pages_that_are_pictures_counts_as_the_form(
    called: str, packed: Callable[[bytes], bytes]
) -> None:
    [page] = pictures(STEM)
    with replayed(f"{STEM}-1"):
        whole, form = sv.read(dossier(**{called: packed(page)}), kind="dossier")
    assert form.kind == "specification"
    assert form.recognised == (1,)
    assert [use.role for use in whole.model.files[0].uses] == ["specification"]  # type: ignore[attr-defined]


CERTIFICATE = (
    "考评员证",
    "姓名：申屠小满",
    "职业（工种）：专项职业能力考核考评员",
    "证书编号：00017",
)


@contextmanager
def saying(lines: tuple[str, ...]) -> Iterator[None]:
    """Let these lines, and nothing else, be read on every page."""
    needs_extra()
    from specvalidator.readers.scan.engines import Word, using  # noqa: PLC0415 - an extra

    words = [
        Word((200.0, 300.0 + 90 * k, 200.0 + 40 * len(each), 340.0 + 90 * k), each, 0.99)
        for k, each in enumerate(lines)
    ]
    with using(lambda _: words):
        yield


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("考评员证书__pdf", set()),
        ("考评员证书__png", set()),
        ("扫描__pdf", {("application", False), ("pictures", False)}),
    ],
)
def test_a_certificate_is_no_form(name: str, expected: set[object]) -> None:
    [page] = pictures(STEM)
    with saying(CERTIFICATE):
        data = page if name.endswith("png") else as_pdf(page)
        assert uses(dossier(**{name: data})) == expected


def test_files_of_a_dossier_share_the_pages_that_are_recognised() -> None:
    [page] = pictures(STEM)
    limits = DEFAULT._replace(scan=DEFAULT.scan._replace(pages=2))
    files = {f"扫描{k}__pdf": as_pdf(page, pages=2) for k in range(3)}
    with saying(CERTIFICATE):
        whole = sv.read(dossier(**files), kind="dossier", limits=limits)[0].model
    read = ["management-rules" not in {use.role for use in file.uses} for file in whole.files]  # type: ignore[attr-defined]
    assert read == [True, False, False]


def test_a_coloured_picture_is_no_paper() -> None:
    with replayed():
        import numpy as np  # noqa: PLC0415 - an extra

        from specvalidator.readers.scan.pixels import scaled  # noqa: PLC0415 - the same

        few = np.random.default_rng(1).integers(0, 255, (12, 16, 3), dtype=np.uint8)
        assert not looking.looks_like_paper(scaled(few, 80, 2))


def test_a_report_shows_the_picture_with_boxes_and_a_copy_marks_it() -> None:
    [page] = pictures(STEM)
    with replayed(f"{STEM}-1"):
        reports = sv.validate(page, name="form.png")
    with replayed(f"{STEM}-1"):
        shown = sv.render(reports, "html", files=[page])
    with replayed(f"{STEM}-1"):
        copy = sv.annotate(page, name="form.png")

    assert {each.gravity for report in reports for each in report.findings} == {"review"}
    assert "data:image/jpeg;base64," in shown
    assert shown.count('class="pin review"') == len(reports[0].findings)
    assert recognise(copy).format.suffix == ".pdf"
    assert copy.count(b"/Subtype /Highlight") + copy.count(b"/Subtype/Highlight") > 0


@pytest.mark.parametrize("packed", [None, as_pdf, as_word], ids=["picture", "PDF", "Word"])
def test_each_finding_shows_its_place_beside_what_was_read(
    packed: Callable[[bytes], bytes] | None,
) -> None:
    [page] = pictures(STEM)
    data = packed(page) if packed else page
    with replayed(f"{STEM}-1"):
        reports = sv.validate(data, name="form")
    with replayed(f"{STEM}-1"):
        shown = sv.render(reports, "html", files=[data])

    crops = re.findall(r'<svg viewBox="([^"]+)"[^>]*><use href="#([^"]+)"/>', shown)
    assert len(crops) == len(reports[0].findings)
    assert {name for _, name in crops} == {"d1-page1"}
    assert shown.count('id="d1-page1"') == 1  # the picture itself is there once
    [size] = re.findall(r'<image id="d1-page1" width="([^"]+)" height="([^"]+)"', shown)
    for box, _ in crops:
        x, y, width, height = map(float, box.split())
        assert 0 <= x <= x + width <= float(size[0]) + 0.02
        assert 0 <= y <= y + height <= float(size[1]) + 0.02
        assert height <= float(size[1]) / 2
    assert "<dt>读作</dt><dd>适量</dd>" in shown


def test_what_is_redacted_shows_no_picture() -> None:
    [page] = pictures(STEM)
    with replayed(f"{STEM}-1"):
        reports = sv.validate(page, name="form.png", redact=True)
    with replayed(f"{STEM}-1"):
        shown = sv.render(reports, "html", files=[page])
    assert "data:image" not in shown
    assert "<use" not in shown


def test_whatever_was_not_read_has_a_word_in_reports() -> None:
    assert set(UNREAD) == set(get_args(Unread))
