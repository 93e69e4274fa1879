"""Which drawn shapes of a .doc show what no text says: pictures and WordArt ([MS-ODRAW] 2.2)."""

from collections.abc import Iterator

from specvalidator.readers.office.doc.integers import u16, u32

_SHAPE, _OPTIONS = 0xF00A, 0xF00B
_CONTAINER = 0xF
_HEAD = 8
_OPTION = 6
_PICTURE, _WORD_ART = 0x104, 0xC0
_NUMBER = 0x3FFF


def pictures(drawings: bytes) -> frozenset[int]:
    """Return the ids of shapes that are pictures or WordArt."""
    found: set[int] = set()
    shape = 0
    for kind, count, content in _records(drawings):
        if kind == _SHAPE and len(content) >= 4:  # noqa: PLR2004 - its id
            shape = u32(content, 0)
        elif kind == _OPTIONS and _shows(content, count):
            found.add(shape)
    return frozenset(found)


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield kind, instance and content of what is no container, containers opened."""
    if len(data) < _HEAD:
        return
    at = _HEAD + u32(data, 4)  # behind what all drawings share
    ends: list[int] = []
    while at + _HEAD < len(data):
        if not ends or at >= ends[-1]:
            at += 1  # each drawing stands behind a byte that says whether it is of the body
            ends = [at + _HEAD + u32(data, at + 4)] if at + _HEAD <= len(data) else [at]
        if at + _HEAD > len(data):
            return
        said, kind, size = u16(data, at), u16(data, at + 2), u32(data, at + 4)
        at += _HEAD
        if said & _CONTAINER != _CONTAINER:
            yield kind, said >> 4, data[at : at + size]
            at += size


def _shows(options: bytes, count: int) -> bool:
    for at in range(0, min(count * _OPTION, len(options) - _OPTION + 1), _OPTION):
        if u16(options, at) & _NUMBER in {_PICTURE, _WORD_ART} and u32(options, at + 2):
            return True
    return False
