"""Zips of files as offices send them, without a clock in them, and small pictures for them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

_OLDEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip whose names are said to be UTF-8."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(_member(name), content)
    return whole.getvalue()


def zipped_by_windows(files: Mapping[str, bytes]) -> bytes:
    """Return a zip whose names are GBK without a word about it, as Chinese Windows writes it."""
    names = {name: name.encode("gbk") for name in files}
    stand_ins = {name: f"{k}{'~' * (len(names[name]) - 1)}" for k, name in enumerate(files)}
    data = zipped({stand_ins[name]: content for name, content in files.items()})
    for name, raw in names.items():
        data = data.replace(stand_ins[name].encode(), raw)
    return data


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _OLDEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    return member


def photograph(shade: int, width: int = 48, height: int = 32) -> bytes:
    """Return a PNG that stands for a photograph: a room in greys, its floor darker.

    It is not compressed, so that every zlib writes the same bytes.
    """
    wall = b"\0" + bytes((shade + x) % 256 for x in range(width))
    floor = b"\0" + bytes(shade // 2 for _ in range(width))
    lines = wall * (height * 2 // 3) + floor * (height - height * 2 // 3)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(lines, 0)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
