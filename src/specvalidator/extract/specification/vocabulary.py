"""What the parts of a 考核规范 are called in the forms that offices file (附件2, and as met)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

from specvalidator import lexicon
from specvalidator.extra import ExtraField
from specvalidator.extract.labels import GARBLED, FoundLabel, Labels
from specvalidator.extract.numbering import numbering_of
from specvalidator.models.specification import Column

OwnPart = Literal[
    "name",
    "definition",
    "applicants",
    "content",
    "requirements",
    "eligibility",
    "examiners",
    "method_and_time",
    "venue_and_equipment",
]
"""A part of the form that begins with a heading."""
Part = str
"""One of these, or a requirement that the pack adds: requirements/extra/fee."""
_ADDED = "requirements/"

REQUIREMENTS: tuple[Part, ...] = (
    "eligibility",
    "examiners",
    "method_and_time",
    "venue_and_equipment",
)
TOP: tuple[Part, ...] = ("definition", "applicants", "content", "requirements")
"""Parts that stand under no other."""
PATHS: dict[Part, str] = {
    "name": "/name",
    "definition": "/definition",
    "applicants": "/applicants",
    "content": "/tasks",
    "requirements": "/requirements",
    "eligibility": "/requirements/eligibility",
    "examiners": "/requirements/examiners",
    "method_and_time": "/requirements/method_and_time",
    "venue_and_equipment": "/requirements/venue_and_equipment",
}
"""Where in the record the text of a part goes."""


def is_requirement(part: Part | None) -> bool:
    """Say whether a part is one of the items of 考核要求."""
    return part is not None and (part in REQUIREMENTS or part.startswith(_ADDED))


def path_of(part: Part) -> str:
    """Return where in the record the text of a part goes."""
    return PATHS.get(part) or f"/{part}"


class HeadingSign(NamedTuple):
    """What a heading says about the text below it."""

    part: Part
    partial: bool = False
    """It names only a half (考核时间) or a further point (合格标准): the text keeps the label."""
    weak: bool = False
    """An everyday word: a heading only with a number before it."""
    below: Part | None = None
    """What it names instead where the requirements have begun."""


OwnHeadField = Literal["ability_name", "occupation"]
"""A field of the content table's head: 能力名称 or 职业领域."""
HeadField = str
"""One of these, or one that the pack adds: extra/issued."""
ColumnSign = Column | Literal["number"]
"""A column of the form, or one that only counts."""
_COLUMNS: tuple[Column, ...] = get_args(Column)
_PARTS: tuple[OwnPart, ...] = get_args(OwnPart)
_BELOW = "names_or_eligibility"


class SpecificationWords(NamedTuple):
    """What the parts of the form, and the columns of its table, are called."""

    sections: Labels[HeadingSign]
    """Headings of the form's parts."""
    spoken_of: tuple[tuple[Part, tuple[str, ...]], ...]
    """Words by which an unknown heading is about a part."""
    matters_of_its_own: tuple[str, ...]
    """Words of headings that stand for no part of the form, in whatever words."""
    head: Labels[HeadField]
    head_signs: tuple[str, ...]
    """Letters of which a text has some that gives a field of the head, unless one slipped."""
    head_in_text: re.Pattern[str]
    """A label of the table's head within a text, its colon or what stands for it, or its end."""
    columns: Labels[ColumnSign]
    column_headings: Mapping[Column, str]
    """The columns of the form from left to right, and what it calls them."""
    task_column_aliases: frozenset[str]
    """What the first column may be called where no other is 工作任务."""
    added: Mapping[str, ExtraField]
    """What the pack adds to the head and to the requirements, by its path."""


def words() -> SpecificationWords:
    """Return the words by which the form is read, as the pack has them."""
    return lexicon.in_force().compiled("specification", _compiled)


