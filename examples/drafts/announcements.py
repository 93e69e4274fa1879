"""Two announcements of assessments: one with headings and a table, one in plain sentences."""

from drafts.plain import heading, title
from drafts.values import Record
from drafts.word import cell, document, paragraph, row, table

PROJECTS = (
    ("1", "苹果树修剪", "3月22日", "60"),
    ("2", "拉面制作", "4月12日", "90"),
    ("3", "剪纸", "5月17日", "120"),
)
COLUMNS = ("序号", "项目名称", "考核时间", "考核时长（分钟）")
RULES = "各项目按照在市人力资源和社会保障局官网公布的同名专项职业能力考核规范组织命题和评判。"
CONDITIONS = "凡达到法定劳动年龄、具有相应技能的劳动者，均可申报。"
REGISTRATION = (
    "每场考核前20日截止报名，名额满即止。",
    "个人登录山东省专项职业能力考核系统填报；单位集体报名的，到市民中心2楼5号窗口办理。",
)
METHOD = "各项目均采用现场实际操作的方式，实行百分制，60分以上（含60分）为合格。"
FEES = "按照省定标准收取，符合补贴条件的按规定给予补贴。"
CONTACT = "潮汐市人力资源公共服务中心，0631-5550136。"
SIGNED = ("潮汐市人力资源公共服务中心", "2025年1月8日")

_HEADED = {
    "title": "潮汐市2025年度专项职业能力考核公告",
    "projects": "\n".join(["\t".join(COLUMNS), *("\t".join(each) for each in PROJECTS), RULES]),
    "specifications": "\n".join(
        ["\t".join(COLUMNS), *("\t".join(each) for each in PROJECTS), RULES]
    ),
    "schedule": "\n".join([*(day for _, _, day, _ in PROJECTS), "报名时间和方式", *REGISTRATION]),
    "eligibility": CONDITIONS,
    "registration": "\n".join(REGISTRATION),
    "method": METHOD,
    "other": f"收费标准\n{FEES}\n联系方式：{CONTACT}",
}

OPENING = "根据上级文件精神，现将我市2025年专项职业能力考核有关事项通知如下："
WHAT = "今年的考核项目为面塑制作、草莓栽培、网店客服，面向农村转移就业劳动者和下岗失业人员。"
WHERE = "请于3月14日前携带身份证到潮汐市市民中心2楼报名。"
WHEN = "考核时间另行通知。"
WHOM = "咨询电话：0631-5550136。"
_PLAIN = {
    "title": "关于组织开展2025年专项职业能力考核的通知",
    "projects": WHAT,
    "specifications": None,
    "schedule": WHEN,
    "eligibility": WHAT,
    "registration": WHERE,
    "method": None,
    "other": WHOM,
}

HEADED: list[Record] = [_HEADED]
PLAIN: list[Record] = [_PLAIN]


def build_headed() -> bytes:
    """Return the announcement with headings, one of which names two items, and a table."""
    return document(
        title(str(_HEADED["title"])),
        paragraph("为做好今年的专项职业能力考核工作，现将有关事项公告如下：", indent=480),
        heading("一、考核项目及规范"),
        table(
            (900, 3400, 2400, 2400),
            row(*(cell(label, align="center") for label in COLUMNS), repeated=True),
            *(row(*(cell(value, align="center") for value in each)) for each in PROJECTS),
        ),
        paragraph(RULES, indent=480),
        heading("二、申报条件"),
        paragraph(CONDITIONS, indent=480),
        heading("三、报名时间和方式"),
        *(paragraph(line, indent=480) for line in REGISTRATION),
        heading("四、考核方式"),
        paragraph(METHOD, indent=480),
        heading("五、收费标准"),
        paragraph(FEES, indent=480),
        paragraph(f"六、联系方式：{CONTACT}", indent=480),
        *(paragraph(line, align="right") for line in SIGNED),
    )


def build_plain() -> bytes:
    """Return the announcement that has no headings, lacks two items and puts off a third."""
    return document(
        title(str(_PLAIN["title"])),
        paragraph("各区市人力资源公共服务机构："),
        *(paragraph(line, indent=480) for line in (OPENING, WHAT + WHERE, WHEN, WHOM)),
        *(paragraph(line, align="right") for line in SIGNED),
    )
