"""Drafts that pass with warnings, that only a person can settle, and that have misprints."""

import struct
import zlib

from drafts import plain
from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import cell, document, embedded_page, paragraph, picture, row, table

_PAGE = "<html><body><p>设备清单见上图，数量按考生人数配备。</p></body></html>"

LEATHER: Record = {
    "name": "皮衣清洗",
    "definition": "清洗皮衣，去除污渍并上光，使皮衣恢复光泽。",
    "applicants": JOB_SEEKERS,
    "ability_name": "皮衣清洗",
    "occupation": occupation("4-12-04-02", "洗衣师"),
    "tasks": [
        task(
            1,
            "检查与清洗",
            items(
                "检查皮质、污渍和破损并记录",
                "选用清洗剂，先试后洗",
                "擦洗均匀，不浸透皮面",
                numbers=(1, 2, 4),
            ),
            items("皮革的种类", "清洗剂的安全使用"),
            60,
        ),
        task(
            2,
            "上光与整理",
            items("补色与原色一致", "上光均匀，晾挂定型"),
            items("补色与上光的方法", "通风与防火知识"),
            40,
            "40",
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组由2名考评员组成。",
        "method_and_time": "现场实际操作，考核时间100分钟。百分制，60分及以上为合格。",
        "venue_and_equipment": "通风良好的洗护间，配备工作台、清洗剂、上光剂、烘干设备、灭火器等。",
        "examiner_minimum": 2,
        "duration_minutes": 100,
        "pass_mark": 60,
    },
}

WHEAT_STRAW: Record = {
    "name": "麦秆画",
    "definition": "运用刻刀、熨斗、镊子等工具和麦秆材料，在室内操作场所，进行剖秆、熨烫、剪刻、"
    "粘贴，"
    "制作麦秆画的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "麦秆画",
    "occupation": occupation(None, "民间工艺类"),
    "tasks": [
        task(
            1,
            "选料与熨平",
            items("选取色泽一致、无霉斑的麦秆", "剖开熨平，不焦不裂"),
            items("麦秆的处理方法", "熨斗的安全使用"),
            25,
        ),
        task(
            2,
            "剪刻",
            items("按图样分块剪刻，边缘整齐", "烫色层次分明"),
            items("图样的分解", "烫色的温度与时间"),
            45,
        ),
        task(
            3,
            "粘贴与装裱",
            items("按次序粘贴，画面平整", "装裱牢固，清理台面"),
            items("粘合剂的种类", "装裱的方法"),
            30,
        ),
    ],
    "requirements": {
        "eligibility": "年满15周岁、具有相应技能的人员均可申报。",
        "examiners": "每个考评组不少于3名考评员。",
        "method_and_time": "现场实际操作，考核时间240分钟。百分制，60分及以上为合格。",
        "venue_and_equipment": None,
        "examiner_minimum": 3,
        "duration_minutes": 240,
        "pass_mark": 60,
    },
}

CLOTH_SHOES: Record = {
    "name": "手工布鞋制作",
    "definition": "手工布鞋制作——运用锥子、针、鞋楦等工具和布料、麻线，在室内操作场所，"
    "进行打袼褙、纳底、"
    "绱鞋，制作布鞋的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "手工布鞋制作",
    "occupation": occupation("6-05-04-01", "制鞋工"),
    "tasks": [
        task(
            1,
            "打袼褙",
            items("布层平整，浆糊均匀", "晾干后按鞋样裁剪"),
            items("浆糊的调制与防霉", "鞋样的画法"),
            20,
            "百分之二十",
        ),
        task(
            2,
            "纳底",
            items("针脚均匀，每平方寸不少于81针", "底面平整，边线整齐"),
            items("麻线的选用", "锥子、针的安全使用"),
            45,
            "百分之四十五",
        ),
        task(
            3,
            "绱鞋与楦鞋",
            items("鞋帮、鞋底对正，绱线紧密", "楦鞋后鞋形端正"),
            items("绱鞋的方法", "鞋楦的尺码"),
            35,
            "百分之三十五",
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组由3名以上考评员组成。",
        "method_and_time": "现场实际操作，完成规定的工序，考核时间为4小时。百分制，"
        "60分及以上为合格。",
        "venue_and_equipment": "明亮的操作间，配备工作台、锥子、针、鞋楦、剪刀等。",
        "examiner_minimum": 3,
        "duration_minutes": 240,
        "pass_mark": 60,
    },
}


def build_leather() -> bytes:
    """Return a draft with everything that the notice calls usual done otherwise."""
    return document(plain.title("皮衣清洗专项职业能力考核规范"), *plain.body(LEATHER), font="宋体")


def build_wheat_straw() -> bytes:
    """Return a draft whose list of equipment is a picture, with a web page in it."""
    return document(
        plain.title("麦秆画专项职业能力考核规范"),
        *plain.body(WHEAT_STRAW),
        paragraph("（四）鉴定场地设备要求"),
        picture("rId9", 3600000, 1200000),
        embedded_page(),
        font="宋体",
        attached={"page.html": _PAGE.encode(), "image.png": _scan(360, 120)},
    )


def build_cloth_shoes() -> bytes:
    """Return a draft with one wrong character in each of four labels."""
    needs = CLOTH_SHOES["requirements"]
    return document(
        plain.title("手工布鞋制作专项职业能力考核规范"),
        plain.heading("一、定意"),
        paragraph(CLOTH_SHOES["definition"]),
        plain.heading("二、适用对像"),
        paragraph(CLOTH_SHOES["applicants"]),
        plain.heading("三、能力标准与鉴定内容"),
        table(
            (1900, 3200, 2700, 1500),
            row(cell("能力名称：手工布鞋制作    职业领城：6-05-04-01制鞋工", span=4)),
            row(*(cell(label) for label in ("工作任务", "操作规范", "相关知识", "考核比量"))),
            *(plain.task_row(each) for each in CLOTH_SHOES["tasks"]),
        ),
        plain.heading("四、鉴定要求"),
        *plain.requirements(needs),
        font="宋体",
    )


def _scan(width: int, height: int) -> bytes:
    """Return a PNG of grey bars that stand for lines of scanned text."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    white = b"\0" + b"\xfa" * width
    written = b"\0" + b"\xfa" * 12 + b"\x60" * (width - 24) + b"\xfa" * 12
    lines = b"".join(written if y % 24 in range(8, 18) else white for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            chunk(b"IDAT", zlib.compress(lines, 9)),
            chunk(b"IEND", b""),
        )
    )
