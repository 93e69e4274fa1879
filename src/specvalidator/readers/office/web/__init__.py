"""A web page that is handed in as a document: saved by Word, or exported under the name .doc.

Nothing that it refers to is fetched: a picture is one that was not read.
"""

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile
from specvalidator.readers.formats import WEB_PAGE
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.office.pen import MarkupPen, with_notes
from specvalidator.readers.office.web.asides import has_title_page
from specvalidator.readers.office.web.page import page_of
from specvalidator.readers.office.web.story import WebStory
from specvalidator.readers.word.parts import count, read_parts
from specvalidator.readers.xml import parse_page


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a web page shows; `unread` says "cut-off" where its end is missing.

    Raises:
        UnreadableFile: `unsupported` for an archive without a page, `corrupt` or `too-large`.
    """
    page = page_of(file.data, limits)
    for text in filter(None, (page.text, page.margins)):
        count(text.encode("utf-8", "replace"), limits, meter)
    story = WebStory(MarkupPen(limits), limits)
    beside = parse_page(page.margins) if page.margins else None
    parts = story.parts(parse_page(page.text), beside, has_first=has_title_page(page.text))
    document = read_parts(parts, WEB_PAGE.media_type, limits, meter)
    return with_notes(
        document,
        "cut-off" if page.is_cut else None,
        "nested-too-deep" if story.is_cut else None,
    )
