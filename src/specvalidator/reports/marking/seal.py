"""What tells a file of ours that nobody has changed since it was written: it may be replaced."""

import hashlib
import os
import re
from pathlib import Path

_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE = 22
_NO_COMMENT = b"\0\0"
_IN_ZIP = re.compile(rb"specvalidator ([0-9a-f]{64})\Z")
_IN_PDF = re.compile(rb"%specvalidator ([0-9a-f]{64})\nstartxref\n\d{1,15}\n%%EOF\n\Z")
_TAIL = 256


def sealed_zip(data: bytes) -> bytes:
    """Return a zip with the digest of its bytes as its comment; as it is where it has another."""
    if data[-_ZIP_END_SIZE:][:4] != _ZIP_END or not data.endswith(_NO_COMMENT):
        return data
    body = data[: -len(_NO_COMMENT)]
    comment = b"specvalidator " + _digest(body)
    return body + len(comment).to_bytes(2, "little") + comment


def pdf_seal(data: bytes) -> bytes:
    """Return the line that stands before the end of a PDF with these bytes."""
    return b"%specvalidator " + _digest(data) + b"\n"


def is_as_we_wrote_it(data: bytes) -> bool:
    """Say whether a file is one that this program wrote, with every byte as it was written."""
    tail = data[-_TAIL:]
    start = len(data) - len(tail)
    if (found := _IN_PDF.search(tail)) is not None:
        return _digest(data[: start + found.start()]) == found[1]
    if (found := _IN_ZIP.search(tail)) is not None:
        return _digest(data[: start + found.start() - len(_NO_COMMENT)]) == found[1]
    return False


def is_file_as_we_wrote_it(path: Path) -> bool:
    """Say the same of a file, which is read as a whole only where its end says that it is ours.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
        tail = file.read()
        if not (_IN_PDF.search(tail) or _IN_ZIP.search(tail)):
            return False
        file.seek(0)
        return is_as_we_wrote_it(file.read())


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
