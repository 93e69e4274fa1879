"""What the parts of a 考核规范 are called in the forms that offices file (附件2, and as met)."""

from itertools import product
from typing import Literal, NamedTuple

from specvalidator.extract.labels import FoundLabel, Labels
from specvalidator.models.specification import Column

Part = Literal[
    "name",
    "definition",
    "applicants",
    "content",
    "requirements",
    "eligibility",
    "examiners",
    "method_and_time",
    "venue_and_equipment",
]
"""A part of the form that begins with a heading."""

REQUIREMENTS: tuple[Part, ...] = (
    "eligibility",
    "examiners",
    "method_and_time",
    "venue_and_equipment",
)
TOP: tuple[Part, ...] = ("definition", "applicants", "content", "requirements")
"""Parts that stand under no other."""
PATHS: dict[Part, str] = {
    "name": "/name",
    "definition": "/definition",
    "applicants": "/applicants",
    "content": "/tasks",
    "requirements": "/requirements",
    "eligibility": "/requirements/eligibility",
    "examiners": "/requirements/examiners",
    "method_and_time": "/requirements/method_and_time",
    "venue_and_equipment": "/requirements/venue_and_equipment",
}
"""Where in the record the text of a part goes."""


class HeadingSign(NamedTuple):
    """What a heading says about the text below it."""

    part: Part
    partial: bool = False
    """It names only a half (考核时间) or a further point (合格标准): the text keeps the label."""
    weak: bool = False
    """An everyday word: a heading only with a number before it."""
    below: Part | None = None
    """What it names instead where the requirements have begun."""


_ALIKE = {
    "考试": "考核",
    "评价": "考核",
    "测评": "考核",
    "场所": "场地",
    "设备设施": "设施设备",
    "方法": "方式",
    "形式": "方式",
    "时长": "时间",
    "人员": "员",
    "环境": "场地",
    "办法": "方式",
    "手段": "方式",
    "评委": "考评员",
    "考官": "考评员",
    "仪器设备": "设施设备",
    "设备仪器": "设施设备",
}
"""Words used for each other; the labels below have only the second of each pair."""
_KINDS = ("鉴定", "考核", "考核鉴定", "鉴定考核")


def _joined(*parts: tuple[str, ...]) -> set[str]:
    """Return every word that takes one piece of each part."""
    return {"".join(pieces) for pieces in product(*parts)}


_CONTENT = {
    *_joined(("", "职业", "专项职业", "专项"), ("能力标准",), ("", "内容", "要求")),
    *_joined(("", "职业", "专项职业", "专项"), ("能力标准与",), _KINDS, ("内容",)),
    *_joined(_KINDS, ("内容",), ("", "与要求", "与标准", "与比重", "与能力标准")),
    *_joined(_KINDS, ("标准与",), _KINDS[:2], ("内容",)),
    "能力要求",
}
_REQUIREMENTS = {*_joined(_KINDS, ("要求", "相关要求")), "考核实施要求"}
_ELIGIBILITY = {
    *_joined(
        ("申报", "申请", "报名", "报考", "申报人员", "申报人", "申报者", "申请人"),
        ("条件", "资格", "要求"),
    ),
    *_joined(_KINDS, ("申报条件",)),
}
_EXAMINERS = _joined(
    ("考评员", "考评组", "考评小组", "考评员数量"),
    ("构成", "组成", "配备", "配置", "要求", "条件", "构成要求", "组成要求", "数量"),
)
_METHOD_AND_TIME = {
    *_joined(("", "鉴定", "考核", "考核鉴定"), ("方式与",), ("", "鉴定", "考核"), ("时间",)),
    *_joined(("鉴定", "考核"), ("时间与",), ("", "鉴定", "考核"), ("方式",)),
}
_PLACES = ("场地",)
_EQUIPMENT = ("设备", "设施", "设施设备", "工具设备", "设备工具", "设备器材")
_VENUE = _joined(("", "鉴定", "考核", "鉴定所需"), _PLACES, _EQUIPMENT, ("", "要求", "条件"))
_SYNONYMS: dict[Part, set[str]] = {
    "definition": {
        *_joined(
            ("能力", "职业", "项目", "专项能力", "专项职业能力"),
            ("描述", "概述", "说明", "简介", "界定", "定义描述", "含义", "内涵"),
        ),
        *_joined(("", "基本"), ("定义", "概念", "含义"), ("", "描述", "说明", "界定", "概述")),
    },
    "applicants": {
        "适用群体",
        "面向对象",
        "面向人群",
        "适用者",
        "服务对象",
    },
    "content": {
        *_joined(_KINDS, ("大纲", "要素", "要点", "细目", "内容细目", "细目表", "项目与内容")),
        "能力模块",
    },
    "requirements": {
        *_joined(_KINDS, ("实施", "实施要求", "组织", "组织要求", "规定")),
        "实施要求",
        "考评要求",
    },
    "eligibility": _joined(
        (
            *("申报对象", "考生", "考生报名", "报考人员", "报考者", "报名人员", "申报者", "准入"),
            *("参加考核", "参加", "参加人员", "参考", "参考人员", "参考者"),
        ),
        ("条件", "资格", "要求"),
    ),
    "examiners": _joined(
        *(
            ("考评员", "考评组", "考评小组", "考评队伍", "考评专家", "考评团队", "专家组"),
            ("构成", "组成", "配备", "配置", "要求", "条件", "数量", "人数", "安排", "结构"),
            ("", "要求", "标准", "构成", "组成"),
        )
    ),
    "venue_and_equipment": _joined(
        ("", "鉴定", "考核", "鉴定所需", "考核所需"),
        _PLACES,
        (
            *_EQUIPMENT,
            *("器材", "工具", "器具", "设备材料", "设施工具", "设施器材", "设备用品", "工具材料"),
        ),
        ("", "要求", "条件", "配置", "配备", "标准", "配置要求"),
    ),
}
"""Headings in other words, which must be written exactly: a slip makes them another word."""
_PARTIAL: dict[str, Part] = {
    **dict.fromkeys(_joined(_KINDS, ("方式", "时间")), "method_and_time"),
    **dict.fromkeys(
        (
            "合格标准",
            "合格分数",
            "成绩评定",
            "成绩计算",
            "成绩评定标准",
            "成绩构成",
            "考核成绩",
            "评分方式",
            "计分方式",
            "考核评分",
            "评定标准",
        ),
        "method_and_time",
    ),
    **dict.fromkeys(
        {
            *_joined(("", *_KINDS), (*_PLACES, *_EQUIPMENT), ("要求", "条件")),
            *_joined(_KINDS, (*_PLACES, *_EQUIPMENT)),
        },
        "venue_and_equipment",
    ),
    **dict.fromkeys(_joined(("", "监考人员、"), ("考评员与考生配比", "考评员配比")), "examiners"),
}
_WEAK: dict[str, Part] = {
    "考评员": "examiners",
    "场地设备": "venue_and_equipment",
    "设施设备": "venue_and_equipment",
}

