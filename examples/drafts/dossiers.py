"""Dossiers of a site for 竹篮编织: whole, without its rules, with equipment that is not listed."""

from drafts import bamboo, site_form
from drafts.archive import photograph, zipped, zipped_by_windows
from drafts.site_form import EQUIPMENT, EXAMINERS, MANAGERS, NOTE, TITLE, form, opinion, part, right
from drafts.site_values import (
    EQUIPMENT_COLUMNS,
    EXAMINER_COLUMNS,
    MANAGER_COLUMNS,
    equipment,
    examiners,
    managers,
    printed,
    rooms,
)
from drafts.values import Record
from drafts.word import document, paragraph, picture, text

BAMBOO_SITE: Record = {
    "applicant": "竹溪手工艺培训学校",
    "person_in_charge": "乔惊蛰",
    "telephone": "0631-5550182",
    "address": "威海市示例区竹溪路6号",
    "projects": ["竹篮编织"],
    "staff_total": 11,
    "managers_total": 2,
    "teachers_total": 5,
    "venues": {"owned": rooms(1, 70, 1, 96), "rented": rooms()},
    "equipment": equipment(
        ("竹编作业台", "1500×700mm", 16, "16张", None),
        ("坐凳", None, 32, "32个", None),
        ("篾刀", None, 20, "20把", None),
        ("刮刀、匀刀", "成套", 20, "20套", None),
        ("钢直尺", "500mm", 20, "20把", None),
        ("剪刀", None, 20, "20把", None),
        ("急救箱", None, 2, "2个", None),
    ),
    "managers": managers(
        ("乔惊蛰", "女", 48, "本科", "校长", None, "工艺美术", None),
        ("莫谷雨", "男", 35, "大专", "教务员", "三级", "竹艺", "负责考务"),
    ),
    "examiners": examiners(
        ("莫谷雨", "男", 35, "大专", None, "三级", "竹篮编织", "ZX-KP-01"),
        ("龚芒种", "男", 61, "初中", None, "二级", "竹篮编织", "ZX-KP-02"),
        ("边夏至", "女", 43, "高中", "工艺美术师", "二级", "竹篮编织", "ZX-KP-03"),
    ),
    "opinion": {"text": "情况属实，同意申报。", "signatory": "乔惊蛰", "date": "2024-05-06"},
}
FEWER: Record = {
    **BAMBOO_SITE,
    "equipment": equipment(
        ("竹编操作台", "1500×700mm", 16, "16张", None),
        ("篾刀", None, 20, "20把", None),
        ("剪刀", None, 20, "20把", None),
    ),
}
RULES = (
    "竹溪手工艺培训学校专项职业能力考核考务管理制度",
    "第一条 考核前一天，考务人员应检查场地、设备和工具，并作记录。",
    "第二条 试卷由专人保管，考核开始前不得启封。",
    "第三条 考评员负责按评分标准独立评判，不得与考生有利害关系。",
    "第四条 考核结束后三个工作日内报送成绩和试卷。",
    "第五条 考核档案保存两年，视频档案保存六个月。",
)
SHORT_RULES = (*RULES[:-1], "第五条 考核档案保存两年，视频档案保存三个月。")
"""Rules that keep video recordings for less than Annex 1 asks for."""
_FORM, _SPEC, _RULES = "申请表.docx", "竹篮编织考核规范.docx", "考务管理制度.docx"
_PHOTOGRAPHS = ("照片/操作室.png", "照片/设备工具.png")


def _application(record: Record) -> bytes:
    people = [record["person_in_charge"], record["telephone"], record["address"]]
    counts = [str(record[name]) for name in ("staff_total", "managers_total", "teachers_total")]
    fields = site_form.fields(record["applicant"], *people, "、".join(record["projects"]), *counts)
    return document(
        paragraph(text(TITLE, bold=True, size=18), align="center"),
        form(
            fields,
            site_form.venues(("1", "70"), ("1", "96"), ("  ", ""), ("  ", "")),
            part(
                "与专项职业能力项目相适应的设施设备",
                EQUIPMENT,
                printed(record["equipment"], EQUIPMENT_COLUMNS),
            ),
            part("组织管理\n人员情况", MANAGERS, printed(record["managers"], MANAGER_COLUMNS)),
            part("考评员\n情况", EXAMINERS, printed(record["examiners"], EXAMINER_COLUMNS)),
            opinion(
                "情况属实，同意申报。",
                right("(盖章)"),
                right("负责人(签名)  乔惊蛰"),
                right("2024年5月6日"),
            ),
        ),
        paragraph(NOTE),
        font="宋体",
        size=10.5,
    )


