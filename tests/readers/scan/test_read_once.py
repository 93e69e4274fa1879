"""What is recognised once is shown without being recognised again, in archives too."""

from collections.abc import Callable

import pytest

import specvalidator as sv
from readers.scan.recording import pictures, replayed
from readers.scan.test_shown_and_enclosed import as_pdf, dossier
from specvalidator.judging import Judging, Validated, judge_file, shape_of_judged
from specvalidator.reports import Style
from specvalidator.workers.values import packed, unpacked

STEM = "07-faults-tea"


def itself(page: bytes) -> bytes:
    return page


def zipped(page: bytes) -> bytes:
    return dossier(IMG_1__png=page)


def judged(data: bytes, judging: Judging) -> list[Validated]:
    """Return what a process that judges a file sends."""
    sent = packed(judge_file(data, judging, "form"))
    found: list[Validated] = unpacked(sent, shape_of_judged())
    return found


@pytest.mark.parametrize("given", [itself, as_pdf, zipped], ids=["picture", "PDF", "archive"])
def test_a_page_that_was_judged_is_shown_without_being_read_again(
    given: Callable[[bytes], bytes],
) -> None:
    [page] = pictures(STEM)
    data = given(page)
    with replayed(f"{STEM}-1") as asked:
        found = judged(data, Judging(showing=True))
        before = len(asked)
        reports = [each.report for each in found]
        style = Style(recognised=found[0].recognised)
        shown = sv.render(reports, "html", files=[data], style=style)

    assert len(asked) == before > 0
    on_form = [each for report in reports if report.kind != "dossier" for each in report.findings]
    assert on_form
    assert shown.count('<use href="#') == len(on_form)


def test_what_was_recognised_is_given_back_only_to_be_shown() -> None:
    [page] = pictures(STEM)
    for judging in (Judging(), Judging(showing=True, redact=True)):
        with replayed(f"{STEM}-1"):
            assert not any(each.recognised for each in judged(page, judging))


def test_a_report_that_is_redacted_holds_no_picture() -> None:
    page = zipped(pictures(STEM)[0])
    with replayed(f"{STEM}-1") as asked:
        reports = sv.validate(page, name="form.zip", redact=True)
        before = len(asked)
        shown = sv.render(reports, "html", files=[page])

    assert "data:image" not in shown
    assert "<use" not in shown
    assert len(asked) == before
