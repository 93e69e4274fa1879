"""The same form in every layout that offices make of it reads to the same record."""

import pytest

from extract.application.forms import (
    EQUIPMENT,
    EXAMINER_HEADS,
    EXAMINERS,
    HEAD,
    MANAGERS,
    NOTE,
    OPINION,
    RECORD,
    TITLE,
    VENUES,
    Rows,
    form,
    read,
    remarks,
    submission,
)
from extract.building import ABOVE, LEFT, SOURCE, Content, Part, document, paragraph, table
from specvalidator.extract import extract

EMPTY: tuple[Content, ...] = (ABOVE, *[""] * 8)


LAYOUTS: list[tuple[str, list[Part]]] = [
    ("as the annex prints it", [TITLE, form(), NOTE]),
    ("without a title", [form()]),
    (
        "the title in the table",
        [
            table(
                (TITLE, *[LEFT] * 8),
                *(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS, *EXAMINERS, *OPINION),
            )
        ],
    ),
    (
        "labels over two lines or with spaces between their letters",
        [
            TITLE,
            form(
                head=(
                    ("申 请 单 位", *HEAD[0][1:]),
                    ("负　责　人", *HEAD[1][1:4], "联系\n电话", *HEAD[1][5:]),
                    ("考 点\n地 址", *HEAD[2][1:]),
                    ("专项职业能力\n考核项目", *HEAD[3][1:]),
                    (
                        "从事考核\n职工总数",
                        "12人",
                        LEFT,
                        "管理\n人员数",
                        "2名",
                        LEFT,
                        "专职教师数：",
                        "5人",
                        LEFT,
                    ),
                ),
                venues=(("考\n核\n场\n地", *VENUES[0][1:]), *VENUES[1:]),
                examiners=(("考\n评\n员\n情\n况", *EXAMINERS[0][1:]), *EXAMINERS[1:]),
                opinion=(("申报\n单位\n意见", *OPINION[0][1:]),),
            ),
        ],
    ),
    (
        "labels with colons, and a colon behind a label in the value's cell",
        [
            TITLE,
            form(
                head=(
                    ("申请单位：白石渔具厂", *[LEFT] * 8),
                    ("负责人：纪小雪　　联系电话：0631-5550147", *[LEFT] * 8),
                    *HEAD[2:],
                )
            ),
        ],
    ),
    (
        "values below their labels",
        [
            TITLE,
            form(
                head=(
                    *HEAD[:4],
                    (
                        "从事考核职工总数",
                        LEFT,
                        LEFT,
                        "管理人员数",
                        LEFT,
                        LEFT,
                        "专职教师数",
                        LEFT,
                        LEFT,
                    ),
                    ("12", LEFT, LEFT, "2", LEFT, LEFT, "5", LEFT, LEFT),
                )
            ),
        ],
    ),
    (
        "what stands above the table",
        [
            TITLE,
            "申请单位：白石渔具厂",
            "负责人：纪小雪    联系电话：0631-5550147",
            form(head=HEAD[2:]),
        ],
    ),
    (
        "several projects on lines of their own",
        [
            TITLE,
            form(head=(*HEAD[:3], ("考核项目", "1.渔网修补\n2.钓竿装配", *[LEFT] * 7), HEAD[4])),
        ],
    ),
    (
        "several projects in one line with numbers",
        [
            TITLE,
            form(head=(*HEAD[:3], ("考核项目", "1、渔网修补 2、钓竿装配。", *[LEFT] * 7), HEAD[4])),
        ],
    ),
    (
        "projects between commas",
        [TITLE, form(head=(*HEAD[:3], ("考核项目", "渔网修补，钓竿装配；", *[LEFT] * 7), HEAD[4]))],
    ),
    (
        "areas in other units, and 面积 in the same cell",
        [
            TITLE,
            form(
                venues=(
                    ("考核场地", "自有", "(2)个教室", LEFT, LEFT, "面积：120平方米", *[LEFT] * 3),
                    (ABOVE, ABOVE, "（ 1 ）个 操作室", LEFT, LEFT, "面积 85.5㎡", *[LEFT] * 3),
                    (ABOVE, "租用", "( )个教室", LEFT, LEFT, "面积  M²", *[LEFT] * 3),
                    (ABOVE, ABOVE, "3个操作室", LEFT, LEFT, "面积约60M2", *[LEFT] * 3),
                )
            ),
        ],
    ),
    (
        "a line of the venue in one cell",
        [
            TITLE,
            form(
                venues=(
                    (
                        "考核场地",
                        "自有（2）个教室，面积120M²；（1）个操作室，面积85.5M²",
                        *[LEFT] * 7,
                    ),
                    (ABOVE, "租用（  ）个教室，面积    M²；（三）个操作室，面积60M²", *[LEFT] * 7),
                )
            ),
        ],
    ),
    (
        "the words for tenure in the cells of the rooms",
        [
            TITLE,
            form(
                venues=(
                    ("考核场地", "自有（2）个教室", *[LEFT] * 3, "面积", LEFT, "120 M²", LEFT),
                    (ABOVE, "自有（1）个操作室", *[LEFT] * 3, "面积", LEFT, "85.5 M²", LEFT),
                    (ABOVE, "租用（3）个操作室", *[LEFT] * 3, "面积", LEFT, "60 M²", LEFT),
                )
            ),
        ],
    ),
    (
        "empty rows below and between, and rows added",
        [
            TITLE,
            form(
                equipment=(
                    *EQUIPMENT[:2],
                    (ABOVE, "", LEFT, LEFT, "", LEFT, "", "", LEFT),
                    EQUIPMENT[2],
                ),
                managers=(*MANAGERS, EMPTY, EMPTY),
                examiners=(EXAMINERS[0], EMPTY, *EXAMINERS[1:], EMPTY),
            ),
        ],
    ),
    (
        "two tables: the examiners on a page of their own",
        [
            TITLE,
            table(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS),
            table(*EXAMINERS, *OPINION, number=2),
            NOTE,
        ],
    ),
    (
        "a table for each part, named by the line above it, without labels at the side",
        [
            TITLE,
            table(*HEAD),
            table(*VENUES, number=2),
            "设施设备",
            table(*(row[1:] for row in EQUIPMENT), number=3),
            "组织管理人员情况",
            table(*(row[1:] for row in MANAGERS), number=4),
            "考评员情况",
            table(*(row[1:] for row in EXAMINERS), number=5),
            table(*OPINION, number=6),
        ],
    ),
    (
        "parts named by a row of their own",
        [
            TITLE,
            table(
                *HEAD,
                *VENUES,
                ("设施设备", *[LEFT] * 7, ""),
                *((*row[1:], "") for row in EQUIPMENT),
                ("组织管理人员情况", *[LEFT] * 7, ""),
                *((*row[1:], "") for row in MANAGERS),
                ("考评员情况", *[LEFT] * 7, ""),
                *((*row[1:], "") for row in EXAMINERS),
                ("申报单位意见", *[LEFT] * 7, ""),
                ("同意申报。\n负责人（签名）：纪小雪　2021年3月15日", *[LEFT] * 7, ""),
            ),
        ],
    ),
    (
        "the examiners run over a page: a second table without headings",
        [
            TITLE,
            table(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS, *EXAMINERS[:2]),
            table(("考评员情况", *EXAMINERS[2][1:]), *OPINION, number=2),
        ],
    ),
    (
        "the examiners run over a page: no label at the side of the rest",
        [
            TITLE,
            table(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS, *EXAMINERS[:2]),
            table(EXAMINERS[2][1:], number=2),
            table(*OPINION, number=3),
        ],
    ),
    (
        "the examiners run over a page: the headings are repeated",
        [
            TITLE,
            table(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS, *EXAMINERS[:2]),
            table(EXAMINER_HEADS, EXAMINERS[2], *OPINION, number=2),
        ],
    ),
    (
        "headings repeated inside one table",
        [TITLE, form(examiners=(*EXAMINERS[:2], (ABOVE, *EXAMINER_HEADS[1:]), EXAMINERS[2]))],
    ),
    (
        "other words for headings and labels",
        [
            TITLE,
            form(
                head=(("申报单位", *HEAD[0][1:]), *HEAD[1:]),
                equipment=(
                    ("设备设施", "设备名称", LEFT, LEFT, "规格型号", LEFT, "数量", "备注", LEFT),
                    *EQUIPMENT[1:],
                ),
                managers=(
                    (
                        "管理人员情况",
                        "姓 名",
                        "性 别",
                        "年 龄",
                        "学历",
                        "职务/职称",
                        "职业资格",
                        "所学专业",
                        "备 注",
                    ),
                    *MANAGERS[1:],
                ),
                examiners=(
                    (
                        "考评人员情况",
                        "姓名",
                        "性别",
                        "年龄",
                        "学历",
                        "职称",
                        "职业资格等级",
                        "考评职业",
                        "证书编号",
                    ),
                    *EXAMINERS[1:],
                ),
            ),
        ],
    ),
    (
        "ages with 岁, names spaced to the width of three letters, quantities counted up",
        [
            TITLE,
            form(
                equipment=(*EQUIPMENT, (ABOVE, "合计", LEFT, LEFT, "", LEFT, "16", "", LEFT)),
                managers=(
                    MANAGERS[0],
                    (ABOVE, "纪 小 雪", "女", "48岁", *MANAGERS[1][4:]),
                    (ABOVE, "汤大暑", "男", "35周岁", *MANAGERS[2][4:]),
                ),
            ),
        ],
    ),
    (
        "a column split by the office: two cells below one heading",
        [
            TITLE,
            form(
                equipment=(
                    EQUIPMENT[0],
                    (ABOVE, "织网", LEFT, "架", "ZW-3", LEFT, "6套", "", ""),
                    EQUIPMENT[2],
                )
            ),
        ],
    ),
    (
        "a certificate number broken over two lines",
        [
            TITLE,
            form(
                examiners=(
                    EXAMINERS[0],
                    (*EXAMINERS[1][:5], "", "三级", "渔网\n修补", "371000001"),
                    EXAMINERS[2],
                )
            ),
        ],
    ),
]


