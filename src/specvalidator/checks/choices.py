"""One of several: a word of a list, or a value at one of several places."""

from pydantic import BaseModel, Field

from specvalidator.checks.base import Params, Places, Yields, check, is_absent, title_at, values_at
from specvalidator.checks.generic import At
from specvalidator.findings import Moot, Problem
from specvalidator.wording import Words


class OneOf(At):
    """Which words may stand there."""

    words: tuple[str, ...] = Field(min_length=1, description="Words of which it is one")


@check("one-of", facts=("found", "words"))
def one_of(record: BaseModel, params: OneOf) -> Yields:
    """A text is one of these words, white space apart. That it is absent is for another rule."""
    words = Words("、".join(params.words), ", ".join(params.words))
    for path, value in values_at(record, params.at):
        if is_absent(value):
            yield Moot(path)
        elif "".join(str(value).split()) not in params.words:
            yield Problem(path, {"found": str(value), "words": words})


class OneOfSeveral(Params):
    """Where one value is enough."""

    at: Places = Field(min_length=2, description="Paths, of which one must have a value")
    alone: bool = Field(default=False, description="Whether no more than one may have a value")


@check("one-of-several", facts=("fields",), variants=("several",))
def one_of_several(record: BaseModel, params: OneOfSeveral) -> Yields:
    """One of several places has a value, and where only one may, no other has."""
    given = [
        (path, title_at(type(record), path))
        for at in params.at
        for path, value in values_at(record, at)
        if not is_absent(value)
    ]
    if not given:
        titles = [title_at(type(record), at) for at in params.at]
        yield Problem(params.at[0], {"fields": _listed(titles)}, related=tuple(params.at[1:]))
    elif params.alone and len(given) > 1:
        paths = [path for path, _ in given]
        facts = {"fields": _listed([title for _, title in given])}
        yield Problem(paths[0], facts, "several", tuple(paths[1:]))


def _listed(titles: list[str]) -> Words:
    return Words("、".join(titles), ", ".join(titles))
