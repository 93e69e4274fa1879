"""What a browser prints before the items of a list."""

from specvalidator.readers.word.numerals import numeral
from specvalidator.readers.word.ooxml import integer
from specvalidator.readers.xml import Element

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
}
_CHINESE = "chineseCountingThousand"


class ListItems:
    """The items of one list, counted."""

    def __init__(self, element: Element) -> None:
        self._is_ordered = element.tag == "ol"
        self._number = integer(element.get("start"), 1)
        style = (element.get("style") or "").casefold()
        self._format = _TYPES.get(element.get("type") or "1", "decimal")
        for name, number_format in _STYLES.items():
            if name in style:
                self._format = number_format
        if "none" in style:
            self._is_ordered = False

    def label(self, item: Element) -> str:
        """Count an item and return what stands before it."""
        self._number = integer(item.get("value"), self._number)
        number, self._number = self._number, self._number + 1
        if not self._is_ordered or number < 1:
            return ""
        return numeral(number, self._format) + ("、" if self._format == _CHINESE else ".")
