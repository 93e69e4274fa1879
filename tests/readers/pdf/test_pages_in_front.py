"""Pages that we put in front are passed over for what they say, never for their looks alone."""

from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.document import paragraphs_of
from specvalidator.readers.pdf import read_pdf
from specvalidator.reports.marked_pdf import summary
from specvalidator.wording import Lang, Words

DRAWN = Path(__file__).parents[3] / "examples/pdf/drawn"
FAULTY = DRAWN / "06-faults-net-mending.pdf"


@pytest.mark.parametrize("file", sorted(DRAWN.glob("*.pdf")), ids=lambda file: file.stem)
def test_a_copy_with_a_summary_reads_as_the_draft(file: Path) -> None:
    copy = sv.annotate(file, summary=True)
    assert [each.model for each in sv.read(copy)] == [each.model for each in sv.read(file)]
    before, after = sv.validate(file), sv.validate(copy)
    assert list(map(_said, before)) == list(map(_said, after))


def _said(report: sv.Report) -> list[tuple[str, str]]:
    return [(each.rule, each.location.path) for each in report.findings]


def _texts(data: bytes) -> list[str]:
    return [each.text for each in paragraphs_of(read_pdf(data).blocks)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_in_our_face_that_do_not_say_so_are_read(
    monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    title = summary.TITLE.said(lang)
    assert title not in _texts(sv.annotate(FAULTY, summary=True, lang=lang))
    monkeypatch.setattr(summary, "_AIDE", Words("依据见正文。", "See the text."))
    assert title in _texts(sv.annotate(FAULTY, summary=True, lang=lang))


def test_a_page_of_ours_behind_the_first_of_the_file_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    once = sv.annotate(FAULTY, summary=True)
    monkeypatch.setattr(summary, "TITLE", Words("又一页", "One more"))
    monkeypatch.setattr(summary, "_AIDE", Words("第一页。", "First page."))
    assert "又一页" in _texts(sv.annotate(once, summary=True))
