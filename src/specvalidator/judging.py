"""How a file is judged, said once, and what came of it."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from specvalidator.answer import Answer
from specvalidator.catalogue import Catalogue
from specvalidator.engine import judge
from specvalidator.errors import (
    BadPack,
    ProgramFailed,
    SpecvalidatorError,
    UnreadableFile,
    place_of,
)
from specvalidator.files import File, bytes_of, is_folder, name_of, portable, source_of
from specvalidator.findings import Report
from specvalidator.lexicon import Lexicon, in_force, speaking
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.packs import DEFAULT_PACK, RulePack, known_packs, load_pack, located_pack
from specvalidator.packs.binding import BoundPack, bind
from specvalidator.packs.refusing import with_line
from specvalidator.places import Source
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.refusals import out_of_memory
from specvalidator.readers.remembered import NOTHING, Recognised, remembering
from specvalidator.reading import submissions_of
from specvalidator.reports import Failure
from specvalidator.submission import Submission, UnfitRecord, UnjudgedFile
from specvalidator.wording import Lang, Words
from specvalidator.workers.deadline import within

if TYPE_CHECKING:
    from specvalidator.redaction import Personal

_Result = TypeVar("_Result")


class Judging(NamedTuple):
    """How a file is judged."""

    pack: str | Path | RulePack = DEFAULT_PACK
    """Id of a pack, its file, or the pack itself."""
    lang: Lang = "zh"
    """Language of the findings."""
    kind: Kind | None = None
    """Which form it is; recognised from the content where None."""
    catalogue: Catalogue | Path | str | None = None
    """The published projects, or the file that lists them."""
    redact: bool = False
    """Whether what is about persons is masked once the rules have seen it."""
    limits: Limits = DEFAULT
    """How much the file may ask."""
    left_out: frozenset[str] = frozenset()
    """Rules that are not asked, and that reports name as such."""
    showing: bool = False
    """Whether files are shown beside their reports, so that what was recognised is given back."""

    @property
    def inside(self) -> "Judging":
        """The same in the process that was started for it."""
        return self._replace(limits=self.limits._replace(isolate=False))

    def bound(self, kind: Kind | None = None) -> BoundPack:
        """Return the pack joined to the checks and to the catalogue, ready to judge by.

        Args:
            kind: of what to judge. Of a pack that comes with the package, whose rules are proved,
                only those about this kind are joined then; any other is tried whole.

        Raises:
            BadPack: the pack cannot be used.
            BadCatalogue: the catalogue cannot be used.
        """
        projects = self.catalogue
        if isinstance(projects, str | Path):
            projects = load_catalogue(projects)
        if isinstance(self.pack, RulePack):
            return bind(self.pack, projects, left_out=self.left_out)
        return _bound_by_name(self.pack, projects, kind, self.left_out)

    def read(self, file: File, name: str | None, limits: Limits | None = None) -> list[Submission]:
        """Return the submissions that a file holds, read by the words of the pack.

        Args:
            file: what to read.
            name: what to call it.
            limits: how much it may ask, where that is not `limits`.

        Raises:
            BadPack: the pack cannot be used.
            UnreadableFile: as `api.read`.
            UnfitRecord: the file is a record that does not fit.
        """
        limits = limits or self.limits
        if self.pack == DEFAULT_PACK:  # whose words are those of all packs: it need not be loaded
            return submissions_of(file, self.kind, name, limits)
        if limits.isolate:
            from specvalidator.workers.worker import isolated  # noqa: PLC0415 - only where asked for

            given, inside = portable(file, limits), self._replace(limits=limits).inside
            shape = list[Submission]
            return isolated(limits, _read_inside, shape, given, inside, name or name_of(file))
        with speaking(self.lexicon):
            return submissions_of(file, self.kind, name, limits)

    @property
    def lexicon(self) -> Lexicon:
        """The words of the pack; errors as `load_pack`."""
        if self.pack == DEFAULT_PACK:
            return in_force()
        pack = self.pack if isinstance(self.pack, RulePack) else load_pack(self.pack)
        return pack.lexicon


def _read_inside(file: File, judging: Judging, name: str) -> list[Submission]:
    return judging.read(file, name)


class Validated(NamedTuple):
    """A report, and what is to be masked in it."""

    report: Report
    personal: "tuple[Personal, ...]" = ()
    recognised: Recognised = NOTHING
    """What was recognised of the file, with its first report, where files are shown."""


def judge_file(file: File, judging: Judging, name: str | None = None) -> list[Validated] | Failure:
    """Return what came of a file, in this process: its reports, or why there are none.

    They are not redacted yet: waivers are held against what is written.

    Raises:
        SpecvalidatorError: the pack or the catalogue cannot be used.
    """
    return attempted(validated, file, judging, name)


def shape_of_judged() -> Any:  # noqa: ANN401 - a union has no type of its own
    """Return the type of what `judge_file` returns, for whom it comes from another process."""
    from specvalidator.redaction import Personal  # noqa: PLC0415 - only for several files
    from specvalidator.workers.values import learn  # noqa: PLC0415 - the same

    learn(Validated, Personal=Personal)
    return list[Validated] | Failure


def attempted(
    work: Callable[[File, Judging, str], _Result],
    file: File,
    judging: Judging,
    name: str | None = None,
) -> _Result | Failure:
    """Return what work on a file gives, in this process; if nothing, as by a bug, why.

    It may compute for as long as the limits say, where signals are known.
    """
    called = name or name_of(file)
    source = Source(name=called, media_type=None, sha256=None, size=None)
    try:
        with within(judging.limits.cpu_seconds):
            if not is_folder(file):
                file = bytes_of(file, judging.limits)
                source = source_of(file, called)
            return work(file, judging.inside, called)
    except UnreadableFile as error:
        return Failure(source, error)
    except SpecvalidatorError:
        raise
    except MemoryError:
        return Failure(source, out_of_memory())
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not stop the others
        if os.environ.get("SPECVALIDATOR_DEBUG"):
            import traceback  # noqa: PLC0415 - only for bugs

            traceback.print_exc()
        return Failure(source, ProgramFailed(place_of(error)))


def reports_on(file: File, judging: Judging, name: str | None = None) -> list[Report]:
    """Return the reports on a file; errors as `api.validate`."""
    if judging.limits.isolate:
        from specvalidator.workers.worker import isolated  # noqa: PLC0415 - only where asked for

        given, called = portable(file, judging.limits), name or name_of(file)
        shape = list[Report]
        return isolated(judging.limits, reports_on, shape, given, judging.inside, called)
    judged = validated(file, judging, name)
    if not judging.redact:
        return [each.report for each in judged]
    from specvalidator.redaction import redacted  # noqa: PLC0415 - only where it is asked for

    return [redacted(each.report, each.personal, judging.lang) for each in judged]


def validated(file: File, judging: Judging, name: str | None = None) -> list[Validated]:
    """Return reports that are not redacted yet; errors as `api.validate`."""
    if judging.showing and not judging.redact:
        with remembering() as recognised:
            first, *others = validated(file, judging._replace(showing=False), name)
        return [first._replace(recognised=recognised), *others]
    answer = Answer(judging.limits)
    try:
        submissions = judging.read(file, name)
    except UnfitRecord as unfit:
        report = report_on_unfit(unfit, judging)
        for finding in report.findings:
            answer.take(finding)
        return [Validated(report)]
    submissions = _filled(submissions)
    ready = {each: judging.bound(each) for each in {one.kind for one in submissions}}
    judged = [
        Validated(judge(each, ready[each.kind], judging.lang, answer)) for each in submissions
    ]
    if not judging.redact:
        return judged
    from specvalidator.redaction import personal  # noqa: PLC0415 - only where it is asked for

    with speaking(judging.lexicon):
        return [
            one._replace(personal=personal(submission))
            for one, submission in zip(judged, submissions, strict=True)
        ]


def _filled(submissions: list[Submission]) -> list[Submission]:
    """Return the forms that somebody filled in; others are named, and nothing is said of them.

    Raises:
        UnreadableFile: `unrecognised`, there is no other.
    """
    filled = [each for each in submissions if not each.blank]
    if len(filled) == len(submissions):
        return filled
    refusals = [(each.source, _not_filled(each.kind)) for each in submissions if each.blank]
    if not filled:
        raise refusals[0][1]
    named = tuple(
        UnjudgedFile(source=source, error=refusal.error, message=refusal.words)
        for source, refusal in refusals
        if source is not None
    )
    beside = (*filled[0].unjudged, *named)
    return [filled[0].model_copy(update={"unjudged": beside}), *filled[1:]]


def _not_filled(kind: Kind) -> UnreadableFile:
    title = KIND_TITLES[kind]
    return UnreadableFile(
        "unrecognised",
        Words(
            f"看起来是没有填写的{title.zh}，没有可以检查的内容。请核对文件；"
            f"要照样检查，请用 --as {kind} 指明。",
            f"It seems to be a blank {title.en} that nobody filled in: there is nothing to judge. "
            f"Check the file; to judge it all the same, say --as {kind}.",
        ),
    )


def report_on(submission: Submission, judging: Judging, answer: Answer | None = None) -> Report:
    """Return the report on a submission; `answer` and errors as `engine.judge`."""
    report = judge(submission, judging.bound(submission.kind), judging.lang, answer)
    if not judging.redact:
        return report
    from specvalidator.redaction import personal, redacted  # noqa: PLC0415 - only where asked for

    with speaking(judging.lexicon):
        told = personal(submission)
    return redacted(report, told, judging.lang)


def report_on_unfit(unfit: UnfitRecord, judging: Judging) -> Report:
    """Return the report on a record that does not fit; it quotes no value."""
    from specvalidator.unfit import report_unfit  # noqa: PLC0415 - only where a record does not fit

    return report_unfit(unfit, judging.bound(unfit.kind), judging.lang)


@cache
def _bound_by_name(
    pack: str | Path, catalogue: Catalogue | None, kind: Kind | None, left_out: frozenset[str]
) -> BoundPack:
    alone = kind is not None and pack in known_packs()
    kinds = (kind,) if kind and alone else tuple(KIND_TITLES)
    try:
        return bind(load_pack(pack), catalogue, kinds, left_out=left_out)
    except BadPack as fault:
        raise with_line(fault, located_pack(pack)) from None
