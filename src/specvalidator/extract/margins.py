"""Values in the margins of the pages: a header is not read as the form, but may fill it in."""

from collections.abc import Iterator

from specvalidator.document import Document, Paragraph
from specvalidator.extract.labels import heading_of
from specvalidator.extract.lines import Line, split
from specvalidator.extract.remarks import in_the_margin
from specvalidator.places import WordPlace
from specvalidator.submission import Submission

_NOWHERE = WordPlace(block=0)


def with_margins(submission: Submission, document: Document) -> Submission:
    """Return a submission with a doubt about each empty field that a header or footer names.

    One that repeats what the form says is nothing to ask about.
    """
    found: dict[str, str] = {}
    for written in document.margins:
        for line in split(Paragraph(written, _NOWHERE)):
            for path in _paths(submission.kind, line):
                if submission.value(path) in (None, ()):
                    found.setdefault(path, line.text)
    doubts = [in_the_margin(path, text) for path, text in found.items()]
    return submission.model_copy(update={"remarks": (*submission.remarks, *doubts)})


def _paths(kind: str, line: Line) -> Iterator[str]:
    """Yield the fields of a form of this kind that a line gives something for."""
    if kind == "specification":
        yield from _of_specification(line)
    elif kind == "application":
        from specvalidator.extract.application.vocabulary import words  # noqa: PLC0415 - only what is read

        for part in _chunks(line):
            field = heading_of(part, words().fields)
            if field is not None and field.rest:
                yield f"/{field.value}"
    elif kind == "announcement":
        from specvalidator.extract.announcement.vocabulary import words as said  # noqa: PLC0415 - the same

        for part in _chunks(line):
            sign = heading_of(part, said().headings)
            if sign is not None and sign.rest:
                yield from (f"/{item}" for item in sign.value.items)


def _of_specification(line: Line) -> Iterator[str]:
    from specvalidator.extract.specification.titles import title_of  # noqa: PLC0415 - only what is read
    from specvalidator.extract.specification.vocabulary import (  # noqa: PLC0415 - the same
        path_of,
        words,
    )

    if title_of(line) is not None:
        yield "/name"
    for part in _chunks(line):
        field = heading_of(part, words().head)
        if field is not None and field.rest:
            yield f"/{field.value}"
        section = heading_of(part, words().sections)
        if section is not None and section.rest:
            yield path_of(section.value.part)


def _chunks(line: Line) -> Iterator[Line]:
    """Yield the pieces of a line between wide spaces, each with all that follows it."""
    text = line.text
    at = 0
    while 0 <= at < len(text):
        yield line._replace(text=text[at:].strip())
        gaps = [found for gap in ("  ", "\t", "\u3000") if (found := text.find(gap, at + 1)) > 0]
        at = min(gaps) if gaps else len(text)
