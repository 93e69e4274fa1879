"""The JSON that programs of other offices read."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import specvalidator as sv
from specvalidator.findings import Finding, Report
from specvalidator.models import Specification
from specvalidator.places import WordPlace, spoken
from specvalidator.reports import Failure
from specvalidator.reports.json import pieces_of_submissions
from specvalidator.settings.waivers import UnusedWaiver
from specvalidator.submission import Remark, Submission
from specvalidator.wording import Words

Make = Callable[..., Any]


def _page(*reports: Report, errors: tuple[Failure, ...] = ()) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(sv.render(reports, "json", errors=errors))
    return page


def test_the_page_has_the_keys_of_the_contract_in_their_order(
    finding: Make, report: Make, failure: Make
) -> None:
    page = _page(report(finding()), errors=(failure(),))
    assert list(page) == ["specvalidator", "reports", "errors", "waivers", "passed_over"]
    assert page["specvalidator"] == sv.__version__
    entry = page["reports"][0]
    promised = ["source", "kind", "verdict", "pack", "findings", "passed", "by_hand"]
    assert [key for key in entry if key in promised] == promised
    assert list(entry["source"]) == ["name", "media_type", "sha256", "size", "index"]
    assert list(entry["pack"]) == ["id", "number", "edition"]
    promised = [
        "rule",
        "kind",
        "severity",
        "basis",
        "message",
        "suggestion",
        "location",
        "related",
        "clause",
        "facts",
        "waived",
        "lapsed",
    ]
    assert list(entry["findings"][0]) == promised
    assert list(entry["findings"][0]["clause"]) == ["id", "where", "text"]
    assert list(entry["by_hand"][0]) == ["id", "where", "text", "reason"]


def test_a_place_is_printed_with_every_number_and_said_aloud(finding: Make, report: Make) -> None:
    location = _page(report(finding()))["reports"][0]["findings"][0]["location"]
    assert location["path"] == "/tasks/2/weight"
    place = location["place"]
    assert [place[key] for key in ("kind", "block", "table", "row", "column", "text")] == [
        "word",
        7,
        1,
        3,
        4,
        "第1个表格第3行第4列",
    ]


def test_a_record_that_was_no_file_has_null_for_source_and_place() -> None:
    entry = _page(sv.check(Specification()))["reports"][0]
    assert entry["source"] is None
    assert entry["findings"][0]["location"]["place"] is None


def test_an_unreadable_file_says_why_in_a_word_and_a_sentence(failure: Make) -> None:
    page = json.loads(sv.render([], "json", errors=[failure()], lang="en"))
    assert page["reports"] == []
    error = page["errors"][0]
    assert error["source"]["name"] == "locked.docx"
    assert error["error"] == "encrypted"
    assert error["message"] == "The file is encrypted; remove the password."


def test_chinese_is_printed_as_chinese_and_the_page_ends_its_last_line(report: Make) -> None:
    text = sv.render([report()], "json")
    assert '"subject": "拉面制作"' in text
    assert text.startswith('{\n  "specvalidator"')
    assert text.endswith("\n}\n")


def test_characters_that_a_terminal_obeys_are_escaped_but_mean_the_same(
    finding: Make, report: Make
) -> None:
    text = sv.render([report(finding(message="a\u202eb\x9bc"))], "json")
    assert "\u202e" not in text
    assert "\x9b" not in text
    message = json.loads(text)["reports"][0]["findings"][0]["message"]
    assert message == "a\u202eb\x9bc"


def test_the_same_reports_give_the_same_bytes(finding: Make, report: Make) -> None:
    made: list[Finding] = [finding(rule=f"rule-{number}") for number in range(5)]
    assert sv.render([report(*made)], "json") == sv.render([report(*made)], "json")


def _submission() -> Submission:
    return Submission(
        source=None,
        kind="specification",
        model=Specification.model_validate({"name": "拉面制作", "tasks": [{"weight": 33.3}]}),
        places={"/name": spoken(WordPlace(block=1, paragraph=1))},
        remarks=(
            Remark(kind="doubt", path="/tasks", message=Words("有图片。", "There is a picture.")),
            Remark(kind="misprint", path="/name", message=Words("错字。", "A misprint.")),
        ),
    )


def test_read_prints_the_record_its_places_doubts_and_notes() -> None:
    page = json.loads("".join(pieces_of_submissions([_submission()], [])))
    assert list(page) == ["specvalidator", "submissions", "errors"]
    entry = page["submissions"][0]
    promised = ["source", "kind", "model", "places", "doubts"]
    assert [key for key in entry if key in promised] == promised
    assert entry["model"]["name"] == "拉面制作"
    assert entry["model"]["tasks"][0]["weight"] == 33.3
    assert entry["places"]["/name"]["text"] == "第1段"
    assert entry["doubts"] == [{"path": "/tasks", "message": "有图片。"}]
    assert entry["notes"] == [{"path": "/name", "message": "错字。"}]


def test_read_speaks_the_language_asked_for() -> None:
    entry = json.loads("".join(pieces_of_submissions([_submission()], [], "en")))["submissions"][0]
    assert entry["places"]["/name"]["text"] == "paragraph 1"
    assert entry["doubts"][0]["message"] == "There is a picture."


def test_the_record_that_read_prints_can_be_handed_in_again() -> None:
    entry = json.loads("".join(pieces_of_submissions([_submission()], [])))["submissions"][0]
    assert Specification.model_validate(entry["model"]) == _submission().model


def test_a_waived_finding_stays_on_the_page_and_does_not_count(finding: Make, report: Make) -> None:
    waived = {"reason": "比重已获批准。", "approved_by": None, "expires": "2026-12-31"}
    (entry,) = _page(report(finding(waived=waived)))["reports"]
    assert entry["findings"][0]["waived"] == waived
    assert entry["verdict"] == "pass"


def test_the_page_names_waivers_that_were_not_needed(report: Make) -> None:
    unused = UnusedWaiver(
        rule="weight-total",
        document="*.docx",
        reason="比重已获批准。",
        expires=date(2026, 12, 31),
        checked=True,
    )
    page = json.loads(sv.render([report()], "json", unused=[unused]))
    assert page["waivers"]["unused"] == [unused.model_dump(mode="json")]
    assert page["waivers"]["unused"][0]["checked"] is True
