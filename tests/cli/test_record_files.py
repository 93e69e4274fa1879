"""Records in JSON on the command line: named, found in folders, refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from specvalidator.packs.cases import valid_record

Run = Callable[..., Any]


def written(path: Path, record: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_session_is_recognised_and_judged(specvalidator: Run, tmp_path: Path) -> None:
    late = valid_record("session") | {"results_date": "2025-04-01"}
    result = specvalidator("check", written(tmp_path / "s.json", late), "--format", "json")

    (report,) = result.json["reports"]
    assert result.status == 1
    assert (report["kind"], report["verdict"]) == ("session", "fail")
    assert [finding["rule"] for finding in report["findings"]] == ["late-results"]
    assert report["findings"][0]["location"]["place"] is None


def test_a_record_is_said_to_be_a_session(specvalidator: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "s.json", {"projects": ["拉面制作"]})

    assert specvalidator("check", path).status == 3
    assert specvalidator("check", path, "--as", "session").status == 1


def test_a_record_that_does_not_fit_is_said_and_stops_no_other(
    specvalidator: Run, tmp_path: Path
) -> None:
    bad = written(tmp_path / "bad.json", {"kind": "session", "examiner": []})
    good = written(tmp_path / "good.json", valid_record("session"))
    result = specvalidator("check", bad, good, "--format", "json", "--lang", "en")

    unfit, fit = result.json["reports"]
    assert result.status == 1
    assert (unfit["source"]["name"], unfit["kind"], unfit["verdict"]) == (
        "bad.json",
        "session",
        "fail",
    )
    (finding,) = unfit["findings"]
    assert (finding["rule"], finding["location"]["path"]) == ("unfit-record", "/examiner")
    assert finding["message"] == "There is no field “examiner”; did you mean “examiners”?"
    assert (unfit["passed"], fit["verdict"]) == ([], "pass")


def test_to_read_a_record_that_does_not_fit_gives_an_error(
    specvalidator: Run, tmp_path: Path
) -> None:
    bad = written(tmp_path / "bad.json", {"kind": "session", "examiner": []})
    result = specvalidator("read", bad, "--lang", "en")

    (error,) = result.json["errors"]
    assert result.status == 3
    assert error["error"] == "unreadable"
    assert "/examiner there is no field “examiner”; did you mean" in error["message"]


def test_a_folder_gives_its_records_and_passes_over_other_json(
    specvalidator: Run, tmp_path: Path
) -> None:
    written(tmp_path / "a" / "session.json", valid_record("session"))
    written(tmp_path / "a" / "specification.json", valid_record("specification"))
    written(tmp_path / "package.json", {"name": "x", "version": "1", "private": True})
    written(tmp_path / "list.json", [valid_record("session")])
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    result = specvalidator("check", tmp_path, "--format", "json")

    assert result.status == 0
    assert [report["kind"] for report in result.json["reports"]] == ["session", "specification"]
    assert result.json["errors"] == []


def test_a_record_is_read_as_it_is(specvalidator: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "s.json", valid_record("session"))
    (submission,) = specvalidator("read", path).json["submissions"]

    assert submission["kind"] == "session"
    assert submission["model"] == valid_record("session")
    assert submission["places"] == {}


def test_there_is_no_form_of_a_session(specvalidator: Run, tmp_path: Path) -> None:
    result = specvalidator("new", "session", "-o", tmp_path / "s.docx")

    assert result.status == 2
    assert "session" in result.err


def test_a_blank_announcement_is_written_and_lacks_every_item(
    specvalidator: Run, tmp_path: Path
) -> None:
    form = tmp_path / "a.docx"
    assert specvalidator("new", "announcement", "-o", form).status == 0
    result = specvalidator("check", form, "--format", "json")

    (report,) = result.json["reports"]
    assert report["kind"] == "announcement"
    assert {finding["rule"] for finding in report["findings"]} == {"missing-announcement-item"}
    assert [finding["severity"] for finding in report["findings"]] == ["error"] * 6 + ["note"]
