"""The page for people: files in, verdicts, the report in place, copies to take away."""

import io
import json
from pathlib import Path

import docx
import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

import specvalidator as sv
from extract.dossier.building import complete
from service.page.using import choose, drop, entry
from service.servers import EXAMPLES, FAULTY, GOOD, Server

BROKEN = ("坏 <b>文件</b>.docx", b"PK\x03\x04 and no more")
COLLECTION = EXAMPLES / "09-collection.docx"


def test_files_that_are_dropped_get_a_verdict_each(page: Page) -> None:
    drop(page, FAULTY, GOOD, COLLECTION)

    expect(entry(page, FAULTY.name).locator(".entry-head .verdict")).to_have_text("不通过")
    expect(entry(page, GOOD.name).locator(".entry-head .verdict")).to_have_text("通过")
    expect(entry(page, COLLECTION.name).locator(".forms li")).to_have_count(3)
    expect(page.locator("#summary")).to_have_text("共3份文件：2份不通过，1份通过。")


def test_what_cannot_be_read_is_said_with_the_reason(page: Page) -> None:
    choose(page, BROKEN, GOOD)

    broken = entry(page, BROKEN[0])
    expect(broken.locator(".verdict")).to_have_text("无法读取")
    expect(broken.locator(".words")).to_contain_text("文件已损坏")
    expect(page.locator("#summary")).to_have_text("共2份文件：1份无法读取，1份通过。")
    assert page.locator("#entries b").count() == 0, "a name is no markup"


