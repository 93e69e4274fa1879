"""A marked copy leaves out what is let pass, and says where a waiver has expired."""

from datetime import date
from pathlib import Path

import pytest

import specvalidator as sv
from reports.marked_pdf import highlights
from reports.marked_word import marks
from specvalidator.readers.limits import Limits

EXAMPLES = Path(__file__).parents[2] / "examples"
WORD = EXAMPLES / "06-faults-net-mending.docx"
PDF = EXAMPLES / "pdf/exported/06-faults-net-mending.pdf"
DAY = date(2026, 6, 30)


def _waiver(document: str = "06-*", expires: date = DAY) -> sv.Waiver:
    return sv.Waiver(
        rule="weight-total", document=document, reason="比重已获批准。", expires=expires
    )


def _notes(data: bytes) -> dict[str, str]:
    if data.startswith(b"%PDF"):
        return {mark.rule: mark.text for mark in highlights.marks(data)}
    return {mark.rule: mark.text for mark in marks.marks(data)}


@pytest.mark.parametrize("file", [WORD, PDF], ids=["word", "pdf"])
def test_a_waived_finding_gets_no_note_and_all_others_do(file: Path) -> None:
    every = _notes(sv.annotate(file))
    noted = _notes(sv.annotate(file, waivers=[_waiver()], on=DAY))
    assert every.keys() - noted.keys() == {"weight-total"}
    assert {rule: every[rule] for rule in noted} == noted


@pytest.mark.parametrize("file", [WORD, PDF], ids=["word", "pdf"])
def test_where_the_waiver_has_expired_the_note_says_so(file: Path) -> None:
    noted = _notes(sv.annotate(file, waivers=[_waiver()], on=date(2026, 7, 1)))
    assert "豁免：已于2026-06-30到期，重新计入。当时的理由：比重已获批准。" in noted["weight-total"]
    assert "豁免：" not in noted["too-few-tasks"]


def test_the_document_may_be_named_otherwise_for_waivers() -> None:
    held = [_waiver("drafts/*.pdf")]
    assert "weight-total" in _notes(sv.annotate(PDF, waivers=held, on=DAY))
    assert "weight-total" not in _notes(
        sv.annotate(PDF, waivers=held, on=DAY, document="drafts/a.pdf")
    )


def test_waivers_go_with_the_file_into_another_process() -> None:
    held = {"waivers": [_waiver()], "on": DAY}
    apart = sv.annotate(WORD, limits=Limits(isolate=True), **held)  # type: ignore[arg-type] # a table of options
    assert apart == sv.annotate(WORD, **held)  # type: ignore[arg-type] # the same


def test_whether_waivers_hold_needs_a_day() -> None:
    with pytest.raises(ValueError, match="say on="):
        sv.annotate(WORD, waivers=[_waiver()])
