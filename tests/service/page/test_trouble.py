"""The page when the network is slow or breaks, and when the service is busy or wants a token."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from service.page.using import choose, entry, slow_down
from service.servers import GOOD, Server, form, order, troubled, until_busy
from specvalidator.service.tokens import line_of, new_token

LARGE = ("large.docx", b"PK\x03\x04" + b"x" * 1_000_000)
TOKEN = new_token()


def test_a_slow_upload_shows_how_far_it_is_and_can_be_cancelled(page: Page) -> None:
    slow_down(page, 300_000)
    choose(page, LARGE)

    row = entry(page, LARGE[0])
    expect(row.locator(".words")).to_have_text(re.compile(r"正在上传 ([1-9]|\d\d)%"))
    expect(row.get_by_role("progressbar")).to_be_visible()
    row.get_by_role("button", name="取消").click()

    expect(row.locator(".verdict")).to_have_text("已取消")
    row.get_by_role("button", name="重试").click()
    expect(row.locator(".verdict")).to_have_text("无法读取", timeout=20_000)


def test_an_upload_that_breaks_is_said_and_can_be_tried_again(page: Page) -> None:
    broken = True

    def meet(route: object) -> None:
        route.abort("connectionreset") if broken else route.continue_()  # type: ignore[attr-defined]

    page.route("**/v1/check*", meet)
    choose(page, GOOD)

    row = entry(page, GOOD.name)
    expect(row.locator(".verdict")).to_have_text("没有检查")
    expect(row.locator(".words")).to_contain_text("连接中断")
    broken = False
    row.get_by_role("button", name="重试").click()
    expect(row.locator(".verdict")).to_have_text("通过")


def test_a_service_that_is_gone_is_said(context: BrowserContext) -> None:
    with troubled(workers=1) as server:
        page = context.new_page()
        page.goto(server.url)
        slow_down(page, 300_000)
        choose(page, LARGE)
        expect(page.locator("progress")).to_be_visible()
        server.process.kill()

        expect(entry(page, LARGE[0]).locator(".words")).to_contain_text("连接中断")


def test_a_busy_service_is_said_and_asked_again(context: BrowserContext) -> None:
    with (
        troubled(workers=1, waiting=0, limits={"seconds": 2}) as server,
        ThreadPoolExecutor() as threads,
    ):
        page = context.new_page()
        page.goto(server.url)
        slow = form(("slow", order("sleep")))
        url = f"{server.url}/v1/check"
        busy = threads.submit(httpx.post, url, files=slow, timeout=60, trust_env=False)
        until_busy(server, 1)
        choose(page, GOOD)

        row = entry(page, GOOD.name)
        expect(row.locator(".verdict")).to_have_text("服务繁忙")
        expect(row.locator(".words")).to_contain_text("文件本身没有问题")
        assert busy.result().status_code == 200
        expect(row.locator(".verdict")).to_have_text("通过", timeout=20_000)


def test_a_refused_request_is_said_in_the_words_of_the_service(page: Page) -> None:
    choose(page, ("large.docx", b"x" * (4 * 2**20)))

    expect(entry(page, "large.docx").locator(".words")).to_contain_text("超过4 MB")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that asks for a token."""
    path = tmp_path_factory.mktemp("tokens") / "tokens.txt"
    path.write_text(line_of("office", TOKEN))
    with troubled(workers=1, tokens=str(path)) as server:
        yield server


def test_a_token_is_asked_for_until_it_is_right(context: BrowserContext, guarded: Server) -> None:
    page = context.new_page()
    page.goto(guarded.url)
    dialog = page.get_by_role("dialog")

    expect(dialog).to_be_visible()
    dialog.get_by_label("令牌", exact=True).fill("wrong")
    dialog.get_by_role("button", name="确定").click()
    expect(dialog.get_by_role("alert")).to_contain_text("令牌不正确")
    dialog.get_by_label("令牌", exact=True).fill(TOKEN)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()

    choose(page, GOOD)
    expect(entry(page, GOOD.name).locator(".verdict")).to_have_text("通过")
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    choose(page, GOOD)
    expect(entry(page, GOOD.name).locator(".verdict")).to_have_text("通过")


def test_without_a_token_nothing_is_checked_and_that_is_said(
    context: BrowserContext, guarded: Server
) -> None:
    page = context.new_page()
    page.goto(guarded.url)
    page.get_by_role("dialog").get_by_role("button", name="取消").click()

    choose(page, GOOD)
    page.get_by_role("dialog").get_by_role("button", name="取消").click()

    expect(entry(page, GOOD.name).locator(".words")).to_contain_text("没有令牌")
