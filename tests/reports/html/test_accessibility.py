"""axe-core on every kind of report, in both languages, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from reports.html.examples import (
    COLLECTION,
    DOSSIER,
    EXAMPLES,
    FORM,
    PDF,
    RECORD,
    WORD,
    Open,
    html_of,
)
from specvalidator.cli import run
from specvalidator.wording import Lang

GRAVE = ("serious", "critical")


EVERY_KIND = (WORD, PDF, FORM, RECORD, COLLECTION, DOSSIER)
LOOKS: list[tuple[Lang, str, tuple[str, ...]]] = [
    ("zh", "light", EVERY_KIND),
    ("en", "dark", (FORM, PDF, RECORD)),
    ("zh", "dark", (WORD,)),
    ("en", "light", (COLLECTION,)),
]


@pytest.mark.parametrize(("lang", "scheme", "examples"), LOOKS)
def test_axe_finds_no_serious_fault(
    opened: Open, lang: Lang, scheme: str, examples: tuple[str, ...]
) -> None:
    page = opened(html_of(*examples, lang=lang), color_scheme=scheme).page
    page.evaluate(AXE_SCRIPT)
    page.locator(".card .to").first.click()
    page.locator(".card .to").last.click()
    page.locator(".explain").first.click()
    faults = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
    assert [
        (fault["id"], node["html"][:200])
        for fault in faults
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ] == []


def test_a_comparison_has_no_serious_fault_and_no_script(opened: Open, tmp_path: Path) -> None:
    page_file = tmp_path / "comparison.html"
    options = ("--format", "html", "--output", str(page_file))
    run(["compare", str(EXAMPLES / WORD), str(EXAMPLES / COLLECTION), *options])
    looks: tuple[dict[str, Any], ...] = ({}, {"color_scheme": "dark", "width": 360})
    for look in looks:
        page = opened(page_file.read_text(encoding="utf-8"), **look).page
        page.evaluate(AXE_SCRIPT)
        faults = page.evaluate("axe.run().then(found => found.violations)")
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in faults] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.locator("script").count() == 0


def test_a_phone_is_no_worse(opened: Open) -> None:
    page = opened(html_of(WORD, PDF), width=360, is_mobile=True).page
    page.evaluate(AXE_SCRIPT)
    faults = page.evaluate("axe.run().then(found => found.violations)")
    assert [fault["id"] for fault in faults if fault["impact"] in GRAVE] == []


def test_every_place_says_which_finding_it_is(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    name = page.locator("#d1-1-at").get_attribute("aria-label")
    assert name == "第1条，错误：名称“高级渔网修补工”以“工”结尾，像工种或职业的名称。"
