"""Every hostile file is answered as promised, measured from outside: seconds and memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from hostile.files import FILES
from hostile.making.base import REPORT, Hostile
from specvalidator.readers.limits import DEFAULT

_BEGINNING = 1
"""Seconds of computing before a file is read and after it is ended."""
_PATIENCE = 3
"""How many times longer than the limit a slow machine may take for what must have an answer."""
_MEGABYTES = 300
_GIVE_UP = 60
"""Seconds by the clock after which a file has hung."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="wait4 is that of POSIX")


class Outcome(NamedTuple):
    """What a fresh process made of a file."""

    status: int
    seconds: float
    """Of computing, of the whole tree of processes: on a busy machine a clock measures others."""
    megabytes: float
    """The most of any single process of the tree."""
    page: str
    remarks: str


def checked(file: Path, seconds: int = DEFAULT.cpu_seconds) -> Outcome:
    """Run `specvalidator check` on a file in a process of its own.

    Args:
        file: what to check.
        seconds: of computing that it may ask for.
    """
    command = [sys.executable, "-m", "specvalidator", "check", file.name, "--format", "json"]
    command += ["--limit", f"cpu_seconds={seconds}"]
    # A process begins with the peak of the one that started it: so a small one stands between.
    between = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", "-c", _BETWEEN, str(_GIVE_UP), *command],
        capture_output=True,
        cwd=file.parent,
        check=True,
    )
    page, remarks = (Path(file.parent, name).read_text("utf-8") for name in ("page", "remarks"))
    status, seconds, megabytes = json.loads(between.stdout)
    return Outcome(status, seconds, megabytes, page, remarks)


_BETWEEN = """
import json, os, signal, subprocess, sys
with open("page", "wb") as page, open("remarks", "wb") as remarks:
    process = subprocess.Popen(sys.argv[2:], stdout=page, stderr=remarks, start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(int(sys.argv[1]))
    _, status, usage = os.wait4(process.pid, 0)
seconds = usage.ru_utime + usage.ru_stime
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / 1024]))
"""


def answers(outcome: Outcome) -> set[str]:
    """Return the words of refusal, and `report` where there is one."""
    page = json.loads(outcome.page)
    found = {each["error"] for each in page["errors"]}
    return found | ({REPORT} if page["reports"] else set())


@pytest.mark.parametrize("hostile", FILES, ids=lambda each: each.name)
def test_a_hostile_file_is_answered_in_time_and_in_bounds(hostile: Hostile, tmp_path: Path) -> None:
    file = tmp_path / hostile.name
    file.write_bytes(hostile.make())

    seconds = DEFAULT.cpu_seconds * (1 if "timeout" in hostile.answers else _PATIENCE)
    outcome = checked(file, seconds)

    assert outcome.status in (0, 1, 3), (hostile.why, outcome.remarks)
    assert answers(outcome) <= hostile.answers, hostile.why
    assert "Traceback" not in outcome.remarks
    assert outcome.seconds <= seconds + _BEGINNING, hostile.why
    assert outcome.megabytes <= _MEGABYTES, hostile.why
    spoken = {
        finding["rule"]
        for each in json.loads(outcome.page)["reports"]
        for finding in each["findings"]
    }
    assert hostile.rules <= spoken, hostile.why


def test_there_are_enough_of_them_and_each_says_why() -> None:
    assert len(FILES) >= 60
    assert len({each.name for each in FILES}) == len(FILES)
    assert all(each.why and each.answers for each in FILES)
