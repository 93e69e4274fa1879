"""How text of a web page looks, as far as that may hide it."""

import re

from specvalidator.readers.office.pen import RAISED, STRUCK, TINY, VANISH, WHITE, shading
from specvalidator.readers.xml import Element

_HIDES = re.compile(
    r"""display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden
    |(?<![\w-])opacity\s*:\s*0(?:\.0*)?%?\s*(?:[;!]|$)
    |(?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{4,}(?:\.\d+)?px""",
    re.IGNORECASE | re.VERBOSE,
)
"""The last are the usual ways to put text beyond a page."""
_WHITE_TONE = r"(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_WHITE = re.compile(rf"(?<![-\w])color\s*:\s*{_WHITE_TONE}", re.IGNORECASE)
_TINY = re.compile(r"font-size\s*:\s*(?:0|0?\.\d+|1(?:\.0+)?)(?:pt|px)?\s*(?:;|$)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super\b", re.IGNORECASE)
_OF_TAGS = {"s": STRUCK, "strike": STRUCK, "sup": RAISED}
_BACK = re.compile(
    r"background(?:-color)?\s*:\s*(?:#([0-9a-f]{6})\b|(black|navy|red|green|blue|gray))",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:^|[\s,}])[\w]{0,20}\.([\w-]{1,100})\s*\{([^{}]{0,2000})\}")
_WHITE_NAMES = frozenset({"#fff", "#ffffff", "white", "ffffff"})
_DIGITS = re.compile(r"#?([0-9a-fA-F]{6})")
_NAMED = {"red": "ff0000", "green": "008000", "blue": "0000ff", "gray": "808080"}
_MOST_RULES = 5_000


class WebLooks:
    """What elements say of their look, by themselves and by their classes."""

    def __init__(self, root: Element) -> None:
        self._classes: dict[str, str] = {}
        for style in root.iter("style"):
            for rule in _RULE.finditer(style.text or ""):
                if len(self._classes) < _MOST_RULES:
                    known = self._classes.get(rule[1], "")
                    self._classes[rule[1]] = known or _look(rule[2])
        self._known: dict[str, str] = {}

    def of(self, element: Element) -> str:
        """Return the run properties that an element gives to its text."""
        found = "".join(
            self._classes.get(name, "") for name in (element.get("class") or "").split()[:20]
        )
        style = element.get("style")
        if style:
            known = self._known.get(style)
            if known is None:
                known = self._known[style] = _look(style)
            found += known
        found += _OF_TAGS.get(str(element.tag), "")
        if element.get("hidden") is not None:
            found += VANISH
        tone = element.get("color")
        if tone and tone.casefold() in _WHITE_NAMES:
            found += WHITE
        return found

    def shade(self, element: Element) -> str:
        """Return what a table, a row or a cell puts behind its text."""
        digits = _DIGITS.fullmatch(element.get("bgcolor") or "")
        return _back(element.get("style") or "") or (shading(digits[1]) if digits else "")


def _look(style: str) -> str:
    found = VANISH if _HIDES.search(style) else ""
    found += WHITE if _WHITE.search(style) else ""
    found += TINY if _TINY.search(style) else ""
    found += STRUCK if _STRUCK.search(style) else ""
    found += RAISED if _RAISED.search(style) else ""
    return found + _back(style)


def _back(style: str) -> str:
    found = _BACK.search(style)
    if found is None:
        return ""
    return shading(found[1] or _NAMED.get(found[2].casefold(), "000000"))
