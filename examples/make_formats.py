"""Write the example drafts in the other formats that offices send.

usage: python examples/make_formats.py ofd|office [FOLDER]

`ofd` is what stands on the exported PDF files, with the same bytes each time; `office` is what
LibreOffice makes of the Word files, with other bytes each time, and Word 2003 XML of ours.
"""

import io
import sys
import tempfile
import zipfile
from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from readers.ofd.ofd_files import from_pdf  # noqa: E402
from readers.office.converting import converted  # noqa: E402 - found by the path above
from readers.office.word_xml_files import flat_package, word_2003  # noqa: E402

BY_LIBREOFFICE = ("doc", "odt", "rtf", "html")
SETTLED = "04-apple-pruning"
"""Its changes are accepted and its controls left away first: LibreOffice writes controls twice, and
rows that were deleted."""
FLAT = (SETTLED, "11-review-wheat-straw")
"""Of these, the XML is flat OPC: Word 2003 did not know such controls and drawings."""
MANGLED = {"12-misprints-cloth-shoes": ("html",)}
"""Web pages have no tabs, which is what this is about."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_CONTROL = frozenset(_W + name for name in ("sdtPr", "sdtEndPr", "sdtContent"))


def write_ofd(folder: Path) -> None:
    """Write what stands on the exported pages."""
    (folder / "ofd").mkdir(parents=True, exist_ok=True)
    for file in sorted((HERE / "pdf" / "exported").glob("*.pdf")):
        (folder / "ofd" / f"{file.stem}.ofd").write_bytes(from_pdf(file.read_bytes()))


def write_office(folder: Path) -> None:
    """Write the Word files in the formats of other programs and times."""
    words = {file.stem: file.read_bytes() for file in sorted(HERE.glob("*.docx"))}
    flat = {stem: flat_package(words[stem]) for stem in FLAT}
    words[SETTLED] = settled(words[SETTLED])
    with tempfile.TemporaryDirectory() as place:
        for suffix in BY_LIBREOFFICE:
            _write(converted(words, suffix, Path(place)), suffix, folder)
        saved = converted(words, "docx", Path(place))
    of_2003 = {stem: word_2003(data) for stem, data in saved.items()}
    _write(of_2003 | flat, "xml", folder)


def settled(data: bytes) -> bytes:
    """Return a Word file with its tracked changes accepted and without its content controls."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _settled(part) if name == "word/document.xml" else part)
    return out.getvalue()


def _settled(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for row in [*root.iter(_W + "tr")]:
        if row.find(f"{_W}trPr/{_W}del") is not None:
            _take_out(row)
    for deleted in [*root.iter(_W + "del")]:
        _take_out(deleted)
    for wrapper in [*root.iter(_W + "ins", _W + "sdtContent")]:
        for each in [*wrapper]:
            wrapper.addprevious(each)
    for inserted in [*root.iter(_W + "ins")]:
        _take_out(inserted)
    for control in [*root.iter(_W + "sdt")]:
        for each in control.findall("*"):
            if each.tag not in _OF_CONTROL:
                control.addprevious(each)
        _take_out(control)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _take_out(element: etree._Element) -> None:
    for parent in element.iterancestors():
        parent.remove(element)
        return


def _write(files: dict[str, bytes], suffix: str, folder: Path) -> None:
    (folder / suffix).mkdir(parents=True, exist_ok=True)
    for stem, data in files.items():
        if suffix not in MANGLED.get(stem, ()):
            (folder / suffix / f"{stem}.{suffix}").write_bytes(data)


def main(set_: str, folder: Path) -> None:
    """Write one of the two sets."""
    {"ofd": write_ofd, "office": write_office}[set_](folder)


if __name__ == "__main__":
    _, chosen, *where = sys.argv
    main(chosen, Path(*where) if where else HERE)
