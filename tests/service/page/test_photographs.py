"""Photographs on the page: dropped or taken with a phone, waited for, shown with their boxes."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from readers.scan.recording import needs_extra
from service.page.using import choose, drop, entry
from service.servers import EXAMPLES, GOOD, Server, running

PHOTOGRAPH = EXAMPLES / "scans/24-site-gaps.jpg"
SECONDS = 90
"""How long recognition may take on a machine that does much else."""


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Page]:
    """The page on a telephone."""
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(server.url)
    yield page
    context.close()


def test_a_photograph_that_is_dropped_gets_its_verdict_with_boxes_on_it(
    context: BrowserContext,
) -> None:
    needs_extra()
    complaints: list[str] = []
    with running("specvalidator", "serve", "--port", "0", "--workers", "1") as server:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(server.url)
        drop(page, PHOTOGRAPH)
        row = entry(page, PHOTOGRAPH.name)
        expect(row.locator(".words")).to_contain_text("正在识别图像中的文字")
        expect(row.locator(".entry-head .verdict")).to_have_text("待核", timeout=SECONDS * 1000)
        row.get_by_role("button", name="查看报告").click()
        expect(row.get_by_role("status")).to_contain_text("重新识别")
        expect(page.locator("#report")).to_be_visible(timeout=SECONDS * 1000)

        report = page.frame_locator("#report-frame")
        expect(report.locator(".card")).to_have_count(5)
        expect(report.locator("rect.frame")).to_have_count(5)
        expect(report.locator(".card svg")).to_have_count(5)
        picture = report.locator("image").first
        assert picture.evaluate("each => each.getBBox().width") > 0
        assert page.locator("#report-frame").evaluate("each => each.clientWidth") > 0
        assert complaints == []


def test_a_phone_offers_its_camera_and_other_files_too(phone: Page, page: Page) -> None:
    camera = phone.locator("#camera")
    expect(phone.get_by_text("拍照…")).to_be_visible()
    assert camera.get_attribute("capture") == "environment"
    assert camera.get_attribute("accept") == "image/*"
    assert phone.locator("#files").get_attribute("accept") is None
    expect(page.get_by_text("拍照…")).to_be_hidden()  # where there is a mouse and no touch
    expect(page.get_by_text("拖到这里")).to_be_visible()


def test_photographs_of_one_name_are_two_files(phone: Page) -> None:
    taken: FilePayload = {"name": "image.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff"}
    for _ in range(2):
        phone.set_input_files("#camera", [taken])

    for name in ("照片1.jpg", "照片2.jpg"):
        expect(entry(phone, name).locator(".entry-head .verdict")).to_have_text("无法读取")


def test_what_takes_longer_says_for_how_long(page: Page) -> None:
    reached = {"state": "checking", "page": 3}
    page.route("**/v1/progress*", lambda route: route.fulfill(json=reached))
    page.clock.install()
    page.evaluate(
        """async (names) => {
          const { Entry } = await import("./page/entry.js");
          const beside = { changed() {}, isShown: () => false };
          for (const name of names) {
            const entry = new Entry(new File([], name), () => new URLSearchParams(), beside);
            document.getElementById("entries").append(entry.element);
            entry.progress(1, name.endsWith(".pdf") ? "0" : undefined); // as once it is uploaded
          }
        }""",
        [GOOD.name, "扫描.JPG", "扫描.pdf"],
    )
    words = page.locator(".entry .words")
    checking = "已上传，正在检查…"
    expect(words).to_have_text([checking, "已上传，正在识别图像中的文字，每页要几秒…", checking])

    with page.expect_response("**/v1/progress*"):
        page.clock.run_for(11_000)
    page.clock.run_for(1_000)

    said = ("仍在检查，已用12秒", "正在识别图像.*已用12秒", "正在识别第3页.*已用12秒")
    expect(words).to_have_text([re.compile(each) for each in said])


def test_the_marked_copy_of_a_picture_is_called_what_it_is(page: Page) -> None:
    report = {"source": {"media_type": "image/jpeg", "name": "扫描.jpg"}, "kind": "application"}
    report |= {"verdict": "pass", "subject": "", "findings": [], "by_hand": []}
    page.route("**/v1/check*", lambda r: r.fulfill(json={"reports": [report], "errors": []}))
    said = {"Content-Disposition": 'attachment; filename="marked.pdf"'}
    page.route("**/v1/annotate*", lambda r: r.fulfill(body=b"%PDF-", headers=said))
    choose(page, ("扫描.jpg", b"\xff\xd8\xff"))

    with page.expect_download() as downloading:
        page.get_by_role("button", name="全部下载（zip）").click()

    with zipfile.ZipFile(io.BytesIO(downloading.value.path().read_bytes())) as archive:
        assert "批注稿/扫描.批注稿.pdf" in archive.namelist()