def _compiled(entries: Mapping[str, Any]) -> SpecificationWords:
    parts = lexicon.known_entries(entries, "parts", _PARTS)
    head = lexicon.known_entries(entries, "head", get_args(OwnHeadField))
    added = {
        f"{each.part}/{each.key}".lstrip("/"): each
        for each in lexicon.in_force().added("specification")
    }
    of_head = {label: key for key, each in added.items() if not each.part for label in each.labels}
    columns = lexicon.known_entries(entries, "columns", (*_COLUMNS, "number"))
    fields: tuple[OwnHeadField, ...] = get_args(OwnHeadField)
    signs: tuple[ColumnSign, ...] = (*_COLUMNS, "number")
    heads: Labels[HeadField] = Labels(
        {
            name: field
            for field in fields
            for name in lexicon.texts_of(head.get(field, {}), "names", lexicon.ADDED)
        }
        | of_head
    )
    return SpecificationWords(
        _sections(parts, entries["alike"], added),
        tuple(
            (part, tuple(entry["spoken_of"]))
            for part, entry in _in_order(parts)
            if "spoken_of" in entry
        ),
        tuple(entries["no_part"]["words"]),
        heads,
        _signs_of(heads.names),
        _within_text(heads),
        Labels(
            {
                name: sign
                for sign in signs
                for name in lexicon.texts_of(columns.get(sign, {}), "names")
            },
            exact={
                name: sign
                for sign in signs
                for name in lexicon.texts_of(columns.get(sign, {}), "exact", lexicon.ADDED)
            },
        ),
        {column: columns[column]["title"] for column in _COLUMNS},
        frozenset(lexicon.texts_of(columns["task"], "first")),
        added,
    )


def _within_text(heads: Labels[HeadField]) -> re.Pattern[str]:
    spaced = "|".join(r"\s*".join(name) for name in sorted(heads.names, key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{spaced})(?:\s*[（(][^）)]{{0,12}}[）)])?"
        rf"(?:\s*(?P<colon>[:：]|{GARBLED}(?![^:：\s]{{0,3}}[:：]))|(?P<end>(?=\s|$)))"
    )


def _in_order(parts: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[Part, Mapping[str, Any]]]:
    yield from ((part, parts[part]) for part in _PARTS if part in parts)


def _signs_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Return letters of which each label has one, those that the most labels have first."""
    left, signs = set(labels), []
    while left:
        counted = Counter(letter for label in left for letter in set(label))
        sign = max(sorted(counted), key=lambda letter: counted[letter])
        signs.append(sign)
        left = {label for label in left if sign not in label}
    return tuple(signs)


def _sections(
    parts: Mapping[str, Mapping[str, Any]],
    alike: Mapping[str, str],
    added: Mapping[str, ExtraField],
) -> Labels[HeadingSign]:
    """Return the headings; what is weak or partial is no heading of another sort."""
    names: dict[str, HeadingSign] = {}
    exact: dict[str, HeadingSign] = {}
    weak: dict[str, HeadingSign] = {}
    for part, entry in _in_order(parts):
        names |= dict.fromkeys(lexicon.texts_of(entry, "names"), HeadingSign(part))
        below = HeadingSign(part, below="eligibility")
        names |= dict.fromkeys(lexicon.texts_of(entry, _BELOW), below)
        exact |= dict.fromkeys(lexicon.texts_of(entry, "exact", lexicon.ADDED), HeadingSign(part))
        weak |= dict.fromkeys(lexicon.texts_of(entry, "weak"), HeadingSign(part, weak=True))
    for part, entry in _in_order(parts):
        partial = HeadingSign(part, partial=True)
        exact |= dict.fromkeys(lexicon.texts_of(entry, "partial"), partial)
    for part, field in added.items():
        if field.part:
            names |= dict.fromkeys(field.labels, HeadingSign(part))
    return Labels(
        {name: sign for name, sign in names.items() if name not in weak},
        exact=exact | weak,
        alike=alike,
    )


def part_spoken_of(heading: str) -> Part | None:
    """Return the part that an unknown heading is about, where its words leave no choice."""
    parts = [part for part, known in words().spoken_of if any(word in heading for word in known)]
    return parts[0] if len(parts) == 1 else None


def column_of(heading: str) -> FoundLabel[ColumnSign] | None:
    """Return the column that a heading names, its unit (%) left out; None if none."""
    known = words()
    has_sign = any(sign in heading for sign in "%％﹪")
    slips = heading not in known.task_column_aliases
    written = heading.rstrip("%％﹪（）()") if has_sign else heading
    return known.columns.find(unnumbered(written), slips=slips)


def unnumbered(heading: str) -> str:
    """Return 操作规范 for 二、操作规范; 第一单元 stays."""
    numbering = numbering_of(heading)
    return heading[numbering.end :] if numbering and numbering.style != "chapter" else heading
