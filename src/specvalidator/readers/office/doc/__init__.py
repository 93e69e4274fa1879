"""A Word 97 to 2003 file (.doc, .dot, WPS's .wps), from the binary alone ([MS-DOC]).

Characters stand in pieces, what runs and paragraphs say of themselves on pages of their own; a
table is told by the marks that end its cells and rows. Notes, headers and footers stand behind the
body; comments are no part of the document, as in .docx.
"""

from struct import error as StructError  # noqa: N812 - it is a class

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.formats import OLD_WORD
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.office.doc.binary import opened
from specvalidator.readers.office.doc.story import DocStory
from specvalidator.readers.office.pen import MarkupPen
from specvalidator.readers.word.parts import read_parts
from specvalidator.wording import Words


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a .doc shows, tracked changes as if they were accepted.

    Raises:
        UnreadableFile: `encrypted`, `unsupported` for older files, `corrupt` or `too-large`.
    """
    try:
        story = DocStory(opened(file.data, limits), MarkupPen(limits), limits)
        parts = story.parts()
    except (IndexError, StructError):  # a number that leads out of the file
        raise refusals.corrupt(
            Words("其中的偏移量指向文件之外", "an offset leads out of the file")
        ) from None
    return read_parts(parts, OLD_WORD.media_type, limits, meter)
