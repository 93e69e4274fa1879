"""`check` and `read`: every file on its own, so that a bad one stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from specvalidator import api
from specvalidator.cli import waivers
from specvalidator.cli.choices import one_of
from specvalidator.cli.configuration import excluding
from specvalidator.cli.files import Choice, Search, search
from specvalidator.cli.found import Found, refuse_overwriting
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import CheckOptions, JudgedOptions, JudgingOptions, ReadOptions
from specvalidator.cli.rooted import paths_from_root
from specvalidator.cli.terminal import (
    WrongUsage,
    colour,
    columns,
    processes,
    say,
    with_progress,
    write,
    write_bytes,
)
from specvalidator.errors import UnreadableFile
from specvalidator.files import File, bytes_of, is_folder, source_of
from specvalidator.findings import Gravity, Report
from specvalidator.judging import Judging, Validated, attempted, judge_file, shape_of_judged
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.packs import DEFAULT_PACK
from specvalidator.readers import recognise
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reading import submissions_of
from specvalidator.reports import RENDERERS, Failure, Style
from specvalidator.submission import Submission
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.settings.waivers import UnusedWaiver

GRAVITIES: tuple[Gravity, ...] = ("error", "warning", "note", "review")
"""What --fail-on may be: each includes those before it."""
WORKBOOK = "xlsx"
"""The format that is no text."""
_T = TypeVar("_T")


def check(options: CheckOptions) -> int:
    """Judge the documents, with --watch whenever one is saved; return the exit status."""
    if options.watch:
        from specvalidator.cli.watching import watch  # noqa: PLC0415 - only where it is asked for

        return watch(options, judge_once)
    return judge_once(options)


class JudgedFiles(NamedTuple):
    """What came of the files of a run."""

    found: Search
    reports: list[Report]
    failures: list[Failure]
    unused: "tuple[UnusedWaiver, ...]"


def judge_once(options: CheckOptions) -> int:
    """Judge the documents and print the reports; return the exit status."""
    lang = options.lang
    known = (*RENDERERS, WORKBOOK)
    format = one_of(known, options.format, Words("格式", "format"))  # noqa: A001 - users' word
    if format == WORKBOOK:
        _refuse_workbook(options.output)
    found, reports, failures, unused = judged_files(options, options.output)
    plain = options.output is not None
    style = Style(
        lang=lang,
        width=Style().width if plain else columns(),
        colour=not plain and colour(),
        verbose=options.verbose,
        passed_over=found.passed_over,
        paths=paths_from_root(found.files),
    )
    if format == WORKBOOK and options.output is not None:
        from specvalidator.reports.workbook import render_workbook  # noqa: PLC0415 - an extra

        write_bytes(render_workbook(reports, failures, style), options.output)
    elif reports or failures or format != "text":
        page = api.written(
            reports,
            format,
            errors=failures,
            style=style,
            unused=unused,
            files=[file.file for file in found.files],
            limits=limits_of(options, isolate=True),
        )
        write(page, options.output)
    return status_of(reports, failures, options.fail_on)


def _refuse_workbook(output: Path | None) -> None:
    """Refuse a workbook that could not be written, before any file is read."""
    if output is None:
        raise WrongUsage(_NEEDS_OUTPUT)
    if find_spec("xlsxwriter") is None:
        raise WrongUsage(
            Words(
                "写工作簿需要 XlsxWriter，请在本程序的文件夹中安装：pip install '.[xlsx]'。",
                "A workbook needs XlsxWriter: pip install '.[xlsx]' in the folder of this program.",
            )
        )


_NEEDS_OUTPUT = Words(
    "工作簿须写入文件，请加 --output 文件.xlsx。",
    "A workbook is written to a file: add --output FILE.xlsx.",
)


def judged_files(options: JudgedOptions, output: Path | None = None) -> JudgedFiles:
    """Judge the documents that a command names.

    Raises:
        WrongUsage: there are none, or one of them would be overwritten by `output`.
    """
    lang = options.lang
    judging = judging_of(options)._replace(redact=options.redact)
    held = waivers.held(options)
    found = _searched(options, judging.kind, options.catalogue)
    if output is not None:
        for each in found.files:
            refuse_overwriting(output, each.path, Words("检查", "checked"))

    judging = judging._replace(limits=limits_of(options, isolate=is_apart(found.files)))
    judged = partial(judge_found, judging=judging)
    validated, failures = _gathered(found.files, judged, shape_of_judged, lang, judging.limits)
    reports = [each.report for each in validated]
    if options.skip_unrecognised:
        failures = _known(failures, lang)
        reports = list(map(_without_unknown, reports))
    unused: tuple[UnusedWaiver, ...] = ()
    if held is not None:
        reports, unused = waivers.let_pass(reports, found.files, held, lang)
    if options.redact:
        from specvalidator.redaction import redacted  # noqa: PLC0415 - only where asked for

        reports = [
            redacted(report, each.personal, lang)
            for report, each in zip(reports, validated, strict=True)
        ]
    if judging.kind is None and _are_parts(options.files, reports):
        say(_AS_DOSSIER, lang)
    return JudgedFiles(found, reports, failures, unused)


def read(options: ReadOptions) -> int:
    """Print the records that the documents hold; return the exit status."""
    from specvalidator.reports.json import pieces_of_submissions  # noqa: PLC0415 - only for `read`

    kind = kind_named(options.kind)
    found = _searched(options, kind)
    limits = limits_of(options, isolate=is_apart(found.files))
    work = partial(_read_found, judging=Judging(kind=kind, limits=limits))
    submissions, failures = _gathered(found.files, work, _shape_of_read, options.lang, limits)
    if options.skip_unrecognised:
        failures = _known(failures, options.lang)
    write(pieces_of_submissions(submissions, failures, options.lang))
    return 3 if failures or any(each.unjudged for each in submissions) else 0


def judging_of(options: JudgingOptions, limits: Limits = DEFAULT) -> Judging:
    """Return how files are judged.

    Raises:
        WrongUsage: there is no such kind.
        BadPack: the pack that was named cannot be used: said before any file is read.
        BadCatalogue: the catalogue cannot be used, likewise.
    """
    kind = kind_named(options.kind)
    catalogue = load_catalogue(options.catalogue) if options.catalogue else None
    pack = options.pack or DEFAULT_PACK
    judging = Judging(pack, options.lang, kind, catalogue, limits=limits)
    if options.pack:
        judging.bound()
    return judging


def kind_named(name: str | None) -> Kind | None:
    """Return the kind of this name; errors as `one_of`."""
    kinds: Iterable[str] = KIND_TITLES
    return None if name is None else cast("Kind", one_of(kinds, name, Words("种类", "kind")))


def _searched(options: ReadOptions, kind: Kind | None, used: Path | None = None) -> Search:
    choice = Choice(
        whole=kind == "dossier",
        excluded=excluding(options),
        forced=options.force_exclude,
        known_only=options.skip_unrecognised and kind is None,
        used=used,
        limits=limits_of(options, isolate=False),
    )
    lang = options.lang
    found = search(options.files, choice)
    if not found.files and found.empty:
        folders = "、".join(found.empty)
        raise WrongUsage(
            Words(
                f"文件夹里没有 Word 或 PDF 文件：{folders}。请核对路径。",
                f"No Word or PDF document in {folders}; check the path.",
            )
        )
    for folder in found.empty:
        say(Words(f"文件夹里没有 Word 或 PDF 文件：{folder}", f"No document in {folder}"), lang)
    if found.passed_over:
        count = found.passed_over
        said = Words(f"略过{count}个其他文件。", f"Passed over {count} other files.")
        say(said, lang)
    if found.excluded:
        count = found.excluded
        say(Words(f"按 exclude 略过{count}个文件。", f"Left out {count} excluded files."), lang)
    return found


def _known(failures: list[Failure], lang: Lang) -> list[Failure]:
    """Leave away the files of no known kind, and say how many they were."""
    known = [failure for failure in failures if failure.error.error != "unrecognised"]
    count = len(failures) - len(known)
    if count:
        said = Words(f"略过{count}个认不出种类的文件。", f"Passed over {count} unrecognised files.")
        say(said, lang)
    return known


def _without_unknown(report: Report) -> Report:
    """Return a report without the files of no known kind beside it."""
    known = tuple(each for each in report.not_judged if each.error != "unrecognised")
    return report.model_copy(update={"not_judged": known}) if report.not_judged else report


_AS_DOSSIER = Words(
    "文件夹里有考点设立申请表，已逐个文件检查；要检查整套申报材料是否齐全，请加 --as dossier。",
    "A folder holds a site application, and its files were checked one by one; to check whether "
    "the dossier is complete, say --as dossier.",
)


def _are_parts(arguments: Sequence[Path], reports: list[Report]) -> bool:
    """Say whether an application came out of a folder that may be a dossier."""
    forms = [report for report in reports if report.kind == "application"]
    named = {argument.name for argument in arguments if not is_folder(argument)}
    return any(
        report.source and report.source.name.split("/")[0] not in named for report in forms
    ) and not any(report.kind == "dossier" for report in reports)


def is_apart(files: tuple[Found, ...]) -> bool:
    """Say whether files are read in processes of their own.

    A single Word file or record is not. What reads a PDF is no Python: only its process can be
    ended.
    """
    if len(files) != 1:
        return True
    [file] = files
    if file.error or is_folder(file.file):
        return True
    try:
        data = bytes_of(file.file)
    except UnreadableFile:
        return False
    return recognise(data).format.is_native


def _gathered(
    files: tuple[Found, ...],
    work: Callable[[Found], list[_T] | Failure],
    shape: Callable[[], Any],
    lang: Lang,
    limits: Limits,
) -> tuple[list[_T], list[Failure]]:
    """Do the work on each file; return all results, and the files that gave none."""
    results: list[_T] = []
    failures: list[Failure] = []
    outcomes = _apart(files, work, shape, limits) if limits.isolate else map(work, files)
    for _, outcome in zip(with_progress(files, lang), outcomes, strict=True):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            results += outcome
    return results, failures


def _apart(
    files: tuple[Found, ...],
    work: Callable[[Found], list[_T] | Failure],
    shape: Callable[[], Any],
    limits: Limits,
) -> Iterator[list[_T] | Failure]:
    """Do the work in processes of their own, which may crash or be ended."""
    from specvalidator.workers.pool import Workers  # noqa: PLC0415 - only for several files

    # A copy of this process is ready at once, and this program has no threads.
    with Workers[Found, list[_T] | Failure](
        limits, work, shape(), processes(len(files)), fork=True
    ) as workers:
        for file, outcome in zip(files, workers.results(files), strict=True):
            if isinstance(outcome, UnreadableFile):
                yield _failure(file, outcome, limits)
            else:
                yield outcome


def judge_found(file: Found, judging: Judging) -> list[Validated] | Failure:
    """Return what was found in a file, or why nothing was."""
    return outcome_of(judge_file, file, judging)


def _read_found(file: Found, judging: Judging) -> list[Submission] | Failure:
    return outcome_of(partial(attempted, _submissions), file, judging)


def outcome_of(
    work: Callable[[File, Judging, str], _T | Failure], file: Found, judging: Judging
) -> _T | Failure:
    """Return what came of a file; one that could not even be opened says why."""
    how = judging._replace(kind=None) if file.by_itself else judging
    try:
        return work(file.whole(judging.limits), how, file.name)
    except UnreadableFile as error:
        return file.unopened(error)


def _shape_of_read() -> Any:  # noqa: ANN401 - a union has no type of its own
    return list[Submission] | Failure


def _submissions(file: File, judging: Judging, name: str) -> list[Submission]:
    return submissions_of(file, judging.kind, name, judging.limits)


def _failure(file: Found, error: UnreadableFile, limits: Limits) -> Failure:
    """Return what reports say about a file whose process did not live to say it."""
    try:
        return Failure(source_of(bytes_of(file.file, limits), file.name), error)
    except UnreadableFile:
        return file.unopened(error)


def status_of(reports: list[Report], failures: list[Failure], fail_on: Gravity) -> int:
    """Return the exit status: 3 where some file was not read or not judged, else whether grave."""
    unjudged = any(each.verdict == "not-judged" or each.not_judged for each in reports)
    return 3 if failures or unjudged else int(grave(reports, fail_on))


def grave(reports: list[Report], fail_on: Gravity) -> bool:
    """Say whether any finding weighs at least as much as `fail_on`."""
    counted = GRAVITIES[: GRAVITIES.index(fail_on) + 1]
    return any(finding.gravity in counted for report in reports for finding in report.counted)
