"""Whether an examiner's 考评工种 fits a project (附件3 备注).

A trade fits a project when, without words of the form (专项职业能力, 考评员), levels and
connecting words,

* both are the same, or one contains the other: 拉面 or 中式面点 and 中式面点制作;
* the trade is a title whose stem contains the project's product or is contained in it:
  中式面点师 and 面点制作;
* they are long and differ by a slip: likeness of at least `close` of 100.

It perhaps fits where it is only a verb of the project (缝纫工 and 服装缝纫), or where products
resemble each other by at least `near` of 100 (海带养殖 and 海带加工, 中式面点师 and 拉面制作):
that is for a person to say. Otherwise it does not fit.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from specvalidator.checks.base import Params, is_absent
from specvalidator.checks.likeness import bare, without_brackets

Fit = Literal["fits", "unsure", "no"]
"""How a trade and a project go together; unsure is for a person to say."""

_SEPARATOR = re.compile(r"[、，,；;/／\n|]|(?<=\S)\s{2,}(?=\S)|\u3000")
_JOINTS = re.compile(r"\s+|[和及与]|以及")
_BRACKETS = re.compile(r"[（(\[【]([^（()）\[\]【】]+)[）)\]】]")
_SEVERAL = r"[两二三四五六七八九2-9][个项种].*"
_SHORTEST_PART = 3
"""Letters of a trade before or behind 和: 民宿运营与管理 is one."""
_SHORTEST = 2
"""A single character is in too many names to mean one of them."""
_NEVER = r"(?!)"
_MEANINGS = ("form", "general", "every", "person", "action", "link")

_Rows = tuple[dict[str, str], ...]


def _with_known_meanings(rows: _Rows) -> _Rows:
    for row in rows:
        if row.get("meaning") not in _MEANINGS or not row.get("word"):
            raise PydanticCustomError(
                "meaning", "each row needs a word and a meaning: " + ", ".join(_MEANINGS)
            )
    return rows


class NamedTrade(NamedTuple):
    """A trade or a project, taken apart."""

    core: str
    """Its name without words of the form, levels in brackets and connecting words."""
    stem: str
    """The core of a trade without 师, 工, 员 and the like; the core of a project."""
    product: str
    """What is made or served: 海带 of 海带加工; all of the stem where only a verb is left."""


class TradeWords(Params):
    """What is known about the words of trades and projects."""

    words: Annotated[_Rows, AfterValidator(_with_known_meanings)] = Field(
        description="word and meaning: form, general, every, person, action or link"
    )
    close: int = Field(ge=0, le=100, description="Likeness of names that differ by a slip")
    near: int = Field(ge=0, le=100, description="Likeness of products from which a person looks")

    @cached_property
    def by_meaning(self) -> dict[str, tuple[str, ...]]:
        """The words of each meaning, longest first."""
        return {
            meaning: tuple(
                sorted(
                    (bare(row["word"]) for row in self.words if row["meaning"] == meaning),
                    key=len,
                    reverse=True,
                )
            )
            for meaning in _MEANINGS
        }

    @cached_property
    def between(self) -> re.Pattern[str]:
        """A connecting word."""
        return re.compile(_any_of(self.by_meaning["link"]))

    @cached_property
    def every(self) -> re.Pattern[str]:
        """A word for all projects."""
        return re.compile(_any_of(self.by_meaning["every"]))

    @cached_property
    def and_more(self) -> re.Pattern[str]:
        """What leaves open for which other projects a trade is meant."""
        return re.compile(rf"等(?:{_any_of(self.by_meaning['form'])})*$")

    @cached_property
    def of_all(self) -> re.Pattern[str]:
        """What may stand beside a word for all projects."""
        form = _any_of((*self.by_meaning["form"], *self.by_meaning["general"]))
        return re.compile(rf"{form}|[\d一二两三四五六七八九十]*[个项种]|[（）(),，、。]")

    @cached_property
    def taken_apart(self) -> Callable[[str], tuple[NamedTrade, ...]]:
        """Takes apart what names trades, the same once: rules share the words they are given."""
        return lru_cache(maxsize=256)(partial(_trades_in, words=self))

    @cached_property
    def around(self) -> re.Pattern[str]:
        """Words of the form at the beginning or the end of a name."""
        form = _any_of(self.by_meaning["form"])
        return re.compile(rf"\A(?:{form})+|(?:{form})+\Z")


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or _NEVER


def trades_of(text: str | None, words: TradeWords) -> tuple[NamedTrade, ...]:
    """Return the trades that a 考评工种 names, also those that spaces or 和 may part.

    There are none where it is general: empty, 略, 专项职业能力, 各工种.
    """
    return words.taken_apart(text or "")


def _trades_in(text: str, *, words: TradeWords) -> tuple[NamedTrade, ...]:
    if names_every_project(text, words):
        return ()
    general, persons = words.by_meaning["general"], words.by_meaning["person"]
    cores = [
        _core(part, words)
        for part in _parts(text)
        if not is_absent(part) and bare(part) not in general
    ]
    named = dict.fromkeys(core for core in cores if core)
    return tuple(_named(core, _without_ending(core, persons), words) for core in named)


def _parts(text: str) -> Iterator[str]:
    """Yield what signs part, and of each what stands in brackets, or what spaces or 和 part."""
    for whole in filter(str.strip, _SEPARATOR.split(text)):
        yield whole
        inside = _BRACKETS.findall(whole)
        pieces = _JOINTS.split(_BRACKETS.sub("", whole).strip())
        if all(len(piece) >= _SHORTEST_PART for piece in pieces):
            inside += pieces
        yield from inside


def names_every_project(text: str | None, words: TradeWords) -> bool:
    """Say whether a 考评工种 is meant for all projects: 全部申报项目, 以上两项均可."""
    plain = bare(text or "")
    told = words.every.search(plain) or re.fullmatch(_SEVERAL, plain)
    return told is not None and not words.of_all.sub("", words.every.sub("", plain))


def project_of(text: str, words: TradeWords) -> NamedTrade:
    """Return a project, taken apart."""
    core = _core(text, words)
    return _named(core, core, words)


def fit(trades: Iterable[NamedTrade], project: NamedTrade, words: TradeWords) -> Fit:
    """Say how a trade, or the best of several, goes together with a project."""
    fits = {_fit(trade, project, words) for trade in trades}
    return "fits" if "fits" in fits else "unsure" if "unsure" in fits else "no"


def _named(core: str, stem: str, words: TradeWords) -> NamedTrade:
    return NamedTrade(core, stem, _without_ending(stem, words.by_meaning["action"]))


def _fit(trade: NamedTrade, project: NamedTrade, words: TradeWords) -> Fit:
    stem = trade.stem
    if trade.core == project.core or _contained(trade.core, project.core, words):
        return "fits"
    if stem != trade.core and (
        _contained(stem, project.core, words)
        or (not _acts(stem, words) and _contained(stem, project.product, words))
    ):
        return "fits"
    if stem in words.by_meaning["action"] and stem in project.core:
        return "unsure"
    from rapidfuzz import fuzz  # noqa: PLC0415 - heavy, and names that are the same need it not

    if fuzz.ratio(trade.core, project.core) >= words.close:
        return "fits"
    alike = fuzz.partial_ratio(trade.product, project.product)
    return "unsure" if alike >= words.near else "no"


def _contained(one: str, other: str, words: TradeWords) -> bool:
    """Say whether the shorter stands in the longer, and says more than a verb such as 制作."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return (
        len(shorter) >= _SHORTEST
        and shorter in longer
        and shorter not in words.by_meaning["action"]
    )


def _core(text: str, words: TradeWords) -> str:
    """Return a name without words of the form, levels in brackets and connecting words."""
    linked = without_brackets(bare(text))
    return words.around.sub("", words.between.sub("", linked))


def _without_ending(text: str, endings: tuple[str, ...]) -> str:
    if not text.endswith(endings):
        return text
    ending = next((each for each in endings if text.endswith(each) and text != each), "")
    return text.removesuffix(ending)


def _acts(text: str, words: TradeWords) -> bool:
    return text.endswith(words.by_meaning["action"])
