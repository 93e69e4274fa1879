"""Looking at a report: filters, a phone, print, and nothing that leaves the page."""

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops

import specvalidator as sv
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
from reports.html.listening import Calls
from specvalidator.wording import Lang

KINDS = [WORD, PDF, FORM, RECORD, COLLECTION, DOSSIER]


def test_gravities_can_be_left_away(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    assert page.locator(".count").inner_text() == "显示 17 处，共 17 处"
    page.locator("[name=tone][value=error]").uncheck()
    assert page.locator(".count").inner_text() == "显示 8 处，共 17 处"
    assert page.locator(".card.error:visible").count() == 0
    assert page.locator(".pin.error:visible").count() == 0
    assert page.locator(".pin.warning:visible").count() == 6
    page.locator("[name=tone][value=error]").check()
    assert page.locator(".card.error:visible").count() == 9


def test_one_rule_can_be_looked_at_alone(opened: Open) -> None:
    page = opened(html_of(WORD)).page
    page.locator("[name=rule]").select_option("weight-total")
    assert page.locator(".card:visible").count() == 1
    assert page.locator(".pin:visible").count() == 1
    assert page.locator(".count").inner_text() == "显示 1 处，共 17 处"


def test_one_document_can_be_looked_at_alone(opened: Open) -> None:
    page = opened(html_of(WORD, COLLECTION, RECORD)).page
    page.locator("[name=file]").select_option(label="42-session-faulty.json")
    assert page.locator(".file:visible > h2").all_inner_texts() == ["42-session-faulty.json"]
    assert page.locator(".count").inner_text() == "1 份材料、4 处意见（共 5 份、23 处）"


def test_the_table_leads_to_each_document(opened: Open) -> None:
    page = opened(html_of(WORD, COLLECTION)).page
    rows = page.locator(".overview tbody tr")
    assert rows.count() == 4
    rows.nth(2).locator("a").click()
    assert page.evaluate("document.activeElement.id") == "d2-part2"
    assert "豆腐制作" in page.locator("#d2-part2 h3").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_phone_shows_every_kind_without_scrolling_sideways(opened: Open, lang: Lang) -> None:
    html = html_of(*KINDS, lang=lang)
    page = opened(html, width=360, height=740, is_mobile=True, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    for card in page.locator(".card").all():
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    page.locator(".card .to").last.tap()
    assert page.locator(".original .chosen").count() > 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_leaves_the_page(opened: Open, lang: Lang) -> None:
    page, requests = opened(html_of(*KINDS, lang=lang))
    for link in page.locator("a").all()[:40]:
        link.evaluate("link => link.click()")
    page.mouse.wheel(0, 20_000)
    assert requests == []


def test_even_markup_that_slipped_through_fetches_nothing(opened: Open, calls: Calls) -> None:
    at = calls.address
    slipped = (
        f"<img src={at}/a><script src={at}/b></script><link rel=stylesheet href={at}/c>"
        f"<iframe src={at}/d></iframe><p style='background:url({at}/e)'>p</p>"
        f"<video src={at}/f autoplay></video><form action={at}/g><button id=go>go</button></form>"
        "<script>document.title = 'obeyed'</script>"
        "<img src=x onerror=\"document.title = 'obeyed'\">"
    )
    html = html_of(RECORD)
    page = opened(html.replace("</main>", f"{slipped}</main>")).page
    page.evaluate("document.querySelector('#go').click()")
    page.wait_for_timeout(200)
    assert "obeyed" not in page.title()
    assert calls.paths == []
    without = html.replace("http-equiv", "data-none").replace("</main>", f"{slipped}</main>")
    opened(without).page.wait_for_timeout(200)
    assert "/a" in calls.paths  # the policy, and nothing else, held them back


def test_print_holds_findings_document_and_checklist_but_no_controls(opened: Open) -> None:
    report = sv.validate(EXAMPLES / WORD)[0]
    page = opened(html_of(WORD)).page
    page.locator("details.by-hand summary").click()  # closed, and printed all the same
    text = _text(page.pdf(prefer_css_page_size=True))
    said = ("渔网修补", *(finding.message for finding in report.findings))
    said += tuple(clause.where for clause in report.by_hand)
    assert [each for each in said if _bare(each) not in text] == []
    assert "全部规则" not in text
    assert "跳到检查结果" not in text
    assert page.locator("details.by-hand").get_attribute("open") is None


def test_what_was_ticked_is_printed(opened: Open) -> None:
    page = opened(html_of(RECORD)).page
    page.emulate_media(media="print")
    box = page.locator(".by-hand input").first
    before = Image.open(io.BytesIO(box.screenshot()))
    box.check()
    after = Image.open(io.BytesIO(box.screenshot()))
    assert ImageChops.difference(before.convert("L"), after.convert("L")).getbbox() is not None


def test_a_place_that_was_chosen_is_found_again_in_the_text_of_a_pdf(opened: Open) -> None:
    page = opened(html_of(PDF)).page
    page.locator("summary", has_text="程序读到的文字").click()
    assert "云汐烘焙培训中心" in page.locator(".original details .paper").inner_text()


def _text(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return _bare("".join(page.get_textpage().get_text_bounded() for page in document))


def _bare(text: str) -> str:
    return "".join(text.split())
