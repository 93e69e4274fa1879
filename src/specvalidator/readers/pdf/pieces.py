"""The characters of a page as pieces of text with boxes, at as few calls into PDFium as will do."""

import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from specvalidator.readers.layout.drawing import runs_through
from specvalidator.readers.layout.frame import Frame, turned
from specvalidator.readers.layout.lines import RAISED, SUPERSCRIPT
from specvalidator.readers.layout.page import Box, LayoutPiece, around
from specvalidator.readers.meter import PdfMeter
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.drawing import SMALLEST, PdfDrawing, Surveyor
from specvalidator.readers.pdf.sight import Sight

if TYPE_CHECKING:
    from specvalidator.document import Unread

_SEGMENT = re.compile(r"\S+")
_SCRIPT = re.compile(r"[\u4e00-\u9fff，。、；：（）]+|[!-~]+|[^\s!-~\u4e00-\u9fff，。、；：（）]")
"""A stretch of Chinese or of Latin; any other letter by itself."""
_MEANINGLESS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control and private-use characters: a letter was drawn whose meaning the file does not say."""
_UNKNOWN = "\ufffd"
_SIGN = re.compile(r"[\uf020-\uf0ff]")
"""What fonts of signs, such as Wingdings, have for letters."""
_RADICAL = re.compile(r"[\u2f00-\u2fd5]")
_FIGURES = re.compile(r"\S[\d①-⑨]+")
"""Figures, and the letter before them."""
_LINE_HYPHENS = "\x02\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_WIDEST = 1.6
"""Of the letter size: a segment whose letters are wider on the average was torn apart."""
_NARROW = 0.8
"""Of the letter size: a segment with narrower letters may hold each of them twice."""
_DRAWN_LONG = "—–―─…⋯"
"""Two of these make one sign, and may overlap."""
_DOUBLED = re.compile(r"([^\s!-~—–―─…⋯])\1")
_MOST_SLANTS = 40
"""Slanting lines on one page that may strike out letters; more of them are a drawing."""
_UNLIKE = 0.6
"""Share of the letter size by which a letter's box may be lower or higher than it."""
_EDGE = 1.0
"""Points that a letter may reach over a line into the next cell."""


