"""Every command of the pages is run as printed, with documents under the names that it says."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.site import ROOT
from docs.test_written_pages import FOR_USERS, mentioned_commands, said_commands, text_of
from specvalidator.cli import run
from specvalidator.cli.parser import parsed

EXAMPLES = ROOT / "examples"
NOT_RUN = {
    "--watch": "it watches until it is stopped: tests/cli/test_watching.py",
    "serve": "it serves until it is stopped: tests/service",
    "ray": "it asks a cluster of Ray: tests/batch/test_ray.py",
    "token": "it writes where the system keeps its settings: tests/service/test_letting_in.py",
}
"""Words of commands that no test of a page can run, and where they are tested."""
REPLACED = {"RULE": "weight-total", "规则": "weight-total"}
"""Words in the place of which a reader writes others."""
WRITTEN_BY = {"-o", "--output", "--out"}
VALUES = {"--format", "--fail-on", "--lang", "--on", "--as", "--reason", "--until", "--approved-by"}
VALUES |= {"--select", "--ignore"}
"""Options whose values are no files."""
ENOUGH = {0, 1}
"""Exit statuses of a command that did what it says."""


def stand_in(path: Path, arguments: list[str]) -> None:
    """Put a document of ours where a command looks for one of the reader's."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    site = re.search("site|application|申请表", path.name)
    models = {
        ".docx": EXAMPLES / ("21-site-pastry.docx" if site else "06-faults-net-mending.docx"),
        ".pdf": EXAMPLES / "pdf/drawn/06-faults-net-mending.pdf",
        ".ofd": EXAMPLES / "ofd/06-faults-net-mending.ofd",
        ".zip": EXAMPLES / "51-dossier-complete.zip",
        ".json": EXAMPLES / "42-session-faulty.json",
        ".csv": ROOT / "tests/rules/catalogue.csv",
        ".toml": EXAMPLES / "packs/haiping-2024-1.toml",
    }
    if path.suffix in models:
        shutil.copyfile(models[path.suffix], path)
    elif "dossier" in arguments:
        zipfile.ZipFile(models[".zip"]).extractall(path)
    else:
        path.mkdir()
        shutil.copyfile(models[".docx"], path / "net-mending.docx")


def files(arguments: list[str]) -> list[str]:
    """The names in a command of what must be there before it runs."""
    command, *rest = arguments
    found = []
    for before, each in zip(arguments, rest, strict=False):
        if each.startswith("-") or before in VALUES | WRITTEN_BY:
            continue
        if command in {
            "check",
            "annotate",
            "read",
            "batch",
            "letter",
            "compare",
            "convert",
        } or before in {
            "--pack",
            "--catalogue",
        }:
            found.append(each)
    if command == "waive":
        found.append(rest[1])
    if arguments[:2] == ["pack", "diff"]:
        found += [each for each in rest if each.endswith(".toml")]
    return found


def to_run() -> list[tuple[str, list[list[str]]]]:
    """The commands of each page, in its order: one may need what another wrote."""
    return [
        (page, commands)
        for page in FOR_USERS
        if (commands := [each for each in whole_commands(page) if not NOT_RUN.keys() & set(each)])
    ]


def whole_commands(page: str) -> Iterator[list[str]]:
    """The commands of a page as a reader gives them, those in sentences too if nothing lacks."""
    in_sentences = [each for each in mentioned_commands(page) if is_whole(each)]
    for arguments in [*said_commands(page), *in_sentences]:
        yield [REPLACED.get(each, each) for each in arguments]


def is_whole(arguments: list[str]) -> bool:
    """Say whether a command can be given as it stands."""
    try:
        parsed(arguments)
    except SystemExit:
        return False
    return {"NAME", "名称"}.isdisjoint(arguments)


NOT_TO_RUN = [
    (page, each)
    for page in FOR_USERS
    for each in whole_commands(page)
    if NOT_RUN.keys() & set(each)
]


@pytest.mark.parametrize(("page", "arguments"), NOT_TO_RUN)
def test_what_is_not_run_is_understood(page: str, arguments: list[str]) -> None:
    assert is_whole(arguments), page


def test_little_is_not_run() -> None:
    assert len({tuple(each) for _, each in NOT_TO_RUN}) < 12


@pytest.mark.parametrize(("page", "commands"), to_run(), ids=[page for page, _ in to_run()])
def test_every_command_of_a_page_does_what_it_says(
    page: str,
    commands: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in commands:
        if arguments in (["annotate", "--suggest"], ["annotate", "--summary"]):
            continue  # the README continues the line above: annotate …
        if "README" in page and Path(arguments[-1]).is_file() and "-o" in arguments:
            Path(arguments[-1]).unlink()  # its lines are uses of their own, not steps
        for name in files(arguments):
            stand_in(tmp_path / name, arguments)
        try:
            status = run(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        assert status in ENOUGH, (page, arguments, said.err)
        for option in WRITTEN_BY & set(arguments):
            written = Path(arguments[arguments.index(option) + 1])
            assert written.exists(), (page, arguments)
            if arguments[0] == "new" and "--from" not in arguments:
                written.unlink()
                stand_in(written, arguments)  # what a reader has filled in by the next line


# ── pip ──────────────────────────────────────────────────────────────────────────────────

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
EXTRAS = set(
    re.findall(r"^(\w+) = \[", PYPROJECT.partition("optional-dependencies]")[2], re.MULTILINE)
)
PIP = re.compile(r"pip (?:install|wheel|download)\b[^`。]*")


def pip_commands() -> list[tuple[str, str]]:
    pages = [(page, text_of(page)) for page in [*FOR_USERS, "CONTRIBUTING.md", "RELEASING.md"]]
    sources = [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in (ROOT / "src/specvalidator").rglob("*.py")
    ]
    return [
        (name, line)
        for name, text in pages + sources
        for row in text.splitlines()
        for line in PIP.findall(row)
    ]


@pytest.mark.parametrize(("page", "command"), pip_commands())
def test_what_pip_is_asked_for_is_there_to_install(page: str, command: str) -> None:
    """The package is published nowhere: it comes from a clone, or from a folder of wheels."""
    for extra in re.findall(r"(?:\.|specvalidator|main|whl\))\[(\w+)\]", command):
        assert extra in EXTRAS, page
    if re.search(r"(?<![\w/\\.-])'?\"?specvalidator\b(?![-\\/])", command):
        assert "--find-links" in command or "…" in command, page
    if named := re.search(r"(\S*)specvalidator-main", command):
        assert re.search(r"[\\/]$", named[1]), "a name without a slash is looked for at an index"
    for platform in re.findall(r"--platform (\S+)", command):
        assert platform in {"win_amd64", "manylinux2014_x86_64"}, "pypdfium2 has no other wheels"


def test_commands_of_pip_are_looked_at() -> None:
    commands = [command for _, command in pip_commands()]
    assert len(commands) > 25
    assert sum("--platform" in each for each in commands) == 6
    assert sum("[server]" in each for each in commands) > 8
