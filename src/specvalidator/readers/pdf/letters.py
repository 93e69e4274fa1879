"""Where each letter of a page stands, for those who mark words on it."""

from collections.abc import Iterable
from typing import NamedTuple

from specvalidator.readers.layout.frame import Frame
from specvalidator.readers.layout.placed import Letters
from specvalidator.readers.limits import DEFAULT, PdfLimits
from specvalidator.readers.pdf import native
from specvalidator.readers.pdf.annotations import settled
from specvalidator.readers.pdf.opening import opened
from specvalidator.readers.pdf.pages import frame_of

_UNPROTECTED = -1
"""What PDFium calls the way in which a file is encrypted that is not."""


class FoundLetters(NamedTuple):
    """The letters of some pages of a file."""

    pages: int
    """How many the file has."""
    is_encrypted: bool
    """It opens without a password, but is not to be changed by everybody."""
    by_page: dict[int, Letters]
    """By the page's number, from 1; none of damaged pages."""


def letters_of(data: bytes, pages: Iterable[int], limits: PdfLimits = DEFAULT.pdf) -> FoundLetters:
    """Return the letters of pages of a PDF.

    Raises:
        UnreadableFile: `encrypted`, `corrupt` or `too-large`.
    """
    found: dict[int, Letters] = {}
    room = native.Floats(4)
    with opened(data, limits) as pdf:
        for number in sorted(set(pages)):
            # As the reader does: what is laid onto the page is text of it.
            with settled(pdf.handle, number - 1, pdf.form) as (page, _):
                if page:
                    found[number] = _letters(page, frame_of(page, room), room, limits)
        return FoundLetters(pdf.pages, native.security_revision(pdf.handle) != _UNPROTECTED, found)


def _letters(page: int, frame: Frame, room: native.Floats, limits: PdfLimits) -> Letters:
    with native.opened_text(page) as text:
        count = native.count_characters(text) if text else 0
        if not text or not 0 < count <= limits.characters:
            return Letters(frame, "", ())
        letters = native.characters(text, count)
        boxes = []
        for index in range(len(letters)):
            room.values[:] = [0.0, 0.0, 0.0, 0.0]
            native.character_box(text, index, room.at[0])
            left, top, right, bottom = room.values
            boxes.append(frame.shown(left, bottom, right, top))
        return Letters(frame, letters, tuple(boxes))
