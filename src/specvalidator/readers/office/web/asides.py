"""Notes, headers and footers of a web page, as Word and LibreOffice write them."""

import re
from collections.abc import Iterator

from specvalidator.readers.office.pen import Margin
from specvalidator.readers.xml import Element

_NOTE = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d{1,5}")
_REFERENCE = re.compile(r"#_?((?:ftn|edn|sdfootnote|sdendnote)\d{1,5})(?:sym)?")
_BACK = re.compile(r"#(?:_(?:ftn|edn)ref\d{1,5}|sd(?:foot|end)note\d{1,5}anc)")
_COMMENT = re.compile(r"#_msocom_\d{1,5}|_anchor_\d{1,5}")
_ELEMENT = re.compile(r"mso-element\s*:\s*(header|footer|(?:foot|end)note-list)", re.IGNORECASE)
_TITLE_PAGE = re.compile(r"mso-title-page\s*:\s*yes", re.IGNORECASE)
_MARGINS: dict[str | None, Margin] = {"header": "header", "footer": "footer"}


class WebAsides:
    """What stands apart from the page, each note to be taken once."""

    def __init__(self, root: Element) -> None:
        self._notes = {
            name: each for each in root.iter("div") if _NOTE.fullmatch(name := each.get("id") or "")
        }

    def take(self, reference: Element) -> Element | None:
        """Return the note that a link refers to, None where it is none, or was taken."""
        found = _REFERENCE.fullmatch(reference.get("href") or "")
        return self._notes.pop(found[1], None) if found else None


def is_reference(element: Element) -> bool:
    """Say whether a link is the mark of a note or a comment, or the number a note begins with."""
    target = element.get("href") or ""
    marks = (_BACK, _REFERENCE, _COMMENT)
    return any(mark.fullmatch(target) for mark in marks)


def is_aside(element: Element) -> bool:
    """Say whether an element is no part of the body."""
    if element.tag != "div":
        return False
    return (
        margin_of(element) is not None
        or _NOTE.fullmatch(element.get("id") or "") is not None
        or _ELEMENT.search(element.get("style") or "") is not None
    )


def margin_of(element: Element) -> Margin | None:
    """Return which margin an element stands in."""
    found = _ELEMENT.search(element.get("style") or "")
    return _MARGINS.get(found[1].casefold() if found else element.get("title"))


def margins(root: Element, *, has_first: bool = True) -> Iterator[tuple[Margin, Element]]:
    """Yield the headers and footers of a page; `has_first`: those of the first page are shown."""
    for each in root.iter("div"):
        kind = margin_of(each)
        is_first = (each.get("id") or "").startswith(("fh", "ff"))
        if kind is not None and (has_first or not is_first):
            yield kind, each


def has_title_page(text: str) -> bool:
    """Say whether the first page has margins of its own."""
    return _TITLE_PAGE.search(text) is not None
