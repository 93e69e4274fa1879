"""What was read of a file, as a Word form to work on: what is doubtful is highlighted."""

from specvalidator import forms, pointers
from specvalidator.extract import extract
from specvalidator.places import Source, WordPlace
from specvalidator.readers import DEFAULT, Limits, read_document, recognise
from specvalidator.readers.word.ooxml import RUN_PROPERTIES, VAL, W
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.reading import trace_word
from specvalidator.readers.xml import Element, serialised
from specvalidator.reports.marked_word.parts import zipped
from specvalidator.submission import Submission

_HIGHLIGHT = W + "highlight"
_BEHIND = frozenset(
    W + name
    for name in (
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
        *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    )
)
"""What follows a highlight among the properties of a run (ISO/IEC 29500-1, 17.3.2.28)."""
_Spot = tuple[int, int | None, int | None, int | None]
"""Block, table, row and column of a place in Word."""


def converted(submission: Submission, limits: Limits = DEFAULT) -> bytes:
    """Return the Word form that holds what was read of a file.

    Each value that the reader was in doubt about is highlighted, and so is the room that is left
    for one that it could not read. What no form holds, such as remarks beside it, is lost.

    Raises:
        TypeError: there is no form of this kind.
    """
    form = forms.write(submission.model)
    doubted = {each.path for each in submission.doubts if each.path}
    if not doubted:
        return form
    package = Package(recognise(form, limits), limits)
    spots = _spots(form, submission, doubted, limits)
    traced = trace_word(package)
    for passage in traced.passages:
        if _spot(passage.place) in spots:
            for paragraph in passage.paragraphs:
                _highlight(paragraph)
    main = traced.main.name
    root = traced.body.getroottree().getroot()
    return zipped(package, {main: serialised(root, package.read(main))})


def _spots(form: bytes, submission: Submission, paths: set[str], limits: Limits) -> set[_Spot]:
    """Return where the form holds values, or leaves room for them."""
    source = Source(name="", media_type=None, sha256=None, size=None)
    (own,) = extract(read_document(form, limits), source, submission.kind)
    found: set[_Spot] = set()
    for path in paths:
        known = (own.places[each] for each in pointers.upwards(path) if each and each in own.places)
        place = next(known, None)
        if isinstance(place, WordPlace):
            found.add(_spot(place))
    return found


def _spot(place: WordPlace) -> _Spot:
    return place.block, place.table, place.row, place.column


def _highlight(paragraph: Element) -> None:
    for run in paragraph.iter(W + "r"):
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            properties = run.makeelement(RUN_PROPERTIES)
            run.insert(0, properties)
        mark = properties.makeelement(_HIGHLIGHT, {VAL: "yellow"})
        after = next((each for each in properties if each.tag in _BEHIND), None)
        if after is None:
            properties.append(mark)
        else:
            after.addprevious(mark)
