"""Numbers of a binary file, lowest byte first; beyond its end `struct.error` is raised."""

from struct import Struct

_U16 = Struct("<H").unpack_from
_I16 = Struct("<h").unpack_from
_U32 = Struct("<I").unpack_from


def u16(data: bytes, at: int) -> int:
    """Return two bytes without a sign."""
    return int(_U16(data, at)[0])


def i16(data: bytes, at: int) -> int:
    """Return two bytes with a sign."""
    return int(_I16(data, at)[0])


def u32(data: bytes, at: int) -> int:
    """Return four bytes without a sign."""
    return int(_U32(data, at)[0])
