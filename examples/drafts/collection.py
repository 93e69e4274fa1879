"""Three specifications in one file, as a province publishes them: each is judged by itself."""

from drafts import plain
from drafts.values import ANYONE, JOB_SEEKERS, Record, items, occupation, task
from drafts.word import document, paragraph, text

CURTAINS: Record = {
    "name": "窗帘缝制",
    "definition": "运用平缝机、熨斗、量尺等工具设备和窗帘面料、辅料，在缝制车间或店铺内，"
    "进行量裁、缝合、"
    "熨烫，制作窗帘的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "窗帘缝制",
    "occupation": occupation("6-05-01-03", "缝纫工"),
    "tasks": [
        task(
            1,
            "量窗与裁料",
            items("测量窗宽、窗高，记录准确到厘米", "按褶皱倍数计算用料并裁剪，对花对格"),
            items("窗帘的款式与褶皱倍数", "裁剪工具的安全使用"),
            30,
        ),
        task(
            2,
            "缝合",
            items("卷边宽窄一致，针距均匀", "布带、挂钩位置准确"),
            items("平缝机的使用与调节", "常用线迹及针距"),
            45,
        ),
        task(
            3,
            "熨烫与挂装",
            items("按面料选择熨烫温度，无烫痕", "挂装后左右对称，底边离地一致"),
            items("面料的耐热性能", "用电与防烫伤知识"),
            25,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于3人，由熟悉布艺制作的考评员组成。",
        "method_and_time": "现场实际操作，完成单幅窗帘一件，考核时间120分钟。百分制，"
        "60分及以上为合格。",
        "venue_and_equipment": "明亮的缝制车间，每人配备平缝机、裁剪台、熨斗、量尺、剪刀各1套。",
        "examiner_minimum": 3,
        "duration_minutes": 120,
        "pass_mark": 60,
    },
}

TOFU: Record = {
    "name": "豆腐制作",
    "definition": "运用磨浆机、煮浆锅、压榨箱等设备和大豆、凝固剂等原料，在食品加工间内，进行泡豆、"
    "磨浆、煮浆、点浆、压制，制作豆腐的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "豆腐制作",
    "occupation": occupation("6-01-07-03", "豆制品制作工"),
    "tasks": [
        task(
            1,
            "泡豆与磨浆",
            items("挑净杂质，按季节掌握泡豆时间", "磨浆细腻，豆渣分离干净"),
            items("大豆的品质鉴别", "磨浆机的安全操作"),
            25,
        ),
        task(
            2,
            "煮浆与点浆",
            items("煮沸并保持，消去浮沫，不糊锅", "凝固剂用量准确，豆花凝聚均匀"),
            items("豆浆煮熟的判断", "凝固剂的种类与食品安全要求"),
            40,
        ),
        task(
            3,
            "压制与切块",
            items("包布平整，加压均匀", "切块方正，重量误差不超过10克"),
            items("含水量与压制时间", "成品的冷却与保存"),
            30,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于3人，由熟悉豆制品制作的考评员组成。",
        "method_and_time": "现场实际操作，考核时间180分钟。百分制，60分及以上为合格。",
        "venue_and_equipment": "食品加工间，配备磨浆机、煮浆锅、压榨箱、电子秤、刀具等。",
        "examiner_minimum": 3,
        "duration_minutes": 180,
        "pass_mark": 60,
    },
}

OLD_CLOTHES: Record = {
    "name": "旧衣改制",
    "definition": "使用缝纫机、剪刀、拆线器等工具和旧衣物，在缝制间内，进行拆解、裁剪、拼接，"
    "制作背包、围裙等布制品的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "旧衣改制",
    "occupation": occupation(None, "布艺再造类"),
    "tasks": [
        task(
            1,
            "分拣与拆解",
            items("按面料和洁净程度分拣，消毒后使用", "拆线不伤面料"),
            items("面料的识别", "旧衣消毒与个人卫生"),
            25,
        ),
        task(
            2,
            "裁剪与拼接",
            items("按纸样裁剪，避开破损处", "拼接平整，线头藏净"),
            items("纸样的排布", "缝纫机的安全使用"),
            50,
        ),
        task(
            3,
            "整理与检验",
            items("熨烫定型", "检查缝线牢度和尺寸"),
            items("成品的尺寸要求"),
            25,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于3人，由熟悉布艺制作的考评员组成。",
        "method_and_time": "现场实际操作，完成布袋一件，考核时间150分钟。百分制，"
        "60分及以上为合格。",
        "venue_and_equipment": "明亮的缝制间，每人配备缝纫机、裁剪台、熨斗、拆线器、剪刀各1套。",
        "examiner_minimum": 3,
        "duration_minutes": 150,
        "pass_mark": 60,
    },
}
RECORDS = [CURTAINS, TOFU, OLD_CLOTHES]


def build() -> bytes:
    """Return the collection, with a cover line and a list of what is in it."""
    contents = "\n".join(
        f"{number}. {each['name']}" for number, each in enumerate(RECORDS, start=1)
    )
    blocks = [
        paragraph(text("专项职业能力考核规范汇编", bold=True, size=22), align="center"),
        paragraph(text("目　录", bold=True), align="center"),
        paragraph(contents),
    ]
    for record in RECORDS:
        blocks.append(plain.title(f"{record['name']}专项职业能力考核规范", new_page=True))
        blocks += plain.body(record)
    return document(*blocks, font="宋体")
