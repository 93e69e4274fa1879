"""How the assessment is held, how long it takes, which mark passes (附件2 六.3)."""

import re

from pydantic import Field

from specvalidator import quantities
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.marks import FACTS, VARIANTS, PassMarks, marks_in
from specvalidator.findings import Doubt, Moot, Problem
from specvalidator.models.specification import Specification
from specvalidator.placeholders.hints import without_hints

METHOD_AND_TIME = "/requirements/method_and_time"
"""Where method and time stand in the record."""
# Patterns as text are compiled when they are first needed: few documents need them.
_CLAUSE_END = r"[。；;，,！!\n]"
_HEADING = r"(?:考核|鉴定)(?:方式|形式)(?:[与和及、](?:考核|鉴定)?时间)?\s*[:：为]?"
_SAYS_NOTHING = (
    r"[\d一二两三四五六七八九十百半]+\s*个?(?:分钟|小时|课时|学时|分|天|人)|[\W\d_]|[为是共约的]"
)


def method_text(spec: Specification) -> str | None:
    """Return 考核方式与考核时间 without explanations of the form, None where nothing is said."""
    text = spec.requirements.method_and_time
    return None if text is None or is_absent(text) else without_hints(text)


@check("duration-given", facts=("written",), variants=("review",))
def duration_given(spec: Specification, _: Params) -> Yields:
    """考核方式与考核时间 says how long the assessment takes; odd words for it are a question."""
    text = method_text(spec)
    if text is None:
        yield Moot(METHOD_AND_TIME)
    elif not quantities.duration_stated(text):
        words = quantities.time_words(text)
        facts = {"written": words or ""}
        yield Doubt(METHOD_AND_TIME, facts) if words else Problem(METHOD_AND_TIME, facts)


class Methods(Params):
    """By which words a method is known, and which clauses speak of something else."""

    words: tuple[str, ...] = Field(min_length=1, description="Words of which one is enough")
    deeds: tuple[str, ...] = Field(
        min_length=1, description="Words that tell a method where no other matter is spoken of"
    )
    other: tuple[str, ...] = Field(
        min_length=1, description="Words of a clause about another matter: time, marks, results"
    )


@check("method-given", facts=("written",), variants=("review",))
def method_given(spec: Specification, params: Methods) -> Yields:
    """考核方式与考核时间 says how the assessment is held; words that may say it are a question."""
    text = method_text(spec)
    if text is None:
        yield Moot(METHOD_AND_TIME)
        return
    if any(word in text for word in params.words):
        return
    left = [each for each in re.split(_CLAUSE_END, text) if _may_tell(each, params)]
    if not left:
        yield Problem(METHOD_AND_TIME, {"written": ""})
    elif not any(word in clause for clause in left for word in params.deeds):
        yield Doubt(METHOD_AND_TIME, {"written": left[0].strip()})


def _may_tell(clause: str, params: Methods) -> bool:
    """Say whether a clause says anything that is not known as another matter."""
    told = re.sub(_HEADING, "", clause)
    return len(re.sub(_SAYS_NOTHING, "", told)) > 1 and not any(
        word in told for word in params.other
    )


@check("pass-mark", facts=FACTS, variants=VARIANTS)
def pass_mark(spec: Specification, params: PassMarks) -> Yields:
    """A pass mark or scale that is stated is the notice's; to state none is no fault."""
    text = method_text(spec)
    if text is None:
        yield Moot(METHOD_AND_TIME)
    else:
        yield from marks_in(METHOD_AND_TIME, text, params)
