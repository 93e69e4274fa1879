"""Uploads that are half sent cost their sender's share and nobody else's place."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import ip_address
from select import select
from typing import Any

import pytest
from starlette.requests import Request

from service.servers import GOOD, Server, half_sent, head, raw, troubled
from specvalidator.service.senders import sender_of

WHOLE = GOOD.read_bytes()
SLOW: dict[str, Any] = {"uploads": 6, "pace": 1_000, "head_start_seconds": 3, "pause_seconds": 60}


@pytest.fixture(scope="module")
def small() -> Iterator[Server]:
    """A service to which few uploads may be on their way."""
    with troubled(workers=1, **SLOW) as server:
        yield server


@pytest.mark.parametrize("sent", [b"", b"x", b"x" * 60_000], ids=["nothing", "a byte", "a lot"])
def test_a_small_complete_request_is_answered_though_a_hundred_are_half_sent(
    small: Server, sent: bytes
) -> None:
    with ExitStack() as open_:
        for _ in range(100):
            open_.enter_context(half_sent(small, sent))
        statuses = [small.client.post("/v1/check", content=WHOLE).status_code for _ in range(5)]

    assert statuses == [200] * 5


def test_an_upload_that_takes_a_while_takes_the_place_of_one_that_stands_still(
    small: Server,
) -> None:
    with ExitStack() as open_:
        stuck = [open_.enter_context(half_sent(small, b"x")) for _ in range(3)]
        time.sleep(1)
        client = open_.enter_context(raw(small))
        client.sendall(head(f"Content-Length: {len(WHOLE)}", "Connection: close") + WHOLE[:1000])
        time.sleep(0.3)
        client.sendall(WHOLE[1000:])
        assert b" 200 " in client.recv(99)
        first = [each for each in stuck if answered(each)]
        said = [each.recv(9999) for each in first]

    assert len(said) == 1
    assert b" 408 " in said[0]


def test_one_sender_has_no_more_than_its_share(small: Server) -> None:
    with ExitStack() as open_:
        sent = [open_.enter_context(half_sent(small, b"x" * 40_000)) for _ in range(8)]
        time.sleep(0.4)
        refused = [each.recv(9999) for each in sent if answered(each)]

    assert len(refused) == 5, "three of six places are one sender's share"
    assert all(b" 503 " in each and b"retry-after: 1" in each.lower() for each in refused)


def test_who_opens_uploads_without_end_waits_for_refusals_behind_everybody_else(
    small: Server,
) -> None:
    time.sleep(1.2)  # what was refused before is forgotten
    with ExitStack() as open_:
        sent = [open_.enter_context(half_sent(small, b"x" * 40_000)) for _ in range(40)]
        first, _, _ = select(sent, [], [], 30)
        status = small.client.post("/v1/check", content=WHOLE).status_code
        at_once = [each for each in sent if answered(each)]
        late = select([each for each in sent if each not in at_once], [], [], 30)[0]

    assert status == 200
    assert 0 < len(first) <= len(at_once) <= 16, "eight a second"
    assert late


def test_others_have_places_left_where_a_sender_has_used_its_share(small: Server) -> None:
    with ExitStack() as open_:
        for _ in range(8):
            open_.enter_context(half_sent(small, b"x" * 40_000))
        time.sleep(0.2)
        other = open_.enter_context(half_sent(small, b"x", source="127.0.0.2"))
        time.sleep(0.3)
        assert not answered(other)


def test_a_body_that_trickles_is_given_up_by_its_pace(small: Server) -> None:
    began = time.monotonic()
    with half_sent(small, b"x") as client:
        while not answered(client):
            client.sendall(b"x" * 10)
            time.sleep(0.1)
            assert time.monotonic() - began < 30
        assert b" 408 " in client.recv(9999)


def test_a_body_that_comes_slowly_and_steadily_is_taken(small: Server) -> None:
    with raw(small) as client:
        client.sendall(head(f"Content-Length: {len(WHOLE)}"))
        for start in range(0, len(WHOLE), len(WHOLE) // 20):
            client.sendall(WHOLE[start : start + len(WHOLE) // 20])
            time.sleep(0.05)
        assert b" 200 " in client.recv(99)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.7", "same"),
        ("192.0.2.7", "192.0.2.8", "different"),
        ("2001:db8::1", "2001:db8::ffff:1", "same"),
        ("2001:db8::1", "2001:db8:0:1::1", "different"),
        ("::ffff:192.0.2.7", "192.0.2.7", "same"),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", "different"),
        ("fe80::1%eth0", "fe80::2%eth0", "same"),
        ("", "", "same"),
    ],
)
def test_a_network_of_one_owner_is_one_sender(one: str, other: str, same: str) -> None:
    assert (sender_of(asked(one)) == sender_of(asked(other))) is (same == "same")


def test_the_owner_of_a_token_is_a_sender_wherever_requests_come_from() -> None:
    requests = [asked("192.0.2.7"), asked("192.0.2.8"), asked("192.0.2.8")]
    for request, owner in zip(requests, ("permits", "permits", "portal"), strict=True):
        request.state.client = owner

    senders = [sender_of(request) for request in requests]
    assert senders[0] == senders[1] != senders[2]


def asked(address: str) -> Request:
    if address:
        ip_address(address)
    client = (address, 4711) if address else None
    return Request({"type": "http", "headers": [], "client": client})


def answered(client: socket.socket) -> bool:
    """Say whether something has come."""
    client.settimeout(0)
    try:
        return bool(client.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False
    finally:
        client.settimeout(30)
