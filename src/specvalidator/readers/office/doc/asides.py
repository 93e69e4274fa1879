"""Notes, headers and footers of a .doc: where each stands behind the body ([MS-DOC] 2.3, 2.8)."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers.office.doc.binary import Binary
from specvalidator.readers.office.doc.integers import u16, u32
from specvalidator.readers.office.doc.modifiers import Modifiers
from specvalidator.readers.office.pen import Margin

FOOTNOTES, HEADERS, ENDNOTES = 1, 2, 5
"""Stories by their number among the lengths."""
_NOTES = ((FOOTNOTES, 2, 3), (ENDNOTES, 46, 47))
"""A story, and the parts that say where its marks and its notes stand."""
_SECTIONS, _MARGINS = 6, 11
_SEPARATORS = 6
"""Stories before the headers: lines that part notes from the text."""
_KINDS: tuple[Margin, ...] = ("header", "header", "footer", "footer", "header", "footer")
"""Of a section: of even and odd pages, the same below, of the first page."""
_FIRST_OF_SECTION = 4
_TITLE_PAGE = 0x300A


class StoryPart(NamedTuple):
    """Characters among all."""

    start: int
    end: int


def notes(binary: Binary) -> dict[int, StoryPart]:
    """Return the notes by the place of the mark that refers to each."""
    found: dict[int, StoryPart] = {}
    for story, marks, texts in _NOTES:
        if not binary.lengths[story]:
            continue
        at, ends = binary.part(marks), binary.part(texts)
        count = min((len(at) - 4) // 6, len(ends) // 4 - 2)
        for index in range(count):
            stretch = _stretch(binary, story, ends, index)
            if stretch is not None:
                found.setdefault(u32(at, 4 * index), stretch)
    return found


def margins(binary: Binary, modifiers: Modifiers) -> Iterator[tuple[Margin, StoryPart]]:
    """Yield the headers and footers that pages show."""
    if not binary.lengths[HEADERS]:
        return
    ends = binary.part(_MARGINS)
    titled = list(_have_first_page(binary, modifiers))
    for index in range(_SEPARATORS, len(ends) // 4 - 1):
        section, kind = divmod(index - _SEPARATORS, len(_KINDS))
        is_shown = kind < _FIRST_OF_SECTION or (section < len(titled) and titled[section])
        stretch = _stretch(binary, HEADERS, ends, index)
        if is_shown and stretch is not None:
            yield _KINDS[kind], stretch


def _stretch(binary: Binary, story: int, ends: bytes, index: int) -> StoryPart | None:
    first, length = binary.begins(story), binary.lengths[story]
    start, end = u32(ends, 4 * index), u32(ends, 4 * index + 4)
    return StoryPart(first + start, first + end) if start < end <= length else None


def _have_first_page(binary: Binary, modifiers: Modifiers) -> Iterator[bool]:
    """Yield of each section whether its first page has margins of its own."""
    part = binary.part(_SECTIONS)
    count = max(0, (len(part) - 4) // 16)
    for index in range(count):
        at = u32(part, 4 * (count + 1) + 12 * index + 2)
        said = b""
        if at + 2 <= len(binary.main):
            said = binary.main[at + 2 : at + 2 + u16(binary.main, at)]
        yield any(code == _TITLE_PAGE and value[0] for code, value in modifiers.of(said))
