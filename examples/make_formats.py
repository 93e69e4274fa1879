"""Write the example drafts in the other formats that offices send.

usage: python examples/make_formats.py ofd|office [FOLDER]

`ofd` is what stands on the exported PDF files, with the same bytes each time; `office` is what
LibreOffice makes of the Word files, with other bytes each time, and Word 2003 XML of ours.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from readers.ofd.ofd_files import from_pdf  # noqa: E402
from readers.office.converting import converted  # noqa: E402 - found by the path above
from readers.office.word_xml_files import word_2003  # noqa: E402

BY_LIBREOFFICE = ("doc", "odt", "rtf", "html")
MANGLED = {
    "04-apple-pruning": ("doc", "odt", "rtf", "html", "xml"),
    "11-review-wheat-straw": ("xml",),
    "12-misprints-cloth-shoes": ("html",),
}
"""Drafts that LibreOffice itself writes otherwise: content controls twice, rows that were deleted,
tabs as blanks, and drawings that Word 2003 did not know."""


def write_ofd(folder: Path) -> None:
    """Write what stands on the exported pages."""
    (folder / "ofd").mkdir(parents=True, exist_ok=True)
    for file in sorted((HERE / "pdf" / "exported").glob("*.pdf")):
        (folder / "ofd" / f"{file.stem}.ofd").write_bytes(from_pdf(file.read_bytes()))


def write_office(folder: Path) -> None:
    """Write the Word files in the formats of other programs and times."""
    words = {file.stem: file.read_bytes() for file in sorted(HERE.glob("*.docx"))}
    with tempfile.TemporaryDirectory() as place:
        for suffix in BY_LIBREOFFICE:
            _write(converted(words, suffix, Path(place)), suffix, folder)
        saved = converted(words, "docx", Path(place))
    _write({stem: word_2003(data) for stem, data in saved.items()}, "xml", folder)


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
