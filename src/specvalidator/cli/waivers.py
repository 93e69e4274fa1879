"""What of the findings is let pass in a run, and what there is to say about the waivers."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.cli.found import Found
from specvalidator.cli.options import WaiverOptions
from specvalidator.cli.terminal import WrongUsage, say
from specvalidator.findings import Report
from specvalidator.settings.globs import within
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.settings.waivers import UnusedWaiver, Waiver

_FEW = 3


class Held(NamedTuple):
    """The waivers of a run."""

    waivers: tuple["Waiver", ...]
    folder: Path
    """Where the patterns of their documents begin."""
    on: dt.date
    """The day for which to judge."""


def held(options: WaiverOptions) -> Held | None:
    """Return the waivers that --waivers or the settings name, None where there are none.

    The clock is asked for the day only here, and only where there are waivers.

    Raises:
        BadSettings: the file that --waivers names cannot be used.
        WrongUsage: --on is no day.
    """
    on = None if options.on is None else day(options.on)
    settings = options.settings
    if options.waivers is not None:
        from specvalidator.settings.reading import load_settings  # noqa: PLC0415 - only where it is named

        settings = load_settings(options.waivers)
    if settings is None or not settings.waivers:
        return None
    return Held(settings.waivers, settings.waivers_file.parent, on or today())


def today() -> dt.date:
    """Return the day that the machine's clock has."""
    return dt.datetime.now().astimezone().date()


def day(text: str) -> dt.date:
    """Return the day that a text names.

    Raises:
        WrongUsage: it names none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(
            Words(
                f"“{text}”不是日期，应写作 2026-12-31 的样子。",
                f"“{text}” is no date; write it like 2026-12-31.",
            )
        ) from None


def let_pass(
    reports: Sequence[Report], files: Sequence[Found], held: Held, lang: Lang
) -> tuple[list[Report], tuple["UnusedWaiver", ...]]:
    """Return the reports in which waived findings say so, and the waivers that were not needed.

    What was not needed, and what has expired, is said on standard error.
    """
    from specvalidator.settings.waivers import unused_waivers, waived  # noqa: PLC0415 - only where needed

    names = [_document(report, files, held.folder) for report in reports]
    judged = [
        waived(report, held.waivers, on=held.on, document=name)
        for report, name in zip(reports, names, strict=True)
    ]
    unused = unused_waivers(judged, held.waivers, documents=names)
    _tell(judged, unused, lang)
    return judged, unused


def tell(reports: Sequence[Report], files: Sequence[Found], held: Held, lang: Lang) -> None:
    """Say on standard error what there is to say about waivers that reports hold already."""
    from specvalidator.settings.waivers import unused_waivers  # noqa: PLC0415 - only where needed

    names = [_document(report, files, held.folder) for report in reports]
    _tell(reports, unused_waivers(reports, held.waivers, documents=names), lang)


def tell_of_one(reports: Sequence[Report], document: str, held: Held, lang: Lang) -> None:
    """Say on standard error what there is to say about the waivers of one document.

    Waivers of other documents are not looked for.
    """
    from specvalidator.settings.waivers import unused_waivers  # noqa: PLC0415 - only where needed

    documents = (document,) * len(reports)
    unused = unused_waivers(reports, held.waivers, documents=documents)
    _tell(reports, [waiver for waiver in unused if waiver.checked], lang)


def _document(report: Report, files: Sequence[Found], folder: Path) -> str | None:
    """Return the path of a report's document as the file of the waivers sees it.

    The forms inside a dossier come after its own path.
    """
    name = report.source.name if report.source else None
    for file in files:
        if name is not None and (name == file.name or name.startswith(f"{file.name}/")):
            return within(file.path, folder) + name.removeprefix(file.name)
    return name


def _tell(reports: Sequence[Report], unused: Sequence["UnusedWaiver"], lang: Lang) -> None:
    for words in _remarks(reports, unused):
        say(words, lang)


def _remarks(reports: Sequence[Report], unused: Sequence["UnusedWaiver"]) -> list[Words]:
    lapsed = sum(finding.lapsed is not None for report in reports for finding in report.findings)
    said = []
    if lapsed:
        said.append(
            Words(
                f"豁免已到期，{lapsed}处问题重新计入。",
                f"Waivers have expired: {lapsed} findings count again.",
            )
        )
    for waiver in unused:
        if waiver.checked:
            which = Words(*(_called(waiver, lang) for lang in ("zh", "en")))
            said.append(
                Words(
                    f"警告：豁免没有用上，可以删去：{which.zh}。",
                    f"warning: a waiver is needed no more and can be deleted: {which.en}.",
                )
            )
    elsewhere = [waiver for waiver in unused if not waiver.checked]
    if elsewhere:
        which = Words(*(_listed(elsewhere, lang) for lang in ("zh", "en")))
        said.append(
            Words(
                f"警告：{len(elsewhere)}条豁免所指的文件不在这次检查之内：{which.zh}。",
                f"warning: {len(elsewhere)} waivers are of documents not checked now: {which.en}.",
            )
        )
    return said


def _called(waiver: "Waiver", lang: Lang) -> str:
    until = Words(f"至{waiver.expires}", f"until {waiver.expires}").said(lang)
    about = " ".join(part for part in (waiver.document, waiver.path, waiver.text) if part)
    said = Words(f"{waiver.rule}（{about}，{until}）", f"{waiver.rule} ({about}, {until})")
    return said.said(lang)


def _listed(waivers: Sequence["Waiver"], lang: Lang) -> str:
    comma = "、" if lang == "zh" else ", "
    shown = comma.join(_called(waiver, lang) for waiver in waivers[:_FEW])
    more = len(waivers) - _FEW
    if more <= 0:
        return shown
    return shown + Words(f"等{len(waivers)}条", f" and {more} more").said(lang)
