"""The security pages name every limit with its default, and files that there are."""

import re
from pathlib import Path

import pytest

from hostile.files import FILES
from hostile.making.companions import COMPANIONS
from specvalidator.cli.limits import NAMES
from specvalidator.readers import Limits

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs/security.md", ROOT / "docs/security.zh-CN.md"]
_MEGABYTE = 2**20

KNOWN = {each.name for each in FILES} | {each.name for each in COMPANIONS}
SUFFIXES = {name.rpartition(".")[2] for name in KNOWN}


def default(name: str) -> int:
    of, _, field = name.rpartition(".")
    value: int = getattr(getattr(Limits(), of) if of else Limits(), field)
    return value


def said(number: int, *, is_size: bool) -> str:
    return f"{number // _MEGABYTE} MB" if is_size else f"{number:,}"


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.name)
@pytest.mark.parametrize("name", NAMES)
def test_every_limit_stands_there_with_its_default(name: str, page: Path) -> None:
    is_size = name.endswith("bytes") or name == "ratio_from"
    row = f"| `{name}` | {said(default(name), is_size=is_size)} | "

    assert row in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(rf"`([\w-]+\.(?:{'|'.join(SUFFIXES)}))`", text))
    tests = set(re.findall(r"`((?:tests/)?[\w/]+\.py)`", text))

    assert len(named) > 80
    assert {each.rpartition(".")[2] for each in named} == SUFFIXES
    assert named <= KNOWN
    assert all((ROOT / each).exists() or (Path(__file__).parent / each).exists() for each in tests)


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.name)
def test_every_attack_names_what_stops_it_and_its_test(page: Path) -> None:
    body = re.sub(r"^\|.*\n\| ---.*\n", "", attacks(page), flags=re.MULTILINE)  # no headings
    rows = re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", body, re.MULTILINE)

    assert len(rows) > 55
    bare = [row for row in rows if not re.search(r"`[^`]+\.\w+`|`[^`]+/`|the same|同上", row[2])]
    assert bare == []


def attacks(page: Path) -> str:
    """Return the tables of attacks."""
    text = page.read_text(encoding="utf-8")
    return text[text.index("\n## ") : text.index("\n## ", text.index("\n## ") + 1)]


def test_both_pages_say_the_same() -> None:
    tables = [
        re.findall(
            r"`([^`]+)`", "\n".join(re.findall(r"^\|.*", page.read_text("utf-8"), re.MULTILINE))
        )
        for page in PAGES
    ]
    assert tables[0] == tables[1]
