"""Drafts as people write them: other labels, totals, two levels of numbers, what stands around."""

import pytest

from extract.building import (
    APPLICANTS,
    CONTENT,
    DEFINITION,
    HEADER,
    LEFT,
    TASKS,
    TITLE,
    Content,
    content_table,
    items,
    read,
    record_of,
    remarks,
    submission,
    submissions,
    table,
    tasks_of,
)
from specvalidator.errors import UnreadableFile

REQUIREMENTS = (
    "四、考核要求",
    "（一）申报条件",
    "达到法定劳动年龄的劳动者。",
    "（二）考评员构成",
    "不少于3名考评员。",
    "（三）考核方式与考核时间",
    "现场实际操作，90分钟。",
    "（四）鉴定场地设备要求",
    "操作间一间，配备煮面炉。",
)
THREE_NAMES = ["原料准备", "和面", "煮面"]

TOTALS: list[tuple[tuple[Content, ...], str]] = [
    (("合计", "/", "/", "100%"), "slashes"),
    (("合计", "—", "—", "100%"), "dashes"),
    (("总计", "略", "", "100%"), "略"),
    (("总分", "无", "无", "100"), "无 and no sign"),
    (("", "合计", "", "100%"), "in the second column"),
    (("", "", "总计：", "100%"), "in the third, with a colon"),
    (("比重总和", "", "", "100%"), "the sum of the weights"),
    (("考核比重合计", "", "", "100%"), "the name of the column"),
    (("权重之和", "", "", "100%"), "another name of it"),
    (("总比重", LEFT, LEFT, "100%"), "in one word"),
    (("∑", "", "", "100%"), "a sign"),
    (("", "", "", "100%"), "nothing but the sum"),
    (("（四）合计", "1.", "1.", "100%"), "numbered as the tasks are"),
    (("（四）", "1.", "1.", "100%"), "nothing but numbers and the sum"),
    (("（四）注：比重可以调整", "1.", "", ""), "a numbered note"),
]


@pytest.mark.parametrize(("row", "why"), TOTALS, ids=[why for _, why in TOTALS])
def test_a_row_with_a_total_is_no_task(row: tuple[Content, ...], why: str) -> None:
    tasks = tasks_of(table(HEADER, *TASKS, row))

    assert [name for _, name, _ in tasks] == THREE_NAMES, why


@pytest.mark.parametrize(
    "row",
    [
        ("合计称量", "1.称取全部原料", "1.秤的使用", "20%"),
        ("总装", "1.装成整机", "1.装配图", "20%"),
        ("", "1.收拾台面", "1.卫生要求", "20%"),
        ("收尾", "/", "/", "20%"),
        ("（四）合计核对", "1.", "1.", "20%"),
        ("（四）汇总", "1.汇总数据", "1.", "20%"),
        ("（四）", "1.", "1.", "20%"),
        ("小计与复核", "1.核对数量", "/", "20%"),
    ],
)
def test_a_task_that_sounds_like_a_total_is_a_task(row: tuple[Content, ...]) -> None:
    assert len(tasks_of(table(HEADER, *TASKS, row))) == 4


def test_a_total_hides_no_weights_that_do_not_add_up() -> None:
    (first, *rest) = TASKS
    record = read(TITLE, table(HEADER, (*first[:3], "30%"), *rest, ("合计", "/", "/", "100%")))

    assert [task.weight for task in record.tasks] == [30, 35, 25]


@pytest.mark.parametrize("unit", ["第一单元", "任务1", "模块一", "工作任务一", "第1步"])
def test_a_cell_that_only_counts_in_words_names_its_task(unit: str) -> None:
    tasks = tasks_of(table(HEADER, (unit, "1.揉面", "1.水温", "60%"), *TASKS[1:]))

    assert tasks[0][1] == unit


LEVELS = [
    ("1.1称取面粉\n1.2检查工具", [(1, "称取面粉"), (2, "检查工具")], "two levels"),
    ("2.1 称取面粉\n2.2 检查工具", [(1, "称取面粉"), (2, "检查工具")], "a space behind"),
    ("3．1称取面粉\n3．2检查工具", [(1, "称取面粉"), (2, "检查工具")], "full-width dots"),
    ("1.1.1称取面粉\n1.1.2检查工具", [(1, "称取面粉"), (2, "检查工具")], "three levels"),
    ("2.1称取面粉", [(1, "称取面粉")], "one alone"),
    ("1.1、称取面粉\n1.2、检查工具", [(1, "称取面粉"), (2, "检查工具")], "a mark behind"),
    ("1.5小时内完成", [(None, "1.5小时内完成")], "a time"),
    ("1.3种面型\n2.揉面", [(1, "3种面型"), (2, "揉面")], "a number that counts"),
    ("1.2米长的木条\n2.锯齐", [(1, "2米长的木条"), (2, "锯齐")], "a measure"),
]


