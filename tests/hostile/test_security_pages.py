"""The security pages name every limit with its default, and files that there are."""

import re
from pathlib import Path

import pytest

from hostile.files import FILES
from specvalidator.cli.limits import NAMES
from specvalidator.readers import Limits

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs/security.md", ROOT / "docs/security.zh-CN.md"]
_MEGABYTE = 2**20


def default(name: str) -> int:
    of, _, field = name.rpartition(".")
    value: int = getattr(Limits().pdf if of else Limits(), field)
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
    named = set(re.findall(r"`([\w-]+\.(?:docx|zip|pdf|json))`", text))
    tests = set(re.findall(r"`((?:tests/)?[\w/]+\.py)`", text))

    assert len(named) > 30
    assert named <= {each.name for each in FILES}
    assert all((ROOT / each).exists() or (Path(__file__).parent / each).exists() for each in tests)


def test_both_pages_say_the_same() -> None:
    tables = [
        re.findall(
            r"`([^`]+)`", "\n".join(re.findall(r"^\|.*", page.read_text("utf-8"), re.MULTILINE))
        )
        for page in PAGES
    ]
    assert tables[0] == tables[1]
