"""Write some of the examples as scans and photographs, and a dossier with a stamped scan in it.

usage: python examples/make_scans.py [FOLDER]

The pages are those of `pdf/exported/`, drawn anew. Needs the extra `scan`; another version of its
libraries may write other bytes of the same picture.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from drafts import dossiers, scanned, sites

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from readers.ofd.ofd_files import of_pictures  # noqa: E402 - found by the path above
from readers.scan.recording import pictures  # noqa: E402


def _pages(stem: str) -> list[scanned.Page]:
    return [scanned.page_of(each) for each in pictures(stem)]


def _stamped(stem: str, x: float, y: float) -> list[scanned.Page]:
    """Return pages of which the last is stamped."""
    *first, last = _pages(stem)
    return [*first, scanned.sealed(last, x, y)]


def _application() -> bytes:
    pages = _stamped("21-site-pastry", 0.7, 0.5)
    return scanned.pdf([scanned.scanned(page, 0.4) for page in pages])


SCANS: Mapping[str, Callable[[], bytes]] = {
    "01-bamboo-basket.tif": lambda: scanned.tiff(
        [scanned.grey(scanned.scanned(page, 0.3)) for page in _pages("01-bamboo-basket")]
    ),
    "07-faults-tea.docx": lambda: scanned.docx(
        scanned.grey(scanned.scanned(_pages("07-faults-tea")[0], -0.3))
    ),
    "10-warnings-leather.ofd": lambda: of_pictures(
        [scanned.jpeg(scanned.grey(page)) for page in _pages("10-warnings-leather")]
    ),
    "21-site-pastry.pdf": _application,
    "24-site-gaps.jpg": lambda: scanned.jpeg(
        scanned.photographed(_stamped("24-site-gaps", 0.66, 0.62)[0])
    ),
    "31-announcement-headed.jpg": lambda: scanned.jpeg(
        scanned.photographed(_stamped("31-announcement-headed", 0.7, 0.55)[0])
    ),
    "32-announcement-plain.png": lambda: scanned.png(
        scanned.grey(_pages("32-announcement-plain")[0])
    ),
    "54-dossier-scanned.zip": lambda: dossiers.of_scan(
        _application(), ".pdf", sites.PASTRY["applicant"]
    ),
}


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in SCANS.items():
        (folder / name).write_bytes(build())


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]) if len(sys.argv) > 1 else HERE / "scans")
