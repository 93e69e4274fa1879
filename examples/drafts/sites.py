"""Applications of sites: as printed in the annex, as edited by offices, faulty, questionable."""

from drafts import site_form
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
from drafts.word import cell, document, hidden, paragraph, row, table, text


def _title(words: str = TITLE) -> str:
    return paragraph(text(words, bold=True, size=18), align="center")


def _tables(record: Record) -> tuple[list[str], list[str], list[str]]:
    """Return the rows of the three inner tables, laid out as the annex does."""
    return (
        part(
            "与专项职业能力项目相适应的设施设备",
            EQUIPMENT,
            [*printed(record["equipment"], EQUIPMENT_COLUMNS), [""] * 4],
        ),
        part(
            "组织管理\n人员情况",
            MANAGERS,
            [*printed(record["managers"], MANAGER_COLUMNS), [""] * 8],
        ),
        part(
            "考评员\n情况", EXAMINERS, [*printed(record["examiners"], EXAMINER_COLUMNS), [""] * 8]
        ),
    )


# ── 21: nothing is wrong, as the annex prints it ─────────────────────────────────────────

PASTRY: Record = {
    "applicant": "桃坞面点职业培训学校",
    "person_in_charge": "葛立春",
    "telephone": "0631-5550171",
    "address": "威海市示例区桃坞路12号",
    "projects": ["馒头制作", "饺子制作"],
    "staff_total": 15,
    "managers_total": 2,
    "teachers_total": 9,
    "venues": {"owned": rooms(2, 160, 3, 240.5), "rented": rooms()},
    "equipment": equipment(
        ("和面机", "HS-30", 6, "6台", None),
        ("压面机", "YM-25", 4, "4台", None),
        ("木案板", "1200×600mm", 20, "20块", "每工位一块"),
    ),
    "managers": managers(
        ("葛立春", "女", 45, "本科", "校长", "一级", "教育管理", None),
        ("范雨水", "男", 38, "大专", "教务主任", None, "烹饪", "负责考务"),
    ),
    "examiners": examiners(
        ("史春分", "男", 47, "大专", "讲师", "中式面点师（一级）", "馒头制作", "TW-001"),
        ("贺立夏", "女", 39, "大专", "讲师", "中式面点师（二级）", "馒头制作", "TW-002"),
        ("方夏至", "男", 55, "高中", None, "中式面点师（一级）", "馒头制作、饺子制作", "TW-003"),
        ("柳小暑", "女", 33, "本科", "助教", "中式面点师（二级）", "饺子制作", "TW-004"),
        ("倪处暑", "女", 42, "大专", "讲师", "中式面点师（二级）", "饺子制作", "TW-005"),
    ),
    "opinion": {"text": "情况属实，同意申报。", "signatory": "葛立春", "date": "2024-04-08"},
}


def build_pastry() -> bytes:
    """Return the form as the annex prints it."""
    return document(
        _title(),
        form(
            site_form.fields(
                "桃坞面点职业培训学校",
                "葛立春",
                "0631-5550171",
                "威海市示例区桃坞路12号",
                "馒头制作、饺子制作",
                *("15", "2", "9"),
            ),
            site_form.venues(("2", "160"), ("3", "240.5"), ("  ", ""), ("  ", "")),
            *_tables(PASTRY),
            opinion(
                "情况属实，同意申报。",
                right("(盖章)"),
                right("负责人(签名)  葛立春"),
                right("2024 年 4 月 8 日"),
            ),
        ),
        paragraph(NOTE),
        font="宋体",
        size=10.5,
    )


# ── 22: nothing is wrong, in an office's own edit ────────────────────────────────────────

NETS: Record = {
    "applicant": "青礁渔具有限公司",
    "person_in_charge": "卫白露",
    "telephone": "138 0000 0000",
    "address": "威海市示例区青礁路3号 二车间",
    "projects": ["渔网修补", "钓竿装配"],
    "staff_total": 26,
    "managers_total": 2,
    "teachers_total": 4,
    "venues": {"owned": rooms(1, 60, 2, 310), "rented": rooms(1, 45)},
    "equipment": equipment(
        ("织网架", "2米", 12, "12套", None),
        ("装配台", None, 8, "8", "自制"),
    ),
    "managers": managers(
        ("卫白露", "女", 51, "大专", "总经理", None, "企业管理", None),
        ("喻霜降", "男", 36, "本科", "培训部负责人", "二级", "水产养殖", None),
    ),
    "examiners": examiners(
        ("喻霜降", "男", 36, "本科", "工程师", "二级", "渔网修补", "QJ2021-11"),
        ("苗大雪", "男", 58, "初中", None, "三级", "渔网修补", "QJ2021-12"),
        ("花冬至", "女", 44, "中专", "技术员", "三级", "渔网修补", "QJ2021-13"),
        ("任小寒", "男", 40, "大专", "工程师", "二级", "钓竿装配工", "QJ2021-14"),
        ("袁大寒", "女", 37, "大专", None, "三级", "钓竿装配", "QJ2021-15"),
        ("柏雨水", "男", 49, "高中", "技术员", "二级", "钓竿装配", "QJ2021-16"),
    ),
    "opinion": {"text": "同意申请设立考点。", "signatory": "卫白露", "date": "2021-11-02"},
}


