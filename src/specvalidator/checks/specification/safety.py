"""Law, safety and hygiene where the ability calls for them (附件2 六.3, second paragraph)."""

from collections.abc import Iterator

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check
from specvalidator.findings import Moot, Problem
from specvalidator.models.specification import Specification
from specvalidator.wording import Words


class Risk(Params):
    """A danger to the worker or to a consumer, and the words that show it."""

    zh: str = Field(description="What the danger is called in Chinese messages")
    en: str = Field(description="What the danger is called in English messages")
    words: tuple[str, ...] = Field(min_length=1)
    other: tuple[str, ...] = Field(
        default=(), description="Longer words that hold one of `words` and mean something else"
    )


class Safety(Params):
    """Which abilities look risky, and what counts as knowledge of the risk."""

    risks: dict[str, Risk]
    knowledge: tuple[str, ...] = Field(
        min_length=1, description="Words of law, safety and hygiene; one is enough"
    )


@check("safety-knowledge", facts=("word", "risk"))
def safety_knowledge(spec: Specification, params: Safety) -> Yields:
    """An ability that looks risky has law, safety or hygiene among its content."""
    if not any(task.knowledge for task in spec.tasks):
        yield Moot("/tasks")
        return
    if any(word in text for text in _content(spec) for word in params.knowledge):
        return
    for risk in params.risks.values():
        word = _shown_by(risk, _subject(spec))
        if word is not None:
            yield Problem("/tasks", {"word": word, "risk": Words(risk.zh, risk.en)})
            return


def _subject(spec: Specification) -> str:
    """Return the texts that say what the ability is about."""
    names = [spec.name, spec.ability_name, spec.definition, *(task.name for task in spec.tasks)]
    return "\n".join(name for name in names if name)


def _content(spec: Specification) -> Iterator[str]:
    for task in spec.tasks:
        yield from (item.text for item in (*task.operations, *task.knowledge))


def _shown_by(risk: Risk, text: str) -> str | None:
    for other in risk.other:
        text = text.replace(other, "")
    return next((word for word in risk.words if word in text), None)
