"""What hostile files cost a fresh process, measured from outside: seconds and memory.

    python tests/hostile/measuring.py [FORMAT …]

prints a line for every file in every format, or in those that are named; those beyond the promise
of five seconds and 300 MB begin with OVER.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile.files import FILES
from hostile.making.base import Hostile
from specvalidator.readers.limits import DEFAULT

FORMATS = ("json", "text", "html", "sarif", "markdown", "csv", "github", "junit", "xlsx")
_MEGABYTES = 300
_SECONDS = 5
_GIVE_UP = 60
"""Seconds by the clock after which a file has hung."""


class Outcome(NamedTuple):
    """What a fresh process made of a file."""

    status: int
    seconds: float
    """Of computing, of the whole tree of processes: on a busy machine a clock measures others."""
    megabytes: float
    """The most of any single process of the tree."""
    page: str
    remarks: str


def checked(file: Path, seconds: int = DEFAULT.cpu_seconds, form: str = "json") -> Outcome:
    """Run `specvalidator check` on a file in a process of its own.

    Args:
        file: what to check.
        seconds: of computing that it may ask for.
        form: the format of the page.
    """
    said = ["check", file.name, "--format", form, "--limit", f"cpu_seconds={seconds}"]
    said += ["--output", "page.xlsx"] if form == "xlsx" else []
    return measured(said, file.parent)


def measured(said: list[str], folder: Path) -> Outcome:
    """Run `specvalidator` in a process of its own.

    Args:
        said: what it is told.
        folder: where it stands; what it prints is written there.
    """
    command = [sys.executable, "-m", "specvalidator", *said]
    # A process begins with the peak of the one that started it: so a small one stands between.
    between = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", "-c", _BETWEEN, str(_GIVE_UP), *command],
        capture_output=True,
        cwd=folder,
        check=True,
    )
    page, remarks = (
        Path(folder, name).read_text("utf-8", "replace") for name in ("page", "remarks")
    )
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


def allowed(hostile: Hostile) -> tuple[int, float]:
    """Return how many seconds more a file may take than others, and how many MB in all."""
    if not hostile.pictured:
        return 0, _MEGABYTES
    more = DEFAULT.scan
    return more.first_seconds + more.page_seconds, _MEGABYTES + more.memory_bytes / 2**20


def main(forms: list[str]) -> None:
    """Measure all."""
    with tempfile.TemporaryDirectory() as folder:
        for hostile in FILES:
            file = Path(folder, hostile.name)
            file.write_bytes(hostile.make())
            for form in forms or FORMATS:
                found = checked(file, form=form)
                more, megabytes = allowed(hostile)
                kept = found.seconds <= _SECONDS + more and found.megabytes <= megabytes
                kept = kept and found.status in {0, 1, 3}
                print(
                    f"{'' if kept else 'OVER':5}{hostile.name:32}{form:9}{found.status:>4}"
                    f"{found.seconds:6.1f} s{found.megabytes:5.0f} MB",
                    flush=True,
                )
            file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
