r"""An RTF file as control words, control symbols, groups and bytes of text (RTF 1.9.1)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.wording import Words

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?\x20?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_MOST = 2_000_000
"""Tokens of a file; a page of Word's RTF has some 3,000."""


class Token(NamedTuple):
    r"""One token: exactly one of word, symbol, brace and text is there."""

    word: str = ""
    number: int | None = None
    """Of a control word."""
    symbol: str = ""
    r"""Of a control symbol such as `\~`."""
    brace: str = ""
    text: bytes = b""
    is_escaped: bool = False
    r"""One byte that was written as `\'xx`."""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file.

    Raises:
        UnreadableFile: `too-large`.
    """
    at, end, left = 0, len(data), _MOST
    while at < end:
        left -= 1
        if left < 0:
            raise refusals.too_large(
                Words(f"其中的控制字超过 {_MOST} 个", f"it has more than {_MOST} control words")
            )
        found = _TOKEN.match(data, at)
        if found is None:  # cannot be: anything is text or one of the others
            return
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if word is not None:
            name = word.decode()
            count = None if number is None else int(number)
            if name == "bin":
                at += max(0, count or 0)
            yield Token(name, count)
        elif text is not None:
            yield Token(text=text)
        elif brace is not None:
            yield Token(brace=brace.decode())
        elif byte is not None:
            yield Token(text=bytes.fromhex(byte.decode()), is_escaped=True)
        elif symbol is not None:
            yield Token(symbol=symbol.decode("latin-1"))
