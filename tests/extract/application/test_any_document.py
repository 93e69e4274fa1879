"""Whatever stands in a document, it gives a record and places within it, or no application."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import specvalidator as sv
from extract.building import ABOVE, LEFT, SOURCE, Content, document, paragraph, table
from specvalidator.checks.base import names_a_place
from specvalidator.document import Table
from specvalidator.extract import extract
from specvalidator.models import Application

PIECES = (
    *("申请单位", "负责人", "联系电话", "考点地址", "专项职业能力考核项目", "从事考核职工总数"),
    *("管理人员数", "专职教师数", "考核场地", "自有", "租用", "（2）个教室", "面积", "120 M²"),
    *("（）个操作室", "设施设备", "名称", "型号规格", "数量", "备注", "组织管理人员情况"),
    *("姓名", "性别", "年龄", "文化程度", "职务", "职业资格证书", "专业", "考评员情况", "职称"),
    *("考评工种", "考评员证书号", "申报单位意见", "（盖章）", "负责人（签名）", "年 月 日"),
    *("2021年3月15日", "纪小雪", "35岁", "4台", "若干", "", " ", "\n", "：", "申请单位：甲"),
    *("山东省专项职业能力考点设立申请表", "申报单位意见：同意", "1.甲 2.乙", "合计", "考点地扯"),
)
contents: st.SearchStrategy[Content] = st.one_of(
    st.sampled_from(PIECES),
    st.text(max_size=8),
    st.sampled_from([paragraph("", unread="picture"), paragraph("甲", hidden="乙")]),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with merged cells, labels and values anywhere."""
    columns = draw(st.integers(1, 6))
    rows: list[list[Content]] = []
    for index in range(draw(st.integers(1, 7))):
        row: list[Content] = []
        for column in range(columns):
            sign = draw(st.sampled_from(("", "", "", LEFT, ABOVE)))
            above = rows[index - 1][column] if index else None
            left = row[column - 1] if column else None
            # Only what keeps merged cells rectangles: one cell wide, or one cell high.
            if sign == LEFT and column and left != ABOVE:
                row.append(LEFT)
            elif sign == ABOVE and index and above != LEFT:
                row.append(ABOVE)
            else:
                row.append(draw(contents.filter(lambda each: each not in (LEFT, ABOVE))))
        rows.append(row)
    return table(*_rectangles(rows))


def _rectangles(rows: list[list[Content]]) -> list[list[Content]]:
    """Undo what would merge a wide cell downwards."""
    for above, below in pairwise(rows):
        for column, each in enumerate(below):
            wide = column + 1 < len(above) and LEFT in (above[column + 1], below[column + 1])
            if each == ABOVE and (above[column] == LEFT or wide):
                below[column] = ""
    return rows


@given(st.lists(st.one_of(tables(), st.sampled_from(PIECES)), max_size=4))
def test_any_document_gives_a_record_whose_places_exist(parts: list[Table | str]) -> None:
    for submission in extract(document(*parts), SOURCE, "application"):
        assert isinstance(submission.model, Application)
        for path in (*submission.places, *(remark.path for remark in submission.remarks)):
            assert names_a_place(Application, path), path
        report = sv.check(submission)
        assert report.verdict in {"pass", "review", "fail"}
