"""Report → something to look at. `RENDERERS` is the table of formats."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.findings import Report
from specvalidator.places import Source
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.reports.html.view import View
    from specvalidator.settings.waivers import UnusedWaiver


class Failure(NamedTuple):
    """A file that gave no submission, and why."""

    source: Source
    error: UnreadableFile


def failures_beside(reports: Iterable[Report]) -> tuple[Failure, ...]:
    """Return the files that reports name as giving nothing to judge: they failed like others."""
    return tuple(
        Failure(each.source, UnreadableFile(each.error, Words(each.message, each.message)))
        for report in reports
        for each in report.not_judged
    )


class RuleExample(NamedTuple):
    """A case in which a rule is silent, finds a fault, or asks a person."""

    outcome: Literal["pass", "fail", "review"]
    why: str
    """What it shows, one sentence."""
    written: tuple[str, ...] = ()
    """What is written in it that matters, where a few words say it."""


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
    quiet: bool = False
    """Whether to show findings alone, and what was not judged."""
    passed_over: int = 0
    """Files of folders that are none of our business, such as pictures and lock files."""
    unused: tuple["UnusedWaiver", ...] = ()
    """Waivers that let nothing pass."""
    views: "Mapping[str, View]" = MappingProxyType({})
    """What is shown beside the findings, by the SHA-256 of the file."""
    recognised: Mapping[str, Document] = MappingProxyType({})
    """What was recognised of files already, by the same: to show them, it need not be again."""
    examples: Mapping[str, tuple[RuleExample, ...]] = MappingProxyType({})
    """Examples of the rules that found something, by rule, for a page that explains them."""
    paths: Mapping[str, str] = MappingProxyType({})
    """Where a file is from the root of its repository, by its name in the reports."""
    folders: Mapping[str, str] = MappingProxyType({})
    """The folder, such as a district, that a file was handed in with, by its name."""
    copies: Mapping[str, str] = MappingProxyType({})
    """Where the marked copy of a file is, by its name; none where it has none."""

    def path_of(self, name: str) -> str:
        """Return where a file is, or one inside it; its name where that is not known."""
        if name in self.paths:
            return self.paths[name]
        whole = name
        while "/" in whole:
            whole = whole.rpartition("/")[0]
            if whole in self.paths:
                return self.paths[whole] + name.removeprefix(whole)
        return name


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

EXPLAINING = frozenset({"html"})
"""The formats that explain the rules that found something."""

SHOWING_FILES = frozenset({"html"})
"""The formats that show the files themselves beside what was found."""


def without_waived(report: Report) -> Report:
    """Return a report with the findings that count alone."""
    return report.model_copy(update={"findings": report.counted}) if report.waived else report