def test_the_report_is_shown_in_place_and_does_what_it_can(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    choose(page, FAULTY)

    entry(page, FAULTY.name).get_by_role("button", name="查看报告").click()

    report = page.frame_locator("#report-frame")
    expect(page.locator("#report-title")).to_be_focused()
    expect(report.get_by_role("heading", level=1)).to_be_visible()
    expect(report.locator(".filters")).to_be_visible()  # which its script shows
    [found] = sv.validate(FAULTY)
    expect(report.get_by_text(found.findings[0].message).first).to_be_visible()
    assert page.get_attribute("#report-frame", "sandbox") == "allow-scripts allow-modals"
    assert complaints == []

    page.get_by_role("button", name="关闭报告").click()
    expect(page.locator("#report")).to_be_hidden()
    expect(entry(page, FAULTY.name).get_by_role("button", name="查看报告")).to_be_focused()


@pytest.mark.parametrize(
    ("button", "name"),
    [
        ("下载批注稿", "06-faults-net-mending.批注稿.docx"),
        ("下载修订稿", "06-faults-net-mending.修订稿.docx"),
        ("下载审核意见", "06-faults-net-mending.审核意见.docx"),
        ("保存报告", "06-faults-net-mending.检查报告.html"),
        ("下载 JSON", "06-faults-net-mending.json"),
    ],
)
def test_copies_can_be_taken_away(page: Page, tmp_path: Path, button: str, name: str) -> None:
    choose(page, FAULTY)

    with page.expect_download() as downloading:
        entry(page, FAULTY.name).get_by_role("button", name=button).click()

    assert downloading.value.suggested_filename == name
    saved = tmp_path / "saved"
    downloading.value.save_as(saved)
    reports = sv.validate(FAULTY)
    match saved.read_bytes():
        case data if "审核意见" in name:
            said = "".join(docx.Document(io.BytesIO(data)).element.itertext())
            assert reports[0].findings[0].message in said
        case data if name.endswith(".docx"):
            copy = docx.Document(io.BytesIO(data))
            assert list(copy.comments)
            assert ("修订稿" in name) is bool(copy.element.xpath("//w:ins | //w:del"))
        case data if name.endswith(".html"):
            assert reports[0].findings[0].message in data.decode()
        case data:
            assert json.loads(data) == json.loads(sv.render(reports, "json"))


@pytest.mark.parametrize("name", ["42-session-faulty.json", "51-dossier-complete.zip"])
def test_a_marked_copy_is_offered_only_where_there_can_be_one(page: Page, name: str) -> None:
    choose(page, EXAMPLES / name, GOOD)

    buttons = entry(page, name).get_by_role("button")
    expect(buttons.filter(has_text="查看报告")).to_be_visible()
    expect(buttons.filter(has_text="下载批注稿")).to_have_count(0)
    expect(entry(page, GOOD.name).get_by_role("button", name="下载批注稿")).to_be_visible()


def test_a_copy_that_cannot_be_had_is_said_with_the_reason(page: Page) -> None:
    choose(page, GOOD)
    page.route("**/v1/annotate*", lambda route: route.fulfill(status=422, body="{}"))

    entry(page, GOOD.name).get_by_role("button", name="下载批注稿").click()

    expect(entry(page, GOOD.name).get_by_role("alert")).not_to_be_empty()


def test_a_folder_that_is_dropped_gives_all_its_files(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    for name, file in (("环翠/规范.docx", GOOD), ("文登/规范.docx", FAULTY)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(file.read_bytes())
    (folder / "文登/~$规范.docx").write_bytes(b"what Word leaves while a file is open")
    (folder / ".DS_Store").write_bytes(b"x")

    drop(page, folder, COLLECTION)

    expect(page.locator("#summary")).to_have_text("共3份文件：1份通过，2份不通过。")
    expect(entry(page, "报送/文登/规范.docx").locator(".entry-head .verdict")).to_have_text(
        "不通过"
    )
    expect(entry(page, "报送/环翠/规范.docx").locator(".entry-head .verdict")).to_have_text("通过")
    expect(entry(page, COLLECTION.name)).to_be_visible()
    expect(page.locator("#cut")).to_be_empty()


def test_more_files_than_can_be_taken_are_said(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "很多"
    folder.mkdir()
    for number in range(1001):
        (folder / f"{number}.json").write_bytes(b"{")
    page.route("**/v1/check*", lambda route: route.abort())

    drop(page, folder)

    expect(page.locator("#cut")).to_contain_text("一次最多放1000份文件")
    expect(page.locator(".entry")).to_have_count(1000)


def test_the_kind_can_be_chosen(page: Page) -> None:
    page.select_option("#kind", "application")
    choose(page, GOOD)

    expect(entry(page, GOOD.name).locator(".forms li").first).to_contain_text("考点设立申请表")


def test_the_page_speaks_english_too_and_remembers(page: Page) -> None:
    choose(page, FAULTY, BROKEN)
    expect(entry(page, FAULTY.name).locator(".verdict")).to_have_text("不通过")

    page.get_by_role("button", name="English").click()

    assert page.get_attribute("html", "lang") == "en"
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Check of vocational ability assessment documents"
    )
    expect(entry(page, FAULTY.name).locator(".verdict")).to_have_text("Fail")
    expect(entry(page, BROKEN[0]).locator(".words")).to_contain_text("The file is damaged")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check")


def test_the_list_can_be_cleared(page: Page) -> None:
    choose(page, GOOD)
    page.get_by_role("button", name="清空列表").click()

    expect(page.locator("#results")).to_be_hidden()
    expect(page.locator("#choose")).to_be_focused()


# ── for everybody ────────────────────────────────────────────────────────────────────────


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    for reached in (".skip", "#language", "#files", "#folder", "#kind"):
        page.keyboard.press("Tab")
        expect(page.locator(reached)).to_be_focused()

    choose(page, FAULTY)  # what a key on a field for files does is the browser's own affair
    entry(page, FAULTY.name).get_by_role("button", name="查看报告").press("Enter")
    expect(page.locator("#report-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#close-report")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#report")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_screen_reader_meets_no_barrier(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    choose(page, FAULTY, COLLECTION, BROKEN)
    expect(page.locator("#summary")).to_contain_text("共3份文件")
    expect(page.locator("progress")).to_have_count(0)

    barriers = Axe().run(page).response["violations"]

    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in barriers] == []


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_is_cut_off_on_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    choose(page, FAULTY, COLLECTION, ("很" * 60 + "长的文件名.docx", BROKEN[1]))
    expect(page.locator("progress")).to_have_count(0)
    entry(page, FAULTY.name).get_by_role("button", name="查看报告").click()
    expect(page.locator("#report-title")).to_be_focused()

    for language in ("English", "中文"):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # By key: right after a page has scrolled, Chromium may take a click for one on the frame.
        page.get_by_role("button", name=language).press("Enter")


def test_the_page_asks_nothing_of_anybody_else(context: BrowserContext, server: Server) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(server.url)
    choose(page, FAULTY)
    entry(page, FAULTY.name).get_by_role("button", name="查看报告").click()
    expect(page.locator("#report")).to_be_visible()

    hosts = {httpx.URL(url).host for url in asked if not url.startswith(("data:", "about:"))}
    assert hosts == {"127.0.0.1"}
    assert complaints == []


def test_loose_files_are_one_dossier_where_that_is_chosen(page: Page) -> None:
    page.select_option("#kind", "dossier")
    files = [(name.rpartition("/")[2], data) for name, data in complete().items()]
    choose(page, *files, ("旧.rar", b"Rar!\x1a\x07\x01\0"))

    expect(page.locator(".entry")).to_have_count(1)
    expect(page.locator(".entry .words")).to_contain_text("旧.rar")
    expect(page.locator(".entry-head .verdict")).to_have_text("有文件没有检查")
    expect(page.locator(".entry .forms li")).to_have_count(3)
