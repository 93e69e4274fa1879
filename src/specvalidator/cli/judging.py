"""`check` and `read`: every file on its own, so that a bad one stops no other."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from specvalidator import api
from specvalidator.cli import waivers
from specvalidator.cli.choices import one_of
from specvalidator.cli.files import Search
from specvalidator.cli.found import Found, refuse_overwriting
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import (
    CheckOptions,
    JudgedOptions,
    JudgingOptions,
    PackOptions,
    ReadOptions,
)
from specvalidator.cli.outcomes import gathered, is_apart, judge_found, outcome_of
from specvalidator.cli.rooted import paths_from_root
from specvalidator.cli.searching import known, searched, without_unknown
from specvalidator.cli.terminal import colour, columns, say, write
from specvalidator.document import Document
from specvalidator.files import File, is_folder
from specvalidator.findings import Gravity, Report
from specvalidator.judging import Judging, attempted, shape_of_judged
from specvalidator.lexicon import speaking
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.packs import DEFAULT_PACK, load_pack
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reports import RENDERERS, SHOWING_FILES, Failure, Style
from specvalidator.submission import Submission
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.settings.waivers import UnusedWaiver

GRAVITIES: tuple[Gravity, ...] = ("error", "warning", "note", "review")
"""What --fail-on may be: each includes those before it."""
WORKBOOK = "xlsx"
"""The format that is no text."""


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
    recognised: dict[str, Document]
    """What was recognised of files that are shown, by SHA-256."""


def judge_once(options: CheckOptions) -> int:
    """Judge the documents and print the reports; return the exit status."""
    format = _format_of(options)  # noqa: A001 - users' word
    if format == WORKBOOK:
        from specvalidator.cli.tabling import refuse_workbook  # noqa: PLC0415 - an extra

        refuse_workbook(options.output)
    judged = judged_files(options, options.output, showing=format in SHOWING_FILES)
    style = _style(options, judged)
    if format == WORKBOOK:
        from specvalidator.cli.tabling import write_workbook  # noqa: PLC0415 - the same

        write_workbook(judged, style, options)
    elif options.statistics:
        from specvalidator.reports.statistics import statistics  # noqa: PLC0415 - only where asked for

        as_json = format == "json"
        write(statistics(judged.reports, judged.failures, style, as_json=as_json), options.output)
    elif judged.reports or judged.failures or format != "text":
        page = api.written(
            judged.reports,
            format,
            errors=judged.failures,
            style=style,
            unused=judged.unused,
            files=[file.file for file in judged.found.files],
            limits=limits_of(options, isolate=True),
        )
        with speaking(judging_of(options).lexicon):  # a page may name what the pack adds
            write(page, options.output)
    return status_of(judged.reports, judged.failures, options.fail_on)


def _format_of(options: CheckOptions) -> str:
    """Return the format to write.

    Raises:
        WrongUsage: there is none of this name, or statistics have none.
    """
    known = ("text", "json") if options.statistics else (*RENDERERS, WORKBOOK)
    return one_of(known, options.format, Words("格式", "format"))


def _style(options: CheckOptions, judged: JudgedFiles) -> Style:
    plain = options.output is not None
    return Style(
        lang=options.lang,
        width=Style().width if plain else columns(),
        colour=not plain and colour(),
        verbose=options.verbose,
        quiet=options.quiet,
        passed_over=judged.found.passed_over,
        paths=paths_from_root(judged.found.files),
        recognised=judged.recognised,
    )


def judged_files(
    options: JudgedOptions, output: Path | None = None, *, showing: bool = False
) -> JudgedFiles:
    """Judge the documents that a command names, to show them if `showing`.

    Raises:
        WrongUsage: there are none, or one of them would be overwritten by `output`.
    """
    lang = options.lang
    judging = judging_of(options)._replace(redact=options.redact, showing=showing)
    held = waivers.held(options)
    found = searched(options, judging.kind, options.catalogue)
    if output is not None:
        for each in found.files:
            refuse_overwriting(output, each.path, Words("检查", "checked"))

    judging = judging._replace(limits=limits_of(options, isolate=is_apart(found.files)))
    judged = partial(judge_found, judging=judging)
    validated, failures = gathered(found.files, judged, shape_of_judged, lang, judging.limits)
    reports = [each.report for each in validated]
    if options.skip_unrecognised:
        failures = known(failures, options)
        reports = list(map(without_unknown, reports))
    unused: tuple[UnusedWaiver, ...] = ()
    if held is not None:
        reports, unused = waivers.let_pass(reports, found.files, held, lang)
    if options.redact:
        from specvalidator.redaction import redacted  # noqa: PLC0415 - only where asked for

        reports = [
            redacted(report, each.personal, lang)
            for report, each in zip(reports, validated, strict=True)
        ]
    if judging.kind is None and not options.quiet and _are_parts(options.files, reports):
        say(_AS_DOSSIER, lang)
    recognised = {key: each for one in validated for key, each in one.recognised.items()}
    return JudgedFiles(found, reports, failures, unused, recognised)


def read(options: ReadOptions) -> int:
    """Print the records that the documents hold; return the exit status."""
    from specvalidator.reports.json import pieces_of_submissions  # noqa: PLC0415 - only for `read`

    kind = kind_named(options.kind)
    found = searched(options, kind)
    limits = limits_of(options, isolate=is_apart(found.files))
    work = partial(_read_found, judging=unjudging(options, kind, limits))
    submissions, failures = gathered(found.files, work, _shape_of_read, options.lang, limits)
    if options.skip_unrecognised:
        failures = known(failures, options)
    write(pieces_of_submissions(submissions, failures, options.lang))
    return 3 if failures or any(each.unjudged for each in submissions) else 0


def _read_found(file: Found, judging: Judging) -> list[Submission] | Failure:
    return outcome_of(partial(attempted, submissions_in), file, judging)


def _shape_of_read() -> Any:  # noqa: ANN401 - a union has no type of its own
    return list[Submission] | Failure


def submissions_in(file: File, judging: Judging, name: str) -> list[Submission]:
    """Return the submissions that a file holds; errors as `Judging.read`."""
    return judging.read(file, name)


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


def judging_of(options: JudgingOptions, limits: Limits = DEFAULT) -> Judging:
    """Return how files are judged.

    Raises:
        WrongUsage: there is no such kind, or no such rule.
        BadPack: the pack that was named cannot be used: said before any file is read.
        BadCatalogue: the catalogue cannot be used, likewise.
    """
    kind = kind_named(options.kind)
    catalogue = load_catalogue(options.catalogue) if options.catalogue else None
    pack = options.pack or DEFAULT_PACK
    judging = Judging(pack, options.lang, kind, catalogue, limits=limits)
    if options.select or options.ignore:
        from specvalidator.cli.selecting import left_out  # noqa: PLC0415 - only where asked for

        judging = judging._replace(left_out=left_out(options))
    if options.pack:
        judging.bound()
    return judging


def unjudging(options: PackOptions, kind: Kind | None, limits: Limits) -> Judging:
    """Return how files are read without being judged: by the words of the pack that was named.

    Raises:
        BadPack: it cannot be used; said before any file is read.
    """
    if options.pack:
        load_pack(options.pack)
    return Judging(options.pack or DEFAULT_PACK, kind=kind, limits=limits)


def kind_named(name: str | None) -> Kind | None:
    """Return the kind of this name; errors as `one_of`."""
    kinds: Iterable[str] = KIND_TITLES
    return None if name is None else cast("Kind", one_of(kinds, name, Words("种类", "kind")))


def status_of(reports: list[Report], failures: list[Failure], fail_on: Gravity) -> int:
    """Return the exit status: 3 where some file was not read or not judged, else whether grave.

    That rules were not asked because somebody said so is no reason.
    """
    unjudged = any(
        (each.verdict == "not-judged" and not each.left_out) or each.not_judged for each in reports
    )
    return 3 if failures or unjudged else int(grave(reports, fail_on))


def grave(reports: list[Report], fail_on: Gravity) -> bool:
    """Say whether any finding weighs at least as much as `fail_on`."""
    counted = GRAVITIES[: GRAVITIES.index(fail_on) + 1]
    return any(finding.gravity in counted for report in reports for finding in report.counted)
