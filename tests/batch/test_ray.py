"""Ray gives what the processes of one machine give; a process of it that is killed costs nothing.

A program of its own runs Ray: it starts servers and threads, and has warnings of its own.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from batch.deeds import work
from batch.making import archive, digests, judge, records
from tools import RAY, absent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module", autouse=True)
def ray() -> None:
    """Ray has an extra of its own, of which only this test asks."""
    if find_spec("ray") is None:
        absent(RAY)


def test_ray_gives_the_same_bytes_though_its_processes_are_killed(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 60)
    named = {1: "0001-crash", 12: "0012-held", 30: "0030-hang", 45: "0045-held"}
    for at, name in named.items():
        files[at] = files[at].rename(tmp_path / "in" / f"{name}.json")
    environment = os.environ | {
        "PYTHONPATH": str(TESTS),
        "RAY_USAGE_STATS_ENABLED": "0",
        "HOME": str(tmp_path / "home"),
    }
    program: list[str | Path] = [
        sys.executable,
        TESTS / "batch" / "on_ray.py",
        tmp_path / "in",
        tmp_path / "ray",
    ]
    done = subprocess.run(  # noqa: S603 - our own
        program, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    judge(archive(*sorted(files)), tmp_path / "here", work(seconds=8), count=2, size=8)

    assert json.loads(done.stdout.splitlines()[-1])["killed"] == ["ray", "ray"]
    assert digests(tmp_path / "ray") == digests(tmp_path / "here")
