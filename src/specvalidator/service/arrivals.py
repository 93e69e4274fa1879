"""The bodies that are on their way: each sender has its share, and the slowest give way."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from specvalidator.service.problems import ProblemError

_T = TypeVar("_T")
_MOMENT = 0.1
"""For how many seconds a body is waited for without a place, as if it were there already."""
_YOUNG_SECONDS = 0.5
_BRISK = 32_000
"""Bytes a second; whoever sends as many gives way to nobody."""
_CLOSE = {"Connection": "close"}
_REFUSED_AT_ONCE = 8
_WINDOW_SECONDS = 1.0
"""A sender of whom more bodies than that were refused within this time waits as long for each
further refusal: who opens a new upload for each that is refused keeps nobody busy with it."""


class Arrivals:
    """The bodies that are on their way. All belongs to one event loop."""

    def __init__(self, most: int, share: int) -> None:
        """Say how many there may be.

        Args:
            most: at once.
            share: at once of one sender.
        """
        self._most = most
        self._share = share
        self._under_way: list[Arrival] = []
        self._refused: Counter[str] = Counter()
        self._refused_since = 0.0

    @contextmanager
    def arriving(self, sender: str) -> Iterator["Arrival"]:
        """Watch over a body; it takes a place only once it has to be waited for."""
        arrival = Arrival(self, sender)
        try:
            yield arrival
        finally:
            arrival.leave()

    def enter(self, arrival: "Arrival") -> None:
        """Give a body a place, in turn for the slowest one if there is none free.

        Raises:
            ProblemError: busy.
        """
        counts = Counter(each.sender for each in self._under_way)
        if counts[arrival.sender] >= self._share:
            crowded = arrival.sender
        elif len(self._under_way) >= self._most:
            crowded = counts.most_common(1)[0][0]
        else:
            crowded = None
        if crowded is not None:
            self._make_room(crowded)
        self._under_way.append(arrival)

    async def before_refusing(self, sender: str) -> None:
        """Return at once, or after a while where many bodies of this sender were just refused."""
        now = asyncio.get_running_loop().time()
        if now - self._refused_since > _WINDOW_SECONDS:
            self._refused.clear()
            self._refused_since = now
        self._refused[sender] += 1
        if self._refused[sender] > _REFUSED_AT_ONCE:
            await asyncio.sleep(_WINDOW_SECONDS)

    def leave(self, arrival: "Arrival") -> None:
        """Take back a place, if there is one."""
        if arrival in self._under_way:
            self._under_way.remove(arrival)

    def _make_room(self, sender: str) -> None:
        """Give up the slowest body of a sender, if it is slow."""
        theirs = [each for each in self._under_way if each.sender == sender]
        slowest = min(theirs, key=Arrival.speed)
        if slowest.speed() >= _BRISK:
            raise ProblemError("busy", headers=_CLOSE)
        self.leave(slowest)
        slowest.give_up()


class Arrival:
    """One body that is on its way."""

    def __init__(self, arrivals: Arrivals, sender: str) -> None:
        self._arrivals = arrivals
        self._clock = asyncio.get_running_loop().time
        self._began = self._clock()
        self._placed = False
        self._waiting: asyncio.Timeout | None = None
        self._given_up = False
        self.sender = sender
        """By what the bodies of one sender are counted."""
        self.size = 0
        """How many bytes have arrived."""

    async def awaited(self, part: Awaitable[_T], until: float) -> _T:
        """Return the next part of the body.

        Args:
            part: what comes.
            until: by when it has to, as the clock of the event loop says.

        Raises:
            ProblemError: busy, where there is no place to wait; too-slow.
        """
        try:
            return await self._awaited(part, until)
        except ProblemError:
            self._arrivals.leave(self)
            await self._arrivals.before_refusing(self.sender)
            raise

    async def _awaited(self, part: Awaitable[_T], until: float) -> _T:
        coming = asyncio.ensure_future(part)
        try:
            async with asyncio.timeout_at(until) as self._waiting:
                if not self._placed:
                    await self._come_at_once(coming)
                if self._given_up and not coming.done():
                    self._waiting.reschedule(self._clock())
                return await coming
        except TimeoutError:
            raise ProblemError("too-slow", headers=_CLOSE) from None
        finally:
            self._waiting = None
            coming.cancel()  # where it is not done, nobody waits for it any more

    async def _come_at_once(self, coming: asyncio.Future[_T]) -> None:
        """Wait for a moment; then take a place to wait any longer."""
        rest = self._began + _MOMENT - self._clock()
        await asyncio.wait((coming,), timeout=max(rest, 0))
        if not coming.done():
            self._arrivals.enter(self)
            self._placed = True

    def leave(self) -> None:
        """Give back the place, if it has one."""
        self._arrivals.leave(self)

    def speed(self) -> float:
        """Return how many bytes a second have come; of one that has just begun, very many."""
        age = self._clock() - self._began
        return self.size / age if age >= _YOUNG_SECONDS else float("inf")

    def give_up(self) -> None:
        """Let the body be too slow from now on."""
        self._given_up = True
        if self._waiting is not None:
            self._waiting.reschedule(self._clock())
