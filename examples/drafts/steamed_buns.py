"""花馍制作: the layout of filed specifications, rows for operations, automatic numbers."""

from collections.abc import Iterator

from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import (
    cell,
    document,
    levels,
    numbering,
    paragraph,
    row,
    split_runs,
    style,
    table,
    text,
)

RECORD: Record = {
    "name": "花馍制作",
    "definition": "使用面案、剪刀、梳子、蒸锅等工具设备和面粉、蔬菜汁等原料，在面食加工间内，"
    "经发面、塑形、蒸制、点缀，制作花馍的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "花馍制作",
    "occupation": occupation("4-03-02-02", "中式面点师", "4-03-02-02 中式面点师"),
    "tasks": [
        task(
            1,
            "面团调制",
            items("按配方称料，误差不超过5克", "面团揉至表面光滑、软硬适中", "按室温掌握发酵时间"),
            items("面粉与酵母的特性", "食品安全与个人卫生要求"),
            25,
        ),
        task(
            2,
            "彩面配制",
            items("用蔬菜汁调出三种以上颜色", "彩面色泽均匀，不粘手"),
            items("天然色素的提取与保存", "食品添加剂使用规定"),
            15,
        ),
        task(
            3,
            "塑形",
            items(
                "按图样捏出主体，比例协调",
                "剪、压、梳、挑的纹路清晰",
                "各部件粘接牢固、不脱落",
                "半成品摆放间距适当",
            ),
            items("花馍的寓意与常见图样", "剪刀、梳子等工具的用法", "饧发对造型的影响"),
            40,
        ),
        task(
            4,
            "蒸制与点缀",
            items(
                "沸水上锅，蒸制时间与大小相称",
                "成品饱满、不开裂、不塌陷",
                "点缀位置准确，台面收拾干净",
            ),
            items("火候与蒸制时间", "蒸锅、燃气灶具安全操作知识"),
            20,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组中不少于3名考评员，其中至少1名具有中式面点师高级及以上职业资格。",
        "method_and_time": "实际操作考核，按抽取的图样完成花馍一组。\n"
        "考核时间：150min。\n"
        "成绩实行百分制，60分（含）以上为合格。",
        "venue_and_equipment": "面食加工间不小于60平方米，上下水、通风、照明齐全。\n"
        "每人配备操作台、蒸锅、电子秤、剪刀、梳子各1套，考场配灭火器2具。",
        "examiner_minimum": 3,
        "duration_minutes": 150,
        "pass_mark": 60,
    },
}
RECORDS = [RECORD]

_SUBHEADINGS = ("申报条件", "考评员构成", "鉴定方式与鉴定时间", "鉴定场地设备要求")
_HEADINGS, _TASKS = 1, 2
_FIRST_LIST_OF_A_CELL = 10


def build() -> bytes:
    """Return the draft: no number in it is typed."""
    needs = list(RECORD["requirements"].values())[:4]
    blocks = [
        paragraph(text("花馍制作专项职业能力考核规范", bold=True, size=18), align="center"),
        paragraph("定义", style="Heading1"),
        paragraph(split_runs(RECORD["definition"]), indent=480),
        paragraph("适用对象", style="Heading1"),
        paragraph(RECORD["applicants"], indent=480),
        paragraph("能力标准与鉴定内容", style="Heading1"),
        table((1700, 3500, 2800, 1200), *_rows()),
        paragraph("鉴定要求", style="Heading1"),
    ]
    for title, need in zip(_SUBHEADINGS, needs, strict=True):
        blocks.append(paragraph(title, style="Heading2"))
        blocks += [paragraph(line, indent=480) for line in need.split("\n")]
    in_cells = range(_FIRST_LIST_OF_A_CELL, _FIRST_LIST_OF_A_CELL + 2 * len(RECORD["tasks"]))
    lists = {
        _HEADINGS: levels(("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）")),
        _TASKS: levels(("chineseCounting", "（%1）")),
        **{number: levels(("decimal", "%1.")) for number in in_cells},
    }
    return document(*blocks, font="宋体", styles=_styles(), lists=numbering(lists))


def _styles() -> str:
    def numbered(level: int) -> str:
        number = f'<w:ilvl w:val="{level}"/><w:numId w:val="{_HEADINGS}"/>'
        return f'<w:numPr>{number}</w:numPr><w:outlineLvl w:val="{level}"/>'

    return style(
        "Heading1", "heading 1", '<w:b/><w:sz w:val="28"/>', paragraph=numbered(0)
    ) + style("Heading2", "heading 2", "<w:b/>", paragraph=numbered(1))


def _rows() -> Iterator[str]:
    head = f"能力名称：{RECORD['ability_name']}      职业领域：{RECORD['occupation']['text']}"
    yield row(cell(head, span=4), repeated=True)
    labels = ("工作任务", "操作规范", "相关知识", "考核比重")
    yield row(*(cell(label, align="center") for label in labels), repeated=True)
    for number, each in enumerate(RECORD["tasks"]):
        operations, knowledge = (_FIRST_LIST_OF_A_CELL + 2 * number + side for side in (0, 1))
        for step, item in enumerate(each["operations"]):
            operation = cell(paragraph(item["text"], numbered=(operations, 0)))
            if step:
                around = [cell(merge="continue") for _ in range(3)]
            else:
                around = [
                    cell(paragraph(each["name"], numbered=(_TASKS, 0)), merge="restart"),
                    cell(
                        *(
                            paragraph(one["text"], numbered=(knowledge, 0))
                            for one in each["knowledge"]
                        ),
                        merge="restart",
                    ),
                    cell(each["weight_text"], merge="restart", align="center"),
                ]
            yield row(around[0], operation, *around[1:])
