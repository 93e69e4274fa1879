"""Word files → the same in another format, as LibreOffice writes it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc:MS Word 97",
    "odt": "odt",
    "fodt": "fodt",
    "rtf": "rtf:Rich Text Format",
    "xml": "xml:MS Word 2003 XML",
    "html": "html:HTML (StarWriter)",
}
"""Suffix → what LibreOffice calls the format."""


def converted(files: Mapping[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """Return Word files by name as files of another format; skip without LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice must be installed in CI: the readers' tests need it")
        pytest.skip("LibreOffice is not installed")
    out = folder / suffix
    words = []
    for name, data in files.items():
        words.append(folder / f"{name}.docx")
        words[-1].write_bytes(data)
    subprocess.run(  # noqa: S603 - our own files, and the program that was found
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", FILTERS[suffix], "--outdir", str(out), *map(str, words)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: (out / f"{name}.{suffix}").read_bytes() for name in files}
