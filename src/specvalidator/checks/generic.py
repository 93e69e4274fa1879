"""Checks that work on any form: the pack says which place they look at."""

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Yields, check, is_absent, values_at
from specvalidator.findings import Doubt, Problem
from specvalidator.submission import Reading


class At(Params):
    """Where to look."""

    at: str = Field(description="Path in the record; * stands for any item of a list")


@check("present")
def present(record: BaseModel, params: At) -> Yields:
    """A value must be given."""
    for path, value in values_at(record, params.at):
        if is_absent(value):
            yield Problem(path)


class Remarks(Params):
    """Which of the reader's remarks to repeat."""

    remark: str = Field(description="doubt, misprint or hidden")


@check("remarked", facts=("remark",), variants=("review",))
def remarked(reading: Reading, params: Remarks) -> Yields:
    """What the reader remarked is passed on: a doubt asks for a person, the rest is stated."""
    for remark in reading.remarks:
        if remark.kind == params.remark:
            outcome = Doubt if remark.kind == "doubt" else Problem
            yield outcome(remark.path, {"remark": remark.message})
