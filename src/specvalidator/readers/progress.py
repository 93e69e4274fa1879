"""How far the recognition of a file has come, told to whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int], None]
"""Hears the number of the page, from 1, that is recognised next."""


def unheard(page: int) -> None:
    """Let nobody hear of a page."""


_listening: ContextVar[Told] = ContextVar("listening", default=unheard)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """Let somebody hear of each page that is recognised meanwhile."""
    before = _listening.set(told)
    try:
        yield
    finally:
        _listening.reset(before)


def recognising(page: int) -> None:
    """Tell that a page is recognised next."""
    _listening.get()(page)