@pytest.mark.parametrize(
    "parts", [parts for _, parts in LAYOUTS], ids=[name for name, _ in LAYOUTS]
)
def test_every_layout_reads_to_the_same_record(parts: list[Part]) -> None:
    found = submission(*parts)
    assert found.model == RECORD
    assert found.remarks == ()


OPINIONS: list[tuple[str, list[tuple[Content, ...]]]] = [
    (
        "rows of their own for seal, signature and date",
        [
            ("申报单位意见", "同意申报。\n（盖章）", *[LEFT] * 7),
            (ABOVE, "负责人（签名）　纪小雪", *[LEFT] * 7),
            (ABOVE, "2021 年 3 月 15 日", *[LEFT] * 7),
        ],
    ),
    (
        "label and text in one cell",
        [("申报单位意见：同意申报。\n负责人签字：纪 小 雪\n日期：2021年3月15日", *[LEFT] * 8)],
    ),
    (
        "the signature beside its label in a cell of its own",
        [
            ("申报单位意见", "同意申报。", *[LEFT] * 7),
            (ABOVE, "负责人(签名)", LEFT, "纪小雪", LEFT, "（公章）", LEFT, "2021-3-15", LEFT),
        ],
    ),
    (
        "the name on the line below",
        [
            (
                "申报单位意见",
                "同意申报。\n单位（公章）\n法定代表人（签字）：\n纪小雪\n二〇二一年三月十五日",
                *[LEFT] * 7,
            )
        ],
    ),
    (
        "the date before the signature",
        [
            (
                "申报单位意见",
                "同意申报。\n2021年3月15日\n（加盖公章）\n负责人（签名）：纪小雪",
                *[LEFT] * 7,
            )
        ],
    ),
]


