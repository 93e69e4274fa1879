r"""The walk through an RTF file: groups, destinations, paragraphs and tables."""

from collections.abc import Callable

from specvalidator.readers import refusals
from specvalidator.readers.office.pen import (
    DELETED,
    OBJECT,
    PICTURE,
    RAISED,
    STRUCK,
    TINY,
    VANISH,
    Margin,
    MarkupPen,
    colour,
    font,
    outline,
    shading,
)
from specvalidator.readers.office.rtf import charsets
from specvalidator.readers.office.rtf.body import RtfBody, says_of_cell
from specvalidator.readers.office.rtf.forms import RtfFormField
from specvalidator.readers.office.rtf.line import label_of
from specvalidator.readers.office.rtf.shared import Shared
from specvalidator.readers.office.rtf.state import Group, RtfParagraph, Says
from specvalidator.readers.office.rtf.tokens import Token, tokens
from specvalidator.readers.word.parts import Parts
from specvalidator.readers.word.symbols import is_symbol_font
from specvalidator.wording import Words

_BODY_TEXT = 9
_TINY = 2
_MOST_GROUPS = 200
_PAGE = '<w:r><w:br w:type="page"/></w:r>'
_LETTERS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "",
    "zwnj": "",
}
_SYMBOLS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_SKIPPED = frozenset(
    {
        *("stylesheet", "info", "listtable", "listoverridetable", "filetbl", "revtbl", "rsidtbl"),
        *("annotation", "atnid", "atnauthor", "ftnsep", "ftnsepc", "ftncn", "aftnsep"),
        *("aftnsepc", "aftncn", "nonshppict", "shprslt", "do", "objdata", "tc", "xe", "txe"),
        *("private", "nonesttables", "datafield", "xmlnstbl", "themedata", "pgdsctbl"),
    }
)
"""Destinations that are no part of the page."""
_PARTLY_SKIPPED = frozenset({"upr", "sv"})
"""Destinations in which something else may stand that is looked into."""
_INSTEAD = {"pict": PICTURE, "object": OBJECT}
_MARGINS: dict[str, Margin] = {
    kind + pages: kind for kind in ("header", "footer") for pages in ("", "l", "r", "f")
}
_STARRED = frozenset(
    {
        "footnote",
        "shpinst",
        "shppict",
        "nesttableprops",
        "ud",
        "shpgrp",
        "fldinst",
        "formfield",
        "ffl",
        "shptxt",
    }
)
"""Destinations that are looked into though programs may leave them out."""
_FORMULAS = frozenset({"moMath", "moMathPara"})
"""Starred destinations that show what only a look tells."""
_CAPTURED = frozenset({"fonttbl", "colortbl", "listtext", "pntext", "sn", "ffl"})
_DRAWN = frozenset({"pib", "gtextUNICODE"})
"""Properties of a shape that is a picture or WordArt."""


