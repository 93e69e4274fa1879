"""PNG, written small: paper needs few shades, and most pages no colour."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR = 0, 2
_SHADES = 15
_FEW_SHADES = bytes(round(round(value * _SHADES / 255) * 255 / _SHADES) for value in range(256))


def png(pixels: bytes, width: int, height: int) -> bytes:
    """Return a picture as PNG in sixteen shades, grey where it has no colour.

    Args:
        pixels: blue, green and red of each pixel, line by line from the top.
        width: pixels.
        height: pixels.
    """
    blue, green, red = (pixels[start::3].translate(_FEW_SHADES) for start in range(3))
    if blue == green == red:
        kind, step, samples = _GREY, width, red
    else:
        mixed = bytearray(len(pixels))
        mixed[0::3], mixed[1::3], mixed[2::3] = red, green, blue
        kind, step, samples = _COLOUR, 3 * width, bytes(mixed)
    lines = b"".join(
        b"\0" + samples[start : start + step] for start in range(0, len(samples), step)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    body = zlib.compress(lines, 9)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
