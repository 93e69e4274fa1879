"""The parts of an OFD that change with its annotations: one for each page, and who names them."""

import posixpath
from collections.abc import Sequence
from itertools import count

from lxml import etree

from specvalidator.readers import RecognisedFile
from specvalidator.readers.limits import Limits
from specvalidator.readers.ofd.documents import OfdDocument
from specvalidator.readers.ofd.letters import lettered_pages
from specvalidator.readers.ofd.package import OfdPackage
from specvalidator.readers.ofd.values import child, children, name_of
from specvalidator.readers.xml import Element, serialised
from specvalidator.reports.marked_ofd.annotations import SPACE, OfdNote, annotation
from specvalidator.reports.marking import AUTHOR

_FOLLOW = frozenset({"CustomTags", "Attachments", "Extensions"})
"""What stands behind the annotations that a document names."""


_LONGEST = 10
"""Digits of a number, as the standard bounds them."""


class OfdCopy:
    """One copy of one file."""

    def __init__(self, file: RecognisedFile, limits: Limits) -> None:
        """Open the file; errors as for reading."""
        self._package = OfdPackage(file, limits)
        self._pages = list(lettered_pages(file, (), limits))
        self._roots: dict[str, Element] = {}
        self._changed: set[str] = set()

    def with_notes(self, notes: Sequence[OfdNote]) -> dict[str, bytes]:
        """Return the parts that change where our own annotations give way to these."""
        by_page: dict[int, list[OfdNote]] = {}
        for note in notes:
            by_page.setdefault(note.target.page, []).append(note)
        for number, page in enumerate(self._pages, 1):
            self._take_off(page.document, page.id)
            if number in by_page:
                self._put(page.document, page.id, by_page[number])
        return {name: serialised(self._roots[name], None) for name in sorted(self._changed)}

    def _take_off(self, document: OfdDocument, page: str) -> None:
        for name in document.annotations.get(page, ()):
            root = self._opened(name)
            for each in [] if root is None else list(children(root, "Annot")):
                if each.get("Creator") == AUTHOR and root is not None:
                    root.remove(each)
                    self._changed.add(name)

    def _put(self, document: OfdDocument, page: str, notes: list[OfdNote]) -> None:
        root = self._opened(document.name)
        if root is None:
            return
        known = next(iter(document.annotations.get(page, ())), None)
        name = known or self._new(document, page, root)
        held = self._opened(name)
        common = child(root, "CommonData")
        largest = None if common is None else child(common, "MaxUnitID")
        if held is None or largest is None:
            return
        said = largest.text or ""
        after = int(said) if said.isdecimal() and len(said) < _LONGEST else 0
        numbers = count(max(after, *(self._largest(each) for each in (root, held))) + 1)
        left_top = document.left_top(page)
        # What covers less lies on top, so that each can be pointed at.
        for note in sorted(notes, key=_area, reverse=True):
            held.append(annotation(note, (next(numbers), next(numbers)), left_top))
        largest.text = str(next(numbers))
        self._changed |= {document.name, name}

    def _new(self, document: OfdDocument, page: str, root: Element) -> str:
        """Return the name of a part for the annotations of a page that has none."""
        folder = posixpath.dirname(document.name.replace("\\", "/"))
        named = child(root, "Annotations")
        listed = self._package.find(document.name, None if named is None else named.text)
        if listed is None or self._opened(listed) is None:
            listed = self._free(posixpath.join(folder, "Annots/Annotations{}.xml"))
            self._roots[listed] = _element("Annotations")
            entry = _element("Annotations") if named is None else named
            entry.text = f"/{listed}"
            if named is None:
                behind = next((each for each in root if name_of(each) in _FOLLOW), None)
                root.append(entry) if behind is None else behind.addprevious(entry)
        name = self._free(posixpath.join(folder, f"Annots/Page_{page}{{}}.xml"))
        self._roots[name] = _element("PageAnnot")
        line, place = _element("Page"), _element("FileLoc")
        line.set("PageID", page)
        place.text = f"/{name}"
        line.append(place)
        self._roots[listed].append(line)
        self._changed.add(listed)
        document.annotations.setdefault(page, []).append(name)
        return name

    def _free(self, pattern: str) -> str:
        names = (pattern.format(f"_{number}" if number else "") for number in count())
        return next(
            each
            for each in names
            if each not in self._roots and self._package.find("", f"/{each}") is None
        )

    def _opened(self, name: str) -> Element | None:
        if name not in self._roots:
            root = self._package.whole(name)
            if root is None:
                return None
            self._roots[name] = root
        return self._roots[name]

    @staticmethod
    def _largest(root: Element) -> int:
        said = (each.get("ID") or "" for each in root.iter())
        return max(
            (int(each) for each in said if each.isdecimal() and len(each) < _LONGEST), default=0
        )


def _area(note: OfdNote) -> float:
    return sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in note.target.boxes)


def _element(name: str) -> Element:
    return etree.Element(f"{{{SPACE}}}{name}", nsmap={"ofd": SPACE})
