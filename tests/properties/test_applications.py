"""What holds for every application: more examiners never harm, less is never better."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import specvalidator as sv
from specvalidator.models.application import Application, Examiner
from specvalidator.packs.cases import valid_record

VALID = Application.model_validate(valid_record("application"))
NAMES = ("于谷雨", "宋芒种", "毕寒露", "连秋分")
TRADES = ("拉面制作", "花样馒头制作", "中式面点师", "育婴员", "各工种", None)
examiners = st.builds(
    Examiner,
    name=st.sampled_from(NAMES),
    sex=st.sampled_from(("男", "女", None)),
    age=st.sampled_from((30, 45, None)),
    qualification=st.just("二级"),
    trade=st.sampled_from(TRADES),
    certificate_number=st.sampled_from(("1", "2", "3", "4", "5", None)),
)
tables = st.lists(examiners, max_size=7).map(tuple)
RANK = {"fail": 0, "review": 1}


def too_few(rows: tuple[Examiner, ...], project: int) -> int:
    """How well a project is served: 0 too few, 1 a person must judge, 2 enough."""
    report = sv.check(VALID.model_copy(update={"examiners": rows}))
    found = [
        RANK[finding.kind]
        for finding in report.findings
        if finding.rule == "too-few-examiners"
        and {f"/projects/{project}", "/projects"}  # one of them, or too few in all
        & {each.path for each in (finding.location, *finding.related)}
    ]
    return min(found, default=2)


@given(tables, st.integers(min_value=1, max_value=99))
def test_a_further_examiner_of_the_project_never_makes_things_worse(
    rows: tuple[Examiner, ...], number: int
) -> None:
    further = Examiner(
        name=f"新人{number}",
        trade="拉面制作",
        qualification="二级",
        certificate_number=f"N{number}",
    )
    assert too_few((*rows, further), 0) >= too_few(rows, 0)
    assert too_few((*rows, further), 1) == too_few(rows, 1)


@given(tables)
def test_the_order_of_examiners_is_of_no_matter(rows: tuple[Examiner, ...]) -> None:
    for project in (0, 1):
        assert too_few(rows, project) == too_few(rows[::-1], project)


@given(tables)
def test_a_row_repeated_is_not_another_person(rows: tuple[Examiner, ...]) -> None:
    for project in (0, 1):
        assert too_few(rows + rows, project) == too_few(rows, project)


@given(st.integers(0, 30), st.integers(1, 5000), st.booleans())
def test_rooms_and_area_are_complete_together_only(
    rooms: int,
    tenths: int,
    with_area: bool,  # noqa: FBT001 - hypothesis hands it over
) -> None:
    owned = VALID.venues.owned.model_copy(
        update={
            "classrooms": Decimal(rooms),
            "classroom_area": Decimal(tenths) / 10 if with_area else None,
        }
    )
    venues = VALID.venues.model_copy(update={"owned": owned})
    report = sv.check(VALID.model_copy(update={"venues": venues}))
    spoken = [each.rule for each in report.findings]
    assert spoken == ([] if (rooms > 0) == with_area else ["incomplete-venue"])


FIELDS = ("applicant", "person_in_charge", "telephone", "address", "projects", "staff_total")


@given(st.sets(st.sampled_from(FIELDS), min_size=1))
def test_every_missing_value_is_found(absent: set[str]) -> None:
    record = valid_record("application")
    for field in absent:
        record[field] = [] if field == "projects" else None
    report = sv.check(Application.model_validate(record))
    assert report.verdict == "fail"
    told = {f.location.path for f in report.findings if f.rule == "missing-field"}
    assert told == {f"/{field}" for field in absent}
