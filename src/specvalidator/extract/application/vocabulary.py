"""What the parts of the application form are called (附件3, and as offices edit it)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from specvalidator import lexicon
from specvalidator.extra import ExtraField
from specvalidator.extract.labels import FoundLabel, Labels, folded
from specvalidator.models.application import Application, Equipment, Examiner, Manager

T = TypeVar("T", bound=str)

OwnField = Literal[
    "applicant",
    "person_in_charge",
    "telephone",
    "address",
    "projects",
    "staff_total",
    "managers_total",
    "teachers_total",
]
"""A single value of the form; the names are those of the record."""
Field = str
"""One of these, or one that the pack adds: extra/credit_code."""

Section = Literal["venues", "equipment", "managers", "examiners", "opinion"]
"""A part of the form with a label at its side or above it."""

Rows = Literal["equipment", "managers", "examiners"]
"""A part of the form that is a table of its own."""

OwnHead = Literal[
    "thing",
    "model",
    "quantity",
    "note",
    "name",
    "sex",
    "age",
    "education",
    "position",
    "title",
    "qualification",
    "major",
    "trade",
    "certificate_number",
]
"""The heading of a column, by what stands below it."""
Head = str
"""One of these, or one that the pack adds."""


class Composed(Labels[T]):
    """Labels, and others that are made of the same words: 拟设考点地址, 负责人手机."""

    def __init__(
        self, names: Mapping[str, T], exact: Mapping[str, T], made_of: Mapping[T, str]
    ) -> None:
        super().__init__(names, exact)
        self._made_of = made_of
        self._letters = frozenset("".join(made_of.values()))

    def _look_up(self, key: str, *, slips: bool) -> FoundLabel[T] | None:
        """Return what a folded label stands for; a slip is forgiven where no words make it."""
        key = key.removeprefix("其中").lstrip(":：")
        found = super()._look_up(key, slips=False)
        if found is None and len(key) <= _LONGEST_MADE and self._letters.issuperset(key):
            made = [value for value, words in self._made_of.items() if re.fullmatch(words, key)]
            found = FoundLabel(made[0], None) if len(made) == 1 else None
        return found or (super()._look_up(key, slips=True) if slips else None)


_LONGEST_MADE = 20


class ApplicationWords(NamedTuple):
    """What the form and its parts are called."""

    title: re.Pattern[str]
    """The form's title, without white space."""
    fields: Composed[Field]
    """Labels of single values: those of the form, in which a slip is forgiven, and others."""
    sections: Labels[Section]
    """Labels at the side of a part, or above it."""
    heads: Composed[Head]
    """Headings of the columns of all three tables."""
    columns: Mapping[Rows, Mapping[Head, str]]
    """Which heading stands over which field of a row."""
    short: frozenset[str]
    """The labels that are too short for a slip, folded."""
    extra: Mapping[str, ExtraField]
    """What the pack adds, by its path: extra/credit_code, examiners/extra/nation."""


def words() -> ApplicationWords:
    """Return the words by which the form is read, as the pack has them."""
    return lexicon.in_force().compiled("application", _compiled)


def _compiled(entries: Mapping[str, Any]) -> ApplicationWords:
    added = lexicon.in_force().added("application")
    names, exact, _ = _labels(entries, "sections", get_args(Section))
    sections: Labels[Section] = Labels(names, exact)
    columns = {rows: dict(fields) for rows, fields in entries["columns"].items()}
    fields: Composed[Field] = Composed(
        *_with_added(
            _labels(entries, "fields", get_args(OwnField)),
            ((label, each.key) for each in added if not each.part for label in each.labels),
        )
    )
    own = _labels(entries, "heads", get_args(OwnHead))
    heads: Composed[Head] = Composed(*_with_added(own, _heads(added, columns, own)))
    return ApplicationWords(
        lexicon.joined(entries["title"], "title"),
        fields,
        sections,
        heads,
        columns,
        fields.short | sections.short | heads.short,
        {f"{each.part}/{each.key}".lstrip("/"): each for each in added},
    )


def _heads(
    added: Iterable[ExtraField],
    columns: Mapping[Rows, dict[Head, str]],
    own: tuple[Mapping[str, Head], Mapping[str, Head], Mapping[Any, str]],
) -> Iterable[tuple[str, Head]]:
    """Yield the headings that a pack adds, and put its columns below them.

    Tables may have columns of one name: the first that has it names the heading.
    """
    known = {folded(label): head for labels in own[:2] for label, head in labels.items()}
    for each in added:
        for label in each.labels if each.part in _ROWS else ():
            head = known.get(folded(label))
            if head is None:
                head = known[folded(label)] = each.key
                yield label, head
            columns[_ROWS[each.part]][head] = each.key


_ROWS: Mapping[str, Rows] = {each: each for each in get_args(Rows)}


def _labels(
    entries: Mapping[str, Any], table: str, known: tuple[T, ...]
) -> tuple[dict[str, T], dict[str, T], dict[T, str]]:
    """Return the labels in which a slip is forgiven, the exact ones, and what makes others."""
    found = lexicon.known_entries(entries, table, known)
    meanings = [(each, found[each]) for each in known if each in found]
    return (
        {name: each for each, entry in meanings for name in lexicon.texts_of(entry, "names")},
        {
            name: each
            for each, entry in meanings
            for name in lexicon.texts_of(entry, "exact", lexicon.ADDED)
        },
        {
            each: lexicon.joined(entry["made_of"], f"{table}.{each}.made_of").pattern
            for each, entry in meanings
            if "made_of" in entry
        },
    )


def _with_added(
    own: tuple[Mapping[str, str], Mapping[str, str], Mapping[Any, str]],
    added: Iterable[tuple[str, str]],
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return labels of the form with those that a pack adds: a slip is forgiven there, too."""
    names, exact, made_of = own
    return {**names, **dict(added)}, {**exact}, {**made_of}


_MODELS: Mapping[Rows, type[Equipment | Manager | Examiner]] = {
    "equipment": Equipment,
    "managers": Manager,
    "examiners": Examiner,
}


def called(field: Field, rows: Rows | None = None) -> str:
    """Return what the form calls a field of its own, or one of the rows of a table."""
    own = _title(field, rows)
    return own or words().extra[f"{rows}/{field}" if rows else field].title.zh


@cache
def _title(field: Field, rows: Rows | None) -> str | None:
    """Return the title of a field of the form's own, None of one that the pack adds."""
    own = (Application if rows is None else _MODELS[rows]).model_fields.get(field)
    return None if own is None else own.title or field


def asked(rows: Rows | None = None) -> tuple[Field, ...]:
    """Return the fields of the form, or of the rows of a table, that the pack adds and asks for."""
    every = lexicon.in_force().added("application")
    return tuple(each.key for each in every if each.required and each.part == (rows or ""))
