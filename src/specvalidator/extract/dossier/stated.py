"""What the rules of a site say of matters that Annex 1 settles, too (附件1 四、五)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.document import Document, paragraphs_of
from specvalidator.extract.lines import squeezed
from specvalidator.models.dossier import StatedRule
from specvalidator.places import Place, spoken
from specvalidator.quantities import months, working_days_stated

_KEPT = re.compile(r"保存|保管|存档|留存|存放|保留|归档|备查")
_VIDEO = re.compile(r"视频|录像|影像|监控|录音")
_FILES = re.compile(r"档案|资料|材料|试卷|成绩册|记录")
_RESULTS = re.compile(r"成绩|试卷|考核结果")
_HANDED_IN = re.compile(
    r"上报|报送|报市|报区|报威海|报人力|报[^名考]{0,14}中心|送达|提交|送交|寄送|汇总上报"
)
_NOBODY = re.compile(
    r"(?:不设|不安排|不派|不配备|不再设|不另设|无需|不需|取消|免设)[^，。；]{0,6}督导"
)
_LONGEST = 120
_NUMBERED = r"^(?:第[一二三四五六七八九十\d]+条|[（(]?[一二三四五六七八九十\d]+[)）、.．])"


class Stated(NamedTuple):
    """What was found, and where."""

    rule: StatedRule
    place: Place


def stated_in(document: Document, name: str) -> Iterator[Stated]:
    """Yield what a document of rules says of keeping files, of results and of supervisors."""
    for paragraph in paragraphs_of(document.blocks):
        for sentence in re.split(r"[。；;]", squeezed(paragraph.text)):
            for rule in _stated(sentence, name):
                yield Stated(rule, spoken(paragraph.place.model_copy(update={"file": name})))


def _stated(sentence: str, name: str) -> Iterator[StatedRule]:
    for clause in re.split(r"[，,]", sentence):
        yield from _kept(clause, name)
    yield from _on_results(sentence, name)
    if _NOBODY.search(sentence):
        yield StatedRule(file=name, about="supervisors", text=_shown(sentence))


def _kept(clause: str, name: str) -> Iterator[StatedRule]:
    period = months(clause) if _KEPT.search(clause) else None
    if period is None:
        return
    if _VIDEO.search(clause):
        yield StatedRule(file=name, about="video", number=period, text=_shown(clause))
    elif _FILES.search(clause):
        yield StatedRule(file=name, about="files", number=period, text=_shown(clause))


def _on_results(sentence: str, name: str) -> Iterator[StatedRule]:
    if not (_RESULTS.search(sentence) and _HANDED_IN.search(sentence)):
        return
    days = working_days_stated(sentence)
    if days is not None:
        yield StatedRule(file=name, about="results", number=days, text=_shown(sentence))


def _shown(text: str) -> str:
    text = re.sub(_NUMBERED, "", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
