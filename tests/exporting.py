"""Word files → the PDF that LibreOffice makes of them."""

import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tools import LIBREOFFICE, program

Export = Callable[[Mapping[str, bytes]], dict[str, bytes]]
"""Word files by name → the PDF that LibreOffice makes of each."""

_PROCESSES = 2
_AT_ONCE = 100
"""Files for one process: starting it takes ten times as long as exporting one, and one that
is given more than some 240 ends early without a word."""


def exporter(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Return what exports Word files; skip without LibreOffice, but never in CI."""
    soffice = program(LIBREOFFICE)
    profiles = [tmp_path_factory.mktemp("profile") for _ in range(_PROCESSES)]

    def export(files: Mapping[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("export")
        words = []
        for name, data in files.items():
            words.append(folder / f"{name}.docx")
            words[-1].write_bytes(data)
        shares = [words[number::_PROCESSES] for number in range(_PROCESSES)]
        with ThreadPoolExecutor() as pool:
            list(pool.map(_export, [soffice] * _PROCESSES, profiles, shares))
        return {name: (folder / f"{name}.pdf").read_bytes() for name in files}

    return export


def _export(soffice: str, profile: Path, words: list[Path]) -> None:
    for first in range(0, len(words), _AT_ONCE):
        some = words[first : first + _AT_ONCE]
        subprocess.run(  # noqa: S603 - our own files, and the program that was found
            [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless",
             "--convert-to", "pdf", "--outdir", str(some[0].parent), *map(str, some)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
