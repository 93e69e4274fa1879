"""The reports that the pictures show, frozen: python docs/frozen.py judges the examples anew.

A rule that is added tomorrow changes no picture: it shows how findings are shown, and not which.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter

import specvalidator as sv
from specvalidator.wording import Lang, Words

FOLDER = Path(__file__).parent / "pictures" / "frozen"
DRAFT = FOLDER / "net-mending.docx"
"""The draft that the pictures show, as it was when it was judged."""
NAME = Words("渔网修补.docx", "net-mending.docx")
_EXAMPLES = Path(__file__).parents[1] / "examples"
_SOURCE = _EXAMPLES / "06-faults-net-mending.docx"
_REPORTS = TypeAdapter(list[sv.Report])


def draft_report(lang: Lang) -> sv.Report:
    """Return the report on the draft."""
    (report,) = _read("draft", lang)
    return report


def many_reports(lang: Lang) -> list[sv.Report]:
    """Return the reports on a folder of examples, as far as a table of them shows."""
    return _read("folder", lang)


def _read(name: str, lang: Lang) -> list[sv.Report]:
    return _REPORTS.validate_json((FOLDER / f"{name}.{lang}.json").read_bytes())


def main() -> None:
    """Freeze what the program says today."""
    FOLDER.mkdir(exist_ok=True)
    shutil.copyfile(_SOURCE, DRAFT)
    files = sorted(_EXAMPLES.glob("0*.docx")) + sorted(_EXAMPLES.glob("2*.docx"))
    langs: tuple[Lang, ...] = ("zh", "en")
    for lang in langs:
        _write("draft", lang, sv.validate(DRAFT, lang=lang, name=NAME.said(lang)))
        many = [report for file in files for report in sv.validate(file, lang=lang)]
        _write("folder", lang, [_short(report) for report in many])


def _short(report: sv.Report) -> sv.Report:
    """Leave out what a table of many reports does not show, and would be most of the file."""
    spoken = {finding.rule for finding in report.findings}
    rules = tuple(rule for rule in report.rules if rule.name in spoken)
    kept = {"by_hand": (), "passed": report.passed[:1], "moot": (), "rules": rules}
    return report.model_copy(update=kept)


def _write(name: str, lang: Lang, reports: Sequence[sv.Report]) -> None:
    data = _REPORTS.dump_json(list(reports), indent=1)
    (FOLDER / f"{name}.{lang}.json").write_bytes(data + b"\n")
    print(f"{name}.{lang}.json {len(data) // 1024} KiB")


if __name__ == "__main__":
    main()
