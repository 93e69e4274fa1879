"""A batch from beginning to end: what lies in its folder when it is done."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from itertools import islice
from pathlib import Path
from typing import Any

from specvalidator.batch.chunks import Engine
from specvalidator.batch.disk import kept_in
from specvalidator.batch.documents import Archive
from specvalidator.batch.listing import listing
from specvalidator.batch.manifest import alone, begin, end, terms
from specvalidator.batch.overview import MOST_SET_ASIDE, overview
from specvalidator.batch.parts import write_whole
from specvalidator.batch.running import Progress, run
from specvalidator.batch.store import Store
from specvalidator.batch.summary import Summary, set_aside, summed_up
from specvalidator.batch.work import Work
from specvalidator.packs import load_pack

OVERVIEW, SUMMARY, SET_ASIDE, RUN = "overview.html", "summary.json", "set-aside.jsonl", "run.json"
PART = 256
"""How many documents a part has."""


def batch(  # noqa: PLR0913 - what makes a batch, nearly all by name
    source: Archive,
    folder: Path,
    *,
    work: Work,
    engine: Callable[[], AbstractContextManager[Engine]],
    progress: Progress = lambda _done, _known: None,
    size: int = PART,
) -> Summary:
    """Judge an archive; return what came of it.

    What a run that was ended has written is kept and not done again.

    Args:
        source: the archive.
        folder: where the results are written.
        work: how documents are judged.
        engine: begins what judges.
        progress: is told after each document.
        size: how many documents a part has.

    Raises:
        BadFolder: the folder holds something else, or another run is at it.
        NotKept: the disk is full, or fails.
    """
    with kept_in(folder), alone(folder):
        judging = work.judging
        of = terms(judging, size, work.waiving, html=work.html)
        begin(folder, of)
        with engine() as begun, closing(Store(folder, size, judging.kind, html=work.html)) as store:
            parts = run(source, begun, work, store, progress)
        pack = load_pack(judging.pack)
        summary = summed_up(parts, pack, judging.lang)
        shown = list(islice(set_aside(parts), MOST_SET_ASIDE))
        write_whole(folder / SET_ASIDE, b"".join(map(_line, set_aside(parts))))
        write_whole(folder / SUMMARY, _page(summary))
        listed = listing(parts, pack, judging.lang, folder, by_name=judging.kind == "dossier")
        page = overview(summary, listed, shown, pack, judging.lang)
        write_whole(folder / OVERVIEW, page.encode())
        end(folder, of, parts, summary.documents)
        return summary


def note_run(folder: Path, facts: dict[str, Any]) -> None:
    """Write down how a run went, apart from its results: the clock and the machine.

    Raises:
        NotKept: the disk is full, or fails.
    """
    with kept_in(folder):
        write_whole(folder / RUN, (json.dumps(facts, indent=2) + "\n").encode())


def _line(row: dict[str, Any]) -> bytes:
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _page(summary: Summary) -> bytes:
    page = summary._asdict() | {"faults": [fault._asdict() for fault in summary.faults]}
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode()
