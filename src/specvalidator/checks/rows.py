"""Checks of tables on any form: rows that are complete, numbers that are plausible."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import BaseModel, Field

from specvalidator import pointers
from specvalidator.checks.base import (
    Params,
    Places,
    Yields,
    check,
    is_absent,
    is_blank,
    title_at,
    values_at,
)
from specvalidator.checks.likeness import bare
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.placeholders import placeholder_of
from specvalidator.placeholders.people import names_nobody
from specvalidator.quantities import paper_number
from specvalidator.wording import Words

Rows = Sequence[tuple[str, BaseModel]]
"""Each row of a table with its path."""


class Needed(Params):
    """What every row of a table must have."""

    at: str = Field(description="Path of the list of rows")
    needed: tuple[str, ...] = Field(
        min_length=1, description="Fields that a row must fill in; extra/… is one of the pack's"
    )
    people: tuple[str, ...] = Field(default=(), description="Fields that name a person")
    numbers: tuple[str, ...] = Field(default=(), description="Fields that give a number of papers")
    one_of: dict[str, tuple[str, ...]] = Field(
        default={}, description="What a field may begin with: 男 or 女"
    )
    unspecific: dict[str, tuple[str, ...]] = Field(
        default={}, description="Words of which a field alone does not say which: 有证书"
    )


_AFFIRMED = frozenset(
    [
        *("有", "是", "对", "具备", "具有", "持有", "已有", "已取得", "已具备"),
        *("合格", "齐全", "符合", "满足", "√", "✓", "✔", "☑"),
    ]
)
"""Words that say that there is something, and not what."""


class _Empty(NamedTuple):
    """A field of a row in which no value stands."""

    field: str
    written: str
    """What stands there instead; "" for nothing."""
    certain: bool
    """False where a person must look."""


@check(
    "rows-complete",
    facts=("row", "absent", "written"),
    variants=("placeholder", "column", "review"),
    defers=True,
)
def rows_complete(record: BaseModel, params: Needed) -> Yields:
    """Every row fills in these fields; a column that is empty throughout is one fault.

    A number written so that none can be read is a question, and so is 见附件. That there is no
    row at all is for another rule to say.
    """
    rows = [(path, row) for path, row in values_at(record, f"{params.at}/*") if not is_blank(row)]
    if not rows:
        yield Moot(params.at)
    empty = [list(_empty(rows, index, params)) for index in range(len(rows))]
    columns = _columns(empty) if len(rows) > 1 else set()
    for field in params.needed:
        if field in columns:
            yield _column(record, params.at, field, [each for row in empty for each in row])
    for (path, row), fields in zip(rows, empty, strict=True):
        left = [each for each in fields if each.field not in columns]
        absent = [each for each in left if each.certain]
        if absent:
            yield _problem(record, path, _called_at(path, row), absent)
    yield from _questions(record, rows, empty)


def _questions(record: BaseModel, rows: Rows, empty: list[list[_Empty]]) -> Iterator[Doubt]:
    """Yield one question for all rows in which the same stands in the same field."""
    asked: dict[tuple[str, str], list[tuple[str, Words]]] = {}
    for (path, row), fields in zip(rows, empty, strict=True):
        for each in fields:
            if not each.certain:
                place = f"{path}/{each.field}", _called_at(path, row)
                asked.setdefault((each.field, each.written), []).append(place)
    for (_, written), places in asked.items():
        first, *more = [path for path, _ in places]
        title = title_at(type(record), first)
        called = Words(
            "、".join(each.zh for _, each in places), ", ".join(each.en for _, each in places)
        )
        facts: Facts = {"row": called, "absent": Words(title, title), "written": written}
        yield Doubt(first, facts, related=tuple(more))


def _empty(rows: Rows, index: int, params: Needed) -> Iterator[_Empty]:
    row = rows[index][1]
    for field in params.needed:
        value = _value(row, field)
        if value is None:
            text = _text_of(row, field)
            yield _Empty(field, text or "", certain=is_absent(text))
            continue
        if not isinstance(value, str):
            if isinstance(value, Decimal) and value <= 0:
                yield _Empty(field, _text_of(row, field) or plain(value), certain=False)
            continue
        kind = placeholder_of(value)
        repeats = kind == "above" and field not in (*params.people, *params.numbers)
        if repeats and _above(rows, index, field):
            continue
        if field in params.people and names_nobody(value):
            yield _Empty(field, value, certain=kind not in (None, "elsewhere"))
        elif field in params.numbers and paper_number(value) is None:
            yield _Empty(field, value, certain=kind != "elsewhere")
        elif kind is not None or not value.strip():
            affirmed = value.strip() in _AFFIRMED  # a tick has no letters
            yield _Empty(
                field, value.strip(), certain=not affirmed and kind not in ("elsewhere", "above")
            )
        elif value.strip() in _AFFIRMED or _is_open(field, value, params):
            yield _Empty(field, value.strip(), certain=False)


def _is_open(field: str, value: str, params: Needed) -> bool:
    """Say whether a value is none of those that a field may have, or does not say which."""
    word = bare(value).strip("().。,")
    allowed = params.one_of.get(field)
    if allowed is not None and not word.startswith(allowed):
        return True
    for each in params.unspecific.get(field, ()):
        word = word.replace(each, "")
    return not word


def _value(row: BaseModel, field: str) -> Any:  # noqa: ANN401 - of any field
    """Return the value of a row's field, or of one that a pack adds: extra/nation."""
    return pointers.value_at(row, f"/{field}") if "/" in field else getattr(row, field, None)


