"""What sentences say of an item that no heading names: 请于3月1日前到……报名."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from specvalidator.extract.announcement.vocabulary import Item
from specvalidator.extract.lines import Line

_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]?")
_OPENING = re.compile(r"(?:公告|通告|通知)如下")
_HAN_COUNT = "[0-9一二三四五六七八九十两]+"
_SITTING = "(?:考核|考试|鉴定|开考|测试)"
_DAY = (
    r"(?:\d{1,2}\s*月|\d{1,2}\s*日|[一二三四五六七八九十]{1,2}月|每[年月周季]|季度|[上中下]旬"
    r"|周[一二三四五六日末]|长期|常年)"
)
_PRACTICE = "(?:实操|实际操作|现场操作|技能操作|操作|笔试|机考|口试|面试|答辩|作品|模拟|理论)"

_PLAIN: dict[Item, re.Pattern[str]] = {
    "projects": re.compile(
        r"(?:考核|开考|申报)(?:的)?(?:项目|工种)(?:名称)?(?:分别)?"
        r"(?:为|是|有|包括|包含|如下|共|:|：|见|分为|设)"
        r"|(?:开展|组织|举办|实施|设置?|开考|进行)[^，。；]{2,60}?"
        rf"(?:等|这)?(?:{_HAN_COUNT}个|若干)(?:专项(?:职业)?能力)?(?:考核)?(?:项目|工种)"
        r"|(?:开展|组织|举办|进行)[^，。；、]{2,20}、[^，。；]{2,60}?专项(?:职业)?能力的?考核"
    ),
    "specifications": re.compile(
        r"(?:依据|按照|根据|参照|执行|遵照|以|见|对照|采用)[^。；]{0,60}?(?:考核|专项职业能力)规范"
        r"|考核规范[》”]?[^。；，]{0,12}(?:执行|为准|见|可|已|详见|公布|查询|下载)"
        r"|附件.{0,12}考核规范"
    ),
    "schedule": re.compile(rf"{_SITTING}(?:的)?(?:时间|日期)(?:为|是|定于|安排|另行|待|以|:|：)"),
    "eligibility": re.compile(
        r"年满|达到法定劳动年龄|具有相应技能|均可(?:报名|申报|报考|参加)|周岁(?:以上|以下|及)"
        r"|(?:考核|报名|申报)?对象(?:为|是|包括|:|：)|符合.{0,16}条件的|面向.{2,30}(?:人员|劳动者|学生)"
    ),
    "registration": re.compile(
        r"(?:登录|登陆|访问|扫描|扫码|关注|填写|拨打)[^。；]{1,60}?(?:报名|申报)"
        r"|(?:请|须|前往|携带|持|通过|(?<!达)到|向|至)[^。；]{1,60}?(?<!可)(?<!可以)(?:报名|申报)(?!条件|资格)"
        r"|(?:报名|申报)(?:地点|地址|网址|平台|入口|邮箱|方式|渠道|材料|电话)(?:为|是|在|:|：)"
        r"|(?:报名|申报)(?:请|须|应)|(?:线上|线下|网上|现场|集体|统一|单位)报名"
    ),
    "method": re.compile(
        rf"{_SITTING}(?:的)?(?:方式|形式|办法|方法)?(?:为|是|采用|采取|实行|以|通过|分为|包括|分|:|：)"
        rf"[^。；]{{0,30}}{_PRACTICE}"
        rf"|(?:采用|采取|以|通过|进行|实行)[^。；]{{0,20}}{_PRACTICE}[^。；]{{0,14}}"
        rf"(?:方式|形式|{_SITTING}|进行|评分|评判)"
    ),
}
"""What gives an item, whatever stands around it."""

_HINTS: dict[Item, re.Pattern[str]] = {
    "projects": re.compile(r"考核项目|考核工种|项目目录|工种"),
    "specifications": re.compile(r"考核规范|考核标准|职业技能标准|考核大纲"),
    "schedule": re.compile(rf"{_DAY}|考核时间|考试时间|时间安排"),
    "eligibility": re.compile(r"(?:考核|报名|申报)对象|资格|周岁|劳动者"),
    "registration": re.compile(r"(?:报名|申报)(?!条件|资格|对象|人员|者|[。；，,]|$)|二维码"),
    "method": re.compile(r"考核方式|考核形式|实操|实际操作|笔试|机考|操作考核|技能考核"),
}
"""What may have to do with an item: enough not to call it missing."""


_BOTH = (re.compile(_SITTING), re.compile(_DAY))
"""What gives a schedule when both stand in one sentence."""


class Said(NamedTuple):
    """A sentence, and the line that it stands in."""

    text: str
    line: Line


def told(lines: Iterable[Line], item: Item) -> list[Said]:
    """Return the sentences that give an item; nothing is sought for 其他重要事项."""
    plain = _PLAIN.get(item)
    if plain is None:
        return []
    found = []
    for said in _sentences(lines):
        both = item == "schedule" and all(each.search(said.text) for each in _BOTH)
        if both or plain.search(said.text):
            found.append(said)
    return found


def hinted(lines: Iterable[Line], item: Item) -> Said | None:
    """Return the first sentence that may have to do with an item, None where none does."""
    hint = _HINTS.get(item)
    return next((said for said in _sentences(lines) if hint and hint.search(said.text)), None)


def _sentences(lines: Iterable[Line]) -> Iterator[Said]:
    """Yield every sentence but that which opens an announcement."""
    for line in lines:
        for sentence in _SENTENCE.findall(line.text):
            if not _OPENING.search(sentence):
                yield Said(sentence.strip(), line)
