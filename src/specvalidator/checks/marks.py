"""Marks that a text states, of whatever form: 百分制, 60分以上（含60分）为合格 (附件2 六.3)."""

from decimal import Decimal

from pydantic import Field

from specvalidator import quantities
from specvalidator.checks.base import Params, Yields
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Facts, Problem

FACTS = ("found", "scale", "written")
VARIANTS = ("scale", "excluded", "review", "grades")
"""What outcomes of `marks_in` carry, and the wordings that they ask for besides the main one."""


class PassMarks(Params):
    """The scale of marks and where it is passed."""

    pass_mark: int = Field(description="Least mark that passes")
    full_mark: int = Field(description="Highest mark of the scale")


def marks_in(path: str, text: str, params: PassMarks) -> Yields:
    """Yield what is wrong with the pass mark or the scale that a text states, the gravest alone.

    To state none is no fault. A mark that may be that of a part, and grades where no mark is
    stated, are questions.
    """
    found, scale = quantities.passing(text), quantities.full_mark(text)
    written = quantities.grades(text) if found is None and scale is None else None
    facts: Facts = {
        "found": plain(None if found is None else found.mark),
        "scale": plain(scale),
        "written": written or "",
    }
    if scale not in (None, params.full_mark):
        yield Problem(path, facts, variant="scale")
    elif found is not None and found.mark == params.pass_mark and found.passes is False:
        yield Problem(path, facts, variant="excluded")
    elif found is not None and not _agrees(found, params.pass_mark):
        yield (Doubt(path, facts) if found.certainty == "perhaps" else Problem(path, facts))
    elif written:
        yield Doubt(path, facts, variant="grades")


def _agrees(found: quantities.PassMark, pass_mark: int) -> bool:
    """Say whether whole marks pass as they should: who has 59 does not, who has 60 does."""
    just_below = found.mark == pass_mark - 1 and not found.passes
    return just_below or found.mark == Decimal(pass_mark)
