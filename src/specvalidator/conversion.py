"""What was read of a file, as a Word form to work on: what is doubtful is highlighted."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from specvalidator import forms, pointers
from specvalidator.document import UncertainWords
from specvalidator.extract import extract
from specvalidator.places import PdfPlace, Place, Source, WordPlace
from specvalidator.readers import DEFAULT, Limits, read_document, recognise
from specvalidator.readers.word.ooxml import PARAGRAPH, RUN, RUN_PROPERTIES, TEXT, VAL, W
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.reading import trace_word
from specvalidator.readers.xml import Element, serialised
from specvalidator.reports.marked_word.cutting import covering
from specvalidator.reports.marked_word.numbers import UniqueIds
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
_HEAD = (
    ("黄色标记", True),
    (
        "处是识别图像时没有把握的文字，或者未能读准的地方，请对照原件核对；其余识别的文字也可能有误。",
        False,
    ),
    ("核对后请删去本段和黄色标记。", False),
)
"""What a form begins with that has highlights: words, and whether they are highlighted."""
_Spot = tuple[int, int | None, int | None, int | None]
"""Block, table, row and column of a place in Word."""


def converted(submission: Submission, limits: Limits = DEFAULT) -> bytes:
    """Return the Word form that holds what was read of a file.

    Each value that the reader was in doubt about is highlighted, and so is the room that is left
    for one that it could not read; of what was recognised from a picture, words that are not
    certain. A paragraph at its head says so. What no form holds, such as remarks beside it, is
    lost.

    Raises:
        TypeError: there is no form of this kind.
    """
    form = forms.write(submission.model)
    doubted = {each.path for each in submission.doubts if each.path}
    uncertain = [found for each in submission.uncertain for found in _values_with(each, submission)]
    if not doubted and not uncertain:
        return form
    package = Package(recognise(form, limits), limits)
    places = _places(form, submission, limits)
    spots = {spot for path in doubted if (spot := _spot_of(path, places))}
    words = [(spot, said) for path, said in uncertain if (spot := _spot_of(path, places))]
    traced = trace_word(package)
    numbers = UniqueIds([traced.body])
    for passage in traced.passages:
        at = _spot(passage.place)
        if at in spots:
            for paragraph in passage.paragraphs:
                for run in paragraph.iter(RUN):
                    _highlight(run)
        for spot, said in words:
            if spot == at:
                _highlight_words(passage, said, numbers)
    traced.body.insert(0, _head(traced.body))
    main = traced.main.name
    root = traced.body.getroottree().getroot()
    return zipped(package, {main: serialised(root, package.read(main))})


def _values_with(words: UncertainWords, submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the paths of the values that hold uncertain words, and what they have in common."""
    said = "".join(words.text.split())
    x0, y0, x1, y1 = words.place.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    for path, place in submission.places.items():
        value = submission.value(path)
        if not isinstance(value, str) or not isinstance(place, PdfPlace):
            continue
        left, top, right, bottom = place.box
        if place.page != words.place.page or not (left <= x <= right and top <= y <= bottom):
            continue
        if common := _common(said, value):
            yield path, common


def _common(said: str, value: str) -> str:
    """Return the words of a line that are a value, or its beginning or end; "" where none are.

    A label may stand before them on the line, and the value may go on below it.
    """
    match = SequenceMatcher(None, said, value, autojunk=False).find_longest_match()
    is_whole = match.size in (len(said), len(value))
    is_end_of_line = match.a == 0 or match.a + match.size == len(said)
    is_end_of_value = match.b == 0 or match.b + match.size == len(value)
    if is_whole or (match.size > 1 and is_end_of_line and is_end_of_value):
        return said[match.a : match.a + match.size]
    return ""


def _places(form: bytes, submission: Submission, limits: Limits) -> dict[str, Place]:
    """Return where the form holds values, or leaves room for them."""
    source = Source(name="", media_type=None, sha256=None, size=None)
    (own,) = extract(read_document(form, limits), source, submission.kind)
    return own.places


def _spot_of(path: str, places: dict[str, Place]) -> _Spot | None:
    """Return where a value stands, or what holds it."""
    known = (places[each] for each in pointers.upwards(path) if each and each in places)
    place = next(known, None)
    return _spot(place) if isinstance(place, WordPlace) else None


def _spot(place: WordPlace) -> _Spot:
    return place.block, place.table, place.row, place.column


def _highlight_words(passage: Passage, said: str, numbers: UniqueIds) -> None:
    start = passage.text.find(said)
    if start >= 0:
        for piece in covering(passage, start, start + len(said), numbers):
            _highlight(piece.element)


def _head(body: Element) -> Element:
    paragraph = body.makeelement(PARAGRAPH)
    for words, is_highlighted in _HEAD:
        run = paragraph.makeelement(RUN)
        text = run.makeelement(TEXT)
        text.text = words
        run.append(text)
        if is_highlighted:
            _highlight(run)
        paragraph.append(run)
    return paragraph


def _highlight(run: Element) -> None:
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        properties = run.makeelement(RUN_PROPERTIES)
        run.insert(0, properties)
    if properties.find(_HIGHLIGHT) is not None:
        return
    mark = properties.makeelement(_HIGHLIGHT, {VAL: "yellow"})
    after = next((each for each in properties if each.tag in _BEHIND), None)
    if after is None:
        properties.append(mark)
    else:
        after.addprevious(mark)
