"""What we wrote into a Word file before, taken out again: comments, and suggestions undecided."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from specvalidator.readers import recognise
from specvalidator.readers.limits import Limits
from specvalidator.readers.word.ooxml import PARAGRAPH, TEXT, W
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.suggestions import AUTHOR, is_by_us, take_back
from specvalidator.readers.xml import Element, parse, serialised
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marked_word.parts import zipped
from specvalidator.reports.marked_word.ranges import MARKS, REFERENCE
from specvalidator.wording import LANGS

_COMMENT = W + "comment"
_ID = W + "id"
_RULE = re.compile(rf"(?:{'|'.join(words.RULE.said(lang) for lang in LANGS)})[：:]\s*[a-z0-9-]+")
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Cleaned(NamedTuple):
    """A file without our remarks."""

    data: bytes
    had_suggestions: bool = False


def cleaned(data: bytes, limits: Limits, *, of_suggestions: bool = True) -> Cleaned:
    """Return a file without our comments, and as it was before our suggestions.

    Comments and changes of others stay, and every part without a remark of ours byte for byte.

    Args:
        data: the file.
        limits: how much it may ask.
        of_suggestions: whether suggestions are taken back, too.

    Raises:
        UnreadableFile: it cannot be read.
    """
    package = Package(recognise(data, limits), limits)
    main = package.main_part().name
    related = package.related(main)
    names = [name for name in related.get("comments", ()) if _mentions_us(package.read(name))]
    xml = package.read(main) or b""
    if not names and AUTHOR.encode() not in xml:
        return Cleaned(data)
    changed: dict[str, bytes] = {}
    numbers: set[str] = set()
    threads: set[str] = set()
    for name in names:
        root = parse(package.read(name) or b"", name)
        ours = [each for each in root.iterchildren(_COMMENT) if _is_ours(each)]
        for each in ours:
            numbers.add(each.get(_ID) or "")
            threads |= {line.get(_PARAGRAPH_ID) or "" for line in each.iter(PARAGRAPH)}
            root.remove(each)
        if ours:
            changed[name] = serialised(root, package.read(name))
    document = parse(xml, main)
    had_suggestions = of_suggestions and take_back(document)
    _unhang(document, numbers)
    if not numbers and not had_suggestions:
        return Cleaned(data)
    changed[main] = serialised(document, xml)
    for name in related.get("commentsExtended", ()):
        part = package.read(name)
        if part is not None and threads - {""}:
            changed[name] = _without_threads(part, name, threads)
    return Cleaned(zipped(package, changed), had_suggestions)


def _mentions_us(part: bytes | None) -> bool:
    return part is not None and AUTHOR.encode() in part


def _is_ours(comment: Element) -> bool:
    """Say whether a comment is one of ours: signed as ours are, and naming its rule."""
    return is_by_us(comment) and any(map(_RULE.match, _lines(comment)))


def _lines(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(TEXT))


def _unhang(document: Element, numbers: set[str]) -> None:
    """Take the marks of some comments out of the text, and runs that hold nothing else."""
    for mark in [each for each in document.iter(*MARKS, REFERENCE) if each.get(_ID) in numbers]:
        alone = mark.getparent()
        if mark.tag == REFERENCE and alone is not None and len(_telling(alone)) == 1:
            mark = alone  # noqa: PLW2901 - the run goes with what it held
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)


def _telling(run: Element) -> list[Element]:
    return [each for each in run if each.tag != W + "rPr"]


def _without_threads(part: bytes, name: str, threads: set[str]) -> bytes:
    """Return what ties comments into threads without some; answers to them stand for themselves."""
    root = parse(part, name)
    for each in list(root):
        if each.get(f"{_W15}paraId") in threads:
            root.remove(each)
        elif each.get(f"{_W15}paraIdParent") in threads:
            etree.strip_attributes(each, f"{_W15}paraIdParent")
    return serialised(root, part)
