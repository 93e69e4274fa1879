"""The examples as PDF: fresh, read to the record of their Word twins, and judged alike."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pytest

import specvalidator as sv
from exporting import Export
from specvalidator.places import PdfPlace

EXAMPLES = Path(__file__).parent.parent / "examples"
WORDS = sorted(EXAMPLES.glob("*.docx"))
FILES = sorted(EXAMPLES.glob("pdf/*/*.pdf"))
_LINE = re.compile(
    r"^\| \[(?P<file>[^]]+)\]\((?P=file)\) ?\d* \|[^|]+\| (?P<verdict>\w+) \| (?P<rules>[^|]+) \|$",
    re.MULTILINE,
)
Verdicts = list[tuple[str, set[str]]]
"""Verdict and rules of each submission of a file."""


def promised() -> dict[str, Verdicts]:
    """What the README says of each file, Word and PDF."""
    found: dict[str, Verdicts] = {}
    for line in _LINE.finditer((EXAMPLES / "README.md").read_text("utf-8")):
        rules = set(re.findall(r"`([^`]+)`", line["rules"]))
        found.setdefault(line["file"], []).append((line["verdict"], rules))
    return found


PROMISED = promised()


def name_of(file: Path) -> str:
    return file.relative_to(EXAMPLES).as_posix()


def promise_for(file: Path) -> Verdicts:
    """What the README says of a PDF: what it says of its Word twin, unless it says otherwise."""
    return PROMISED.get(name_of(file), PROMISED[f"{file.stem}.docx"])


def expected_records(file: Path) -> list[dict[str, Any]]:
    text = (EXAMPLES / "expected" / f"{file.stem}.json").read_text("utf-8")
    records: list[dict[str, Any]] = json.loads(text)
    return records


def records_of(data: Path | bytes) -> list[dict[str, Any]]:
    return [submission.model.model_dump(mode="json") for submission in sv.read(data)]


def findings_of(data: Path | bytes) -> list[list[tuple[str, str, str]]]:
    return [
        [(each.rule, each.kind, each.location.path) for each in report.findings]
        for report in sv.validate(data)
    ]


def test_every_word_file_has_a_pdf_of_both_sets() -> None:
    stems = [word.stem for word in WORDS]

    for made in ("drawn", "exported"):
        assert [file.stem for file in FILES if file.parent.name == made] == stems


def test_the_committed_drawings_are_what_the_script_draws(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "utf8", str(EXAMPLES / "make_pdf.py"), "drawn", str(tmp_path)]
    subprocess.run(command, check=True)  # noqa: S603 - our own script
    for file in FILES:
        if file.parent.name == "drawn":
            assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_the_committed_exports_say_what_libreoffice_exports_today(soffice: Export) -> None:
    exported = soffice({word.stem: word.read_bytes() for word in WORDS})
    for stem, data in exported.items():
        committed = EXAMPLES / "pdf" / "exported" / f"{stem}.pdf"
        assert records_of(data) == records_of(committed), stem
        assert findings_of(data) == findings_of(committed), stem


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_pdf_gives_the_record_of_its_word_twin(file: Path) -> None:
    found = records_of(file)
    if name_of(file) == "pdf/exported/04-apple-pruning.pdf":
        # LibreOffice prints the row that a tracked change deletes.
        (gone,) = [task for task in found[0]["tasks"] if task["name"] == "果实套袋"]
        found[0]["tasks"].remove(gone)

    assert found == expected_records(file)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_pdf_is_judged_as_the_readme_says(file: Path) -> None:
    reports = sv.validate(file)

    assert [
        (report.verdict, {finding.rule for finding in report.findings}) for report in reports
    ] == promise_for(file)


def test_the_readme_lists_no_pdf_that_differs_in_nothing() -> None:
    listed = [name for name in PROMISED if name.startswith("pdf/")]

    assert listed
    for name in listed:
        assert PROMISED[name] != PROMISED[f"{Path(name).stem}.docx"], name


# ── places ───────────────────────────────────────────────────────────────────────────────


class Quoted(NamedTuple):
    """What a finding says is written at a place, and what stands in its box."""

    rule: str
    written: str
    in_box: str


def squeezed(text: str) -> str:
    return "".join(text.split())


def is_inside(box: tuple[float, float, float, float], thing: dict[str, Any]) -> bool:
    """Say whether it is a letter whose middle lies in a box."""
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    letter = thing["object_type"] == "char"
    return letter and bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def quoted(file: Path) -> Iterator[Quoted]:
    """Every finding that quotes the file, with the text that pdfplumber finds in its box."""
    with pdfplumber.open(io.BytesIO(file.read_bytes())) as pdf:
        for report in sv.validate(file):
            for finding in report.findings:
                place, written = finding.location.place, finding.location.written
                assert isinstance(place, PdfPlace), finding.rule
                x0, y0, x1, y1 = place.box
                page = pdf.pages[place.page - 1]
                assert x0 >= 0
                assert y0 >= 0
                assert x1 <= page.width
                assert y1 <= page.height
                if written:
                    inside = page.filter(partial(is_inside, place.box))
                    yield Quoted(finding.rule, squeezed(written), squeezed(inside.extract_text()))


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_the_box_of_a_finding_holds_the_words_at_fault(file: Path) -> None:
    for rule, written, in_box in quoted(file):
        whole = written.removesuffix("…")  # a long quote is shortened
        assert whole in in_box, rule