SECTIONS: Labels[HeadingSign] = Labels(
    {
        **dict.fromkeys(
            (
                "职业定义",
                "能力定义",
                "专项职业能力定义",
                "专项能力定义",
                "职业能力定义",
                "项目定义",
            ),
            HeadingSign("definition"),
        ),
        **dict.fromkeys(
            (
                "适用对象",
                "适用人群",
                "适用范围",
                "适用人员",
                "适用对象范围",
            ),
            HeadingSign("applicants"),
        ),
        **dict.fromkeys(
            _joined(("考核", "鉴定", "申报", "报考", "报名", "参加"), ("对象",)),
            HeadingSign("applicants", below="eligibility"),
        ),
        **dict.fromkeys(_CONTENT, HeadingSign("content")),
        **dict.fromkeys(_REQUIREMENTS, HeadingSign("requirements")),
        **dict.fromkeys(_ELIGIBILITY, HeadingSign("eligibility")),
        **dict.fromkeys(_EXAMINERS, HeadingSign("examiners")),
        **dict.fromkeys(_METHOD_AND_TIME, HeadingSign("method_and_time")),
        **dict.fromkeys(_VENUE - set(_WEAK), HeadingSign("venue_and_equipment")),
    },
    exact={
        **{
            name: HeadingSign(part)
            for part, names in _SYNONYMS.items()
            for name in names - set(_WEAK) - set(_PARTIAL)
        },
        "定义": HeadingSign("definition"),
        **dict.fromkeys(("名称", "项目名称", "考核项目名称"), HeadingSign("name")),
        **{name: HeadingSign(part, partial=True) for name, part in _PARTIAL.items()},
        **{name: HeadingSign(part, weak=True) for name, part in _WEAK.items()},
    },
    alike=_ALIKE,
)
"""Headings of the form's parts."""

_KEYWORDS: tuple[tuple[Part, tuple[str, ...]], ...] = (
    ("eligibility", ("申报", "报名", "报考")),
    ("examiners", ("考评", "评委")),
    ("method_and_time", ("方式", "形式", "时间", "时长", "合格", "成绩", "评分")),
    ("venue_and_equipment", ("场地", "场所", "设备", "设施")),
    ("applicants", ("对象", "人群")),
    ("definition", ("定义",)),
    ("content", ("内容",)),
)


def part_spoken_of(heading: str) -> Part | None:
    """Return the part that an unknown heading is about, where its words leave no choice."""
    parts = [part for part, words in _KEYWORDS if any(word in heading for word in words)]
    return parts[0] if len(parts) == 1 else None


MATTERS_OF_ITS_OWN = (
    *(
        "前言",
        "引言",
        "目录",
        "目的",
        "依据",
        "原则",
        "附则",
        "附录",
        "附件",
        "附表",
        "说明",
        "其他",
        "其它",
    ),
    *(
        "参考",
        "编制",
        "编写",
        "起草",
        "修订",
        "实施日期",
        "发布",
        "解释",
        "评分标准",
        "评分表",
        "流程",
        "纪律",
    ),
    *(
        "收费",
        "证书",
        "培训",
        "教材",
        "职责",
        "监督",
        "纠纷",
        "申诉",
        "补考",
        "术语",
        "缩略",
        "规范性引用",
        "注意",
    ),
)
"""Words of headings that stand for no part of the form, in whatever words."""

