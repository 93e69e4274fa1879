"""File → Document: each format is read by a module of its own."""

from specvalidator.document import Document
from specvalidator.readers.limits import Limits

__all__ = ["Limits", "read_document"]

_DEFAULT = Limits()


def read_document(data: bytes, limits: Limits = _DEFAULT) -> Document:
    """Return the document that these bytes are, whatever their file is called.

    Raises:
        UnreadableFile: the content is of no known format, damaged, encrypted or too large.
    """
    # What reads XML or PDF is heavy and is loaded only when there is such a file to read.
    from specvalidator.readers.intake import is_pdf, word_package  # noqa: PLC0415

    if is_pdf(data, limits):
        from specvalidator.readers.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data)
    from specvalidator.readers.word import read_word  # noqa: PLC0415

    return read_word(word_package(data, limits))
