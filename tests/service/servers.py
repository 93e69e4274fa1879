"""Services as processes of their own, on a free port of this machine."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

TESTS = Path(__file__).parents[1]
EXAMPLES = TESTS.parent / "examples"
FAULTY = EXAMPLES / "06-faults-net-mending.docx"
GOOD = EXAMPLES / "01-bamboo-basket.docx"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_PATIENCE = 60


class Server:
    """A running service and what it has logged."""

    def __init__(self, *command: str, **environment: str) -> None:
        self.environment = environment
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", *command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(TESTS)} | environment,
            text=True,
            encoding="utf-8",
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = self.awaited(_ADDRESS)
        self.client = httpx.Client(base_url=self.url, timeout=_PATIENCE, trust_env=False)

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.lines.extend(iter(self.process.stderr.readline, ""))

    def awaited(self, pattern: re.Pattern[str]) -> str:
        """Return what the log says, as soon as it does."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for line in self.lines:
                if found := pattern.search(line):
                    return found[0]
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        raise AssertionError("".join(self.lines))

    def wait_until_ready(self) -> None:
        """Return when its processes have begun: until then it says that it is busy."""
        until = time.monotonic() + _PATIENCE
        while self.client.get("/readyz").status_code != httpx.codes.OK:
            assert time.monotonic() < until, "".join(self.lines)
            time.sleep(0.05)

    @property
    def log(self) -> list[dict[str, Any]]:
        """The lines of the log."""
        return [json.loads(line) for line in self.lines]

    def workers(self) -> list[int]:
        """Return the numbers of its processes, by the program that they run."""
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                parent = int(stat.read_text().rpartition(")")[2].split()[1])
                command = stat.with_name("cmdline").read_bytes()
                if parent == self.process.pid and b"specvalidator.workers" in command:
                    found.append(int(stat.parent.name))
        return found

    def stop(self) -> int:
        """Tell it to stop; return its exit status."""
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return status


@contextlib.contextmanager
def running(*command: str, **environment: str) -> Iterator[Server]:
    """Run `specvalidator serve`, or another module, as long as `with` lasts."""
    server = Server(*(command or ("specvalidator", "serve", "--port", "0")), **environment)
    try:
        yield server
    finally:
        server.stop()


def troubled(
    environment: Mapping[str, str] | None = None, **options: object
) -> contextlib.AbstractContextManager[Server]:
    """Run a service whose workers obey files."""
    return running("service.troubled", json.dumps(options), **environment or {})


def order(name: str) -> bytes:
    """Return a file that tells a worker what to do."""
    return b"misdeed " + name.encode()


def form(*files: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    """Return files as httpx takes them."""
    return [("file", each) for each in files]


def until_busy(server: Server, taken: int) -> None:
    """Wait until so many places are taken."""
    wanted = re.compile(rf"^specvalidator_places_taken {taken}\.0$", re.MULTILINE)
    until = time.monotonic() + 30
    while not wanted.search(httpx.get(f"{server.url}/metrics", trust_env=False).text):
        assert time.monotonic() < until
        time.sleep(0.02)


def head(*lines: str, request: str = "POST /v1/check HTTP/1.1") -> bytes:
    """Return the head of a request for a file of its own."""
    whole = (request, "Host: localhost", *lines)
    return "\r\n".join((*whole, "Content-Type: application/octet-stream", "", "")).encode()


def raw(server: Server, source: str = "127.0.0.1") -> socket.socket:
    """Return a connection on which anything may be sent."""
    port = httpx.URL(server.url).port or 0
    return socket.create_connection(("127.0.0.1", port), 30, (source, 0))


def half_sent(server: Server, sent: bytes, source: str = "127.0.0.1") -> socket.socket:
    """Return a connection on which the beginning of a body was sent, and no more of it."""
    client = raw(server, source)
    client.sendall(head("Content-Length: 500000") + sent)
    return client
