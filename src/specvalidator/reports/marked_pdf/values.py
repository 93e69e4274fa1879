"""Numbers and text as a PDF writes them."""

from collections.abc import Iterable

_MOST = 30_000
"""Letters of a text; what a finding quotes is shortened long before."""


def numbers(values: Iterable[float]) -> bytes:
    """Return numbers to a hundredth, parted by spaces."""
    return b" ".join(f"{value:.2f}".rstrip("0").rstrip(".").encode() for value in values)


def text_string(text: str) -> bytes:
    """Return text that is no part of a page: UTF-16, big end first."""
    sound = "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text[:_MOST])
    return b"<feff" + sound.encode("utf-16-be").hex().encode() + b">"
