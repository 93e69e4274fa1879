"""Write the example drafts as PDF.

usage: python examples/make_pdf.py drawn|exported [FOLDER]

`drawn` lays out their values with reportlab; `exported` are their Word files as LibreOffice
exports them, with other bytes each time.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from drafts import (
    apple_pruning,
    bamboo,
    collection,
    drawn,
    electric_bicycle,
    faults,
    odds_and_ends,
    sites,
    steamed_buns,
    video_editing,
)
from drafts.drawn import application, specifications

_LABELS = {"定义": "定意", "适用对象": "适用对像", "职业领域": "职业领城", "考核比重": "考核比量"}

DRAWN: Mapping[str, Callable[[], bytes]] = {
    "01-bamboo-basket": partial(specifications, bamboo.RECORDS),
    "02-steamed-buns": partial(specifications, steamed_buns.RECORDS),
    "03-electric-bicycle": partial(specifications, electric_bicycle.RECORDS),
    "04-apple-pruning": partial(specifications, apple_pruning.RECORDS),
    "05-video-editing": partial(
        specifications, video_editing.RECORDS, unseen="点击收藏　分享到微博"
    ),
    "06-faults-net-mending": partial(specifications, [faults.NET_MENDING]),
    "07-faults-tea": partial(specifications, [faults.TEA]),
    "08-faults-nameless": partial(specifications, [faults.NAMELESS]),
    "09-collection": partial(specifications, collection.RECORDS),
    "10-warnings-leather": partial(specifications, [odds_and_ends.LEATHER]),
    "11-review-wheat-straw": partial(specifications, [odds_and_ends.WHEAT_STRAW], picture=True),
    "12-misprints-cloth-shoes": partial(specifications, [odds_and_ends.CLOTH_SHOES], _LABELS),
    "21-site-pastry": partial(application, sites.PASTRY),
    "22-site-nets": partial(application, sites.NETS),
    "23-site-faults": partial(application, sites.FAULTS),
    "24-site-gaps": partial(application, sites.GAPS),
    "25-site-questions": partial(
        application, sites.QUESTIONS, {"考点地址": "考点地扯"}, unseen="（原云汐路18号）"
    ),
    "31-announcement-headed": drawn.headed_announcement,
    "32-announcement-plain": drawn.plain_announcement,
}


def draw(folder: Path) -> None:
    """Write every draft's values as pages of their own."""
    for name, build in DRAWN.items():
        (folder / f"{name}.pdf").write_bytes(build())


def export(folder: Path) -> None:
    """Write what LibreOffice makes of the Word files."""
    words = [str(Path(__file__).parent / f"{name}.docx") for name in DRAWN]
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 - our own files
            ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",  # noqa: S607 - wherever it is
             "--convert-to", "pdf", "--outdir", str(folder), *words],
            check=True, capture_output=True,
        )  # fmt: skip


def main(set_: str, folder: Path) -> None:
    """Write one of the two sets."""
    folder.mkdir(parents=True, exist_ok=True)
    {"drawn": draw, "exported": export}[set_](folder)


if __name__ == "__main__":
    _, chosen, *where = sys.argv
    main(chosen, Path(*where) if where else Path(__file__).parent / "pdf" / chosen)
