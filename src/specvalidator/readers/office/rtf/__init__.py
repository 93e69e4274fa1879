"""RTF (1.9.1) as Word, WPS and LibreOffice write it, often called .doc."""

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile
from specvalidator.readers.formats import RICH_TEXT
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.office.pen import MarkupPen
from specvalidator.readers.office.rtf.story import RtfStory
from specvalidator.readers.word.parts import read_parts


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what an RTF file shows, tracked changes as if they were accepted.

    Automatic numbers are those that the writer put beside each paragraph: what its own page
    showed.

    Raises:
        UnreadableFile: `corrupt` where it is cut off, or `too-large`.
    """
    story = RtfStory(MarkupPen(limits))
    return read_parts(story.parts(file.data), RICH_TEXT.media_type, limits, meter)
