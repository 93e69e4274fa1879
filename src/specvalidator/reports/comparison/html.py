"""Comparisons as one HTML page: nothing fetched, nothing run, every value escaped."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.findings import Finding
from specvalidator.reports import vocabulary
from specvalidator.reports.comparison.pages import WORDS, Compared
from specvalidator.reports.documents import title, where
from specvalidator.reports.templates import allowed, own, templates
from specvalidator.typesetting import flowed
from specvalidator.version import __version__
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_LANGUAGE = Words("zh-CN", "en")
_MADE_BY = Words("由 specvalidator {} 生成", "Made by specvalidator {}")


class _Group(NamedTuple):
    """Findings that fared alike."""

    name: str
    said: str
    findings: Sequence[Finding]


def compared_html(found: Compared, lang: Lang) -> str:
    """Return the page. It carries its own policy by which a browser fetches and runs nothing."""
    sheet = own(_HERE.parent / "html/report.css", _HERE / "comparison.css")
    comparisons = [
        (
            each,
            [
                _Group(name, WORDS[name].said(lang), findings)
                for name, findings in (
                    ("mended", each.mended),
                    ("remaining", each.remaining),
                    ("added", each.added),
                )
            ],
        )
        for each in found.comparisons
    ]
    return _template().render(
        policy=_policy(sheet),
        sheet=sheet,
        comparisons=comparisons,
        found=found,
        lang=lang,
        language=_LANGUAGE.said(lang),
        w={name: words.said(lang) for name, words in WORDS.items()},
        verdicts={name: words.said(lang) for name, words in vocabulary.VERDICTS.items()},
        tones={name: words.said(lang) for name, words in vocabulary.GRAVITIES.items()},
        title=lambda report: title(report, None, lang),
        where=lambda finding: where(finding.location, lang),
        made_by=_MADE_BY.said(lang).format(__version__),
    )


@cache
def _template() -> "Template":
    environment = templates(_HERE)
    environment.filters["flowed"] = flowed
    return environment.get_template("comparison.html")


def _policy(sheet: str) -> str:
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {allowed(sheet)}"
