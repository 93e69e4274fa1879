"""Titles of announcements: ……专项职业能力考核公告, 关于开展……专项职业能力考核的通知."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from specvalidator.extract.lines import Line, squeezed

_LONGEST = 70
_LONGEST_HALF = 40
_MOST_LINES = 20
_ABOUT = re.compile(r"专项(?:职业)?(?:能力|技能)|(?:能力|技能)考核")
_ENDING = re.compile(
    r"(?P<word>公告|通告|简章|通知)》?(?:[（(〔\[].{1,20}[）)〕\]])?(?:第[\d一二三四五六七八九十]+号)?"
)
_OTHER_MATTER = re.compile(
    r"规范》?的?(?:公告|通告|通知)|(?:公布|发布|印发|征求|转发|废止).*(?:规范|规则|办法|目录|意见)"
    r"|名单|成绩|结果|合格人员|证书|征集|遴选|设立|评估|中标|招标|采购|拟|备案|培训班|补贴|[：:；。]"
)
_HOLDING = re.compile(r"开展|组织|举办|举行|报名|实施|做好|安排|20\d\d年")
_DIRECTING = re.compile(r"推进|加强|规范|改革|完善|深化")
_OTHER_PAPER = re.compile(
    r"(?:制度|办法|规则|细则|守则|规程|规范|申请表|申报表|报名表|总结|方案|合同|协议)$"
)


class AnnouncementTitle(NamedTuple):
    """The line that names an announcement."""

    text: str
    line: Line
    is_certain: bool
    """It is called 公告; a 通知 may be about anything."""


def title_of(lines: Sequence[Line]) -> AnnouncementTitle | None:
    """Return the title among the first lines of a document, None where there is none."""
    before: Line | None = None
    for line in [line for line in lines if line.text][:_MOST_LINES]:
        text = squeezed(line.text)
        if word := _ending(text):
            return AnnouncementTitle(line.text, line, word != "通知")
        if before is not None and len(before.text) <= _LONGEST_HALF:
            joined = before.text + line.text
            if _ENDING.search(text) and (word := _ending(squeezed(joined))):
                return AnnouncementTitle(joined, before, word != "通知")
        before = line
    return None


def is_another_paper(lines: Sequence[Line]) -> bool:
    """Say whether the first lines name another paper: 考务管理制度, or 通知 of other things."""
    first = [squeezed(line.text) for line in lines if line.text][:_MOST_LINES]
    return any(_names_another(text) for text in first if len(text) <= _LONGEST)


def _names_another(text: str) -> bool:
    if _OTHER_PAPER.search(text):
        return True
    match = _ENDING.search(text) if "关于" in text or _ABOUT.search(text) else None
    return match is not None and match.end() == len(text) and _ending(text) is None


def _ending(text: str) -> str | None:
    """Return 公告 or the like if a text is the title of an announcement of assessments."""
    if len(text) > _LONGEST or not _ABOUT.search(text) or _OTHER_MATTER.search(text):
        return None
    match = _ENDING.search(text)
    if match is None or match.end() != len(text):
        return None
    is_order = match["word"] == "通知"
    if is_order and (_DIRECTING.search(text) or not _HOLDING.search(text)):
        return None
    return match["word"]
