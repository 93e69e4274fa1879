"""The lists of a .doc as the numbering of WordprocessingML ([MS-DOC] 2.9.131, 2.9.147)."""

from typing import NamedTuple

from specvalidator.readers.office.doc.binary import Binary
from specvalidator.readers.office.doc.integers import u16, u32
from specvalidator.readers.office.number_formats import number_format
from specvalidator.readers.office.pen import MarkupPen, escaped

_LISTS, _OVERRIDES = 73, 74
_ENTRY = 28
_MOST = 0x7FE
"""Lists that paragraphs can name."""
_NO_STYLE = 0xFFF
_LEVEL_HEAD = 28


class _Level(NamedTuple):
    xml: str
    end: int
    """Where the next one begins."""


def numbering(binary: Binary, pen: MarkupPen) -> str:
    """Return the definitions of all lists, and the lists that paragraphs name by number."""
    begin, length = binary.where(_LISTS)
    entries = binary.part(_LISTS)
    found: list[str] = []
    ids: dict[int, int] = {}
    at = begin + length  # the levels of all lists stand behind their heads
    count = min(u16(entries, 0), (len(entries) - 2) // _ENTRY) if len(entries) > 2 else 0  # noqa: PLR2004
    for index in range(min(count, _MOST)):
        head = entries[2 + _ENTRY * index : 2 + _ENTRY * (index + 1)]
        ids.setdefault(u32(head, 0), index)
        levels = ""
        for depth in range(1 if head[26] & 1 else 9):
            xml, at = _level(binary.table, at, depth, u16(head, 8 + 2 * depth), pen)
            levels += xml
        found.append(f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>')
    return "".join(found) + _numbers(binary.part(_OVERRIDES), ids, pen)


def _numbers(overrides: bytes, ids: dict[int, int], pen: MarkupPen) -> str:
    count = u32(overrides, 0) if len(overrides) > 4 else 0  # noqa: PLR2004 - the count
    at = 4 + 16 * count
    found: list[str] = []
    for index in range(min(count, (len(overrides) - 4) // 16, _MOST)):
        identity, changed = u32(overrides, 4 + 16 * index), overrides[16 + 16 * index]
        at += 4
        xml = ""
        for _ in range(min(changed, 9)):
            if at + 8 > len(overrides):
                break
            start, flags = u32(overrides, at), u32(overrides, at + 4)
            at += 8
            level, inner = flags & 15, ""
            if flags & 0x20:
                inner, at = _level(overrides, at, level, _NO_STYLE, pen)
            elif flags & 0x10:
                inner = f'<w:startOverride w:val="{start}"/>'
            xml += f'<w:lvlOverride w:ilvl="{level}">{inner}</w:lvlOverride>'
        if identity in ids:
            own = f'<w:abstractNumId w:val="{ids[identity]}"/>'
            found.append(f'<w:num w:numId="{index + 1}">{own}{xml}</w:num>')
    return "".join(found)


def _level(data: bytes, at: int, depth: int, style: int, pen: MarkupPen) -> _Level:
    if at + _LEVEL_HEAD + 2 > len(data):
        return _Level("", len(data))
    pen.count(12)
    start, code, flags, restart = u32(data, at), data[at + 4], data[at + 5], data[at + 26]
    text_at = at + _LEVEL_HEAD + data[at + 24] + data[at + 25]
    length = u16(data, text_at) if text_at + 2 <= len(data) else 0
    end = text_at + 2 + 2 * length
    written = data[text_at + 2 : end].decode("utf-16-le", "ignore")
    text = "".join(f"%{ord(letter) + 1}" if letter < "\t" else letter for letter in written)
    legal = "<w:isLgl/>" if flags & 4 else ""
    again = f'<w:lvlRestart w:val="{restart}"/>' if flags & 8 else ""
    tied = "" if style == _NO_STYLE else f'<w:pStyle w:val="s{style}"/>'
    return _Level(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{number_format(code)}"/>{again}{tied}{legal}'
        f'<w:lvlText w:val="{escaped(text)}"/></w:lvl>',
        end,
    )
