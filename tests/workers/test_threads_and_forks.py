"""In a program with threads, event loops or copies of itself, files are read as anywhere else."""

import os
import sys
from pathlib import Path

import pytest

from workers.test_programs import finished

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = EXAMPLES / "01-bamboo-basket.docx"
PDF = EXAMPLES / "pdf" / "drawn" / "06-faults-net-mending.pdf"
READ = """
import sys
import specvalidator as sv
PATHS = sys.argv[1:]
def read(path):
    return [(each.source.name, each.verdict) for each in sv.validate(path)]
one_by_one = [read(path) for path in PATHS]
"""
PROGRAMS = {
    "threads": """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as threads:
    assert list(threads.map(read, PATHS * 3)) == one_by_one * 3
""",
    "an event loop": """
import asyncio
async def together():
    return list(await asyncio.gather(*(asyncio.to_thread(read, path) for path in PATHS * 3)))
assert asyncio.run(together()) == one_by_one * 3
""",
    "a pool of processes": """
import multiprocessing
with multiprocessing.get_context("fork").Pool(2) as pool:
    assert pool.map(read, PATHS * 3) == one_by_one * 3
""",
    "copies made while threads read": """
import os, threading, time
def read_on():
    while True:
        read(PATHS[0])
for _ in range(2):
    threading.Thread(target=read_on, daemon=True).start()
for _ in range(8):
    time.sleep(0.02)
    pid = os.fork()
    if not pid:
        os._exit(0 if read(PATHS[0]) == one_by_one[0] else 1)
    assert os.waitpid(pid, 0)[1] == 0
""",
    "a pool made while a thread reads": """
import multiprocessing, threading
threading.Thread(target=lambda: [read(PATHS[0]) for _ in range(200)], daemon=True).start()
for _ in range(3):
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(read, PATHS) == one_by_one
""",
    "a copy made by the thread that reads": """
import os
from specvalidator.readers.pdf import opening
from specvalidator.readers.limits import PdfLimits
with opening.opened(open(PATHS[0], "rb").read(), PdfLimits()):
    pid = os.fork()
    if not pid:
        os._exit(0)
assert os.waitpid(pid, 0)[1] == 0
assert read(PATHS[0]) == one_by_one[0]
""",
}
END = 'print("begun", "ended", flush=True); import os; os._exit(0)'


@pytest.mark.skipif(sys.platform == "win32", reason="most of them fork")
@pytest.mark.parametrize("how", PROGRAMS)
def test_files_are_read_as_anywhere_else(how: str, tmp_path: Path) -> None:
    paths = [os.fspath(each) for each in (PDF, DRAFT)]
    program = READ + PROGRAMS[how] + END

    done = finished("-W", "ignore", "-c", program, *paths, folder=tmp_path)

    assert (done.stdout.split(), done.stderr) == (["begun", "ended"], "")