class PieceReader:
    """Reads the text of one open page."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that is known of a page
        self,
        text: int,
        frame: Frame,
        drawing: PdfDrawing,
        surveyor: Surveyor,
        meter: PdfMeter,
        sight: Sight | None = None,
    ) -> None:
        self._text = text
        self._frame = frame
        self._drawing = drawing
        self._surveyor = surveyor
        self._meter = meter
        self._sight = sight
        box = native.Floats(4)
        self._box_values, self._box_at = box.values, box.at[0]
        self._origin = native.Doubles(2)
        self._meaningful = False
        self._matrix = native.Floats(6)
        self._walls = drawing.walls
        self._wall_x = [wall.at for wall in self._walls]
        self._strokes = drawing.strokes
        self._stroke_y = [stroke.at for stroke in drawing.strokes]
        few = len(drawing.slants) <= _MOST_SLANTS
        self._slants = drawing.slants if few else []

    def pieces(self, characters: str) -> list[LayoutPiece]:
        """Return the pieces of the page's text, in PDFium's order, those off the page left out."""
        width, height = self._frame.size
        characters = _RADICAL.sub(_unified, self._with_raised(characters))
        self._meaningful = self._is_meaningful(characters)
        plain = self._drawing.plain and self._frame.rotation == 0
        pieces = self._plain(characters) if plain else self._styled(characters)
        return [
            piece
            for piece in pieces
            if 0 <= piece.x0 + piece.x1 <= 2 * width and 0 <= piece.y0 + piece.y1 <= 2 * height
        ]

    def _with_raised(self, characters: str) -> str:
        """Return the characters with small raised figures as such: ² for the mark of a note."""
        raised: list[int] = []
        size = native.font_size
        for match in _FIGURES.finditer(characters):
            start, last = match.start(), match.end() - 1
            if size(self._text, last) < RAISED * size(self._text, start):
                begin = self._baseline(start)
                height = size(self._text, start)
                raised += [
                    index
                    for index in range(start + 1, last + 1)
                    if size(self._text, index) < RAISED * height
                    and self._baseline(index) > begin + height / 10
                ]
        if not raised:
            return characters
        letters = list(characters)
        for index in raised:
            letters[index] = letters[index].translate(SUPERSCRIPT)
        return "".join(letters)

    def _baseline(self, index: int) -> float:
        native.character_origin(self._text, index, *self._origin.at)
        return self._origin.values[1]

    def _is_meaningful(self, characters: str) -> bool:
        """Tell whether every letter of the page has a meaning that the file says.

        Where one letter of a font has none, most have none. So one of each stretch in one
        script, and thereby in one font, is asked for.
        """
        if _MEANINGLESS.search(characters):
            return False
        unmapped, text = native.is_unmapped, self._text
        return not any(unmapped(text, match.start()) for match in _SCRIPT.finditer(characters))

    def _segments(self, characters: str) -> list[tuple[int, int, str]]:
        """Return start, end and typed white space before each run without white space."""
        found = []
        last = 0
        for match in _SEGMENT.finditer(characters):
            start, end = match.span()
            lead = ""
            # White space that PDFium made up stands for a gap that nobody typed.
            typed = last < start and characters[start - 1] != "\n"
            if typed and not native.is_generated(self._text, start - 1):
                lead = characters[last:start]
            found.append((start, end, lead))
            last = end
        return found

    def _plain(self, characters: str) -> list[LayoutPiece]:
        """Read a page whose text is all upright and visible: two boxes tell where a segment is."""
        found: list[LayoutPiece] = []
        text, strokes, meaningful = self._text, self._strokes, self._meaningful
        box, font_size, values, at = (
            native.character_box, native.font_size, self._box_values, self._box_at
        )  # fmt: skip
        left, top = self._frame.left, self._frame.top
        walls = [*self._wall_x, math.inf]
        doubled = _DOUBLED.search(characters) is not None
        for start, end, lead in self._segments(characters):
            box(text, start, at)
            x0, y0, x1, y1 = values[:]
            height = y0 - y1
            size: float = font_size(text, start)
            if not _UNLIKE * size < height < size / _UNLIKE:
                size = self._size(start, height)
            if end - start > 1:
                first = x1
                box(text, end - 1, at)
                last, ly0, x1, ly1 = values[:]
                whole = (end - start) * size
                torn = last < first - size or x1 - x0 > _WIDEST * whole
                if (
                    doubled
                    and x1 - x0 < _NARROW * whole
                    and _DOUBLED.search(characters, start, end)
                ):
                    torn = True
                if torn or ly0 < y1 or ly1 > y0:
                    found += self._by_letter(characters, start, end, lead)
                    continue
                if ly0 > y0:  # noqa: PLR1730 - a third of the time of max, some hundred times a page
                    y0 = ly0
                if ly1 < y1:  # noqa: PLR1730 - as above
                    y1 = ly1
            x0, y0, x1, y1 = x0 - left, top - y0, x1 - left, top - y1
            wall = walls[bisect_left(walls, x0 + _EDGE)]
            if (
                (wall < x1 - _EDGE and self._crosses(x0, x1, (y0 + y1) / 2))
                or (strokes and self._is_struck(x0, y0, None, y1))
                or (self._slants and self._is_crossed((x0, y0, x1, y1)))
            ):
                found += self._by_letter(characters, start, end, lead)
                continue
            letters = characters[start:end] if meaningful else self._mapped(characters, start, end)
            found.append(LayoutPiece(letters, x0, y0, x1, y1, size, lead, 0, size < SMALLEST))
        return found

    def _is_struck(self, x0: float, y0: float, x1: float | None, y1: float) -> bool:
        """Tell whether a line is drawn through the middle of letters; x1 None: at their height."""
        margin = (y1 - y0) / 4
        middle = None if x1 is None else (x0 + x1) / 2
        first = bisect_right(self._stroke_y, y0 + margin)
        after = bisect_left(self._stroke_y, y1 - margin)
        if first < after:
            self._meter.take("comparisons", after - first)
        return any(
            middle is None or stroke.start <= middle <= stroke.end
            for stroke in self._strokes[first:after]
        )

    def _is_crossed(self, box: Box) -> bool:
        """Tell whether a slanting line runs through letters."""
        self._meter.take("comparisons", len(self._slants))
        return any(runs_through(slant, box) for slant in self._slants)

    def _crosses(self, x0: float, x1: float, y: float) -> bool:
        """Tell whether a vertical line stands between two letters of a segment."""
        first = bisect_left(self._wall_x, x0 + _EDGE)
        after = bisect_left(self._wall_x, x1 - _EDGE)
        if first >= after:
            return False
        self._meter.take("comparisons", after - first)
        return any(wall.start <= y <= wall.end for wall in self._walls[first:after])

    def _size(self, index: int, height: float) -> float:
        """Return the height of the letters' em; boxes of different fonts are unlike each other."""
        size: float = native.font_size(self._text, index)
        if not _UNLIKE * size < height < size / _UNLIKE:
            # The font's size is not all: the text may be drawn enlarged or reduced.
            native.character_matrix(self._text, index, self._matrix.at[0])
            _, _, c, d, _, _ = self._matrix.values[:]
            size *= math.hypot(c, d)
        return size

    def _letter_box(self, index: int) -> Box:
        native.character_box(self._text, index, self._box_at)
        left, top, right, bottom = self._box_values[:]
        return self._frame.shown(left, bottom, right, top)

    def _by_letter(self, characters: str, start: int, end: int, lead: str) -> Iterator[LayoutPiece]:
        """Put a doubtful segment together letter by letter, ending a piece at each jump or line."""
        first = start
        box = last = self._letter_box(start)
        for index in range(start + 1, end):
            letter = self._letter_box(index)
            same = characters[index] == characters[index - 1] not in _DRAWN_LONG
            if same and _lies_on(letter, last):
                if first < index:
                    yield self._piece(characters, first, index, box, lead)
                first, lead = index + 1, ""
                continue
            last = letter
            if first == index:
                box = letter
                continue
            size = max(box[3] - box[1], letter[3] - letter[1])
            jumps = abs(letter[0] - box[2]) > size or letter[1] > box[3] or letter[3] < box[1]
            struck = bool(self._strokes) and self._is_struck(*box) != self._is_struck(*letter)
            struck = struck or (
                bool(self._slants) and self._is_crossed(box) != self._is_crossed(letter)
            )
            if jumps or struck or self._crosses(box[0], letter[2], (box[1] + box[3]) / 2):
                yield self._piece(characters, first, index, box, lead)
                first, box, lead = index, letter, ""
            else:
                box = around([box, letter])
        if first < end:
            yield self._piece(characters, first, end, box, lead)

    def _piece(self, characters: str, start: int, end: int, box: Box, lead: str) -> LayoutPiece:
        size = self._size(start, box[3] - box[1])
        letters = self._mapped(characters, start, end)
        struck = bool(self._strokes) and self._is_struck(*box)
        if self._slants and self._is_crossed(box):
            return LayoutPiece(letters, *box, size, lead, hidden=True, unread="covered")
        return LayoutPiece(letters, *box, size, lead, hidden=size < SMALLEST, struck=struck)

    def _styled(self, characters: str) -> Iterator[LayoutPiece]:
        """Read a page with text that is turned or perhaps hidden: each text object by itself."""
        for start, end, lead in self._segments(characters):
            owners = [native.text_object(self._text, index) for index in range(start, end)]
            first = start
            for owner, run in groupby(owners):
                after = first + len(list(run))
                space = lead if first == start else ""
                yield from self._of_object(characters, first, after, space, owner)
                first = after

    def _of_object(
        self, characters: str, start: int, end: int, lead: str, owner: int | None
    ) -> Iterator[LayoutPiece]:
        doubted = owner in self._drawing.doubted
        undrawn = doubted and self._sight is None and not self._surveyor.is_drawn(owner or 0)
        native.character_matrix(self._text, start, self._matrix.at[0])
        a, b, *_ = self._matrix.values[:]
        turn = turned(a, b, self._frame.rotation)
        if owner in self._drawing.mirrored:
            garbled = _UNKNOWN * (end - start)
            characters = characters[:start] + garbled + characters[end:]
        first = start
        while first < end:
            seen = not doubted or self._is_seen(first)
            after = first + 1
            while after < end and (not doubted or self._is_seen(after) == seen):
                after += 1
            if turn == 0:
                found = list(self._by_letter(characters, first, after, lead))
            else:
                box = around([self._letter_box(index) for index in range(first, after)])
                found = [self._piece(characters, first, after, box, lead)._replace(turn=turn)]
            unseen = undrawn or not seen or owner in self._drawing.minute
            why: Unread | None = "covered" if unseen and owner in self._drawing.covered else None
            for piece in found:
                yield piece._replace(hidden=piece.hidden or unseen, unread=why or piece.unread)
            first, lead = after, ""

    def _is_seen(self, index: int) -> bool:
        """Tell whether a letter can be seen on a page that was looked at."""
        if self._sight is None:
            return True
        x0, y0, x1, y1 = self._letter_box(index)
        margin = min(x1 - x0, y1 - y0) / 8
        return self._sight.sees((x0 + margin, y0 + margin, x1 - margin, y1 - margin))

    def _mapped(self, characters: str, start: int, end: int) -> str:
        """Return the letters, U+FFFD for each whose meaning the file does not say."""
        if self._meaningful:
            return characters[start:end]
        letters = [self._letter(characters[index], index) for index in range(start, end)]
        # The sign before an item, of a font of signs, is told by where it stands.
        sign = letters[0] if _SIGN.match(letters[0]) else ""
        return sign + _MEANINGLESS.sub("\ufffd", "".join(letters[len(sign) :]))

    def _letter(self, letter: str, index: int) -> str:
        if letter in _LINE_HYPHENS and native.is_hyphen(self._text, index) == 1:
            return "-"
        return "\ufffd" if native.is_unmapped(self._text, index) else letter


def _unified(radical: re.Match[str]) -> str:
    """Return the letter that a Kangxi radical is: some programs write ⼆ for 二."""
    return unicodedata.normalize("NFKC", radical[0])


def _lies_on(letter: Box, other: Box) -> bool:
    """Tell whether a letter stands where another does, but for a hair's breadth."""
    across, down = (other[2] - other[0]) / 3, (other[3] - other[1]) / 3
    return abs(letter[0] - other[0]) < across and abs(letter[1] - other[1]) < down
