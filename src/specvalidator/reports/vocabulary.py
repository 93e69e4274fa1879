"""The words of the text report, in both languages."""

from collections.abc import Iterable, Mapping

from specvalidator.findings import Basis, Gravity, Report, Verdict, Waived
from specvalidator.reports.page import Ink
from specvalidator.wording import Lang, Words

GRAVITIES: Mapping[Gravity, Words] = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "review": Words("待核", "review"),
    "note": Words("提示", "note"),
}
"""What a finding is called, in the order in which findings are shown."""

GRAVITY_INKS: Mapping[Gravity, Ink] = {
    "error": "red",
    "warning": "yellow",
    "review": "cyan",
    "note": "blue",
}

VERDICTS: Mapping[Verdict, Words] = {
    "pass": Words("通过", "pass"),
    "fail": Words("不通过", "fail"),
    "review": Words("待人工核对", "to review"),
    "not-judged": Words("没有检查", "not judged"),
}
VERDICT_INKS: Mapping[Verdict, Ink] = {
    "pass": "green",
    "fail": "red",
    "review": "cyan",
    "not-judged": "yellow",
}
UNREADABLE = Words("无法读取", "unreadable")
REDACTED = Words(
    "报告中的姓名、电话、证件和证书号码已经隐去。",
    "Names of persons, telephone, certificate and identity numbers are masked in this report.",
)

STRENGTHS: Mapping[Basis, Words] = {
    "must": Words("必须", "must"),
    "usually": Words("一般要求", "usually"),
    "implied": Words("推定", "implied"),
}
"""How strong the notice's words are."""

NO_RULES = Words(
    "所用规则包没有针对这种材料的规则，没有检查。",
    "The rule pack has no rules for this kind of document; it was not judged.",
)
NOT_ASKED = Words(
    "按 --select、--ignore 没有问针对这种材料的规则，没有检查。",
    "--select or --ignore left out every rule for this kind of document; it was not judged.",
)
DESELECTED = Words("按 --select、--ignore 没有问", "left out by --select or --ignore")
NOT_ALL_ASKED = Words("没有问全部规则", "not all rules were asked")
NOT_ALL = Words(
    "读出的文件没有发现问题；另有文件没有检查",
    "no findings in the files that were read; others were not judged",
)
NOTHING = Words("没有发现问题", "no findings")

BASES: Mapping[Basis, Words] = {
    "must": Words("", ""),
    "usually": Words("（一般要求）", " (as a rule)"),
    "implied": Words("（推定，条文未明写）", " (implied, not written)"),
}
"""How strong the clause is, said behind it; nothing where the notice says must."""

PLACE = Words("位置", "place")
WRITTEN = Words("原文", "found")
RELATED = Words("另见", "see also")
CLAUSE = Words("条款", "clause")
SUGGESTION = Words("建议", "advice")
RULE = Words("规则", "rule")
WAIVER = Words("豁免", "waiver")
WAIVED = Words("已豁免", "waived")
LABELS = (PLACE, WRITTEN, RELATED, CLAUSE, SUGGESTION, RULE)

PASSED = Words("通过的规则", "Rules passed")
ABSENT = Words("所检查的内容缺失，另有规则指出", "What it tests is absent; another rule says so")
MOOT = Words("无从检查的规则（内容缺失）", "Rules with nothing to test")

_COUNTED: Mapping[Gravity, tuple[str, str, str]] = {
    "error": ("个错误", "error", "errors"),
    "warning": ("个警告", "warning", "warnings"),
    "review": ("处待核", "point to review", "points to review"),
    "note": ("条提示", "note", "notes"),
}


def counted(number: int, gravity: Gravity, lang: Lang) -> str:
    """Return such as 2个错误 or 2 errors."""
    chinese, one, many = _COUNTED[gravity]
    return f"{number}{chinese}" if lang == "zh" else f"{number} {one if number == 1 else many}"


def waived(number: int, lang: Lang) -> str:
    """Say how many findings are let pass: 2处已豁免."""
    return f"{number}处已豁免" if lang == "zh" else f"{number} waived"


def passed_over(number: int, lang: Lang) -> str:
    """Say how many files are none of our business: 另有3个其他文件没有看."""
    more = "file" if number == 1 else "files"
    return f"另有{number}个其他文件没有看" if lang == "zh" else f"{number} other {more} passed over"


def deselected(number: int, lang: Lang) -> str:
    """Say how many rules were not asked because somebody said so: 3条规则没有问."""
    more = "rule" if number == 1 else "rules"
    return f"{number}条规则没有问" if lang == "zh" else f"{number} {more} not asked"


def left_out(reports: Iterable[Report], lang: Lang) -> str:
    """Name the rules that were not asked because somebody said so; "" where all were asked."""
    names = sorted({name for report in reports for name in report.deselected})
    if not names:
        return ""
    said = Words(
        f"没有问的规则（--select、--ignore 所定，{len(names)}条）：{'、'.join(names)}。",
        f"Rules not asked, as --select or --ignore says ({len(names)}): {', '.join(names)}.",
    )
    return said.said(lang)


def unjudged(report: Report) -> Words:
    """Say why a report judges nothing."""
    return NOT_ASKED if report.left_out else NO_RULES


def held(waiver: Waived, lang: Lang) -> str:
    """Say why a finding is let pass, who says so, and until when."""
    who = waiver.approved_by
    zh = f"{who}批准，至{waiver.expires}" if who else f"至{waiver.expires}"
    en = f"by {who}, until {waiver.expires}" if who else f"until {waiver.expires}"
    return Words(f"{waiver.reason}（{zh}）", f"{waiver.reason} ({en})").said(lang)


def lapsed(waiver: Waived, lang: Lang) -> str:
    """Say that a finding was let pass and counts again."""
    said = Words(
        f"已于{waiver.expires}到期，重新计入。当时的理由：{waiver.reason}",
        f"expired on {waiver.expires}, it counts again; it was: {waiver.reason}",
    )
    return said.said(lang)


def pair(label: str, text: str, lang: Lang) -> str:
    """Join a label and what it stands for with the colon of the language."""
    return f"{label}：{text}" if lang == "zh" else f"{label}: {text}"


def listed(parts: list[str], lang: Lang) -> str:
    """Join parts with the comma of the language."""
    return ("，" if lang == "zh" else ", ").join(parts)


def which(number: int, lang: Lang) -> str:
    """Say which submission of a file this is, from 1: 第2份."""
    return f"第{number}份" if lang == "zh" else f"no. {number}"
