"""苹果树修剪: a draft under revision, with tracked changes, content controls and a text box."""

from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import (
    cell,
    control,
    deleted,
    document,
    inserted,
    paragraph,
    row,
    table,
    text,
    text_box,
)

RECORD: Record = {
    "name": "苹果树修剪",
    "definition": "运用修枝剪、手锯、人字梯等工具，在果园露地条件下，进行苹果树的整形、疏枝、回缩和"
    "伤口处理，提供果树修剪服务的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "苹果树修剪",
    "occupation": occupation("5-01-02-02", "园艺工"),
    "tasks": [
        task(
            1,
            "树势判断与工具准备",
            items("按树龄、树势确定修剪量", "修枝剪、手锯消毒并试用"),
            items("苹果树的枝芽类型", "工具的保养与安全使用"),
            20,
        ),
        task(
            2,
            "冬季整形修剪",
            items(
                "疏除过密枝、病虫枝，剪口平滑", "主枝角度、层间距符合树形要求", "不留短桩、不劈裂"
            ),
            items("常见树形及其结构", "疏枝、短截、回缩的反应"),
            45,
        ),
        task(
            3,
            "夏季修剪",
            items("摘心、扭梢、拉枝时机准确", "拉枝绳不勒伤枝干"),
            items("花芽分化的规律", "登高作业安全知识"),
            25,
        ),
        task(
            4,
            "伤口保护与清园",
            items("直径2厘米以上的剪锯口涂保护剂", "病枝集中清出果园"),
            items(
                "腐烂病的识别与预防",
            ),
            10,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于三名考评员，且为单数。",
        "method_and_time": "现场实际操作，每人修剪盛果期苹果树1株，限时一个半小时。"
        "百分制评分，达到60分为合格。",
        "venue_and_equipment": "坡度不大于15度、树势相近的苹果园，每名考生1株树；\n"
        "配备修枝剪、手锯、人字梯、保护剂、安全帽和急救药品。",
        "examiner_minimum": 3,
        "duration_minutes": 90,
        "pass_mark": 60,
    },
}
RECORDS = [RECORD]


def build() -> bytes:
    """Return the draft; what tracked changes took out is in the file but not in the record."""
    needs = RECORD["requirements"]
    title = control(text("苹果树修剪", bold=True, size=18), "能力名称")
    return document(
        paragraph(title, text("专项职业能力考核规范", bold=True, size=18), align="center"),
        paragraph(text("（征求意见稿）"), align="center"),
        _heading("一、定义"),
        control(paragraph(RECORD["definition"]), "定义"),
        _heading("二、适用对象"),
        paragraph(deleted("全体果农。"), inserted(RECORD["applicants"])),
        _heading("三、能力标准与鉴定内容"),
        table((1800, 3300, 2700, 1300), *_rows()),
        _heading("四、鉴定要求"),
        _heading("（一）申报条件"),
        paragraph(needs["eligibility"]),
        _heading("（二）考评员构成"),
        paragraph(
            text("每个考评组不少于"), deleted("两"), inserted("三"), text("名考评员，且为单数。")
        ),
        _heading("（三）鉴定方式与鉴定时间"),
        paragraph(needs["method_and_time"]),
        _heading("（四）鉴定场地设备要求"),
        text_box(*(paragraph(line) for line in needs["venue_and_equipment"].split("\n"))),
        font="宋体",
    )


def _heading(words: str) -> str:
    return paragraph(text(words, bold=True))


def _rows() -> list[str]:
    written = RECORD["occupation"]["text"]
    rows = [
        row(
            cell(f"能力名称：{RECORD['ability_name']}", span=2),
            cell(paragraph(text("职业领域："), control(text(written), "职业领域")), span=2),
        ),
        row(*(cell(label) for label in ("工作任务", "操作规范", "相关知识", "考核比重"))),
    ]
    rows += [_task(number) for number in range(4)]
    rows.insert(
        5, row(cell("（四）果实套袋"), cell("1.选袋"), cell("1.果袋种类"), cell("10%"), gone=True)
    )
    rows[-1] = control(rows[-1], "重复行")
    return rows


def _task(index: int) -> str:
    each = RECORD["tasks"][index]
    weight = (
        paragraph(deleted("55"), inserted("45"), text("%")) if index == 1 else each["weight_text"]
    )
    number = "（一）", "（二）", "（三）", "（四）"
    return row(
        cell(number[index], each["name"]),
        cell(*(f"{item['number']}．{item['text']}" for item in each["operations"])),
        control(
            cell(*(f"{item['number']}．{item['text']}" for item in each["knowledge"])), "相关知识"
        ),
        cell(weight),
    )
