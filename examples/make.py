"""Write the example drafts, and the records that reading them must give.

usage: python examples/make.py [FOLDER]
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from drafts import (
    announcements,
    apple_pruning,
    bamboo,
    collection,
    dossiers,
    electric_bicycle,
    faults,
    odds_and_ends,
    sessions,
    sites,
    steamed_buns,
    video_editing,
)
from drafts.values import Record

EXAMPLES: Mapping[str, tuple[Callable[[], bytes], list[Record]]] = {
    "01-bamboo-basket": (bamboo.build, bamboo.RECORDS),
    "02-steamed-buns": (steamed_buns.build, steamed_buns.RECORDS),
    "03-electric-bicycle": (electric_bicycle.build, electric_bicycle.RECORDS),
    "04-apple-pruning": (apple_pruning.build, apple_pruning.RECORDS),
    "05-video-editing": (video_editing.build, video_editing.RECORDS),
    "06-faults-net-mending": (faults.build_net_mending, [faults.NET_MENDING]),
    "07-faults-tea": (faults.build_tea, [faults.TEA]),
    "08-faults-nameless": (faults.build_nameless, [faults.NAMELESS]),
    "09-collection": (collection.build, collection.RECORDS),
    "10-warnings-leather": (odds_and_ends.build_leather, [odds_and_ends.LEATHER]),
    "11-review-wheat-straw": (odds_and_ends.build_wheat_straw, [odds_and_ends.WHEAT_STRAW]),
    "12-misprints-cloth-shoes": (odds_and_ends.build_cloth_shoes, [odds_and_ends.CLOTH_SHOES]),
    "21-site-pastry": (sites.build_pastry, [sites.PASTRY]),
    "22-site-nets": (sites.build_nets, [sites.NETS]),
    "23-site-faults": (sites.build_faults, [sites.FAULTS]),
    "24-site-gaps": (sites.build_gaps, [sites.GAPS]),
    "25-site-questions": (sites.build_questions, [sites.QUESTIONS]),
    "31-announcement-headed": (announcements.build_headed, announcements.HEADED),
    "32-announcement-plain": (announcements.build_plain, announcements.PLAIN),
}
DOSSIERS: Mapping[str, tuple[Callable[[], bytes], list[Record]]] = {
    "51-dossier-complete": (dossiers.build_complete, dossiers.COMPLETE),
    "52-dossier-without-rules": (dossiers.build_without_rules, dossiers.WITHOUT_RULES),
    "53-dossier-equipment": (dossiers.build_unlisted, dossiers.UNLISTED),
}
"""Zips, and the records of the dossier and of each form in it."""
RECORDS: Mapping[str, Record] = {
    "41-session-on-time": sessions.ON_TIME,
    "42-session-faulty": sessions.FAULTY,
}
"""What is no document at all, but a record in JSON."""


def main(folder: Path) -> None:
    """Write every draft, and its records below expected/."""
    expected = folder / "expected"
    expected.mkdir(parents=True, exist_ok=True)
    for name, (build, records) in EXAMPLES.items():
        (folder / f"{name}.docx").write_bytes(build())
        (expected / f"{name}.json").write_bytes(as_json(records))
    for name, (build, records) in DOSSIERS.items():
        (folder / f"{name}.zip").write_bytes(build())
        (expected / f"{name}.json").write_bytes(as_json(records))
    for name, record in RECORDS.items():
        (folder / f"{name}.json").write_bytes(as_json(record))
        (expected / f"{name}.json").write_bytes(as_json([record]))


def as_json(value: object) -> bytes:
    """Return a record, or a list of records, as a person can read it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
