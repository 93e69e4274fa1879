"""What stands around a specification and is no part of it: whose paper it is, what a page adds."""

import re
from collections.abc import Sequence

from specvalidator.extract.lines import Line, squeezed

_LONGEST = 40
"""Letters; a longer line says something."""
# Patterns as text are compiled when they are first needed: few documents need them.
_SIGNED = (
    r"(?:主?编写|编制|编辑|主编|编审|起草|制定|执笔|审核|审定|审稿|审批|校对|校核|责任编辑|供稿|撰稿|作者|文字|图片"
    r"|信息来源|来源|发布|发文|印发|更新|录入|阅读|浏览|点击|访问|查看|下载|字号|字体|分享|收藏|打印|关闭|返回|上一[篇页条]"
    r"|下一[篇页条]|扫一扫|附件下载|相关链接|相关附件|相关文档|版权|主办|承办|技术支持|网站|网址|备案号|联系人|联系电话"
    r"|咨询电话|邮箱|电子邮箱|页码|责编)"
    r"(?:单位|部门|机构|人员?|者|组|日期|时间|次数|量|数|本页|窗口|所有|地图|编号|专家|负责人|机关)*"
)
_SIGNATURE = rf"[【\[（(]?{_SIGNED}[】\]）)]?(?:\s*[:：].*|\s*\d*\s*次?)"
_DATED = (
    r"(?:[12]\d{3}|二[〇○零]\S{2})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[月./-]\s*"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*印发)?)?"
)
_PAGE = r"[-—–\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/，,共]+\s*\d{1,3}\s*页?)?[-—–\s]*"
_OFFICE = (
    r"[^。；;，,：:\d]{4,24}(?:局|厅|部|委|中心|学校|学院|公司|协会|研究院|研究所|办公室|站|室)"
)
_NOTICE = r"(?:关于.{2,60}的(?:通知|通告|公告|函|意见|批复|请示|报告))$"
_AT_TOP = 12
"""How many lines may say what paper it is."""


def without_tail(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the last part without what the office or a web page put below it."""
    kept = list(lines)
    cut = len(kept)
    for at in range(len(kept) - 1, -1, -1):
        text = kept[at].text.strip()
        dated_below = cut < len(kept) and re.fullmatch(_DATED, kept[cut].text.strip())
        if _is_added(text) or (dated_below and re.fullmatch(_OFFICE, text)):
            cut = at
        elif text or kept[at].unread:
            break
    return kept[:cut]


def _is_added(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and any(
        re.fullmatch(pattern, text) for pattern in (_SIGNATURE, _DATED, _PAGE)
    )


def is_notice(lines: Sequence[str]) -> bool:
    """Say whether a file's first lines are those of a notice, to which a blank form is attached."""
    first = [squeezed(line) for line in lines if line.strip()][:_AT_TOP]
    return any(re.search(_NOTICE, line) for line in first)
