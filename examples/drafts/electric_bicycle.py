"""电动自行车维修: headings and text on one line, units, two tables, a total."""

from drafts.values import ANYONE, Record, items, occupation, task
from drafts.word import cell, document, paragraph, row, table, text

RECORD: Record = {
    "name": "电动自行车维修",
    "definition": "利用万用表、扳手、扒胎器等工具和电动自行车零配件，在维修店铺或场地，"
    "进行检测、拆装、更换和调试，提供电动自行车维修服务的能力。",
    "applicants": "从事或准备从事电动自行车维修工作的人员。",
    "ability_name": "电动自行车维修",
    "occupation": occupation(None, "自行车与电动自行车维修工"),
    "tasks": [
        task(
            1,
            "接车与检测",
            items(
                "询问并记录故障现象",
                "用万用表测量电池电压和充电电压",
                "判断故障部位，向车主说明维修项目和费用",
            ),
            items("整车电路的组成", "万用表的使用方法", "安全用电知识"),
            20,
            "20％",
        ),
        task(
            2,
            "机械部分维修",
            items(
                "更换内胎、外胎，胎压符合标注值",
                "调整前后闸，制动灵敏、两侧受力一致",
                "紧固车把、脚撑和中轴",
            ),
            items("轮胎规格与胎压", "鼓刹、碟刹的结构"),
            30,
            "30％",
        ),
        task(
            3,
            "电气部分维修",
            items(
                "断电后拆装电池组，绝缘处理可靠",
                "更换控制器、转把，接线正确",
                "检修灯光、喇叭和仪表",
            ),
            items("控制器、转把的工作原理", "蓄电池的种类与回收要求", "触电与起火的应急处置"),
            35,
            "35％",
        ),
        task(
            4,
            "试车与交付",
            items("空载、骑行试车，无异响、无抖动", "填写维修单，清理工位和废旧零件"),
            items("整车调试的项目", "国家标准对车速的规定"),
            15,
            "15％",
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组由3至5名考评员组成。",
        "method_and_time": "采用实际操作方式，排除预设的机械故障和电气故障各一处；"
        "考核时间不少于120分钟；"
        "满分100分，60分及以上为合格。",
        "venue_and_equipment": "通风良好、有220V电源和漏电保护的室内场地，配备电动自行车、工作台、"
        "万用表、充电器、扒胎器、气泵、绝缘手套、灭火器等。",
        "examiner_minimum": 3,
        "duration_minutes": 120,
        "pass_mark": 60,
    },
}
RECORDS = [RECORD]

_WIDTHS = (1100, 1300, 3000, 2600, 1100)
_SUBHEADINGS = ("申报条件", "考评员构成", "考核方式与时间", "鉴定场地及设备要求")


def build() -> bytes:
    """Return the draft."""
    needs = list(RECORD["requirements"].values())[:4]
    total = row(cell("合计", span=4, align="center"), cell("100％", align="center"))
    return document(
        paragraph(text("电动自行车维修专项职业能力考核规范", bold=True, size=18), align="center"),
        paragraph(text("一、定义：", bold=True), text(RECORD["definition"])),
        paragraph(text("二、适用对象：", bold=True), text(RECORD["applicants"])),
        paragraph(text("三、能力标准和鉴定内容", bold=True)),
        table(_WIDTHS, *_head(), _unit(0), _unit(1)),
        paragraph("（续表）", align="right", new_page=True),
        table(_WIDTHS, *_head(), _unit(2), _unit(3), total),
        paragraph(text("四、鉴定要求", bold=True)),
        *(
            paragraph(f"（{number}）{title}：{need}")
            for number, title, need in zip("一二三四", _SUBHEADINGS, needs, strict=True)
        ),
        font="宋体",
    )


def _head() -> list[str]:
    names = f"能力名称：{RECORD['ability_name']}"
    field = f"职业领域：{RECORD['occupation']['text']}"
    labels = [
        cell(label, span=span, align="center")
        for label, span in (("工作任务", 2), ("操作规范", 1), ("相关知识", 1), ("考核比重", 1))
    ]
    return [
        row(cell(names, span=3), cell(field, span=2), repeated=True),
        row(*labels, repeated=True),
    ]


def _unit(index: int) -> str:
    each = RECORD["tasks"][index]
    return row(
        cell(f"第{'一二三四'[index]}单元"),
        cell(each["name"]),
        cell(*(f"{item['number']}、{item['text']}" for item in each["operations"])),
        cell(*(f"{item['number']}、{item['text']}" for item in each["knowledge"])),
        cell(each["weight_text"], align="center"),
    )