@pytest.mark.parametrize(("cell", "expected", "why"), LEVELS, ids=[why for *_, why in LEVELS])
def test_items_numbered_in_two_levels(
    cell: str, expected: list[tuple[int | None, str]], why: str
) -> None:
    assert items(record_of(cell, "operations")) == expected, why


RUN_ON = [
    ("1.能看懂样式2.能看懂图3.能填表4.能洗净", 4, "behind 式, 图, 表"),
    ("1.会选型号2.会调色号3.会贴标签", 3, "behind 号"),
    ("1.能称至2.能量到3.能记为4.能写", 4, "behind 至, 到, 为"),
    ("1.按图2.装配", 1, "a figure of that number"),
    ("1.按表2.选用3号刀", 1, "a table of that number"),
]


@pytest.mark.parametrize(("cell", "number", "why"), RUN_ON, ids=[why for *_, why in RUN_ON])
def test_items_on_one_line(cell: str, number: int, why: str) -> None:
    assert len(items(record_of(cell, "operations"))) == number, why


SYNONYMS = [
    ("一、能力描述", "definition"),
    ("一、职业描述", "definition"),
    ("一、专项职业能力概述", "definition"),
    ("一、项目说明", "definition"),
    ("一、能力界定", "definition"),
    ("一、定义说明", "definition"),
    ("一、基本概念", "definition"),
    ("一、含义", "definition"),
    ("二、适用群体", "applicants"),
    ("二、面向人群", "applicants"),
    ("二、服务对象", "applicants"),
    ("二、申报对象", "applicants"),
    ("二、报考对象", "applicants"),
]


@pytest.mark.parametrize(("heading", "part"), SYNONYMS)
def test_a_heading_in_other_words_is_known(heading: str, part: str) -> None:
    given = {"definition": ("一、定义", DEFINITION), "applicants": ("二、适用对象", APPLICANTS)}
    lines = [
        line
        for at, (head, text) in given.items()
        for line in (heading if at == part else head, text)
    ]
    record = read(TITLE, *lines, CONTENT, content_table(*TASKS))

    assert (record.definition, record.applicants) == (DEFINITION, APPLICANTS)


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("考生条件", "eligibility"),
        ("参考条件", "eligibility"),
        ("申报对象", "eligibility"),
        ("鉴定对象", "eligibility"),
        ("准入条件", "eligibility"),
        ("申报对象要求", "eligibility"),
        ("评委组成", "examiners"),
        ("考评队伍", "examiners"),
        ("考评员安排", "examiners"),
        ("考评员人数要求", "examiners"),
        ("考核环境与设备", "venue_and_equipment"),
        ("场地器材配置", "venue_and_equipment"),
        ("考核场地与工具", "venue_and_equipment"),
        ("考核办法与时长", "method_and_time"),
    ],
)
def test_a_requirement_in_other_words_is_known(heading: str, item: str) -> None:
    record = read(TITLE, "四、考核要求", f"1.{heading}", "写在这里的内容。", "2.其他", "无")

    assert getattr(record.requirements, item) == "写在这里的内容。"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("知识点", "knowledge"),
        ("应知内容", "knowledge"),
        ("操作步骤", "operations"),
        ("技能点", "operations"),
        ("作业标准", "operations"),
        ("配分比例", "weight"),
        ("分值占比", "weight"),
        ("考核比重%", "weight"),
        ("比重（%）", "weight"),
        ("典型工作任务", "task"),
        ("工作内容", "task"),
        ("主要工作任务", "task"),
        ("支撑知识", "knowledge"),
    ],
)
def test_a_column_in_other_words_is_known(heading: str, column: str) -> None:
    columns = ("task", "operations", "knowledge", "weight")
    header = [heading if at == column else known for at, known in zip(columns, HEADER, strict=True)]
    found = submission(TITLE, CONTENT, table(header, *TASKS))

    assert found.model == read(TITLE, CONTENT, table(HEADER, *TASKS))
    assert not found.remarks


def test_a_column_is_not_taken_by_a_slip_that_stands_before_it() -> None:
    header = ("工作任务", "操作规苑", "操作规范", "考核比重")
    record = read(TITLE, CONTENT, table(header, *TASKS))

    assert [item.text for item in record.tasks[0].operations] == ["面粉的种类"]


def test_a_column_in_unknown_words_is_a_question() -> None:
    header = ("工作任务", "操作规范", "应学的道理", "考核比重")
    said = remarks(TITLE, CONTENT, table(header, *TASKS))

    assert "“应学的道理”" in said["/missing_columns"]


def test_a_column_that_is_absent_is_no_question() -> None:
    assert not remarks(TITLE, CONTENT, table(HEADER[:3], *(row[:3] for row in TASKS)))


def test_a_heading_in_unknown_words_may_be_what_is_absent() -> None:
    said = remarks(
        TITLE,
        "一、能干什么",
        DEFINITION,
        "二、适用对象",
        APPLICANTS,
        CONTENT,
        content_table(*TASKS),
    )

    assert "“能干什么”" in said["/definition"]


