"""What the items of a 考核公告 are called (附件1 三（一）, and as met), one or several at once."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from specvalidator.extract.labels import FoundLabel, Labels, folded

Item = Literal[
    "projects",
    "specifications",
    "schedule",
    "eligibility",
    "registration",
    "method",
    "other",
]
"""An item that an announcement gives: a field of the record."""
_Domain = Literal["registration", "assessment"]


class AnnouncementSign(NamedTuple):
    """What a heading says about the text below it."""

    items: tuple[Item, ...]
    """None for a heading that is known and says nothing of an item, such as 考核内容."""
    kept: frozenset[Item] = frozenset()
    """Items whose text keeps the heading: 报名时间 is only a part of 时间安排."""


_DOMAINS: Mapping[str, _Domain] = {
    **dict.fromkeys(("报名", "申报", "报考", "申请"), "registration"),
    **dict.fromkeys(
        (
            "专项职业能力考核",
            "专项能力考核",
            "考核鉴定",
            "考核",
            "考试",
            "鉴定",
            "考评",
            "测试",
            "开考",
        ),
        "assessment",
    ),
}
_ASPECTS: Mapping[str, tuple[Item | None, Item | None]] = {
    **dict.fromkeys(
        ("项目", "工种", "科目", "职业", "项目名称", "项目目录", "项目范围", "项目安排"),
        ("projects", "projects"),
    ),
    "范围": ("eligibility", "projects"),
    **dict.fromkeys(("规范", "标准", "依据", "大纲"), (None, "specifications")),
    **dict.fromkeys(
        (
            "时间",
            "日期",
            "时间安排",
            "日期安排",
            "日程",
            "日程安排",
            "计划",
            "进度",
            "批次",
            "期限",
        ),
        ("schedule", "schedule"),
    ),
    "安排": ("registration", "schedule"),
    **dict.fromkeys(
        ("条件", "资格", "对象", "人群", "人员范围", "人员条件", "对象范围", "资格条件"),
        ("eligibility", "eligibility"),
    ),
    **dict.fromkeys(("方式", "形式", "办法", "方法", "程序", "流程"), ("registration", "method")),
    **dict.fromkeys(
        (
            "渠道",
            "途径",
            "网址",
            "平台",
            "入口",
            "手续",
            "须知",
            "步骤",
            "材料",
            "资料",
            "所需材料",
            "提交材料",
            "事项",
        ),
        ("registration", None),
    ),
    **dict.fromkeys(("地点", "地址"), ("registration", "other")),
}
"""What is spoken of, and the item that it is of registration and of the assessment."""


def _longest_first(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_PREFIX = re.compile(
    r"(?:\d{4}年度?|本次|本年度?|全年|有关|具体|相关|参加|网上|现场|专项职业能力(?!考核))*"
)
_SUFFIX = re.compile(r"(?:要求|说明|规定|情况|有关事项|等)?")
_TOKEN = re.compile(
    rf"(?P<domains>(?:{_longest_first(_DOMAINS)})*)(?P<aspect>{_longest_first(_ASPECTS)})"
)
_DOMAIN = re.compile(_longest_first(_DOMAINS))
_LONGEST = 20

_WHOLE: Mapping[Item, tuple[str, ...]] = {
    "schedule": ("时间安排", "日程安排"),
    "eligibility": (
        "参加对象",
        "参加人员",
        "参加条件",
        "招考对象",
        "适用对象",
        "面向对象",
        "对象条件",
        "对象范围",
        "报名要求",
        "申报要求",
    ),
    "registration": ("组织报名", "网上报名", "现场报名", "报名", "如何报名", "报名工作"),
    "other": (
        "其他事项",
        "其它事项",
        "其他重要事项",
        "其它重要事项",
        "其他有关事项",
        "其他",
        "其它",
        "其他要求",
        "其他说明",
        "重要事项",
    ),
}
_OTHER_MATTERS = (
    *("有关事项", "注意事项", "有关要求", "相关要求", "工作要求", "有关说明", "重要提示"),
    *("特别提示", "温馨提示", "收费标准", "收费依据", "收费", "考核费用", "考核收费", "费用标准"),
    *("报名费用", "联系方式", "咨询方式", "咨询电话", "联系电话", "联系人", "监督电话", "监督举报"),
    *(
        "考点安排",
        "考点设置",
        "证书发放",
        "证书核发",
        "证书颁发",
        "证书领取",
        "证书查询",
        "证书管理",
    ),
    *(
        "成绩公布",
        "成绩查询",
        "成绩管理",
        "考场纪律",
        "考核纪律",
        "纪律要求",
        "补贴政策",
        "考核补贴",
    ),
)
_NO_ITEM = (
    *(
        "考核内容",
        "鉴定内容",
        "考试内容",
        "考核要求",
        "考核规则",
        "考核规定",
        "考核方案",
        "考核组织",
    ),
    *(
        "考核实施",
        "组织实施",
        "组织考核",
        "组织领导",
        "考核机构",
        "考核单位",
        "考评人员",
        "考核人员",
    ),
    *(
        "考核等级",
        "考核目的",
        "指导思想",
        "基本原则",
        "报名系统",
        "考核系统",
        "报名人数",
        "工作目标",
    ),
)
_FORGIVEN: Mapping[str, Item] = {
    "考核项目": "projects",
    "考核规范": "specifications",
    "时间安排": "schedule",
    "考核时间": "schedule",
    "报名条件": "eligibility",
    "报名方式": "registration",
    "考核方式": "method",
    "其他重要事项": "other",
}
_COLUMNS: Mapping[str, Item] = {
    "项目": "projects",
    "项目名称": "projects",
    "工种": "projects",
    "规范": "specifications",
    "时间": "schedule",
    "日期": "schedule",
    "对象": "eligibility",
    "条件": "eligibility",
}


class _Headings:
    """Headings of an announcement, found by the words that they are made of."""

    def __init__(self) -> None:
        self._labels: Labels[AnnouncementSign] = Labels(
            {word: AnnouncementSign((item,)) for word, item in _FORGIVEN.items()},
            exact={
                **{
                    word: AnnouncementSign((item,))
                    for item, words in _WHOLE.items()
                    for word in words
                },
                **dict.fromkeys(_OTHER_MATTERS, AnnouncementSign(("other",), frozenset({"other"}))),
                **dict.fromkeys(_NO_ITEM, AnnouncementSign(())),
            },
        )

    def find(self, written: str, *, slips: bool = True) -> FoundLabel[AnnouncementSign] | None:
        """Return what a heading says, a slip of one letter forgiven; None if it is no heading."""
        found = self._labels.find(written, slips=False)
        if found is None and (sign := _composed(written)):
            found = FoundLabel(sign, None)
        return found or (self._labels.find(written) if slips else None)


HEADINGS = _Headings()
"""What the items are called."""


def column_of(written: str) -> AnnouncementSign | None:
    """Return what the heading of a table's column says, where one word is enough."""
    item = _COLUMNS.get(folded(written))
    if item is not None:
        return AnnouncementSign((item,))
    found = HEADINGS.find(written, slips=False)
    return found.value if found else None


