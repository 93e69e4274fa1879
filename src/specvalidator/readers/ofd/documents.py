"""The documents of an OFD: their pages, templates, annotations and seals."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.readers import refusals
from specvalidator.readers.layout.frame import Matrix, moved
from specvalidator.readers.layout.page import Box
from specvalidator.readers.limits import PdfLimits
from specvalidator.readers.meter import PdfMeter
from specvalidator.readers.ofd.package import ENTRY, OfdPackage
from specvalidator.readers.ofd.resources import Resources
from specvalidator.readers.ofd.survey import OfdSurvey, Picture
from specvalidator.readers.ofd.values import box_of, child, children, name_of
from specvalidator.readers.xml import Element
from specvalidator.wording import Words

_POINT = 72 / 25.4
"""Points in a millimetre."""
_A4: Box = (0.0, 0.0, 210.0, 297.0)
_LARGEST = 20_000.0
"""Millimetres of a page's side."""
_NO = frozenset({"false", "0"})
_SILENT = frozenset({"Link"})
"""Annotations that show nothing of their own."""
_MARK = "Highlight"


class SurveyedPage(NamedTuple):
    """What is drawn on a page, and its width and height in points."""

    survey: OfdSurvey
    size: tuple[float, float]


class _Seal(NamedTuple):
    page: str
    box: Box


def documents(package: OfdPackage, limits: PdfLimits, meter: PdfMeter) -> Iterator["OfdDocument"]:
    """Yield the documents of a file.

    Raises:
        UnreadableFile: `corrupt` where there is none.
    """
    root = package.root(package.find("", ENTRY))
    bodies = [] if root is None else list(children(root, "DocBody"))
    for body in bodies:
        place = child(body, "DocRoot")
        name = package.find(ENTRY, None if place is None else place.text)
        document = package.root(name)
        if name is None or document is None:
            raise refusals.corrupt(Words("其中没有正文", "it has no body"))
        signatures = child(body, "Signatures")
        seals = _seals(package, None if signatures is None else signatures.text)
        yield OfdDocument(package, name, document, seals, limits, meter)
    if not bodies:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))


