"""Word files → the PDF, or the old Word file, that LibreOffice makes of them."""

import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import pytest

from tools import LIBREOFFICE, program


class Export(Protocol):
    """Makes files of another format of Word files by name."""

    def __call__(self, files: Mapping[str, bytes], suffix: str = "pdf", /) -> dict[str, bytes]:
        """Return what LibreOffice makes of each."""


_PROCESSES = 2
_AT_ONCE = 100
"""Files for one process: starting it takes ten times as long as exporting one, and one that
is given more than some 240 ends early without a word."""


def exporter(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Return what exports Word files; skip without LibreOffice, but never in CI."""
    soffice = program(LIBREOFFICE)
    profiles = [tmp_path_factory.mktemp("profile") for _ in range(_PROCESSES)]

    def export(files: Mapping[str, bytes], suffix: str = "pdf", /) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("export")
        words = []
        for name, data in files.items():
            words.append(folder / f"{name}.docx")
            words[-1].write_bytes(data)
        shares = [words[number::_PROCESSES] for number in range(_PROCESSES)]
        with ThreadPoolExecutor() as pool:
            programs, suffixes = [soffice] * _PROCESSES, [suffix] * _PROCESSES
            list(pool.map(_export, programs, suffixes, profiles, shares))
        return {name: (folder / f"{name}.{suffix}").read_bytes() for name in files}

    return export


def _export(soffice: str, suffix: str, profile: Path, words: list[Path]) -> None:
    for first in range(0, len(words), _AT_ONCE):
        some = words[first : first + _AT_ONCE]
        subprocess.run(  # noqa: S603 - our own files, and the program that was found
            [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless",
             "--convert-to", suffix, "--outdir", str(some[0].parent), *map(str, some)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
