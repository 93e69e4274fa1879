"""Theory is usually not examined on its own (附件2 六.3)."""

import re

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check
from specvalidator.checks.specification.method import METHOD_AND_TIME, method_text
from specvalidator.findings import Moot, Problem
from specvalidator.models.specification import Specification

# Patterns as text are compiled when they are first needed: few documents need them.
_SENTENCE_END = r"[。；;！!\n]"
_CLAUSE_END = r"[，,、]"
_THEORY = frozenset({"理论", "理论知识", "理论部分", "应知", "应知部分"})
"""Names of tasks that are nothing but theory."""
_BOTH = r"(?P<theory>(?:理论|应知)(?:知识|部分)?)、(?=实操|实际|操作|技能|实践|应会)"
"""理论、实操均须…: what follows is said of both."""
_OWN = r"采用|采取|进行|组织|安排|设|实行|占|\d"
"""A clause behind 、 with such a word is no mere item of what was denied: 无笔试、采用机考."""
_REACH = 10
"""How many letters behind 理论 a share, a time, a mark or a method of its own may stand."""


class Theory(Params):
    """How an examination in theory is spoken of."""

    exams: tuple[str, ...] = Field(description="Words for an examination in theory")
    unlike: tuple[str, ...] = Field(
        default=(), description="Words that only look as if they held one of `exams`: 随机考核"
    )
    subjects: tuple[str, ...] = Field(
        default=(), description="Words for theory itself: examined, if a sign follows them"
    )
    taught: tuple[str, ...] = Field(
        default=(), description="Words behind theory that speak of teaching it: 理论知识培训"
    )
    signs: tuple[str, ...] = Field(
        default=(), description="Words for a share, a time, a mark or a method of its own"
    )
    denials: tuple[str, ...] = Field(
        description="Words that say, in the same clause, that there is none of its own"
    )
    merged: tuple[str, ...] = Field(
        default=(), description="Words that say so for the whole sentence: within the practice"
    )


@check("theory-not-examined", facts=("exam",))
def theory_not_examined(spec: Specification, params: Theory) -> Yields:
    """Theory is not examined on its own, neither as a method nor as a task."""
    texts = [(METHOD_AND_TIME, method_text(spec) or "")]
    texts += [(f"/tasks/{index}/name", task.name or "") for index, task in enumerate(spec.tasks)]
    if not any(text for _, text in texts):
        yield Moot(METHOD_AND_TIME)
    for path, text in texts:
        exam = text if text in _THEORY else _exam_in(text, params)
        if exam is not None:
            yield Problem(path, {"exam": exam})


def _exam_in(text: str, params: Theory) -> str | None:
    """Return the words of a text for an examination in theory of its own."""
    if not _any((*params.exams, *params.subjects), text):
        return None
    for word in params.unlike:
        text = text.replace(word, word[:-1])
    for sentence in re.split(_SENTENCE_END, re.sub(_BOTH, r"\g<theory>和", text)):
        if not _any(params.merged, sentence):
            denied = False
            for clause in re.split(f"({_CLAUSE_END})", sentence):
                if re.fullmatch(_CLAUSE_END, clause):
                    denied = denied and clause == "、"  # 无笔试、机考 denies both
                    continue
                denied = _denies(clause, params) or (denied and not re.search(_OWN, clause))
                exam = None if denied else _exam_of_clause(clause, params)
                if exam is not None:
                    return exam
    return None


def _denies(clause: str, params: Theory) -> bool:
    """Say whether a clause denies an exam; 笔试与实操相结合 does not."""
    told = clause.replace("相结合", "") if _any(params.exams, clause) else clause
    return _any(params.denials, told)


def _exam_of_clause(clause: str, params: Theory) -> str | None:
    exam = next((word for word in params.exams if word in clause), None)
    if exam is not None:
        return exam
    for subject in params.subjects:
        at = clause.find(subject)
        behind = clause[at + len(subject) :][:_REACH] if at >= 0 else ""
        if behind.removeprefix("知识").startswith(params.taught):
            continue
        sign = next((sign for sign in params.signs if sign in behind), None)
        if sign is not None or any(letter.isdecimal() for letter in behind):
            return clause.strip()
    return None


def _any(words: tuple[str, ...], text: str) -> bool:
    for word in words:  # noqa: SIM110 - any() takes twice as long
        if word in text:
            return True
    return False
