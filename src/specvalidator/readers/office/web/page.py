"""A web page as text: out of an archive of one page (.mht), in the charset that it names."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

_HEAD = 4096
_MARGINS = re.compile(r"(?:^|[/\\])header\.html?$", re.IGNORECASE)
_MOST_DEEP = 4
_LONGEST_HEADERS = 20_000
_END = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BOUNDARY = re.compile(r"boundary\s*=\s*(?:\"([^\"]{1,200})\"|([^\s;]{1,200}))", re.IGNORECASE)
_CHARSETS = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "936", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"), "cp1252"),
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Charsets by the names that pages give them; all others are tried as UTF-8."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8"}
_DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
_CONDITIONS = re.compile(
    r"<!\[if [^\]]{0,200}\]>|<!\[endif\]>|<!--\[if !(?:supportLists|vml)[^\]]{0,200}\]-->"
    r"|<!--\[endif\]-->",
    re.IGNORECASE,
)
"""What Word writes around what other programs shall show."""


class WebPage(NamedTuple):
    """A web page."""

    text: str
    is_cut: bool
    """It begins as a whole page, and its end is missing."""
    margins: str = ""
    """Another page of the archive, which holds its headers and footers."""


class _HeldPage(NamedTuple):
    data: bytes
    charset: str | None
    place: str
    """What it is called in the archive."""


class _Message(NamedTuple):
    headers: dict[str, str]
    body: bytes


def page_of(data: bytes, limits: Limits) -> WebPage:
    """Return the page that a file is or holds.

    Raises:
        UnreadableFile: `unsupported` for an archive without a page, `corrupt` for one that is cut.
    """
    if not _is_archive(data):
        return _page(data, None)
    held = _held(data, limits, 0)
    first = next(held, None)
    if first is None:
        raise refusals.unsupported(Words("没有网页的邮件存档", "a mail archive without a web page"))
    page = _page(first.data, first.charset)
    beside = next((each for each in held if _MARGINS.search(each.place)), None)
    return (
        page if beside is None else page._replace(margins=_page(beside.data, beside.charset).text)
    )


def _page(data: bytes, said: str | None) -> WebPage:
    name = _charset(data, said)
    text = _CONDITIONS.sub("", _DECLARATION.sub("", data.decode(name, "replace").lstrip("\ufeff")))
    lower = text[:_HEAD].casefold(), text[-_HEAD:].casefold()
    return WebPage(text, "<html" in lower[0] and "</html" not in lower[1])


def _is_archive(data: bytes) -> bool:
    head = data[:1024].lower()
    return b"mime-version:" in head or head.startswith((b"from:", b"content-type:"))


def _held(data: bytes, limits: Limits, depth: int) -> Iterator[_HeldPage]:
    """Yield the pages of an archive."""
    message = _message(data)
    kind = message.headers.get("content-type", "text/plain").strip()
    if kind.casefold().startswith("text/html"):
        said = _CHARSET.search(kind)
        way = message.headers.get("content-transfer-encoding", "").strip().casefold()
        place = message.headers.get("content-location", "").strip()
        yield _HeldPage(_unwrapped(message.body, way), said[1] if said else None, place)
        return
    boundary = _BOUNDARY.search(kind)
    if boundary is None or depth >= _MOST_DEEP:
        return
    mark = b"\n--" + (boundary[1] or boundary[2]).encode("utf-8", "replace")
    body = b"\n" + message.body
    if body.count(mark) > limits.members:
        raise refusals.too_large(
            Words(f"其中的文件超过 {limits.members} 个", f"it has more than {limits.members} parts")
        )
    if body.count(mark + b"--") == 0:
        raise refusals.corrupt(
            Words("文件在中途断开，可能没有传完", "it breaks off before its end")
        )
    for part in body.split(mark)[1:]:
        yield from _held(part.lstrip(b"\r\n"), limits, depth + 1)


def _message(data: bytes) -> _Message:
    end = _END.search(data[:_LONGEST_HEADERS])
    if end is None:
        return _Message({}, b"")
    lines = _FOLDED.sub(b" ", data[: end.start()]).decode("latin-1").splitlines()
    pairs = (line.partition(":") for line in lines)
    return _Message({name.casefold(): value for name, _, value in pairs}, data[end.end() :])


def _unwrapped(body: bytes, way: str) -> bytes:
    if way == "quoted-printable":
        return quopri.decodestring(body)
    if way != "base64":
        return body
    try:
        return base64.b64decode(body)
    except binascii.Error:
        raise refusals.corrupt(Words("其中的网页无法解码", "its page cannot be decoded")) from None


def _charset(data: bytes, said: str | None) -> str:
    """Return the charset in which a page can be decoded; the one that it names, where none can."""
    for mark, name in _WIDE.items():
        if data.startswith(mark):
            return name
    named = _CHARSET.search(data[:_HEAD].decode("latin-1"))
    own = _CHARSETS.get((named[1] if named else said or "").casefold(), "utf-8")
    for name in (own, "utf-8", "gb18030"):
        try:
            data.decode(name)
        except UnicodeError:
            continue
        return name
    return own
