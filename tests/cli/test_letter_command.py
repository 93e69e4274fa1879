"""`letter`: a file for each document, in the folder that is named and nowhere else."""

import io
import re
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


def test_no_letter_is_written_where_an_archive_itself_stands_in_the_way(
    specvalidator: Make, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "包.zip", "w") as archive:
        archive.write(FAULTY, "a.docx")
    (tmp_path / "b.docx").write_bytes(CLEAN.read_bytes())
    result = specvalidator("letter", tmp_path, "--out", tmp_path)
    assert result.status == 2
    assert "没有写出任何意见" in result.err
    assert written(tmp_path) == ["b.docx"]


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


@pytest.mark.parametrize("format_", ["docx", "markdown"])
def test_a_letter_says_what_became_of_what_was_found_before(
    specvalidator: Make, tmp_path: Path, format_: str
) -> None:
    old, new, out = tmp_path / "old", tmp_path / "new", tmp_path / "out"
    for folder, file in ((old, FAULTY), (new, EXAMPLES / "07-faults-tea.docx")):
        folder.mkdir()
        (folder / "同一份.docx").write_bytes(file.read_bytes())
    (new / "新来的.docx").write_bytes(CLEAN.read_bytes())
    result = specvalidator("letter", new, "--out", out, "--since", old, "--format", format_)
    assert "1份材料" in result.err
    found = {path.name.partition(".")[0]: path for path in out.iterdir()}
    said = {name: _text(path) for name, path in found.items()}
    assert "与上次报送相比" in said["同一份"]
    assert "已改好的问题" in said["同一份"]
    assert "与上次报送相比" not in said["新来的"]


def _text(path: Path) -> str:
    if path.suffix == ".md":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(re.findall("<w:t[^>]*>([^<]*)", archive.read("word/document.xml").decode()))


def test_what_compares_quotes_and_is_not_redacted(specvalidator: Make, tmp_path: Path) -> None:
    options = ("--out", tmp_path / "out", "--since", FAULTY, "--redact")
    assert specvalidator("letter", CLEAN, *options).status == 2
    assert not (tmp_path / "out").exists()


def test_controls_that_nothing_fills_and_fields_without_one_are_said(
    specvalidator: Make, tmp_path: Path
) -> None:
    specvalidator("letter", CLEAN, "--out", tmp_path / "one")
    [letter] = (tmp_path / "one").iterdir()
    template = tmp_path / "模板.docx"
    with zipfile.ZipFile(letter) as old, zipfile.ZipFile(template, "w") as own:
        for name in old.namelist():
            data = old.read(name)
            own.writestr(name, data.replace(b'"checklist"', b'"cheklist"'))
    result = specvalidator("letter", CLEAN, "--out", tmp_path / "two", "--template", template)
    assert "cheklist 的控件没有内容可填，保持原样。是不是 checklist？" in result.err
    assert "模板中没有这些标记的控件，意见中没有相应内容：checklist。" in result.err


def test_names_that_become_alike_are_numbered(specvalidator: Make, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("A.docx", "a.docx"):
            archive.writestr(name, FAULTY.read_bytes())
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    specvalidator("letter", tmp_path / "a.zip", "--out", tmp_path / "out")
    names = [each.rpartition("/")[2] for each in written(tmp_path / "out")]
    assert {"A.docx.审核意见.docx", "a.docx.审核意见-2.docx"} <= set(names)


def test_what_is_let_pass_is_not_said_to_be_mended(specvalidator: Make, tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waivers]]\nrule = "weight-total"\ndocument = "*.docx"\nreason = "已批准。"\n'
        "expires = 2030-01-01\n",
        encoding="utf-8",
    )
    options = (
        "--since",
        FAULTY,
        "--waivers",
        waivers,
        "--on",
        "2026-11-29",
        "--format",
        "markdown",
    )
    specvalidator("letter", FAULTY, "--out", tmp_path / "out", *options)
    [letter] = (tmp_path / "out").iterdir()
    said = letter.read_text("utf-8")
    assert "已改好的问题0处。" in said
    assert "仍然存在的问题16处" in said
    assert "新出现" not in said
