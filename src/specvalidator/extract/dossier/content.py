"""What a document of a dossier is, told by its titles, its text and its pictures."""

import re
from collections.abc import Iterator

from specvalidator.document import Document, Paragraph, paragraphs_of
from specvalidator.extract.dossier.names import hints
from specvalidator.extract.lines import squeezed
from specvalidator.models import Kind
from specvalidator.models.dossier import Use

_FIRST_LINES = 5
"""A title stands among these, or is a heading."""
_LONGEST_TITLE = 40
_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[章节部分]|[（(]?[一二三四五六七八九十\d]+[）)、.．])"
)
_RULES = re.compile(
    r"(?P<about>.*)(?:制度|办法|规定|规则|规程|守则|细则|职责|须知|预案)(?:汇编|汇总)?(?:[（(].{1,12}[）)])?$"
)
_MANAGED = re.compile(
    r"管理|考务|考场|考核|考评|考试|监考|鉴定|督导|试卷|保密|档案|工作|安全|人员|设备"
)
_OF_THE_OFFICE = re.compile(
    r"^(?:附件\d?)?(?:关于)?(?:印发|转发)?《?[^，。]{0,10}(?:省|市|自治区|区|县|国家|全国|人力资源和?社会保障[局厅部])"
    r"(?:专项(?:职业)?(?:能力|技能)|职业技能|职业能力)[^，。]{0,10}(?:规则|办法|细则|规程|规定)》?(?:的通知)?$"
)
"""Annex 1 itself, or the rules of another city, handed in: no rules that the site made."""
_ASSESSING = re.compile(r"考核|考务|考场|考评|考试|监考|鉴定|考生|试卷")
_OBLIGES = re.compile(r"第[一二三四五六七八九十\d]+条|应当?|须|不得|严禁|禁止|负责")
_FEW_OBLIGATIONS = 2
_MENTION = re.compile(r"(?:考务|考核工作|考核|考场)管理|管理(?:制度|办法|规定)")
_PHOTOGRAPHS = re.compile(r"照片|相片|图片|图像|影像|实景|外景|内景")
_CAPTION = 80
"""Letters for each picture up to which a document is a set of pictures with captions."""


def rules_in(document: Document, name: str, kinds: frozenset[Kind]) -> Iterator[Use]:
    """Yield whether a document holds rules for managing assessments, perhaps none.

    It does where a title says so, or its file's name, and its text obliges somebody and speaks
    of assessments. What has only a part of that is for a person to look at.
    """
    if "announcement" in kinds:
        return
    text = squeezed("\n".join(each.text for each in paragraphs_of(document.blocks)))
    obliges = len(_OBLIGES.findall(text)) >= _FEW_OBLIGATIONS
    sure = obliges and _ASSESSING.search(text + name) is not None
    if any(_OF_THE_OFFICE.match(line) for line, _ in titles_of(document)):
        yield from _rules_of_the_office(document, name)
        return
    title = next(
        (
            line
            for line, numbered in titles_of(document)
            # In a list of what is handed in, the rules are an entry and not there.
            if _is_rules_title(line) and (obliges or not numbered)
        ),
        None,
    )
    if title is not None:
        yield Use(role="management-rules", certain=sure, reason="title", evidence=title)
    elif kinds:
        return
    elif "management-rules" in hints(name):
        yield Use(role="management-rules", certain=sure, reason="name", evidence=name)
    elif obliges and (mention := _MENTION.search(text)):
        yield Use(role="management-rules", certain=False, reason="text", evidence=mention.group())


def _rules_of_the_office(document: Document, name: str) -> Iterator[Use]:
    """Yield that rules of a city may be meant as those of the site, where the name says so."""
    if "management-rules" in hints(name):
        title = next(line for line, _ in titles_of(document) if _OF_THE_OFFICE.match(line))
        yield Use(role="management-rules", certain=False, reason="title", evidence=title)


def titles_of(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield each line that may name a part, without its number, and whether it had one."""
    first = 0
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        for line in filter(None, map(squeezed, block.text.split("\n"))):
            first += 1
            if len(line) <= _LONGEST_TITLE and (first <= _FIRST_LINES or block.level is not None):
                bare = _NUMBER.sub("", line)
                yield bare, bare != line


def _is_rules_title(line: str) -> bool:
    found = _RULES.fullmatch(line)
    if found is None:
        return False
    return _MANAGED.search(found["about"]) is not None or not found["about"]


def pictures_in(document: Document, name: str, kinds: frozenset[Kind]) -> Iterator[Use]:
    """Yield whether a document holds pictures of the site, perhaps none.

    It does where its name or a short line speaks of photographs, or where it has hardly any text
    beside its pictures. In a form, only pictures outside its tables can be such: what stands in a
    cell may be a signature. Other pictures are for a person to look at: on paper that was scanned,
    they may be the portrait of a certificate, whose few words are no captions.
    """
    paragraphs = list(paragraphs_of(document.blocks))
    pictures = sum(each.unread == "picture" for each in paragraphs)
    scans = sum(called == "scan" for called, _ in document.unread)
    if not pictures and not scans:
        return
    words = _word_of_photographs(paragraphs)
    named = "pictures" in hints(name)
    letters = sum(len(squeezed(each.text)) for each in paragraphs)
    aside = sum(
        isinstance(each, Paragraph) and each.unread == "picture" for each in document.blocks
    )
    if kinds:
        certain = bool(words) and aside > 0
    elif document.recognised:
        certain = named or (pictures > 0 and bool(words))
    else:
        certain = named or (pictures > 0 and (bool(words) or letters <= _CAPTION * pictures))
    shown = words or (name if named else None)
    if document.recognised and not certain and "paper" in hints(name):
        return
    if certain or "specification" not in kinds:
        yield Use(role="pictures", certain=certain, reason="pictures-inside", evidence=shown)


def _word_of_photographs(paragraphs: list[Paragraph]) -> str | None:
    lines = (squeezed(each.text) for each in paragraphs)
    return next(
        (line for line in lines if len(line) <= _LONGEST_TITLE and _PHOTOGRAPHS.search(line)), None
    )
