"""What developers are told is true: paths, verbs, lanes, versions."""

import re
import subprocess
import sys
import tomllib

import pytest

import lanes
from docs.site import ROOT
from specvalidator.version import __version__

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RELEASING = (ROOT / "RELEASING.md").read_text(encoding="utf-8")
JUSTFILE = (ROOT / "justfile").read_text(encoding="utf-8")
RECIPES = set(re.findall(r"^@?(\w+)(?: \*ARGS)?:$", JUSTFILE, re.MULTILINE))


def paths(page: str) -> list[str]:
    """What a page names as a file or folder of the repository."""
    named = re.findall(r"`([\w./*<>-]+/[\w./*<>-]*)`", page)
    return [each for each in named if not each.startswith((".venv/", "build/", "/"))]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "RELEASING.md", "docs/architecture.md"])
def test_every_path_of_a_page_is_there(page: str) -> None:
    named = paths((ROOT / page).read_text(encoding="utf-8"))
    assert page == "RELEASING.md" or len(named) > 3
    for path in named:
        pattern = re.sub(r"<\w+>|NAME", "*", path).rstrip("/")
        homes = (ROOT, ROOT / "src/specvalidator", ROOT / "docs")
        assert any(True for home in homes for _ in home.glob(pattern)), path


def test_every_verb_that_a_page_names_is_in_the_justfile() -> None:
    (table,) = re.findall(r"^\| `just …`.*?\n\n", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    said = set(
        re.findall(
            r"`(\w+)`", " ".join(row.lstrip("|").split("|")[0] for row in table.split("\n|"))
        )
    )
    used = set(re.findall(r"\bjust (\w+)", CONTRIBUTING + RELEASING))
    assert said | used <= RECIPES
    assert len(said) > 5


def test_ci_calls_the_verbs() -> None:
    called = re.findall(r"\bjust (\w+)", (ROOT / ".ci/run").read_text(encoding="utf-8"))
    assert {"check", "docs"} <= set(called) <= RECIPES


def test_the_fast_lane_is_named_before_all_other_ways_to_run_tests() -> None:
    first = CONTRIBUTING.index("-m pytest")
    assert CONTRIBUTING[first:].startswith('-m pytest -m "not slow"')


@pytest.mark.parametrize("place", lanes.SLOW)
def test_what_is_slow_is_there(place: str) -> None:
    assert (lanes.TESTS / place).exists()
    assert not any(other != place and place.startswith(f"{other}/") for other in lanes.SLOW)


@pytest.mark.parametrize("place", sorted(lanes.ALIKE))
def test_what_is_alike_everywhere_is_slow_and_asks_for_no_tool(place: str) -> None:
    path = lanes.TESTS / place
    modules = [path] if path.suffix else list(path.glob("test_*.py"))
    assert modules
    for module in modules:
        assert lanes.is_slow(module, ()), "what is quick runs everywhere"
        said = module.read_text(encoding="utf-8")
        named = re.findall(
            r"^(?:from|import) (?:tools|exporting)\b|soffice|browser:", said, re.MULTILINE
        )
        assert named == [], module


@pytest.mark.parametrize(
    ("path", "fixtures", "slow"),
    [
        ("batch/test_ray.py", (), True),
        ("service/page/test_page.py", (), True),
        ("readers/word/test_word_limits.py", (), True),
        ("readers/word/test_word_text.py", (), False),
        ("readers/word/test_word_text.py", ("tmp_path", "soffice"), True),
    ],
)
def test_a_test_is_slow_by_its_place_or_by_what_it_asks_for(
    path: str, fixtures: tuple[str, ...], *, slow: bool
) -> None:
    assert lanes.is_slow(lanes.TESTS / path, fixtures) is slow


@pytest.mark.slow
def test_m_chooses_a_lane() -> None:
    """Marks are given before `-m` chooses."""
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider",
         "-m", "not slow", "tests/batch/test_ray.py", "tests/properties/test_word.py",
         "tests/test_tools.py"],
        cwd=ROOT, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    chosen = set(re.findall(r"^tests/(.+)::", ended.stdout, re.MULTILINE))
    assert chosen == {"test_tools.py"}


def test_ci_leaves_out_what_the_bare_machine_has_passed_and_nothing_else() -> None:
    run = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert re.findall(r"-m pytest (.+)", run) == ['-n auto -m "$tests"']
    assert re.findall(r'tests=(".*")', run) == ['"not alike"', '""']


def test_the_layers_of_the_architecture_are_those_that_are_enforced() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^```\n(__main__ → .+?)```", page, re.DOTALL | re.MULTILINE)
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]
    layers, _, libraries = linter["contracts"]
    assert [" ".join(each.split()) for each in said.split("→")] == layers["layers"]

    bound = {each.removeprefix("specvalidator.") for each in libraries["source_modules"]}
    every = set(re.split(r"[|\s]+", " ".join(layers["layers"])))
    assert every - bound == {"__main__", "readers", "reports", "forms"}


def test_the_changelog_has_what_is_to_come_and_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", changelog, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    version, day = headings[1]
    assert version == __version__
    assert day


def test_ray_is_asked_for_by_its_own_extra_alone() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (dev,) = re.findall(r"^dev = \[(.*?)^\]", pyproject, re.DOTALL | re.MULTILINE)
    assert not re.search(r'"ray\b|\[ray\]', dev)


def test_the_lowest_versions_are_those_of_every_requirement_of_users() -> None:
    ended = subprocess.run(
        [sys.executable, ".ci/lowest.py"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [
        each for each in project["optional-dependencies"] if each not in ("dev", "docs", "ray")
    ]
    asked = [*project["dependencies"]]
    asked += [each for name in extras for each in project["optional-dependencies"][name]]
    assert ended.stdout.splitlines() == [each.replace(">=", "==") for each in asked]
