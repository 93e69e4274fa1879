"""Real drafts broken in structure: parts dropped, repeated, swapped, nested, filled with nonsense.

Every choice comes from outside, so that hypothesis, a seed or a fuzzer's bytes may make it.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

EXAMPLES = Path(__file__).parents[2] / "examples"
Choose = Callable[[int], int]
"""Returns a number from 0 up to the one given, which is at least 1 and left out."""
_T = TypeVar("_T")

NONSENSE = (
    *("", " ", "0", "1", "-1", "2", "nan", "1e400", "２", "²", "一", "restart", "continue"),
    *("begin", "separate", "end", "nil", "FFFFFF", "true", "../x", "\u202e", "\u200b", "\ue123"),
    *("2000000000", "9" * 30, "-2147483649", "0x7f", "甲" * 300, "%1%2%3%9", "=1+1", "100%"),
    *("\ufeff", "\ufffe", "&#0;", "&amp;", "\U0001f600", "&lt;script&gt;", "{{x}}", "$name"),
)
"""What stands where a number, a word or a text should."""
_TIMES = (1, 2, 7, 60)


KINDS = ("docx", "pdf", "json", "zip", "doc", "odt", "ofd", "rtf", "html", "xml")
"""Every format that drafts are read in, by the ending of their names."""
_BLIND = frozenset({"zip", "doc", "rtf", "html"})
"""Formats of which bytes are changed wherever they stand."""


class Seed(NamedTuple):
    """A real draft to be broken."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """The ending of its name, one of `KINDS`."""
        return self.name.rpartition(".")[2]


@lru_cache
def seeds() -> tuple[Seed, ...]:
    """Return the examples, in the order of their names."""
    left_out = ("expected", "scans")  # to recognise a page takes seconds
    files = (path for path in sorted(EXAMPLES.rglob("*")) if path.parent.name not in left_out)
    return tuple(
        Seed(path.relative_to(EXAMPLES).as_posix(), path.read_bytes())
        for path in files
        if path.suffix.removeprefix(".") in KINDS
    )


def broken(seed: Seed, choose: Choose) -> bytes:
    """Return the draft with one to four things wrong with it."""
    data = seed.data
    breaks = {"pdf": broken_pdf, "json": broken_record, "xml": broken_xml}
    breaks |= dict.fromkeys(("docx", "odt", "ofd"), broken_word)
    for _ in range(1 + choose(2)):
        # The bytes of a zip are compressed: to change them blindly mostly breaks a checksum.
        blind = seed.kind in _BLIND or choose(12) == 0
        data = broken_bytes(data, choose) if blind else breaks[seed.kind](data, choose)
    return data


def broken_bytes(data: bytes, choose: Choose) -> bytes:
    """Return the bytes with some changed, cut out or put in."""
    if not data:
        return data
    at = choose(len(data))
    until = at + choose(9)
    new = bytes(choose(256) for _ in range(choose(9)))
    return data[:at] if choose(40) == 0 else data[:at] + new + data[until:]


# ── Word ─────────────────────────────────────────────────────────────────────────────────

_TAG = re.compile(rb"<(/?)([A-Za-z_][\w:.-]*)([^<>]*?)(/?)>")
_VALUE = re.compile(rb'="([^"]*)"')
_TEXT = re.compile(rb">([^<]+)<")


class Span(NamedTuple):
    """Where an element stands in XML."""

    start: int
    inside: int
    """Where its opening tag ends."""
    end: int
    name: bytes


def broken_word(data: bytes, choose: Choose) -> bytes:
    """Return a Word file with an element of one part moved, lost, multiplied or changed."""
    try:
        parts = dict(_parts(data))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        return broken_bytes(data, choose)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return broken_bytes(data, choose)
    # Half of the time the text itself, else any part.
    name = (
        "word/document.xml" if choose(2) and "word/document.xml" in parts else one_of(names, choose)
    )
    parts[name] = broken_xml(parts[name], choose)
    return zipped(parts)


@lru_cache(maxsize=128)
def _parts(data: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of these members, not compressed: whoever looks for bytes finds them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def broken_xml(xml: bytes, choose: Choose) -> bytes:
    """Return XML that still parses, mostly, and says something else."""
    spans = elements(xml)
    if not spans:
        return xml
    return one_of(_XML_BREAKS, choose)(xml, spans, choose)


@lru_cache(maxsize=256)
def elements(xml: bytes) -> tuple[Span, ...]:
    """Return where the elements below the root stand; the tags may be of any nesting."""
    found: list[Span] = []
    open_tags: list[tuple[int, int, bytes]] = []
    for match in _TAG.finditer(xml):
        closes, name, _, alone = match.groups()
        if alone and open_tags:
            found.append(Span(match.start(), match.end(), match.end(), name))
        elif not closes and not alone:
            open_tags.append((match.start(), match.end(), name))
        elif closes and open_tags:
            start, inside, opened = open_tags.pop()
            if open_tags and opened == name:
                found.append(Span(start, inside, match.end(), name))
    return tuple(found)


def _drop(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    span = one_of(spans, choose)
    return xml[: span.start] + xml[span.end :]


def _repeat(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    span = one_of(spans, choose)
    return xml[: span.end] + xml[span.start : span.end] * one_of(_TIMES, choose) + xml[span.end :]


def _swap(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    first, second = sorted((one_of(spans, choose), one_of(spans, choose)))
    if first.end > second.start:
        return _drop(xml, spans, choose)
    return b"".join(
        (
            xml[: first.start],
            xml[second.start : second.end],
            xml[first.end : second.start],
            xml[first.start : first.end],
            xml[second.end :],
        )
    )


def _nest(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    """Put a copy of one element into another."""
    inner, outer = one_of(spans, choose), one_of(spans, choose)
    return xml[: outer.inside] + xml[inner.start : inner.end] + xml[outer.inside :]


def _wrap(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    """Put an element into others of the name of another one, some times over."""
    inner, name, times = one_of(spans, choose), one_of(spans, choose).name, one_of(_TIMES, choose)
    before, after = b"<%b>" % name * times, b"</%b>" % name * times
    whole = xml[inner.start : inner.end]
    return xml[: inner.start] + before + whole + after + xml[inner.end :]


def _unwrap(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    """Leave an element's tags away and keep what is in it."""
    span = one_of(spans, choose)
    close = xml.rfind(b"</", span.inside, span.end)
    inside = xml[span.inside : close] if close >= 0 else b""
    return xml[: span.start] + inside + xml[span.end :]


