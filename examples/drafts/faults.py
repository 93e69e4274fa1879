"""Three drafts that between them have every fault a rule is sure of."""

from drafts import plain
from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import cell, document, paragraph, row, table

NET_MENDING: Record = {
    "name": "高级渔网修补工",
    "definition": "把用破了的渔网补好，让它还能接着下海使用。",
    "applicants": None,
    "ability_name": "渔网修补",
    "occupation": occupation("5-04-03-01", "渔网具工"),
    "tasks": [
        task(
            1,
            "检网备料",
            items("展开网衣，逐片查找破洞", "按网线粗细备好梭子和网线", numbers=(1, 3)),
            [],
            40,
        ),
        task(
            3,
            "补网",
            items("剪去断线，修成可补的网口", "按原网目大小打结，结牢不滑"),
            items("网结的种类与打法", "剪刀、梭针的安全使用"),
            45,
            "45",
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组由2名考评员组成。",
        "method_and_time": "先进行理论知识考试，再进行实际操作考核。实行百分制，70分以上为合格。",
        "venue_and_equipment": None,
        "examiner_minimum": 2,
        "duration_minutes": None,
        "pass_mark": 70,
    },
}

TEA: Record = {
    "name": "茶艺师",
    "definition": None,
    "applicants": JOB_SEEKERS,
    "ability_name": None,
    "occupation": None,
    "tasks": [
        task(
            1,
            "备具、选茶与糕点摆放",
            items("按茶类选配茶具，洁净无损", "称取茶叶，误差不超过0.5克"),
            items("茶叶的分类", "茶具的种类"),
            30,
        ),
        task(
            2,
            "冲泡",
            items("控制水温和注水高度", "按时出汤，茶汤浓淡一致"),
            items("水温与浸泡时间"),
            None,
            "适量",
        ),
        task(3, "冲泡", items("分茶均匀"), items("分茶的次序"), None, None),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "由熟悉茶艺的考评员组成考评组。",
        "method_and_time": "考核时间为40分钟，满分100分，60分以上为合格。",
        "venue_and_equipment": "安静、通风的茶室，配备茶桌、茶具、煮水器和审评用具。",
        "examiner_minimum": None,
        "duration_minutes": 40,
        "pass_mark": 60,
    },
}

NAMELESS: Record = {
    "name": None,
    "definition": "运用锄、铲、修枝剪等工具，在住宅小区内，进行苗木栽植、浇水、修剪，"
    "提供绿地养护服务的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": None,
    "occupation": None,
    "tasks": [],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于3名考评员。",
        "method_and_time": None,
        "venue_and_equipment": "不小于200平方米的绿地，配备锄、铲、修枝剪、水管等。",
        "examiner_minimum": 3,
        "duration_minutes": None,
        "pass_mark": None,
    },
}


def build_net_mending() -> bytes:
    """Return a draft with whatever can be wrong with what is written."""
    return document(
        plain.title(f"{NET_MENDING['name']}专项职业能力考核规范"), *plain.body(NET_MENDING)
    )


def build_tea() -> bytes:
    """Return a draft named like an occupation, whose blanks were not filled in."""
    return document(
        plain.title(f"{TEA['name']}专项职业能力考核规范"),
        plain.heading("一、适用对象"),
        paragraph(TEA["applicants"]),
        plain.heading("二、考核内容"),
        table(
            (1900, 3200, 2700, 1300),
            row(cell("能力名称："), cell(), cell("职业领域："), cell()),
            plain.labels(),
            *(plain.task_row(each) for each in TEA["tasks"]),
        ),
        plain.heading("三、考核要求"),
        *plain.requirements(TEA["requirements"]),
        font="宋体",
    )


def build_nameless() -> bytes:
    """Return a draft without a name, without its table, and with an empty sub-section."""
    needs = NAMELESS["requirements"]
    return document(
        plain.title("专项职业能力考核规范"),
        plain.heading("一、定义"),
        paragraph(NAMELESS["definition"]),
        plain.heading("二、适用对象"),
        paragraph(NAMELESS["applicants"]),
        plain.heading("三、考核内容"),
        paragraph(),
        plain.heading("四、考核要求"),
        paragraph("（一）申报条件"),
        paragraph(needs["eligibility"]),
        paragraph("（二）考评员构成"),
        paragraph(needs["examiners"]),
        paragraph("（三）考核方式与考核时间"),
        paragraph(),
        paragraph("（四）鉴定场地设备要求"),
        paragraph(needs["venue_and_equipment"]),
        font="宋体",
    )
