"""Pictures in reports, marked copies and dossiers: never taken in silence for what they are not."""

import io
import struct
import zipfile
from typing import get_args

import pytest

import specvalidator as sv
from readers.scan.recording import pictures, replayed
from specvalidator.document import Unread
from specvalidator.readers import recognise
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


def test_whatever_was_not_read_has_a_word_in_reports() -> None:
    assert set(UNREAD) == set(get_args(Unread))
