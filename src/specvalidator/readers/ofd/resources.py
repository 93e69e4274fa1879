"""What objects of an OFD refer to by number: fonts, manners of drawing, composed graphics."""

import posixpath
import re
from functools import lru_cache
from typing import NamedTuple

from specvalidator.readers.ofd.values import child, name_of, numbers
from specvalidator.readers.xml import Element

_LONGEST_CHAIN = 20
_HEXADECIMAL = re.compile(r"#[0-9A-Fa-f]{1,4}")
_OPAQUE = 255
_BLACK = (0, 0, 0)
_GREY, _CMYK = 1, 4
_PATTERNS = frozenset({"Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGourandShd"})


class Paint(NamedTuple):
    """What something is painted with."""

    colour: tuple[int, int, int] | None
    """Red, green and blue; None for a pattern, or a colour that cannot be told."""
    alpha: int
    """From 0, which shows nothing, to 255."""


class Resources:
    """The resources of one document."""

    def __init__(self) -> None:
        self.units: dict[str, Element] = {}
        """Graphics that are composed of others."""
        self.media: dict[str, str] = {}
        """Where the files of pictures lie, as their resources say."""
        self._fonts: dict[str, str] = {}
        self._manners: dict[str, Element] = {}

    def add(self, root: Element) -> None:
        """Take in a part with resources."""
        for each in root.iter():
            number = each.get("ID") or ""
            match name_of(each):
                case "Font":
                    self._fonts.setdefault(number, each.get("FontName") or "")
                case "DrawParam":
                    self._manners.setdefault(number, each)
                case "MultiMedia" if (file := child(each, "MediaFile")) is not None:
                    place = posixpath.join(root.get("BaseLoc") or "", (file.text or "").strip())
                    self.media.setdefault(number, place)
                case "CompositeGraphicUnit" | "CompositeGraphUnit":
                    self.units.setdefault(number, each)

    def font(self, number: str | None) -> str:
        """Return the name of a font, "" where it is not known."""
        return self._fonts.get(number or "", "")

    def paint(self, element: Element, name: str, usual: tuple[int, int, int] = _BLACK) -> Paint:
        """Return what an object is painted with; `name` is FillColor or StrokeColor."""
        alpha = _share(element.get("Alpha"))
        said = child(element, name)
        manner = element.get("DrawParam")
        for _ in range(_LONGEST_CHAIN):
            if said is not None or manner is None:
                break
            shared = self._manners.get(manner)
            if shared is None:
                break
            said, manner = child(shared, name), shared.get("Relative")
        if said is None:
            return Paint(usual, alpha)
        alpha = min(alpha, _share(said.get("Alpha")))
        if len(said) and any(name_of(each) in _PATTERNS for each in said):
            return Paint(None, alpha)
        return Paint(_colour(said.get("Value"), said.get("Index")), alpha)


def _share(text: str | None) -> int:
    if text is None:
        return _OPAQUE
    found = numbers(text)
    return min(_OPAQUE, max(0, int(found[0]))) if found else _OPAQUE


@lru_cache(maxsize=1024)
def _colour(value: str | None, index: str | None) -> tuple[int, int, int] | None:
    text = (value or "").strip()
    if not text and index is None:
        return _BLACK
    found = (
        [float(int(each[1:], 16)) for each in text.split() if _is_hexadecimal(each)]
        if text.startswith("#")
        else list(numbers(text) or ())
    )
    if not found:
        return None
    values = [min(255, max(0, int(each))) for each in found]
    if len(values) == _GREY:
        return (values[0],) * 3
    if len(values) == _CMYK:
        cyan, magenta, yellow, key = values
        red, green, blue = ((255 - each) * (255 - key) // 255 for each in (cyan, magenta, yellow))
        return (red, green, blue)
    return (values[0], values[1], values[2]) if len(values) >= 3 else None  # noqa: PLR2004 - of RGB


def _is_hexadecimal(text: str) -> bool:
    return _HEXADECIMAL.fullmatch(text) is not None
