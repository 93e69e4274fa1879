"""A folder or an archive as its files, each read for itself: a bad one stops no other."""

import hashlib
import os
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from specvalidator.document import Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind
from specvalidator.models.base import Record
from specvalidator.readers import RecognisedFile, read_document, recognise, refusals, zipped
from specvalidator.readers.formats import ARCHIVE, RECORD, is_document
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.signatures import HEAD
from specvalidator.readers.unlabelled import is_listable, may_be_file, promises_document
from specvalidator.wording import Words

_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_UNICODE_PATH = 0x7075
"""The field in which archivers repeat a member's name in UTF-8 (Info-ZIP)."""


Enclose = Callable[[str, RecognisedFile, Limits, Meter], Enclosure]
"""Reads a file of a folder or archive: what it is called, the file, bounds, and what all files of
the folder or archive ask together."""


def enclosed_in(
    file: RecognisedFile, name: str, limits: Limits, enclose: Enclose
) -> Iterator[Enclosure]:
    """Yield the files of a zip; any other file stands for itself, as if alone in a folder.

    Raises:
        UnreadableFile: the zip is damaged or too large, or asks to be unpacked elsewhere.
    """
    file.members()
    if file.format is ARCHIVE:
        yield from _Unpacking(limits, enclose).archived(file)
    else:
        yield enclose(name, file, limits, Meter(limits))


class _Unpacking:
    """What is unpacked of a folder or an archive, whose archives are opened too, some levels deep.

    All of them together have no more members and bytes than one may have.
    """

    def __init__(self, limits: Limits, enclose: Enclose) -> None:
        self._limits = limits
        self._enclose = enclose
        self._members = limits.members
        self._bytes = limits.archive_total_bytes
        self.meter = Meter(limits, is_shared=True)

    def archived(self, file: RecognisedFile, depth: int = 0) -> Iterator[Enclosure]:
        """Yield the files of a zip, sorted by name; errors as `enclosed_in`."""
        limits = self._limits
        if len(file.data) > limits.archive_bytes:
            raise refusals.too_many_bytes(limits.archive_bytes)
        infos = file.members()
        zipped.refuse_total(infos, self._bytes)
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
        self._members -= len(infos)
        self._bytes -= sum(info.file_size for info in infos)
        if self._members < 0:
            raise refusals.too_many_members(limits.members)
        for name in sorted(names.keys() - set(counted), key=_by_folder):
            if is_litter(name):
                yield Enclosure(name, litter=True)
        for name in counted:
            load = _unpacker(file.data, name, names[name], limits)
            yield from self.loaded(name, load, depth)

    def loaded(self, name: str, load: Callable[[], bytes], depth: int = 0) -> Iterator[Enclosure]:
        """Yield a file that is had by `load`, or the files in it, whose names begin with its own.

        Args:
            name: the file's path inside the folder or archive.
            load: gives its bytes, or raises `UnreadableFile`.
            depth: how many archives it stands in beside the one that was handed in.
        """
        try:
            file = recognise(load(), self._limits)
            if file.format is not ARCHIVE or isinstance(file.directory, UnreadableFile):
                yield self._enclose(name, file, self._limits, self.meter)
                return
            if depth == self._limits.nested_archives:
                raise _nested(depth)
            inside = [
                each._replace(name=f"{name}/{each.name}") for each in self.archived(file, depth + 1)
            ]
        except UnreadableFile as error:
            yield Enclosure(name, error=error, opaque=True)
            return
        yield from inside or [self._enclose(name, file, self._limits, self.meter)]


def filed(folder: Path, limits: Limits, enclose: Enclose) -> Iterator[Enclosure]:
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
            raise refusals.too_many_members(limits.members)
    errors = {Path(error.filename): error for error in closed}
    unpacking = _Unpacking(limits, enclose)
    for path in sorted([*paths, *errors], key=lambda path: path.parts):
        name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
        if path in errors:
            yield Enclosure(name, error=_not_opened(errors[path]), opaque=True)
        elif counts(name) and may_be_file(path):
            yield from _filed(name, path, limits, unpacking)
        elif is_litter(name):
            yield Enclosure(name, litter=True)


