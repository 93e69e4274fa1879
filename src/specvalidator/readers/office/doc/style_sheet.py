"""The styles of a .doc as those of WordprocessingML ([MS-DOC] 2.9.271)."""

from typing import NamedTuple

from specvalidator.readers.office.doc.integers import u16
from specvalidator.readers.office.doc.looks import DocLooks
from specvalidator.readers.office.doc.modifiers import Modifiers
from specvalidator.readers.office.doc.paragraph_says import paragraph_says
from specvalidator.readers.office.pen import escaped, outline

_PARAGRAPH, _CHARACTER = 1, 2
_MOST = 4_096
_NONE = 0xFFF
_HEADINGS = range(1, 10)


class _Entry(NamedTuple):
    """One style as it stands in the file."""

    kind: int
    built_in: int
    """Number of a style that every file has: 0 the default, 1 to 9 the headings."""
    based_on: int
    name: str
    says: tuple[bytes, ...]
    """Lists of modifiers: of a paragraph style those of paragraph and runs."""


class StyleSheetOfDoc:
    """The styles, and which of them hide their text."""

    def __init__(self, sheet: bytes, modifiers: Modifiers, looks: DocLooks) -> None:
        self._modifiers = modifiers
        self._looks = looks
        self._hiding: dict[int, bool] = {}
        self.xml = "".join(
            self._style(index, entry) for index, entry in _entries(sheet) if entry is not None
        )

    def hides(self, index: int) -> bool:
        """Say whether a paragraph style hides its text."""
        return self._hiding.get(index, False)

    def _style(self, index: int, entry: _Entry) -> str:
        is_paragraph = entry.kind == _PARAGRAPH
        says = (*entry.says, b"", b"")
        look = self._looks.of(says[1] if is_paragraph else says[0])
        properties = self._paragraph(entry, says[0][2:]) if is_paragraph else ""
        if is_paragraph:
            inherited = self._hiding.get(entry.based_on, False)
            self._hiding[index] = inherited if look.vanishes is None else look.vanishes
        kind = "paragraph" if is_paragraph else "character"
        first = ' w:default="1"' if is_paragraph and entry.built_in == 0 else ""
        based = "" if entry.based_on == _NONE else f'<w:basedOn w:val="s{entry.based_on}"/>'
        return (
            f'<w:style w:type="{kind}"{first} w:styleId="s{index}">'
            f'<w:name w:val="{escaped(entry.name)}"/>{based}'
            f"{properties and f'<w:pPr>{properties}</w:pPr>'}"
            f"{look.look and f'<w:rPr>{look.look}</w:rPr>'}</w:style>"
        )

    def _paragraph(self, entry: _Entry, said: bytes) -> str:
        own = paragraph_says(self._modifiers, 0, said)
        level = own.outline
        if level is None and entry.built_in in _HEADINGS:
            level = entry.built_in - 1
        return own.numbering + own.shade + ("" if level is None else outline(level))


def _entries(sheet: bytes) -> list[tuple[int, _Entry | None]]:
    if len(sheet) < 6:  # noqa: PLR2004 - the shortest head
        return []
    count, base = u16(sheet, 2), u16(sheet, 4)
    at = 2 + u16(sheet, 0)
    found: list[tuple[int, _Entry | None]] = []
    for index in range(min(count, _MOST)):
        if at + 2 > len(sheet):
            break
        size = u16(sheet, at)
        found.append((index, _entry(sheet[at + 2 : at + 2 + size], base)))
        at += 2 + size
    return found


def _entry(said: bytes, base: int) -> _Entry | None:
    """Return a style, None for one that is empty or of tables and lists."""
    if len(said) < base + 2:
        return None
    kind, based_on, lists = u16(said, 2) & 15, u16(said, 2) >> 4, u16(said, 4) & 15
    if kind not in {_PARAGRAPH, _CHARACTER}:
        return None
    length = u16(said, base)
    at = base + 4 + 2 * length
    name = said[base + 2 : at - 2].decode("utf-16-le", "replace")
    says: list[bytes] = []
    for _ in range(lists):
        at += at % 2
        if at + 2 > len(said):
            break
        size = u16(said, at)
        says.append(said[at + 2 : at + 2 + size])
        at += 2 + size
    return _Entry(kind, u16(said, 0) & 0xFFF, based_on, name, tuple(says))
