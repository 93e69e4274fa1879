"""The examples in every format: fresh, read to the record of their Word twins, and judged alike."""

import subprocess
import sys
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.readers import recognise
from specvalidator.readers.formats import (
    OFD,
    OLD_WORD,
    OPEN_DOCUMENT,
    RICH_TEXT,
    WEB_PAGE,
    WORD_XML,
)
from test_pdf_examples import (
    EXAMPLES,
    Verdicts,
    expected_records,
    findings_of,
    promise_for,
    records_of,
)

FORMATS = {
    "ofd": OFD,
    "doc": OLD_WORD,
    "odt": OPEN_DOCUMENT,
    "rtf": RICH_TEXT,
    "html": WEB_PAGE,
    "xml": WORD_XML,
}
FILES = sorted(file for suffix in FORMATS for file in EXAMPLES.glob(f"{suffix}/*.{suffix}"))
STEMS = sorted(file.stem for file in EXAMPLES.glob("*.docx"))
EMBEDDED = "11-review-wheat-straw"
"""It embeds a web page, which no other format holds but flat OPC."""
TABBED = "12-misprints-cloth-shoes"
"""Its tabs are what it is about, and web pages have none."""


def named(file: Path) -> str:
    return file.relative_to(EXAMPLES).as_posix()


def promised(file: Path) -> Verdicts:
    """What the README says of a file: of an OFD, what it says of the PDF it was written from."""
    if file.suffix == ".ofd":
        return promise_for(EXAMPLES / "pdf" / "exported" / f"{file.stem}.pdf")
    told = promise_for(file)
    if file.stem != EMBEDDED or file.suffix == ".xml":
        return told
    return [(verdict, rules - {"unreadable-value"}) for verdict, rules in told]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_word_file_has_a_twin_in_every_format(suffix: str) -> None:
    left_out = {TABBED} if suffix == "html" else set()
    found = {file.stem for file in FILES if file.suffix == f".{suffix}"}
    assert found == set(STEMS) - left_out


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_is_what_its_name_says(file: Path) -> None:
    assert recognise(file.read_bytes()).format is FORMATS[file.suffix[1:]]


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_gives_the_record_of_its_word_twin(file: Path) -> None:
    found = records_of(file)
    if named(file) == "ofd/04-apple-pruning.ofd":
        # LibreOffice prints the row that a tracked change deletes.
        (gone,) = [task for task in found[0]["tasks"] if task["name"] == "果实套袋"]
        found[0]["tasks"].remove(gone)

    assert found == expected_records(file)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_is_judged_as_the_readme_says(file: Path) -> None:
    reports = sv.validate(file)

    assert [
        (report.verdict, {finding.rule for finding in report.findings}) for report in reports
    ] == promised(file)


@pytest.mark.slow
def test_the_committed_ofd_files_are_what_the_script_writes(tmp_path: Path) -> None:
    script = str(EXAMPLES / "make_formats.py")
    subprocess.run([sys.executable, "-X", "utf8", script, "ofd", str(tmp_path)], check=True)  # noqa: S603 - our own script
    for file in sorted(EXAMPLES.glob("ofd/*.ofd")):
        made = tmp_path / "ofd" / file.name
        assert findings_of(made) == findings_of(file), file.name
        assert records_of(made) == records_of(file), file.name
