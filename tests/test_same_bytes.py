"""The same file gives the same record and the same findings, byte for byte, in any surroundings.

What differs from machine to machine is changed around a run of its own: fonts, the seed of hashes,
zone and locale, the current folder, the clock.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tools import FAKETIME, UNSHARE, absent, program

TESTS = Path(__file__).parent
FONT_FOLDERS = [
    *map(Path, ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")),
    *(Path.home() / name for name in (".fonts", ".local/share/fonts")),
]
"""Where PDFium and fontconfig look for fonts on Linux."""


class Surroundings(NamedTuple):
    """What is different about one run."""

    environment: Mapping[str, str] = {}
    clock: str | None = None
    elsewhere: bool = False
    """Whether the current folder is another."""
    without_fonts: bool = False


RUNS = {
    "no fonts": Surroundings(without_fonts=True),
    "a second seed, east of all, plain C": Surroundings(
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    ),
    "a third seed, west, Turkish, another folder": Surroundings(
        {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8"},
        elsewhere=True,
    ),
    "1999": Surroundings(clock="1999-12-31 23:59:58"),
    "2077": Surroundings(clock="2077-02-28 08:00:00"),
}
USUAL = {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}


def judged(around: Surroundings, folder: Path) -> dict[str, str]:
    """Run the program in these surroundings; return the digest of each file."""
    command = [sys.executable, str(TESTS / "judged_files.py"), str(TESTS.parent)]
    environment = {**os.environ, **USUAL, **around.environment}
    if around.clock is not None:
        # Only what time it is: how long something takes is measured as ever.
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
        command = [program(FAKETIME), "-f", f"@{around.clock}", *command]
    if around.without_fonts:
        config = folder / "fonts.conf"
        config.write_text("<fontconfig/>", encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(config)
        command = [*hiding_fonts(folder), *command]
    ended = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=folder if around.elsewhere else TESTS.parent,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    lines = (line.split(" ", 1) for line in ended.stdout.splitlines())
    return {name: digest for digest, name in lines}


def hiding_fonts(folder: Path) -> list[str]:
    """Return what runs a command with empty folders laid over those of the fonts."""
    there = [str(each) for each in FONT_FOLDERS if each.is_dir()]
    if not there:
        return []
    unshare = shutil.which("unshare")
    own = ["--mount"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--mount"]
    may = unshare and subprocess.run([unshare, *own, "true"], check=False).returncode == 0  # noqa: S603
    if not unshare or not may:
        absent(UNSHARE)
    empty = folder / "empty"
    empty.mkdir()
    hide = 'for each in $FONTS; do mount --bind "$EMPTY" "$each" || exit 1; done; exec "$@"'
    return [
        *("env", f"EMPTY={empty}", f"FONTS={' '.join(there)}"),
        *(unshare, *own, "sh", "-c", hide, "sh"),
    ]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What this machine says of each file as it is."""
    return judged(Surroundings(), tmp_path_factory.mktemp("usual"))


def test_the_files_are_looked_at(usual: dict[str, str]) -> None:
    assert sum(name.endswith(".docx") for name in usual) > 15
    assert sum(name.endswith(".pdf") for name in usual) > 30


@pytest.mark.skipif(sys.platform != "linux", reason="fonts and clock are hidden as on Linux")
@pytest.mark.parametrize("run", RUNS)
def test_every_file_gives_the_same_bytes(run: str, usual: dict[str, str], tmp_path: Path) -> None:
    here = judged(RUNS[run], tmp_path)
    assert [name for name in usual if here.get(name) != usual[name]] == []
