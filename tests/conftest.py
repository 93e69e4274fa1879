"""Hypothesis profiles: `dev` is quick, `ci` looks harder. LibreOffice and Chromium."""

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from exporting import Export, exporter
from lanes import mark, put_long_ones_first
from tools import CHROMIUM, missing, program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # shared runners are slow now and then
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Before `-m` chooses."""
    mark(items)
    if hasattr(config, "workerinput"):  # one of several processes
        put_long_ones_first(items)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> "Iterator[None]":
    """Say what to install below all that pytest says of its own."""
    yield
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", ())]
    said = missing(each[2] for each in skipped if isinstance(each, tuple))
    if said:
        terminalreporter.write_line(said, yellow=True)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """What exports Word files as PDF."""
    return exporter(tmp_path_factory)


_OFFLINE = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Headless Chromium, that of the system."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for tests of pages

    chromium = program(CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=_OFFLINE, chromium_sandbox=False
        )
        yield browser
        browser.close()
