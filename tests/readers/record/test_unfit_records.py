"""Records that do not fit: findings at JSON Pointers, whether they come as a file or a mapping."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import specvalidator as sv
from specvalidator.errors import UnreadableFile
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.reports import FORMATS
from specvalidator.schemas import schema_text


@pytest.mark.parametrize("kind", MODELS)
def test_a_mapping_is_judged_like_the_record_it_holds(kind: Kind) -> None:
    record = valid_record(kind)

    assert sv.check(record) == sv.check(MODELS[kind].model_validate(record))


def test_a_mapping_may_hold_what_a_database_gives() -> None:
    record = valid_record("session") | {
        "date": dt.date(2025, 3, 14),
        "projects": ("拉面制作",),
        "file_retention_months": Decimal("24.0"),
    }
    plain = valid_record("session") | {
        "date": "2025-03-14",
        "projects": ["拉面制作"],
        "file_retention_months": 24,
    }
    assert sv.check(record) == sv.check(plain)


@pytest.mark.parametrize(
    "value", [{1, 2}, dt.datetime(2025, 3, 14, tzinfo=dt.UTC), float("nan"), b"text"]
)
def test_what_json_does_not_have_is_refused(value: object) -> None:
    with pytest.raises(UnreadableFile) as refused:
        sv.check({"site": value}, kind="session")
    assert refused.value.error == "corrupt"


def test_a_mapping_of_no_known_kind_is_refused_unless_it_is_said() -> None:
    with pytest.raises(UnreadableFile) as refused:
        sv.check({"projects": ["拉面制作"]})
    assert refused.value.error == "unrecognised"
    assert sv.check({"projects": ["拉面制作"]}, kind="session").kind == "session"


FAULTY: dict[str, Any] = {
    "nmae": "拉面制作",
    "definition": 3,
    "occupation": {"code": "4-03-02-02"},
    "tasks": [{"weight": "20%"}],
    "missing_columns": ["price"],
}
SAID = {
    "/nmae": "没有字段“nmae”，是否指“name”？",
    "/definition": "类型应为文字，现为整数。",
    "/occupation/text": "缺少字段“text”。",
    "/tasks/0/weight": "类型应为数字，现为文字。",
    "/missing_columns/0": "应为以下之一：task、operations、knowledge、weight。",
}


def test_each_value_that_does_not_fit_is_a_finding_at_its_pointer() -> None:
    report = sv.check(FAULTY, kind="specification")

    assert {each.location.path: each.message for each in report.findings} == SAID
    assert {each.rule for each in report.findings} == {"unfit-record"}
    assert (report.verdict, report.passed, report.source) == ("fail", (), None)


def test_a_finding_quotes_the_schema_and_what_the_form_calls_the_value() -> None:
    findings = sv.check(FAULTY, kind="specification").findings
    clauses = {each.location.path: each.clause for each in findings}

    assert {each.where for each in clauses.values()} == {
        f"JSON Schema {json.loads(schema_text('specification'))['$id']}"
    }
    assert clauses["/tasks/0/weight"].text == "考核比重"
    assert clauses["/occupation/text"].text == "职业领域原文"


def test_it_is_said_in_english_too() -> None:
    findings = sv.check({"date": 3, "sites": ""}, kind="session", lang="en").findings

    assert [each.message for each in findings] == [
        "There is no field “sites”; did you mean “site”?",
        "Should be text, not a whole number.",
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_shows_where_it_does_not_fit(format_: str) -> None:
    page = sv.render([sv.check({"sites": "蓝屿"}, kind="session")], format_)

    assert "unfit-record" in page or "记录" in page
    assert "没有字段“sites”" in page


def test_the_report_fits_the_report_schema() -> None:
    page = json.loads(sv.render([sv.check(FAULTY, kind="specification")], "json"))
    validator = Draft202012Validator(json.loads(schema_text("report")))

    assert list(validator.iter_errors(page)) == []


def test_of_thousands_of_misfits_the_first_are_findings_and_the_rest_is_said() -> None:
    report = sv.check({f"field{number}": 1 for number in range(5000)}, kind="session")

    assert len(report.findings) == 201
    assert "只列出200处" in report.findings[-1].message


def test_a_file_says_which_it_is() -> None:
    (report,) = sv.validate(b'{"kind": "session", "sites": 1}', name="s.json")

    assert report.source is not None
    assert (report.source.name, report.source.media_type) == ("s.json", "application/json")
