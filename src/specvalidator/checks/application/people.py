"""Which rows of a table are the same person: by certificate number, then by name and sex."""

from collections.abc import Callable, Sequence

from specvalidator.checks.likeness import bare
from specvalidator.models.application import Examiner, Manager

_SAME_AGE = 1
"""Years by which an age may differ between rows: a birthday lies between them."""


def is_same_person(one: Examiner, other: Examiner) -> bool | None:
    """Say whether two rows are one person; None where they may be, as namesakes may.

    A certificate belongs to one person. Where a row has none, name and sex decide. The same
    name, sex and age with two different certificates may be one person with both.
    """
    ours, theirs = bare(one.certificate_number or ""), bare(other.certificate_number or "")
    if ours and ours == theirs:
        return True
    alike = is_namesake(one, other)
    if ours and theirs:
        return None if alike else False
    return alike


def is_namesake(one: Examiner | Manager, other: Examiner | Manager) -> bool | None:
    """Say whether name, sex and age agree; None where a name is absent."""
    if not one.name or not other.name:
        return None
    if bare(one.name) != bare(other.name):
        return False
    if one.sex and other.sex and bare(one.sex) != bare(other.sex):
        return False
    return one.age is None or other.age is None or abs(one.age - other.age) <= _SAME_AGE


def head_counts(rows: Sequence[Examiner]) -> tuple[int, int]:
    """Return the least and the greatest number of people that these rows can be."""
    if _have_nothing_in_common(rows):
        return len(rows), len(rows)
    least = _groups(rows, lambda one, other: is_same_person(one, other) is not False)
    greatest = _groups(rows, lambda one, other: is_same_person(one, other) is True)
    return least, greatest


def _groups(rows: Sequence[Examiner], same: Callable[[Examiner, Examiner], bool]) -> int:
    """Count the groups of rows that are the same, directly or through others."""
    groups: list[list[Examiner]] = []
    for row in rows:
        joined, apart = [row], []
        for group in groups:
            if any(same(row, each) for each in group):
                joined += group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return len(groups)


def _have_nothing_in_common(rows: Sequence[Examiner]) -> bool:
    """Say whether each row has a name and a certificate of its own, as nearly always."""
    names = {bare(row.name or "") for row in rows} - {""}
    certificates = {bare(row.certificate_number or "") for row in rows} - {""}
    return len(names) == len(certificates) == len(rows)
