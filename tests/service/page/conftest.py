"""The page of the service in headless Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from service.servers import Server, troubled

MOST = 4 * 2**20


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """A service whose only worker obeys files."""
    with troubled(workers=1, body_bytes=MOST, limits={"seconds": 6}) as server:
        yield server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of a Chinese office; scripts that fail, fail the test."""
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    context.on("weberror", lambda error: pytest.fail(f"the script failed: {error.error}"))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    """The page, opened."""
    page = context.new_page()
    page.goto(server.url)
    return page
