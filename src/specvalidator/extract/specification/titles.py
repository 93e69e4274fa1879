"""Titles: what a specification is called, without 专项职业能力考核规范 and other ornaments."""

import re
from typing import NamedTuple

from specvalidator.extract.labels import GARBLED
from specvalidator.extract.lines import Line, filled

_FORM = "专项职业能力考核规范"
_WIDE = r"[^\x00-\x7f]"
"""A Chinese letter or sign. A range of letters beyond Latin would take a millisecond to compile."""
_SPREAD = re.compile(rf"(?<={_WIDE})\s+(?={_WIDE})")
_SPACE = re.compile(r"\s+")
_LONGEST = 60
_TITLE = re.compile(
    r"(?P<head>.*?)\s*[-—–_·:：]*\s*"
    r"(?P<form>(?:专项(?:职业)?(?:能力|技能)|职业能力|专项)\s*(?:考核|鉴定|考试|评价)?\s*规范|考核规范)"
    r"\s*[》”\"」』]?\s*(?P<tail>(?:[（(【\[〔].{0,20}?[）)】\]〕]|[-—–:：]+.{1,20}|试行|征求意见稿|\s)*)"
    r"[》”\"」』]?"
)
_SENTENCE = re.compile(r"[。；！？，,;]|(?:\.{3,}|…+|·{3,}|\t)\s*\d+$")
_MENTION = re.compile(
    r"^[《“]?(?:依据|根据|按照|参照|遵照|执行|见《|详见|关于|编制|制定|编写|印发|本规范|本《|符合|附：见)"
)
# Patterns as text are compiled when they are first needed: few documents need them.
_EDITION = (
    r"征求意见|试行|暂行|草案|送审|报批|讨论|修订|初稿|终稿|定稿|[稿版]$|样表|样本|模板|范本|示例"
    r"|\d{4}|编号|附件|年|空白"
)
_NUMBER = (
    r"附件\s*(?:[\d一二三四五六七八九十]+(?:\s*[-－—]\s*\d+)?)?\s*[:：.、]?\s*"
    r"|\d{1,3}\s*[-－—–]\s*\d{1,3}(?!\s*[\d岁月年天日周人层级])\s*[.、．]?\s*"
    r"|\d{1,3}\s*(?:[、）)]|[.．](?!\d))\s*"
    rf"|\d{{1,3}}\s+(?={_WIDE})"
    r"|[（(]\s*[一二三四五六七八九十百\d]{1,4}\s*[）)]\s*[、.]?"
    r"|[一二三四五六七八九十]{1,3}\s*[、.．]\s*"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节部分]+\s*"
    r"|20\d\d\s*年(?:度|版)?\s*"
)
_NUMBER_BEGINS = ("附件", "第", "（", "(", *"一二三四五六七八九十")
_PROVINCES = (
    "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省"
    "|江西省|山东省|河南省|湖北省|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省"
    "|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区"
)
_ISSUER = (
    rf"{_WIDE}{{2,10}}?专项\s*[:：]\s*"
    rf"|{_WIDE}{{0,16}}?(?:职业资格考试|职业资格鉴定|职业技能鉴定|职业技能考核|职业技能等级认定"
    r"|专项职业能力(?:考核|鉴定|考试)|专项能力考核)\s*[:：]?\s*(?=.)"
    rf"|(?:{_PROVINCES})(?:{_WIDE}{{2,4}}?市(?![场民政区容])|{_WIDE}{{2,6}}?自治州)?\s*[:：]?\s*"
)
_ISSUING = ("专项", "职业资格", "职业技能", "省", "市", "自治区")
"""Words of which an issuer has one: without them the long pattern is not even compiled."""
_MARKED = r".{0,20}?【\s*(?P<name>[^】]+?)\s*】\s*"
_OPENING = "（([［〔"
_ENCLOSED = r"[（(\[［〔](?P<name>[^（）()]+)[）)\]］〕]"
_QUOTES = '《》“”"「」『』〈〉'
_EDGES = " \t\u3000\u00a0-—–_＿·:：、"
_PLACEHOLDER = re.compile(
    r"[一二三四五六七八九十]{1,3}"  # 二、考核规范 is a heading
    r"|[\s_＿×✕xXＸ*＊…．.·\-—/（）()【】○〇]*|某+|(?:项目|能力|专项职业能力|专项能力)?名称|ＸＸ.*|X{2,}.*|×{2,}.*"
)
_MASK = r"[×✕xXＸ*＊○〇某]+"
_PLACE_ONLY = re.compile(rf"{_WIDE}{{1,8}}(?:省|市|自治区|自治州|县)")


class SpecificationTitle(NamedTuple):
    """A line that names a specification."""

    name: str | None
    """None where the form's blank was not filled in."""
    line: Line
    """The line the name stands in."""
    misprint: str = ""
    """The title as written, where 专项职业能力考核规范 differs in one letter."""
    masked: str = ""
    """The letters that stand in place of a name, ×××."""


