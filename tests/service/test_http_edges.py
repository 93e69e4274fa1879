"""HTTP as nobody writes it by accident: each is answered once, by the same few words of ours."""

import json
import re
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from service.servers import GOOD, Server, form, head, raw, running, troubled
from specvalidator.service.tokens import line_of, new_token

TOKEN = new_token()
CHUNKED = b"Transfer-Encoding: chunked\r\n"
CHUNK = b"1\r\nx\r\n0\r\n\r\n"


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that asks for tokens, waits for little and has few connections."""
    tokens = tmp_path_factory.mktemp("tokens") / "tokens.txt"
    tokens.write_text(line_of("permits", TOKEN))
    options: dict[str, Any] = {"idle_seconds": 1, "connections": 40, "tokens": str(tokens)}
    with troubled(workers=1, **options) as server:
        server.client.headers["Authorization"] = f"Bearer {TOKEN}"
        yield server


def everything(client: socket.socket) -> bytes:
    """Return all that comes until the service hangs up."""
    said = b""
    while part := client.recv(99_999):
        said += part
    return said


def exchanged(server: Server, sent: bytes) -> bytes:
    with raw(server) as client:
        client.sendall(sent)
        return everything(client)


# ── where a request ends ─────────────────────────────────────────────────────────────────

INSIDE = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"Content-Length: 6\r\n" + CHUNKED + b"\r\n0\r\n\r\nX", id="length, chunked"),
        pytest.param(CHUNKED + b"Content-Length: 6\r\n\r\n0\r\n\r\nX", id="chunked, length"),
        pytest.param(b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx", id="two lengths"),
        pytest.param(b"Content-Length: 1, 2\r\n\r\nxx", id="two lengths in one"),
        pytest.param(b"Content-Length: -1\r\n\r\n", id="a length below nothing"),
        pytest.param(b"Content-Length: +1\r\n\r\nx", id="a length with a sign"),
        pytest.param(b"Content-Length: 0x1\r\n\r\nx", id="a hexadecimal length"),
        pytest.param(b"Content-Length: " + b"9" * 5000 + b"\r\n\r\nx", id="a length of digits"),
        pytest.param(b"Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNK, id="another coding"),
        pytest.param(CHUNKED * 2 + b"\r\n" + CHUNK, id="chunked twice"),
        pytest.param(b"Transfer-Encoding: xchunked\r\n\r\n" + CHUNK, id="no such coding"),
        pytest.param(CHUNKED + b"\r\n-1\r\nx\r\n0\r\n\r\n", id="a chunk below nothing"),
        pytest.param(CHUNKED + b"\r\n0x1\r\nx\r\n0\r\n\r\n", id="a chunk with a prefix"),
        pytest.param(CHUNKED + b"\r\nZ\r\nx\r\n0\r\n\r\n", id="a chunk of no size"),
        pytest.param(CHUNKED + b"\r\n" + b"F" * 30 + b"\r\nx", id="a chunk without end"),
        pytest.param(CHUNKED + b"\r\n1\r\nxyz\r\n0\r\n\r\n", id="a chunk longer than it says"),
        pytest.param(b"A : b\r\n\r\n", id="a space in a name"),
        pytest.param(b"A: b\x00c\r\n\r\n", id="a zero byte"),
        pytest.param(b"Host: other\r\n\r\n", id="two hosts"),
        pytest.param(b"a: b\r\n" * 1000 + b"\r\n", id="a thousand headers"),
        pytest.param(b"a: " + b"b" * 60_000 + b"\r\n\r\n", id="a long header"),
    ],
)
def test_what_may_end_in_two_ways_is_refused_and_the_connection_closed(
    hurried: Server, sent: bytes
) -> None:
    whole = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\n" + sent + INSIDE

    said = exchanged(hurried, whole)

    assert said.count(b"HTTP/1.1 ") == 1, "what was smuggled inside has no answer"
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b"connection: close" in said.lower()
    answer = json.loads(said.partition(b"\r\n\r\n")[2])
    assert answer["type"] == "urn:specvalidator:problem:bad-request"
    [request_id] = re.findall(rb"x-request-id: (\S+)", said.lower())
    assert answer["instance"] == f"urn:specvalidator:request:{request_id.decode()}"
    assert hurried.awaited(  # noqa: PGH005 - no mock
        re.compile(f'.*{request_id.decode()}.*"status": 400.*')
    )


def test_a_body_in_chunks_is_none_of_http_1_0(hurried: Server) -> None:
    request = b"POST /v1/check HTTP/1.0\r\nHost: localhost\r\n" + CHUNKED + b"\r\n" + CHUNK

    assert exchanged(hurried, request).startswith(b"HTTP/1.1 400 ")


def test_a_bad_chunk_after_the_answer_only_ends_the_connection(hurried: Server) -> None:
    with raw(hurried) as client:
        client.sendall(head("Transfer-Encoding: chunked") + b"1\r\nx\r\n")
        said = client.recv(9999)
        while not said.endswith(b"}"):
            said += client.recv(9999)
        assert b" 401 " in said
        client.sendall(b"no size\r\n")
        assert everything(client) == b""

    hurried.client.get("/healthz")
    assert [line for line in hurried.log if line["level"] == "error"] == []


def test_the_same_length_twice_is_one_length(server: Server) -> None:
    request = head("Content-Length: 1", "Content-Length: 1", "Connection: close") + b"x"

    assert exchanged(server, request).startswith(b"HTTP/1.1 200 ")


def test_requests_one_behind_the_other_are_answered_in_turn(server: Server) -> None:
    whole = GOOD.read_bytes()
    check = head(f"Content-Length: {len(whole)}") + whole
    last = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    said = exchanged(server, check + INSIDE + check + last)

    assert re.findall(rb"HTTP/1.1 (\d+)", said) == [b"200"] * 4
    assert said.count(b'"verdict": "pass"') >= 2


# ── who waits to be told to go on ────────────────────────────────────────────────────────


def test_who_asks_before_sending_is_told_to_go_on(server: Server) -> None:
    with raw(server) as client:
        client.sendall(head("Content-Length: 1", "Expect: 100-continue", "Connection: close"))
        assert client.recv(99).startswith(b"HTTP/1.1 100 ")
        client.sendall(b"x")
        assert everything(client).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    ("lines", "status"), [((), 401), ((f"Authorization: Bearer {TOKEN}",), 413)]
)
def test_who_is_refused_is_not_told_to_go_on(
    hurried: Server, lines: tuple[str, ...], status: int
) -> None:
    asked = head("Content-Length: 99999999999", "Expect: 100-continue", *lines)

    said = exchanged(hurried, asked)

    assert said.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"connection: close" in said.lower()


# ── methods and addresses ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["/", "/page/page.css", "/healthz", "/readyz", "/openapi.json"])
def test_what_can_be_had_can_be_asked_for_without_its_body(server: Server, path: str) -> None:
    whole, without = server.client.get(path), server.client.head(path)

    assert (without.status_code, without.content) == (200, b"")
    assert without.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("path", ["/v1/check/", "/v1/packs/", "//v1/check", "/V1/check", "/v1"])
def test_an_address_is_only_what_it_is(server: Server, path: str) -> None:
    answer = httpx.post(server.url + path, content=b"x", trust_env=False)

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/check"),
        ("BREW", "/v1/check"),
        ("BREW", "/metrics"),
        ("OPTIONS", "/v1/packs"),
        ("HEAD", "/v1/packs"),
        ("GET", "/v1/nothing"),
        ("GET", "/nothing"),
        ("BREW", "/nothing"),
        ("GET", "/v1/packs/"),
        ("GET", "/v1/schemas/nothing"),
        ("GET", "/v1/rules?lang=fr"),
    ],
)
def test_the_token_is_asked_first(hurried: Server, method: str, path: str) -> None:
    answer = httpx.request(method, hurried.url + path, trust_env=False)

    assert answer.status_code == 401
    assert "allow" not in answer.headers


def test_with_a_token_and_where_none_is_asked_the_method_is_what_is_wrong(hurried: Server) -> None:
    assert hurried.client.request("BREW", "/v1/check").status_code == 405
    assert hurried.client.request("BREW", "/nothing").status_code == 404
    assert httpx.request("BREW", f"{hurried.url}/healthz", trust_env=False).status_code == 405


# ── labels and lines ─────────────────────────────────────────────────────────────────────


def test_whatever_is_asked_the_metrics_grow_no_further() -> None:
    with running("specvalidator", "serve", "--port", "0", "--workers", "1") as server:
        lines = [asked_for_everything(server, number) for number in range(3)]

    assert lines[1] == lines[2], "a second and a third time there is nothing new"
    assert lines[0] == lines[1]
    assert lines[0] < 250


def asked_for_everything(server: Server, turn: int) -> int:
    """Ask in many ways that differ each time; return how many lines the metrics have."""
    ask = server.client.request
    for number in range(40):
        new = f"{turn}{number}"
        ask(f"BREW{new}", "/v1/check")
        ask(f"BREW{new}", f"/{new}")
        ask("GET", f"/v1/rules/{new}")
        ask("GET", f"/v1/schemas/{new}")
        ask("POST", f"/v1/check?kind={new}&lang={new}&format={new}")
        ask("POST", f"/v1/check?name={new}.x", content=new.encode())
        ask("GET", "/healthz", headers={"X-Request-Id": f"id-{new}-{new}", "Host": f"h{new}.cn"})
    ask("POST", "/v1/annotate", files=form(("a", b"x")))
    ask("GET", "/metrics")
    return len(ask("GET", "/metrics").text.splitlines())


def test_nothing_that_is_asked_writes_a_line_of_the_log(server: Server) -> None:
    forged = '{"event":"bug"}'
    before = len(server.lines)
    for sent in (
        f"GET /%0A{forged} HTTP/1.1\r\nHost: localhost\r\n",
        f"GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: 12345678\t{forged}\r\n",
        f"GET /?lang=%0d%0a{forged} HTTP/1.1\r\nHost: localhost\r\n",
        f"GET /\x0b{forged} HTTP/1.1\r\nHost: localhost\r\n",
        f"GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: 12345678\n {forged}\r\n",
        f"{'M' * 5000} / HTTP/1.1\r\nHost: localhost\r\n",
        f"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: \x1b[31m{forged}\r\n",
        f"GET / HTTP/1.1\r\nHost: {forged}\r\n",
    ):
        exchanged(server, sent.encode() + b"Connection: close\r\n\r\n")
    server.client.get("/healthz", headers={"X-Request-Id": "the-last-one"})
    server.awaited(re.compile("the-last-one"))

    lines = server.lines[before:]
    assert len(lines) <= 10
    assert not any("bug" in line or "\x1b" in line or len(line) > 400 for line in lines)


# ── slow on purpose ──────────────────────────────────────────────────────────────────────


def test_connections_without_a_request_give_way_to_new_ones(hurried: Server) -> None:
    idle = [raw(hurried) for _ in range(60)]
    try:
        for each in idle:
            each.sendall(b"GET / HT")
        with httpx.Client(base_url=hurried.url, trust_env=False) as client:
            began = time.monotonic()
            assert client.get("/healthz").status_code == 200
            assert time.monotonic() - began < 5
    finally:
        for each in idle:
            each.close()


def test_who_does_not_take_its_answer_is_cut_off(hurried: Server) -> None:
    with raw(hurried) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        asked = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
        client.sendall(asked * 400)
        until = time.monotonic() + 30
        while open_connections(hurried) and time.monotonic() < until:
            time.sleep(0.2)
        assert not open_connections(hurried)


def open_connections(server: Server) -> int:
    """Return how many connections the service has open that the operating system knows of."""
    port = f":{httpx.URL(server.url).port:04X}"
    with open("/proc/net/tcp", encoding="ascii") as table:  # noqa: PTH123 - no file
        rows = [line.split() for line in table][1:]
    return sum(row[1].endswith(port) and row[3] == "01" and row[4][:8] != "0" * 8 for row in rows)
