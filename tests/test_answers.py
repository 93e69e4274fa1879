"""What is answered is bounded like what is read."""

import json
from pathlib import Path

import pytest

import specvalidator as sv
from hostile.making.answers import forms
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits

_FAULTY = {"number": 7, "name": "拉面", "weight": 100}


def _record(folder: Path, tasks: int) -> Path:
    path = folder / "a.json"
    record = {"name": "拉面制作", "tasks": [_FAULTY] * tasks}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def _refused(file: Path | bytes, limits: Limits) -> str:
    with pytest.raises(UnreadableFile) as refused:
        sv.validate(file, limits=limits)
    assert refused.value.error == "too-large"
    return refused.value.said("en")


def test_as_many_forms_as_there_may_be_are_all_judged() -> None:
    assert len(sv.validate(forms(20), limits=Limits(forms=20))) == 20


def test_one_form_more_is_refused_and_the_refusal_says_how_many_there_are() -> None:
    said = _refused(forms(21), Limits(forms=20))
    assert "holds 21 forms, more than 20; none of them was checked" in said


def test_findings_are_counted_over_all_forms_of_a_file() -> None:
    whole = sv.validate(forms(4))
    count = sum(len(report.findings) for report in whole)

    assert sv.validate(forms(4), limits=Limits(findings=count)) == whole
    assert f"more than {count - 1} findings" in _refused(forms(4), Limits(findings=count - 1))


def test_findings_are_bounded_by_what_it_takes_to_say_them(tmp_path: Path) -> None:
    file = _record(tmp_path, 40)
    [report] = sv.validate(file)
    size = len(report.model_dump_json(include={"findings"}))

    assert sv.validate(file, limits=Limits(report_bytes=4 * size)) == [report]
    _refused(file, Limits(report_bytes=size // 4))


def test_a_record_that_does_not_fit_is_bounded_likewise(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"name": 1, "definition": 2, "tasks": 3}', encoding="utf-8")
    [report] = sv.validate(file)

    assert len(report.findings) == 3
    _refused(file, Limits(findings=2))


def test_a_marked_copy_is_bounded_likewise() -> None:
    with pytest.raises(UnreadableFile) as refused:
        sv.annotate(forms(4), limits=Limits(findings=3))
    assert refused.value.error == "too-large"
