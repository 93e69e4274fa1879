"""Pages that only a browser fills, as it shows them: a batch's list, the service's re-check."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import docx

import frozen
import specvalidator as sv
from specvalidator.batch.listing import Listed, Listing
from specvalidator.batch.overview import overview
from specvalidator.batch.summary import Fault, Summary
from specvalidator.packs import load_pack
from specvalidator.wording import Lang, Words

_DISTRICTS = (Words("环翠区", "Huancui"), Words("文登区", "Wendeng"), Words("荣成市", "Rongcheng"))
_PAGE = Path(sv.__file__).parent / "service" / "page"
_NOTES = ("index.html", "words.js", "page.css")
"""What the page of the service says and looks like."""
_MENDED = {
    "45": "60%",
    "3.按网线粗细": "2.按网线粗细",
    "先进行理论知识考试，再进行实际操作考核。": "",
}
"""What the drafter writes before the second check, instead of what."""
_ADDRESS = re.compile(r"http://127[\d.:]+")
_LOCALES: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en-GB"}
SERVICE_SIZE = (1120, 750)


def batch_page(lang: Lang) -> tuple[bytes, str]:
    """Return what the page of a batch of the frozen reports is made from, and the page."""
    reports = frozen.many_reports(lang)
    titles = {rule.name: rule.title for report in reports for rule in report.rules}
    names = list(titles)
    lines = tuple(_line(number, each, names, lang) for number, each in enumerate(reports))
    folders = tuple(each.said(lang) for each in _DISTRICTS)
    by_folder = {
        number: Counter(line.verdict for line in lines if line.folder == number)
        for number in range(len(folders))
    }
    listed = Listing(lines, folders, tuple(titles.items()), by_folder, is_cut=False)
    page = overview(_summary(reports, titles), listed, (), load_pack(), lang)
    shown = re.sub(r"<(style|script)[^>]*>.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    return f"{lines} {' '.join(shown.split())}".encode(), page


def districts(reports: Sequence[sv.Report], lang: Lang) -> dict[str, str]:
    """Return the folder of each of the frozen reports by the name of its file."""
    named = ((number, each.source.name) for number, each in enumerate(reports) if each.source)
    return {name: _DISTRICTS[_district(number)].said(lang) for number, name in named}


def _district(number: int) -> int:
    return number // 6 % len(_DISTRICTS)


def _line(number: int, report: sv.Report, rules: Sequence[str], lang: Lang) -> Listed:
    folder = _district(number)
    gravities = Counter(finding.gravity for finding in report.findings)
    said = dict.fromkeys(finding.rule for finding in report.findings)
    return Listed(
        f"{_DISTRICTS[folder].said(lang)}/{report.source.name if report.source else ''}",
        folder,
        report.subject or "",
        report.kind,
        report.verdict,
        (gravities["error"], gravities["warning"], gravities["review"]),
        tuple(map(rules.index, said)),
        f"html/{number}.html",
        "",
    )


def _summary(reports: Sequence[sv.Report], titles: dict[str, str]) -> Summary:
    verdicts = {
        kind: Counter(each.verdict for each in reports if each.kind == kind)
        for kind in dict.fromkeys(report.kind for report in reports)
    }
    findings = [finding for report in reports for finding in report.findings]
    met = Counter(
        rule for each in reports for rule in dict.fromkeys(found.rule for found in each.findings)
    )
    times = Counter(finding.rule for finding in findings)
    faults = tuple(
        Fault(rule, titles[rule], count, times[rule]) for rule, count in met.most_common()
    )
    gravities = Counter(finding.gravity for finding in findings)
    return Summary(len(reports), 0, len(reports), verdicts, {}, gravities, faults)  # type: ignore[arg-type]


def service_source() -> bytes:
    """Return what the picture of the service shows: the page's words and looks, and the draft."""
    return b"".join((_PAGE / name).read_bytes() for name in _NOTES) + frozen.DRAFT.read_bytes()


def service_shot(lang: Lang) -> bytes:
    """Return a picture of the service's page after a draft was mended and checked again."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only who draws

    with tempfile.TemporaryDirectory() as folder, _served() as address, sync_playwright() as driver:
        draft = Path(folder, frozen.NAME.said(lang))
        shutil.copyfile(frozen.DRAFT, draft)
        program = shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=program, chromium_sandbox=False)
        width, height = SERVICE_SIZE
        page = browser.new_context(
            locale=_LOCALES[lang], viewport={"width": width, "height": height},
            device_scale_factor=1.5, reduced_motion="reduce",
        ).new_page()  # fmt: skip
        page.goto(address)
        page.locator("input[type=file]").first.set_input_files(draft)
        page.locator(".entry .verdict").wait_for()
        _mend(draft)
        page.locator("input[type=file]").first.set_input_files(draft)
        page.locator(".since summary").click()
        page.locator(".entry").scroll_into_view_if_needed()
        shot = page.screenshot()
        browser.close()
    return shot


@contextmanager
def _served() -> Iterator[str]:
    """Yield the address of a service of this machine's own."""
    command = [sys.executable, "-m", "specvalidator", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as service:  # noqa: S603 - our own program
        found = next(filter(None, map(_ADDRESS.search, service.stderr or ())))
        yield found[0]
        service.terminate()


def _mend(draft: Path) -> None:
    document = docx.Document(str(draft))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    for line in lines:
        for old, new in _MENDED.items():
            if old in line.text and not (old == "45" and line.text != old):
                line.text = line.text.replace(old, new)
    document.save(str(draft))
