"""What the note on a finding says, in a comment of Word or at a highlight of a PDF."""

from collections.abc import Iterator, Sequence

from specvalidator.findings import Finding
from specvalidator.reports import vocabulary as words
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

_FIXED = Words(
    "改法已写成修订（{}），请在“审阅”中接受或拒绝。",
    "The mend stands in the text as a tracked change ({}): accept or reject it.",
)
_TAKEN_OUT = Words("删去“{0}”", "“{0}” taken out")
_PUT_IN = Words("添上“{1}”", "“{1}” put in")
_REPLACED = Words("“{0}”改为“{1}”", "“{0}” made “{1}”")
_MOST_MENDS = 12
_BRACKETS = Words("【{}】", "[{}] ")
_LABELLED = Words("{}：{}", "{}: {}")

Mend = tuple[str, str]
"""Words taken out, and words put in where they stood; either may be none."""


def said(finding: Finding, lang: Lang, *, is_near: bool, mends: Sequence[Mend] = ()) -> list[str]:
    """Return the lines of the note on a finding.

    Args:
        finding: what to say.
        lang: language of what the finding does not say itself.
        is_near: the note does not stand at the finding's place, so that it names the place.
        mends: what stands in the text as tracked changes: words taken out and put in.
    """
    gravity = words.GRAVITIES[finding.gravity].said(lang)
    head = _BRACKETS.said(lang).format(gravity) + flowed(finding.message)
    labelled = _LABELLED.said(lang).format
    place = finding.location.place if is_near else None
    details = [*([(words.PLACE, place.said(lang))] if place else []), *_details(finding, lang)]
    return [
        head,
        *(labelled(label.said(lang), text) for label, text in details),
        *([_FIXED.said(lang).format(_mended(mends, lang))] if mends else []),
    ]


def _mended(mends: Sequence[Mend], lang: Lang) -> str:
    """Say what tracked changes do: 删去“员”；“3”改为“2”."""
    told = list(dict.fromkeys(_one(*each).said(lang).format(*each) for each in mends))
    more = ["…"] if len(told) > _MOST_MENDS else []
    return ("；" if lang == "zh" else "; ").join(told[:_MOST_MENDS] + more)


def _one(taken_out: str, put_in: str) -> Words:
    if not put_in:
        return _TAKEN_OUT
    return _REPLACED if taken_out else _PUT_IN


def _details(finding: Finding, lang: Lang) -> Iterator[tuple[Words, str]]:
    others = [at.place.said(lang) for at in finding.related if at.place]
    if others:
        yield words.RELATED, ("；" if lang == "zh" else "; ").join(others)
    strength = words.BASES[finding.basis].said(lang)
    text = flowed(finding.clause.text)
    yield words.CLAUSE, _LABELLED.said(lang).format(finding.clause.where + strength, text)
    yield words.SUGGESTION, flowed(finding.suggestion)
    yield words.RULE, finding.rule
    if finding.lapsed:
        yield words.WAIVER, words.lapsed(finding.lapsed, lang)
