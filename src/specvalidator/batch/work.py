"""What a worker does with one document: read it, judge it, say it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from specvalidator import api
from specvalidator.batch.documents import Seen
from specvalidator.batch.rows import Judged, judged
from specvalidator.catalogue import Catalogue
from specvalidator.errors import UnreadableFile, bug_met
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.readers.limits import Limits
from specvalidator.reports import Failure
from specvalidator.reports.json import failure_entry, report_entry
from specvalidator.wording import Lang


@dataclass(frozen=True)
class Work:
    """How every document of a batch is judged. It is small, and goes with each document."""

    pack: str | Path
    lang: Lang
    kind: Kind | None
    catalogue: Path | None
    limits: Limits

    def __call__(self, seen: Seen) -> Judged:
        """Judge a document; one that cannot be read is a result, too."""
        name = seen.document.name
        try:
            data = seen.bytes_of(self.limits)
            reports = api.validate(
                data,
                pack=self.pack,
                lang=self.lang,
                catalogue=_catalogue(self.catalogue) if self.catalogue else None,
                kind=self.kind,
                name=name,
                limits=self.limits._replace(isolate=False),
            )
        except UnreadableFile as error:
            return self.refused(seen, error)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug met in one file must not stop the others
            return self.refused(seen, bug_met(error))
        return judged(name, [report_entry(report).model_dump(mode="json") for report in reports])

    def refused(self, seen: Seen, error: UnreadableFile) -> Judged:
        """Say why a document gave nothing to judge."""
        name = seen.document.name
        source = Source(name=name, media_type=None, sha256=seen.sha256, size=seen.size)
        entry = failure_entry(Failure(source, error), self.lang)
        return judged(name, [entry.model_dump(mode="json")])


@cache
def _catalogue(path: Path) -> Catalogue:
    return api.load_catalogue(path)
