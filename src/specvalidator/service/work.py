"""What the processes of the service do: read and judge a file, write a page, mark a copy."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import NamedTuple, TypeAlias, get_args

from specvalidator import api, forms
from specvalidator.annotation import Marking, marked
from specvalidator.errors import ErrorWord, ProgramFailed, UnreadableFile
from specvalidator.files import bundled, source_of
from specvalidator.findings import Verdict
from specvalidator.judging import Judging, Validated, judge_file, shape_of_judged
from specvalidator.models import Specification
from specvalidator.readers.formats import ARCHIVE
from specvalidator.reports import Failure, Style
from specvalidator.service import results
from specvalidator.wording import Lang, Words
from specvalidator.workers.process import Job, Reply
from specvalidator.workers.values import packed, unpacked

_GRAVEST_FIRST: tuple[Verdict, ...] = ("fail", "review", "not-judged", "pass")
OUTCOMES = frozenset({*_GRAVEST_FIRST, *get_args(ErrorWord), "marked"})
"""What can come of a file, as it is counted."""
_Outcome: TypeAlias = Failure | list[Validated]
BUG = UnreadableFile(
    "unreadable",
    Words(
        "程序内部出错，这个文件没有检查完。这是程序的缺陷，请连同请求编号（X-Request-Id）告知管理员。",
        "The program failed and did not finish this file. This is a bug; tell the operator, with "
        "the id of the request (X-Request-Id).",
    ),
)


class Upload(NamedTuple):
    """A file of a request."""

    name: str
    data: bytes
    path: str = ""
    """Where it lay in a folder that was handed in whole, with / between folders; else ""."""


TOGETHER = "dossier"
"""What files are called that were handed in together as one dossier."""


def tasks_of(uploads: Sequence[Upload], asked: Judging) -> list[tuple[Upload, Judging]]:
    """Return what is judged of the files of a request, and how.

    As dossiers, several loose files are one; beside archives, each is what its content says.
    """
    loose = [each for each in uploads if not _is_archive(each)]
    if asked.kind != "dossier" or len(uploads) == 1:
        return [(each, asked) for each in uploads]
    if len(loose) == len(uploads):
        return [
            (
                Upload(TOGETHER, bundled((each.path or each.name, each.data) for each in loose)),
                asked,
            )
        ]
    return [(each, asked._replace(kind=None) if each in loose else asked) for each in uploads]


def _is_archive(upload: Upload) -> bool:
    return PurePath(upload.name).suffix.lower() in ARCHIVE.media_types


class Jobs(NamedTuple):
    """What the processes can do, by name."""

    usual: Judging
    """How files are judged where a request says nothing; with the catalogue and the limits."""

    def prepared(self) -> Job:
        """Return what does the jobs, with everything loaded that most files need."""
        warmer = Upload("-", forms.write(Specification()))
        blank = self.usual._replace(kind="specification")  # nobody would know it for one
        self.written([self.judged(warmer, blank).payload], "json", "zh")
        self.marked(warmer, blank, Marking())
        jobs: dict[str, Callable[..., Reply]] = {
            "judged": self.judged,
            "checked": self.checked,
            "written": self.written,
            "marked": self.marked,
            "lettered": lettered,
            "tabled": tabled,
        }
        return lambda name, *arguments: jobs[name](*arguments)

    def judged(self, upload: Upload, asked: Judging) -> Reply:
        """Return what came of a file, for `written`."""
        told, word, bug = self._told(upload, asked)
        return Reply(packed(told), word, bug)

    def checked(self, upload: Upload, asked: Judging, form: str, lang: Lang) -> Reply:
        """Return what came of the only file of a request, as the page that `written` gives."""
        told, word, bug = self._told(upload, asked)
        return Reply(self._page([told], form, lang), word, bug)

    def marked(self, upload: Upload, asked: Judging, how: Marking) -> Reply:
        """Return how many fixes a marked copy has, a line end, the copy; errors as `annotate`."""
        copy = marked(upload.data, self._whole(asked), how, upload.name)
        return Reply(b"%d\n" % copy.fixed + copy.data, "marked")

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
        told = [unpacked(data, shape_of_judged()) for data in outcomes]
        return Reply(self._page(told, form, lang, files), "written")

    def _told(self, upload: Upload, asked: Judging) -> tuple[_Outcome, str, str | None]:
        """Return what came of a file, the word for it, and where the program failed if it did."""
        outcome = judge_file(upload.data, self._whole(asked), upload.name)
        if isinstance(outcome, Failure):
            bug = outcome.error.place if isinstance(outcome.error, ProgramFailed) else None
            return outcome._replace(error=BUG) if bug else outcome, outcome.error.error, bug
        verdicts = {each.report.verdict for each in outcome}
        gravest = next(each for each in _GRAVEST_FIRST if each in verdicts)
        return outcome, gravest, None

    def _page(
        self, told: Sequence[_Outcome], form: str, lang: Lang, files: Sequence[bytes] = ()
    ) -> bytes:
        judged = [each for outcome in told if isinstance(outcome, list) for each in outcome]
        reports = [each.report for each in judged]
        failures = [outcome for outcome in told if isinstance(outcome, Failure)]
        recognised = {key: each for one in judged for key, each in one.recognised.items()}
        style, limits = Style(lang=lang, recognised=recognised), self.usual.limits
        page = api.render(reports, form, style=style, errors=failures, files=files, limits=limits)
        return page.encode("utf-8", "backslashreplace")

    def _whole(self, asked: Judging) -> Judging:
        return asked._replace(catalogue=self.usual.catalogue, limits=self.usual.limits)


def lettered(page: bytes, number: int, lang: Lang) -> Reply:
    """Return the letter about a report of a page of results; errors as `results.letter`."""
    return Reply(results.letter(results.results_of(page), number, lang))


def tabled(page: bytes, lang: Lang) -> Reply:
    """Return a page of results as a workbook; errors as `results.results_of`."""
    return Reply(results.workbook(results.results_of(page), lang))


def failed(upload: Upload, error: UnreadableFile) -> bytes:
    """Return what `written` takes for a file that gave nothing."""
    return packed(Failure(source_of(upload.data, upload.name), error))
