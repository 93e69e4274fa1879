"""A folder or an archive as its files, each read for itself: a bad one stops no other."""

import hashlib
import os
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from specvalidator.document import Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.readers import RecognisedFile, read_document, recognise, refusals, zipped
from specvalidator.readers.formats import ARCHIVE
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.signatures import HEAD
from specvalidator.wording import Words

_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_UNICODE_PATH = 0x7075
"""The field in which archivers repeat a member's name in UTF-8 (Info-ZIP)."""


def enclosed_in(file: RecognisedFile, name: str, limits: Limits = DEFAULT) -> Iterator[Enclosure]:
    """Yield the files of a zip; any other file stands for itself, as if alone in a folder.

    Raises:
        UnreadableFile: the zip is damaged or too large, or asks to be unpacked elsewhere.
    """
    file.members()
    if file.format is ARCHIVE:
        yield from _archived(file, limits)
    else:
        yield _enclosed(name, file, limits, Meter(limits))


def _archived(file: RecognisedFile, limits: Limits) -> Iterator[Enclosure]:
    """Yield the files of a zip, sorted by name; an archive inside it is not opened."""
    if len(file.data) > limits.archive_bytes:
        raise refusals.too_many_bytes(limits.archive_bytes)
    infos = file.members()
    zipped.refuse_total(infos, limits.archive_total_bytes)
    names: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = member_name(info)
        zipped.refuse_outside(name)
        zipped.refuse_link(info, name)
        if name in names:
            raise zipped.two_members(name)
        names[name] = info
    counted = [name for name in sorted(names, key=_by_folder) if counts(name)]
    if counted and all(zipped.is_encrypted(names[name]) for name in counted):
        raise _locked()
    meter = Meter(limits, is_shared=True)
    for name in counted:
        yield _loaded(name, _unpacker(file.data, name, names[name], limits), limits, meter)


def filed(folder: Path, limits: Limits = DEFAULT) -> Iterator[Enclosure]:
    """Yield the files of a folder and below it, sorted by name; links to folders are left alone.

    Raises:
        UnreadableFile: there are too many files.
    """
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths += [Path(place, each) for each in names]
        if len(paths) > limits.members:
            raise refusals.too_large(
                Words(
                    f"文件夹内超过 {limits.members} 个文件",
                    f"the folder has more than {limits.members} files",
                )
            )
    errors = {Path(error.filename): error for error in closed}
    meter = Meter(limits, is_shared=True)
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
        if path in errors:
            yield Enclosure(name, error=_not_opened(errors[path]), opaque=True)
        elif counts(name) and path.is_file():
            yield _filed(name, path, limits, meter)


def _filed(name: str, path: Path, limits: Limits, meter: Meter) -> Enclosure:
    """Read one file of a folder; of a film or another large file only the beginning."""
    try:
        size = path.stat().st_size
        if size <= limits.member_bytes:
            return _loaded(name, path.read_bytes, limits, meter)
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        return Enclosure(name, error=_not_opened(error), opaque=True)
    known = recognise(head, limits).format
    refusal = None if known.picture else refusals.too_many_bytes(limits.member_bytes)
    return Enclosure(name, None, size, None, known.picture, refusal, opaque=known.is_opaque)


def _loaded(name: str, load: Callable[[], bytes], limits: Limits, meter: Meter) -> Enclosure:
    try:
        data = load()
    except UnreadableFile as error:
        return Enclosure(name, error=error, opaque=True)
    return _enclosed(name, recognise(data, limits), limits, meter)


def _enclosed(name: str, file: RecognisedFile, limits: Limits, meter: Meter) -> Enclosure:
    """Read one file; what all of them ask together is counted by the meter."""
    known = file.format
    read = Enclosure(name, hashlib.sha256(file.data).hexdigest(), len(file.data))
    if known.picture:
        return read._replace(picture=known.picture)
    try:
        if known.is_archive:
            raise _nested()
        own = limits._replace(file_bytes=min(limits.file_bytes, limits.enclosed_bytes))
        return read._replace(document=read_document(file, own, meter))
    except UnreadableFile as error:
        return read._replace(error=error, opaque=known.is_opaque)


def _unpacker(data: bytes, name: str, info: zipfile.ZipInfo, limits: Limits) -> Callable[[], bytes]:
    def unpacked() -> bytes:
        if zipped.is_encrypted(info):
            raise _locked()
        zipped.refuse_too_large(info, name, limits)
        try:
            return zipped.inflated(data, info)
        except UnreadableFile:
            raise _damaged() from None

    return unpacked


def counts(name: str) -> bool:
    """Say whether a member is a file that somebody put there, not one that a system left."""
    *folders, file = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in (*folders, file))
    return bool(file) and not hidden and not file.startswith("~$") and file.lower() not in _LITTER


def _by_folder(name: str) -> list[str]:
    return name.split("/")


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name in characters, with / between folders.

    Archivers of Chinese Windows write GBK and do not say so; others write UTF-8 and do not say
    so either, or repeat the name in UTF-8 in a field of its own.
    """
    raw = zipped.raw_name(info)
    name = info.orig_filename if raw is None else _named_in_utf8(info, raw) or _decoded(raw)
    return unicodedata.normalize("NFC", name.split("\0")[0].replace("\\", "/")).removeprefix("./")


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _named_in_utf8(info: zipfile.ZipInfo, raw: bytes) -> str | None:
    """Return the name that the member's extra field gives, if it still belongs to its name."""
    extra = info.extra
    while len(extra) > 4:  # noqa: PLR2004 - two bytes of kind, two of length
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        content, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and content[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return content[5:].decode("utf-8", "replace")
    return None


def _locked() -> UnreadableFile:
    return UnreadableFile(
        "encrypted",
        Words(
            "压缩包设有密码，请取消密码后重新打包提交。",
            "The archive is protected by a password; pack the files again without one.",
        ),
    )


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "corrupt",
        Words(
            "压缩包里的这个文件已损坏，无法解压，请重新打包提交。",
            "This file is damaged inside the archive and cannot be unpacked; pack it again.",
        ),
    )


def _nested() -> UnreadableFile:
    return UnreadableFile(
        "unsupported",
        Words(
            "材料中的压缩包没有打开，请解压后把文件直接放进材料中重新提交。",
            "An archive among the files is not opened; unpack it and hand its files in directly.",
        ),
    )


def _not_opened(error: OSError) -> UnreadableFile:
    reason = error.strerror or type(error).__name__
    return UnreadableFile(
        "unreadable",
        Words(
            f"无法打开（{reason}），请核对权限。",
            f"It cannot be opened ({reason}); check its permissions.",
        ),
    )
