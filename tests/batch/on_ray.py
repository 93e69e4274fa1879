"""A batch on Ray, two of whose processes are killed in mid-work: FOLDER OUT."""

import json
import os
import signal
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

from batch.deeds import work
from batch.making import archive
from specvalidator.batch.ray_engine import RayEngine
from specvalidator.batch.results import batch

_SECONDS = 8


def kill_holders(folder: Path, names: list[str], killed: list[str]) -> None:
    """Kill the process of Ray that holds each of these documents, and let their work go on."""
    for name in names:
        begun = folder / f"{name}.begun"
        while not (begun.exists() and begun.read_text()):
            time.sleep(0.005)
        holder = int(begun.read_text())
        command = Path(f"/proc/{holder}/cmdline").read_bytes()
        os.kill(holder, signal.SIGKILL)
        killed.append(command.partition(b"::")[0].decode())
        (folder / name).touch()


def main() -> None:
    """Judge the records of a folder."""
    folder, out = map(Path, sys.argv[1:3])
    held = out.with_name("held")
    held.mkdir()
    how = replace(work(seconds=_SECONDS), held=held)
    files = sorted(folder.iterdir())
    names = [path.name for path in files if "held" in path.name]
    killed: list[str] = []
    killer = threading.Thread(target=kill_holders, args=[held, names, killed], daemon=True)
    killer.start()
    batch(
        archive(*files),
        out,
        work=how,
        engine=lambda: RayEngine(how, 2, None),
        size=8,
    )
    print(json.dumps({"killed": killed}))  # noqa: T201 - for the test


if __name__ == "__main__":
    main()
