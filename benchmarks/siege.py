"""How the service answers at twice its load with half-sent uploads and hostile files among it."""

import argparse
import asyncio
import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from inputs import draft

from service import Client, Outcome, at_rate, in_turn, late, request_of, serving, together, told

_CLIENTS_PER_WORKER = 3
_HALF_SENT = 100
_RENEWED_SECONDS = 0.05
_HOSTILE_SHARE = 0.01
_ROUNDS = 10
_FLAT = 1.05
_HOSTILE, _HALF = "127.0.0.2", "127.0.0.3"
"""Other addresses of this machine: other senders."""


def hostile_files() -> Iterator[bytes]:
    """Yield files that ask for more than they may, each in another way."""
    for part, size in (("word/document.xml", 60_000_000), ("word/document.xml", 12_000_000)):
        swelling = io.BytesIO()
        with zipfile.ZipFile(swelling, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", b"<Types/>")
            archive.writestr(part, b"<a>" * (size // 3))
        yield swelling.getvalue()
    yield b'{"a":' * 200_000
    yield b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\n" * 20_000
    yield b"%PDF-1.7\n" + b"1 0 obj<<>>stream\nx xendstream " * 20_000  # until its process is ended
    yield draft(8, paragraphs=6)[:-2_000]


@asynccontextmanager
async def half_sent(port: int, source: str) -> AsyncIterator[None]:
    """Keep so many uploads open of which nothing more comes; a closed one is opened anew."""

    async def upload() -> None:
        while True:
            try:
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", port, local_addr=(source, 0)
                )
                writer.write(request_of(b"x" * 100_000)[:20_000])
                await reader.read()
                writer.close()
            except OSError:
                pass
            await asyncio.sleep(_RENEWED_SECONDS)

    uploads = [asyncio.create_task(upload()) for _ in range(_HALF_SENT)]
    try:
        yield
    finally:
        for each in uploads:
            each.cancel()
        await asyncio.wait(uploads)


async def besieged(
    port: int, client: Client, rate: float, seconds: float, *, apart: bool
) -> list[Outcome]:
    """Ask so many times a second while others besiege the service; return what ours came to.

    Args:
        port: where the service is.
        client: asks for us.
        rate: how often.
        seconds: for how long.
        apart: whether the others come from other addresses, or are the same sender.
    """
    source, halves = (_HOSTILE, _HALF) if apart else ("127.0.0.1", "127.0.0.1")
    enemies = [Client(port, request_of(each), source) for each in hostile_files()]
    each_rate = rate * _HOSTILE_SHARE / len(enemies)
    async with half_sent(port, halves):
        ours, *_ = await asyncio.gather(
            at_rate(client, rate, seconds), *(at_rate(each, each_rate, seconds) for each in enemies)
        )
    for each in enemies:
        each.close()
    return ours


async def measure(port: int, workers: int, seconds: float, requests: int, status: Path) -> None:
    """Print how our requests fare before, in and after the siege, and the parent's memory."""
    client = Client(port, request_of(draft(8, paragraphs=6)))
    await in_turn(client, 1)
    print(f"{'':<24}{'asked/s':>9}{'200/s':>10}{'503':>7}{'other':>7}{'median':>9}{'p99':>7}  ms")
    clients = workers * _CLIENTS_PER_WORKER
    most = told(f"{clients} clients", await together(client, clients, seconds), seconds)
    quiet = await at_rate(client, most * 2, seconds)
    told("twice the load", quiet, seconds)
    for name, apart in (("and besieged by others", True), ("by the same sender", False)):
        outcomes = await besieged(port, client, most * 2, seconds, apart=apart)
        told(name, outcomes, seconds)
        print(f"{'':<24}p99 is {late(outcomes) / late(quiet):.2f} times that of the quiet service")
    told("at once afterwards", await in_turn(client, 1), 1)
    print("target: only 200 and 503 of whole requests, p99 of what is accepted below 1000 ms")
    await grown(client, requests, status)
    client.close()


async def grown(client: Client, requests: int, status: Path) -> None:
    """Print the parent's memory as so many requests are answered, and how many times it grew."""
    held = [resident(status)]
    for number in range(1, _ROUNDS + 1):
        for _ in range(requests // _ROUNDS):
            await client.ask()
        held.append(resident(status))
        print(f"{number * requests // _ROUNDS:>6} more requests: {held[-1]:.1f} MB")
    ratio = held[-1] / held[0]
    met = "met" if ratio <= _FLAT else "MISSED"
    print(f"memory is {ratio:.3f} times the {held[0]:.1f} MB before (target {_FLAT}): {met}")


def resident(status: Path) -> float:
    """Return how many MB of memory the service itself has, without its workers."""
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text())
    return int(found[1]) / 1024 if found else 0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10.0, help="of each measurement")
    parser.add_argument("--requests", type=int, default=10_000, help="for the parent's memory")
    said = parser.parse_args()
    with serving(said.workers) as service:
        status = Path(f"/proc/{service.pid}/status")
        asyncio.run(measure(service.port, said.workers, said.seconds, said.requests, status))


if __name__ == "__main__":
    main()
