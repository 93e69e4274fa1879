"""`compare`: what became of documents that were handed in again."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from specvalidator.cli.choices import one_of
from specvalidator.cli.files import Choice, search
from specvalidator.cli.found import Found
from specvalidator.cli.judging import GRAVITIES, judging_of
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import CompareOptions, LetterOptions
from specvalidator.cli.outcomes import gathered, outcome_of
from specvalidator.cli.terminal import WrongUsage, colour, columns, say, write
from specvalidator.files import File
from specvalidator.findings import Report
from specvalidator.judging import Judging, attempted, report_on
from specvalidator.reports import Failure, Style
from specvalidator.reports.comparison import Comparison, Resubmitted, compared, identity_of
from specvalidator.reports.comparison.pages import Compared, compared_json, compared_page
from specvalidator.reports.comparison.pairing import paired
from specvalidator.typesetting import visible
from specvalidator.wording import Words

FORMATS = ("text", "json", "html")


def compare(options: CompareOptions) -> int:
    """Print what was mended, what remains and what is new; return the exit status.

    It is 1 where the new documents have something at or above `--fail-on`, 3 where some file was
    not read.
    """
    format = one_of(FORMATS, options.format, Words("格式", "format"))  # noqa: A001 - users' word
    judging = judging_of(options, limits_of(options, isolate=True))
    failures: list[Failure] = []
    old = _read([options.old], judging, failures)
    new = _read([options.new], judging, failures)
    write(_page(_compared(old, new, failures), format, options), options.output)
    if failures:
        return 3
    return int(_is_grave(new, options))


def since(old: Path, reports: Sequence[Report], options: LetterOptions) -> Mapping[int, Comparison]:
    """Return what became of what was handed in before, by the number of the report on what is new.

    What could not be read of the old documents, and what has no counterpart there, is said.

    Raises:
        WrongUsage: personal data are to be masked; a comparison quotes what was written.
    """
    if options.redact:
        raise WrongUsage(
            Words(
                "--since 会引用改动的原文，不能与 --redact 同用。",
                "--since quotes what was changed and cannot be used with --redact.",
            )
        )
    judging = judging_of(options, limits_of(options, isolate=True))
    failures: list[Failure] = []
    before = _read([old], judging, failures)
    for source, error in failures:
        name = visible(source.name)
        say(Words(f"{name}：{error.words.zh}", f"{name}: {error.words.en}"), options.lang)
    # Judged again without waivers: what is let pass is not mended.
    new = _read(options.files, judging, [])
    found = {
        other.report.source: compared(one, other)
        for one, other in paired(before, new)
        if one and other
    }
    alone = sum(report.source not in found for report in reports)
    if alone:
        said = Words(
            f"{alone}份材料在 {old} 中没有对应的旧稿。", f"{alone} documents have none in {old}."
        )
        say(said, options.lang)
    return {
        number: _as_shown(found[report.source], report)
        for number, report in enumerate(reports)
        if report.source in found
    }


def _as_shown(comparison: Comparison, shown: Report) -> Comparison:
    """Return a comparison of which the findings that are there are those that are shown."""
    known = set(map(identity_of, shown.findings))
    remaining, added = (
        tuple(each for each in part if identity_of(each) in known)
        for part in (comparison.remaining, comparison.added)
    )
    return comparison._replace(new=shown, remaining=remaining, added=added)


def _compared(
    old: Sequence[Resubmitted], new: Sequence[Resubmitted], failures: Sequence[Failure]
) -> Compared:
    pairs = list(paired(old, new))
    return Compared(
        [compared(one, other) for one, other in pairs if one and other],
        [one.report for one, other in pairs if one and other is None],
        [other.report for one, other in pairs if other and one is None],
        failures,
    )


def _page(found: Compared, format: str, options: CompareOptions) -> str:  # noqa: A002 - the same
    if format == "json":
        return compared_json(found)
    if format == "html":
        from specvalidator.reports.comparison.html import compared_html  # noqa: PLC0415 - only then

        return compared_html(found, options.lang)
    plain = options.output is not None
    width = Style().width if plain else columns()
    return compared_page(found, Style(options.lang, width, not plain and colour()))


def _read(paths: Sequence[Path], judging: Judging, failures: list[Failure]) -> list[Resubmitted]:
    """Return what files and folders hold, judged; note what could not be read."""
    files = search(paths, Choice(limits=judging.limits)).files
    work = partial(_resubmitted, judging=judging)
    found, failed = gathered(files, work, _shape, judging.lang, judging.limits)
    failures += failed
    return found


def _resubmitted(file: Found, judging: Judging) -> list[Resubmitted] | Failure:
    return outcome_of(partial(attempted, _judged), file, judging)


def _shape() -> Any:  # noqa: ANN401 - a union has no type of its own
    return list[Resubmitted] | Failure


def _judged(file: File, judging: Judging, name: str) -> list[Resubmitted]:
    submissions = judging.read(file, name)
    return [Resubmitted(each, report_on(each, judging)) for each in submissions]


def _is_grave(new: Sequence[Resubmitted], options: CompareOptions) -> bool:
    counted = GRAVITIES[: GRAVITIES.index(options.fail_on) + 1]
    return any(finding.gravity in counted for each in new for finding in each.report.counted)
