"""`letter`: a file for each document, in the folder that is named and nowhere else."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
CLEAN, FAULTY = EXAMPLES / "01-bamboo-basket.docx", EXAMPLES / "06-faults-net-mending.docx"
COLLECTION = EXAMPLES / "09-collection.docx"


def written(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.docx"))


def test_each_document_has_a_letter(specvalidator: Make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = specvalidator("letter", CLEAN, FAULTY, COLLECTION, "--out", out)
    assert result.status == 1
    assert result.out == ""
    assert "写出5份意见" in result.err
    assert written(out) == [
        "01-bamboo-basket.docx.审核意见.docx",
        "06-faults-net-mending.docx.审核意见.docx",
        *(f"09-collection.docx.{number}.审核意见.docx" for number in (1, 2, 3)),
    ]


def test_a_file_that_is_not_read_is_said(specvalidator: Make, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    result = specvalidator("letter", CLEAN, broken, "--out", tmp_path / "out", "--lang", "en")
    assert result.status == 3
    assert "坏.docx: " in result.err
    assert "1 files could not be read" in result.err
    assert written(tmp_path / "out") == ["01-bamboo-basket.docx.letter.docx"]


def test_letters_that_exist_are_kept_unless_forced(specvalidator: Make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    specvalidator("letter", FAULTY, "--out", out)
    [name] = written(out)
    (out / name).write_bytes(b"completed by hand")
    result = specvalidator("letter", CLEAN, FAULTY, "--out", out)
    assert result.status == 2
    assert "--force" in result.err
    assert written(out) == [name]
    assert (out / name).read_bytes() == b"completed by hand"
    assert specvalidator("letter", CLEAN, FAULTY, "--out", out, "--force").status == 1
    assert len(written(out)) == 2


@pytest.mark.parametrize("name", ["../../外.docx", "/外.docx", "a/../../外.docx", "C:\\外.docx"])
def test_a_name_out_of_an_archive_is_no_path(
    specvalidator: Make, tmp_path: Path, name: str
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, FAULTY.read_bytes())
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.zip").write_bytes(stream.getvalue())
    before = written(tmp_path)
    specvalidator("letter", tmp_path / "in/a.zip", "--out", tmp_path / "in/deep/out")
    assert [each for each in written(tmp_path) if not each.startswith("in/deep/out/")] == before


def test_a_template_that_is_not_there_is_said(specvalidator: Make, tmp_path: Path) -> None:
    result = specvalidator("letter", CLEAN, "--out", tmp_path, "--template", tmp_path / "没有.docx")
    assert result.status == 2
    assert "模板" in result.err


def test_a_letter_is_a_template(specvalidator: Make, tmp_path: Path) -> None:
    specvalidator("letter", CLEAN, "--out", tmp_path / "one")
    [first] = (tmp_path / "one").iterdir()
    result = specvalidator("letter", FAULTY, "--out", tmp_path / "two", "--template", first)
    assert result.status == 1
    assert len(written(tmp_path / "two")) == 1
