"""What a worker does with one document: read it, judge it, say it."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import NamedTuple

from specvalidator.batch.documents import ArchiveDocument, Seen
from specvalidator.batch.local_files import LocalFolder
from specvalidator.batch.rows import Judged, judged
from specvalidator.catalogue import Catalogue
from specvalidator.errors import UnreadableFile
from specvalidator.files import File
from specvalidator.findings import Report
from specvalidator.judging import Judging, Validated, judge_file
from specvalidator.places import Source
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.readers.formats import ARCHIVE
from specvalidator.readers.remembered import Recognised
from specvalidator.reports import Failure, Style, failures_beside
from specvalidator.reports.json import failure_entry, report_entry
from specvalidator.settings.globs import within
from specvalidator.settings.waivers import Waiver, waived


class Waiving(NamedTuple):
    """What is let pass in a batch."""

    waivers: tuple[Waiver, ...]
    folder: Path
    """Where the patterns of their documents begin."""
    on: dt.date
    """The day for which to judge."""

    def let_pass(self, report: Report, document: ArchiveDocument) -> Report:
        """Return a report in which findings that are waived say so."""
        path: str | None = getattr(document.address, "path", None)
        name = report.source.name if report.source else document.name
        if path is not None:
            name = within(Path(path), self.folder) + name.removeprefix(document.name)
        return waived(report, self.waivers, on=self.on, document=name)


@dataclass(frozen=True)
class Work:
    """Judges every document of a batch in the same way; it is small, and goes to each worker."""

    judging: Judging
    """The catalogue is named by its path."""
    waiving: Waiving | None = None
    """What is let pass."""
    html: bool = False
    """Whether an HTML report of each document is made, too."""

    def __call__(self, seen: Seen) -> Judged:
        """Judge a document; one that cannot be read is a result, too."""
        name = seen.document.name
        how = self.judging
        if isinstance(how.catalogue, Path):
            how = how._replace(catalogue=_catalogue(how.catalogue))
        if how.kind == "dossier" and not _is_several(seen.document):
            how = how._replace(kind=None)
        try:
            file = _file(seen, how)
            outcome = judge_file(file, how._replace(showing=self.html), name)
        except UnreadableFile as error:
            return self.refused(seen, error)
        if isinstance(outcome, Failure):
            return self.refused(seen, outcome.error)
        reports = [self._report(each, seen) for each in outcome]
        entries = [report_entry(report).model_dump(mode="json") for report in reports]
        beside = (failure_entry(each, how.lang) for each in failures_beside(reports))
        found = judged(name, [*entries, *(each.model_dump(mode="json") for each in beside)])
        return (
            found._replace(page=self._page(reports, file, outcome[0].recognised))
            if self.html
            else found
        )

    def _page(self, reports: list[Report], file: File, recognised: Recognised) -> str:
        """Return the HTML report; of a PDF with its text, as its pages take long to be drawn."""
        from specvalidator import api  # noqa: PLC0415 - only where it is asked for
        from specvalidator.views import shown, wanted_by  # noqa: PLC0415 - the same

        limits = self.judging.limits
        undrawn = limits._replace(pdf=limits.pdf._replace(picture_bytes=0))
        given = [file] if isinstance(file, bytes | Path) else []
        views = shown(given, wanted_by(reports), undrawn, recognised)
        texts = {digest: view._replace(pages=()) for digest, view in views.items()}
        style = Style(lang=self.judging.lang, views=texts)
        return api.render(reports, "html", style=style)

    def _report(self, validated: Validated, seen: Seen) -> Report:
        """Return a report as it is written: waived findings say so, what is personal is masked."""
        report = validated.report
        if self.waiving is not None:
            report = self.waiving.let_pass(report, seen.document)
        if not self.judging.redact:
            return report
        from specvalidator.redaction import redacted  # noqa: PLC0415 - only where it is asked for

        return redacted(report, validated.personal, self.judging.lang)

    def refused(self, seen: Seen, error: UnreadableFile) -> Judged:
        """Say why a document gave nothing to judge."""
        name = seen.document.name
        source = Source(name=name, media_type=None, sha256=seen.sha256, size=seen.size)
        entry = failure_entry(Failure(source, error), self.judging.lang)
        return judged(name, [entry.model_dump(mode="json")])


def _is_several(document: ArchiveDocument) -> bool:
    """Say whether a document holds several files, as dossiers do."""
    if document.by_itself:
        return False
    is_zip = PurePath(document.name).suffix.lower() in ARCHIVE.media_types
    return isinstance(document.address, LocalFolder) or is_zip


def _file(seen: Seen, how: Judging) -> File:
    address = seen.document.address
    return Path(address.path) if isinstance(address, LocalFolder) else seen.bytes_of(how.limits)


@cache
def _catalogue(path: Path) -> Catalogue:
    return load_catalogue(path)
