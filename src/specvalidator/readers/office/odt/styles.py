"""What the styles of OpenDocument say of how text looks, as run properties of Word."""

import re
from collections.abc import Sequence

from specvalidator.readers.office.odt.names import FORMAT, LIBREOFFICE, STYLE, TEXT
from specvalidator.readers.office.pen import RAISED, STRUCK, TINY, VANISH, colour, font, shading
from specvalidator.readers.word.symbols import is_symbol_font
from specvalidator.readers.xml import Element

_LONGEST_CHAIN = 20
_RAISED = re.compile(r"super\b|[1-9]\d*(?:\.\d+)?%")
_NAME = STYLE + "name"
_FAMILY = STYLE + "family"
_PARENT = STYLE + "parent-style-name"
_TITLES = frozenset({"title", "标题"})
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)pt")


class OdtStyles:
    """The styles of a document by family and name, each asked once."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles: dict[tuple[str | None, str | None], Element] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                self._styles[style.get(_FAMILY), style.get(_NAME)] = style
            for style in root.iter(STYLE + "default-style"):
                self._styles[style.get(_FAMILY), None] = style
        self._looks: dict[tuple[str, str | None], str] = {}

    def look(self, family: str, name: str | None) -> str:
        """Return what a style makes of text; of a family's default where it says nothing."""
        known = self._looks.get((family, name))
        if known is None:
            known = self._looks[family, name] = self._look(family, name)
        return known

    def shade(self, family: str, name: str | None) -> str:
        """Return what a style of tables, rows or cells puts behind text."""
        said = self._said(family, name, FORMAT + "background-color") if name else None
        return shading(said[1:]) if said and said.startswith("#") else ""

    def list_of(self, name: str | None) -> str | None:
        """Return the list style that a paragraph style names, "" where it switches lists off."""
        return self._said("paragraph", name, STYLE + "list-style-name")

    def master_page(self, family: str, name: str | None) -> str | None:
        """Return the master page that a style begins a page by, None where it begins none."""
        said = self._said(family, name, STYLE + "master-page-name") if name else None
        return said or None

    def is_title(self, name: str | None) -> bool:
        """Say whether a paragraph style is that of titles, or based on it."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(("paragraph", name)) if name else None
            if style is None:
                return False
            if (style.get(STYLE + "display-name") or name or "").casefold() in _TITLES:
                return True
            name = style.get(_PARENT)
        return False

    def _look(self, family: str, name: str | None) -> str:
        def said(attribute: str) -> str | None:
            return self._said(family, name, attribute)

        display, tone = said(TEXT + "display"), said(FORMAT + "color")
        face, back = said(STYLE + "font-name"), said(FORMAT + "background-color")
        size = _POINTS.fullmatch(said(FORMAT + "font-size") or "")
        found = [VANISH] if display == "none" else []
        found += ['<w:vanish w:val="0"/>'] if display == "true" else []
        found += [colour(tone[1:])] if tone and tone.startswith("#") else []
        found += [font(face)] if face and is_symbol_font(face) else []
        found += [TINY] if size and float(size[1]) <= 1 else []
        found += [shading(back[1:])] if back and back.startswith("#") else []
        struck = {said(STYLE + f"text-line-through-{each}") for each in ("style", "type")}
        found += [STRUCK] if struck - {None, "none"} and "none" not in struck else []
        found += [VANISH] if self._is_clear(family, name) else []
        found += [RAISED] if _RAISED.match(said(STYLE + "text-position") or "") else []
        return "".join(found)

    def _is_clear(self, family: str, name: str | None) -> bool:
        """Tell whether letters let all light through.

        Beside the colour of the window, LibreOffice writes 0 % for letters that it shows.
        """
        where = self._saying(family, name, LIBREOFFICE + "opacity")
        if where is None or where.get(LIBREOFFICE + "opacity") not in {"0", "0%"}:
            return False
        return where.get(STYLE + "use-window-font-color") != "true"

    def _said(self, family: str, name: str | None, attribute: str) -> str | None:
        """Return an attribute of a style, or of those it is based on, or of the default."""
        where = self._saying(family, name, attribute)
        said: str | None = None if where is None else where.get(attribute)
        return said

    def _saying(self, family: str, name: str | None, attribute: str) -> Element | None:
        """Return the part of a style, or of those it is based on, that has an attribute."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return None
            parts: tuple[Element, ...] = (style, *style)
            for each in parts:
                if each.get(attribute) is not None:
                    return each
            if name is None:
                return None
            name = style.get(_PARENT)
        return None
