"""Letters that look alike, settled by the words of forms where only one of them makes sense.

Engines read 职业领城, 時间, 己满 and 6O分; whoever reads the page does not see any of these.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from specvalidator.lexicon import Lexicon, in_force
from specvalidator.readers.scan.engines import Word
from specvalidator.simplified import simplified

_GROUPS = (
    *("域城", "已己巳", "未末", "日曰", "人入", "土士", "干千于", "间问", "考老", "核该", "员负"),
    *("项顶", "申中", "定足", "求永", "术木", "比此", "例列", "重童", "力刀", "名各", "设没"),
    *("方万", "场杨", "规现", "标析", "准淮", "训川", "请清", "条务", "称你", "位住", "理埋"),
)
_LIKE = {letter: group for group in _GROUPS for letter in group}
_FORMS = ("specification", "announcement", "application")
_LEAST, _MOST = 4, 14
"""Letters of a label that is looked for anywhere in a text: what is shorter may mean others."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_SURE = 0.95
"""Words with one letter misread are less certain."""
_FEW = 0.03
"""Share of traditional letters on a page written in simplified ones: the engine's, not its own."""
_SETTLED = (
    (re.compile(r"(?<![自知])[己巳](?=满|经|有|获|取得|通过|完成|具备|参加|建立|发布)"), "已"),
    (re.compile(r"(?<=[自知])巳"), "己"),
    (re.compile(r"(?<![周期年月粉始岁])末(?=满|经|按|达到|取得|参加|完成|注明|成年|合格)"), "未"),
    (re.compile(r"(?<=[粉周期])未(?=[状考，。、；）]|$)"), "末"),
    (re.compile(r"(?<=\d)曰|曰(?=期|常|程|前|后)|(?<=生|休|假|作|工)曰"), "日"),
    (re.compile(r"(?<=\d)[Oo〇](?=[\d%％分元名人个条月日天年米岁时.:：-]|min|$)"), "0"),
    (re.compile(r"(?<=\d-)[Oo〇](?=\d)"), "0"),
    (re.compile(r"(?<=面积)(\d+(?:\.\d+)?)m(?![²2㎡A-Za-z])|^(\d+(?:\.\d+)?)m[;；]$"), r"\1\2m²"),
    (re.compile(r"(?<=[\d-])[lI|](?=\d)|(?<![A-Za-z\d])[lI](?=\d+(?:%|分|min|名|天|年|-))"), "1"),
)


def settled(words: list[Word]) -> list[Word]:
    """Return words of a page with letters in place of those that only look like them.

    A label that is surely read otherwise is written so, and whoever judges the form says it.
    """
    text = "".join(word.text for word in words)
    strange = sum(one != other for one, other in zip(text, simplified(text), strict=True))
    fold = simplified if strange <= max(1, _FEW * len(text)) else str
    return [
        word._replace(text=settled_text(fold(word.text), is_sure=word.certainty >= _SURE))
        for word in words
    ]


def settled_text(text: str, *, is_sure: bool = False) -> str:
    """Return a text with letters in place of those that only look like them.

    >>> settled_text("职业领城：6-O5-04-01"), settled_text("末满16岁、己取得证书")
    ('职业领域：6-05-04-01', '未满16岁、已取得证书')
    """
    if not is_sure:
        text = _with_labels(text)
    for written, meant in _SETTLED:
        text = written.sub(meant, text)
    return text


def _with_labels(text: str) -> str:
    labels = _labels(in_force())
    look, at = _as_first(text), 0
    while at <= len(text) - _LEAST:
        most = min(len(text) - at, _MOST)
        found = (labels.get(look[at : at + size]) for size in range(most, _LEAST - 1, -1))
        label = next(filter(None, found), None)
        text = text[:at] + label + text[at + len(label) :] if label else text
        at += len(label) if label else 1
    return text


@cache
def _labels(lexicon: Lexicon) -> dict[str, str]:
    """Return the labels of forms by how they look; those that look like others left out."""
    found: dict[str, set[str]] = {}
    for form in _FORMS:
        for label in _texts(lexicon.entries(form)):
            if _LEAST <= len(label) <= _MOST and not _LIKE.keys().isdisjoint(label):
                found.setdefault(_as_first(label), set()).add(label)
    return {look: labels.pop() for look, labels in found.items() if len(labels) == 1}


def _texts(entry: Any) -> Iterator[str]:  # noqa: ANN401 - data of whatever shape
    """Yield the labels in the words of a form; lists in a list are pieces that are joined."""
    if isinstance(entry, Mapping):
        for value in entry.values():
            yield from _texts(value)
    elif isinstance(entry, list):
        for each in entry:
            if isinstance(each, str) and _CHINESE.fullmatch(each):
                yield each
            elif isinstance(each, list) and all(isinstance(part, list) for part in each):
                yield from ("".join(pieces) for pieces in product(*each))
            else:
                yield from _texts(each)


def _as_first(text: str) -> str:
    """Return a text with the first of the letters that look alike in place of each of them."""
    return "".join(_LIKE.get(each, each)[0] for each in text)
