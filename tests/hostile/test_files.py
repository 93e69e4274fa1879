"""Every hostile file is answered as promised, measured from outside: seconds and memory."""

import json
import sys
from pathlib import Path

import pytest

from hostile.files import FILES
from hostile.making.answers import ANSWERS
from hostile.making.base import REPORT, Hostile
from hostile.measuring import FORMATS, Outcome, allowed, checked
from specvalidator.readers.limits import DEFAULT

_BEGINNING = 1
"""Seconds of computing before a file is read and after it is ended."""
_PATIENCE = 3
"""How many times longer than the limit a slow machine may take for what must have an answer."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="wait4 is that of POSIX")


def answers(outcome: Outcome) -> set[str]:
    """Return the words of refusal, and `report` where there is one."""
    page = json.loads(outcome.page)
    found = {each["error"] for each in page["errors"]}
    return found | ({REPORT} if page["reports"] else set())


def cases() -> list[object]:
    """Each file by its name; the answers about pictures depend on whether they are recognised."""
    return [
        pytest.param(each, id=each.name, marks=[] if shows_pictures(each) else [pytest.mark.alike])
        for each in FILES
    ]


def shows_pictures(hostile: Hostile) -> bool:
    """Say whether a file is a picture, or is about those in it."""
    return hostile.pictured or "picture" in f"{hostile.name} {hostile.why}"


@pytest.mark.parametrize("hostile", cases())
def test_a_hostile_file_is_answered_in_time_and_in_bounds(hostile: Hostile, tmp_path: Path) -> None:
    file = tmp_path / hostile.name
    file.write_bytes(hostile.make())

    seconds = DEFAULT.cpu_seconds * (1 if "timeout" in hostile.answers else _PATIENCE)
    outcome = checked(file, seconds)

    assert outcome.status in (0, 1, 3), (hostile.why, outcome.remarks)
    assert answers(outcome) <= hostile.answers, hostile.why
    assert "Traceback" not in outcome.remarks
    more, megabytes = allowed(hostile)
    assert outcome.seconds <= seconds + more + _BEGINNING, hostile.why
    assert outcome.megabytes <= megabytes, hostile.why
    spoken = {
        finding["rule"]
        for each in json.loads(outcome.page)["reports"]
        for finding in each["findings"]
    }
    assert hostile.rules <= spoken, hostile.why


_OTHERS = [each for each in FILES if each not in ANSWERS][::8]
_FORMED = [(each, FORMATS[1 + at % 8]) for at, each in enumerate((*ANSWERS, *_OTHERS))]
"""Files about which there is much to say and some of every kind; each in another format in turn.
All in all formats are measured by `measuring.py`, which takes an hour."""


@pytest.mark.parametrize(("hostile", "form"), _FORMED, ids=lambda each: getattr(each, "name", each))
def test_no_format_costs_more(hostile: Hostile, form: str, tmp_path: Path) -> None:
    file = tmp_path / hostile.name
    file.write_bytes(hostile.make())

    outcome = checked(file, DEFAULT.cpu_seconds * _PATIENCE, form)

    assert outcome.status in (0, 1, 3), (hostile.why, outcome.remarks)
    assert "Traceback" not in outcome.remarks
    assert outcome.megabytes <= allowed(hostile)[1], hostile.why


def test_there_are_enough_of_them_and_each_says_why() -> None:
    assert len(FILES) >= 240
    assert len({each.name for each in FILES}) == len(FILES)
    assert all(each.why and each.answers for each in FILES)
