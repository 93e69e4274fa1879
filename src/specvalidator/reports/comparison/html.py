"""Comparisons as one HTML page: nothing fetched, nothing run, every value escaped."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.findings import Finding
from specvalidator.reports import vocabulary
from specvalidator.reports.comparison.pages import WORDS, Compared
from specvalidator.reports.documents import title, where
from specvalidator.typesetting import flowed, visible
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
    sheet = _sheet()
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
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only here

    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters["flowed"] = flowed
    return environment.get_template("comparison.html")


def _shown(value: object) -> object:
    """Return a value as it is written to the page: control characters are seen, not obeyed."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def _sheet() -> str:
    from markupsafe import Markup  # noqa: PLC0415 - jinja2's; only this page needs it

    files = (_HERE.parent / "html/report.css", _HERE / "comparison.css")
    return Markup("").join(Markup(each.read_text("utf-8")) for each in files)  # noqa: S704 - our own


def _policy(sheet: str) -> str:
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
