"""Hypothesis profiles: `dev` is quick, `ci` looks harder. LibreOffice and Chromium."""

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from exporting import Export, exporter
from lanes import mark_slow

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
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before `-m` chooses."""
    mark_slow(items)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """What exports Word files as PDF."""
    return exporter(tmp_path_factory)


_OFFLINE = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Headless Chromium, that of the system."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for tests of pages

    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium must be installed in CI: the tests of pages need it")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=_OFFLINE, chromium_sandbox=False
        )
        yield browser
        browser.close()
