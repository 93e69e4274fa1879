"""The pages that we put in front of a marked PDF, told by what they say of themselves."""

from specvalidator.readers.pdf import native
from specvalidator.wording import LANGS, Words

NO_CONTENT = Words(
    "汇总页由“规范校验”加在前面，不是原文件的内容。",
    "These pages were put in front and are no part of it.",
)
"""What the last of them ends with."""
_MOST = 500


def pages_in_front(document: int, pages: int) -> int:
    """Return how many pages of an open file stand before its own.

    The last one says so to whoever reads it: a page that does not is never passed over, whatever
    it is set in.

    Args:
        document: PDFium's handle of the file.
        pages: how many pages it has.
    """
    ends = tuple("".join(NO_CONTENT.said(lang).split()) for lang in LANGS)
    for index in range(min(pages, _MOST)):
        if _text(document, index).endswith(ends):
            return index + 1
    return 0


def _text(document: int, index: int) -> str:
    with native.opened_page(document, index) as page:
        if not page:
            return ""
        with native.opened_text(page) as text:
            count = max(0, native.count_characters(text)) if text else 0
            return "".join(native.characters(text, count).split()) if text and count else ""
