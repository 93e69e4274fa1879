"""What was recognised from pictures, kept for who shows it: to recognise takes seconds a page."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from specvalidator.document import Document

Recognised = Mapping[str, Document]
"""Documents whose words were recognised, by the SHA-256 of their files."""
NOTHING: Recognised = MappingProxyType({})

_kept: ContextVar[dict[str, Document] | None] = ContextVar("kept", default=None)


@contextmanager
def remembering(known: Recognised = NOTHING) -> Iterator[dict[str, Document]]:
    """Let what is recognised meanwhile be kept, in what is yielded.

    Args:
        known: what need not be recognised again.
    """
    kept = dict(known)
    before = _kept.set(kept)
    try:
        yield kept
    finally:
        _kept.reset(before)


def remembered(data: bytes) -> Document | None:
    """Return what was recognised of a file, if it was kept."""
    kept = _kept.get()
    return kept.get(_digest(data)) if kept else None


def keep(data: bytes, document: Document) -> None:
    """Keep what was recognised of a file, where somebody wants it."""
    kept = _kept.get()
    if kept is not None and document.recognised:
        kept[_digest(data)] = document


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
