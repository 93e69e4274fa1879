"""Head counts of the staff against each other and against the tables (附件3 职工数)."""

from collections.abc import Iterator, Sequence

from specvalidator.checks.application.people import head_counts, is_namesake
from specvalidator.checks.base import Params, Yields, check
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.application import Application, Manager
from specvalidator.wording import Words

_MANAGERS = Words("管理人员数", "管理人员数 (managers)")
_TEACHERS = Words("专职教师数", "专职教师数 (teachers)")
_STAFF = Words("从事考核职工总数", "从事考核职工总数 (staff)")
_LISTED = Words("组织管理人员情况表中的人数", "the number of people listed as managers")


@check("staff-counts", facts=("what", "number", "limit_of", "limit"), variants=("review",))
def staff_counts(form: Application, _: Params) -> Yields:
    """Managers and teachers are part of the staff; no table lists more people than are counted.

    Examiners may come from elsewhere: that they exceed the staff is for a person to judge.
    """
    if (form.staff_total, form.managers_total, form.teachers_total) == (None, None, None):
        yield Moot("/staff_total")
        return
    yield from _counted(form)
    listed = _people(form.managers)
    limit = form.staff_total if form.managers_total is None else form.managers_total
    of = _STAFF if form.managers_total is None else _MANAGERS
    at = "/staff_total" if form.managers_total is None else "/managers_total"
    if limit is not None and listed > limit:
        yield Problem(at, _facts(_LISTED, listed, of, limit), related=("/managers",))
        return
    rows = len(form.managers) + len(form.examiners)
    if form.staff_total is None or rows <= form.staff_total:  # as nearly always
        return
    fewest = listed + _fewest_outside(form)
    if fewest > max(form.staff_total, listed):
        facts = _facts(_LISTED, fewest, _STAFF, form.staff_total)
        yield Doubt("/staff_total", facts, related=("/managers", "/examiners"))


def _counted(form: Application) -> Iterator[Problem]:
    for what, path, number in (
        (_MANAGERS, "/managers_total", form.managers_total),
        (_TEACHERS, "/teachers_total", form.teachers_total),
    ):
        if number is not None and form.staff_total is not None and number > form.staff_total:
            facts = _facts(what, number, _STAFF, form.staff_total)
            yield Problem(path, facts, related=("/staff_total",))


def _facts(what: Words, number: int, limit_of: Words, limit: int) -> dict[str, str | Words]:
    return {"what": what, "number": str(number), "limit_of": limit_of, "limit": str(limit)}


def _people(managers: Sequence[Manager]) -> int:
    """Count people of the managers' table, those that stand there twice once."""
    known: list[Manager] = []
    for row in managers:
        if not any(is_namesake(row, each) for each in known):
            known.append(row)
    return len(known)


def _fewest_outside(form: Application) -> int:
    """Return the least number of examiners who are none of the managers."""
    outside = [
        examiner
        for examiner in form.examiners
        if not any(is_namesake(examiner, manager) is not False for manager in form.managers)
    ]
    return head_counts(outside)[0]
