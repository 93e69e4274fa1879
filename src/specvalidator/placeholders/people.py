"""What stands where the name of a person belongs, and names nobody."""

import re
from functools import lru_cache

from specvalidator.placeholders import placeholder_of
from specvalidator.placeholders.vocabulary import (
    MARKS,
    plain_of,
    words,
)
from specvalidator.surnames import begins_like_a_name

_NOBODY = words(
    """
    单位 代理 全员 成员 候补 备用 相关人员 无人 考评组 督导组 专家组 同考评员
    外聘 内聘 另聘 校内 校外 专职 兼职 借调 返聘 专家 专业 教师 老师 讲师 教练 师傅 员工 职工 技师
    考评 考评员 考官 评委 督导 督导员 监考 校长 主任 经理 负责人 单位负责人 法人 法定代表人 管理员
    管理 外聘专家 外聘教师 外聘考评员 兼职教师 专职教师 兼职考评员 专职考评员 本校教师 行业专家
    企业专家 姓名 本人 签名 签字 签章 盖章 公章 手签 代签 本人签名 负责人签名 同意 属实 学员 学生
    考生 测试 测试人 测试员 男 女 男性 女性 合计 小计 总计 共 共计 计
    """
)
"""What stands where the name of a person belongs, and names nobody."""
_TITLED = (
    r"^(?:副?校长|副?院长|副?园长|副?所长|副?主任|副?组长|董事长|总?经理|负责人|法定代表人|法人代表|法人|姓名|签名|签字"
    r"|考评员|督导员|考官|专家|教师|老师)[:：]?(?=..)"
)
"""A title before a name: 校长鞠海平."""
_LONGEST_NAME = 4
"""Letters of a name with a family name."""
_ROLE = frozenset(
    "待未外内校企市省县区派聘招请选抽调随机名额见册库长员师考评专备候补临替副主代签字章意责位学教授等各暂岗无"
)
"""Letters of words for somebody; in names they stand behind a family name."""
_ADDRESSED = (
    r".{1,4}(?:技师|讲师|工程师|专家|成员|组长|考官|评委|裁判|理事|会长|部长|科长|厂长|管理员|安全员)|"
    r".{1,2}(?:老师|师傅|督导|考评|教授|主任|校长|院长|经理|先生|女士|同志)|.[工总]"
    r"|[一二两三四五六七八九十]+[人名位]"
)
"""How a person is spoken of and not named: 张老师, 王工, 一人."""


@lru_cache(maxsize=1024)  # the same names, too
def names_nobody(text: str) -> bool:
    """Say whether a text is no person's name: a placeholder, 外聘, 考评员1, a telephone number."""
    plain = plain_of(text).strip(MARKS)
    whom = plain.rstrip("0123456789一二三四五六七八九十abcdef甲乙丙丁号名人位")
    return (
        placeholder_of(text) is not None
        or len(plain) == 1
        or (not whom and plain[:1].isdigit())
        or plain.startswith(("待聘", "拟聘", "另聘"))
        or not any(letter.isalpha() for letter in plain)
        or not _NOBODY.isdisjoint((plain, whom))
        or re.fullmatch(_ADDRESSED, plain) is not None
        or _is_a_role(plain)
    )


def _is_a_role(plain: str) -> bool:
    """Say whether a text is words for somebody: 外请专家, 从专家库抽取."""
    word = re.sub(_TITLED, "", plain.partition("(")[0])
    is_short = len(word) <= _LONGEST_NAME or "·" in word
    return not _ROLE.isdisjoint(word) and not (is_short and begins_like_a_name(word))
