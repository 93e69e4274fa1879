"""axe-core on every kind of report, in both languages, light and dark."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from reports.html.examples import COLLECTION, DOSSIER, FORM, PDF, RECORD, WORD, Open, html_of
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


def test_a_phone_is_no_worse(opened: Open) -> None:
    page = opened(html_of(WORD, PDF), width=360, is_mobile=True).page
    page.evaluate(AXE_SCRIPT)
    faults = page.evaluate("axe.run().then(found => found.violations)")
    assert [fault["id"] for fault in faults if fault["impact"] in GRAVE] == []


def test_every_place_says_which_finding_it_is(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    name = page.locator("#d1-1-at").get_attribute("aria-label")
    assert name == "第1条，错误：名称“高级渔网修补工”以“工”结尾，像工种或职业的名称。"
