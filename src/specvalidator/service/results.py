"""What a client had from `/v1/check` and hands back: a letter or a workbook is made of it."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from specvalidator.errors import UnreadableFile
from specvalidator.findings import NotJudged, Report
from specvalidator.reports import Failure, Style, without_waived
from specvalidator.reports.documents import numbered
from specvalidator.reports.json import FailureEntry, ReportEntry
from specvalidator.wording import Lang, Words

_NO_RESULT = Words(
    "请求的内容不是 /v1/check 返回的 JSON。", "The body is not the JSON that /v1/check gives."
)


class _PageHandedBack(BaseModel):
    """What of the page is looked at."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    reports: tuple[ReportEntry, ...]
    errors: tuple[FailureEntry, ...]


class ReportsHandedBack(NamedTuple):
    """Reports, and files that could not be read."""

    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]


def results_of(data: bytes) -> ReportsHandedBack:
    """Return the results that a page of JSON holds.

    Raises:
        UnreadableFile: it is no such page.
    """
    try:
        page = _PageHandedBack.model_validate_json(data)
    except (ValidationError, RecursionError):
        raise UnreadableFile("corrupt", _NO_RESULT) from None
    reports = tuple(_report(each, page.errors) for each in page.reports)
    beside = {each.source.name for report in reports for each in report.not_judged}
    failures = (
        Failure(each.source, UnreadableFile(each.error, Words(each.message, each.message)))
        for each in page.errors
    )
    return ReportsHandedBack(
        reports, tuple(each for each in failures if each.source.name not in beside)
    )


def letter(results: ReportsHandedBack, number: int, lang: Lang) -> bytes:
    """Return the letter about one of the reports as a Word file.

    Raises:
        UnreadableFile: there is no report of this number, counted from 1.
    """
    from specvalidator.reports.word_letter import word_letter  # noqa: PLC0415 - python-docx is heavy

    shown: Sequence[tuple[Report, int | None]] = [
        *numbered(tuple(map(without_waived, results.reports)))
    ]
    if not 0 < number <= len(shown):
        said = Words(f"没有第{number}份报告。", f"There is no report {number}.")
        raise UnreadableFile("not-found", said)
    report, part = shown[number - 1]
    return word_letter(report, part, lang)


def workbook(results: ReportsHandedBack, lang: Lang) -> bytes:
    """Return the results as a workbook."""
    from specvalidator.reports.workbook import render_workbook  # noqa: PLC0415 - only where asked

    return render_workbook(results.reports, results.failures, Style(lang=lang))


def _report(entry: ReportEntry, errors: Sequence[FailureEntry]) -> Report:
    """Return a report with the files of its dossier that gave nothing; its parts are valid."""
    shared = {name: getattr(entry, name) for name in Report.model_fields if hasattr(entry, name)}
    inside = f"{entry.source.name}/" if entry.kind == "dossier" and entry.source else None
    missing = tuple(
        NotJudged(source=each.source, error=each.error, message=each.message)
        for each in errors
        if inside and each.source.name.startswith(inside)
    )
    return Report.model_construct(**shared, rules=(), not_judged=missing)
