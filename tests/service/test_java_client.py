"""The Java client, compiled and run against the service."""

import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import specvalidator as sv
from service.servers import EXAMPLES, FAULTY, GOOD, Server
from tools import JAVA, program

SOURCES = [EXAMPLES / "java" / name for name in ("CheckDraft.java", "Json.java")]
BROKEN = b"PK\x03\x04 and no more"


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client, compiled."""
    compiler = program(JAVA)
    folder = tmp_path_factory.mktemp("classes")
    command = [compiler, "-encoding", "UTF-8", "--release", "17", "-Xlint:all", "-Werror"]
    subprocess.run([*command, "-d", folder, *SOURCES], check=True, timeout=120)  # noqa: S603
    return folder


def run(classes: Path, *arguments: str | Path) -> tuple[int, str, str]:
    """Return the exit status of the client and what it prints."""
    done = subprocess.run(  # noqa: S603 - our own program
        ["java", "-cp", classes, "CheckDraft", *arguments],  # noqa: S607 - as users find it
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_it_prints_every_finding_with_its_place(classes: Path, server: Server) -> None:
    status, out, err = run(classes, server.url, FAULTY)

    [report] = sv.validate(FAULTY)
    assert (status, err) == (1, "")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0] == f"{FAULTY.name}\tfail"
    assert lines[2::3] == [each for finding in report.findings for each in [finding.message]]
    assert [line.split("\t")[1] for line in lines[1::3]] == [each.rule for each in report.findings]
    assert "第1个表格" in out


def test_it_says_which_file_cannot_be_read(classes: Path, server: Server, tmp_path: Path) -> None:
    broken = tmp_path / "坏 “文件”.docx"
    broken.write_bytes(BROKEN)

    status, out, _ = run(classes, server.url, GOOD, broken)

    assert status == 3
    assert f"{GOOD.name}\tpass\n" in out
    assert f"{broken.name}\tcorrupt\t" in out


def test_it_says_why_a_request_is_refused(classes: Path, server: Server) -> None:
    status, out, err = run(classes, f"{server.url}/nowhere/", GOOD)

    assert (status, out) == (4, "")
    assert err.startswith("没有找到：")


def test_it_says_that_nobody_answers(classes: Path) -> None:
    status, _, err = run(classes, "http://127.0.0.1:9", GOOD)

    assert status == 4
    assert err.startswith("无法连接")


# ── against a service that answers oddly ─────────────────────────────────────────────────

ODD = '引号“"”、反斜线\\、换行\n、制表\t、𠮷、\u0007'


def answering(*answers: tuple[int, bytes]) -> Iterator[str]:
    """Answer requests with these in turn; yield the address."""
    given = iter(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = next(given)
            self.send_response(status)
            self.send_header("Retry-After", "0")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def page_with(message: str, *, ascii_only: bool) -> bytes:
    source = {"name": "a.docx", "media_type": None, "sha256": None, "size": 1e3, "index": 0}
    error = {"source": source, "error": "corrupt", "message": message}
    page = {"reports": [], "errors": [error], "more": [[], {}, -1.5e-3, True, False, None]}
    return json.dumps(page, ensure_ascii=ascii_only).encode()


@pytest.mark.parametrize("ascii_only", [True, False])
def test_it_waits_while_the_service_is_busy_and_reads_any_text(
    classes: Path, *, ascii_only: bool
) -> None:
    page = page_with(ODD, ascii_only=ascii_only)
    for url in answering((503, b"{}"), (503, b"{}"), (200, page)):
        status, out, err = run(classes, url, GOOD)

    assert (status, err) == (3, "")
    assert out == f"a.docx\tcorrupt\t{ODD}\n"


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"a": 01}', b'{"a": "\\x"}', b"[" * 999])
def test_it_says_that_an_answer_cannot_be_read(classes: Path, body: bytes) -> None:
    for url in answering((200, body)):
        status, out, err = run(classes, url, GOOD)

    assert (status, out) == (4, "")
    assert err.startswith("HTTP 200")
