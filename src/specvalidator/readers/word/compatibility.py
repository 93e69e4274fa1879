"""Markup compatibility (ISO/IEC 29500-3): which branch Word takes, what it ignores or opens."""

from specvalidator.readers.word.name_spaces import UNDERSTOOD
from specvalidator.readers.word.ooxml import MC, child_of
from specvalidator.readers.xml import Element

_CHOICE = MC + "Choice"
_FALLBACK = MC + "Fallback"
_IGNORABLE = MC + "Ignorable"
_PROCESS_CONTENT = MC + "ProcessContent"
_WORD = "http://schemas.microsoft.com/office/word/"
_DRAWING = "http://schemas.microsoft.com/office/drawing/"
_CHOSEN = UNDERSTOOD | {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
    _WORD + "2010/wordprocessingInk",
    _WORD + "2015/wordml/sdtdatahash",
    _WORD + "2018/wordml/cex",
    _WORD + "2020/wordml/sdtdatahash",
    _WORD + "2020/wordml/sdtappearance",
    _WORD + "2023/wordml/word16du",
    _WORD + "2024/wordml/sdtformatlock",
    _DRAWING + "2007/8/2/chart",
    _DRAWING + "2010/chartDrawing",
    _DRAWING + "2010/diagram",
    _DRAWING + "2012/chart",
    _DRAWING + "2014/chart",
    _DRAWING + "2015/9/8/chartex",
    _DRAWING + "2015/10/21/chartex",
    *(_DRAWING + f"2016/5/{day}/chartex" for day in (9, 10, 11, 12, 13, 14)),
    _DRAWING + "2016/ink",
    _DRAWING + "2016/11/diagram",
    _DRAWING + "2016/12/diagram",
    _DRAWING + "2017/03/chart",
    "http://schemas.microsoft.com/office/mac/office/2008/main",
}
"""Name spaces that a choice may require for Word to take it: those of Word up to 365."""


def branch(alternate: Element) -> Element | None:
    """Return the branch of mc:AlternateContent that Word shows: the first it understands."""
    for choice in alternate.iterchildren(_CHOICE):
        prefixes = (choice.get("Requires") or "").split()
        if prefixes and all(choice.nsmap.get(prefix) in _CHOSEN for prefix in prefixes):
            return choice
    return child_of(alternate, _FALLBACK)


def is_ignored(element: Element) -> bool:
    """Say whether Word leaves an element out, with all that stands in it.

    It does where the name space means nothing to it and is declared as ignorable around it.
    """
    space = element.tag[1:].partition("}")[0]
    if space in _CHOSEN:
        return False
    for around in (element, *element.iterancestors()):
        prefixes = (around.get(_IGNORABLE) or "").split()
        if any(around.nsmap.get(prefix) == space for prefix in prefixes):
            return True
    return False


def opened_names(root: Element) -> frozenset[str]:
    """Return the names of unknown elements whose content Word takes in, by mc:ProcessContent."""
    spaces: set[str] = set()
    names: set[str] = set()
    for around in root.iter():
        for named in (around.get(_PROCESS_CONTENT) or "").split():
            prefix, _, name = named.partition(":")
            space = around.nsmap.get(prefix)
            if space is not None and space not in _CHOSEN:
                (spaces if name == "*" else names).add(
                    space if name == "*" else f"{{{space}}}{name}"
                )
    if spaces:
        names.update(
            str(each.tag) for each in root.iter() if str(each.tag)[1:].partition("}")[0] in spaces
        )
    return frozenset(names)
