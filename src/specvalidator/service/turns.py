"""Whose turn it is: the work of several senders, each of which gets its part of the workers."""

import time
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T", bound=Hashable)
_HEAVY_SECONDS = 1.0
"""What is worked on for so long is heavy …"""
_HEAVY_TIMES = 4
"""… and each second beyond that counts for so many: where workers are short, small files go
first."""
_LATELY_SECONDS = 60.0
"""For how long after its last request a sender is one of those who need workers."""
_MOST_SENDERS = 10_000
"""Of how many senders more is known than that they wait."""
_CROWDING_SECONDS = 1.0
"""For how long after a refusal a sender is one that asks for more than there are places for."""


class _Work(NamedTuple):
    sender: str
    began: float


class Turns(Generic[_T]):
    """What waits for workers. Of several senders, the one that had the least of them is next.

    It has as little to fear from one that asks often as from one whose files are heavy. What one
    sender asks is done in the order in which it was asked.
    """

    def __init__(self, workers: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Say how many workers there are, and what tells the seconds."""
        self._workers = workers
        self._clock = clock
        self._waiting: dict[str, deque[_T]] = {}
        self._begun: deque[tuple[str, _T]] = deque()
        self._at_work: dict[_T, _Work] = {}
        self._had: dict[str, float] = {}
        """Seconds of workers by sender, as they count; whoever comes anew has what others had."""
        self._level = 0.0
        self._took: dict[str, float] = {}
        """Seconds that the last work of a sender took."""
        self._asked: dict[str, float] = {}

    @property
    def known(self) -> int:
        """Of how many senders something is remembered."""
        return len(self._asked.keys() | self._had.keys() | self._took.keys())

    def add(self, sender: str, item: _T, *, begun: bool = False) -> None:
        """Let something wait.

        Args:
            sender: whose it is.
            item: what waits.
            begun: whether it ends what has been begun, and is next whoever else waits.
        """
        self._note(sender)
        if begun:
            self._begun.append((sender, item))
        else:
            self._waiting.setdefault(sender, deque()).append(item)

    def next(self) -> _T | None:
        """Begin what is next for a worker that is free; None where there is nothing."""
        found = self._taken_out()
        if found is None:
            return None
        sender, item = found
        self._at_work[item] = _Work(sender, self._clock())
        return item

    def end(self, item: _T) -> None:
        """Count what a worker did for a sender."""
        sender, began = self._at_work.pop(item)
        self._took[sender] = self._clock() - began
        self._had[sender] = self._had.get(sender, self._level) + _counted(self._took[sender])

    def _taken_out(self) -> tuple[str, _T] | None:
        if self._begun:
            return self._begun.popleft()
        sender = min(filter(self._may_begin, self._waiting), key=self._share, default=None)
        if sender is None:
            return None
        items = self._waiting[sender]
        item = items.popleft()
        if not items:
            del self._waiting[sender]
        self._level = max(self._level, self._had[sender])
        return sender, item

    def _note(self, sender: str) -> None:
        """Know a sender: nobody saves up turns by asking for nothing."""
        if len(self._asked) > _MOST_SENDERS:
            self._asked.clear()
            self._took.clear()
            self._had = {each: self._had[each] for each in self._waiting}
        self._asked[sender] = self._clock()
        if sender not in self._waiting:
            self._had[sender] = max(self._had.get(sender, 0.0), self._level)

    def _share(self, sender: str) -> float:
        """Return what a sender had by now, as it counts."""
        now = self._clock()
        return self._had[sender] + sum(
            _counted(now - each.began) for each in self._at_work.values() if each.sender == sender
        )

    def _may_begin(self, sender: str) -> bool:
        """Say whether a sender may have one worker more.

        Whose work is heavy, or not yet known to be light, leaves one for others, where there are
        any: they would have to wait until that is done.
        """
        if len(self._at_work) + 1 < self._workers or self._workers == 1:
            return True
        now = self._clock()
        if not any(
            each != sender and now - asked < _LATELY_SECONDS for each, asked in self._asked.items()
        ):
            return True
        theirs = [now - each.began for each in self._at_work.values() if each.sender == sender]
        last = self._took.get(sender, inf)
        return not theirs or max(last, *theirs) < _HEAVY_SECONDS


def _counted(seconds: float) -> float:
    return seconds + (_HEAVY_TIMES - 1) * max(seconds - _HEAVY_SECONDS, 0)


class Places:
    """The places of requests that wait or are worked on; each sender has its part of them."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Say how many there are, while nobody is kept from its part, and what the time is."""
        self._most = most
        self._clock = clock
        self._senders: Counter[str] = Counter()
        self._refused: dict[str, float] = {}

    @property
    def taken(self) -> int:
        """How many are taken."""
        return self._senders.total()

    def is_free(self, sender: str) -> bool:
        """Say whether there is one for a sender.

        Whoever has less than its part gets one although others took all, up to twice as many.
        """
        taken, own = self.taken, self._senders[sender]
        part = max(1, self._most // len(self._senders.keys() | {sender}))
        return taken < self._most or (own < part and taken < 2 * self._most)

    def refuse(self, sender: str) -> None:
        """Remember that there was none for a sender."""
        if len(self._refused) > _MOST_SENDERS:
            self._refused.clear()
        self._refused[sender] = self._clock()

    def is_crowding(self, sender: str) -> bool:
        """Say whether a sender asks for more than there are places for: one was just refused."""
        return self._clock() - self._refused.get(sender, -inf) < _CROWDING_SECONDS

    @contextmanager
    def place(self, sender: str) -> Iterator[None]:
        """Take one, as long as `with` lasts."""
        self._senders[sender] += 1
        try:
            yield
        finally:
            self._senders[sender] -= 1
            if not self._senders[sender]:
                del self._senders[sender]
