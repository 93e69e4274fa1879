"""`isolate` works wherever the library does: no program has to be written for it."""

import json
import multiprocessing
import multiprocessing.spawn
import os
import subprocess
import sys
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.workers.starting import NoPython

DRAFT = Path(__file__).parents[2] / "examples" / "01-bamboo-basket.docx"
READ = f"""
import specvalidator as sv
def verdicts():
    limits = sv.Limits(isolate=True)
    return [report.verdict for report in sv.validate({str(DRAFT)!r}, limits=limits)]
"""
PROGRAMS = {
    "without a guard": "print('begun', *verdicts())",
    "in a thread": "from concurrent.futures import ThreadPoolExecutor as Threads\n"
    "with Threads(2) as threads: print('begun', *threads.submit(verdicts).result())",
    "in an event loop, as in a notebook": "import asyncio\n"
    "async def cell(): return verdicts()\nprint('begun', *asyncio.run(cell()))",
    "in a process that may have none of its own": "import multiprocessing\n"
    "with multiprocessing.get_context('fork').Pool(1) as pool:\n"
    "    print('begun', *pool.apply(verdicts))",
    "in a folder with a module of a stranger": "import os\n"
    "open('json.py', 'w').write('raise SystemExit(7)')\n"
    "os.mkdir('specvalidator'); print('begun', *verdicts())",
    "with no input and no output": "import os, sys\nfound = verdicts\n"
    "os.close(0); said = os.dup(1); os.close(1)\n"
    "os.write(said, f'begun {verdicts()[0]}'.encode())",
}


def finished(*arguments: str, folder: Path, program: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments],
        input=program,
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="one of them forks")
@pytest.mark.parametrize("how", PROGRAMS)
def test_a_file_is_read_apart(how: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(READ + PROGRAMS[how], encoding="utf-8")
    desk = tmp_path / "desk"
    desk.mkdir()

    done = finished(str(program), folder=desk)

    assert (done.stdout.split(), done.stderr) == (["begun", "pass"], "")


@pytest.mark.parametrize("how", ["-", "-c"])
def test_a_program_that_is_no_file_reads_files_apart(how: str, tmp_path: Path) -> None:
    program = READ + PROGRAMS["without a guard"]
    arguments = ["-"] if how == "-" else ["-c", program]

    done = finished(*arguments, folder=tmp_path, program=program if how == "-" else "")

    assert (done.stdout.split(), done.stderr) == (["begun", "pass"], "")


def test_a_program_without_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing.spawn, "_python_exe", "")

    with pytest.raises(NoPython) as caught:
        sv.validate(DRAFT, limits=sv.Limits(isolate=True))
    assert "set_executable" in caught.value.words.en


def test_a_program_that_embeds_python_says_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing.spawn, "_python_exe", "")
    multiprocessing.set_executable(sys.executable)

    [report] = sv.validate(DRAFT, limits=sv.Limits(isolate=True))
    assert report.verdict == "pass"


def test_a_path_of_any_kind_is_read_apart() -> None:
    class Here(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(DRAFT)

    [report] = sv.validate(Here(), limits=sv.Limits(isolate=True))
    assert report.source is not None
    assert json.loads(sv.render([report], "json"))["reports"][0]["source"]["name"] == DRAFT.name
