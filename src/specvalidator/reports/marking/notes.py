"""What the note on a finding says, in a comment of Word or at a highlight of a PDF."""

from collections.abc import Iterator

from specvalidator.findings import Finding
from specvalidator.reports import vocabulary as words
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words

_FIXED = Words(
    "改法已写成修订，请在“审阅”中接受或拒绝。",
    "The mend stands in the text as a tracked change: accept or reject it.",
)
_BRACKETS = Words("【{}】", "[{}] ")
_LABELLED = Words("{}：{}", "{}: {}")


def said(finding: Finding, lang: Lang, *, is_near: bool, is_fixed: bool = False) -> list[str]:
    """Return the lines of the note on a finding.

    Args:
        finding: what to say.
        lang: language of what the finding does not say itself.
        is_near: the note does not stand at the finding's place, so that it names the place.
        is_fixed: the fix stands in the text as a tracked change.
    """
    gravity = words.GRAVITIES[finding.gravity].said(lang)
    head = _BRACKETS.said(lang).format(gravity) + flowed(finding.message)
    labelled = _LABELLED.said(lang).format
    place = finding.location.place if is_near else None
    details = [*([(words.PLACE, place.said(lang))] if place else []), *_details(finding, lang)]
    return [
        head,
        *(labelled(label.said(lang), text) for label, text in details),
        *([_FIXED.said(lang)] if is_fixed else []),
    ]


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
