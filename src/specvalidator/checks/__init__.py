"""How to count, compare and recognise. Importing this package registers every check."""

from specvalidator.checks import generic, naming, specification
from specvalidator.checks.base import CHECKS, Check

__all__ = ["CHECKS", "Check", "generic", "naming", "specification"]
