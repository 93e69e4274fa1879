"""A copy of a file with a note at the words of each finding."""

import importlib
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.answer import Answer
from specvalidator.catalogue import Catalogue
from specvalidator.files import File, bytes_of, is_folder, name_of
from specvalidator.judging import Judging, report_on
from specvalidator.models import Kind
from specvalidator.packs import DEFAULT_PACK, RulePack
from specvalidator.readers import recognise
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.marking import Marked
    from specvalidator.settings.waivers import Waiver


class Marking(NamedTuple):
    """What is written into the copy. Fields as the arguments of `annotate`."""

    suggest: bool = False
    summary: bool = False
    waivers: tuple["Waiver", ...] = ()
    on: date | None = None
    document: str | None = None
    where_it_suits: bool = False
    """Whether `suggest` and `summary` are left away from files that take none, not refused."""

    def suiting(self, marker: str) -> "Marking":
        """Return what is written by the module that marks a file."""
        if not self.where_it_suits:
            return self
        return self._replace(
            suggest=self.suggest and marker.endswith("word"),
            summary=self.summary and marker.endswith(("pdf", "scan")),
        )


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
    judging = Judging(pack, lang, kind, catalogue, limits=limits)
    how = Marking(suggest, summary, tuple(waivers), on, document)
    return marked(file, judging, how, name).data


def marked(file: File, judging: Judging, how: Marking, name: str | None = None) -> "Marked":
    """Return the copy that `annotate` makes, with the reports that its notes say."""
    from specvalidator.reports.marking import JudgedSubmission, Marked, refusals  # noqa: PLC0415 - heavy

    if is_folder(file):
        raise refusals.dossier()
    if how.waivers and how.on is None:
        raise ValueError("whether waivers hold depends on the day: say on=")
    limits, lang = judging.limits, judging.lang
    called, data = name or name_of(file), bytes_of(file, limits)
    if limits.isolate:
        from specvalidator.workers.worker import isolated  # noqa: PLC0415 - only where asked for

        return isolated(limits, marked, Marked, data, judging.inside, how, called)
    marker = refusals.marker_of(recognise(data, limits), judging.kind, limits)
    how = how.suiting(marker)

    def judged(data: bytes) -> list[JudgedSubmission]:
        found = judging.read(data, called, limits)
        submissions = [each.accepted or each for each in found]
        answer = Answer(limits)
        reports = [report_on(each, judging, answer) for each in submissions]
        if how.waivers and how.on is not None:
            from specvalidator.settings.waivers import waived  # noqa: PLC0415 - only where some are

            held = partial(waived, waivers=how.waivers, on=how.on, document=how.document)
            reports = list(map(held, reports))
        return list(map(JudgedSubmission, submissions, reports))

    copy: Marked = importlib.import_module(marker).marked(
        data, judged, lang=lang, suggest=how.suggest, summary=how.summary, limits=limits
    )
    return copy
