"""竹篮编织: the notice's layout as it stands, a table head in four cells, typed numbers."""

from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import cell, document, paragraph, row, table, text

RECORD: Record = {
    "name": "竹篮编织",
    "definition": "运用篾刀、刮刀、匀刀等工具和毛竹材料，在竹编作坊或室内操作场所，进行"
    "破篾、起底、编身、锁口，制作竹篮的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "竹篮编织",
    "occupation": occupation("5-05-06-05", "竹藤师"),
    "tasks": [
        task(
            1,
            "选竹与破篾",
            items(
                "选用两至三年生、竹节匀称的毛竹",
                "破出的篾片宽窄一致，误差不超过1毫米",
                "刮去篾黄，篾面光滑无毛刺",
            ),
            items("毛竹的种类与采伐季节", "篾刀的安全使用与手部防护"),
            25,
        ),
        task(
            2,
            "起底",
            items("按篮底尺寸排布经篾，十字交叉固定", "底面平整，经篾间距均匀"),
            items("十字底、米字底的编法", "经篾数量与篮径的关系"),
            20,
        ),
        task(
            3,
            "编身与收口",
            items(
                "立起经篾，挑一压一编至规定高度",
                "接篾处藏头，表面不露篾头",
                "锁口紧密，口沿高低差不超过3毫米",
            ),
            items("挑压编、绞丝编的要领", "接篾与锁口的方法", "篮身变形的原因及预防"),
            40,
        ),
        task(
            4,
            "安提梁与整理",
            items("提梁居中、牢固，承重5千克不松脱", "修剪余篾，清理作业台和碎篾"),
            items("提梁的固定方法", "防霉防蛀处理知识"),
            15,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组由不少于3名考评员组成，设组长1名，考评员应熟悉竹编工艺。",
        "method_and_time": "采用现场实际操作方式，在规定时间内独立完成一只圆底提篮，"
        "考核时间为180分钟。实行百分制，60分以上（含60分）为合格。",
        "venue_and_equipment": "采光、通风良好的室内场地，每个工位不小于2平方米；配备作业台、"
        "坐凳、篾刀、刮刀、匀刀、尺、剪刀和急救箱。",
        "examiner_minimum": 3,
        "duration_minutes": 180,
        "pass_mark": 60,
    },
}
RECORDS = [RECORD]

_SECTIONS = ("申报条件", "考评员构成", "考核方式与考核时间", "鉴定场地设备要求")


def build() -> bytes:
    """Return the draft."""
    needs = list(RECORD["requirements"].values())
    return document(
        paragraph(
            text("竹篮编织专项职业能力考核规范", bold=True, size=20, font="宋体"), align="center"
        ),
        paragraph(),
        _heading("一、定义"),
        paragraph(RECORD["definition"], indent=560),
        _heading("二、适用对象"),
        paragraph(RECORD["applicants"], indent=560),
        _heading("三、考核内容"),
        _content(),
        _heading("四、考核要求"),
        *(
            paragraph(f"{number}. {title}。{need}", indent=560)
            for number, title, need in zip("1234", _SECTIONS, needs, strict=False)
        ),
        size=14,
    )


def _heading(words: str) -> str:
    return paragraph(text(words, font="黑体"), indent=560)


def _content() -> str:
    rows = [
        row(
            cell("能力名称："),
            cell(RECORD["ability_name"]),
            cell("职业领域："),
            cell(RECORD["occupation"]["text"]),
        ),
        row(
            *(
                cell(label, align="center")
                for label in ("工作任务", "操作规范", "相关知识", "考核比重")
            )
        ),
    ]
    for number, each in zip("一二三四", RECORD["tasks"], strict=True):
        rows.append(
            row(
                cell(f"（{number}）{each['name']}"),
                cell(*(f"{item['number']}. {item['text']}" for item in each["operations"])),
                cell(*(f"{item['number']}. {item['text']}" for item in each["knowledge"])),
                cell(each["weight_text"], align="center"),
            )
        )
    return table((1700, 2800, 2500, 2000), *rows)
