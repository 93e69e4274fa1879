"""Which files of a folder or an archive are documents, as far as their names tell."""

from pathlib import PurePath

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".pdf", ".doc", ".wps", ".zip"})
"""Word, PDF, dossiers, and old formats, refused with advice."""
RECORD = ".json"
"""A record, if its content says so: folders hold many such files that are not ours."""


def is_document(name: PurePath) -> bool:
    """Say whether a file of this name is taken for a document, whatever it holds."""
    return name.suffix.lower() in SUFFIXES


def may_be_record(name: PurePath) -> bool:
    """Say whether a file of this name may be a record."""
    return name.suffix.lower() == RECORD
