"""The words of the letter to an applicant, in both languages."""

from collections.abc import Mapping
from typing import Literal

from specvalidator.findings import Gravity
from specvalidator.wording import Lang, Words

Outcome = Literal["fail", "review", "advice", "nothing", "partly", "not-judged"]
"""What a letter is for: to return a document, to ask, to advise, to find nothing, in all files or
in those that were read; or there is nothing to say of it, as no rule was asked."""

TITLES: Mapping[Outcome, Words] = {
    "fail": Words("关于{}的退回意见", "Returned for correction: {}"),
    "review": Words("关于{}的核实意见", "Points to be confirmed: {}"),
    "advice": Words("关于{}的修改建议", "Suggestions: {}"),
    "nothing": Words("关于{}的审核意见", "Review: {}"),
    "partly": Words("关于{}的审核意见", "Review: {}"),
    "not-judged": Words("关于{}的说明", "Not judged: {}"),
}
KINDS = Words("专项职业能力{}", "{}")
NAMED = Words("“{subject}”{kind}", "{kind} “{subject}”")
APPLICANTS = Words("{subject}{kind}", "{kind} of {subject}")

DEAR = Words("{}：", "To {}:")
APPLICANT = Words("（报送单位名称）", "(name of the applicant)")
FILE = Words("（文件：{}）", " (file: {})")
RECEIVED = Words("你单位报送的{document}{file}收悉。", "We have received the {document}{file}. ")
FOUND: Mapping[Outcome, Words] = {
    "fail": Words(
        "经对照{notice}文件逐条核对，有{counts}，现予退回。请按以下意见修改后重新报送。",
        "Held against the notice {notice}, clause by clause, it has {counts}, and is returned. "
        "Please correct it as set out below and hand it in again.",
    ),
    "review": Words(
        "经对照{notice}文件逐条核对，有{counts}。请按以下意见核实，并将核实情况报回。",
        "Held against the notice {notice}, clause by clause, it has {counts}. "
        "Please look at what is set out below and let us know.",
    ),
    "advice": Words(
        "经对照{notice}文件逐条核对，没有发现必须修改的问题；另有{counts}，请参考。",
        "Held against the notice {notice}, clause by clause, nothing has to be corrected; "
        "it has {counts}, for your consideration.",
    ),
    "nothing": Words(
        "经对照{notice}文件中可以逐条核对的要求，没有发现问题。",
        "Held against those clauses of the notice {notice} that can be checked one by one, "
        "it shows no fault.",
    ),
    "partly": Words(
        "经对照{notice}文件中可以逐条核对的要求，读出的文件没有发现问题；另有文件没有检查，见后。",
        "Held against those clauses of the notice {notice} that can be checked one by one, "
        "the files that were read show no fault; others were not judged, see below.",
    ),
    "not-judged": Words(
        "所用规则包（{notice}）没有针对这种材料的规则，没有检查。",
        "The rule pack used ({notice}) has no rules for this kind of document; it was not judged.",
    ),
}
LEFT_OUT = Words("这次没有核对以下要求：{}。", "These requirements were not looked at: {}.")
ALSO = Words("；", "; ")
CONTENTS = Words("收到的材料如下：", "These files were received:")
JOINED = Words("、", ", ")

SECTIONS: Mapping[Gravity, Words] = {
    "error": Words("须修改的问题", "To be corrected"),
    "warning": Words("建议修改的问题", "Suggested corrections"),
    "review": Words("需核实的问题", "To be confirmed"),
    "note": Words("其他提示", "Notes"),
}
NOTES: Mapping[Gravity, Words] = {
    "review": Words(
        "以下问题尚不能确定，请逐一核实：确有问题的，请修改；没有问题的，请予说明。",
        "These points are not certain. Please look at each: correct what is wrong, "
        "and explain what is right.",
    ),
}
_COUNTED: Mapping[Gravity, tuple[str, str, str]] = {
    "error": ("须修改的问题{}处", "{} point to be corrected", "{} points to be corrected"),
    "warning": ("建议修改的问题{}处", "{} suggested correction", "{} suggested corrections"),
    "review": ("需核实的问题{}处", "{} point to be confirmed", "{} points to be confirmed"),
    "note": ("其他提示{}条", "{} note", "{} notes"),
}
_NUMERALS, _LETTERS = "一二三四", "ABCD"

PLACE = Words("位置", "Place")
WRITTEN = Words("原文", "Found")
RELATED = Words("另见", "See also")
CLAUSE = Words("依据", "Clause")
TEXT = Words("条文", "Text")
QUOTED = Words("同第{}点", "as quoted in point {}")
ADVICE = Words("处理意见", "Advice")
CLOSING = Words("（审核单位名称）  \n　　　　年　　月　　日", "(name of the office)  \n(date)")

SINCE = Words("与上次报送相比", "Since it was last handed in")
BEFORE = Words("上次报送的文件：{file}（{verdict}）。", "It was {file} ({verdict}).")
MENDED = Words("已改好的问题{}处。", "Mended: {}.")
REMAINING = Words("仍然存在的问题{}处，见第{}点。", "Remaining: {}, see points {}.")
ADDED = Words("新出现的问题{}处，见第{}点。", "New: {}, see points {}.")
NUMBERS = Words("、", ", ")
CHANGED = Words("另外改动的内容（没有意见要求）：", "Changed besides, where nothing was asked:")
EMPTY = Words("（无）", "(nothing)")

CHECKLIST = Words(
    "附：人工核对清单（供审核人员使用，不随意见发出）",
    "For the reviewer: to be judged by hand (not part of the letter)",
)
REVIEWER = Words(
    "核对人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿", "Reviewer: ____________  Date: ____________"
)
REASON = Words("（{}）", "({})")
UNREADABLE = Words("未能读取的文件", "Files that could not be read")
NOT_REVIEWED = Words(
    "以下文件未能读取，尚未审核：", "These files could not be read and were not reviewed:"
)


def counted(number: int, gravity: Gravity, lang: Lang) -> str:
    """Return such as 须修改的问题2处 or 2 points to be corrected."""
    chinese, one, many = _COUNTED[gravity]
    said = Words(chinese, one if number == 1 else many).said(lang)
    return said.format(number)


def section(number: int, lang: Lang) -> str:
    """Return what stands before the title of a section, from 1: 一、 or A; points have numbers."""
    return f"{_NUMERALS[number - 1]}、" if lang == "zh" else f"{_LETTERS[number - 1]}. "
