"""LibreOffice for the tests that compare a PDF with the Word file it was made from."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Export = Callable[[Mapping[str, bytes]], dict[str, bytes]]
"""Word files by name → the PDF that LibreOffice makes of each."""


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Return what exports Word files; skip without LibreOffice, but never in CI."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice must be installed in CI: the PDF tests need it")
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def export(files: Mapping[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("export")
        words = []
        for name, data in files.items():
            words.append(folder / f"{name}.docx")
            words[-1].write_bytes(data)
        _export(program, profile, words, folder)
        return {name: (folder / f"{name}.pdf").read_bytes() for name in files}

    return export


def _export(program: str, profile: Path, words: list[Path], folder: Path) -> None:
    # One process for all files: starting it takes ten times as long as exporting one.
    subprocess.run(  # noqa: S603 - our own files, and the program that was found
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, words)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
