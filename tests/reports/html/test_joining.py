"""Findings and their places: each leads to the other, by mouse and by keyboard."""

from collections.abc import Mapping

import pdfplumber
import pytest
from playwright.sync_api import Page

from reports.html.examples import COLLECTION, EXAMPLES, FORM, PDF, RECORD, WORD, Open, html_of

SEEN = """element => {
    const at = element.getBoundingClientRect();
    return at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth;
}"""
WORDS = {
    "job-title-suffix": "工",
    "skill-level-in-name": "高级",
    "inconsistent-name": "渔网修补",
    "steps-out-of-order": "3.按网线粗细备好梭子和网线",
    "weight-not-percentage": "45",
    "too-few-examiners-in-specification": "2",
    "wrong-pass-mark": "70",
    "definition-off-format": "把用破了的渔网补好，让它还能接着下海使用。",
}
"""What is wrong in the example, by the rule that says so."""
CELLS = {"missing-field": "2/2", "incomplete-manager": "17/6", "incomplete-equipment": "12/7"}
CALLED = {
    "missing-field": "“负责人”栏",
    "incomplete-manager": "“职务（或职称）”栏，第2名管理人员",
    "incomplete-equipment": "“数量”栏，第2项设备",
}
"""Row and column of cells in which nothing is written, as the report says them."""


def _is_within(letter: Mapping[str, float], box: list[float]) -> bool:
    """Say whether the middle of a letter is in a box: x, y, width, height."""
    across = (letter["x0"] + letter["x1"]) / 2 - box[0]
    down = (letter["top"] + letter["bottom"]) / 2 - box[1]
    return 0 <= across <= box[2] and 0 <= down <= box[3]


def _chosen(page: Page, selector: str) -> list[str]:
    """Return the ids of the findings that the chosen elements belong to."""
    of = "each => each.dataset.for ?? each.id"
    ids: list[str] = page.locator(f"{selector}.chosen").evaluate_all(f"all => all.map({of})")
    return ids


@pytest.mark.parametrize("example", [WORD, PDF, RECORD, COLLECTION])
def test_a_click_on_a_finding_shows_and_lights_up_its_place(opened: Open, example: str) -> None:
    page = opened(html_of(example), height=400).page
    links = page.locator(".card .to")
    assert links.count() == page.locator(".card").count() > 0
    for link in links.all():
        finding = (link.get_attribute("href") or "").removeprefix("#").removesuffix("-at")
        link.click()
        assert page.locator(f"#{finding}-at").evaluate(SEEN)
        assert _chosen(page, ".card") == [finding]
        assert finding in " ".join(_chosen(page, ".original [data-for]")).split()


@pytest.mark.parametrize("example", [FORM, PDF, RECORD])
def test_a_click_on_a_place_shows_and_lights_up_its_finding(opened: Open, example: str) -> None:
    page = opened(html_of(example), height=400).page
    for pin in page.locator(".original .pin").all():
        finding = pin.get_attribute("data-for")
        pin.click()
        card = page.locator(f"#{finding}")
        assert card.evaluate(SEEN)
        assert _chosen(page, ".card") == [finding]
        assert card.get_attribute("aria-current") == "true"


@pytest.mark.parametrize(("rule", "words"), WORDS.items())
def test_the_exact_words_are_marked(opened: Open, rule: str, words: str) -> None:
    page = opened(html_of(WORD)).page
    finding = page.locator(f'.card[data-rule="{rule}"]').get_attribute("id")
    marked = page.locator(f'.original mark[data-for~="{finding}"]')
    assert "".join(marked.all_inner_texts()) == words


@pytest.mark.parametrize("rule", ["job-title-suffix", "wrong-pass-mark"])
def test_the_exact_words_are_boxed_on_the_page_of_a_pdf(opened: Open, rule: str) -> None:
    name = WORD.replace(".docx", ".pdf")
    page = opened(html_of(f"pdf/exported/{name}")).page
    finding = page.locator(f'.card[data-rule="{rule}"]').get_attribute("id")
    box = page.locator(f'.frame[data-for~="{finding}"]')
    sides = [float(box.get_attribute(each) or 0) for each in ("x", "y", "width", "height")]
    with pdfplumber.open(EXAMPLES / "pdf/exported" / name) as document:
        letters = document.pages[0].chars
        words = "".join(each["text"] for each in letters if _is_within(each, sides))
    assert words == WORDS[rule]


@pytest.mark.parametrize(("rule", "cell"), CELLS.items())
def test_a_cell_in_which_nothing_stands_is_marked(opened: Open, rule: str, cell: str) -> None:
    page = opened(html_of(FORM)).page
    card = page.locator(f'.card[data-rule="{rule}"]').first
    row = cell.partition("/")[0]
    assert CALLED[rule] in (card.locator(".to").text_content() or "")
    at = page.locator(f'td.cell[data-for~="{card.get_attribute("id")}"]')
    assert at.evaluate("cell => cell.parentElement.rowIndex + 1") == int(row)
    assert at.inner_text().strip() == at.locator(".pin").inner_text()


def test_words_of_several_findings_lead_to_the_one_that_is_clicked(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    page.locator("mark", has_text="70").click()
    chosen = _chosen(page, ".card")
    assert [page.locator(f"#{each}").get_attribute("data-rule") for each in chosen] == [
        "duration-not-stated",
        "wrong-pass-mark",
    ]


def test_the_pointer_lights_up_both_and_leaves_nothing_behind(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    page.locator("mark", has_text="渔网修补").hover()
    lit = page.locator(".card.lit")
    assert lit.get_attribute("data-rule") == "inconsistent-name"
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0
    page.locator('.card[data-rule="weight-total"]').hover()
    assert page.locator(".original .lit").count() > 0


def test_the_keyboard_is_enough(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "to":
            break
    target = page.evaluate("document.activeElement.hash.slice(1)")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == target
    assert page.evaluate(f"({SEEN})(document.activeElement)")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == target.removesuffix("-at")
    assert page.locator(".card.chosen").count() == 1


def test_it_works_inside_a_sandboxed_frame(opened: Open) -> None:
    outside = opened(
        "<!doctype html><title>x</title><iframe sandbox='allow-scripts' "
        "width=1200 height=500></iframe>"
    )
    page = outside.page
    page.locator("iframe").evaluate("(frame, html) => { frame.srcdoc = html; }", html_of(WORD))
    inside = page.frame_locator("iframe")
    inside.locator(".card .to").nth(5).click()
    assert inside.locator(".pin:focus").get_attribute("data-for") == "d1-6"
    assert inside.locator(".card.chosen").get_attribute("id") == "d1-6"
    assert outside.requests in ([], ["about:srcdoc"])


def test_without_scripts_findings_still_lead_to_their_places(opened: Open) -> None:
    page = opened(html_of(WORD), height=400, java_script_enabled=False).page
    page.locator(".card .to").nth(8).click()
    assert page.locator("#d1-9-at").bounding_box() is not None
    assert page.url.endswith("#d1-9-at")
    assert not page.locator(".filters").is_visible()
