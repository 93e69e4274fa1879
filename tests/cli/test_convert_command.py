"""`convert`: the form that holds what was read, with what is doubtful highlighted."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import specvalidator as sv
from specvalidator import forms

Make = Callable[..., Any]

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN = ("doc/01-bamboo-basket.doc", "ofd/01-bamboo-basket.ofd", "21-site-pastry.docx")
DOUBTED = EXAMPLES / "11-review-wheat-straw.docx"
COLLECTION = EXAMPLES / "09-collection.docx"


HEAD = "黄色标记"
"""What the paragraph is about that says what highlights mean."""


def said_by(reports: list[sv.Report]) -> list[tuple[str, str]]:
    """Return what was found."""
    return [(each.rule, each.message) for report in reports for each in report.findings]


def highlighted(form: Path) -> list[str]:
    """Return the runs of a form that are highlighted."""
    with ZipFile(form) as archive:
        xml = archive.read("word/document.xml").decode()
    runs = re.findall(r"<w:r>.*?</w:r>", xml)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)", run)) for run in runs if "w:highlight" in run]


@pytest.mark.parametrize("name", PLAIN)
def test_the_form_holds_what_was_read(specvalidator: Make, tmp_path: Path, name: str) -> None:
    form = tmp_path / "form.docx"
    assert specvalidator("convert", EXAMPLES / name, "-o", form).status == 0
    (given,), (made,) = sv.read(EXAMPLES / name), sv.read(form)
    assert made.model == given.model
    assert form.read_bytes() == forms.write(given.model)


def test_what_is_doubtful_is_highlighted_and_said(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    result = specvalidator("convert", DOUBTED, "-o", form)
    assert result.status == 0
    assert "有2处未能读准" in result.err
    assert "鉴定场地设备要求" in result.err
    assert highlighted(form) == [HEAD, "（四）鉴定场地设备要求"]
    (given,), (made,) = sv.read(DOUBTED), sv.read(form)
    assert made.model == given.model
    plain = sv.validate(forms.write(given.model), name="form.docx")
    assert said_by(sv.validate(form)) == said_by(plain)


def test_a_value_that_was_not_made_out_is_highlighted(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    specvalidator("convert", EXAMPLES / "25-site-questions.docx", "-o", form)
    assert "一批" in "".join(highlighted(form))


def test_one_of_several_is_chosen_by_number(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    result = specvalidator("convert", COLLECTION, "-o", form)
    assert (result.status, form.exists()) == (2, False)
    assert "--number" in result.err
    assert specvalidator("convert", COLLECTION, "-o", form, "--number", "4").status == 2
    assert specvalidator("convert", COLLECTION, "-o", form, "--number", "2").status == 0
    (made,) = sv.read(form)
    assert made.model == sv.read(COLLECTION)[1].model


def test_an_existing_file_is_kept_unless_forced(specvalidator: Make, tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    form.write_bytes(b"mine")
    assert specvalidator("convert", DOUBTED, "-o", form).status == 2
    assert form.read_bytes() == b"mine"
    assert specvalidator("convert", DOUBTED, "-o", form, "--force").status == 0


def test_the_file_itself_is_never_overwritten(specvalidator: Make, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(DOUBTED.read_bytes())
    assert specvalidator("convert", own, "-o", own, "--force").status == 2
    assert own.read_bytes() == DOUBTED.read_bytes()


def test_what_cannot_be_read_is_said(specvalidator: Make, tmp_path: Path) -> None:
    bad, form = tmp_path / "bad.doc", tmp_path / "form.docx"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600)
    result = specvalidator("convert", bad, "-o", form)
    assert (result.status, form.exists()) == (3, False)
    assert "损坏" in result.err


def test_what_has_no_form_is_wrong_usage(specvalidator: Make, tmp_path: Path) -> None:
    session = EXAMPLES / "41-session-on-time.json"
    result = specvalidator("convert", session, "-o", tmp_path / "form.docx")
    assert result.status == 2
    assert "没有表格" in result.err
