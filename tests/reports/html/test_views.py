"""Files read again to be shown: in a process of its own the same, and never without an end."""

import hashlib

import specvalidator as sv
from readers.pdf.sheets import Sheets
from reports.html.examples import EXAMPLES, PDF, html_of
from specvalidator.readers.limits import Limits, PdfLimits
from specvalidator.views import Wanted, shown


def test_a_process_of_its_own_gives_the_same_page() -> None:
    assert html_of(PDF, limits=Limits(isolate=True)) == html_of(PDF)


def test_a_pdf_that_takes_too_long_to_draw_is_shown_without_pictures() -> None:
    sheets = Sheets().text(100, 100, "第一页")
    sheets.canvas.setDash([0.01, 0.01])
    sheets.canvas.setLineWidth(300)
    for _ in range(10_000):
        sheets.canvas.line(0, 0, 595, 842)
    data = sheets.data()
    digest = hashlib.sha256(data).hexdigest()
    limits = Limits(isolate=True, seconds=3, pdf=PdfLimits(drawing_seconds=600))
    views = shown([data], {digest: Wanted("specification", 0, frozenset({1}))}, limits)
    [page] = views[digest].pages
    assert (page.number, page.width, page.image) == (1, 595, None)


def test_only_what_reports_are_about_is_read() -> None:
    path = EXAMPLES / PDF
    assert shown([path.read_bytes(), EXAMPLES / "pdf"], {}, Limits()) == {}


def test_limits_hold_for_what_is_shown() -> None:
    reports = sv.validate(EXAMPLES / PDF)
    page = sv.render(
        reports, "html", files=[EXAMPLES / PDF], limits=Limits(pdf=PdfLimits(picture_bytes=0))
    )
    assert "data:image" not in page
    assert page.count('class="pin') >= len(reports[0].findings)
    assert "本页没有图像" in page
