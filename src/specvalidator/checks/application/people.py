"""Which rows of a table are the same person: by certificate number, then by name and sex.

A number or a name that was not filled in tells nobody apart: 无, 申领中, 外聘.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from specvalidator.checks.likeness import bare, without_brackets
from specvalidator.models.application import Examiner, Manager
from specvalidator.placeholders.people import names_nobody
from specvalidator.quantities import paper_number

_SAME_AGE = 1
"""Years by which an age may differ between rows: a birthday lies between them."""


def is_same_person(one: Examiner, other: Examiner) -> bool | None:
    """Say whether two rows are one person; None where they may be, as namesakes may.

    A certificate belongs to one person. Where a row has none, name and sex decide. The same
    name, sex and age with two different certificates may be one person with both.
    """
    ours, theirs = certificate_of(one), certificate_of(other)
    if ours and ours == theirs:
        return True
    alike = is_namesake(one, other)
    if ours and theirs:
        return None if alike else False
    return alike


def is_namesake(one: Examiner | Manager, other: Examiner | Manager) -> bool | None:
    """Say whether name, sex and age agree; None where a name is absent."""
    ours, theirs = name_of(one), name_of(other)
    if not ours or not theirs:
        return None
    if ours != theirs:
        return False
    if one.sex and other.sex and _sex(one.sex) != _sex(other.sex):
        return False
    return one.age is None or other.age is None or abs(one.age - other.age) <= _SAME_AGE


def name_of(person: Examiner | Manager) -> str:
    """Return a person's name as names are compared; "" where nobody is named."""
    return _name_in(person.name or "")


@lru_cache(maxsize=1024)  # the rows of both tables are compared with each other many times
def _name_in(written: str) -> str:
    return "" if not written or names_nobody(written) else without_brackets(bare(written))


def certificate_of(person: Examiner) -> str:
    """Return the number of an examiner's certificate as numbers are compared; "" without one."""
    return paper_number(person.certificate_number or "") or ""


def _sex(written: str) -> str:
    """Return 女 for 女性 and 女士."""
    return bare(written)[:1]


def head_counts(rows: Sequence[Examiner]) -> tuple[int, int]:
    """Return the least and the greatest number of people that these rows can be."""
    if _have_nothing_in_common(rows):
        return len(rows), len(rows)
    least = _groups(rows, lambda one, other: is_same_person(one, other) is not False)
    greatest = _groups(rows, lambda one, other: is_same_person(one, other) is True)
    return least, greatest


def people_in(rows: Sequence[Examiner]) -> dict[int, int]:
    """Return for each row, by its identity, the person that it is: the greatest number of people.

    Rows of a project are counted by it, so that whom another row shows to be the same person is
    the same in every project.
    """
    if _have_nothing_in_common(rows):
        return {id(row): number for number, row in enumerate(rows)}
    groups = _grouped(rows, lambda one, other: is_same_person(one, other) is True)
    return {id(row): number for number, group in enumerate(groups) for row in group}


def _groups(rows: Sequence[Examiner], same: Callable[[Examiner, Examiner], bool]) -> int:
    return len(_grouped(rows, same))


def _grouped(
    rows: Sequence[Examiner], same: Callable[[Examiner, Examiner], bool]
) -> list[list[Examiner]]:
    """Return the groups of rows that are the same, directly or through others."""
    groups: list[list[Examiner]] = []
    for row in rows:
        joined, apart = [row], []
        for group in groups:
            if any(same(row, each) for each in group):
                joined += group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _have_nothing_in_common(rows: Sequence[Examiner]) -> bool:
    """Say whether each row has a name and a certificate of its own, as nearly always."""
    names = {name_of(row) for row in rows} - {""}
    certificates = {certificate_of(row) for row in rows} - {""}
    return len(names) == len(certificates) == len(rows)
