"""What the assessment requires, 考核要求 (附件2 六)."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from specvalidator import quantities
from specvalidator.checks.base import Params, Yields, check
from specvalidator.checks.marks import FACTS, VARIANTS, PassMarks, marks_in
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.specification import Requirements, Specification

Requirement = Literal["eligibility", "examiners", "method_and_time", "venue_and_equipment"]
"""One of the four items of 考核要求."""

_EXAMINERS = "/requirements/examiners"
_METHOD_AND_TIME = "/requirements/method_and_time"


class Headings(Params):
    """Under which headings the items stand."""

    headings: Mapping[Requirement, tuple[str, ...]] = Field(
        description="Item → its heading in the notice first, then others in use"
    )


@check(
    "requirements-present",
    facts=("item", "inside"),
    variants=("eligibility", "examiners", "method_and_time", "venue_and_equipment", "review"),
)
def requirements_present(spec: Specification, params: Headings) -> Yields:
    """Each item is given. A heading met inside another item's text may be the absent item."""
    written = dict(_written(spec.requirements))
    for item, headings in params.headings.items():
        if item in written:
            continue
        path = f"/requirements/{item}"
        inside = next((at for at, text in written.items() if _any(headings, text)), None)
        if inside is None:
            yield Problem(path, {"item": headings[0], "inside": ""}, variant=item)
        else:
            facts = {"item": headings[0], "inside": params.headings[inside][0]}
            yield Doubt(path, facts, related=(f"/requirements/{inside}",))


def _written(requirements: Requirements) -> Iterator[tuple[Requirement, str]]:
    texts: dict[Requirement, str | None] = {
        "eligibility": requirements.eligibility,
        "examiners": requirements.examiners,
        "method_and_time": requirements.method_and_time,
        "venue_and_equipment": requirements.venue_and_equipment,
    }
    return ((item, text) for item, text in texts.items() if text and text.strip())


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


_DIGITS = r"\d一二两三四五六七八九十"
# Patterns as text are compiled when they are first needed: few documents need them.
_RATIO = rf"[{_DIGITS}]\s*[:：∶比]\s*[{_DIGITS}]|比例|配比"
_PER_CANDIDATES = rf"每\s*[{_DIGITS}]+\s*(?:名|位|个|人)\S{{0,4}}(?:考生|学员|应试|参考)"
_PEOPLE = rf"[{_DIGITS}]\s*(?:多|余|几)?\s*(?:名|人|位|个?考评)|(?:人数|数量)\D{{0,6}}[{_DIGITS}]"


@check("examiners-counted", variants=("review", "ratio"))
def examiners_counted(spec: Specification, _: Params) -> Yields:
    """考评员构成 says how many examiners there are; a ratio to the candidates may do."""
    text = spec.requirements.examiners
    if not text:
        yield Moot(_EXAMINERS)
    elif spec.requirements.examiner_minimum is None:
        if re.search(_RATIO, text):
            yield Doubt(_EXAMINERS, variant="ratio")
        elif re.search(_PEOPLE, text):
            yield Doubt(_EXAMINERS)
        else:
            yield Problem(_EXAMINERS)


class Examiners(Params):
    """How many examiners an assessment has."""

    least: int = Field(ge=1, description="Least number of examiners")


@check("examiners-enough", facts=("found",), variants=("review",))
def examiners_enough(spec: Specification, params: Examiners) -> Yields:
    """The number of examiners that 考评员构成 states, or follows from it, is not too small."""
    found = spec.requirements.examiner_minimum
    if found is None:
        yield Moot(_EXAMINERS)
    elif found < params.least:
        follows = re.search(_PER_CANDIDATES, spec.requirements.examiners or "")
        yield (Doubt if follows else Problem)(_EXAMINERS, {"found": str(found)})


@check("duration-given")
def duration_given(spec: Specification, _: Params) -> Yields:
    """考核方式与考核时间 says how long the assessment takes."""
    text = spec.requirements.method_and_time
    if not text:
        yield Moot(_METHOD_AND_TIME)
    elif not quantities.duration_stated(text):
        yield Problem(_METHOD_AND_TIME)


@check("pass-mark", facts=FACTS, variants=VARIANTS)
def pass_mark(spec: Specification, params: PassMarks) -> Yields:
    """A pass mark or scale that is stated is the notice's; to state none is no fault."""
    text = spec.requirements.method_and_time
    if not text:
        yield Moot(_METHOD_AND_TIME)
        return
    yield from marks_in(_METHOD_AND_TIME, text, params)


class Theory(Params):
    """How an examination in theory is spoken of."""

    exams: tuple[str, ...] = Field(description="Words for an examination in theory")
    denials: tuple[str, ...] = Field(
        description="Words that say, in the same sentence, that there is none of its own"
    )


@check("theory-not-examined", facts=("exam",))
def theory_not_examined(spec: Specification, params: Theory) -> Yields:
    """Theory is not examined on its own, neither as a method nor as a task."""
    texts = [(_METHOD_AND_TIME, spec.requirements.method_and_time or "")]
    texts += [(f"/tasks/{index}/name", task.name or "") for index, task in enumerate(spec.tasks)]
    if not any(text for _, text in texts):
        yield Moot(_METHOD_AND_TIME)
    for path, text in texts:
        for sentence in re.split(_SENTENCE_END, text) if _any(params.exams, text) else ():
            exam = next((word for word in params.exams if word in sentence), None)
            if exam is not None and not _any(params.denials, sentence):
                yield Problem(path, {"exam": exam})
                break


# Compiled when it is first needed: few documents need it.
_SENTENCE_END = r"[。；;！!\n]"
