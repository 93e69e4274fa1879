"""The project that a title or an opening sentence names: 举办贝壳画制作专项职业能力考核."""

import re

_NAMED = re.compile(
    r"(?P<before>[^，。；：:;,！!]{2,60}?)[”》]?专项(?:职业)?能力(?:考核|鉴定|考试|认证|评价)"
)
_AROUND = re.compile(
    r".*(?:关于|开展|举办|组织|举行|实施|进行|做好|发布|公布|年度?|季度|半年|月份?|[期批次轮]|全[国省市区县]|[我本][省市区县]|公告|通告|通知|简章)"
)
_OFFICE = re.compile(
    r".*?(?:省|市(?![场政])|(?<![社园景小])区|县|旗(?!袍)|街道|局|厅|中心|学校|学院|院校|公司|协会|集团)"
    r"(?=.)"
)
_GENERAL = re.compile(
    r"(?:的|和|及|与|等|第|面向|社会|城乡|统一|首|有关|相关|各类|部分|多|若干|[\d一二两三四五六七八九十]+|[个项种类]|项目|工种|职业|技能|"
    r"人员|劳动者|企业|职工|农民工|退役军人|工作|培训|春|秋|夏|冬|上|下|春季|秋季|专场|试点|新|本)*"
)
_EDGES = ' 　“”《》【】（）()"、'


_SHORTEST, _LONGEST = 2, 30
_PLACES = ("省", "市", "区", "县", "局", "中心", "学校", "学院", "公司")
_HOLDING = re.compile(r"开展|举办|组织|举行|实施|进行|开考")


def project_announced(text: str, *, is_title: bool = True) -> str | None:
    """Return the project that a text names before 专项职业能力考核, None where it names none.

    Years, places, offices and general words are none: 望岛区2025年度专项职业能力考核公告. A
    sentence names one only behind a word for holding assessments.
    """
    for match in _NAMED.finditer("".join(text.split())):
        if not is_title and _HOLDING.search(match["before"]) is None:
            continue
        name = _AROUND.sub("", match["before"]).strip(_EDGES)
        shorter = _OFFICE.sub("", name).strip(_EDGES)
        if _GENERAL.fullmatch(shorter) or name.endswith(_PLACES):
            continue
        found = name if len(shorter) < _SHORTEST else shorter
        if len(found) <= _LONGEST:
            return found
    return None
