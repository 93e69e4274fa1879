"""How text of a web page looks, as far as that may hide it."""

import re

from specvalidator.readers.office.pen import (
    OBJECT,
    PICTURE,
    RAISED,
    STRUCK,
    TINY,
    VANISH,
    WHITE,
    colour,
    shading,
)
from specvalidator.readers.office.web.cascade import Cascade, Declared
from specvalidator.readers.office.web.colours import digits_of, is_clear
from specvalidator.readers.xml import Element

_UNSEEN = '<w:vanish w:val="1"/>'
"""Hidden by its visibility, which what stands in it may take back, unlike `VANISH`."""
_SEEN = '<w:vanish w:val="0"/>'
_ORDINARY = '<w:sz w:val="21"/>'
_OF_TAGS = {"s": STRUCK, "strike": STRUCK, "sup": RAISED}
_NOTHING = re.compile(r"0*(?:\.0*)?(?:%|px|pt|em|rem|cm|mm|in)?")
_FAR = re.compile(r"-\d{4,}(?:\.\d+)?(?:px|pt)")
_CLIPS = {
    "clip": re.compile(r"rect\(\s*0\w*[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+0\w*\s*\)"),
    "clip-path": re.compile(r"inset\(\s*(?:100|[5-9]\d)%\s*\)|circle\(\s*0\w*[^)]*\)"),
    "transform": re.compile(r"scale(?:x|y)?\(\s*0\s*(?:,\s*0\s*)?\)"),
    "filter": re.compile(r"opacity\(\s*0%?\s*\)"),
}
_PLACES = ("left", "top", "right", "text-indent")
_SIZES = ("height", "max-height", "width", "max-width")
_SIZE = re.compile(r"(\d*\.?\d+)(pt|px|em|rem|%)?")
_LEAST = {"pt": 1.0, "px": 1.34}
"""How high letters are that nobody sees, at most."""
_IMAGE = re.compile(r"gradient\(|url\(", re.IGNORECASE)
_CUT = ("hidden", "clip")
_TEXT = re.compile(r"\"([^\"]*)\"|'([^']*)'|attr\(\s*([\w-]+)\s*\)|(url\()|(counters?\()")
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_LIGHT = 0xC8
_MIDDLE = "808080"
"""What stands for a ground of several colours: nothing is lost on it."""
_GRID = ("table", "inline-table", "grid", "inline-grid")


class WebLooks:
    """What elements say of their look, by themselves and by the rules for them."""

    def __init__(self, root: Element) -> None:
        self._cascade = Cascade(root)
        self._puts_text = self._cascade.puts_text

    def of(self, element: Element) -> str:
        """Return the run properties that an element gives to its text."""
        declared = self._cascade.of(element)
        found = _look(declared) if declared else ""
        found += _OF_TAGS.get(str(element.tag), "")
        if element.get("hidden") is not None or _is_closed(element):
            found += VANISH
        tone = element.get("color")
        return found + _tone(tone) if tone else found

    def within(self, element: Element, look: str) -> str:
        """Return the look of an element's text, which stands in text of another look."""
        own = self.of(element)
        if _SEEN in own and VANISH in look:
            own = own.replace(_SEEN, "")
        if _ORDINARY in own and TINY not in look:
            own = own.replace(_ORDINARY, "")
        return look + own

    def shade(self, element: Element) -> str:
        """Return what a table, a row or a cell puts behind its text."""
        said = digits_of(element.get("bgcolor") or "")
        return _back(self._cascade.of(element)) or (shading(said) if said else "")

    def is_left_out(self, element: Element) -> bool:
        """Say whether a row or a cell of a table has no place on the page."""
        if element.get("hidden") is not None:
            return True
        declared = self._cascade.of(element)
        folded = element.tag not in {"td", "th"} and declared.get("visibility") == "collapse"
        return folded or declared.get("display") == "none"

    def is_drawn(self, element: Element) -> bool:
        """Say whether an element without words shows a picture behind them."""
        declared = self._cascade.of(element)
        back = declared.get("background-image") or declared.get("background") or ""
        return "url(" in back.casefold()

    def is_grid(self, element: Element) -> bool:
        """Say whether an element is laid out as a table though it is none."""
        return self._cascade.of(element).get("display") in _GRID

    def put(self, element: Element, where: str) -> tuple[str, str]:
        """Return the text that rules put before or after that of an element, and runs for more.

        Args:
            element: with or without text of its own.
            where: before or after.
        """
        if not self._puts_text:
            return "", ""
        declared = self._cascade.of(element, where)
        content = declared.get("content")
        if not content or "none" in (declared.get("display"), content):
            return "", ""
        text = more = ""
        for double, single, name, url, counter in _TEXT.findall(content):
            text += _ESCAPED.sub(_letter, double or single)
            text += (element.get(name) or "") if name else ""
            more += (PICTURE if url else "") + (OBJECT if counter else "")
        return text, more