def build_nets() -> bytes:
    """Return an office's edit: spaced labels, three tables, examiners that run over a page."""
    people = printed(NETS["examiners"], EXAMINER_COLUMNS)
    spaced = [[_spaced(each[0]), each[1], f"{each[2]}岁", *each[3:]] for each in people]
    return document(
        _title("山东省专项职业能力\n考点设立申请表"),
        table(
            (1700, 2500, 1700, 3400),
            row(cell("申 请 单 位"), cell("青礁渔具有限公司", span=3)),
            row(cell("负　责　人"), cell("卫 白 露"), cell("联系\n电话"), cell("138 0000 0000")),
            row(cell("考 点\n地 址"), cell("威海市示例区青礁路3号 二车间", span=3)),
            row(cell("专项职业能力\n考核项目"), cell("1.渔网修补", "2.钓竿装配", span=3)),
            row(
                cell("从事考核职工总数"),
                cell("管理人员数", span=2),
                cell("专职教师数"),
            ),
            row(cell("26人"), cell("2人", span=2), cell("4人")),
            row(
                cell("考核\n场地", merge="restart"),
                cell("自有：（1）个教室，面积60平方米；（2）个操作室，面积310平方米", span=3),
            ),
            row(
                cell("", merge="continue"),
                cell("租用：（一）个教室，面积45㎡；（  ）个操作室，面积    ㎡", span=3),
            ),
        ),
        paragraph(""),
        table(
            site_form.WIDTHS,
            *part(
                "设施设备",
                ("设备名称", "规格型号", "数量", "备 注"),
                printed(NETS["equipment"], EQUIPMENT_COLUMNS),
            ),
            *part("管理人员情况", MANAGERS, printed(NETS["managers"], MANAGER_COLUMNS)),
            *part("考\n评\n员\n情\n况", EXAMINERS, spaced[:4]),
        ),
        paragraph(""),
        table(
            site_form.WIDTHS,
            *part("考\n评\n员\n情\n况", EXAMINERS, spaced[4:], headed=False),
            *opinion(
                "同意申请设立考点。",
                right("（单位公章）"),
                right("负责人签字：卫白露　　二〇二一年十一月二日"),
            ),
        ),
        font="仿宋",
    )


def _spaced(name: str) -> str:
    """Return a name spread over the width of its cell."""
    return " ".join(name)


# ── 23: whatever can be wrong with what is written ───────────────────────────────────────

FAULTS: Record = {
    "applicant": "石榴园家政服务部",
    "person_in_charge": None,
    "telephone": "1380000000",
    "address": "威海市示例区石榴路7号",
    "projects": ["家居保洁", "育婴员"],
    "staff_total": 9,
    "managers_total": 3,
    "teachers_total": 11,
    "venues": {"owned": rooms(1, None, None, 40), "rented": rooms()},
    "equipment": equipment(
        ("吸尘器", "XC-1", 5, "5台", None),
        ("擦窗工具", None, None, None, "套装"),
        ("婴儿模型", None, None, "若干", None),
    ),
    "managers": managers(
        ("雷惊蛰", "男", 340, "大专", "店长", None, None, None),
        ("倪清明", "女", 29, "高中", None, None, None, None),
    ),
    "examiners": examiners(
        ("昌谷雨", "女", 45, "大专", None, "家政服务员（二级）", "家居保洁", "SL-01"),
        ("昌谷雨", "女", 45, "大专", None, "家政服务员（二级）", "家居保洁", "SL-01"),
        ("马小满", "女", 38, "高中", None, None, "家居保洁", "SL-02"),
        ("苗芒种", "女", 41, "大专", None, "育婴员（三级）", "育婴员", "SL-03"),
        ("凤夏至", "男", 36, "中专", None, "焊工（三级）", "焊工", "SL-04"),
    ),
    "opinion": {"text": "同意。", "signatory": None, "date": None},
}