def _composed(written: str) -> AnnouncementSign | None:
    """Read a heading word by word: 报名时间和方式 is the time and the way of registration."""
    text = folded(written)
    if not text or len(text) > _LONGEST:
        return None
    named = list(_named(text))
    if not named:
        return None
    items = tuple(dict.fromkeys(item for item, _ in named))
    partial = all(domains == {"registration"} for item, domains in named if item == "schedule")
    kept: set[Item] = {"schedule"} if partial and "schedule" in items else set()
    if items != ("other",):
        return AnnouncementSign(items, frozenset(kept))
    return AnnouncementSign(items, frozenset({"other"}))


def _named(text: str) -> Iterator[tuple[Item, set[_Domain]]]:
    """Yield each item that a heading names and what it is said of; nothing if a word is unknown."""
    prefix = _PREFIX.match(text)
    at = prefix.end() if prefix else 0
    named: list[tuple[Item, set[_Domain]]] = []
    domains: set[_Domain] = set()
    while token := _TOKEN.match(text, at):
        of = {_DOMAINS[found[0]] for found in _DOMAIN.finditer(token["domains"])}
        domains = of or domains
        named += [(item, domains) for item in _items(token["aspect"], domains)]
        at = token.end()
    if _SUFFIX.fullmatch(text, at):
        yield from named


def _items(aspect: str, domains: set[_Domain]) -> Iterator[Item]:
    of_registration, of_assessment = _ASPECTS[aspect]
    if "registration" in domains and of_registration:
        yield of_registration
        if of_assessment == of_registration:
            return
    if "assessment" in domains and of_assessment:
        yield of_assessment
