"""How many examiners there are, 考评员构成 (附件2 六.2)."""

import re

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.specification import Specification

_EXAMINERS = "/requirements/examiners"
_DIGITS = r"\d一二两三四五六七八九十"
# Patterns as text are compiled when they are first needed: few documents need them.
_RATIO = rf"[{_DIGITS}]\s*[:：∶比]\s*[{_DIGITS}]|比例|配比"
_PER_CANDIDATES = rf"每\s*[{_DIGITS}]+\s*(?:名|位|个|人)\S{{0,4}}(?:考生|学员|应试|参考)"
_PEOPLE = (
    rf"[单双]考评|[{_DIGITS}]\s*(?:多|余|几)?\s*(?:名|人|位|个?考评)"
    rf"|(?:人数|数量)\D{{0,6}}[{_DIGITS}]"
)


@check("examiners-counted", variants=("review", "ratio"))
def examiners_counted(spec: Specification, _: Params) -> Yields:
    """考评员构成 says how many examiners there are; a ratio to the candidates may do."""
    text = spec.requirements.examiners
    if text is None or is_absent(text):
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
    if found is None or is_absent(spec.requirements.examiners):
        yield Moot(_EXAMINERS)
    elif found < params.least:
        follows = re.search(_PER_CANDIDATES, spec.requirements.examiners or "")
        yield (Doubt if follows else Problem)(_EXAMINERS, {"found": str(found)})
