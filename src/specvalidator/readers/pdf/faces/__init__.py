"""The faces that PDFium takes for fonts that a PDF does not hold: ours, never the machine's.

Where PDFium finds no face it leaves letters out of a page's text, without a word. So what it finds
must not depend on the machine: text is read with a face that has a block for every letter, and
drawn with the one of our summary pages.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pypdfium2 import raw

HAN = Path(__file__).with_name("han.ttf")
"""GB 2312 and more, of Noto Sans CJK SC."""
OURS = b"AAAAAA+SpecvalidatorHan"
"""What it is called on the pages that list findings, and nowhere else."""
_BLOCKS = Path(__file__).with_name("blocks.ttf")
_CHINESE: int = raw.FXFONT_GB2312_CHARSET
_WHOLE = 0
"""The name of a font's table that stands for all of it."""


class _Face(NamedTuple):
    number: int
    """What PDFium knows it by."""
    name: bytes
    """PDFium keeps faces by name."""
    file: Path


_READING = _Face(1, b"Specvalidator Blocks", _BLOCKS)
_DRAWING = _Face(2, b"Specvalidator Han", HAN)
_FACES = {face.number: face for face in (_READING, _DRAWING)}


class _Choice:
    """What PDFium is answered when it asks for a face."""

    def __init__(self) -> None:
        self.face = _DRAWING


_CHOICE = _Choice()


@contextmanager
def chosen(*, legible: bool) -> Iterator[None]:
    """Have PDFium read with blocks, or draw what a person can read.

    Whoever calls this holds PDFium for themselves. Others in the process, before and after, draw
    with the legible face.
    """
    _installed()
    _CHOICE.face = _DRAWING if legible else _READING
    try:
        yield
    finally:
        _CHOICE.face = _DRAWING


@cache
def _installed() -> raw.FPDF_SYSFONTINFO:
    """Make PDFium ask us for faces, once in a process; return what must be kept for it."""
    info = raw.FPDF_SYSFONTINFO()
    info.version = 1
    answers = {
        "Release": _nothing,
        "EnumFonts": _nothing,
        "MapFont": _mapped,
        "GetFont": _mapped,
        "GetFontData": _data,
        "GetFaceName": _name,
        "GetFontCharset": _charset,
        "DeleteFont": _nothing,
    }
    kinds = dict(raw.FPDF_SYSFONTINFO._fields_)
    for name, answer in answers.items():
        setattr(info, name, kinds[name](answer))
    raw.FPDF_SetSystemFontInfo(info)
    return info


def _nothing(*_: object) -> None:
    """Say nothing of the machine's fonts, and keep what is ours."""


def _mapped(*_: object) -> int:
    return _CHOICE.face.number


def _data(_: object, face: int, table: int, room: Any, size: int) -> int:  # noqa: ANN401 - a pointer
    return _written(_program(face), room, size) if table == _WHOLE else 0


def _name(_: object, face: int, room: Any, size: int) -> int:  # noqa: ANN401 - a pointer
    return _written(_FACES[face].name + b"\0", room, size)


def _charset(*_: object) -> int:
    return _CHINESE


def _written(data: bytes, room: Any, size: int) -> int:  # noqa: ANN401 - a pointer
    if room and size >= len(data):
        ctypes.memmove(room, data, len(data))
    return len(data)


@cache
def _program(face: int) -> bytes:
    return _FACES[face].file.read_bytes()
