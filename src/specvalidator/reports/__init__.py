"""Report → something to look at. `RENDERERS` is the table of formats."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.findings import Report
from specvalidator.places import Source
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.html.view import View
    from specvalidator.settings.waivers import UnusedWaiver


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
    unused: tuple["UnusedWaiver", ...] = ()
    """Waivers that let nothing pass."""
    views: "Mapping[str, View]" = MappingProxyType({})
    """What is shown beside the findings, by the SHA-256 of the file."""


Renderer = Callable[[tuple[Report, ...], tuple[Failure, ...], Style], Iterator[str]]
"""What a format is: reports, and files that could not be read, to text in pieces.

Pieces follow each other as they are made, so that what is said of many is never held whole.
"""


def _of(module: str) -> Renderer:
    """Return the renderer of a module of this package, which is loaded when it is first called."""

    def pieces(
        reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
    ) -> Iterator[str]:
        renderer: Renderer = importlib.import_module(f"{__name__}.{module}").pieces
        return renderer(reports, failures, style)

    return pieces


FORMATS = ("text", "json", "sarif", "markdown", "csv", "github", "junit", "html")
"""The names that --format takes, each of the module that writes it."""
RENDERERS: Mapping[str, Renderer] = {name: _of(name) for name in FORMATS}
"""Every format by its name."""

SHOWING_WAIVED = frozenset({"text", "json", "sarif", "csv", "html"})
"""The formats that show findings that are let pass, and say so; others get the rest alone."""

SHOWING_FILES = frozenset({"html"})
"""The formats that show the files themselves beside what was found."""


def without_waived(report: Report) -> Report:
    """Return a report with the findings that count alone."""
    return report.model_copy(update={"findings": report.counted}) if report.waived else report
