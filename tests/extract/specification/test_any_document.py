"""Whatever blocks a reader hands over, there are submissions or `unrecognised`, nothing else."""

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from extract.building import DEFINITION, HEADER, SOURCE, TITLE, paragraph, table
from specvalidator.document import Block, Document, Paragraph, Table
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.models import Kind
from specvalidator.submission import Submission

WORDS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            TITLE,
            "专项职业能力考核规范",
            "一、定义",
            "定义：",
            "二、适用对象",
            "三、考核内容",
            "四、考核要求",
            "（一）申报条件",
            "2.考评员构成：不少于3名",
            "3.考核时间",
            "五、其他",
            "能力名称：拉面制作  职业领域：",
            "职业领城：4-03-02-02",
            DEFINITION,
            "（一）",
            "（二）和面",
            "第一单元",
            "1.揉面2.饧面",
            "3清洁",
            "L.切",
            "合计",
            "备注：",
            "20%",
            "百分之二十",
            "\u200b",
            "1.\n2.",
            *HEADER,
        ]
    ),
    st.text(max_size=12),
)
PARAGRAPHS = st.builds(
    lambda text, label, level, unread, hidden: paragraph(
        label + text, label=label, level=level, unread=unread, hidden=hidden
    ),
    WORDS,
    st.sampled_from(["", "1.", "（一）", "①", "•", "a)"]),
    st.sampled_from([None, 0, 1]),
    st.sampled_from([None, "picture", "object", "garbled"]),
    st.sampled_from(["", "看不见"]),
)


def tables(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Table]:
    cell = st.one_of(WORDS, st.sampled_from(["^", "<"]), st.lists(inner, max_size=2))
    return st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(cell, min_size=columns, max_size=columns), min_size=1, max_size=5
        ).map(lambda rows: table(*rows))
    )


def tables_with_header(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Table]:
    cell = st.one_of(WORDS, st.sampled_from(["^", "<"]), inner)
    rows = st.lists(st.lists(cell, min_size=4, max_size=4), max_size=5)
    return st.builds(
        lambda above, below: table(*above, HEADER, *below),
        st.lists(st.lists(cell, min_size=4, max_size=4), max_size=1),
        rows,
    )


SIMPLE: st.SearchStrategy[Paragraph] = PARAGRAPHS
BLOCKS = st.recursive(
    SIMPLE, lambda inner: tables(inner) | tables_with_header(inner), max_leaves=12
)


@given(
    st.lists(BLOCKS, max_size=10),
    st.sampled_from([None, "specification"]),
    st.lists(st.just("图片"), max_size=1),
)
def test_any_document_is_read_or_unrecognised(
    blocks: list[Block], kind: Kind | None, unread: list[str]
) -> None:
    document = Document(tuple(blocks), "test", tuple((word, None) for word in unread))
    found: list[Submission] = []
    refusal = None
    try:
        found = extract(document, SOURCE, kind)
    except UnreadableFile as error:
        refusal = error.error
    assert refusal == (None if found else "unrecognised")
    assert found or kind is None
    assert [each.source.index for each in found if each.source] == list(range(len(found)))
    for submission in found:
        assert isinstance(submission, Submission)
        for doubt in submission.doubts:
            assert _is_path(submission.model, doubt.path)
        assert all(_is_path(submission.model, path) for path in submission.places)


def _is_path(record: BaseModel, path: str) -> bool:
    value: object = record
    for part in path.split("/")[1:]:
        if isinstance(value, tuple):
            if int(part) >= len(value):
                return False
            value = value[int(part)]
        else:
            value = getattr(value, part)
    return True


def test_tables_in_tables_without_end_are_read() -> None:
    inner: Block = paragraph(TITLE)
    for _ in range(2000):
        inner = table(([inner],))
    found = extract(Document((inner,), "test"), SOURCE, "specification")
    assert len(found) == 1
