"""The body of a request, read with an eye on its size, its pace and what is held already."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from starlette.requests import Request

from specvalidator.service.options import ServiceOptions
from specvalidator.service.problems import ProblemError
from specvalidator.wording import Words


class Intake:
    """The bodies of all requests that are under way."""

    def __init__(self, options: ServiceOptions) -> None:
        self._options = options
        self._most = options.uploads + options.places
        self._requests = 0
        self._bytes = 0

    @contextmanager
    def admitted(self) -> Iterator["Body"]:
        """Hold room for a request and its body.

        Raises:
            ProblemError: busy.
        """
        if self._requests >= self._most:
            raise ProblemError("busy")
        self._requests += 1
        body = Body(self, self._options)
        try:
            yield body
        finally:
            self._requests -= 1
            self._bytes -= body.size

    def take(self, size: int) -> None:
        """Hold so many bytes more.

        Raises:
            ProblemError: busy.
        """
        if self._bytes + size > self._options.held_bytes:
            raise ProblemError("busy")
        self._bytes += size


class Body:
    """The body of one request."""

    def __init__(self, intake: Intake, options: ServiceOptions) -> None:
        self._intake = intake
        self._options = options
        self.size = 0
        """How many bytes have arrived."""

    async def chunks(self, request: Request) -> AsyncIterator[bytes]:
        """Yield the body as it arrives.

        Raises:
            ProblemError: too-large, too-slow or busy.
            ClientDisconnect: the client is gone.
        """
        most = self._options.body_bytes
        if _declared(request) > most:
            raise _too_large(most)
        arriving = request.stream()
        clock = asyncio.get_running_loop().time
        until = clock() + self._options.body_seconds
        while True:
            try:
                async with asyncio.timeout(min(self._options.pause_seconds, until - clock())):
                    chunk = await anext(arriving, None)
            except TimeoutError:
                raise ProblemError("too-slow", headers=_CLOSE) from None
            if chunk is None:
                return
            if self.size + len(chunk) > most:
                raise _too_large(most)
            self._intake.take(len(chunk))
            self.size += len(chunk)
            yield chunk


_CLOSE = {"Connection": "close"}


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
