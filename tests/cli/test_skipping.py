"""Files of other kinds are passed over where it is asked for, and faults never."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from specvalidator.packs.cases import valid_record

Make = Callable[..., Any]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A Word file of another kind."""
    path = tmp_path / "minutes.docx"
    document = docx.Document()
    document.add_paragraph("会议纪要：讨论了办公用房。")
    document.save(str(path))
    return path


def _json(folder: Path, name: str, value: object) -> Path:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def test_a_document_of_another_kind_is_passed_over(specvalidator: Make, minutes: Path) -> None:
    assert specvalidator("check", minutes).status == 3
    result = specvalidator("check", "--skip-unrecognised", minutes)
    assert (result.status, result.out) == (0, "")
    assert result.err == "略过1个认不出种类的文件。\n"


def test_a_document_that_is_said_to_be_a_form_is_judged(specvalidator: Make, minutes: Path) -> None:
    given = ("check", "--skip-unrecognised", "--as", "specification", minutes)
    assert specvalidator(*given).status == 1


def test_a_page_for_programs_is_written_all_the_same(specvalidator: Make, minutes: Path) -> None:
    result = specvalidator("check", "--skip-unrecognised", minutes, "--format", "json")
    assert (result.json["reports"], result.json["errors"]) == ([], [])


@pytest.mark.parametrize(
    "value", [{}, {"name": "x", "version": "1"}, [1], '{ // remark\n"a": 1}', "{", "", '"x"']
)
def test_json_of_others_is_passed_over(specvalidator: Make, tmp_path: Path, value: object) -> None:
    file = _json(tmp_path, "package.json", value)
    result = specvalidator("check", "--skip-unrecognised", file)
    assert (result.status, result.out) == (0, "")


def test_a_record_is_judged(specvalidator: Make, tmp_path: Path) -> None:
    record = valid_record("specification")
    good = _json(tmp_path, "good.json", record)
    bad = _json(tmp_path, "bad.json", record | {"name": "拉面制作员", "ability_name": "拉面制作员"})
    assert specvalidator("check", "--skip-unrecognised", good).status == 0
    assert specvalidator("check", "--skip-unrecognised", bad).status == 1


def test_lock_files_are_passed_over(specvalidator: Make, tmp_path: Path) -> None:
    lock = tmp_path / "~$draft.docx"
    lock.write_bytes(b"\x05Wang" + b"\0" * 157)
    assert specvalidator("check", lock).status == 3
    assert specvalidator("check", "--skip-unrecognised", lock).status == 0


def test_a_file_that_cannot_be_read_still_fails(specvalidator: Make, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    assert specvalidator("check", "--skip-unrecognised", broken).status == 3
    assert specvalidator("check", "--skip-unrecognised", tmp_path / "gone.json").status == 3


def test_reading_passes_over_them_too(specvalidator: Make, minutes: Path) -> None:
    result = specvalidator("read", "--skip-unrecognised", minutes)
    assert result.status == 0
    assert result.json["submissions"] == []
