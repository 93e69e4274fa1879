"""The headers and footers of OpenDocument: those of the master pages that some page is made by."""

from collections.abc import Callable, Iterator, Sequence

from specvalidator.readers.office.odt.names import OFFICE, STYLE, TABLE, TEXT
from specvalidator.readers.office.pen import Margin
from specvalidator.readers.xml import Element

_MASTER = STYLE + "master-page"
_USUAL = "Standard"
_KINDS: dict[str, Margin] = {
    STYLE + "header": "header",
    STYLE + "header-left": "header",
    STYLE + "header-first": "header",
    STYLE + "footer": "footer",
    STYLE + "footer-left": "footer",
    STYLE + "footer-first": "footer",
}
_BEGIN = (TEXT + "p", TEXT + "h", TABLE + "table")
_FIRST = frozenset({*_BEGIN, TEXT + "list", TEXT + "section"})

MasterOf = Callable[[str, str | None], str | None]
"""Gives the master page that a style of a family begins a page by."""


def margins(roots: Sequence[Element], master_of: MasterOf) -> Iterator[tuple[Margin, Element]]:
    """Yield the headers and footers that pages show."""
    masters = {each.get(STYLE + "name"): each for root in roots for each in root.iter(_MASTER)}
    usual = _USUAL if _USUAL in masters else next(iter(masters), None)
    pending = [name or usual for name in _begun(roots[-1], master_of)]
    seen = set()
    while pending:
        name = pending.pop(0)
        if name in seen or name not in masters:
            continue
        seen.add(name)
        pending.append(masters[name].get(STYLE + "next-style-name"))
        for each in masters[name]:
            kind = _KINDS.get(str(each.tag))
            if kind and each.get(STYLE + "display") != "false":
                yield kind, each


def _begun(root: Element, master_of: MasterOf) -> Iterator[str | None]:
    """Yield the master page of the first page, None for the usual one, and those changed to."""
    text = next(root.iter(OFFICE + "text"), None)
    blocks = [] if text is None else [each for each in text if each.tag in _FIRST]
    first = next(blocks[0].iter(*_BEGIN), None) if blocks else None
    yield None if first is None else _master(first, master_of)
    for each in () if text is None else text.iter(*_BEGIN):
        name = _master(each, master_of)
        if name:
            yield name


def _master(element: Element, master_of: MasterOf) -> str | None:
    if element.tag == TABLE + "table":
        return master_of("table", element.get(TABLE + "style-name"))
    return master_of("paragraph", element.get(TEXT + "style-name"))
