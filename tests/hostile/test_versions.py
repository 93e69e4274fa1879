"""What is installed is new enough not to have the faults that are known."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from lxml import etree

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"

LEAST = {
    "lxml": ((6, 1), "CVE-2022-2309 and those of the libxml2 that older wheels carry"),
    "pydantic": ((2, 4), "CVE-2024-3772: a regular expression that runs on"),
    "pypdfium2": ((5,), "older wheels carry a PDFium of before 2025"),
    "python-docx": ((0, 8, 6), "CVE-2016-5851: external entities"),
    "pdfminer.six": ((20251230,), "CVE-2025-64512: pickled character maps; the tests use it"),
    "pillow": ((11, 3), "CVE-2025-48379: a heap overflow; the tests use it"),
    "reportlab": ((3, 6, 13), "CVE-2023-33733: code in a colour; the tests use it"),
}
"""Least version of what reads or writes files, and why."""


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text.partition("+")[0]))


@pytest.mark.parametrize("name", LEAST)
def test_a_library_is_newer_than_its_known_faults(name: str) -> None:
    least, why = LEAST[name]

    assert numbers(version(name)) >= least, why


def test_what_is_installed_for_users_may_not_be_older() -> None:
    declared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    bounds = dict(each.split(">=") for each in declared)

    for name, (least, why) in LEAST.items():
        if name in bounds:
            assert numbers(bounds[name]) >= least, why


def test_libxml2_is_newer_than_its_known_faults() -> None:
    """CVE-2025-32414 and CVE-2025-32415 end with 2.13.8 and 2.14.2."""
    at = etree.LIBXML_VERSION

    assert at >= (2, 14, 2) or (2, 13, 8) <= at < (2, 14), at
