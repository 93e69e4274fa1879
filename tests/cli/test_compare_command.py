"""`compare`: old and new, as files or folders, in any formats."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
CLEAN, FAULTY = EXAMPLES / "01-bamboo-basket.docx", EXAMPLES / "06-faults-net-mending.docx"


def test_word_and_pdf_of_one_draft_have_the_same_findings(specvalidator: Make) -> None:
    pdf = EXAMPLES / "pdf/exported/06-faults-net-mending.pdf"
    result = specvalidator("compare", FAULTY, pdf, "--format", "json")
    [found] = json.loads(result.out)["comparisons"]
    assert result.status == 1
    assert (found["mended"], found["added"], len(found["remaining"])) == ([], [], 17)
    assert (found["old"]["verdict"], found["new"]["verdict"]) == ("fail", "fail")


def test_folders_are_compared_document_by_document(specvalidator: Make, tmp_path: Path) -> None:
    for folder, names in (("old", ("a", "b")), ("new", ("a", "c"))):
        (tmp_path / folder).mkdir()
        for name, file in zip(names, (CLEAN, FAULTY), strict=True):
            (tmp_path / folder / f"{name}.docx").write_bytes(file.read_bytes())
    (tmp_path / "old/d.docx").write_bytes((EXAMPLES / "07-faults-tea.docx").read_bytes())
    result = specvalidator("compare", tmp_path / "old", tmp_path / "new")
    assert "没有对应的新稿" in result.out
    assert "仍然存在：17" in result.out
    page = json.loads(
        specvalidator("compare", tmp_path / "old", tmp_path / "new", "--format", "json").out
    )
    assert len(page["comparisons"]) == 2
    assert [each["source"]["name"] for each in page["only_old"]] == ["d.docx"]


def test_a_mended_draft_passes(specvalidator: Make) -> None:
    result = specvalidator("compare", FAULTY, CLEAN, "--lang", "en")
    assert result.status == 0
    assert "Mended: 17" in result.out
    assert "Remaining: 0" in result.out


def test_a_file_that_is_not_read_is_said(specvalidator: Make, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    result = specvalidator("compare", broken, CLEAN)
    assert result.status == 3
    assert "坏.docx" in result.out


def test_the_page_is_written_to_a_file(specvalidator: Make, tmp_path: Path) -> None:
    page = tmp_path / "比较.html"
    options = ("--format", "html", "--output", page, "--lang", "en")
    assert specvalidator("compare", FAULTY, CLEAN, *options).out == ""
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "Mended · 17" in text
    assert "<script" not in text
