"""A batch on Ray, two of whose processes are killed on the way: FOLDER OUT."""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

from batch.deeds import work
from batch.making import archive
from specvalidator.batch.ray_engine import RayEngine
from specvalidator.batch.results import batch


def judging() -> list[int]:
    """Return the processes of Ray that judge documents."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            name = (process / "cmdline").read_bytes()
            mine = (process / "environ").read_bytes()
        except OSError:
            continue
        if name.startswith(b"ray::judged") and os.environ["PYTHONPATH"].encode() in mine:
            found.append(int(process.name))
    return sorted(found)


def kill_two(killed: list[int]) -> None:
    """Kill two processes of Ray in the middle of what they do; wait for them a minute at most."""
    until = time.monotonic() + 60
    while len(killed) < 2 and time.monotonic() < until:
        time.sleep(0.05)
        for one in judging()[:1]:
            os.kill(one, signal.SIGKILL)
            killed.append(one)


def main() -> None:
    """Judge the records of a folder."""
    folder, out = map(Path, sys.argv[1:3])
    how = work(seconds=8, pause=0.02)
    killed: list[int] = []
    killer = threading.Thread(target=kill_two, args=[killed], daemon=True)
    killer.start()
    batch(
        archive(*sorted(folder.iterdir())),
        out,
        work=how,
        engine=lambda: RayEngine(how, 2, None),
        size=8,
    )
    print(json.dumps({"killed": len(set(killed))}))  # noqa: T201 - for the test


if __name__ == "__main__":
    main()