def _filed(name: str, path: Path, limits: Limits, unpacking: _Unpacking) -> Iterator[Enclosure]:
    """Read one file of a folder; of a film or another large file only the beginning."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(HEAD if size > limits.member_bytes else -1)
    except OSError as error:
        yield Enclosure(name, error=_not_opened(error), opaque=True)
        return
    if size <= limits.member_bytes:
        yield from unpacking.loaded(name, lambda: data)
        return
    known = recognise(data, limits).format
    refusal = None if known.picture else refusals.too_many_bytes(limits.member_bytes)
    yield Enclosure(name, None, size, None, known.picture, refusal, opaque=known.is_opaque)


def enclosed(name: str, file: RecognisedFile, limits: Limits, meter: Meter) -> Enclosure:
    """Read one file; what all of them ask together is counted by the meter."""
    known = file.format
    read = Enclosure(name, hashlib.sha256(file.data).hexdigest(), len(file.data))
    if known.picture:
        from specvalidator.readers.scan.looking import paper_in  # noqa: PLC0415 - only for pictures

        own = limits._replace(file_bytes=min(limits.file_bytes, limits.enclosed_bytes))
        document, is_paper = paper_in(file, own, meter)
        return read._replace(picture=known.picture, document=document, is_paper=is_paper)
    try:
        if known is ARCHIVE and not isinstance(file.directory, UnreadableFile):
            return read  # nothing is in it
        if known is RECORD and _is_record(file, limits):
            return read._replace(record=_record(file, limits, meter))
        own = limits._replace(file_bytes=min(limits.file_bytes, limits.enclosed_bytes))
        return read._replace(document=read_document(file, own, meter))
    except UnreadableFile as error:
        return read._replace(error=error, opaque=_may_be_document(name, file, limits))


def _may_be_document(name: str, file: RecognisedFile, limits: Limits) -> bool:
    """Say whether a file that was not read may hold what is looked for, by content or name."""
    if file.format is RECORD:
        return _is_record(file, limits)
    path = PurePosixPath(name)
    return file.format.is_opaque or is_document(path) or promises_document(path, file.data[:HEAD])


def _is_record(file: RecognisedFile, limits: Limits) -> bool:
    from specvalidator.readers.record import kind_of_record  # noqa: PLC0415 - seldom met

    return kind_of_record(file.data, limits) is not None


def _record(file: RecognisedFile, limits: Limits, meter: Meter) -> tuple[Kind, Record]:
    from specvalidator.readers.record import read_record  # noqa: PLC0415 - seldom met

    meter.take_blocks(0, len(file.data))
    return read_record(file.data, None, limits)


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
    file = name.rpartition("/")[2]
    return bool(file) and not is_litter(name)


def is_litter(name: str) -> bool:
    """Say whether a member is a file that a system or a program left: hidden, a lock, a list."""
    *folders, file = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) and part.strip(".") for part in folders)
    hidden = hidden or (file.startswith(".") and "." not in file[1:])
    left = file.startswith(("~$", "._", ".~lock.")) or file.lower() in _LITTER
    return bool(file) and (hidden or left)


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


def names_in_zip(path: Path) -> tuple[str, ...]:
    """Return the names of the members of a zip, none where it cannot be listed."""
    try:
        with path.open("rb") as file:
            if not is_listable(file):
                return ()
            with zipfile.ZipFile(file) as archive:
                return tuple(member_name(info) for info in archive.infolist())
    except (OSError, zipfile.BadZipFile):
        return ()


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


def _nested(depth: int) -> UnreadableFile:
    return UnreadableFile(
        "unsupported",
        Words(
            f"压缩包套了{depth}层以上，这一层没有打开，请解压后把文件直接放进材料中重新提交。",
            f"It stands in more than {depth} archives, one inside the other, and was not opened; "
            "unpack it and hand its files in directly.",
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
