"""Papers that are none of the forms, told by their titles: what they are called, and to whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from specvalidator.document import Document, paragraphs_of
from specvalidator.extract.lines import squeezed
from specvalidator.wording import Words

_AT_TOP = 12
"""How many lines may say what paper it is."""
_LONGEST = 40
"""Letters; a longer line says something."""
_LOOKED_AT = 40
"""Paragraphs among which the first lines stand; most are blank."""


class Paper(NamedTuple):
    """A kind of paper."""

    called: Words
    title: str
    """Pattern of its title; compiled when first needed: few documents need it."""


_EDITION = r"》?(?:[（(].{0,16})?$"
_OTHERS = (
    Paper(
        Words("国家职业标准", "a national occupational standard"),
        rf"^《?国家职业(?:技能)?标准|职业(?:技能)?标准{_EDITION}",
    ),
    Paper(
        Words("职业技能等级的评价规范", "a specification for skill levels"),
        rf"(?:技能|等级|职业).{{0,12}}(?:评价|认定)(?:规范|标准|细则){_EDITION}|^评价规范{_EDITION}",
    ),
    Paper(
        Words("编写或填写说明", "a guide to drafting or filling in"),
        r"(?:编写|编制|填写|填报|制定)(?:要求|指南|说明|规程|须知|办法|规则|技术规程|提纲)"
        rf"{_EDITION}",
    ),
    Paper(
        Words("培训大纲或计划", "a syllabus or plan of training"),
        rf"(?:教学|培训|课程|教育)(?:大纲|计划|方案|教材|标准|讲义){_EDITION}",
    ),
    Paper(
        Words("竞赛文件", "a paper of a contest"),
        r"(?:竞赛|大赛|比赛|技能赛).{0,24}(?:文件|方案|规程|规则|样题|细则|手册)"
        rf"{_EDITION}",
    ),
    Paper(
        Words("试题或评分表", "questions or marking sheets"),
        rf"(?:评分标准|评分(?:记录)?表|试题|试题库|题库|试卷|准备通知单){_EDITION}",
    ),
    Paper(
        Words("职业技能鉴定、等级认定或培训机构的申请表", "a form of another system"),
        r"(?:鉴定(?:所|站|机构|中心|点)|等级认定|评价(?:机构|组织)|培训(?:机构|学校)|民办学校)"
        rf".{{0,16}}(?:申请|申报|备案|登记).{{0,6}}(?:表|书){_EDITION}",
    ),
    Paper(
        Words("证书的申领或补办表", "a form about certificates"),
        rf"证书.{{0,10}}(?:申请|申领|领取|补办|补发|更正|换发|登记).{{0,6}}表{_EDITION}",
    ),
    Paper(Words("成绩表", "a list of marks"), rf"成绩.{{0,8}}(?:表|册|单){_EDITION}"),
    Paper(
        Words("名册、登记表等名单", "a roster or register"),
        r"(?:名册|花名册|名单|登记表|报名表|汇总表|签到表|统计表|备案表|审批表|推荐表|信息表)"
        rf"{_EDITION}",
    ),
)
"""Papers that share headings and labels with the forms."""
_SAID = (
    Paper(Words("会议纪要", "minutes"), r"(?:会议|工作)?(?:纪要|会议记录)$"),
    Paper(
        Words("主管部门的工作规则或办法", "rules of an office"),
        r"(?:省|市|自治区|区|县|国家|全国|局|厅|部).{0,30}(?:规则|办法|细则|规程|规定)(?:[（(].{0,12})?$",
    ),
    Paper(Words("管理制度", "rules of a site"), r"(?:制度|守则|职责|须知|预案|规则|办法|细则)$"),
    Paper(
        Words("通知、请示等公文", "a letter or notice of an office"),
        r"(?:关于.{2,60}的)(?:通知|通告|公告|函|意见|批复|请示|报告)$",
    ),
    Paper(
        Words("合同、协议、章程、责任书等", "a contract or the like"),
        r"(?:合同|协议|协议书|章程|承诺书|责任书|委托书|证明|总结|简介|清单|方案)$",
    ),
)
"""Others, of which no reader would think that they are a form."""
_SPECIFICATION = r"考核规范(?:[（(《》].{0,12})?$"
_APPLICATION = r"考(?:点|核点).{0,8}(?:申请|申报|登记|备案|审批).{0,4}表"
UNFILLED_SPECIFICATION = Words("没有填写的考核规范", "a specification that is not filled in")
UNFILLED_APPLICATION = Words("没有填写的考点设立申请表", "a site application that is not filled in")
_OWN = (
    Paper(UNFILLED_SPECIFICATION, _SPECIFICATION),
    Paper(UNFILLED_APPLICATION, _APPLICATION),
)


def first_lines(document: Document) -> list[str]:
    """Return the first lines of a document, those of cells included."""
    return list(islice((each.text for each in paragraphs_of(document.blocks)), _LOOKED_AT))


def is_another_paper(lines: Sequence[str]) -> bool:
    """Say whether a file's first lines call it something else than a specification or application.

    What is called 考核规范 or 考点……申请表, too, is none of the others.
    """
    first = list(_first(lines))
    if any(re.search(each.title, line) for each in _OWN for line in first):
        return False
    return _found(_OTHERS, first) is not None


def seems_to_be(document: Document) -> Words | None:
    """Return what kind of paper a document that is none of the forms seems to be."""
    first = list(_first(first_lines(document)))
    return _found((*_OWN, *_OTHERS, *_SAID), first)


def is_unread(document: Document) -> bool:
    """Say whether something stands on the page that is no text: it may be what was filled in."""
    return bool(document.unread) or any(each.unread for each in paragraphs_of(document.blocks))


def _found(papers: Iterable[Paper], first: Sequence[str]) -> Words | None:
    for line in first:
        for each in papers:
            if len(line) <= _LONGEST and re.search(each.title, line):
                return each.called
    return None


def _first(lines: Iterable[str]) -> Iterator[str]:
    return islice((squeezed(line) for line in lines if line.strip()), _AT_TOP)
