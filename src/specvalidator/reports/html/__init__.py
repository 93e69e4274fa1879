"""One HTML page for people: findings beside the submission, nothing fetched from anywhere."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.findings import Report
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure, Style, vocabulary
from specvalidator.reports.documents import summed, where
from specvalidator.reports.html.cards import File, files_of, tally
from specvalidator.reports.html.form import FormField, form_of
from specvalidator.reports.html.marks import marks_in
from specvalidator.reports.html.pages import Crop, FramedPage, cards_on, crops_of, pages_of
from specvalidator.reports.html.sheet import SheetLine, SheetTable, sheet_of
from specvalidator.reports.html.view import View
from specvalidator.reports.html.words import UNREAD, WORDS
from specvalidator.reports.templates import allowed, own, templates
from specvalidator.typesetting import flowed, visible
from specvalidator.version import __version__
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_HERE = Path(__file__).parent


class ShownOriginal(NamedTuple):
    """What is shown of a file: one of three, or the reason why nothing is."""

    sheet: tuple[SheetLine | SheetTable, ...] = ()
    pages: tuple[FramedPage, ...] = ()
    form: FormField | None = None
    placed: frozenset[str] = frozenset()
    """Ids of the findings that have a place in it."""
    crops: Mapping[str, Crop] = MappingProxyType({})
    """What pictures show at the places of findings, by their ids."""
    missing: str = ""
    """The word for why nothing is shown; "" where there is nothing to say."""


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Return the page in pieces. It carries its own policy by which a browser fetches nothing."""
    lang = style.lang
    files = files_of(reports, lang)
    sheet, script = own(_HERE / "report.css"), own(_HERE / "report.js")
    cards = [card for file in files for card in file.cards]
    rules = {rule.name: rule for report in reports for rule in report.rules}
    speaking = Counter(card.finding.rule for card in cards)
    return (
        _environment(lang)
        .get_template("page.html")
        .generate(
            policy=_policy(sheet, script),
            sheet=sheet,
            script=script,
            summary=summed(reports, len(failures), lang, style.passed_over),
            left_out=vocabulary.left_out(reports, lang),
            packs=list(dict.fromkeys(report.pack for report in reports)),
            files=[(file, _original(file, style.views)) for file in files],
            failures=failures,
            unused=style.unused,
            cards=cards,
            tones=tally(cards),
            speaking=sorted(speaking.items()),
            rules=rules,
            explained=[rules[name] for name in sorted(speaking) if name in rules],
            examples=style.examples,
            met=[name for name in vocabulary.VERDICTS if any(r.verdict == name for r in reports)],
            version=__version__,
        )
    )


def _original(file: File, views: Mapping[str, View]) -> ShownOriginal:
    report = file.parts[0].report
    view = views.get(file.digest or "")
    if report.redacted:
        return ShownOriginal(missing="redacted")
    if view is None:
        has_file = report.source is not None and report.kind != "dossier"
        return ShownOriginal(missing="no_view" if has_file else "")
    if view.document is None:
        title = KIND_TITLES[report.kind].said("zh")
        form = form_of(view.submissions[0].model, title, file)
        return ShownOriginal(form=form, placed=frozenset(card.id for card in file.cards))
    marks = marks_in(view, file)
    sheet = sheet_of(view.document, marks)
    pages = pages_of(view, file)
    placed = cards_on(pages) if pages else marks.cards
    crops = crops_of(pages, view.document.recognised)
    return ShownOriginal(sheet, pages, placed=placed, crops=crops)


def _policy(sheet: str, script: str) -> str:
    """Return what a browser may do: show data of this page, with this style and this script."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src {allowed(sheet)}; script-src {allowed(script)}"
    )


@cache
def _environment(lang: Lang) -> "Environment":
    """Return what renders the page in a language."""
    environment = templates(_HERE)
    environment.filters |= {
        "lines": _lines,
        "flowed": flowed,
        "where": lambda location: where(location, lang),
    }
    environment.globals |= {
        "w": {name: words.said(lang) for name, words in WORDS.items()},
        "unread": {name: words.said(lang) for name, words in UNREAD.items()},
        "tone_names": {name: words.said(lang) for name, words in vocabulary.GRAVITIES.items()}
        | {"waived": WORDS["waived"].said(lang)},
        "verdicts": {name: words.said(lang) for name, words in vocabulary.VERDICTS.items()},
        "strengths": {name: words.said(lang) for name, words in vocabulary.STRENGTHS.items()},
        "bases": {name: words.said(lang) for name, words in vocabulary.BASES.items()},
        "held": lambda waiver: vocabulary.held(waiver, lang),
        "lapsed": lambda waiver: vocabulary.lapsed(waiver, lang),
        "tally": tally,
        "lang": lang,
    }
    return environment


def _lines(text: str) -> "Markup":
    """Return a text of several lines; each is escaped as every value is."""
    from markupsafe import Markup  # noqa: PLC0415 - jinja2's; only this page needs it

    return Markup("<br>").join(visible(line) for line in text.split("\n"))
