"""The day's work on the page: check, mend, check again, take everything away."""

import io
import os
import re
import zipfile
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from service.page.using import choose, drop, entry
from service.servers import EXAMPLES, FAULTY, GOOD

COLLECTION = EXAMPLES / "09-collection.docx"
PDF = EXAMPLES / "pdf/exported/25-site-questions.pdf"
BROKEN = ("坏.docx", b"PK\x03\x04 and no more")


def _mend(file: Path) -> None:
    """Give the weight of the second task what is missing to 100 %."""
    document = docx.Document(str(file))
    [run] = [
        cell.paragraphs[0].runs[0]
        for row in document.tables[0].rows
        for cell in row.cells
        if cell.text == "45"
    ]
    run.text = "60%"
    document.save(str(file))
    later = file.stat().st_mtime + 10  # a browser tells files apart by whole seconds
    os.utime(file, (later, later))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A faulty draft in a folder."""
    file = tmp_path / "报送" / "渔网修补.docx"
    file.parent.mkdir()
    file.write_bytes(FAULTY.read_bytes())
    return file


def test_a_file_that_was_mended_is_checked_again_where_it_lies(page: Page, draft: Path) -> None:
    drop(page, draft.parent)
    row = entry(page, "报送/渔网修补.docx")
    row.get_by_role("button", name="查看报告").click()
    report = page.frame_locator("#report-frame")
    expect(report.locator(".card")).to_have_count(17)
    _mend(draft)

    row.get_by_role("button", name="下载批注稿").click()
    expect(row.get_by_role("alert")).to_contain_text("改动过")
    row.get_by_role("button", name="改后重查").press("Enter")

    expect(row.locator(".since summary")).to_have_text("与上次相比：已改好2处，仍然存在15处")
    row.locator(".since summary").click()
    expect(row.locator(".became.mended li")).to_have_text([re.compile("合计"), re.compile("45")])
    expect(report.locator(".card")).to_have_count(15)  # the open report says what the list says
    expect(page.locator("[aria-current]")).to_have_count(1)


def test_a_file_that_is_handed_in_again_follows_the_former(page: Page, draft: Path) -> None:
    choose(page, draft)
    expect(entry(page, draft.name).locator(".verdict")).to_have_text("不通过")
    _mend(draft)

    choose(page, draft, (GOOD.name, GOOD.read_bytes()))
    expect(entry(page, draft.name).locator(".since")).to_contain_text("已改好2处")
    expect(page.locator(".entry")).to_have_count(2)
    choose(page, (draft.name, GOOD.read_bytes()))  # of this name, and about something else
    expect(page.locator(".entry")).to_have_count(3)
    expect(page.locator(".since")).to_have_count(1)


def test_a_folder_can_be_chosen_with_the_keyboard_alone(page: Page, draft: Path) -> None:
    (draft.parent / "~$渔网修补.docx").write_bytes(b"what Word leaves while a file is open")
    page.locator("#folder").focus()
    page.set_input_files("#folder", draft.parent)

    expect(entry(page, "报送/渔网修补.docx").locator(".verdict")).to_have_text("不通过")
    expect(page.locator(".entry")).to_have_count(1)


def test_a_chosen_file_is_chosen_again_where_the_browser_may_not_read_it(
    page: Page, draft: Path
) -> None:
    choose(page, draft)
    row = entry(page, draft.name)
    expect(row.locator(".verdict")).to_have_text("不通过")
    _mend(draft)

    with page.expect_file_chooser() as choosing:
        row.get_by_role("button", name="改后重查").click()
    choosing.value.set_files(draft)

    expect(row.locator(".since")).to_contain_text("已改好2处")
    expect(page.locator(".entry")).to_have_count(1)


def test_no_name_in_the_zip_leads_elsewhere(page: Page) -> None:
    names = [
        "../../上级.docx",
        "/根.docx",
        "C:\\盘\\a.docx",
        "a:b?.docx",
        "同.docx",
        "同.DOCX",
        "..",
        "\u202excod.exe",
    ]
    data = page.evaluate(
        """async (names) => {
          const { Zip } = await import("./page/zip.js");
          const zip = new Zip();
          for (const name of names) await zip.add(name, new Blob([name]));
          return [...new Uint8Array(await zip.blob().arrayBuffer())];
        }""",
        names,
    )
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        assert archive.testzip() is None
        assert [archive.read(each).decode() for each in archive.namelist()] == names
        assert archive.namelist() == [
            *("上级.docx", "根.docx", "C_/盘/a.docx", "a_b_.docx"),
            *("同.docx", "同 (2).DOCX", "_", "_xcod.exe"),
        ]


def test_everything_is_taken_away_at_once(page: Page, tmp_path: Path) -> None:
    choose(page, FAULTY, COLLECTION, PDF, BROKEN, ("同名.docx", GOOD.read_bytes()))
    choose(page, ("同名.docx", FAULTY.read_bytes()))
    expect(page.locator("#summary")).to_contain_text("共6份文件", timeout=30_000)

    with page.expect_download(timeout=60_000) as downloading:
        page.get_by_role("button", name="全部下载（zip）").click()

    saved = tmp_path / "all.zip"
    downloading.value.save_as(saved)
    assert downloading.value.suggested_filename == "检查结果.zip"
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert "批注稿/06-faults-net-mending.批注稿.docx" in names
    assert "批注稿/25-site-questions.批注稿.pdf" in names
    assert "审核意见/09-collection.3.审核意见.docx" in names
    assert "审核意见/同名.审核意见 (2).docx" in names
    assert names[-1] == "汇总表.xlsx"
    assert len(names) == 5 + 7 + 1
    expect(page.locator("#taken")).to_contain_text("已生成")


def test_where_no_mend_is_certain_there_are_no_tracked_changes(page: Page) -> None:
    choose(page, COLLECTION, PDF, GOOD)
    row = entry(page, COLLECTION.name)
    row.get_by_role("button", name="下载修订稿").click()

    expect(row.get_by_role("status")).to_contain_text("没有把握十足的改法")
    for name in (COLLECTION.name, PDF.name, GOOD.name):
        button = entry(page, name).get_by_role("button", name="下载修订稿")
        expect(button).to_have_count(0)


def test_the_open_report_speaks_the_language_of_the_list(page: Page) -> None:
    choose(page, FAULTY)
    entry(page, FAULTY.name).get_by_role("button", name="查看报告").click()
    report = page.frame_locator("#report-frame")
    expect(report.get_by_role("heading", level=1)).to_have_text("检查报告")

    page.get_by_role("button", name="English").press("Enter")

    expect(report.get_by_role("heading", level=1)).to_have_text("Report")
    expect(page.locator("#report-title")).to_have_text(f"Report: {FAULTY.name}")


def test_the_report_prints_itself_whole_and_the_page_says_so(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    choose(page, FAULTY)
    entry(page, FAULTY.name).get_by_role("button", name="查看报告").click()
    frame = page.frame_locator("#report-frame")
    expect(frame.locator(".card")).to_have_count(17)

    frame.locator(".print").click()  # a frame without leave to print would complain
    page.emulate_media(media="print")
    expect(page.locator(".to-print")).to_be_visible()
    expect(page.locator("#report-frame")).to_be_hidden()
    assert complaints == []


def test_a_rule_is_one_key_from_its_finding_and_nothing_is_a_barrier(
    page: Page, draft: Path
) -> None:
    drop(page, draft.parent)
    row = entry(page, "报送/渔网修补.docx")
    row.get_by_role("button", name="查看报告").press("Enter")
    frame = page.frame_locator("#report-frame")
    frame.locator(".explain").first.press("Enter")
    expect(frame.locator(".card .explanation")).to_be_visible()
    row.get_by_role("button", name="改后重查").press("Enter")
    expect(row.locator(".since")).to_contain_text("仍然存在17处")

    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