def _revalue(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    return _nonsense_at(_VALUE, xml, spans, choose)


def _retext(xml: bytes, spans: Sequence[Span], choose: Choose) -> bytes:
    return _nonsense_at(_TEXT, xml, spans, choose)


def _nonsense_at(
    pattern: re.Pattern[bytes], xml: bytes, spans: Sequence[Span], choose: Choose
) -> bytes:
    places = _places(pattern, xml)
    if not places:
        return _drop(xml, spans, choose)
    start, end = one_of(places, choose)
    # As often something that stands elsewhere: a number that belongs to another list or style.
    other = one_of(places, choose)
    new = xml[slice(*other)] if choose(2) else one_of(NONSENSE, choose).encode()
    return xml[:start] + new + xml[end:]


@lru_cache(maxsize=256)
def _places(pattern: re.Pattern[bytes], data: bytes) -> tuple[tuple[int, int], ...]:
    return tuple(match.span(1) for match in pattern.finditer(data))


_XML_BREAKS = (_drop, _repeat, _swap, _nest, _wrap, _unwrap, _revalue, _revalue, _retext, _retext)


# ── PDF ──────────────────────────────────────────────────────────────────────────────────

_OBJECT = re.compile(rb"\d+ \d+ obj\b(.*?)endobj", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])(-?\d+(?:\.\d+)?)(?![\w.])")
_REFERENCE = re.compile(rb"(\d+ \d+ R)\b")
_NAME = re.compile(rb"(/[A-Za-z]\w*)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_WORD = re.compile(rb"(\S+)")
_TOKENS = (b"", b"0", b"-1", b"999999999999", b"1e38", b"nan", b"[", b"<<", b">>", b"null", b"()")


def broken_pdf(data: bytes, choose: Choose) -> bytes:
    """Return a PDF with an object lost, doubled, swapped or misdirected, or a page rewritten."""
    if choose(3) == 0:
        return _with_stream_broken(data, choose)
    pattern = one_of((_OBJECT, _NUMBER, _REFERENCE, _NAME), choose)
    places = _places(pattern, data)
    if not places:
        return broken_bytes(data, choose)
    start, end = one_of(places, choose)
    other = data[slice(*one_of(places, choose))]
    new = (other, one_of(_TOKENS, choose), data[start:end] * one_of(_TIMES, choose))[choose(3)]
    return data[:start] + new + data[end:]


def _with_stream_broken(data: bytes, choose: Choose) -> bytes:
    """Unpack a stream, break what it says, and pack it again; its length may be wrong then."""
    places = _places(_STREAM, data)
    if not places:
        return broken_bytes(data, choose)
    start, end = one_of(places, choose)
    try:
        content = zlib.decompressobj().decompress(data[start:end], 2**20)
    except zlib.error:
        return broken_bytes(data, choose)
    words = _places(_WORD, content)
    if not words:
        return broken_bytes(data, choose)
    at, until = one_of(words, choose)
    new = content[slice(*one_of(words, choose))] if choose(2) else one_of(_TOKENS, choose)
    content = content[:at] + new * one_of(_TIMES, choose) + content[until:]
    return data[:start] + zlib.compress(content, 1) + data[end:]


# ── records ──────────────────────────────────────────────────────────────────────────────

_JSON = re.compile(r'("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[\[\]{}:,])')


def broken_record(data: bytes, choose: Choose) -> bytes:
    """Return a record in JSON with a word of it exchanged, lost or multiplied."""
    text = data.decode("utf-8", "replace")
    places = [match.span() for match in _JSON.finditer(text)]
    if not places:
        return broken_bytes(data, choose)
    start, end = one_of(places, choose)
    other = text[slice(*one_of(places, choose))]
    written = one_of(NONSENSE, choose)
    new = (other, f'"{written}"', written, text[start:end] * one_of(_TIMES, choose))[choose(4)]
    return (text[:start] + new + text[end:]).encode("utf-8", "surrogatepass")


def one_of(of: Sequence[_T], choose: Choose) -> _T:
    """Return one of them."""
    return of[choose(len(of))]
