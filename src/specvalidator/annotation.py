"""A copy of a file with a note at the words of each finding."""

import importlib
from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.api import check, isolated_work, read
from specvalidator.catalogue import Catalogue
from specvalidator.files import File, bytes_of, name_of
from specvalidator.models import Kind
from specvalidator.packs import DEFAULT_PACK, RulePack
from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.marking import Marked
    from specvalidator.settings.waivers import Waiver


def annotate(  # noqa: PLR0913 - what may be said about one file, all by name
    file: File,
    *,
    pack: str | Path | RulePack = DEFAULT_PACK,
    lang: Lang = "zh",
    catalogue: Catalogue | Path | str | None = None,
    kind: Kind | None = None,
    name: str | None = None,
    suggest: bool = False,
    summary: bool = False,
    waivers: Iterable["Waiver"] = (),
    on: date | None = None,
    document: str | None = None,
    limits: Limits = DEFAULT,
) -> bytes:
    """Return a copy of a Word or PDF file with a note at the words of each finding.

    In Word the notes are comments, in a PDF highlights behind the untouched original. Other
    arguments and errors as `validate`; what can be judged and not marked, such as a dossier or an
    encrypted PDF, is an UnreadableFile, too.

    Args:
        file: what to mark.
        pack: as in `validate`.
        lang: as in `validate`.
        catalogue: as in `validate`.
        kind: as in `validate`.
        name: as in `validate`.
        suggest: of Word alone: write mends that are certain as tracked changes.
        summary: of PDF alone: put pages in front that list all findings, with links.
        waivers: what is let pass, and gets no note.
        on: the day for which waivers are judged; needed where there are some.
        document: what patterns of file names in waivers are compared with, `name` where None.
        limits: as in `validate`.

    Raises:
        UnreadableFile: as `validate`, or the file cannot be marked.
        ValueError: there are waivers, and no day.
    """
    return marked(
        file,
        pack=pack,
        lang=lang,
        catalogue=catalogue,
        kind=kind,
        name=name,
        suggest=suggest,
        summary=summary,
        waivers=waivers,
        on=on,
        document=document,
        limits=limits,
    ).data


def marked(  # noqa: PLR0913 - the same
    file: File,
    *,
    pack: str | Path | RulePack = DEFAULT_PACK,
    lang: Lang = "zh",
    catalogue: Catalogue | Path | str | None = None,
    kind: Kind | None = None,
    name: str | None = None,
    suggest: bool = False,
    summary: bool = False,
    waivers: Iterable["Waiver"] = (),
    on: date | None = None,
    document: str | None = None,
    limits: Limits = DEFAULT,
) -> "Marked":
    """Return the copy that `annotate` makes, with the reports that its notes say."""
    from specvalidator.reports.marking import Judged, refusals  # noqa: PLC0415 - what edits files is heavy

    if isinstance(file, str | PathLike) and Path(file).is_dir():
        raise refusals.dossier()
    held = tuple(waivers)
    if held and on is None:
        raise ValueError("whether waivers hold depends on the day: say on=")
    called, data = name or name_of(file), bytes_of(file, limits)
    if limits.isolate:
        said = {"pack": pack, "lang": lang, "catalogue": catalogue, "kind": kind}
        how = {"suggest": suggest, "summary": summary}
        passing = {"waivers": held, "on": on, "document": document}
        return isolated_work(marked, data, limits, name=called, **said, **how, **passing)
    marker = refusals.marker_of(recognise(data, limits), kind, limits)

    def judged(data: bytes) -> list[Judged]:
        submissions = read(data, kind=kind, name=called, limits=limits)
        reports = [check(each, pack=pack, lang=lang, catalogue=catalogue) for each in submissions]
        if held and on is not None:
            from specvalidator.settings.waivers import waived  # noqa: PLC0415 - only where there are some

            reports = [waived(report, held, on=on, document=document) for report in reports]
        return list(map(Judged, submissions, reports))

    copy: Marked = importlib.import_module(marker).marked(
        data, judged, lang=lang, suggest=suggest, summary=summary, limits=limits
    )
    return copy
