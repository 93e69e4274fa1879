"""Whatever stands in a document, it is read as an announcement or not recognised."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import processor_seconds
from extract.building import document, paragraph, table
from specvalidator.document import Block
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.models import Announcement, Kind
from specvalidator.places import Source

SOURCE = Source(name="any.docx", media_type="test", sha256="0" * 64, size=1)
TITLE = "专项职业能力考核公告"
WORDS = st.sampled_from(
    [
        *(
            "",
            TITLE,
            "关于开展专项职业能力考核的通知",
            "一、考核项目",
            "二、报名时间和方式",
            "（一）报名条件：",
        ),
        *(
            "考核方式：实操",
            "附件：1.规范",
            "2025年1月15日",
            "拉面制作",
            "请于3月1日前到窗口报名。",
        ),
        *("1.考核时间", "2.其他", "收费标准", "现将有关事项公告如下：", "考核", "\t", "年满16周岁"),
    ]
)
PARAGRAPHS: st.SearchStrategy[Block] = st.builds(
    paragraph,
    WORDS,
    block=st.integers(1, 9),
    level=st.sampled_from([None, None, 0, 1]),
    unread=st.sampled_from([None, None, None, "picture", "garbled"]),
    hidden=st.sampled_from(["", "", "隐藏"]),
)
CELLS = WORDS | st.sampled_from(["^", "<"])
TABLES: st.SearchStrategy[Block] = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=4
    ).map(lambda rows: table(*rows))
)


@given(st.lists(PARAGRAPHS | TABLES, max_size=12), st.sampled_from([None, "announcement"]))
def test_any_document_is_read_or_unrecognised(blocks: list[Block], kind: Kind | None) -> None:
    found = []
    with suppress(UnreadableFile):
        found = extract(document(*blocks), SOURCE, kind)
    assert found or kind is None
    fields = {"", *(f"/{name}" for name in Announcement.model_fields)}
    for submission in found:
        if submission.kind == "announcement":
            assert isinstance(submission.model, Announcement)
            assert set(submission.places) <= fields
            assert {remark.path for remark in submission.remarks} <= fields
            assert all(place.text for place in submission.places.values())


@pytest.mark.parametrize(
    "line", ["考核" * 30_000, "请到" * 30_000, "1月" * 30_000, "报名：" * 20_000, "（" * 60_000]
)
def test_a_line_without_end_takes_no_time_beyond_measure(line: str) -> None:
    assert processor_seconds(lambda: extract(document(TITLE, line), SOURCE)) < 5
