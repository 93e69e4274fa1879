"""`batch --html`: a report of each document, and the page that lists them all."""

import json
import re
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from batch.making import Here, archive, records
from specvalidator.batch.local_files import LocalFiles
from specvalidator.batch.results import batch
from specvalidator.batch.work import Work
from specvalidator.judging import Judging

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = "</script><img src=x onerror=alert(1)>&\u2028.docx"


def _batch(files: LocalFiles, out: Path, *, html: bool = True) -> None:
    work = Work(Judging(), html=html)
    batch(files, out, work=work, engine=lambda: nullcontext(Here(work)), size=4)


def _rows(out: Path) -> list[list[Any]]:
    page = (out / "overview.html").read_text("utf-8")
    [data] = re.findall(r'id="data">(.*?)</script>', page)
    rows: list[list[Any]] = json.loads(data)["rows"]
    return rows


@pytest.fixture
def mixed(tmp_path: Path) -> LocalFiles:
    """Two districts: drafts, a file with three forms, one that cannot be read, names that bite."""
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no document")
    return LocalFiles(
        [
            ("报送/文登/06.docx", EXAMPLES / "06-faults-net-mending.docx", None),
            ("报送/文登/09.docx", EXAMPLES / "09-collection.docx", None),
            (f"报送/环翠/{HOSTILE}", bad, None),
            ("报送/环翠/同上.docx", EXAMPLES / "06-faults-net-mending.docx", None),
            ("报送/环翠/附件/01.docx", EXAMPLES / "01-bamboo-basket.docx", None),
        ]
    )


def test_each_submission_has_its_line_and_its_report(mixed: LocalFiles, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _batch(mixed, out)

    rows = _rows(out)
    assert [row[0].rpartition("/")[2] for row in rows[:4]] == ["06.docx", *["09.docx"] * 3]
    pages = [row[9] for row in rows]
    assert all((out / page.partition("#")[0]).is_file() for page in pages if page)
    assert [page.partition("#")[2] for page in pages[:4]] == ["", "", "d1-part2", "d1-part3"]
    broken = next(row for row in rows if "img" in row[0])
    assert broken[9] == ""
    assert broken[10]
    same = next(row for row in rows if row[0].endswith("同上.docx"))
    assert same[9] == pages[0], "what is the same has one report"
    said = (out / pages[0]).read_text("utf-8")
    assert "高级渔网修补工" in said
    assert 'class="original"' in said, "the text of the document stands beside the findings"


def test_without_the_option_no_report_is_written(tmp_path: Path) -> None:
    _batch(archive(*records(tmp_path / "in", 3)), tmp_path / "out", html=False)

    assert not (tmp_path / "out/html").exists()
    assert {row[9] for row in _rows(tmp_path / "out")} == {""}


def test_a_run_that_goes_on_makes_what_is_gone_and_removes_what_is_left(tmp_path: Path) -> None:
    paths, out = records(tmp_path / "in", 6), tmp_path / "out"
    _batch(archive(*paths), out)
    before = {path.name: path.read_bytes() for path in (out / "html").iterdir()}
    gone, *_ = sorted(before)
    (out / "html" / gone).unlink()

    _batch(archive(*paths), out)
    assert {path.name: path.read_bytes() for path in (out / "html").iterdir()} == before
    _batch(archive(*paths[:3]), out)
    assert {path.name for path in (out / "html").iterdir()} < set(before)
    assert {row[9].removeprefix("html/") for row in _rows(out)} - {""} == {
        path.name for path in (out / "html").iterdir()
    }


# ── in a browser ─────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(browser: Browser, mixed: LocalFiles, tmp_path: Path) -> Page:
    """The page of the mixed batch, opened from its folder; what it complains of fails the test."""
    _batch(mixed, tmp_path / "out")
    page = browser.new_context(locale="zh-CN", reduced_motion="reduce").new_page()
    page.on("pageerror", lambda error: pytest.fail(f"the script failed: {error}"))
    page.on("console", lambda message: pytest.fail(message.text))
    page.goto((tmp_path / "out/overview.html").as_uri())
    return page


def test_the_list_is_searched_filtered_and_leads_to_reports(page: Page) -> None:
    names = page.locator("#rows tbody th")
    expect(page.locator("#count")).to_have_text("显示 7 份，共 7 份")
    assert page.locator("img").count() == 0, "a name is no markup"

    page.locator("#verdict").select_option(label="无法读取")
    expect(names).to_have_text([re.compile("onerror")])
    names.get_by_role("button").press("Enter")
    expect(page.locator("#detail-said")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(names.get_by_role("button")).to_be_focused()

    page.locator("#reset").press("Enter")
    page.get_by_role("button", name="文登").click()
    expect(names).to_have_count(4)
    page.locator("#search").fill("修鞋")
    expect(names).to_have_text(["报送/文登/09.docx"])
    page.locator("#reset").click()
    page.locator("[data-rule=weight-total] button").click()
    expect(names).to_have_count(3)
    page.locator("[data-sort=error]").click()
    expect(names.first).to_have_text("报送/文登/06.docx")
    names.first.get_by_role("link").press("Enter")
    expect(page.locator("h1")).to_have_text("检查报告")


def test_the_list_has_no_barrier_and_fits_a_phone(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        barriers = Axe().run(page).response["violations"]
        assert [each["id"] for each in barriers] == []
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_of_many_lines_only_those_in_sight_are_drawn(browser: Browser, tmp_path: Path) -> None:
    files = records(tmp_path / "in", 300)
    _batch(archive(*files), tmp_path / "out", html=False)
    page = browser.new_page()
    page.goto((tmp_path / "out/overview.html").as_uri())

    names = page.locator("#rows tbody th")
    assert names.count() < 60
    page.locator("#rows").evaluate("list => { list.scrollTop = 1e6 }")
    expect(names.last).to_have_text("0299.json")
    assert names.count() < 60
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(names).to_have_count(300)