HeadField = Literal["ability_name", "occupation"]
"""A field of the content table's head."""

HEAD: Labels[HeadField] = Labels(
    {
        **dict.fromkeys(
            (
                *("能力名称", "职业名称", "专项职业能力名称", "专项能力名称", "职业能力名称"),
                *("考核项目名称", "项目名称", "技能名称", "能力项目", "专项名称", "考核项目"),
            ),
            "ability_name",
        ),
        **dict.fromkeys(
            (
                *("职业领域", "所属职业", "所属职业领域", "对应职业", "职业领域名称", "所属领域"),
                *("职业", "职业类别", "职业分类", "职业细类", "对应工种", "所属工种", "职业工种"),
                *("职业名称及编码", "职业编码及名称", "相关职业", "对应职业领域", "对应的职业"),
            ),
            "occupation",
        ),
    }
)
"""能力名称 and 职业领域."""

COLUMN_HEADINGS: dict[Column, str] = {
    "task": "工作任务",
    "operations": "操作规范",
    "knowledge": "相关知识",
    "weight": "考核比重",
}
"""The columns of the form from left to right, and what it calls them."""

ColumnSign = Column | Literal["number"]
"""A column of the form, or one that only counts."""

COLUMNS: Labels[ColumnSign] = Labels(
    {
        **dict.fromkeys(
            (
                *("工作任务", "考核任务", "鉴定任务", "任务名称", "工作任务名称"),
                *(
                    "典型工作任务",
                    "主要工作任务",
                    "职业任务",
                    "职业工作任务",
                    "职业功能",
                    "岗位任务",
                ),
                *("作业任务", "工作步骤", "工作环节", "作业项目", "主要任务"),
            ),
            "task",
        ),
        **dict.fromkeys(
            (
                "操作规范",
                "操作要求",
                "操作标准",
                "操作规程",
                "技能要求",
                "操作技能",
                "操作规范要求",
                "技能标准",
                "技能操作规范",
                "能力要求",
                *("操作步骤", "操作要点", "操作内容", "操作步骤要求", "操作规范标准", "操作流程"),
                *("操作方法", "技能点", "技能要点", "作业规范", "作业标准", "作业要求", "工作标准"),
                *(
                    "工作规范",
                    "技术要求",
                    "质量要求",
                    "技能操作要求",
                    "操作技能要求",
                    "操作规范要点",
                ),
            ),
            "operations",
        ),
        **dict.fromkeys(
            (
                *("相关知识", "相关知识要求", "知识要求", "理论知识", "相关理论知识", "必备知识"),
                *(
                    "知识点",
                    "知识要点",
                    "相关知识点",
                    "应知内容",
                    "应知知识",
                    "专业知识",
                    "知识内容",
                ),
                *(
                    "支撑知识",
                    "理论知识要求",
                    "理论要点",
                    "相关专业知识",
                    "基础知识",
                    "应掌握知识",
                    "所需知识",
                ),
            ),
            "knowledge",
        ),
        **dict.fromkeys(
            (
                "考核比重",
                "鉴定比重",
                "考核比例",
                "鉴定比例",
                "考核权重",
                "所占比重",
                "考核占比",
                "比重分值",
                "考试比重",
                "所占比例",
                "考核分值",
                *(
                    "配分比例",
                    "配分比重",
                    "分值比例",
                    "分值占比",
                    "分值比重",
                    "权重比例",
                    "考核配分",
                ),
                *(
                    "鉴定权重",
                    "鉴定占比",
                    "权重占比",
                    "所占权重",
                    "所占分值",
                    "占分比例",
                    "评分比重",
                ),
                *(
                    "评分权重",
                    "评分比例",
                    "得分比例",
                    "分数比例",
                    "成绩占比",
                    "成绩比例",
                    "配分权重",
                ),
            ),
            "weight",
        ),
    },
    exact={
        **dict.fromkeys(("比重", "比例", "权重", "占比", "分值", "配分", "百分比"), "weight"),
        **dict.fromkeys(("知识", "应知"), "knowledge"),
        **dict.fromkeys(("序号", "编号", "单元", "模块"), "number"),
    },
)
"""Headings of the content table's columns."""


def column_of(heading: str) -> FoundLabel[ColumnSign] | None:
    """Return the column that a heading names, its unit (%) left out; None if none."""
    has_sign = any(sign in heading for sign in "%％﹪")
    slips = heading not in TASK_COLUMN_ALIASES
    return COLUMNS.find(heading.rstrip("%％﹪（）()") if has_sign else heading, slips=slips)


TASK_COLUMN_ALIASES = frozenset(
    (
        "工作内容",
        "考核内容",
        "鉴定内容",
        "工作项目",
        "考核项目",
        "鉴定项目",
        "任务",
        "工作单元",
        "任务模块",
        "项目",
        "单元",
        "模块",
    )
)
"""What the first column may be called where no other is 工作任务."""
