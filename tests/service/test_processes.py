"""Whatever becomes of a process, a request or the service: nothing that was taken is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest

from service.servers import (
    FAULTY,
    GOOD,
    Server,
    form,
    half_sent,
    head,
    order,
    raw,
    troubled,
    until_busy,
)
from specvalidator.service.running import address_of_page

GOOD_FILE = ("good.docx", GOOD.read_bytes())
PRIVATE = "机密的名称"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("crash", "unreadable", id="a pointer into nowhere"),
        pytest.param("abort", "unreadable", id="a native library gives up"),
        pytest.param("kill", "unreadable", id="the system ends it"),
        pytest.param("memory", "too-large", id="it asks for a terabyte"),
        pytest.param("bug", "unreadable", id="a bug"),
    ],
)
def test_what_becomes_of_one_file_is_said_and_the_others_are_judged(
    obedient: Server, name: str, error: str
) -> None:
    files = form(GOOD_FILE, ("bad.docx", order(name)), GOOD_FILE)

    answer = obedient.client.post("/v1/check", files=files)

    page = answer.json()
    assert answer.status_code == 200
    assert [each["verdict"] for each in page["reports"]] == ["pass", "pass"]
    assert [(each["source"]["name"], each["error"]) for each in page["errors"]] == [
        ("bad.docx", error)
    ]
    assert obedient.client.get("/readyz").status_code == 200


def test_computing_is_bounded_by_itself() -> None:
    with troubled(workers=1, limits={"seconds": 30, "cpu_seconds": 0}) as server:
        started = time.monotonic()
        page = server.client.post("/v1/check", files=form(("a", order("compute")))).json()

    assert [error["error"] for error in page["errors"]] == ["timeout"]
    assert time.monotonic() - started < 20


def test_a_worker_killed_in_its_work_costs_only_its_file(obedient: Server) -> None:
    with ThreadPoolExecutor() as threads:
        sleeping = threads.submit(
            obedient.client.post, "/v1/check", files=form(("slow", order("sleep")))
        )
        until_busy(obedient, 1)
        for pid in obedient.workers():
            os.kill(pid, signal.SIGKILL)
        page = sleeping.result().json()

    assert [error["error"] for error in page["errors"]] == ["unreadable"]
    for _ in range(4):
        answer = obedient.client.post("/v1/check", files=form(GOOD_FILE))
        assert [each["verdict"] for each in answer.json()["reports"]] == ["pass"]


def test_a_file_that_is_waited_for_too_long_is_said_and_the_next_is_judged() -> None:
    with troubled(workers=2, limits={"seconds": 6}) as server:
        files = form(("bad.docx", order("sleep")), GOOD_FILE)
        page = server.client.post("/v1/check", files=files).json()

    assert [error["error"] for error in page["errors"]] == ["timeout"]
    assert [each["verdict"] for each in page["reports"]] == ["pass"]


def test_idle_workers_that_are_killed_are_replaced(obedient: Server) -> None:
    for pid in obedient.workers():
        os.kill(pid, signal.SIGKILL)

    for _ in range(4):
        answer = obedient.client.post("/v1/check", files=form(GOOD_FILE))
        assert [each["verdict"] for each in answer.json()["reports"]] == ["pass"]


def test_a_service_that_is_told_to_stop_finishes_what_it_took() -> None:
    with troubled(workers=1, limits={"seconds": 2}) as server, ThreadPoolExecutor() as threads:
        client = server.client
        files = form(("slow", order("sleep")), GOOD_FILE)
        taken = [
            threads.submit(
                httpx.post, f"{server.url}/v1/check", files=files, timeout=60, trust_env=False
            )
            for _ in range(2)
        ]
        until_busy(server, 2)
        workers = server.workers()
        # As a service manager tells all processes of a service at once.
        for pid in (server.process.pid, *workers):
            os.kill(pid, signal.SIGTERM)
        answers = [each.result() for each in taken]
        assert server.process.wait(30) == 0
        with pytest.raises(httpx.ConnectError):
            client.get("/healthz")

    for answer in answers:
        page = answer.json()
        assert [error["error"] for error in page["errors"]] == ["timeout"]
        assert [report["verdict"] for report in page["reports"]] == ["pass"]
    assert not any(alive(pid) for pid in workers)


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("localhost", "http://localhost:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),  # noqa: S104 - nobody listens there
        ("::", "http://127.0.0.1:80/"),
        ("::1", "http://[::1]:80/"),
    ],
)
def test_the_page_is_opened_where_a_browser_of_this_machine_finds_it(host: str, said: str) -> None:
    assert address_of_page(host, 80) == said


def test_a_port_that_is_taken_is_said(obedient: Server) -> None:
    port = str(httpx.URL(obedient.url).port)
    command = [sys.executable, "-m", "specvalidator", "serve", "--port", port, "--workers", "1"]

    done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603

    assert done.returncode == 2
    assert "address already in use" in done.stderr.decode()
    assert "--port" in done.stderr.decode().splitlines()[-1]


def test_a_service_that_is_killed_leaves_no_process_behind() -> None:
    with troubled(workers=2) as server:
        workers = server.workers()
        server.process.kill()
        server.process.wait(30)

    assert len(workers) == 2
    until = time.monotonic() + 30
    while any(alive(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in workers)


def test_more_than_the_service_can_carry_is_refused_at_once_and_the_rest_is_answered() -> None:
    with (
        troubled(workers=1, waiting=3, patience_seconds=60, limits={"seconds": 2}) as server,
        ExitStack() as open_,
    ):
        asked = [open_.enter_context(sent(server, order("sleep")))]
        until_busy(server, 1)
        asked += [open_.enter_context(sent(server, FAULTY.read_bytes())) for _ in range(39)]
        answers = [each.getresponse() for each in asked]
        said = [(each.status, dict(each.headers), each.read()) for each in answers]
        later = []
        for _ in range(3):
            with sent(server, FAULTY.read_bytes()) as connection:
                later.append(connection.getresponse().status)

    statuses = [status for status, _, _ in said]
    assert set(statuses) == {200, 503}
    assert statuses.count(200) == 4, "one that is worked on and three that wait"
    for status, headers, body in said:
        if status == 503:
            assert headers["retry-after"] == "1"
            assert json.loads(body)["type"] == "urn:specvalidator:problem:busy"
    assert later == [200] * 3, "it recovers at once"


@contextmanager
def sent(server: Server, data: bytes) -> Iterator[HTTPConnection]:
    """Send a file over a connection of its own, and wait for no answer."""
    connection = HTTPConnection("127.0.0.1", httpx.URL(server.url).port, timeout=60)
    headers = {"Content-Type": "application/octet-stream"}
    with closing(connection):
        connection.request("POST", "/v1/check", data, headers)
        yield connection


def alive(pid: int) -> bool:
    """Say whether a process runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# ── what is logged and counted ───────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def stopped() -> tuple[Server, str]:
    """A service that was asked this and that, and stopped; and its counts before."""
    with troubled(workers=1) as server:
        client = server.client
        files = form(GOOD_FILE, ("a", FAULTY.read_bytes()), ("b", b"x"), ("c", order("crash")))
        client.post("/v1/check", files=files)
        client.post("/v1/check", files=form((f"{PRIVATE}.docx", order("bug"))))
        client.get(f"/{PRIVATE}?name={PRIVATE}")
        client.post(f"/v1/check?name={PRIVATE}", json={"name": PRIVATE})
        client.post("/v1/check", headers={"X-Request-Id": "order-4711"})
        counts = client.get("/metrics").text
        server.stop()
    return server, counts