def title_of(line: Line, before: Line | None = None) -> SpecificationTitle | None:
    """Return the title that `line` is, None where it is other text.

    Args:
        line: the line in question.
        before: the line above it, which holds the name where a title runs over two lines.
    """
    text = _made_out(line.text)
    if len(text) > _LONGEST or ("规" not in text and "范" not in text):
        return None
    tight = _SPREAD.sub("", text)
    if _SENTENCE.search(tight) or _MENTION.match(tight):
        return None
    if tight in _FORM and (continued := _continued(tight, before)):
        return continued
    match, misprint = _TITLE.fullmatch(tight), ""
    if match is None or match["form"] == "考核规范":
        mended, misprint = _slipped(tight)
        match = mended or match
    if match is None:
        return None
    head = _as_written(text, match["head"])
    name = name_in(head) if head.strip() else _name_behind(match["tail"])
    if name is not None:
        return SpecificationTitle(name, line, misprint)
    return _continued(tight, before) or (
        SpecificationTitle(None, line, misprint, _masked(head))
        if match["form"] != "考核规范" and _is_blank(match)
        else None
    )


def name_in(head: str) -> str | None:
    """Return the name in what stands before 专项职业能力考核规范, None where it is left blank."""
    text = head.strip(_EDGES)
    if all(len(word) == 1 for word in text.split()):
        text = "".join(text.split())
    for _ in range(4):
        before = text
        text = text.strip(_QUOTES).strip(_EDGES)
        if _may_be_number(text) and (match := re.match(_NUMBER, text)):
            text = text[match.end() :]
        if match := _enclosed(text):
            text = match["name"]
        if any(word in text for word in _ISSUING) and (match := re.match(_ISSUER, text)):
            text = text[match.end() :]
        if text == before:
            break
    text = (filled(text) or "").strip(_EDGES)
    if not text or _PLACEHOLDER.fullmatch(text) or _PLACE_ONLY.fullmatch(text):
        return None
    return text


def _enclosed(text: str) -> re.Match[str] | None:
    if "【" in text and (marked := re.fullmatch(_MARKED, text)):
        return marked
    return re.fullmatch(_ENCLOSED, text) if text[:1] in _OPENING else None


def _may_be_number(text: str) -> bool:
    """Say whether a text begins as numbers do; to say so takes less than to compile `_NUMBER`."""
    return text[:1].isdecimal() or text.startswith(_NUMBER_BEGINS)


def _as_written(text: str, head: str) -> str:
    """Return `head`, found in a text without its spaces between letters, with those it had."""
    left = len(_SPACE.sub("", head))
    for index, letter in enumerate(text):
        if not letter.isspace():
            if left == 0:
                return text[:index]
            left -= 1
    return text


def _is_blank(match: re.Match[str]) -> bool:
    """Say whether nothing but ornaments stands where the name should be."""
    return name_in(match["head"]) is None


def _masked(head: str) -> str:
    """Return what stands in place of a name, "" where nothing but a blank line does."""
    text = head.strip(_QUOTES + _EDGES)
    return text if re.fullmatch(_MASK, text) else ""


def _name_behind(tail: str) -> str | None:
    """Return the name in 专项职业能力考核规范（拉面制作）, None for （征求意见稿）."""
    for part in re.findall(r"[（(【\[〔](.+?)[）)】\]〕]|[-—–:：]+(.+)", tail):
        text = part[0] or part[1]
        if not re.search(_EDITION, text):
            return name_in(text)
    return None


def _made_out(text: str) -> str:
    """Return a title with those letters of 专项职业能力考核规范 that cannot be made out."""
    if GARBLED not in text or len(text) > _LONGEST:
        return text
    for at in range(len(text) - len(_FORM), -1, -1):
        pairs = list(zip(text[at : at + len(_FORM)], _FORM, strict=True))
        known = sum(letter == meant for letter, meant in pairs)
        if 2 * known > len(_FORM) and all(each in (meant, GARBLED) for each, meant in pairs):
            return text[:at] + _FORM + text[at + len(_FORM) :]
    return text


def _slipped(tight: str) -> tuple[re.Match[str] | None, str]:
    """Match a title whose 专项职业能力考核规范 has one wrong letter."""
    for end in range(len(tight), max(len(tight) - 12, len(_FORM) - 1), -1):
        written = tight[end - len(_FORM) : end]
        wrong = [index for index, letter in enumerate(_FORM) if letter != written[index]]
        if len(wrong) == 1:
            mended = tight[: end - len(_FORM)] + _FORM + tight[end:]
            return _TITLE.fullmatch(mended), written
    return None, ""


# Compiled when it is first needed, as the patterns above.
_NOISE = (
    r"发布|来源|日期|打印本页|字号|浏览|点击|首页|当前位置|附件|https?:|www|[:：。，；]|^\d+$|\d{4}"
    r"|(?:局|厅|中心|公司|学校|学院|协会|委员会|人民政府|办公室)$|^第.{1,3}[章节页]|目录|^[-—]"
)
_LONGEST_HALF = 24


def _continued(tight: str, before: Line | None) -> SpecificationTitle | None:
    """Read a title that runs over two lines: 拉面制作 / 专项职业能力考核规范."""
    if before is None or not before.text or len(before.text) > _LONGEST_HALF:
        return None
    if re.search(_NOISE, before.text):
        return None
    match = _TITLE.fullmatch(_SPREAD.sub("", before.text) + tight)
    if match is None or (match["form"] == "考核规范" and tight != "考核规范"):
        return None
    name = name_in(_as_written(before.text, match["head"]))
    return SpecificationTitle(name, before, "") if name else None