@pytest.mark.parametrize("rows", [rows for _, rows in OPINIONS], ids=[name for name, _ in OPINIONS])
def test_the_opinion_is_taken_apart_wherever_its_pieces_stand(
    rows: list[tuple[Content, ...]],
) -> None:
    assert read(TITLE, form(opinion=rows)).opinion == RECORD.opinion


def test_a_cell_merged_downwards_counts_for_each_of_its_rows() -> None:
    rows = (
        EXAMINER_HEADS,
        (*EXAMINERS[1][:7], "渔具制作", "371000001"),
        (*EXAMINERS[2][:7], ABOVE, "371000002"),
    )
    record = read(TITLE, form(examiners=rows))
    assert [row.trade for row in record.examiners] == ["渔具制作", "渔具制作"]


def test_two_columns_merged_leave_the_second_in_doubt() -> None:
    rows = (
        EQUIPMENT[0],
        (ABOVE, "织网架", LEFT, LEFT, "ZW-3 6套", LEFT, LEFT, "", LEFT),
    )
    record = read(TITLE, form(equipment=rows))
    [row] = record.equipment
    assert (row.model, row.quantity, row.quantity_text) == ("ZW-3 6套", None, None)
    doubts = remarks(TITLE, form(equipment=rows))
    assert list(doubts) == ["/equipment/0/quantity"]
    assert "ZW-3 6套" in doubts["/equipment/0/quantity"]


