"""What the parts of the application form are called (附件3, and as offices edit it)."""

import re
from typing import Literal

from specvalidator.extract.labels import Labels

Field = Literal[
    "applicant",
    "person_in_charge",
    "telephone",
    "address",
    "projects",
    "staff_total",
    "managers_total",
    "teachers_total",
]
"""A single value of the form; the names are those of the record."""

Section = Literal["venues", "equipment", "managers", "examiners", "opinion"]
"""A part of the form with a label at its side or above it."""

Rows = Literal["equipment", "managers", "examiners"]
"""A part of the form that is a table of its own."""

Head = Literal[
    "thing",
    "model",
    "quantity",
    "note",
    "name",
    "sex",
    "age",
    "education",
    "position",
    "title",
    "qualification",
    "major",
    "trade",
    "certificate_number",
]
"""The heading of a column, by what stands below it."""

TITLE = re.compile(r"考点(?:设立|设置|申报)?申请表|考点设立(?:审批|登记|申报)表")
"""The form's title, without white space."""

FIELDS: Labels[Field] = Labels(
    {
        **dict.fromkeys(
            ("申请单位", "申报单位", "申请单位名称", "申报单位名称", "单位名称"), "applicant"
        ),
        **dict.fromkeys(("单位负责人", "法定代表人", "法人代表"), "person_in_charge"),
        **dict.fromkeys(("联系电话", "联系方式", "联系人电话"), "telephone"),
        **dict.fromkeys(("考点地址", "单位地址", "考核地址", "考点详细地址"), "address"),
        **dict.fromkeys(
            (
                "专项职业能力考核项目",
                "专项职业能力项目",
                "专项能力考核项目",
                "申请考核项目",
                "申报考核项目",
                "拟开展考核项目",
                "考核项目",
            ),
            "projects",
        ),
        **dict.fromkeys(
            (
                "从事考核职工总数",
                "从事考核职工人数",
                "从事考核工作职工总数",
                "考核职工总数",
                "职工总数",
            ),
            "staff_total",
        ),
        **dict.fromkeys(("管理人员数", "管理人员人数", "管理人员总数"), "managers_total"),
        **dict.fromkeys(("专职教师数", "专职教师人数", "专任教师数"), "teachers_total"),
    },
    exact={
        "负责人": "person_in_charge",
        "电话": "telephone",
        "手机": "telephone",
        "地址": "address",
        "教师数": "teachers_total",
    },
)
"""Labels of single values."""

SECTIONS: Labels[Section] = Labels(
    {
        **dict.fromkeys(("考核场地", "考核场所", "考核场地情况"), "venues"),
        **dict.fromkeys(
            (
                "与专项职业能力项目相适应的设施设备",
                "与专项职业能力项目相适应的设备设施",
                "与考核项目相适应的设施设备",
                "设施设备情况",
                "设施设备",
                "设备设施",
            ),
            "equipment",
        ),
        **dict.fromkeys(("组织管理人员情况", "组织管理人员", "管理人员情况"), "managers"),
        **dict.fromkeys(("考评员情况", "考评人员情况", "考评员队伍情况"), "examiners"),
        **dict.fromkeys(
            ("申报单位意见", "申请单位意见", "申报单位申请意见", "单位意见"), "opinion"
        ),
    },
    exact={"考评员": "examiners", "考评人员": "examiners"},
)
"""Labels at the side of a part, or above it."""

HEADS: Labels[Head] = Labels(
    {
        **dict.fromkeys(("设备名称", "设施设备名称", "设备设施名称"), "thing"),
        **dict.fromkeys(("型号规格", "规格型号", "型号及规格"), "model"),
        "文化程度": "education",
        **dict.fromkeys(("职务职称", "职务或职称", "职务/职称"), "position"),
        **dict.fromkeys(
            ("职业资格证书", "职业资格", "职业资格等级", "职业资格证书等级", "职业技能等级证书"),
            "qualification",
        ),
        "所学专业": "major",
        **dict.fromkeys(("考评工种", "考评职业", "考评项目", "考评职业工种"), "trade"),
        **dict.fromkeys(
            (
                "考评员证书号",
                "考评员证书编号",
                "考评员证号",
                "考评员证书号码",
                "考评员证件号",
                "考评证书号",
                "证书编号",
            ),
            "certificate_number",
        ),
    },
    exact={
        "名称": "thing",
        "型号": "model",
        "规格": "model",
        "数量": "quantity",
        "备注": "note",
        "姓名": "name",
        "性别": "sex",
        "年龄": "age",
        "学历": "education",
        "职务": "position",
        "职称": "title",
        "专业": "major",
        "工种": "trade",
        "证书号": "certificate_number",
    },
)
"""Headings of the columns of all three tables."""

COLUMNS: dict[Rows, dict[Head, str]] = {
    "equipment": {"thing": "name", "model": "model", "quantity": "quantity", "note": "note"},
    "managers": {
        "name": "name",
        "sex": "sex",
        "age": "age",
        "education": "education",
        "position": "position",
        "title": "position",
        "qualification": "qualification",
        "major": "major",
        "note": "note",
    },
    "examiners": {
        "name": "name",
        "sex": "sex",
        "age": "age",
        "education": "education",
        "title": "title",
        "position": "title",
        "qualification": "qualification",
        "trade": "trade",
        "certificate_number": "certificate_number",
    },
}
"""Which heading stands over which field of a row."""
