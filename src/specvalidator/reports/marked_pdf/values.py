"""Values of a PDF as they are written in its bytes, so that what is not changed stays as it is."""

import re
from collections.abc import Iterable

_SPACE = re.compile(rb"(?:[\0\t\n\f\r ]+|%[^\r\n]*)*")
_REFERENCE = re.compile(
    rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%])"
)
_NAME = re.compile(rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*")
_WORD = re.compile(rb"[^\0\t\n\f\r ()<>\[\]{}/%]+")
_HEX_STRING = re.compile(rb"<[0-9A-Fa-f\0\t\n\f\r ]*>")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST = 30_000
"""Letters of a text; what a finding quotes is shortened long before."""
_OPEN, _CLOSE = (b"<<", b"["), (b">>", b"]")


class Malformed(Exception):  # noqa: N818 - reads as "raise Malformed"
    """These bytes are not what the PDF standard asks for."""


def entries(data: bytes) -> dict[bytes, bytes]:
    """Return the values of a dictionary as they are written, by their names without the slash.

    Raises:
        Malformed: it is no dictionary.
    """
    at = _skipped(data, 0)
    if data[at : at + 2] != b"<<":
        raise Malformed
    found = {}
    at = _skipped(data, at + 2)
    while data[at : at + 2] != b">>":
        name = _NAME.match(data, at)
        if name is None:
            raise Malformed
        start = _skipped(data, name.end())
        at = end_of_value(data, start)
        found[plain(name[0])] = data[start:at]
        at = _skipped(data, at)
    return found


def with_entries(data: bytes, changed: dict[bytes, bytes]) -> bytes:
    """Return a dictionary with these values, all others as they are written.

    Raises:
        Malformed: it is no dictionary.
    """
    held = entries(data) | changed
    said = (b"/" + _escaped(name) + b" " + value for name, value in held.items())
    return b"<< " + b"\n".join(said) + b" >>"


def items(data: bytes) -> list[bytes]:
    """Return the values of an array as they are written.

    Raises:
        Malformed: it is no array.
    """
    at = _skipped(data, 0)
    if data[at : at + 1] != b"[":
        raise Malformed
    found = []
    at = _skipped(data, at + 1)
    while data[at : at + 1] != b"]":
        end = end_of_value(data, at)
        found.append(data[at:end])
        at = _skipped(data, end)
    return found


def reference(value: bytes) -> tuple[int, int] | None:
    """Return the number and generation of the object that a value refers to, None where to none."""
    match = _REFERENCE.fullmatch(value)
    return (int(match[1]), int(match[2])) if match else None


def plain(name: bytes) -> bytes:
    """Return a name without its slash, its codes read."""
    return _CODE.sub(lambda code: bytes((int(code[1], 16),)), name[1:])


def end_of_value(data: bytes, at: int) -> int:
    """Return where the value that begins at a byte ends.

    Raises:
        Malformed: no value begins there, or it does not end.
    """
    opened: list[bytes] = []
    while True:
        token, at = _token(data, at)
        if token in _OPEN:
            opened.append(_CLOSE[_OPEN.index(token)])
        elif token in _CLOSE and (not opened or opened.pop() != token):
            raise Malformed
        if not opened:
            return at
        at = _skipped(data, at)


def _token(data: bytes, at: int) -> tuple[bytes, int]:
    """Return the bracket that stands at a byte, or nothing for any whole value; and its end."""
    for bracket in (*_OPEN, *_CLOSE):
        if data.startswith(bracket, at):
            return bracket, at + len(bracket)
    if data[at : at + 1] == b"(":
        return b"", _end_of_string(data, at)
    for pattern in (_REFERENCE, _NAME, _HEX_STRING, _WORD):
        match = pattern.match(data, at)
        if match:
            return b"", match.end()
    raise Malformed


def _end_of_string(data: bytes, at: int) -> int:
    depth = 0
    for match in _PARENTHESIS.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    raise Malformed


def _skipped(data: bytes, at: int) -> int:
    match = _SPACE.match(data, at)
    return match.end() if match else at


def _escaped(name: bytes) -> bytes:
    """Return a name as a PDF writes it."""
    return b"".join(
        bytes((code,)) if 0x21 <= code <= 0x7E and code not in b"#()<>[]{}/%" else b"#%02X" % code  # noqa: PLR2004 - what prints
        for code in name
    )


def numbers(values: Iterable[float]) -> bytes:
    """Return numbers to a hundredth, parted by spaces."""
    return b" ".join(f"{value:.2f}".rstrip("0").rstrip(".").encode() for value in values)


def text_string(text: str) -> bytes:
    """Return text that is no part of a page: UTF-16, big end first."""
    sound = "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text[:_MOST])
    return b"<feff" + sound.encode("utf-16-be").hex().encode() + b">"
