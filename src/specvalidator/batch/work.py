"""What a worker does with one document: read it, judge it, say it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged, judged
from specvalidator.catalogue import Catalogue
from specvalidator.errors import UnreadableFile
from specvalidator.judging import Judging, judge_file
from specvalidator.places import Source
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.reports import Failure, failures_beside
from specvalidator.reports.json import failure_entry, report_entry


@dataclass(frozen=True)
class Work:
    """Judges every document of a batch in the same way; it is small, and goes to each worker."""

    judging: Judging
    """The catalogue is named by its path."""

    def __call__(self, seen: Seen) -> Judged:
        """Judge a document; one that cannot be read is a result, too."""
        name = seen.document.name
        how = self.judging
        if isinstance(how.catalogue, Path):
            how = how._replace(catalogue=_catalogue(how.catalogue))
        try:
            outcome = judge_file(seen.bytes_of(how.limits), how, name)
        except UnreadableFile as error:
            return self.refused(seen, error)
        if isinstance(outcome, Failure):
            return self.refused(seen, outcome.error)
        reports = [each.report for each in outcome]
        entries = [report_entry(report).model_dump(mode="json") for report in reports]
        beside = (failure_entry(each, how.lang) for each in failures_beside(reports))
        return judged(name, [*entries, *(each.model_dump(mode="json") for each in beside)])

    def refused(self, seen: Seen, error: UnreadableFile) -> Judged:
        """Say why a document gave nothing to judge."""
        name = seen.document.name
        source = Source(name=name, media_type=None, sha256=seen.sha256, size=seen.size)
        entry = failure_entry(Failure(source, error), self.judging.lang)
        return judged(name, [entry.model_dump(mode="json")])


@cache
def _catalogue(path: Path) -> Catalogue:
    return load_catalogue(path)
