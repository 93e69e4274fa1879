"""Reports on real examples of every kind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

import specvalidator as sv
from specvalidator.wording import Lang

EXAMPLES = Path(__file__).parents[3] / "examples"
WORD = "06-faults-net-mending.docx"
PDF = "pdf/exported/25-site-questions.pdf"
FORM = "23-site-faults.docx"
RECORD = "42-session-faulty.json"
COLLECTION = "09-collection.docx"
DOSSIER = "53-dossier-equipment.zip"


class Opened(NamedTuple):
    """A report in a browser."""

    page: Page
    requests: list[str]
    """Addresses that were asked for, the report's own and data within it left out."""


Open = Callable[..., Opened]


def html_of(*names: str, lang: Lang = "zh", **said: Any) -> str:  # noqa: ANN401 - of `render`
    """Return the report on some examples."""
    paths = [EXAMPLES / name for name in names]
    reports = [report for path in paths for report in sv.validate(path, lang=lang)]
    return sv.render(reports, "html", lang=lang, **{"files": paths} | said)