class OfdDocument:
    """One document of a file."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a document is made of
        self,
        package: OfdPackage,
        name: str,
        root: Element,
        seals: list[_Seal],
        limits: PdfLimits,
        meter: PdfMeter,
    ) -> None:
        self._package = package
        self.name = name
        """Of its part in the file."""
        self._limits = limits
        self._meter = meter
        self._seals = seals
        common = child(root, "CommonData")
        self._area = _area(None if common is None else child(common, "PageArea")) or _A4
        self._resources = Resources()
        self._bases: dict[str, str] = {}
        """By the number of a picture, the part that names where it lies."""
        self._templates: dict[str, Element] = {}
        for each in () if common is None else common:
            if name_of(each) in {"PublicRes", "DocumentRes"}:
                self._add_resources(name, each.text)
            elif name_of(each) == "TemplatePage":
                self._templates[each.get("ID") or ""] = each
        holder = child(root, "Pages")
        self.pages = [] if holder is None else list(children(holder, "Page"))
        """What names each of its pages."""
        self.annotations = self._annotated(child(root, "Annotations"))
        """The parts with annotations by the number of their page."""
        attached = self._named(child(root, "Attachments"))
        has_files = attached is not None and any(True for _ in children(attached, "Attachment"))
        self.notes = ("embedded-file",) if has_files else ()
        """What it holds that is not on its pages."""

    def surveyed(self, page: Element) -> SurveyedPage | None:
        """Return what is drawn on a page, None where the page is missing or damaged.

        Raises:
            TooMuch: there is more than the limits allow.
        """
        name = self._package.find(self.name, page.get("BaseLoc"))
        root = self._package.whole(name)
        if name is None or root is None:
            return None
        for each in children(root, "PageRes"):
            self._add_resources(name, each.text)
        area = _area(child(root, "Area")) or self._area
        survey = OfdSurvey(self._resources, self._limits, self._meter)
        matrix = _to_points(area)
        uses = list(children(root, "Template"))
        for use in uses:
            if not self._is_in_front(use):
                self._add_template(survey, use, matrix)
        self._add_content(survey, root, matrix)
        for use in uses:
            if self._is_in_front(use):
                self._add_template(survey, use, matrix)
        number = page.get("ID") or ""
        self._add_annotations(survey, number, matrix)
        survey.things += [
            Picture(moved(matrix, seal.box), is_seal=True)
            for seal in self._seals
            if seal.page == number
        ]
        return SurveyedPage(survey, ((area[2] - area[0]) * _POINT, (area[3] - area[1]) * _POINT))

    def picture(self, number: str) -> bytes | None:
        """Return the bytes of the picture that a resource holds, None where there is none."""
        base, place = self._bases.get(number, self.name), self._resources.media.get(number)
        name = self._package.find(base, place)
        return None if name is None else self._package.picture(name)

    def left_top(self, page: str) -> tuple[float, float]:
        """Return where a page begins, in its own millimetres."""
        named = next((each for each in self.pages if each.get("ID") == page), None)
        place = None if named is None else named.get("BaseLoc")
        root = self._package.whole(self._package.find(self.name, place))
        own = None if root is None else _area(child(root, "Area"))
        return (own or self._area)[:2]

    def _add_template(self, survey: OfdSurvey, use: Element, matrix: Matrix) -> None:
        template = self._templates.get(use.get("TemplateID") or "")
        if template is not None:
            name = self._package.find(self.name, template.get("BaseLoc"))
            root = self._package.whole(name)
            if root is not None and name is not None:
                for each in children(root, "PageRes"):
                    self._add_resources(name, each.text)
                self._add_content(survey, root, matrix)

    def _is_in_front(self, use: Element) -> bool:
        template = self._templates.get(use.get("TemplateID") or "")
        said = use.get("ZOrder") or ("" if template is None else template.get("ZOrder"))
        return said == "Foreground"

    def _add_content(self, survey: OfdSurvey, root: Element, matrix: Matrix) -> None:
        for content in children(root, "Content"):
            survey.add(content, matrix)

    def _add_annotations(self, survey: OfdSurvey, page: str, matrix: Matrix) -> None:
        for name in self.annotations.get(page, ()):
            root = self._package.whole(name)
            for each in () if root is None else children(root, "Annot"):
                if each.get("Visible") in _NO or each.get("Type") in _SILENT:
                    continue
                for shown in children(each, "Appearance"):
                    box = box_of(shown.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
                    a, b, c, d, e, f = matrix
                    inner = (a, b, c, d, e + a * box[0], f + d * box[1])
                    survey.add(shown, inner, is_mark=each.get("Type") == _MARK)

    def _annotated(self, named: Element | None) -> dict[str, list[str]]:
        """Return the parts with annotations by the number of their page."""
        found: dict[str, list[str]] = {}
        base = self._package.find(self.name, None if named is None else named.text)
        root = self._package.whole(base)
        for page in () if root is None or base is None else children(root, "Page"):
            for each in children(page, "FileLoc"):
                name = self._package.find(base or "", each.text)
                if name is not None:
                    found.setdefault(page.get("PageID") or "", []).append(name)
        return found

    def _named(self, element: Element | None) -> Element | None:
        """Return the root of the part that an element names."""
        if element is None:
            return None
        return self._package.whole(self._package.find(self.name, element.text))

    def _add_resources(self, base: str, place: str | None) -> None:
        root = self._package.whole(self._package.find(base, place))
        if root is not None:
            before = set(self._resources.media)
            self._resources.add(root)
            part = self._package.find(base, place) or base
            self._bases.update(dict.fromkeys(self._resources.media.keys() - before, part))


def _seals(package: OfdPackage, place: str | None) -> list[_Seal]:
    """Return where the seals of signatures are stamped."""
    name = package.find(ENTRY, place)
    root = package.whole(name)
    found: list[_Seal] = []
    for signature in () if root is None else children(root, "Signature"):
        part = package.whole(package.find(name or "", signature.get("BaseLoc")))
        for each in () if part is None else part.iter():
            if name_of(each) == "StampAnnot":
                box = box_of(each.get("Boundary"))
                if box is not None:
                    found.append(_Seal(each.get("PageRef") or "", box))
    return found


def _area(element: Element | None) -> Box | None:
    """Return the box of a page in millimetres, None where it says none that can be believed."""
    physical = None if element is None else child(element, "PhysicalBox")
    found = box_of(None if physical is None else physical.text)
    if found is None:
        return None
    sides = (found[2] - found[0], found[3] - found[1])
    return found if min(sides) >= 1 and max(sides) <= _LARGEST else None


def _to_points(area: Box) -> Matrix:
    """Return what moves millimetres from the top left to points from the lower left."""
    return (_POINT, 0.0, 0.0, -_POINT, -area[0] * _POINT, area[3] * _POINT)
