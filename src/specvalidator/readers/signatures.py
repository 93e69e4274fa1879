"""How kinds of files are told from their bytes: the tests that the table of formats is made of."""

import json
import re
from collections.abc import Callable, Iterator

Names = frozenset[str]
"""Names of a zip's members in lower case; none where a file is no zip, or cannot be opened."""
Look = Callable[[bytes, Names], bool]
"""Whether a file with these bytes and members is of a kind."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
COMPOUND = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
HEAD = 1024
"""How many bytes tell a file that is no package."""

_DIRECTORY_TAIL = 2**17
"""Bytes at the end of a file in which the directory of a small package stands."""
_TYPES = "[content_types].xml"
_WORD = "word/document.xml"
# Compiled when it is first needed: most files are no records.
_OBJECT = r'\ufeff?[\t\n\r ]*\{[\t\n\r ]*["}]'
_LIST = r'\ufeff?[\t\n\r ]*\[[\t\n\r ]*(?:\]|["\[]|\{[\t\n\r ]*["}])'
_JSON_BEGINS = b"\xef\xff\xfe\0\t\n\r {["
_PAGES = (b"<html", b"<!doctype html", b"mime-version:", b"<body", b"<table", b"<meta ")
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"heif"})
_BITMAP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
"""Lengths of the header behind a bitmap's first 14 bytes; two letters prove nothing."""


def mentions(*marks: bytes) -> Look:
    """Look for one of these words, in lower case, among the first bytes."""
    return lambda data, _: any(mark in data[:HEAD].lower() for mark in marks)


def holds(*members: str) -> Look:
    """Look for one of these members."""
    return lambda _, names: not names.isdisjoint(members)


def is_word(_: bytes, names: Names) -> bool:
    """Say whether it is a package of Office, in which any part may be the document."""
    return _TYPES in names or _WORD in names


def is_workbook(_: bytes, names: Names) -> bool:
    """Say whether it is a package of Excel: its main part, or its folder and no text of Word."""
    return "xl/workbook.xml" in names or _is_of_office("xl/", names)


def is_presentation(_: bytes, names: Names) -> bool:
    """Say whether it is a package of PowerPoint, likewise."""
    return "ppt/presentation.xml" in names or _is_of_office("ppt/", names)


def _is_of_office(folder: str, names: Names) -> bool:
    within = any(name.startswith(folder) for name in names)
    return within and _TYPES in names and _WORD not in names


def is_open_document(data: bytes, names: Names) -> bool:
    """Say whether it is of OpenDocument: a package, one that is locked whole, or a flat file."""
    if data.startswith(ZIP):
        return not names.isdisjoint({"content.xml", "encrypted-package"})
    return b"<office:document" in data[:HEAD]


def has_stream(*names: str) -> Look:
    """Look for one of these entries in the directory of a compound file.

    Entries are 128 bytes long and aligned to that: the name in UTF-16, at byte 64 its length
    with the closing zero, so that the same words in the text are not taken for an entry.
    """
    return lambda data, _: any(True for name in names for _ in _entries(data, name))


def is_old_word(data: bytes, names: Names) -> bool:
    """Say whether it is a compound file of Word, or one that is cut off ([MS-CFB] 2.2, 2.3)."""
    return has_stream("WordDocument")(data, names) or _is_cut(data)


def _is_cut(data: bytes) -> bool:
    """Say whether a compound file is shorter than its table of sectors says."""
    size = 1 << min(int.from_bytes(data[30:32], "little"), 12)
    tables = min(int.from_bytes(data[44:48], "little"), 109)
    if not tables:
        return False
    last = int.from_bytes(data[72 + 4 * tables : 76 + 4 * tables], "little")
    table = data[size * (last + 1) : size * (last + 2)]
    free = b"\xff\xff\xff\xff"
    used = len(table) // 4
    while used and table[4 * used - 4 : 4 * used] == free:
        used -= 1
    return len(table) < size or size * ((tables - 1) * size // 4 + used + 1) > len(data)


def _entries(data: bytes, name: str) -> Iterator[int]:
    sought = (name + "\0").encode("utf-16-le")
    length = len(sought).to_bytes(2, "little")
    at = data.find(sought)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == length:
            yield at
        at = data.find(sought, at + 1)


def is_heic(data: bytes, _: Names) -> bool:
    """Say whether it is a picture in HEIC, by its brand in the first box (ISO/IEC 23008-12)."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC


def is_avif(data: bytes, _: Names) -> bool:
    """Say whether it is a picture in AVIF, likewise."""
    return data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"}


def is_webp(data: bytes, _: Names) -> bool:
    """Say whether it is a picture in WebP, and no other kind of RIFF."""
    return data[8:12] == b"WEBP"


def is_bitmap(data: bytes, _: Names) -> bool:
    """Say whether what begins like a bitmap has the header of one."""
    return int.from_bytes(data[14:18], "little") in _BITMAP_HEADERS


def is_pdf(data: bytes, _: Names) -> bool:
    """Say whether it looks like a PDF, which may have other bytes before its header."""
    return b"%PDF-" in data[:HEAD]


def is_page(data: bytes, _: Names) -> bool:
    """Say whether it looks like a web page, or an archive of one."""
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")  # UTF-16
    return any(mark in head.lower() for mark in _PAGES)


def is_two_in_one(data: bytes) -> bool:
    """Say whether it is a PDF to some programs and a Word file to others."""
    if data.startswith(ZIP):
        return is_pdf(data, frozenset())
    tail = data[-_DIRECTORY_TAIL:]
    is_package = b"PK\x05\x06" in tail and b"PK\x01\x02" in tail and _WORD.encode() in tail
    return is_package and is_pdf(data, frozenset())


def is_tape(data: bytes, _: Names) -> bool:
    """Say whether it is an archive of tar, by the word in the header of its first member."""
    return data[257:262] == b"ustar"


def is_object(data: bytes, _: Names = frozenset()) -> bool:
    """Say whether it is a JSON object, judged by how it begins, in UTF-8 or UTF-16."""
    return _begins(_OBJECT, data)


def is_list(data: bytes, _: Names = frozenset()) -> bool:
    """Say whether it is a list in JSON of anything but numbers, likewise: texts begin with [1]."""
    return _begins(_LIST, data)


def _begins(pattern: str, data: bytes) -> bool:
    if data[:1] not in _JSON_BEGINS:
        return False
    head = data[:HEAD]
    return re.match(pattern, head.decode(json.detect_encoding(head), "ignore")) is not None


def is_text(data: bytes, _: Names) -> bool:
    """Say whether the first bytes are letters in UTF-16, UTF-8 or GB 18030."""
    head = data[:HEAD]
    for encoding in ("utf-16", "utf-8", "gb18030"):
        if encoding == "utf-16" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        # The head may end inside a character of up to four bytes; no more may be dropped.
        text = head.decode(encoding, "ignore")
        is_whole = len(text.encode(encoding)) >= len(head) - 4
        if is_whole and all(map(_is_of_text, text.lstrip("\ufeff"))):
            return True
    return False


def _is_of_text(letter: str) -> bool:
    return letter.isprintable() or letter.isspace()
