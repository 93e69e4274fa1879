"""However sixty mixed submissions are handed over, each is accounted for, and in the same way."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

import specvalidator as sv
from extract.dossier.building import written, zipped
from mixed import COUNTED, DOSSIERS, EXPECTED, LITTER, submissions
from service.servers import form, running
from specvalidator.cli import run

FOLDER = "收件"
Entry = dict[str, Any]


class Accounts:
    """What entries of reports and errors say of each file, and of each dossier."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.files: dict[str, str] = {}
        self.dossiers: dict[str, str] = {}
        entries = list(entries)
        names = Counter(e["source"]["name"] for e in entries if e.get("kind") == "dossier")
        for entry in entries:
            name = _bare(entry["source"]["name"])
            if entry.get("kind") == "dossier":
                several = names[entry["source"]["name"]] > 1
                called = f"{name} {entry['subject']}" if several else name
                self.dossiers[called] = entry["verdict"]
                for each in entry["contents"]:
                    self.files.setdefault(_joined(name, each["name"]), "in a dossier")
        for entry in entries:
            if entry.get("kind") != "dossier":
                self.files[_bare(entry["source"]["name"])] = entry.get("error") or entry["verdict"]


def _bare(name: str) -> str:
    return name.removeprefix(f"{FOLDER}/")


def _joined(dossier: str, name: str) -> str:
    while name.startswith("../"):
        dossier, name = dossier.rpartition("/")[0], name.removeprefix("../")
    return f"{dossier}/{name}"


def entries_of(page: Mapping[str, Any]) -> list[Entry]:
    return [*page["reports"], *page["errors"]]


def agrees(accounts: Accounts) -> None:
    assert accounts.files == dict(EXPECTED)
    assert accounts.dossiers == dict(DOSSIERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which they came in."""
    return written(tmp_path_factory.mktemp("mixed") / FOLDER, submissions())


def test_there_are_sixty_files_and_each_is_expected_to_be_something() -> None:
    files = submissions()
    zips = {name for name in files if any(each.startswith(f"{name}/") for each in EXPECTED)}
    assert len(files) >= 60
    assert set(files) - zips - set(COUNTED) - set(LITTER) <= set(EXPECTED)


def test_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["check", "--as", "dossier", str(folder), "--format", "json"])
    page = json.loads(capsys.readouterr().out)
    assert status == 3
    assert page["passed_over"] == len(COUNTED)
    agrees(Accounts(entries_of(page)))


@pytest.mark.parametrize("form", ["text", "html", "markdown", "csv", "junit", "github", "sarif"])
def test_every_format_names_every_file_that_was_not_judged(folder: Path, form: str) -> None:
    page = sv.render(sv.validate(folder, kind="dossier"), form)
    if form == "sarif":
        log = json.loads(page)
        [invocation] = log["runs"][0]["invocations"]
        assert not invocation["executionSuccessful"]
        notes = invocation["toolExecutionNotifications"]
        told = Counter(each["descriptor"]["id"] for each in notes)
        refused = Counter(each for each in EXPECTED.values() if each in told)
        assert told == refused
        return
    for name, outcome in EXPECTED.items():
        if outcome in {"unsupported", "corrupt", "unrecognised"}:
            said = page.replace("\\~", "~").replace("\\_", "_")
            assert name in said, (form, name)
    assert "；没有发现问题。" not in page


def test_the_library(folder: Path) -> None:
    reports = sv.validate(folder, kind="dossier")
    agrees(Accounts(entries_of(json.loads(sv.render(reports, "json")))))
    assert {_bare(each.source.name) for report in reports for each in report.not_judged} == {
        name
        for name, outcome in EXPECTED.items()
        if outcome in {"unsupported", "corrupt", "unrecognised"}
    }


def test_a_batch(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run(["batch", "--as", "dossier", str(folder), "--out", str(out)]) == 3
    said = capsys.readouterr()
    lines = [
        json.loads(line)
        for part in sorted((out / "reports").glob("*.jsonl"))
        for line in part.read_text("utf-8").splitlines()
    ]
    agrees(Accounts(lines))
    assert f"略过{len(COUNTED)}个其他文件" in said.err
    aside = [json.loads(line) for line in (out / "set-aside.jsonl").read_text("utf-8").splitlines()]
    assert {_bare(each["name"]) for each in aside} == {
        name
        for name, outcome in EXPECTED.items()
        if outcome in {"unsupported", "corrupt", "unrecognised"}
    }


def test_the_service() -> None:
    uploads, loose = as_uploaded()
    entries: list[Entry] = []
    with running("specvalidator", "serve", "--port", "0", "--workers", "1") as server:
        entries += _asked(server.client, uploads, {"kind": "dossier"})
        for first in range(0, len(loose), 20):
            entries += _asked(server.client, loose[first : first + 20], {})
    for entry in entries:
        entry["source"]["name"] = as_kept(entry["source"]["name"])
    agrees(Accounts(entries))


def as_uploaded() -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
    """Return what a person uploads: each dossier as a zip, and every other file."""
    files = submissions()
    folders = ("白沙岛", "东岬", "北港")
    dossiers = [
        (
            f"{folder}.folder.zip",
            zipped(
                {
                    name.removeprefix(f"{folder}/"): data
                    for name, data in files.items()
                    if name.startswith(f"{folder}/")
                }
            ),
        )
        for folder in folders
    ]
    dossiers += [
        (name, data) for name, data in files.items() if "/" not in name and name.endswith(".zip")
    ]
    loose = [
        (name.replace("/", "∕"), data)
        for name, data in files.items()
        if name not in dict(dossiers) and not name.startswith(folders) and name not in COUNTED
    ]
    return dossiers, loose


def as_kept(name: str) -> str:
    return name.replace(".folder.zip", "").replace("∕", "/")


def _asked(
    client: httpx.Client, files: list[tuple[str, bytes]], params: dict[str, str]
) -> list[Entry]:
    answer = client.post("/v1/check", files=form(*files), params=params)
    assert answer.status_code == 200, answer.text
    return entries_of(answer.json())
