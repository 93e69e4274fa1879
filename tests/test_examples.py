"""The examples: the files are fresh, and reading and judging them gives what is promised."""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import specvalidator as sv
from specvalidator.models import MODELS, Kind

EXAMPLES = Path(__file__).parent.parent / "examples"
KINDS_OF_FILES = ("*.docx", "*.json", "*.zip")
FILES = sorted(file for kind in KINDS_OF_FILES for file in EXAMPLES.glob(kind))
_LINE = re.compile(
    r"^\| \[(?P<file>[^]/]+\.(?:docx|json|zip))\]\((?P=file)\) ?(?P<number>\d*) \|[^|]+"
    r"\| (?P<verdict>\w+) \| (?P<rules>[^|]+) \|$",
    re.MULTILINE,
)


class Promise(NamedTuple):
    """One line of the table in examples/README.md."""

    file: str
    number: int
    verdict: str
    rules: set[str]


PROMISES = [
    Promise(
        line["file"],
        int(line["number"] or 1) - 1,
        line["verdict"],
        set(re.findall(r"`([^`]+)`", line["rules"])),
    )
    for line in _LINE.finditer((EXAMPLES / "README.md").read_text("utf-8"))
]


def expected_records(file: str) -> list[dict[str, Any]]:
    records = (EXAMPLES / "expected" / file).with_suffix(".json").read_text("utf-8")
    read: list[dict[str, Any]] = json.loads(records)
    return read


def python(script: str, *arguments: str) -> str:
    """Run one of the scripts and return what it prints."""
    command = [sys.executable, "-X", "utf8", str(EXAMPLES / script), *arguments]
    ended = subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, check=False, encoding="utf-8"
    )
    assert not ended.stderr
    return ended.stdout


def content(file: Path) -> list[tuple[str, bytes]]:
    """The members and not the bytes: another zlib may compress the same content differently."""
    if file.suffix == ".json":
        return [(file.name, file.read_bytes())]
    return members(file.read_bytes())


def members(data: bytes, below: str = "") -> list[tuple[str, bytes]]:
    """The members of a zip, and of the zips in it."""
    found: list[tuple[str, bytes]] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            inside = archive.read(name)
            is_zip = inside.startswith(b"PK")
            found += members(inside, f"{below}{name}/") if is_zip else [(below + name, inside)]
    return found


def test_the_committed_examples_are_what_the_script_writes(tmp_path: Path) -> None:
    python("make.py", str(tmp_path))
    made = sorted(file for kind in KINDS_OF_FILES for file in tmp_path.glob(kind))
    assert [file.name for file in made] == [file.name for file in FILES]
    for file in made:
        assert content(file) == content(EXAMPLES / file.name), file.name
        assert expected_records(file.name) == json.loads(
            (tmp_path / "expected" / file.name).with_suffix(".json").read_text("utf-8")
        )


def test_two_runs_of_the_script_write_the_same_bytes(tmp_path: Path) -> None:
    for run in ("a", "b"):
        python("make.py", str(tmp_path / run))
    for file in (tmp_path / "a").glob("*.*"):
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_the_readme_speaks_of_every_specification_of_every_example() -> None:
    promised = [(promise.file, promise.number) for promise in PROMISES]
    kept = [
        (file.name, index) for file in FILES for index in range(len(expected_records(file.name)))
    ]
    assert promised == kept


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_field_of_an_example_is_read_exactly(file: Path) -> None:
    submissions = sv.read(file)
    read = [submission.model.model_dump(mode="json") for submission in submissions]
    assert read == expected_records(file.name)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda each: f"{each.file[:2]}-{each.number + 1}")
def test_an_example_is_judged_as_the_readme_says(promise: Promise) -> None:
    report = sv.validate(EXAMPLES / promise.file)[promise.number]
    assert {finding.rule for finding in report.findings} == promise.rules
    assert report.verdict == promise.verdict


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_finding_about_an_example_names_a_place_in_the_file(file: Path) -> None:
    for report in sv.validate(file):
        for finding in report.findings:
            if file.suffix == ".json" or finding.rule == "missing-dossier-item":
                assert finding.location.place is None, finding.rule
            else:
                assert finding.location.place is not None, finding.rule
                assert finding.location.place.text, finding.rule


VERDICTS: dict[Kind, set[str]] = {
    "specification": {"pass", "review", "fail"},
    "application": {"pass", "review", "fail"},
    "announcement": {"pass", "fail"},
    "session": {"pass", "fail"},
    "dossier": {"pass", "review", "fail"},
}


@pytest.mark.parametrize("kind", MODELS)
def test_the_examples_of_each_kind_hold_clean_and_faulty_ones(kind: Kind) -> None:
    """What each rule says is shown by its own case file, which is its example."""
    reports = [report for file in FILES for report in sv.validate(file) if report.kind == kind]
    assert {report.verdict for report in reports} == VERDICTS[kind]


def test_the_program_for_one_file_names_the_fault() -> None:
    said = python("programs/one_file.py", str(EXAMPLES / "09-collection.docx"))
    assert [line.rpartition("：")[2] for line in said.splitlines() if "docx：" in line] == [
        "pass",
        "fail",
        "review",
    ]
    assert "weight-total" in said


def test_the_program_for_one_file_says_what_is_wrong_with_a_file_it_cannot_read() -> None:
    assert "找不到这个文件" in python("programs/one_file.py", "nowhere.docx")


def test_the_program_for_database_records_judges_and_writes_the_form(tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    said = python("programs/database_record.py", str(form)).splitlines()
    assert said[0] == "fail"
    rules = {line.split("\t")[1] for line in said[1:]}
    assert {"weight-total", "missing-applicants", "missing-requirement"} <= rules
    (submission,) = sv.read(form)
    assert isinstance(submission.model, sv.Specification)
    assert submission.model.name == "窗帘缝制"


def test_the_program_for_folders_writes_a_line_for_each_finding(tmp_path: Path) -> None:
    drafts = [Path(shutil.copy(file, tmp_path)) for file in sorted(EXAMPLES.glob("*.docx"))]
    lines = python("programs/folder_to_csv.py", str(tmp_path)).splitlines()
    findings = sum(max(1, len(report.findings)) for file in drafts for report in sv.validate(file))
    assert len(lines) == 1 + findings
