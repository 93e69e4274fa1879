"""Labels as met in the wild: numbered, spaced, bracketed, with a colon, misprinted by a letter."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Generic, NamedTuple, Protocol, TypeVar

from specvalidator.extract.lines import Line, squeezed
from specvalidator.extract.numbering import PrintedNumber, numbering_of
from specvalidator.simplified import simplified

T = TypeVar("T")

GARBLED = "\ufffd"
"""What readers give for a letter whose meaning a file does not say."""
_CONNECTORS = "和及与、的"
# Patterns as text are compiled when they are first needed: few documents need them all.
_ASIDE = r"[（(][^）)]*[）)]?$"
_OPENING = "【[［〔「『《〖"
_BRACKETED = r"[【\[［〔「『《〖]([^】\]］〕」』》〗]{1,30})[】\]］〕」』》〗]\s*[:：]?\s*"
_COLON = r"([^:：。；，]{1,30}?)\s*[:：]\s*"
_STOP = r"([^。；，—]{2,20}?)\s*(?:。|——?)\s*"
_GARBLED_NUMBER = (
    rf"[（(第]?[\d一二三四五六七八九十{GARBLED}]{{1,3}}[）)、.．:：\s{GARBLED}]{{0,2}}"
)
_ORNAMENTS = " ★☆◆◇●○■□▲△▼※*#▶►➤✦·•-–—=~～_"
_ORNAMENT = (
    rf"[{re.escape(_ORNAMENTS)}]+|[IVXivxⅠ-Ⅻⅰ-ⅻ]{{1,4}}\s*[.、．)）:：]\s*|[A-Za-z]\s*[.、．)）]\s*"
)
_ADORNING = frozenset(_ORNAMENTS) | frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"
)
"""How a heading may begin besides words and the usual numbers."""
_WIDE_SPACE = re.compile(r"\t|\u3000|\s{2}")
_SEPARATOR = re.compile(r"[\s:：。—【\[［〔「『《〖]")
_LONGEST = 32
LONGEST = 2 * _LONGEST
"""What has more letters is no label, whatever is left of it when it is folded."""
SHORTEST_SLIP = 4
"""A label of fewer letters must be written exactly: one letter more or less is another word."""


class FoundLabel(NamedTuple, Generic[T]):
    """A label that was recognised."""

    value: T
    meant: str | None
    """The label that was meant, where what is written differs by a letter; None if exact."""


class Vocabulary(Protocol[T]):
    """Knows what labels stand for."""

    def find(self, written: str, *, slips: bool = True) -> FoundLabel[T] | None:
        """Return what `written` stands for, a slip of one letter forgiven; None if nothing."""
        ...


class Labels(Generic[T]):
    """Words that stand for something, found whatever their spaces and connecting words are."""

    def __init__(
        self,
        names: Mapping[str, T],
        exact: Mapping[str, T] | None = None,
        alike: Mapping[str, str] | None = None,
    ) -> None:
        """Take the labels, those that must be written exactly, and words used for each other."""
        self._alike = alike or {}
        self._names = {self._key(name): (name, value) for name, value in names.items()}
        self._exact = {self._key(name): value for name, value in (exact or {}).items()}
        self._longest = max(map(len, (*self._names, *self._exact)))
        self._remembered = lru_cache(maxsize=1024)(self._look_up)
        """All forms of a kind have the same labels, and each is asked for at several places."""
        self._met = lru_cache(maxsize=1024)(self._written)
        """By what was written, before it is folded: most texts are met in that form again."""

    @property
    def names(self) -> list[str]:
        """The labels that a slip is forgiven, as they should be written."""
        return [name for name, _ in self._names.values()]

    @property
    def short(self) -> frozenset[str]:
        """The labels that are too short for a slip, folded."""
        return frozenset(key for key in (*self._names, *self._exact) if len(key) < SHORTEST_SLIP)

    def _key(self, written: str) -> str:
        key = folded(written)
        for word, meant in self._alike.items():
            if word in key:
                key = key.replace(word, meant)
        return key

    def find(self, written: str, *, slips: bool = True) -> FoundLabel[T] | None:
        """Return what `written` stands for, a slip of one letter forgiven; None if nothing."""
        return None if len(written) > LONGEST else self._met(written, slips=slips)

    def _written(self, written: str, *, slips: bool) -> FoundLabel[T] | None:
        return self.of_key(self._key(written), slips=slips)

    def of_key(self, key: str, *, slips: bool = True) -> FoundLabel[T] | None:
        """Return what a label stands for that is `folded`, and has no word used for another."""
        return self._remembered(key, slips=slips)

    def _look_up(self, key: str, *, slips: bool) -> FoundLabel[T] | None:
        if not key or len(key) > self._longest + 1:
            return None
        if key in self._names:
            return FoundLabel(self._names[key][1], None)
        if key in self._exact or GARBLED in key:
            return FoundLabel(self._exact[key], None) if key in self._exact else self._made_out(key)
        if not slips or len(key) < SHORTEST_SLIP:
            return None
        beginnings, endings = self._ends
        if key[:2] in beginnings or key[-2:] in endings:
            meant = self._slips.get(_one_meaning(self._slips, _blurred(key)))
            return FoundLabel(meant[1], meant[0]) if meant else None
        return None

    def _made_out(self, key: str) -> FoundLabel[T] | None:
        """Return the only label that has the letters that can be made out, where they stand."""
        if 2 * key.count(GARBLED) > len(key):
            return None
        pattern = re.compile(re.escape(key).replace(GARBLED, ".?"))  # 和 is no letter of a label
        known = [(name, value) for name, (_, value) in self._names.items()]
        known += self._exact.items()
        found = [value for name, value in known if pattern.fullmatch(name)]
        return FoundLabel(found[0], None) if found and found.count(found[0]) == len(found) else None

    @cached_property
    def _ends(self) -> tuple[frozenset[str], frozenset[str]]:
        """How the labels begin, and how they end: a slip in four letters or more leaves one."""
        names = self._names
        return frozenset(key[:2] for key in names), frozenset(key[-2:] for key in names)

    @cached_property
    def _slips(self) -> dict[str, tuple[str, T] | None]:
        """Blurred labels; None where labels of different meaning look the same when blurred."""
        slips: dict[str, tuple[str, T] | None] = {}
        for key, meant in self._names.items():
            if len(key) >= SHORTEST_SLIP:
                for blurred in _blurred(key):
                    known = slips.setdefault(blurred, meant)
                    if known is not None and known[1] != meant[1]:
                        slips[blurred] = None
        return slips


def _one_meaning(slips: Mapping[str, object], blurred: Iterable[str]) -> str:
    return next((each for each in blurred if each in slips), "")


def _blurred(key: str) -> Iterable[str]:
    """Yield `key` with a blot over each letter, and between any two letters.

    Two words that differ in one letter, or have one letter more or less, share such a blot.
    """
    for index in range(len(key)):
        yield f"{key[:index]}?{key[index + 1 :]}"
        yield f"{key[:index]}?{key[index:]}"
    yield f"{key}?"


@lru_cache(maxsize=1024)  # the same labels again and again
def folded(written: str) -> str:
    """Return a label without spaces, connecting words, brackets, an aside or a colon."""
    text = simplified(squeezed(written)).strip("【】[]［］〔〕「」『』《》〖〗:：").rstrip("。")
    if text.endswith((")", "）")):
        text = re.sub(_ASIDE, "", text)
    for connector in _CONNECTORS:  # five times as fast as to translate each letter
        text = text.replace(connector, "")
    return text.strip(":：")


class Heading(NamedTuple, Generic[T]):
    """A label at the head of a line."""

    value: T
    meant: str | None
    written: str
    """The label as written."""
    rest: str
    """What stands behind it on the same line."""
    numbering: PrintedNumber | None


def heading_of(line: Line, labels: Vocabulary[T]) -> Heading[T] | None:
    """Return the label that a line begins with or consists of, None where it is other text.

    A label stands alone, in brackets, or before a colon. Behind a number it may also stand
    before a full stop, a dash or a space; without a number, before a wide space. A letter that
    cannot be made out may be that of a number or a colon.
    """
    found = _heading_of(line, labels) or _adorned(line, labels)
    return _made_out(line, labels) if found is None and GARBLED in line.text[:_LONGEST] else found


def _adorned(line: Line, labels: Vocabulary[T]) -> Heading[T] | None:
    """Return the label behind an ornament, a letter or a Roman number: ★ 定义, a) 申报条件."""
    if line.text[:1] not in _ADORNING:
        return None
    beginning = re.match(_ORNAMENT, line.text)
    text = line.text[beginning.end() :].rstrip(_ORNAMENTS) if beginning else ""
    found = _heading_of(line._replace(text=text, label=""), labels) if text else None
    return found if found and not found.meant else None


def _made_out(line: Line, labels: Vocabulary[T]) -> Heading[T] | None:
    """Return the label before a colon or behind a number that cannot be made out."""
    before = _heading_of(line._replace(text=line.text.replace(GARBLED, ":", 1)), labels)
    if before and not before.meant:
        return before
    numbered = re.sub(_GARBLED_NUMBER, "1.", line.text, count=1)
    behind = _heading_of(line._replace(text=numbered), labels)
    return behind._replace(numbering=None) if behind and not behind.meant else None


def _heading_of(line: Line, labels: Vocabulary[T]) -> Heading[T] | None:
    text = line.text
    numbering = numbering_of(text)
    body = text[numbering.end :] if numbering else text[len(line.label) :].lstrip()
    if not body or (len(body) > _LONGEST and not _SEPARATOR.search(body, 0, _LONGEST)):
        return None
    found = labels.find(body) if len(body) <= _LONGEST else None
    if found:
        return Heading(found.value, found.meant, body, "", numbering)
    for pattern in (_BRACKETED, _COLON) if body[0] in _OPENING else (_COLON,):
        match = re.match(pattern, body)
        if match:
            inner = numbering or numbering_of(match[1])
            head = match[1][inner.end :] if inner and not numbering else match[1]
            found = labels.find(head)
            if found:
                rest = body[match.end() :]
                return Heading(found.value, found.meant, head.strip(), rest, inner)
    return _loose(body, labels, numbering, numbered=numbering is not None or bool(line.label))


def _loose(
    body: str, labels: Vocabulary[T], numbering: PrintedNumber | None, *, numbered: bool
) -> Heading[T] | None:
    """Find a label before a weaker separator than a colon; it must be exact there."""
    match = re.match(_STOP, body) if numbered else None
    if match:
        found = labels.find(match[1], slips=False)
        if found:
            return Heading(found.value, None, match[1], body[match.end() :], numbering)
    if not numbered and not _WIDE_SPACE.search(body, 0, _LONGEST):
        return None
    chunks = list(re.finditer(r"\S+", body[:_LONGEST]))[:-1]
    for chunk in chunks:
        found = labels.find(body[: chunk.end()], slips=False)
        if found:
            head, rest = body[: chunk.end()], body[chunk.end() :].strip()
            return Heading(found.value, None, head, rest, numbering)
    return None
