"""`new`: a form for a drafter, and records that do not fit."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import specvalidator as sv
from specvalidator.packs.cases import valid_record

Make = Callable[..., Any]


def _text_of(path: Path) -> str:
    with ZipFile(BytesIO(path.read_bytes())) as package:
        return package.read("word/document.xml").decode()


def test_the_blank_form_has_the_headings_of_the_annex(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    assert specvalidator("new", "specification", "-o", form) == (0, "", "")
    text = _text_of(form)
    assert "适用对象" in text
    assert "考核比重" in text


def test_a_record_fills_the_form(specvalidator: Make, tmp_path: Path) -> None:
    record, form = tmp_path / "record.json", tmp_path / "form.docx"
    record.write_text(json.dumps(valid_record("specification")), encoding="utf-8")
    assert specvalidator("new", "specification", "--from", record, "-o", form).status == 0
    assert "原料与工具准备" in _text_of(form)


def test_a_file_that_exists_is_kept_unless_forced(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    form.write_bytes(b"mine")
    result = specvalidator("new", "specification", "-o", form)
    assert result.status == 2
    assert "--force" in result.err
    assert form.read_bytes() == b"mine"
    assert specvalidator("new", "specification", "-o", form, "--force").status == 0
    assert form.read_bytes() != b"mine"


def test_a_folder_that_is_not_there_is_said(specvalidator: Make, tmp_path: Path) -> None:
    result = specvalidator("new", "specification", "-o", tmp_path / "no" / "form.docx")
    assert result.status == 2
    assert "无法写入" in result.err


MISFITS = [
    ({"name": 3}, "/name", "类型应为文字", "should be text"),
    ({"nmae": "拉面制作"}, "/nmae", "没有字段“nmae”", "there is no field “nmae”"),
    ({"tasks": [{"weight": "many"}]}, "/tasks/0/weight", "类型应为数字", "should be a number"),
    ({"tasks": {}}, "/tasks", "类型应为列表", "should be a list"),
    ({"tasks": [{"number": "x"}]}, "/tasks/0/number", "类型应为整数", "should be a whole number"),
    ({"requirements": []}, "/requirements", "类型应为对象", "should be an object"),
    ({"occupation": {}}, "/occupation/text", "缺少字段“text”", "the field “text” is missing"),
]


@pytest.mark.parametrize(
    ("record", "path", "said"),
    [(record, path, words) for record, path, *words in MISFITS],
    ids=[path for _, path, *_ in MISFITS],
)
def test_a_record_that_does_not_fit_is_explained_by_path(
    specvalidator: Make, tmp_path: Path, record: dict[str, Any], path: str, said: list[str]
) -> None:
    chinese, english = said
    file, form = tmp_path / "record.json", tmp_path / "form.docx"
    file.write_text(json.dumps(record), encoding="utf-8")
    result = specvalidator("new", "specification", "--from", file, "-o", form)
    assert result.status == 2
    assert f"{path}：{chinese}" in result.err
    result = specvalidator("new", "specification", "--from", file, "-o", form, "--lang", "en")
    assert f"{path} {english}" in result.err
    assert not form.exists()


def test_of_very_many_misfits_the_first_are_shown(specvalidator: Make, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps({f"field{number}": 1 for number in range(50)}), encoding="utf-8")
    result = specvalidator("new", "specification", "--from", file, "-o", tmp_path / "form.docx")
    assert "另有30处" in result.err


UNREADABLE = [(b"{", "不是有效的 JSON"), (b"\xff\xfe", "不是有效的 JSON"), (None, "找不到这个文件")]


@pytest.mark.parametrize(("content", "said"), UNREADABLE)
def test_what_is_no_json_is_said(
    specvalidator: Make, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "record.json"
    if content is not None:
        file.write_bytes(content)
    result = specvalidator("new", "specification", "--from", file, "-o", tmp_path / "form.docx")
    assert result.status == 2
    assert said in result.err


def test_a_pack_prints_its_own_title_and_number_of_examiners(
    specvalidator: Make, tmp_path: Path
) -> None:
    own, form = tmp_path / "child.toml", tmp_path / "form.docx"
    own.write_text(
        HAIPING.read_text(encoding="utf-8").replace(
            "[clauses.",
            '[pack.names]\napplication_title = { zh = "海坪市考点申请表", en = "-" }\n'
            "[rules.too-few-examiners.params]\nleast = 5\n\n[clauses.",
            1,
        ),
        encoding="utf-8",
    )

    assert specvalidator("new", "application", "--pack", own, "-o", form).status == 0

    text = _text_of(form)
    assert "海坪市考点申请表" in text
    assert "至少填写5名考评员" in text
    assert "山东省" not in text
    assert [each.kind for each in sv.read(form, kind="application")] == ["application"]


HAIPING = Path(__file__).parents[2] / "examples" / "packs" / "haiping-2024-1.toml"