def test_a_table_inside_a_cell_is_read() -> None:
    inner = table(*(row[1:] for row in EXAMINERS), number=2)
    rows = (("考评员情况", inner, *[LEFT] * 7),)
    assert read(TITLE, form(examiners=rows)) == RECORD


def test_several_applications_in_one_file_are_read_apart() -> None:
    found = extract(document(TITLE, form(), TITLE, form()), SOURCE)
    assert [each.model for each in found] == [RECORD, RECORD]
    assert [each.source and each.source.index for each in found] == [0, 1]


def test_a_picture_for_a_signature_is_a_doubt() -> None:
    picture = paragraph("", unread="picture")
    rows: Rows = (
        ("申报单位意见", ["同意申报。", "负责人（签名）：", picture, "2021年3月15日"], *[LEFT] * 7),
    )
    assert read(TITLE, form(opinion=rows)).opinion.signatory is None
    assert list(remarks(TITLE, form(opinion=rows))) == ["/opinion/signatory"]


OTHER_WORDS = [
    ("申请单位", "承办单位"),
    ("申请单位", "考核机构名称"),
    ("负责人", "法定代表人姓名"),
    ("联系电话", "联络电话"),
    ("联系电话", "通讯方式"),
    ("考点地址", "考场地址"),
    ("考点地址", "所在地址"),
    ("专项职业能力考核项目", "拟开展项目"),
    ("从事考核职工总数", "工作人员总数"),
    ("管理人员数", "其中管理人员"),
    ("管理人员数", "其中：管理人员数"),
    ("专职教师数", "专职人员数"),
    ("专职教师数", "其中专任教师"),
]


@pytest.mark.parametrize(("label", "written"), OTHER_WORDS)
def test_a_label_in_other_words_is_known(label: str, written: str) -> None:
    head = [[written if cell == label else cell for cell in row] for row in HEAD]
    found = submission(TITLE, form(head=head), NOTE)

    assert found.model == RECORD
    assert not found.remarks


def test_a_number_behind_a_gap_is_that_of_no_label() -> None:
    head = [["" if cell == "管理人员数" else cell for cell in row] for row in HEAD]
    found = submission(TITLE, form(head=head), NOTE)

    assert found.model == RECORD.model_copy(update={"managers_total": None})
    assert [remark.path for remark in found.remarks] == ["/managers_total"]


def test_a_value_under_its_label_is_read_though_the_next_label_is_absent() -> None:
    totals = [
        ("从事考核职工总数", LEFT, LEFT, "", LEFT, LEFT, "专职教师数", LEFT, LEFT),
        ("12", LEFT, LEFT, "2", LEFT, LEFT, "5", LEFT, LEFT),
    ]
    found = submission(TITLE, form(head=[*HEAD[:-1], *totals]), NOTE)

    assert found.model == RECORD.model_copy(update={"managers_total": None})
