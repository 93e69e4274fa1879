"""Checks that work on any form: the pack says which place they look at."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Places, Yields, check, is_absent, title_at, values_at
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.placeholders import placeholder_of
from specvalidator.placeholders.people import names_nobody
from specvalidator.submission import Reading


class At(Params):
    """Where to look."""

    at: str = Field(description="Path in the record; * stands for any item of a list")


class Everywhere(Params):
    """Several places to look at, each on its own."""

    at: Places = Field(min_length=1, description="Paths; * stands for any item of a list")
    people: tuple[str, ...] = Field(
        default=(), description="Which of `at` name a person: 校长 is a question there"
    )
    nothing: tuple[str, ...] = Field(
        default=(), description="Words that say nothing here, though they may elsewhere"
    )


@check("present", facts=("field", "written"), variants=("empty", "placeholder", "review"))
def present(record: BaseModel, params: Everywhere) -> Yields:
    """A value must be given; 略 is none. What stands elsewhere, as in 见附件, is a question."""
    for pattern in params.at:
        for path, value in values_at(record, pattern):
            title = title_at(type(record), path)
            if is_absent(value):
                yield _absent(path, title, value)
            elif isinstance(value, str) and value.strip() in params.nothing:
                yield Problem(path, {"field": title, "written": value}, "placeholder")
            elif isinstance(value, str) and pattern in params.people and names_nobody(value):
                yield Doubt(path, {"field": title, "written": value})


def _absent(path: str, field: str, value: object) -> Problem | Doubt:
    """Return what is said of a field without a value, by what stands in it instead."""
    written = value if isinstance(value, str) else "、".join(_texts(value))
    kind = placeholder_of(written)
    if kind in ("elsewhere", "above"):
        return Doubt(path, {"field": field, "written": written})
    return Problem(path, {"field": field, "written": written}, kind and "placeholder")


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a list's items."""
    for item in value if isinstance(value, tuple) else ():
        texts = (item,) if isinstance(item, str) else vars(item).values()
        yield from (text for text in texts if isinstance(text, str))


class AtLeast(At):
    """How many there must be."""

    least: int = Field(ge=1, description="Least number of items")


@check("at-least", facts=("found",))
def at_least(record: BaseModel, params: AtLeast) -> Yields:
    """A list must have so many items. That it has none at all is for another rule to say."""
    for path, value in values_at(record, params.at):
        if is_absent(value):
            yield Moot(path)
        elif len(value) < params.least:
            yield Problem(path, {"found": str(len(value))})


class Mentions(At):
    """What a text must speak of."""

    words: tuple[str, ...] = Field(min_length=1, description="Words of which one is enough")


@check("mentions")
def mentions(record: BaseModel, params: Mentions) -> Yields:
    """A text must contain one of these words. That it is absent is for another rule to say."""
    for path, value in values_at(record, params.at):
        if is_absent(value):
            yield Moot(path)
        elif not any(word in value for word in params.words):
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