def _is_closed(element: Element) -> bool:
    return element.tag == "dialog" and element.get("open") is None


def _look(declared: Declared) -> str:
    found = VANISH if _hides(declared) else ""
    seen = declared.get("visibility", "").casefold()
    found += _UNSEEN if seen in {"hidden", "collapse"} else _SEEN if seen == "visible" else ""
    found += _height(declared.get("font-size", ""))
    line = declared.get("text-decoration", "") + declared.get("text-decoration-line", "")
    found += STRUCK if "line-through" in line.casefold() else ""
    found += RAISED if declared.get("vertical-align", "").casefold() == "super" else ""
    back = _back(declared)
    tone = declared.get("-webkit-text-fill-color") or declared.get("color", "")
    return found + _tone(tone, is_grounded=bool(back)) + back


def _hides(declared: Declared) -> bool:
    """Say whether an element is not shown, or where nobody sees it."""
    said = {name: value.casefold() for name, value in declared.items()}
    if said.get("display") == "none" or said.get("mso-hide") == "all":
        return True
    if _NOTHING.fullmatch(said.get("opacity", "1")):
        return True
    if any(pattern.search(said.get(name, "")) for name, pattern in _CLIPS.items()):
        return True
    if any(_FAR.fullmatch(said.get(name, "")) for name in _PLACES):
        return True
    cut = any(said.get(name) in _CUT for name in ("overflow", "overflow-y", "overflow-x"))
    return cut and any(_NOTHING.fullmatch(said[name]) for name in _SIZES if said.get(name))


def _height(size: str) -> str:
    found = _SIZE.fullmatch(size.strip().casefold())
    if found is None:
        return ""
    height = float(found[1])
    if height == 0:
        return TINY
    least = _LEAST.get(found[2] or "")
    if least is None:
        return ""
    return TINY if height <= least else _ORDINARY


def _tone(tone: str, *, is_grounded: bool = False) -> str:
    """Return what letters are painted with, where that may be the colour of their ground."""
    if not tone:
        return ""
    if is_clear(tone):
        return VANISH
    digits = digits_of(tone)
    if digits == "FFFFFF":
        return WHITE
    is_light = digits is not None and min(bytes.fromhex(digits)) >= _LIGHT
    return colour(digits) if digits and (is_light or is_grounded) else ""


def _back(declared: Declared) -> str:
    said = declared.get("background-color") or declared.get("background") or ""
    if _IMAGE.search(declared.get("background-image") or declared.get("background") or ""):
        return shading(_MIDDLE)
    for word in re.split(r"\s+(?![^()]*\))", said):
        digits = digits_of(word)
        if digits and not is_clear(word):
            return shading(digits)
    return ""


def _letter(escaped: re.Match[str]) -> str:
    if not escaped[1]:
        return escaped[2]
    code = int(escaped[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"  # noqa: PLR2004 - the last letter, and no halves of any
