"""What the processes of the service do: read and judge a file, write a page, mark a copy."""

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from specvalidator import api, forms
from specvalidator.annotation import annotate
from specvalidator.catalogue import Catalogue
from specvalidator.errors import UnreadableFile
from specvalidator.files import source_of
from specvalidator.findings import Report, Verdict
from specvalidator.models import Kind, Specification
from specvalidator.readers.limits import Limits
from specvalidator.reports import Failure
from specvalidator.service.worker import Job, Reply
from specvalidator.wording import Lang

_GRAVEST_FIRST: tuple[Verdict, ...] = ("fail", "review", "pass")


class Upload(NamedTuple):
    """A file of a request."""

    name: str
    data: bytes


class Asked(NamedTuple):
    """How a request wants its files judged."""

    pack: str | Path
    lang: Lang
    kind: Kind | None = None


class Desk(NamedTuple):
    """What the jobs need that no request says."""

    limits: Limits
    catalogue: Catalogue | None
    pack: str | Path
    """The pack that most requests are judged by."""

    def prepared(self) -> dict[str, Job]:
        """Return the jobs by name, with everything loaded that most files need."""
        warmer = Upload("-", forms.write(Specification()))
        asked = Asked(self.pack, "zh")
        self.written([self.judged(warmer, asked).payload], "json", "zh")
        self.marked(warmer, asked, suggest=False)
        return {"judged": self.judged, "written": self.written, "marked": self.marked}

    def judged(self, upload: Upload, asked: Asked) -> Reply:
        """Return the reports on a file, for `written`; errors as `api.validate`."""
        reports = api.validate(**self._said(upload, asked))
        verdicts = {report.verdict for report in reports}
        gravest = next(each for each in _GRAVEST_FIRST if each in verdicts)
        return Reply(gravest, pickle.dumps(reports))

    def marked(self, upload: Upload, asked: Asked, *, suggest: bool) -> Reply:
        """Return the marked copy of a file; errors as `annotate`."""
        return Reply("marked", annotate(suggest=suggest, **self._said(upload, asked)))

    def written(
        self, outcomes: Sequence[bytes], form: str, lang: Lang, files: Sequence[bytes] = ()
    ) -> Reply:
        """Return what `judged` and `failed` gave for the files of a request, as one page.

        Args:
            outcomes: one for each file, in order.
            form: the page's format, one of `RENDERERS`.
            lang: language of what the reports do not say themselves.
            files: the files themselves, for a page that shows them.
        """
        reports: list[Report] = []
        failures: list[Failure] = []
        for outcome in map(pickle.loads, outcomes):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                reports += outcome
        page = api.render(
            reports, form, lang=lang, errors=failures, files=files, limits=self.limits
        )
        return Reply("written", page.encode("utf-8", "backslashreplace"))

    def _said(self, upload: Upload, asked: Asked) -> dict[str, Any]:
        """Return the arguments of `api.validate`."""
        return {
            "file": upload.data,
            "name": upload.name,
            **asked._asdict(),
            "catalogue": self.catalogue,
            "limits": self.limits,
        }


def failed(upload: Upload, error: UnreadableFile) -> bytes:
    """Return what `written` takes for a file that gave nothing."""
    return pickle.dumps(Failure(source_of(upload.data, upload.name), error))
