"""What to say about a value that is not given: nothing stands there, or a word for nothing."""

from specvalidator.checks.base import is_absent
from specvalidator.findings import Doubt, Facts, Problem
from specvalidator.placeholders import placeholder_of

VARIANTS = ("placeholder", "elsewhere")
"""What `absent` asks for beside the main wording: 略 stands there, or 见附件."""


def absent(
    path: str, value: object, facts: Facts, variant: str | None = None
) -> Problem | Doubt | None:
    """Return the outcome for a value that is not given, None for one that is.

    Args:
        path: where it should stand.
        value: what the record has there.
        facts: what the message is made of; `written` is added where something is.
        variant: the wording where nothing at all stands there.

    A reference (见附件, 同上) is a question: somebody must look there. Any other word for
    nothing (略) is as good as nothing, and the message quotes it.
    """
    if not is_absent(value):
        return None
    if not isinstance(value, str) or not value.strip():
        return Problem(path, facts, variant)
    facts = {**facts, "written": value.strip()}
    if placeholder_of(value) in ("elsewhere", "above"):
        return Doubt(path, facts, "elsewhere")
    return Problem(path, facts, "placeholder")
