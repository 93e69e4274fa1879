"""How to count, compare and recognise. Importing this package registers every check."""

from specvalidator.checks import application, generic, naming, rows, specification, telephone
from specvalidator.checks.base import CHECKS, Check

__all__ = [
    "CHECKS",
    "Check",
    "application",
    "generic",
    "naming",
    "rows",
    "specification",
    "telephone",
]