class RtfStory:
    """One reading of one file."""

    def __init__(self, pen: MarkupPen) -> None:
        self._pen = pen
        self._body = RtfBody(pen)
        self._shared = Shared()
        self._says = Says()
        self._paragraph = RtfParagraph()
        self._groups: list[Group] = []
        self._is_fresh = self._is_starred = False
        """Whether the group has said nothing yet, and whether it may be left out."""
        self._bytes = bytearray()
        """Text that is not decoded yet."""
        self._form_field = RtfFormField()
        self._lost = 0
        """How many characters of a fallback are still to come."""
        self._captured = ""
        self._margins: list[tuple[str, str]] = []
        """Headers and footers by their destination, as XML."""

    def parts(self, data: bytes) -> Parts:
        """Return the document in WordprocessingML.

        Raises:
            UnreadableFile: `corrupt` where groups are open at the end, or `too-large`.
        """
        for token in tokens(data):
            if token.brace == "{":
                self._open()
            elif token.brace:
                self._close()
                if not self._groups:
                    break
            elif token.word:
                self._word(token)
            elif token.symbol:
                self._symbol(token.symbol)
            else:
                self._text(token)
        if self._groups:
            raise refusals.corrupt(
                Words("文件在中途断开，可能没有传完", "it breaks off before its end")
            )
        self._flush()
        self._body.finish()
        for name, blocks in self._margins:
            if self._shared.has_first_page or not name.endswith("f"):
                self._pen.margin(_MARGINS[name], blocks)
        return self._pen.parts(self._body.xml)

    # ── groups ───────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        self._flush()
        self._lost = 0
        if len(self._groups) >= _MOST_GROUPS:
            raise refusals.too_large(
                Words("其中的分组嵌套过深", "its groups are nested too deeply")
            )
        self._groups.append(Group(self._says, self._paragraph, ""))
        self._is_fresh, self._is_starred = True, False

    def _close(self) -> None:
        self._flush()
        self._lost = 0
        if not self._groups:
            return
        group = self._groups.pop()
        if group.ends:
            self._end_group(group)
        self._says, self._paragraph = group.says, group.paragraph
        self._is_fresh = False

    def _end_group(self, group: Group) -> None:
        if group.ends == "box":
            self._body.end_box()
        elif group.ends == "footnote":
            blocks = self._body.end_aside()
            says = group.says
            self._body.line.add(
                self._pen.note(blocks, VANISH * says.is_hidden, is_deleted=says.is_deleted)
            )
        elif group.ends in _MARGINS:
            self._margins.append((group.ends, self._body.end_aside()))
        elif group.ends == "field":
            self._body.line.end_field()
        elif group.ends in {"listtext", "pntext"}:
            label = label_of(self._captured)
            self._captured = ""
            if label:
                self._body.line.write(label, self._look(), is_deleted=self._says.is_deleted)
        elif group.ends == "formfield":
            self._form_field.end(self._body.line)
            self._form_field = RtfFormField()
        elif group.ends == "ffl":
            self._form_field.add_entry(self._taken())
        elif group.ends == "sn":
            self._shared.property = self._taken()

    def _taken(self) -> str:
        """Return what was captured, and begin anew."""
        captured, self._captured = self._captured.strip(), ""
        return captured

    def _begin(self, name: str) -> None:
        """Take in the first word of a group, which may name a destination."""
        self._is_fresh = False
        says = self._says
        if self._is_starred and name not in _STARRED:
            if name in _FORMULAS and not says.is_skipped:
                self._body.line.add(OBJECT)
            self._says = says._replace(is_skipped=True)
        elif name in {"shptxt", "ud"}:
            # Both stand within what is left out, unless that is left out itself.
            is_out = any(group.ends == "out" for group in self._groups)
            self._says = says._replace(is_skipped=is_out, captured="")
            if name == "shptxt" and not is_out:
                self._body.begin_box()
                self._paragraph = RtfParagraph()
                self._ends_with("box")
        elif says.is_skipped:
            if name == "pict" and self._is_drawn():
                self._body.line.add(PICTURE)
        else:
            self._begin_shown(name)

    def _begin_shown(self, name: str) -> None:
        says = self._says
        if name in _CAPTURED:
            self._says = says._replace(captured=name)
            self._captured = ""
            self._ends_with(name)
        elif name in _INSTEAD:
            self._body.line.add(_INSTEAD[name])
            self._leave_out()
        elif name in _PARTLY_SKIPPED:
            self._says = says._replace(is_skipped=True)
        elif name in _SKIPPED:
            self._leave_out()
        elif name == "footnote" or name in _MARGINS:
            self._body.begin_box()
            self._paragraph = RtfParagraph()
            self._says = says.plain(self._shared.usual_font)
            self._ends_with(name)
        elif name == "nesttableprops":
            self._says = says._replace(is_nested=True)
        else:
            self._begin_field(name)

    def _begin_field(self, name: str) -> None:
        if name == "field":
            self._body.line.begin_field()
            self._ends_with("field")
        elif name == "fldinst":
            self._says = self._says._replace(is_code=True)
        elif name == "fldrslt":
            self._body.line.separate()
            self._says = self._says._replace(is_code=False)
        elif name == "formfield":
            self._says = self._says._replace(captured=name)
            self._ends_with(name)

    def _is_drawn(self) -> bool:
        is_out = any(group.ends == "out" for group in self._groups)
        return not is_out and self._shared.property in _DRAWN

    def _leave_out(self) -> None:
        self._says = self._says._replace(is_skipped=True)
        self._ends_with("out")

    def _ends_with(self, ends: str) -> None:
        if self._groups:
            self._groups[-1] = self._groups[-1]._replace(ends=ends)

    # ── words ────────────────────────────────────────────────────────────────────────────

    def _word(self, token: Token) -> None:
        name, number = token.word, token.number
        if self._lost and name not in {"u", "uc"}:
            self._lost -= 1
            if name in _LETTERS:
                return
        if self._is_fresh:
            self._flush()
            self._begin(name)
        if self._says.captured in {"fonttbl", "colortbl", "formfield"}:
            self._flush()
            self._define(name, number)
            return
        say = _SAYINGS.get(name)
        if say is not None:
            self._flush()
            self._says = say(self._says, number)
            return
        if name == "u":
            self._flush()
            self._write(chr((number or 0) % 0x10000))
            self._lost = self._says.fallback
        elif self._says.is_skipped:
            return
        elif name in _LETTERS:
            self._flush()
            self._write(_LETTERS[name])
        else:
            self._act(name, number)

    def _define(self, name: str, number: int | None) -> None:
        """Take in a word of the font table, the colour table or a field of a form."""
        if self._says.captured == "formfield":
            self._form_field.define(name, number, self._body.line)
        elif not self._says.is_skipped:
            self._shared.define(name, number)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_starred = True
            return
        self._is_fresh = False
        if self._lost:
            self._lost -= 1
            return
        if symbol in "\r\n":
            if not self._says.is_skipped:
                self._end_paragraph("par")
        elif symbol in _SYMBOLS:
            self._flush()
            self._write(_SYMBOLS[symbol])

    # ── characters ───────────────────────────────────────────────────────────────────────

    def _text(self, token: Token) -> None:
        self._is_fresh = False
        text = token.text
        if self._lost:
            cut = min(self._lost, len(text))
            self._lost -= cut
            text = text[cut:]
        if text and not self._says.is_skipped:
            self._bytes += text

    def _flush(self) -> None:
        """Decode the bytes that wait: a letter may be written half by its code, half plainly."""
        if self._bytes:
            raw = bytes(self._bytes)
            self._bytes.clear()
            page = self._shared.pages.get(self._says.font)
            self._write(charsets.decoded(raw, page, self._shared.page))

    def _write(self, text: str) -> None:
        says = self._says
        if says.is_skipped or not text:
            return
        if says.captured in {"fonttbl", "colortbl"}:
            self._shared.name(says.captured, text)
        elif says.captured:
            self._captured = (self._captured + text)[:1_000]
        elif says.is_code:
            self._body.line.code(text)
        else:
            self._body.line.write(text, self._look(), is_deleted=says.is_deleted)

    def _look(self) -> str:
        says = self._says
        key = (says.is_hidden, says.is_struck, says.is_raised, *says.numbers)
        known = self._shared.looks.get(key)
        if known is None:
            known = self._shared.looks[key] = self._made_look()
        return known

    def _made_look(self) -> str:
        says = self._says
        tone, back = self._shared.colour(says.colour), self._shared.colour(says.back)
        face = self._shared.fonts.get(says.font, "")
        found = VANISH if says.is_hidden else ""
        found += font(face) if is_symbol_font(face) else ""
        found += colour(tone) if tone else ""
        found += STRUCK if says.is_struck else ""
        found += RAISED if says.is_raised else ""
        found += TINY if says.size is not None and says.size <= _TINY else ""
        return found + (shading(back) if back else "")

    # ── paragraphs and tables ────────────────────────────────────────────────────────────

    def _act(self, name: str, number: int | None) -> None:
        """Do what a word asks of the page, of paragraphs or of tables."""
        if name in _ENDS:
            self._end_paragraph(_ENDS[name])
        elif name in _OF_PARAGRAPHS:
            self._paragraph = _OF_PARAGRAPHS[name](self._paragraph, number)
        elif name in _OF_FILE:
            self._flush()
            _OF_FILE[name](self._shared, number)
        elif name in {"page", "column"}:
            self._flush()
            self._body.line.add(_PAGE)
        elif name == "plain":
            self._flush()
            self._says = self._says.plain(self._shared.usual_font)
        elif name in {"row", "nestrow"}:
            self._flush()
            self._body.end_row(is_nested=self._says.is_nested or name == "nestrow")
        else:
            self._speak_of_row(name, number)

    def _speak_of_row(self, name: str, number: int | None) -> None:
        is_nested = self._says.is_nested
        row = self._body.row(is_nested=is_nested)
        if name == "trowd":
            self._body.begin_row(is_nested=is_nested)
        elif name == "trleft":
            row.left = number or 0
        elif name == "cellx":
            row.end_cell(number or 0)
        elif name == "clcbpat":
            tone = self._shared.colour(number or 0)
            row.now = row.now._replace(shade=shading(tone)) if tone else row.now
        else:
            row.now = says_of_cell(row, name) or row.now

    def _end_paragraph(self, kind: str) -> None:
        self._flush()
        own = self._paragraph
        properties = ""
        if self._shared.colour(own.back):
            properties += shading(self._shared.colour(own.back))
        if own.outline is not None and 0 <= own.outline < _BODY_TEXT:
            properties += outline(own.outline)
        if kind == "par":
            mark = (DELETED if self._says.is_deleted else "") + VANISH * self._says.is_hidden
            properties += mark and f"<w:rPr>{mark}</w:rPr>"
        self._body.end_paragraph(kind, properties, own.tables)