def build_faults() -> bytes:
    """Return the annex's form with one fault of almost every rule."""
    return document(
        _title(),
        form(
            site_form.fields(
                "石榴园家政服务部",
                "",
                "1380000000",
                "威海市示例区石榴路7号",
                "家居保洁、育婴员",
                *("9", "3", "11"),
            ),
            site_form.venues(("1", ""), (" ", "40"), ("  ", ""), ("  ", "")),
            *_tables(FAULTS),
            opinion(
                "同意。", right("(盖章)"), right("负责人(签名)"), right("      年    月    日")
            ),
        ),
        paragraph(NOTE),
        font="宋体",
        size=10.5,
    )


# ── 24: parts left empty ─────────────────────────────────────────────────────────────────

GAPS: Record = {
    "applicant": "松涧茶厂",
    "person_in_charge": "鲍立秋",
    "telephone": "0631-5550182",
    "address": None,
    "projects": ["绿茶炒制"],
    "staff_total": 6,
    "managers_total": 0,
    "teachers_total": 2,
    "venues": {"owned": rooms(), "rented": rooms()},
    "equipment": [],
    "managers": [],
    "examiners": [],
    "opinion": {"text": None, "signatory": "鲍立秋", "date": "2024-06-18"},
}


def build_gaps() -> bytes:
    """Return a form whose tables and venue were left empty."""
    return document(
        _title(),
        form(
            site_form.fields(
                "松涧茶厂", "鲍立秋", "0631-5550182", "", "绿茶炒制", *("6", "0", "2")
            ),
            site_form.venues(*[("    ", "")] * 4),
            *_tables(GAPS),
            opinion("", right("(盖章)"), right("负责人(签名)  鲍立秋"), right("2024.6.18")),
        ),
        paragraph(NOTE),
        font="宋体",
        size=10.5,
    )


# ── 25: what only a person can tell ──────────────────────────────────────────────────────

QUESTIONS: Record = {
    "applicant": "云汐烘焙培训中心",
    "person_in_charge": "薛寒露",
    "telephone": "0631-5550193",
    "address": "威海市示例区云汐路20号",
    "projects": ["面包烘焙"],
    "staff_total": 8,
    "managers_total": 1,
    "teachers_total": 5,
    "venues": {"owned": rooms(), "rented": rooms(1, 50, 2, 130)},
    "equipment": equipment(
        ("烤箱", "KX-3", 4, "4台", None),
        ("面包模具", None, None, "一批", None),
    ),
    "managers": managers(("薛寒露", "女", 43, "本科", "主任", None, "食品科学", None)),
    "examiners": examiners(
        ("岑霜降", "男", 46, "大专", "讲师", "西式面点师（一级）", "面包烘焙", "YX-1"),
        ("薛立冬", "女", 35, "大专", None, "西式面点师（二级）", "专项职业能力", "YX-2"),
        ("雷小雪", "女", 31, "本科", None, "西式面点师（二级）", "西式面包师", "YX-3"),
        ("岑霜降", "男", 46, "大专", "讲师", "西式面点师（一级）", "面包烘焙", "YX-9"),
        ("贝大雪", "男", 52, "中专", None, "电工（三级）", "电气安装", "YX-5"),
    ),
    "opinion": {"text": "同意申报。", "signatory": "薛寒露", "date": "2024-09-30"},
}


def build_questions() -> bytes:
    """Return a form with a misprinted label, hidden text and people whose trade is in question."""
    head = site_form.fields(
        "云汐烘焙培训中心",
        "薛寒露",
        "0631-5550193",
        "威海市示例区云汐路20号",
        "面包烘焙",
        *("8", "1", "5"),
    )
    head[2] = row(
        cell("考点地扯"),
        cell(paragraph("威海市示例区云汐路20号", hidden("（原云汐路18号）")), span=8),
    )
    return document(
        _title(),
        form(
            head,
            site_form.venues(("  ", ""), ("  ", ""), ("1", "50"), ("2", "130")),
            *_tables(QUESTIONS),
            opinion(
                "同意申报。",
                right("(盖章)"),
                right("负责人(签名)：薛寒露"),
                right("2024年9月30日"),
            ),
        ),
        paragraph(NOTE),
        font="宋体",
        size=10.5,
    )
