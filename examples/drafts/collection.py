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

SHOE_REPAIR: Record = {
    "name": "修鞋",
    "definition": "使用修鞋机、锥子、钳子等工具和鞋跟、胶水等材料，在修鞋店内，进行补底、换跟、"
    "缝线、上光，提供鞋类修理服务的能力。",
    "applicants": JOB_SEEKERS,
    "ability_name": "修鞋",
    "occupation": occupation("4-12-04-02", "修鞋工"),
    "tasks": [
        task(
            1,
            "验鞋与清理",
            items("检查破损部位，说明修理方法和费用", "清除旧胶、旧线，不伤鞋面"),
            items("鞋的结构与材料", "胶水的存放与防火"),
            25,
        ),
        task(
            2,
            "补底与换跟",
            items("打磨粘合面，胶层均匀，压合牢固", "新跟高低一致，边缘修平"),
            items("胶粘剂的选用", "打磨机的安全使用"),
            50,
        ),
        task(
            3,
            "缝线与上光",
            items("缝线均匀，线结藏净", "按皮色补色上光"),
            items("线的规格与针距"),
            25,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "每个考评组不少于3人，由熟悉修鞋工艺的考评员组成。",
        "method_and_time": "现场实际操作，修理皮鞋一双，考核时间90分钟。百分制，60分及以上为合格。",
        "venue_and_equipment": "通风良好的室内场地，每人配备修鞋机、打磨机、锥子、钳子各1套。",
        "examiner_minimum": 3,
        "duration_minutes": 90,
        "pass_mark": 60,
    },
}
RECORDS = [CURTAINS, TOFU, SHOE_REPAIR]


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