def _text_of(row: BaseModel, field: str) -> str | None:
    """Return the text that a number was read from, None where a field has none."""
    text: str | None = _value(row, f"{field}_text")
    return text


def _above(rows: Rows, index: int, field: str) -> bool:
    """Say whether 同上 repeats something: the nearest row above that says more gives it."""
    for _, row in reversed(rows[:index]):
        value = _value(row, field)
        if not isinstance(value, str) or placeholder_of(value) != "above":
            return not is_absent(value)
    return False


def _columns(empty: list[list[_Empty]]) -> set[str]:
    """Return the fields that are certainly empty in every row, in the same words."""
    each_row = [{(each.field, each.written) for each in row if each.certain} for row in empty]
    return {field for field, _ in set.intersection(*each_row)}


def _column(record: BaseModel, at: str, field: str, empty: list[_Empty]) -> Problem:
    title = title_at(type(record), f"{at}/0/{field}")
    written = next(each.written for each in empty if each.field == field)
    related = tuple(path for path, _ in values_at(record, f"{at}/*/{field}"))
    facts: Facts = {"row": "", "absent": Words(title, title), "written": _quoted(written)}
    return Problem(related[0], facts, "column", related[1:])


def _problem(record: BaseModel, path: str, called: Words, absent: list[_Empty]) -> Problem:
    paths = [f"{path}/{each.field}" for each in absent]
    titles = [title_at(type(record), each) for each in paths]
    at, related = (paths[0], ()) if len(paths) == 1 else (path, tuple(paths))
    written = list(dict.fromkeys(each.written for each in absent))
    facts: Facts = {"row": called, "absent": _listed(titles), "written": "、".join(written)}
    return Problem(at, facts, "placeholder" if all(written) else None, related)


def _called_at(path: str, row: BaseModel) -> Words:
    return _called(int(path.rpartition("/")[2]), row)


def _called(index: int, row: BaseModel) -> Words:
    name = getattr(row, "name", None)
    if is_absent(name):
        return Words(f"第{index + 1}行", f"row {index + 1}")
    return Words(f"第{index + 1}行（{name}）", f"row {index + 1} ({name})")


def _listed(titles: list[str]) -> Words:
    return Words("、".join(titles), ", ".join(titles))


def _quoted(written: str) -> Words:
    return Words(f"，只有“{written}”", f" but for “{written}”") if written else Words("", "")


def _row_of(record: BaseModel, path: str) -> Words:
    """Call the row that a path is in by its table, its number and its name."""
    table, _, rest = path[1:].partition("/")
    index = int(rest.partition("/")[0])
    title = type(record).model_fields[table].title or table
    called = _called(index, getattr(record, table)[index])
    return Words(f"“{title}”{called.zh}", f"{table}, {called.en}")


class Within(Params):
    """What a number may be, both ends included."""

    at: Places = Field(min_length=1, description="Paths; * stands for any item of a list")
    least: int
    most: int
    years: int | None = Field(default=None, description="From this a number is a year, no age")


@check("within", facts=("found", "field", "row"), variants=("year",))
def within(record: BaseModel, params: Within) -> Yields:
    """A number lies between two others. That it is absent is for another rule to say."""
    given = 0
    for pattern in params.at:
        for path, value in values_at(record, pattern):
            if value is not None:
                given += 1
                if not params.least <= value <= params.most:
                    field = title_at(type(record), path)
                    found = plain(Decimal(value))
                    facts: Facts = {"found": found, "field": field, "row": _row_of(record, path)}
                    is_year = params.years is not None and value >= params.years
                    yield Problem(path, facts, "year" if is_year else None)
    if not given:
        yield Moot(params.at[0])