def _rules(rules: tuple[str, ...]) -> bytes:
    title, *articles = rules
    return document(
        paragraph(text(title, bold=True, size=18), align="center"),
        *(paragraph(article, indent=480) for article in articles),
    )


def _album() -> bytes:
    """Return a Word file with a photograph in it."""
    return document(
        paragraph(text("场地设施设备照片", bold=True, size=18), align="center"),
        picture("rId9", 4_000_000, 2_600_000),
        paragraph("操作室", align="center"),
        attached={"image.png": photograph(150)},
    )


# ── what reading each of them gives ──────────────────────────────────────────────────────


def _file(name: str, role: str, reason: str, evidence: str) -> Record:
    use = {"role": role, "certain": True, "reason": reason, "evidence": evidence}
    return {"name": name, "uses": [use], "error": None, "unclaimed": False}


_FORM_FILE = _file(_FORM, "application", "form", BAMBOO_SITE["applicant"])
_SPEC_FILE = _file(_SPEC, "specification", "form", "竹篮编织")
_RULES_FILE = _file(_RULES, "management-rules", "title", RULES[0])
_PICTURE_FILES = [_file(name, "pictures", "picture", "PNG") for name in _PHOTOGRAPHS]


def _stated(video: int, kept: str) -> list[Record]:
    """Return what the rules say of matters that Annex 1 settles, too."""
    said = [
        ("results", 3, "考核结束后三个工作日内报送成绩和试卷"),
        ("files", 24, "考核档案保存两年"),
        ("video", video, kept),
    ]
    return [
        {"file": _RULES, "about": about, "number": number, "text": words}
        for about, number, words in said
    ]


_STATED = _stated(6, "视频档案保存六个月")


def _records(files: list[Record], form: Record, stated: list[Record]) -> list[Record]:
    """Return the dossier and the forms inside it, in the order of their files' names."""
    specification = bamboo.RECORD
    dossier = {
        "files": files,
        "applications": [form],
        "specifications": [specification],
        "stated": stated,
        "left_out": [],
    }
    return [dossier, form, specification]


COMPLETE = _records([*_PICTURE_FILES, _FORM_FILE, _SPEC_FILE, _RULES_FILE], BAMBOO_SITE, _STATED)
WITHOUT_RULES = _records(
    [
        _file("材料/场地.docx", "pictures", "pictures-inside", "场地设施设备照片"),
        {**_FORM_FILE, "name": f"材料/{_FORM}"},
        {**_SPEC_FILE, "name": f"材料/{_SPEC}"},
    ],
    BAMBOO_SITE,
    [],
)
UNLISTED = _records(
    [*_PICTURE_FILES, _FORM_FILE, _SPEC_FILE, _RULES_FILE],
    FEWER,
    _stated(3, "视频档案保存三个月"),
)


def build_complete() -> bytes:
    """Return a dossier that lacks nothing."""
    return zipped(_files(BAMBOO_SITE))


def build_without_rules() -> bytes:
    """Return a dossier packed by Windows: photographs in a Word file, no management rules."""
    return zipped_by_windows(
        {
            f"材料/{_FORM}": _application(BAMBOO_SITE),
            f"材料/{_SPEC}": bamboo.build(),
            "材料/场地.docx": _album(),
        }
    )


def build_unlisted() -> bytes:
    """Return a dossier whose form does not list all that its specification asks for."""
    return zipped(_files(FEWER, SHORT_RULES))


def of_scan(form: bytes, suffix: str, applicant: str) -> bytes:
    """Return a dossier whose form is a scan, with photographs and the rules of its applicant."""
    title = f"{applicant}专项职业能力考核考务管理制度"
    photographs = {name: photograph(90 + 60 * k) for k, name in enumerate(_PHOTOGRAPHS)}
    return zipped({f"申请表{suffix}": form, _RULES: _rules((title, *RULES[1:])), **photographs})


def _files(record: Record, rules: tuple[str, ...] = RULES) -> dict[str, bytes]:
    photographs = {name: photograph(90 + 60 * k) for k, name in enumerate(_PHOTOGRAPHS)}
    return {
        _FORM: _application(record),
        _SPEC: bamboo.build(),
        _RULES: _rules(rules),
        **photographs,
    }
