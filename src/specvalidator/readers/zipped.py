"""The members of a zip, each found harmless before it is unpacked."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from urllib.parse import unquote

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.refusals import printable
from specvalidator.wording import Words

_ENCRYPTED_FLAG = 0x1
_UTF8_FLAG = 0x800
_LOCAL_HEADER = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_BITMAPS = (".bmp", ".dib", ".emf", ".wmf", ".tif", ".tiff", ".png", ".gif", ".jpg", ".jpeg")
"""Names of pictures end so: they are not unpacked to be read, and a blank one packs to nothing."""
_NOT_A_ZIP = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
)
"""What the standard library raises for a directory that makes no sense."""


def part_name(name: str) -> str:
    """Return the name of a part as all programs understand it (ISO/IEC 29500-2, 6.2.2.3).

    Case does not count, `%20` is a space, and Word takes backslashes and a leading slash too.
    """
    return unquote(name.replace("\\", "/")).strip().lstrip("/").casefold()


def members(infos: Sequence[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Return the members of a package by `part_name`, each found harmless.

    Raises:
        UnreadableFile: the zip is too large, or one of its members is not harmless.
    """
    for info in infos:
        is_bitmap = info.filename.lower().endswith(_BITMAPS)
        bounds = limits._replace(ratio=info.file_size) if is_bitmap else limits
        refuse_too_large(info, info.filename, bounds)
    refuse_total(infos, limits.total_bytes)
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = part_name(info.filename)
        if is_encrypted(info):
            raise refusals.encrypted()
        refuse_outside(name)
        refuse_link(info, name)
        if name in found:
            raise two_members(name)
        found[name] = info
    return found


def refuse_unlisted(data: bytes, infos: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse a package with members that its directory does not list: no two programs agree on it.

    Between two members stands nothing, or the sizes of the one before.

    Raises:
        UnreadableFile: `corrupt`.
    """
    at = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if data.find(_LOCAL_HEADER, at, info.header_offset) >= 0:
            raise _unlisted()
        at = max(at, _end_of(data, info))
    directory_at = data.find(_DIRECTORY_ENTRY, at)
    if directory_at >= 0 and data.find(_LOCAL_HEADER, at, directory_at) >= 0:
        raise _unlisted()


def _end_of(data: bytes, info: zipfile.ZipInfo) -> int:
    lengths = data[info.header_offset + 26 : info.header_offset + 30]
    if len(lengths) < 4:  # noqa: PLR2004 - two lengths of two bytes
        return info.header_offset
    name_length, extra_length = struct.unpack("<HH", lengths)
    return info.header_offset + 30 + int(name_length + extra_length) + info.compress_size


def _unlisted() -> UnreadableFile:
    return refusals.corrupt(
        Words(
            "压缩结构中有目录没有列出的部分", "its zip holds parts that its directory does not list"
        )
    )


def directory(data: bytes, limits: Limits) -> tuple[zipfile.ZipInfo, ...]:
    """Return what the zip's directory lists, not looked at yet.

    Raises:
        UnreadableFile: there is no directory that makes sense, or it is too long.
    """
    if data.count(_DIRECTORY_ENTRY) > limits.members:
        raise refusals.too_large(
            Words(
                f"压缩包内超过 {limits.members} 个文件",
                f"the zip has more than {limits.members} members",
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = tuple(archive.infolist())
    except _NOT_A_ZIP:
        raise _broken() from None
    if infos and min(info.header_offset for info in infos) > 0:
        # Cut off inside: the directory found is that of a zip inside it, such as a Word file.
        raise _broken()
    return infos


def _broken() -> UnreadableFile:
    return refusals.corrupt(
        Words("压缩结构不完整，可能没有传完", "its zip structure is broken or cut off")
    )


def refuse_too_large(info: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Refuse a member that is too large, or compressed beyond belief; `name` is what to call it."""
    if info.file_size > limits.member_bytes:
        raise too_large_member(name, limits.member_bytes)
    if info.file_size > limits.ratio_from and info.file_size > info.compress_size * limits.ratio:
        said = printable(name)
        raise refusals.too_large(
            Words(
                f"其中的 {said} 压缩比异常，疑为压缩炸弹",
                f"its part {said} is compressed beyond belief, like a zip bomb",
            )
        )


def refuse_total(infos: Sequence[zipfile.ZipInfo], most: int) -> None:
    """Refuse a zip whose members have more than `most` bytes together."""
    if sum(info.file_size for info in infos) > most:
        most //= 2**20
        raise refusals.too_large(
            Words(f"解压后超过 {most} MB", f"it has more than {most} MB when unpacked")
        )


def is_encrypted(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member asks for a password."""
    return bool(info.flag_bits & _ENCRYPTED_FLAG)


def refuse_outside(name: str) -> None:
    """Refuse a name that leads out of the folder into which the zip would be unpacked."""
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0]:
        said = printable(name)
        raise refusals.corrupt(
            Words(
                f"内含指向文件之外的名称 {said}", f"it holds a name that leads outside it, {said}"
            )
        )


def refuse_link(info: zipfile.ZipInfo, name: str) -> None:
    """Refuse a member that is a symbolic link: unpacked, it would stand for any other file."""
    if stat.S_ISLNK(info.external_attr >> 16):
        said = printable(name)
        raise refusals.corrupt(
            Words(f"其中的 {said} 是符号链接", f"its part {said} is a symbolic link")
        )


def two_members(name: str) -> UnreadableFile:
    """Return the refusal of a zip in which two members share a name."""
    said = printable(name)
    return refusals.corrupt(Words(f"有两个名为 {said} 的部分", f"it has two parts named {said}"))


def too_large_member(name: str, most: int) -> UnreadableFile:
    """Return the refusal of a zip with a member of more than `most` bytes."""
    most //= 2**20
    name = printable(name)
    return refusals.too_large(
        Words(f"其中的 {name} 超过 {most} MB", f"its part {name} has more than {most} MB")
    )


def inflated(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Unpack one member, never past the size that the directory declares.

    The standard library's own reader inflates a member whole before it looks at its size.

    Raises:
        UnreadableFile: the member is damaged.
    """
    at = info.header_offset
    header = data[at : at + 30] if at >= 0 else b""
    if header[:4] != _LOCAL_HEADER or len(header) < 30:  # noqa: PLR2004 - fixed by the format
        raise refusals.corrupt_part(info.filename)
    flags, name_length, extra_length = struct.unpack_from("<6xH18xHH", header)
    start = at + 30 + name_length
    encoding = "utf-8" if flags & _UTF8_FLAG else "cp437"
    same_name = data[at + 30 : start] == info.orig_filename.encode(encoding, "replace")
    start += extra_length
    packed = data[start : start + info.compress_size]
    content = _unpacked(packed, info.compress_type, info.file_size) if same_name else None
    if content is None or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise refusals.corrupt_part(info.filename)
    return content


def raw_name(info: zipfile.ZipInfo) -> bytes | None:
    """Return a member's name as the bytes that stand in the directory, None where it is UTF-8."""
    return None if info.flag_bits & _UTF8_FLAG else info.orig_filename.encode("cp437", "replace")


def _unpacked(packed: bytes, method: int, size: int) -> bytes | None:
    if method == zipfile.ZIP_STORED:
        return packed
    if method != zipfile.ZIP_DEFLATED:
        return None
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error:
        return None
