"""Law, safety and hygiene where the ability calls for them (附件2 六.3, second paragraph)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import core
from specvalidator.findings import Facts, Moot, Problem
from specvalidator.models.specification import Specification
from specvalidator.wording import Words

Matter = Literal["law", "safety", "hygiene"]
"""What the notice asks for: 法律法规, 安全操作, 卫生知识."""
_CALLED: Mapping[Matter, Words] = {
    "law": Words("法律法规", "law"),
    "safety": Words("安全操作", "safety"),
    "hygiene": Words("卫生", "hygiene"),
}


class Risk(Params):
    """A danger to the worker or to a consumer, and the words that show it."""

    zh: str = Field(description="What the danger is called in Chinese messages")
    en: str = Field(description="What the danger is called in English messages")
    words: tuple[str, ...] = Field(min_length=1)
    other: tuple[str, ...] = Field(
        default=(), description="Longer words that hold one of `words` and mean something else"
    )
    needs: Matter | None = Field(
        default=None, description="What must be among the content; null where any of them will do"
    )


class Harmless(Params):
    """Which abilities are taken for harmless: all others may be risky."""

    endings: tuple[str, ...] = Field(
        description="How the name of an ability ends that is harmless whatever it is about"
    )
    words: tuple[str, ...] = Field(
        description="Words in the name of an ability that is harmless unless a risk is named too"
    )
    tails: tuple[str, ...] = Field(default=(), description="Words that may stand behind an ending")
    trades: tuple[str, ...] = Field(
        default=(), description="Endings that sell, store or hand on what the name begins with"
    )
    goods: tuple[str, ...] = Field(
        default=(), description="Goods and places that make even a trade risky: 农药销售"
    )
    unless: tuple[str, ...] = Field(
        description="Tools, materials and deeds that make a harmless ability risky after all"
    )


class Safety(Params):
    """Which abilities look risky, and what counts as knowledge of the risk."""

    risks: dict[str, Risk]
    harmless: Harmless
    knowledge: dict[Matter, tuple[str, ...]] = Field(description="Words of law, safety and hygiene")

    @cached_property
    def needed(self) -> set[Matter]:
        """What some of the risks need: with all of it, no ability lacks anything."""
        return {risk.needs for risk in self.risks.values() if risk.needs is not None}


@check("safety-knowledge", facts=("word", "risk", "absent"), variants=("unknown",))
def safety_knowledge(spec: Specification, params: Safety) -> Yields:
    """An ability that is not known to be harmless has law, safety or hygiene among its content."""
    if not any(not is_absent(item.text) for task in spec.tasks for item in task.knowledge):
        yield Moot("/tasks")
        return
    content = "\n".join(_content(spec))
    given = {at for at, words in params.knowledge.items() if any(w in content for w in words)}
    if given and given >= params.needed:
        return
    absent = [_CALLED[matter] for matter in _CALLED if matter not in given]
    said = Words("、".join(each.zh for each in absent), ", ".join(each.en for each in absent))
    risk, word = _risk_of(spec, params)
    if risk is not None and word is not None:
        if not given or (risk.needs is not None and risk.needs not in given):
            facts: Facts = {"word": word, "risk": Words(risk.zh, risk.en), "absent": said}
            yield Problem("/tasks", facts)
    elif word is not None and not given:
        yield Problem("/tasks", {"word": word, "risk": "", "absent": said}, variant="unknown")


def _risk_of(spec: Specification, params: Safety) -> tuple[Risk | None, str | None]:
    """Return the risk of an ability and the word that shows it.

    (None, None) for a harmless one; of one that is not known either way, its name alone.
    """
    name, harmless = core(spec.subject or ""), params.harmless
    goods = _risky_goods(name, harmless)
    if goods is not None:
        return _shown_in(goods, params)
    if not _ends_harmless(name, harmless):
        risk, word = _shown_in(name, params)
        if risk is not None:
            return risk, _in_the_table(risk, spec) or word
        if not any(word in name for word in harmless.words):
            return _shown_elsewhere(spec, params)
    deeds = "\n".join(_deeds(spec))
    danger = next((word for word in harmless.unless if word in deeds), None)
    return _shown_in(danger, params) if danger else (None, None)


def _ends_harmless(name: str, harmless: Harmless) -> bool:
    return any(each.endswith(harmless.endings) for each in _without_tails(name, harmless))


def _risky_goods(name: str, harmless: Harmless) -> str | None:
    """Return the goods that make a trade risky, None where it is no trade or they are harmless."""
    if not any(each.endswith(harmless.trades) for each in _without_tails(name, harmless)):
        return None
    return next((goods for goods in harmless.goods if goods in name), None)


def _without_tails(name: str, harmless: Harmless) -> list[str]:
    shorter = [name.removesuffix(tail) for tail in harmless.tails if name.endswith(tail)]
    return [name, *shorter]


def _in_the_table(risk: Risk, spec: Specification) -> str | None:
    """Return a word of a risk that stands in the table itself, where it can be pointed at."""
    names = [task.name or "" for task in spec.tasks]
    table = "\n".join((*names, *(item.text for task in spec.tasks for item in task.operations)))
    return next((word for word in risk.words if word in table), None)


def _shown_elsewhere(spec: Specification, params: Safety) -> tuple[Risk | None, str | None]:
    """Return the risk that an ability's tasks, operations or tools show, else only its name."""
    deeds = "\n".join(_deeds(spec))
    likely = [risk for risk in params.risks.values() if any(map(deeds.__contains__, risk.words))]
    for text in _deeds(spec) if likely else ():
        found = _first_shown(text, likely)
        if found[0] is not None:
            return found
    return None, spec.subject


def _shown_in(text: str, params: Safety) -> tuple[Risk | None, str | None]:
    return _first_shown(text, params.risks.values())


def _first_shown(text: str, risks: Iterable[Risk]) -> tuple[Risk | None, str | None]:
    for risk in risks:
        if not any(map(text.__contains__, risk.words)):  # as nearly always
            continue
        plain = text
        for other in risk.other:
            plain = plain.replace(other, "□")
        word = next((word for word in risk.words if word in plain), None)
        if word is not None:
            return risk, word
    return None, None


def _deeds(spec: Specification) -> Iterator[str]:
    """Yield what tells what is done, and by what means."""
    yield from (task.name for task in spec.tasks if task.name)
    yield spec.definition or ""
    yield from (item.text for task in spec.tasks for item in task.operations)
    yield from (item.text for task in spec.tasks for item in task.knowledge)
    yield spec.requirements.venue_and_equipment or ""


def _content(spec: Specification) -> Iterator[str]:
    for task in spec.tasks:
        yield task.name or ""
        yield from (item.text for item in (*task.operations, *task.knowledge))
