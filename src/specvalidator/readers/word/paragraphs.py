"""What a paragraph says of itself: its style, list and level, and whether a page shows it."""

from typing import NamedTuple

from specvalidator.readers.word.appearance import (
    PLAIN,
    STYLE_SEPARATOR,
    VANISHING,
    Setting,
    look_of,
    vanishes,
)
from specvalidator.readers.word.geometry import (
    FRAME,
    INDENT,
    SPACING,
    PageGeometry,
    is_beyond,
    is_frame_unseen,
    is_squashed,
)
from specvalidator.readers.word.ooxml import (
    DELETED_MARKS,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    RUN_PROPERTIES,
    SHADING,
    VAL,
    W,
    children_of,
    leading,
)
from specvalidator.readers.word.styles import Ground, ParagraphStyle, Styles, outline_level
from specvalidator.readers.xml import Element

_NUMBERING = W + "numPr"
_OUTLINE = W + "outlineLvl"
_LINE_RULE = W + "lineRule"
_DROP_CAP = W + "dropCap"
_DROPPED = frozenset({"drop", "margin"})
_PLACING = frozenset({FRAME, SPACING, INDENT})


class ParagraphProperties(NamedTuple):
    """What a paragraph says of itself."""

    style: ParagraphStyle
    numbering: Element | None
    level: int | None
    setting: Setting
    is_mark_hidden: bool
    is_mark_deleted: bool = False
    is_unseen: bool = False
    """Its lines have no height or lie beyond the page."""


class ParagraphReading:
    """Reads the properties of paragraphs, those of equal style and ground once."""

    def __init__(self, styles: Styles, page: PageGeometry) -> None:
        self._styles = styles
        self._page = page
        self._known: dict[tuple[str | None, Ground], ParagraphProperties] = {}
        self._marks_speak = True
        """Whether the end mark of some paragraph may be deleted or hidden."""

    def seek_marks(self, body: Element) -> None:
        """Find out at once whether the end mark of any paragraph may be deleted or hidden.

        In most documents none is, and to ask each takes longer.
        """
        self._marks_speak = next(body.iter(*DELETED_MARKS, *VANISHING), None) is not None

    def properties(self, paragraph: Element, ground: Ground) -> ParagraphProperties:
        """Return what a `w:p` says of itself, on the ground of what it stands in."""
        properties = leading(paragraph, PARAGRAPH_PROPERTIES)
        if properties is None:
            return self._styled(None, ground)
        said = {each.tag: each for each in children_of(properties)}
        style = said.get(PARAGRAPH_STYLE)
        if SHADING in said:
            ground = ground.under(said[SHADING])
        own = self._styled(None if style is None else style.get(VAL), ground)
        if _NUMBERING in said:
            own = own._replace(numbering=said[_NUMBERING])
        if _OUTLINE in said:
            own = own._replace(level=outline_level(said[_OUTLINE].get(VAL)))
        if not _PLACING.isdisjoint(said) and self._is_unseen(said, own) != own.is_unseen:
            own = own._replace(is_unseen=not own.is_unseen)
        own = self._ended(own, said.get(RUN_PROPERTIES))
        if FRAME in said and said[FRAME].get(_DROP_CAP) in _DROPPED:
            # A large first letter has a paragraph of its own, and belongs to the next one.
            own = own._replace(is_mark_deleted=True)
        return own

    def _is_unseen(self, said: dict[str, Element], own: ParagraphProperties) -> bool:
        """Say whether a paragraph has no height or lies beyond the page, by its properties."""
        page = self._page
        frame, spacing, indent = said.get(FRAME), said.get(SPACING), said.get(INDENT)
        if frame is not None and is_frame_unseen(frame, page):
            return True
        if spacing is not None and is_squashed(spacing):
            return True
        if indent is not None and is_beyond(indent, page):
            return True
        if not own.is_unseen:
            return False
        return indent is None and (spacing is None or spacing.get(_LINE_RULE) is None)

    def _ended(self, own: ParagraphProperties, mark: Element | None) -> ParagraphProperties:
        """Return what a paragraph says of itself with what its end mark says."""
        if mark is None or not self._marks_speak:
            return own
        names = [each.tag for each in mark]
        is_deleted = not DELETED_MARKS.isdisjoint(names)
        if VANISHING.isdisjoint(names) or STYLE_SEPARATOR in names:
            return own._replace(is_mark_deleted=True) if is_deleted else own
        look = look_of(mark)
        character = self._styles.character(look.style) if look.style else PLAIN
        is_hidden = vanishes(look, character, own.setting)
        return own._replace(is_mark_hidden=is_hidden, is_mark_deleted=is_deleted)

    def _styled(self, name: str | None, ground: Ground) -> ParagraphProperties:
        """Return the properties of a paragraph that says nothing of itself but its style."""
        known = self._known.get((name, ground))
        if known is None:
            style = self._styles.paragraph(name)
            setting = self._styles.setting(name, ground)
            known = ParagraphProperties(
                style,
                None,
                style.level,
                setting,
                is_mark_hidden=setting.vanishes,
                is_unseen=style.is_unseen,
            )
            self._known[name, ground] = known
        return known
