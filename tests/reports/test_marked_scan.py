"""The marked copy of a scan: a PDF that shows the picture, with a highlight where a finding is."""

import io

import pytest
from pypdf import PdfReader

import specvalidator as sv
from readers.scan.recording import pictures, replayed
from specvalidator.errors import UnreadableFile


def test_the_picture_is_a_page_with_the_findings_on_it() -> None:
    [picture] = pictures("07-faults-tea")
    with replayed("07-faults-tea-1"):
        [report] = sv.validate(picture)
    with replayed("07-faults-tea-1"):
        copy = PdfReader(io.BytesIO(sv.annotate(picture)))
    [page] = copy.pages
    notes = [each.get_object() for each in page.annotations or ()]
    said = {str(note.get("/Contents", "")) for note in notes}
    title = next(each for each in report.findings if each.location.path == "/name")

    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (595.3, 841.9), abs=1
    )
    assert len(page.images) == 1
    for finding in report.findings:
        assert any(finding.message in each for each in said), finding.message
    assert any(note["/Subtype"] == "/Highlight" for note in notes)
    assert title.message in "".join(said)


def test_a_summary_stands_in_front() -> None:
    [picture] = pictures("07-faults-tea")
    with replayed("07-faults-tea-1"):
        copy = PdfReader(io.BytesIO(sv.annotate(picture, summary=True)))
    assert len(copy.pages) > 1
    assert not copy.pages[0].images
    assert len(copy.pages[-1].images) == 1


def test_a_picture_has_no_tracked_changes() -> None:
    [picture] = pictures("07-faults-tea")
    with replayed("07-faults-tea-1"), pytest.raises(UnreadableFile):
        sv.annotate(picture, suggest=True)
