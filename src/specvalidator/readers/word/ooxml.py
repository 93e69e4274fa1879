"""Names of WordprocessingML (ISO/IEC 29500-1) and how its attributes say yes, no and how many."""

from specvalidator.readers.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"
PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN = W + "r"
TEXT = W + "t"
RUN_PROPERTIES = W + "rPr"
TABLE = W + "tbl"
TABLE_STYLE = W + "tblStyle"
ROW = W + "tr"
CELL = W + "tc"
ALTERNATE_CONTENT = MC + "AlternateContent"
SHADING = W + "shd"
CONTROL = W + "sdt"
PARAGRAPH_STYLE = W + "pStyle"
DELETED_MARKS = frozenset({W + "del", W + "moveFrom"})
"""What marks the end of a paragraph as deleted, among its run properties."""

_OFF = frozenset({"0", "false", "off", "none"})
_MOST_DIGITS = 9


def children_of(parent: Element) -> list[Element]:
    """Return the children of an element, in a third less time than to iterate over it."""
    return parent[:]  # type: ignore[return-value,index]  # what the stubs do not know


def child_of(parent: Element, name: str) -> Element | None:
    """Return the first child of this name; twice as fast as lxml's own `find`."""
    for child in parent:
        if child.tag == name:
            return child
    return None


def leading(parent: Element, name: str) -> Element | None:
    """Return the first child where it has this name: properties always stand first."""
    if not len(parent):  # quicker than to iterate, and nearly every element is asked
        return None
    first = parent[0]
    return first if first.tag == name else None


def value(parent: Element | None, name: str) -> str | None:
    """Return `w:val` of the child of this name, None where there is no child or no value."""
    child = None if parent is None else child_of(parent, name)
    return None if child is None else child.get(VAL)


def is_on(element: Element) -> bool:
    """Say whether a switch such as `<w:vanish/>` is on: present without a value means yes."""
    return (element.get(VAL) or "1") not in _OFF


def is_set(parent: Element | None, name: str) -> bool:
    """Say whether the child of this name is there and on."""
    child = None if parent is None else child_of(parent, name)
    return child is not None and is_on(child)


def integer(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, `default` where it holds none worth believing."""
    if text is None or len(text) > _MOST_DIGITS:
        return default
    try:
        return int(text)
    except ValueError:
        return default
