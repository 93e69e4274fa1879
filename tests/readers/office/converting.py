"""Word files → the same in another format, as LibreOffice writes it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from readers.word.word_files import parts, zipped

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


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
    for name, kind in (
        ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
    )
)  # fmt: skip


def for_libreoffice(body: str, styles: str, numbering: str) -> bytes:
    """Return a Word file that says of each part what it is, as LibreOffice asks."""
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    members = parts(body, styles=styles, numbering=numbering)
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{_TYPES}</Types>'
    )
    return zipped(members)


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
