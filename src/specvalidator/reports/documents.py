"""What reports call the documents that they are about."""

from collections import Counter
from collections.abc import Iterator

from specvalidator.findings import Location, Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import vocabulary as words
from specvalidator.wording import Lang


def numbered(reports: tuple[Report, ...]) -> Iterator[tuple[Report, int | None]]:
    """Yield each report with the number of its submission in the file, None where it is alone."""
    parts = Counter(map(_file, reports))
    numbers: Counter[tuple[str, str | None] | None] = Counter()
    for report in reports:
        file = _file(report)
        numbers[file] += 1
        yield report, numbers[file] if file and parts[file] > 1 else None


def title(report: Report, part: int | None, lang: Lang) -> str:
    """Name a document: its file, which part of it, and what it is about."""
    kind = KIND_TITLES[report.kind].said(lang)
    if report.source is None:
        return report.subject or kind
    return f"{name(report, part, lang)} · {report.subject or kind}"


def name(report: Report, part: int | None, lang: Lang) -> str:
    """Name the file, and which part of it; where there was none, what the form is about."""
    if report.source is None:
        return report.subject or KIND_TITLES[report.kind].said(lang)
    return f"{report.source.name} {words.which(part, lang)}" if part else report.source.name


def where(location: Location, lang: Lang) -> str:
    """Say where something is: in the file, else in the record."""
    return location.place.said(lang) if location.place else location.path


def summed(reports: tuple[Report, ...], failures: int, lang: Lang, passed_over: int = 0) -> str:
    """Say how many documents and findings there are: 共2份文件：1份通过，1份不通过；1个错误.

    That there are no findings is not said where a document was not read or not judged.
    """
    verdicts = Counter(report.verdict for report in reports)
    counts = [(words.VERDICTS[verdict], verdicts[verdict]) for verdict in words.VERDICTS]
    counts.append((words.UNREADABLE, failures))
    documents = [
        f"{count}份{word.zh}" if lang == "zh" else f"{count} {word.en}"
        for word, count in counts
        if count
    ]
    gravities = Counter(finding.gravity for report in reports for finding in report.counted)
    findings = [
        words.counted(gravities[gravity], gravity, lang)
        for gravity in words.GRAVITIES
        if gravities[gravity]
    ]
    if reports and not findings and not failures and not verdicts["not-judged"]:
        findings = [words.NOTHING.said(lang)]
    if passing := sum(len(report.waived) for report in reports):
        findings.append(words.waived(passing, lang))
    if names := {name for report in reports for name in report.deselected}:
        findings.append(words.deselected(len(names), lang))
    if passed_over:
        findings.append(words.passed_over(passed_over, lang))
    parts = [words.listed(part, lang) for part in (documents, findings) if part]
    counted = _counted(reports, failures, lang)
    return f"{counted}{'；'.join(parts)}。" if lang == "zh" else f"{counted}{'; '.join(parts)}."


def _counted(reports: tuple[Report, ...], failures: int, lang: Lang) -> str:
    """Say how many documents there are, and in how many files where a file holds several."""
    total = len(reports) + failures
    held = sum(report.source is None for report in reports)
    files = len({_file(report) for report in reports if report.source}) + held + failures
    if lang == "zh":
        return f"共{total}份文件：" if files == total else f"共{files}个文件、{total}份材料："
    documents = f"{total} {'document' if total == 1 else 'documents'}"
    if files == total:
        return f"{documents}: "
    return f"{documents} in {files} {'file' if files == 1 else 'files'}: "


def _file(report: Report) -> tuple[str, str | None] | None:
    return (report.source.name, report.source.sha256) if report.source else None
