"""Reports in headless Chromium; every request that a page makes is noted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from reports.html.examples import Open, Opened
from reports.html.listening import Calls


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """What opens a report, by default on a desk and without motion."""
    contexts = []

    def open_(html: str, *, width: int = 1280, height: int = 600, **said: Any) -> Opened:  # noqa: ANN401 - of the context
        usual: dict[str, Any] = {"reduced_motion": "reduce", "color_scheme": "light"}
        context = browser.new_context(viewport={"width": width, "height": height}, **usual | said)
        contexts.append(context)
        file = tmp_path / f"{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        requests: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: _note(request.url, file.as_uri(), requests))
        page.on("pageerror", lambda error: pytest.fail(f"the script failed: {error}"))
        page.goto(file.as_uri())
        return Opened(page, requests)

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def calls() -> Iterator[Calls]:
    """What listens for requests that should not come."""
    with Calls() as calls:
        yield calls


def _note(address: str, own: str, requests: list[str]) -> None:
    if address != own and not address.startswith("data:"):
        requests.append(address)
