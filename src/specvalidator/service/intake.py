"""The body of a request, read with an eye on its size, its pace and what is held already."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from starlette.requests import Request

from specvalidator.service.arrivals import Arrival, Arrivals
from specvalidator.service.options import ServiceOptions
from specvalidator.service.problems import ProblemError
from specvalidator.service.senders import sender_of
from specvalidator.wording import Words


class Intake:
    """The bodies of all requests that are under way."""

    def __init__(self, options: ServiceOptions) -> None:
        self._options = options
        self._arrivals = Arrivals(options.uploads, options.share)
        self._bytes: Counter[str] = Counter()

    @contextmanager
    def admitted(self, request: Request) -> Iterator["Body"]:
        """Hold what arrives of the body of a request, as long as `with` lasts."""
        with self._arrivals.arriving(sender_of(request)) as arrival:
            body = Body(self, self._options, arrival)
            try:
                yield body
            finally:
                self._give_back(arrival.sender, body.size)

    def take(self, sender: str, size: int) -> None:
        """Hold so many bytes more; half of all are left to others than any one sender.

        Raises:
            ProblemError: busy.
        """
        most = self._options.held_bytes
        if self._bytes.total() + size > most or self._bytes[sender] + size > most // 2:
            raise ProblemError("busy")
        self._bytes[sender] += size

    def _give_back(self, sender: str, size: int) -> None:
        self._bytes[sender] -= size
        if not self._bytes[sender]:
            del self._bytes[sender]


class Body:
    """The body of one request."""

    def __init__(self, intake: Intake, options: ServiceOptions, arrival: Arrival) -> None:
        self._intake = intake
        self._options = options
        self._arrival = arrival
        self.size = 0
        """How many bytes have arrived."""

    async def chunks(self, request: Request) -> AsyncIterator[bytes]:
        """Yield the body as it arrives.

        Raises:
            ProblemError: too-large, too-slow or busy.
            ClientDisconnect: the client is gone.
        """
        if _declared(request) > self._options.body_bytes:
            raise _too_large(self._options.body_bytes)
        arriving = request.stream()
        clock = asyncio.get_running_loop().time
        began = clock()
        while True:
            until = self._until(began, clock())
            chunk = await self._arrival.awaited(anext(arriving, None), until)
            if chunk is None:
                self._arrival.leave()
                return
            self._hold(len(chunk))
            self._arrival.size = self.size
            yield chunk

    def _hold(self, size: int) -> None:
        if self.size + size > self._options.body_bytes:
            raise _too_large(self._options.body_bytes)
        self._intake.take(self._arrival.sender, size)
        self.size += size

    def _until(self, began: float, now: float) -> float:
        """Return until when the next part of the body has to have come."""
        options = self._options
        earned = options.head_start_seconds + self.size / options.pace
        return min(now + options.pause_seconds, began + min(options.body_seconds, earned))


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() and length.isascii() else 0


def _too_large(most: int) -> ProblemError:
    size = f"{most // 2**20} MB" if most >= 2**20 else f"{most} B"
    return ProblemError(
        "too-large",
        Words(
            f"上传的内容超过{size}。请减少图片，或分几次上传。",
            f"The upload has more than {size}. Send fewer files or smaller pictures.",
        ),
    )
