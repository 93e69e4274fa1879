"""What the marked copies of Word and PDF files share: who judged what, and what a note says."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from specvalidator.findings import Report
from specvalidator.readers.word.suggestions import AUTHOR
from specvalidator.submission import Submission

__all__ = ["AUTHOR", "Judge", "JudgedSubmission", "Marked"]


class JudgedSubmission(NamedTuple):
    """A submission of the file, and what was found about it."""

    submission: Submission
    report: Report


Judge = Callable[[bytes], Sequence[JudgedSubmission]]
"""How the submissions of a file are read and judged."""


class Marked(NamedTuple):
    """A marked copy."""

    data: bytes
    judged: Sequence[JudgedSubmission]
    """What the notes say, in the order of the file."""
    fixed: int = 0
    """Findings whose fix is written as a tracked change."""
    is_signed: bool = False
    """The original bears a signature, which vouches for the original alone."""
