"""The written pages: links, commands and programs are real, and both languages are there."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from docs.site import ROOT
from make_pictures import DIGEST, FOLDER, file_of
from picture_pages import LANGS, pictures
from specvalidator.cli.parser import program
from specvalidator.packs import load_pack
from specvalidator.packs.checking import examined
from website.command_pages import commands, options

WRITTEN = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "docs", "docs/decisions", "examples", "rules", "benchmarks")
    for path in (ROOT / folder).glob("*.md")
)
"""Every page that somebody wrote, from the top of the repository."""
FOR_USERS = [page for page in WRITTEN if re.fullmatch(r"README.*|docs/[^/]+", page)]
ENGLISH_ONLY = {"docs/architecture.md"}
"""Pages for those who work on the program itself."""
PROGRAMS = ["README.md", "README.zh-CN.md", "docs/programmer.md", "docs/programmer.zh-CN.md"]
DRAFTS = {
    ".docx": ROOT / "examples/06-faults-net-mending.docx",
    ".pdf": ROOT / "examples/pdf/drawn/06-faults-net-mending.pdf",
}


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, *languages: str) -> list[str]:
    """The blocks of code of a page in some languages; "" for those that name none."""
    found = re.findall(r"^```(\w*)\n(.*?)^```", text_of(page), re.DOTALL | re.MULTILINE)
    return [block for language, block in found if language in languages]


def links(page: str) -> Iterator[str]:
    """The targets of a page's links and pictures that are no web addresses."""
    without_code = re.sub(r"^```.*?^```", "", text_of(page), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", without_code)):
        if not re.match(r"[a-z]+:", target) and not target.startswith("#"):
            yield target.partition("#")[0]


@pytest.fixture(scope="module")
def committed() -> set[str]:
    git = shutil.which("git")
    assert git
    listed = subprocess.run(  # noqa: S603 - our own repository
        [git, "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return set(listed.stdout.splitlines())


@pytest.mark.parametrize("page", WRITTEN)
def test_every_link_leads_to_a_file_that_a_plain_git_host_shows(
    page: str, committed: set[str]
) -> None:
    for target in links(page):
        path = ((ROOT / page).parent / target).resolve()
        assert path.relative_to(ROOT).as_posix() in committed, target


@pytest.mark.parametrize("page", sorted(set(FOR_USERS) - ENGLISH_ONLY))
def test_every_page_for_users_is_there_in_both_languages_and_says_so(page: str) -> None:
    name = Path(page).name
    chinese = name.endswith(".zh-CN.md")
    twin = name.replace(".zh-CN.md", ".md") if chinese else name.replace(".md", ".zh-CN.md")
    assert (ROOT / page).with_name(twin).is_file()
    assert f"]({twin})" in "".join(text_of(page).splitlines()[:4])


def said_commands(page: str) -> Iterator[list[str]]:
    """Every command of ours in the blocks of a page, without what is said about it."""
    for block in blocks(page, "", "text", "yaml", "console", "sh", "bash", "shell"):
        for line in block.splitlines():
            if match := re.search(r"(?:^|run: |- |&& |\\|/)(specvalidator\s.*)", line):
                said = re.split(r"\s{2,}(?=\S)|\s+#|（", match[1])[0]
                yield shlex.split(re.sub("(?<!--reason )…", "", said))[1:]


def mentioned_commands(page: str) -> Iterator[list[str]]:
    """Every command of ours that the sentences of a page name, with or without the program."""
    sentences = re.sub(r"^```.*?^```", "", text_of(page), flags=re.DOTALL | re.MULTILINE)
    for code in re.findall(r"`([^`\n]+)`", sentences):
        first, *rest = code.split()
        if first == "specvalidator" and rest:
            yield rest
        elif rest and rest[0].startswith("--") and first in commands(program()):
            yield [first, *rest]


def complaint(arguments: list[str]) -> str | None:
    """Say what in a command does not exist, None if all does."""
    known = commands(program())
    name = next((each for each in arguments if not each.startswith("-")), None)
    if name is not None and name not in known:
        return name
    command = program() if name is None else known[name]
    possible = {option for action in options(command) for option in action.option_strings}
    given = [each.partition("=")[0] for each in arguments if re.match(r"-{1,2}[A-Za-z]", each)]
    return next((each for each in given if each not in possible), None)


@pytest.mark.parametrize("page", FOR_USERS)
def test_every_command_of_a_page_exists(page: str) -> None:
    for arguments in [*said_commands(page), *mentioned_commands(page)]:
        assert complaint(arguments) is None, arguments


def test_commands_are_looked_at() -> None:
    assert sum(1 for page in FOR_USERS for _ in said_commands(page)) > 60
    assert sum(1 for page in FOR_USERS for _ in mentioned_commands(page)) > 30


@pytest.mark.parametrize("page", WRITTEN)
def test_every_script_that_a_page_runs_is_there_and_has_the_options(page: str) -> None:
    for script, arguments in re.findall(r"\bpython3? (\S+\.py)([^`#\n]*)", text_of(page)):
        path = ROOT / script
        assert path.is_file(), script
        for option in re.findall(r"--[\w-]+", arguments):
            assert f'"{option}"' in path.read_text(encoding="utf-8"), (script, option)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("chek draft.docx", "chek"),
        ("check draft.docx --colour", "--colour"),
        ("rules --output x", "--output"),
        ("check draft.docx --format json", None),
        ("--version", None),
    ],
)
def test_a_command_that_does_not_exist_is_seen(said: str, wrong: str | None) -> None:
    assert complaint(shlex.split(said)) == wrong


@pytest.mark.parametrize("page", PROGRAMS)
def test_every_python_block_runs_after_those_above_it(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = blocks(page, "python")
    assert programs
    for name, ending in re.findall(r'"(\w+(\.docx|\.pdf))"', "".join(programs)):
        shutil.copy(DRAFTS[ending], tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    names: dict[str, object] = {}
    for block in programs:
        exec(block, names)  # noqa: S102 - our own page


@pytest.mark.parametrize("page", ["docs/packs.md", "docs/packs.zh-CN.md"])
def test_the_pack_of_the_page_is_valid(page: str, tmp_path: Path) -> None:
    extending, names, words, added, clause, rule = blocks(page, "toml")
    file = tmp_path / "haiping-2024-1.toml"
    file.write_text(extending + names + words + added, encoding="utf-8")
    assert examined(file).faults == ()
    assert load_pack(file).rules["too-few-tasks"].params["least"] == 4
    assert load_pack(file).rules["missing-credit-code"].clause == "own-fields"

    whole = re.sub("^extends.*", "", extending.partition("[clauses")[0], flags=re.MULTILINE)
    file = tmp_path / "whole.toml"
    file.write_text(whole + clause + rule, encoding="utf-8")
    assert list(load_pack(file).rules) == ["too-few-tasks"]


def test_every_decision_is_in_the_list_of_decisions() -> None:
    listed = set(links("docs/decisions/README.md"))
    assert {path.name for path in (ROOT / "docs/decisions").glob("0*.md")} == listed


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_shows_findings_as_the_program_shows_them_today(lang: str) -> None:
    """A stale one is drawn anew by `python docs/make_pictures.py`; rules make none stale."""
    ((ending, today),) = [(LANGS[each], pictures(each)) for each in LANGS if each == lang]
    for name, picture in today.items():
        with Image.open(file_of(name, ending)) as image:
            assert image.info[DIGEST] == picture.digest, name


def test_every_picture_is_used_and_small() -> None:
    used = {target.removeprefix("pictures/") for page in FOR_USERS for target in links(page)}
    for file in FOLDER.glob("*.png"):
        assert file.name in used
        assert file.stat().st_size < 200_000


@pytest.mark.parametrize("file", ["check.bat", "mark.bat"])
def test_the_icons_for_windows_name_a_command_that_exists(file: str) -> None:
    data = (ROOT / "docs/windows" / file).read_bytes()
    assert data.decode("ascii").count("\n") == data.count(b"\r\n")
    (said,) = re.findall(r"specvalidator\.exe\" (.*)\r", data.decode("ascii"))
    chosen = re.findall(r"set how=(--\w+)", data.decode("ascii"))
    assert complaint([*said.replace('"', "").split(), *chosen]) is None
