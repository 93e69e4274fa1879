"""How many requests a second the service answers on this machine, how fast, and beyond that."""

import argparse
import asyncio
import re
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import NamedTuple

from inputs import draft

_SECONDS = 10.0
_CLIENTS_PER_WORKER = 3
_PATIENCE = 60.0
_TARGET = 1.0
_BOUNDARY = "specvalidator"


class Outcome(NamedTuple):
    """One request: what its answer was, and after how many seconds it had come."""

    status: int
    seconds: float


class Client:
    """Connections to the service that are used again; requests that are bytes already."""

    def __init__(self, port: int, request: bytes, source: str = "127.0.0.1") -> None:
        self._port = port
        self._source = source
        self._request = request
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def ask(self) -> Outcome:
        """Send the draft; return what came of it, 0 where the connection broke."""
        started = time.perf_counter()
        try:
            async with asyncio.timeout(_PATIENCE):
                status = await self._asked()
        except (OSError, EOFError, TimeoutError):
            status = 0
        return Outcome(status, time.perf_counter() - started)

    async def _asked(self) -> int:
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof():  # the service closes what is idle for long
                break
        else:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", self._port, local_addr=(self._source, 0)
            )
        writer.write(self._request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        await reader.readexactly(int(length[1]) if length else 0)
        self._idle.append((reader, writer))
        return int(head.split(maxsplit=2)[1])

    def close(self) -> None:
        """Close all connections."""
        for _, writer in self._idle:
            writer.close()


def request_of(file: bytes) -> bytes:
    """Return the request that a file be checked."""
    disposition = 'Content-Disposition: form-data; name="file"; filename="draft.docx"'
    body = f"--{_BOUNDARY}\r\n{disposition}\r\n\r\n".encode() + file
    body += f"\r\n--{_BOUNDARY}--\r\n".encode()
    head = (
        "POST /v1/check HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: multipart/form-data; boundary={_BOUNDARY}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def in_turn(client: Client, seconds: float) -> list[Outcome]:
    """Ask again and again, one request after another."""
    until = time.perf_counter() + seconds
    outcomes = []
    while time.perf_counter() < until:
        outcomes.append(await client.ask())
    return outcomes


async def together(client: Client, clients: int, seconds: float) -> list[Outcome]:
    """Let so many clients ask in turn at once."""
    whole = await asyncio.gather(*(in_turn(client, seconds) for _ in range(clients)))
    return [outcome for each in whole for outcome in each]


async def at_rate(client: Client, rate: float, seconds: float) -> list[Outcome]:
    """Ask so many times a second, whether or not earlier requests have been answered."""
    started = time.perf_counter()
    asked = []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(started + number / rate - time.perf_counter())
        asked.append(asyncio.create_task(client.ask()))
    return list(await asyncio.gather(*asked))


def late(outcomes: list[Outcome]) -> float:
    """Return after how many milliseconds 99 of 100 accepted requests were answered."""
    accepted = sorted(each.seconds * 1000 for each in outcomes if each.status == 200)  # noqa: PLR2004
    return accepted[min(len(accepted) * 99 // 100, len(accepted) - 1)]


def told(name: str, outcomes: list[Outcome], seconds: float) -> float:
    """Print what came of requests; return how many a second were accepted."""
    accepted = [each.seconds * 1000 for each in outcomes if each.status == 200]  # noqa: PLR2004
    statuses = Counter(each.status for each in outcomes)
    rate = len(accepted) / seconds
    others = sum(statuses.values()) - statuses[200] - statuses[503]
    print(
        f"{name:<24}{len(outcomes) / seconds:>9.0f}{rate:>10.0f}{statuses[503]:>7}{others:>7}"
        f"{median(accepted):>9.0f}{late(outcomes):>7.0f}"
    )
    return rate


async def measure(port: int, workers: int, seconds: float) -> None:
    """Ask the service in all the ways that are measured."""
    client = Client(port, request_of(draft(8, paragraphs=6)))
    await in_turn(client, 1)
    print(f"{'':<24}{'asked/s':>9}{'200/s':>10}{'503':>7}{'other':>7}{'median':>9}{'p99':>7}  ms")
    told("one client", await in_turn(client, seconds), seconds)
    clients = workers * _CLIENTS_PER_WORKER
    most = told(f"{clients} clients", await together(client, clients, seconds), seconds)
    ways: list[tuple[str, Callable[[], Awaitable[list[Outcome]]], float]] = [
        ("three quarters", lambda: at_rate(client, most * 0.75, seconds), seconds),
        ("twice the load", lambda: at_rate(client, most * 2, seconds), seconds),
        ("at once afterwards", lambda: in_turn(client, 1), 1),
    ]
    for name, way, duration in ways:
        told(name, await way(), duration)
    client.close()
    print(f"target: only 200 and 503, p99 of what is accepted below {_TARGET * 1000:.0f} ms")


class Running(NamedTuple):
    """A running service."""

    port: int
    pid: int


@contextmanager
def serving(workers: int) -> Iterator[Running]:
    """Run the service as long as `with` lasts."""
    command = [sys.executable, "-m", "specvalidator", "serve", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--workers", str(workers)], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        port = next(
            int(found[1])
            for line in process.stderr
            if (found := re.search(r"http://127\.0\.0\.1:(\d+)", line))
        )
        # Nobody reads its log, and it must not wait for somebody who does.
        threading.Thread(target=deque, args=(process.stderr, 0), daemon=True).start()
        try:
            yield Running(port, process.pid)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="of each measurement")
    options = parser.parse_args()
    with serving(options.workers) as service:
        asyncio.run(measure(service.port, options.workers, options.seconds))


if __name__ == "__main__":
    main()
