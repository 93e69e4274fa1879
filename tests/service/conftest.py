"""One service for the tests that only ask, and one whose workers obey."""

from collections.abc import Iterator

import httpx
import pytest

from service.servers import Server, running, troubled


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A service as `specvalidator serve` runs it."""
    with running("specvalidator", "serve", "--port", "0", "--workers", "1") as server:
        yield server


@pytest.fixture
def client(server: Server) -> httpx.Client:
    """A client of that service."""
    return server.client


@pytest.fixture(scope="module")
def obedient() -> Iterator[Server]:
    """A service whose two workers do what a file tells them, and have time on any machine."""
    with troubled(workers=2) as server:
        yield server
