"""How to count, compare and recognise. Importing this package registers every check."""

from specvalidator.checks import (
    announcement,
    application,
    dossier,
    generic,
    naming,
    rows,
    session,
    specification,
    telephone,
)
from specvalidator.checks.base import CHECKS, Check

__all__ = [
    "CHECKS",
    "Check",
    "announcement",
    "application",
    "dossier",
    "generic",
    "naming",
    "rows",
    "session",
    "specification",
    "telephone",
]
