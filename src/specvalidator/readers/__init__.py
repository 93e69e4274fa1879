"""File → Document: each format is read by a module of its own."""

from specvalidator.document import Document


def read_document(data: bytes) -> Document:
    """Return the document that these bytes are, whatever their file is called.

    Raises:
        UnreadableFile: the content is of no known format, damaged, encrypted or too large.
    """
    raise NotImplementedError
