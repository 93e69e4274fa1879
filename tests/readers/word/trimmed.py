"""Short parts trimmed as long ones are: else it would not pay, and the tests would try nothing."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest import mock

from specvalidator.readers.word import reading, trimming


@contextmanager
def every_look_sought() -> Iterator[None]:
    """Trim parts of any length, of looks that stand there but once."""
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(reading, "_LONG", 0))
        stack.enter_context(mock.patch.object(trimming, "_LEAST_STEP", 1))
        stack.enter_context(mock.patch.object(trimming, "_LEAST_SEEN", 1))
        yield
