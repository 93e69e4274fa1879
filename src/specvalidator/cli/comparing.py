"""`compare`: what became of documents that were handed in again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from specvalidator.cli.choices import one_of
from specvalidator.cli.files import Choice, search
from specvalidator.cli.judging import GRAVITIES, judging_of, outcome_of
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import CompareOptions
from specvalidator.cli.terminal import colour, columns, write
from specvalidator.files import File
from specvalidator.judging import Judging, attempted, report_on
from specvalidator.reading import submissions_of
from specvalidator.reports import Failure, Style
from specvalidator.reports.comparison import Resubmitted, compared, paired
from specvalidator.reports.comparison.pages import Compared, compared_json, compared_page
from specvalidator.wording import Words

_FORMATS = ("text", "json")


def compare(options: CompareOptions) -> int:
    """Print what was mended, what remains and what is new; return the exit status.

    It is 1 where the new documents have something at or above `--fail-on`, 3 where some file was
    not read.
    """
    format = one_of(_FORMATS, options.format, Words("格式", "format"))  # noqa: A001 - users' word
    judging = judging_of(options, limits_of(options, isolate=True))
    failures: list[Failure] = []
    old = _read(options.old, judging, failures)
    new = _read(options.new, judging, failures)
    pairs = list(paired(old, new))
    found = Compared(
        [compared(one, other) for one, other in pairs if one and other],
        [one.report for one, other in pairs if one and other is None],
        [other.report for one, other in pairs if other and one is None],
        failures,
    )
    style = Style(options.lang, columns(), colour())
    write(compared_json(found) if format == "json" else compared_page(found, style))
    if failures:
        return 3
    return int(_is_grave(new, options))


def _read(path: Path, judging: Judging, failures: list[Failure]) -> list[Resubmitted]:
    """Return what a file or a folder holds, judged; note what could not be read."""
    found: list[Resubmitted] = []
    for file in search([path], Choice(limits=judging.limits)).files:
        outcome = outcome_of(partial(attempted, _judged), file, judging)
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            found += outcome
    return found


def _judged(file: File, judging: Judging, name: str) -> list[Resubmitted]:
    submissions = submissions_of(file, judging.kind, name, judging.limits)
    return [Resubmitted(each, report_on(each, judging)) for each in submissions]


def _is_grave(new: Sequence[Resubmitted], options: CompareOptions) -> bool:
    counted = GRAVITIES[: GRAVITIES.index(options.fail_on) + 1]
    return any(finding.gravity in counted for each in new for finding in each.report.counted)
