"""A report of many files: what the bar of filters hides, and rules explained where they spoke."""

from playwright.sync_api import Page

import specvalidator as sv
from reports.html.examples import COLLECTION, EXAMPLES, FORM, RECORD, WORD, Open, html_of
from specvalidator.errors import UnreadableFile
from specvalidator.places import Source
from specvalidator.reports import Failure
from specvalidator.wording import Words

BROKEN = Failure(
    Source(name="坏.docx", media_type=None, sha256="0" * 64, size=1),
    UnreadableFile("corrupt", Words("文件已损坏。", "The file is damaged.")),
)


def _seen(page: Page) -> tuple[list[str], list[str]]:
    """Return the files and the lines of the table that are in sight."""
    files = page.locator("main > .file:visible > h2").all_inner_texts()
    return files, page.locator(".overview tbody tr:visible a").all_inner_texts()


def test_documents_without_a_match_are_hidden(opened: Open) -> None:
    page = opened(html_of(WORD, FORM, COLLECTION, errors=[BROKEN])).page
    everything = _seen(page)
    assert len(everything[0]) == 4
    assert len(everything[1]) == 6

    page.locator("[name=rule]").select_option("weight-total")
    assert _seen(page) == (
        [WORD, COLLECTION],
        [f"{WORD} · 高级渔网修补工", f"{COLLECTION} 第2份 · 豆腐制作"],
    )
    assert page.locator("details.by-hand:visible").count() == 2
    page.locator("[name=verdict]").select_option("review")
    assert _seen(page) == ([], [])
    page.locator("[name=rule]").select_option("")
    assert _seen(page) == ([COLLECTION], [f"{COLLECTION} 第3份 · 修鞋"])
    page.locator("[name=verdict]").select_option("unreadable")
    assert _seen(page)[1] == ["坏.docx"]
    page.locator("[name=verdict]").select_option("")
    assert _seen(page) == everything


def test_the_bar_stays_in_sight(opened: Open) -> None:
    for width in (1280, 360):
        page = opened(html_of(WORD, COLLECTION), width=width).page
        for place in (".card", ".by-hand", "footer"):
            page.locator(place).last.scroll_into_view_if_needed()
            assert page.locator(".filters").bounding_box()["y"] == 0  # type: ignore[index]


def test_a_rule_is_explained_in_place(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    [report] = sv.validate(EXAMPLES / WORD)
    card = page.locator(".card[data-rule=weight-total]")
    link = card.locator(".explain")
    assert link.get_attribute("aria-expanded") == "false"
    link.press(" ")
    said = card.locator(".explanation").inner_text()
    [rule] = [each for each in report.rules if each.name == "weight-total"]
    assert rule.title in said
    assert rule.clause.where in said
    assert card.locator(".example.pass").count() == 3
    assert "合计95%，少5个百分点。" in card.locator(".example.fail").first.inner_text()
    assert card.evaluate("card => card.contains(document.activeElement)")
    link.press("Enter")
    assert card.locator(".explanation").count() == 0


def test_without_scripts_a_rule_is_explained_at_the_end(opened: Open) -> None:
    page = opened(html_of(RECORD), java_script_enabled=False).page
    link = page.locator(".explain").first
    target = page.locator(link.get_attribute("href") or "")
    link.click()
    assert target.is_visible()
    assert target.locator(".example").count() > 1


def test_its_button_prints_what_is_shown(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator(".print").click()
    assert page.evaluate("window.printed") is True