@pytest.mark.parametrize("heading", ["前言", "编制说明", "附则", "参考文献", "收费标准"])
def test_a_heading_of_another_matter_is_no_part(heading: str) -> None:
    said = remarks(
        TITLE,
        f"一、{heading}",
        "略述。",
        "二、适用对象",
        APPLICANTS,
        CONTENT,
        content_table(*TASKS),
    )

    assert "/definition" not in said


@pytest.mark.parametrize(
    "tail",
    [
        ("编写人：林某 审核人：陈某",),
        ("编写单位：某某学校", "2024年3月"),
        ("2024年3月1日",),
        ("某某市人力资源公共服务中心", "2024年3月1日"),
        ("阅读：352",),
        ("浏览次数：88次",),
        ("来源：本站", "发布时间：2024-03-01", "点击数：12"),
        ("打印本页", "关闭窗口"),
        ("上一篇：剪纸专项职业能力考核规范",),
        ("责任编辑：李某", "第3页 共3页"),
        ("附件下载：规范.docx",),
    ],
)
def test_what_stands_below_the_end_belongs_to_no_requirement(tail: tuple[str, ...]) -> None:
    record = read(TITLE, CONTENT, content_table(*TASKS), *REQUIREMENTS, *tail)

    assert record.requirements.venue_and_equipment == "操作间一间，配备煮面炉。"


@pytest.mark.parametrize(
    "line",
    [
        "打印机一台。",
        "每人一张工作台，编号清楚。",
        "场地面积：40平方米",
        "设备：煮面炉、和面机",
        "2024年以后购置的设备。",
    ],
)
def test_what_a_requirement_says_is_kept(line: str) -> None:
    record = read(TITLE, CONTENT, content_table(*TASKS), *REQUIREMENTS, line)

    assert record.requirements.venue_and_equipment == f"操作间一间，配备煮面炉。\n{line}"


@pytest.mark.parametrize("gap", ["\t1", "……3", "   12", "\tii", " · · · 5"])
def test_a_table_of_contents_holds_no_headings(gap: str) -> None:
    contents = [f"{heading}{gap}" for heading in ("一、定义", "二、适用对象", "四、考核要求")]
    found = submission(
        "目录", *contents, TITLE, "一、定义", DEFINITION, CONTENT, content_table(*TASKS)
    )

    assert read(*["目录", *contents, TITLE, "一、定义", DEFINITION]).definition == DEFINITION
    assert not [remark for remark in found.remarks if remark.kind == "misprint"]


def test_a_heading_as_the_notice_prints_it_is_no_misprint() -> None:
    found = submission(
        TITLE, "四、考核要求", "1. 申报条件。", "不限。", "2. 考评员构成。", "不少于3名。"
    )

    assert not [remark for remark in found.remarks if remark.kind == "misprint"]


@pytest.mark.parametrize(
    "top",
    [
        ("国家职业技能标准 中式面点师",),
        ("国家职业标准", "（2019年版）"),
        ("中式面点师职业技能标准（试行）",),
        ("考核规范编写要求",),
        ("专项职业能力考核规范编制指南",),
        ("专项职业能力考核试题",),
        ("拉面制作评分表",),
    ],
)
def test_another_paper_is_no_draft(top: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableFile):
        submissions(*top, "一、定义", DEFINITION, CONTENT, content_table(*TASKS))


@pytest.mark.parametrize("line", ["编写说明第1条。", "本规范按编写要求编写。", "评分标准见附表。"])
def test_a_draft_that_speaks_of_other_papers_is_a_draft(line: str) -> None:
    assert (
        len(submissions(line, TITLE, "一、定义", DEFINITION, CONTENT, content_table(*TASKS))) == 1
    )


def test_a_notice_with_a_blank_form_is_no_draft() -> None:
    blank = (
        "一、定义",
        "二、适用对象",
        CONTENT,
        table(HEADER, ("（一）", "", "", "%")),
        "四、考核要求",
    )
    notice = ("关于征集专项职业能力考核规范的通知", "各有关单位：", "请于5月底前报送。")

    with pytest.raises(UnreadableFile):
        submissions(*notice, "专项职业能力考核规范", *blank)
    assert len(submissions("专项职业能力考核规范", *blank)) == 1


@pytest.mark.parametrize("at", range(4))
def test_the_only_blank_heading_is_that_of_the_column_that_lacks_one(at: int) -> None:
    header = [*HEADER[:at], "", *HEADER[at + 1 :]]
    found = submission(TITLE, CONTENT, table(header, *TASKS))

    assert found.model == read(TITLE, CONTENT, table(HEADER, *TASKS))
    assert [remark.kind for remark in found.remarks] == ["misprint"]


def test_two_blank_headings_are_no_columns() -> None:
    header = ("", *HEADER[1:3], "")
    record = read(TITLE, CONTENT, table(header, *TASKS))

    assert record.missing_columns == ("task", "weight")
