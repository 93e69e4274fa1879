"""A signature or a date that is drawn, stamped or pasted is a question."""

import pytest

from extract.application.forms import TITLE, Rows, form, submission
from extract.building import LEFT, paragraph
from specvalidator.document import Unread

SIGNED = "同意申报。\n负责人（签名）：{}\n2021年3月15日"
UNSIGNED = SIGNED.format("")
UNDATED = "同意申报。\n负责人（签名）：纪小雪\n    年  月  日"


def doubts(text: str, drawn: Unread | None, below: Unread | None = None) -> list[str]:
    """Return the paths that are doubted in a form whose opinion says this."""
    opinion: Rows = (("申报单位意见", [text, paragraph("", unread=drawn)], *[LEFT] * 7),)
    found = submission(TITLE, form(opinion=opinion), paragraph("", unread=below))
    return [remark.path for remark in found.doubts]


@pytest.mark.parametrize("drawn", ["picture", "drawing", "object", "garbled"])
def test_what_is_drawn_beside_it_may_be_the_signature_or_the_date(drawn: Unread) -> None:
    assert doubts(UNSIGNED, drawn) == ["/opinion/signatory"]
    assert doubts(UNDATED, drawn) == ["/opinion/date"]
    assert doubts(UNSIGNED, None, below=drawn) == ["/opinion/signatory"]


def test_nothing_to_ask_where_nothing_is_drawn_or_nothing_is_missing() -> None:
    assert doubts(UNSIGNED, None) == []
    assert doubts(SIGNED.format("纪小雪"), "picture") == []
