"""The examples as scans and photographs: fresh, read to the record of their twins, judged alike."""

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import specvalidator as sv
from readers.scan.recording import needs_extra
from test_pdf_examples import EXAMPLES, PROMISED, expected_records, name_of

SCANS = EXAMPLES / "scans"
FILES = sorted(SCANS.iterdir())
FORMS = [file for file in FILES if file.suffix != ".zip"]
_ALIKE = 2.0
"""Mean difference of two pictures, of 255, that another version of a library may make."""


def pages_in(data: bytes, suffix: str) -> list[Any]:
    """The pictures of a file; of a document those that stand in it, as they are packed there."""
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same
    import pypdf  # noqa: PLC0415 - only here

    if suffix == ".pdf":
        packed = [
            image.data for page in pypdf.PdfReader(io.BytesIO(data)).pages for image in page.images
        ]
    elif suffix in (".docx", ".ofd", ".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [archive.read(name) for name in archive.namelist()]
        nested = [each for each in members if each.startswith(b"%PDF")]
        if nested:
            return pages_in(nested[0], ".pdf")
        packed = [each for each in members if each.startswith((b"\xff\xd8", b"\x89PNG"))]
    elif suffix == ".tif":
        return list(cv2.imdecodemulti(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)[1])
    else:
        packed = [data]
    return [cv2.imdecode(np.frombuffer(each, np.uint8), cv2.IMREAD_COLOR) for each in packed]


def test_the_scans_are_those_that_the_readme_lists() -> None:
    assert [name_of(file) for file in FILES] == [
        name for name in PROMISED if name.startswith("scans/")
    ]


def test_the_readme_promises_what_it_says_of_the_word_twins() -> None:
    for file in FORMS:
        twin = PROMISED[f"{file.stem}.docx"]
        softened = [("review" if rules else verdict, rules) for verdict, rules in twin]
        assert PROMISED[name_of(file)] == softened, file.name


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_committed_scan_is_what_the_script_draws(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    monkeypatch.setattr(sys, "path", [str(EXAMPLES), *sys.path])
    import make_scans  # noqa: PLC0415 - found by the path above

    made = pages_in(make_scans.SCANS[file.name](), file.suffix)
    kept = pages_in(file.read_bytes(), file.suffix)
    assert [each.shape for each in made] == [each.shape for each in kept]
    for one, other in zip(made, kept, strict=True):
        assert np.abs(one.astype(int) - other).mean() < _ALIKE


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_scan_is_read_as_its_word_twin_and_judged_as_the_readme_says(file: Path) -> None:
    needs_extra()
    submissions = sv.read(file)
    if file in FORMS:
        read = [each.model.model_dump(mode="json") for each in submissions]
        assert read == expected_records(file)
    reports = [sv.check(each) for each in submissions]
    assert [
        (report.verdict, {finding.rule for finding in report.findings}) for report in reports
    ] == PROMISED[name_of(file)]
    assert {each.kind for report in reports for each in report.findings} <= {"review"}


def test_without_the_extra_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specvalidator.readers.scan.is_installed", lambda: False)
    with pytest.raises(sv.UnreadableFile) as refused:
        sv.validate(SCANS / "24-site-gaps.jpg")
    assert "[scan]" in refused.value.said("zh")