def test_the_log_tells_what_happened_and_nothing_of_what_was_sent(
    stopped: tuple[Server, str],
) -> None:
    server, _ = stopped

    assert PRIVATE not in "".join(server.lines)
    assert "KeyError" in next(line["bug"] for line in server.log if line["event"] == "bug")
    requests = [line for line in server.log if line["event"] == "request"]
    assert [(line["route"], line["status"]) for line in requests] == [
        ("/v1/check", 200),
        ("/v1/check", 200),
        ("-", 404),
        ("/v1/check", 200),
        ("/v1/check", 400),
        ("/metrics", 200),
    ]
    assert requests[4]["request_id"] == "order-4711"
    assert {"time", "level", "ms", "method"} <= requests[0].keys()


def test_what_came_of_files_is_counted(stopped: tuple[Server, str]) -> None:
    _, counts = stopped

    for outcome, number in (("pass", 1), ("unsupported", 1), ("unreadable", 2), ("fail", 2)):
        assert f'specvalidator_files_total{{outcome="{outcome}"}} {number}.0' in counts
    answered = 'specvalidator_requests_total{method="POST",route="/v1/check",status="200"} 3.0'
    assert answered in counts
    assert 'specvalidator_request_seconds_count{route="/v1/check"} 4.0' in counts
    assert "specvalidator_bugs_total 1.0" in counts


# ── told to stop with more to do than there is time for ──────────────────────────────────


def test_what_cannot_be_finished_in_time_is_answered_too() -> None:
    with (
        troubled(workers=2, graceful_seconds=1, limits={"seconds": 30}) as server,
        ExitStack() as open_,
    ):
        asked = [open_.enter_context(sent(server, order("sleep"))) for _ in range(6)]
        until_busy(server, 6)
        stuck = open_.enter_context(half_sent(server, b"x"))
        server.process.send_signal(signal.SIGTERM)
        answers = [each.getresponse() for each in asked]
        said = [(each.status, dict(each.headers), each.read()) for each in answers]
        late = stuck.recv(9999)
        assert server.process.wait(30) == 0
        server.stop()

    for status, headers, body in said:
        assert status == 503
        assert headers["retry-after"] == "1"
        page = json.loads(body)
        assert page["type"] == "urn:specvalidator:problem:busy"
        assert page["instance"].endswith(headers["x-request-id"])
    assert b" 503 " in late
    assert not [line for line in server.log if "bug" in line]
    requests = [line for line in server.log if line.get("route") == "/v1/check"]
    assert [line["status"] for line in requests] == [503] * 7


@pytest.mark.parametrize("body", ["chunk", "length"])
def test_a_request_is_logged_once_and_no_bug_is_counted_where_a_client_leaves(body: str) -> None:
    with troubled(workers=1, limits={"seconds": 2}) as server:
        for _ in range(5):
            with raw(server) as client:
                if body == "chunk":
                    client.sendall(head("Transfer-Encoding: chunked") + b"5\r\nab")
                else:
                    client.sendall(head("Content-Length: 3") + b"abc")
        assert server.client.get("/metrics").text.count("specvalidator_bugs_total 0.0") == 1
        server.stop()

    assert not [line for line in server.log if line["level"] == "error"]
