"""A bug in the service itself: the client hears of it, the log says where, nobody says what."""

import asyncio
import json
import logging
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from specvalidator.service.envelope import Envelope
from specvalidator.service.options import ServiceOptions
from specvalidator.service.request_log import AsJson
from specvalidator.service.service import Service

PRIVATE = "机密"


async def failing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise KeyError(PRIVATE)


def asked(app: Envelope, host: str = "localhost") -> httpx.Response:
    """Return an answer of the application; in a thread, as others have an event loop here, too."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            headers = {"Accept-Language": "en", "Host": host}
            return await client.get("/v1/packs", headers=headers)

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(ask())).result(30)


def test_a_bug_is_told_as_a_problem_and_logged_without_what_it_says(
    caplog: pytest.LogCaptureFixture,
) -> None:
    service = Service(ServiceOptions())
    with caplog.at_level(logging.INFO, "specvalidator.service"):
        answer = asked(Envelope(failing, service))

    assert answer.status_code == 500
    assert answer.json()["type"] == "urn:specvalidator:problem:failed"
    assert answer.headers["x-content-type-options"] == "nosniff"
    lines = [AsJson().format(record) for record in caplog.records]
    bug, request = (json.loads(line) for line in lines)
    assert bug["bug"].startswith("KeyError at ")
    assert bug["request_id"] == request["request_id"] == answer.headers["x-request-id"]
    assert request["status"] == 500
    assert PRIVATE not in answer.text + "".join(lines)


def test_what_the_server_says_of_an_error_has_no_message_in_it() -> None:
    error = KeyError(PRIVATE)
    record = logging.makeLogRecord(
        {
            "name": "uvicorn.error",
            "msg": "Exception in application",
            "exc_info": (KeyError, error, None),
        }
    )

    line = AsJson().format(record)

    assert json.loads(line)["bug"].startswith("KeyError at")
    assert PRIVATE not in line


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 500),
        ("127.0.0.1", 500),
        ("[::1]:8000", 500),
        ("192.0.2.7:8000", 500),
        ("checks.example:8000", 500),
        ("checks.example", 500),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
    ],
)
def test_without_tokens_only_names_that_are_ours_are_answered(host: str, status: int) -> None:
    app = Envelope(failing, Service(ServiceOptions(hosts=("checks.example",))))

    assert asked(app, host).status_code == status
