"""Word files → the same in another format, as LibreOffice writes it."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from readers.word.word_files import NAMES, W, parts, relations, zipped
from specvalidator.document import paragraphs_of
from specvalidator.readers import read_document

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
_BESIDE = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}


def for_libreoffice(
    body: str, styles: str, numbering: str, beside: Mapping[str, str] | None = None
) -> bytes:
    """Return a Word file that says of each part what it is, as LibreOffice asks.

    Args:
        body: blocks as XML.
        styles: the style sheet's.
        numbering: the lists'.
        beside: content of parts by kind: header, footer, footnotes, endnotes; the body refers to
            a margin by its kind.
    """
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    related = "application/vnd.openxmlformats-package.relationships+xml"
    members = parts(body, styles=styles, numbering=numbering)
    beside = beside or {}
    for kind, content in beside.items():
        root = _BESIDE[kind]
        members[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
    named = ("styles", "numbering", *beside)
    members["word/_rels/document.xml.rels"] = relations(*((kind, f"{kind}.xml") for kind in named))
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((each, each) for each in named))
    )
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{related}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return zipped(members)


def with_typed_numbers(word: bytes) -> bytes:
    """Return a Word file in which each automatic number is typed instead."""
    labels = iter([each.label for each in paragraphs_of(read_document(word).blocks) if each.label])
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        members: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    root = etree.fromstring(members["word/document.xml"])
    for said in list(root.iter(f"{{{W}}}numPr")):
        properties = said.getparent()
        assert properties is not None
        run = etree.Element(f"{{{W}}}r")
        etree.SubElement(run, f"{{{W}}}t").text = next(labels)
        properties.addnext(run)
        properties.remove(said)
    members["word/document.xml"] = etree.tostring(root)
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