_ENDS = {"par": "par", "sect": "par", "cell": "cell", "nestcell": "nestcell"}
_SAYINGS: dict[str, Callable[[Says, int | None], Says]] = {
    "v": lambda says, number: says._replace(is_hidden=number != 0),
    "deleted": lambda says, number: says._replace(is_deleted=number != 0),
    "mvf": lambda says, number: says._replace(is_deleted=number != 0),
    "strike": lambda says, number: says._replace(is_struck=number != 0),
    "striked": lambda says, number: says._replace(is_struck=number != 0),
    "super": lambda says, number: says._replace(is_raised=number != 0),
    "up": lambda says, number: says._replace(is_raised=number != 0),
    "sub": lambda says, _: says._replace(is_raised=False),
    "dn": lambda says, _: says._replace(is_raised=False),
    "nosupersub": lambda says, _: says._replace(is_raised=False),
    "cf": lambda says, number: says._replace(colour=number or 0),
    "cb": lambda says, number: says._replace(back=number or 0),
    "chcbpat": lambda says, number: says._replace(back=number or 0),
    "highlight": lambda says, number: says._replace(back=number or 0),
    "fs": lambda says, number: says._replace(size=number),
    "f": lambda says, number: says._replace(font=number or 0),
    "af": lambda says, number: says._replace(font=number or 0) if says.is_wide else says,
    "dbch": lambda says, _: says._replace(is_wide=True),
    "loch": lambda says, _: says._replace(is_wide=False),
    "hich": lambda says, _: says._replace(is_wide=False),
    "uc": lambda says, number: says._replace(fallback=max(0, 1 if number is None else number)),
}
_OF_PARAGRAPHS: dict[str, Callable[[RtfParagraph, int | None], RtfParagraph]] = {
    "pard": lambda _, __: RtfParagraph(),
    "intbl": lambda says, _: says._replace(in_table=True),
    "itap": lambda says, number: says._replace(depth=number or 0),
    "outlinelevel": lambda says, number: says._replace(outline=number),
    "cbpat": lambda says, number: says._replace(back=number or 0),
}


def _set_page(shared: Shared, number: int | None) -> None:
    shared.page = charsets.of_file(number)


def _set_font(shared: Shared, number: int | None) -> None:
    shared.usual_font = number or 0


def _set_first_page(shared: Shared, _: int | None) -> None:
    shared.has_first_page = True


_OF_FILE: dict[str, Callable[[Shared, int | None], None]] = {
    "ansicpg": _set_page,
    "mac": lambda shared, _: _set_page(shared, 10_000),
    "deff": _set_font,
    "titlepg": _set_first_page,
}
