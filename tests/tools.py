"""What some tests need beside Python: without it they are skipped, and in CI they fail."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, NoReturn

import pytest


class Tool(NamedTuple):
    """Something to install for some of the tests."""

    name: str
    package: str
    """By what a person installs it: a package of Debian, or an extra of this project."""
    programs: tuple[str, ...] = ()
    """What it is called on the path; one of them is enough."""


CALC = Tool("LibreOffice Calc", "libreoffice-calc-nogui")
CHROMIUM = Tool("Chromium", "chromium", ("chromium", "google-chrome"))
FAKETIME = Tool("faketime", "faketime", ("faketime",))
JAVA = Tool("a JDK", "openjdk-17-jdk-headless", ("javac",))
LIBREOFFICE = Tool("LibreOffice", "libreoffice-writer-nogui", ("soffice",))
NOTO = Tool("Noto Sans CJK", "fonts-noto-cjk")
POPPLER = Tool("Poppler", "poppler-utils", ("pdftoppm",))
UNSHARE = Tool("unshare, with the right to use it", "util-linux", ("unshare",))
SCAN = Tool("the extra for scans", "pip install -e '.[scan]'")
RAY = Tool("Ray", "pip install -e '.[ray]'")
_SAID = re.compile(r"Skipped: needs (?P<tool>.+)")


def program(tool: Tool) -> str:
    """Return the path of a tool's program; without it the test ends here."""
    found = next(filter(None, map(shutil.which, tool.programs)), None)
    return found or absent(tool)


def absent(tool: Tool) -> NoReturn:
    """End a test that needs what is not installed."""
    said = f"needs {tool.name} ({tool.package})"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)


def missing(reasons: Iterable[str]) -> str | None:
    """Say in one line what to install for how many of the tests that were skipped.

    Args:
        reasons: why each test was skipped, as pytest says it.
    """
    tests = Counter(found["tool"] for each in reasons if (found := _SAID.fullmatch(each)))
    if not tests:
        return None
    said = ", ".join(f"{tool} for {count}" for tool, count in tests.most_common())
    return f"{tests.total()} tests were skipped for want of a tool; install {said}."
