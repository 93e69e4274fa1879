"""Sixty mixed submissions on the page: it accounts for each file as the program does."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from mixed import EXPECTED
from service.page.using import choose, entry
from service.servers import running
from test_mixed_submissions import Accounts, Entry, agrees, as_kept, as_uploaded, entries_of

UNREAD = {"unsupported", "corrupt", "unrecognised"}


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """The page of a service as it is, opened."""
    with running("specvalidator", "serve", "--port", "0", "--workers", "1") as server:
        page = context.new_page()
        page.goto(server.url)
        yield page


def test_the_page_accounts_for_every_file(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a built-in is refused
    dossiers, loose = as_uploaded()
    page.select_option("#kind", "dossier")
    for each in dossiers:
        _handed_in(page, [each])
    page.select_option("#kind", "")
    for first in range(0, len(loose), 20):
        _handed_in(page, loose[first : first + 20])

    said = [told for answer in answers for told in _told(answer)]
    for told in said:
        told["source"]["name"] = as_kept(told["source"]["name"])
    agrees(Accounts(said))
    for name, _ in loose:
        outcome = EXPECTED.get(as_kept(name))
        if outcome in UNREAD | {"pass", "fail", "review"}:
            of_page = "unread" if outcome in UNREAD else outcome
            expect(entry(page, name)).to_have_class(f"entry {of_page}")


def _handed_in(page: Page, files: list[tuple[str, bytes]]) -> None:
    choose(page, *files)
    for name, _ in files:
        shown = entry(page, name)
        expect(shown).to_be_visible()
        expect(shown.locator("progress")).to_have_count(0, timeout=60_000)


def _told(answer: Response) -> list[Entry]:
    if "/v1/check" not in answer.url or answer.status != 200:
        return []
    return entries_of(answer.json())
