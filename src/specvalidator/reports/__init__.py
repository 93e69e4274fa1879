"""Report → something to look at. `RENDERERS` is the table of formats."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.findings import Report
from specvalidator.places import Source
from specvalidator.wording import Lang


class Failure(NamedTuple):
    """A file that gave no submission, and why."""

    source: Source
    error: UnreadableFile


class Style(NamedTuple):
    """How reports are said and shown. A format takes from it what concerns it."""

    lang: Lang = "zh"
    """Language of what the report does not say itself; findings keep the language they have."""
    width: int = 80
    """Columns of the page."""
    colour: bool = False
    """Whether the page understands ANSI colours."""
    verbose: bool = False
    """Whether to show everything: whole clauses, the checklist, the rules that passed."""


Renderer = Callable[[tuple[Report, ...], tuple[Failure, ...], Style], str]
"""What a format is: reports, and files that could not be read, to text."""


def _text(reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style) -> str:
    from specvalidator.reports.text import render  # noqa: PLC0415 - only the format in use

    return render(reports, failures, style)


def _json(reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style) -> str:
    from specvalidator.reports.json import render  # noqa: PLC0415 - only the format in use

    return render(reports, failures, style)


RENDERERS: Mapping[str, Renderer] = {"text": _text, "json": _json}
"""Every format by the name that --format takes."""
