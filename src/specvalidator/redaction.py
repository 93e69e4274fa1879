"""Reports without personal data: names, telephone, certificate and identity numbers masked.

Rules have seen everything by then. What is personal is marked on the records' own fields, and
telephone and identity numbers from their form, wherever in the record they stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from specvalidator.findings import Content, Finding, Location, Report
from specvalidator.lexicon import in_force
from specvalidator.models.base import AboutPerson, Kind, PersonalMeaning
from specvalidator.places import Place, Source
from specvalidator.submission import Submission
from specvalidator.wording import Lang, Words

PERSON = Words("〔姓名〕", "[name]")
TELEPHONE = Words("〔电话〕", "[telephone]")
CERTIFICATE = Words("〔证号〕", "[certificate number]")
IDENTITY = Words("〔证件号〕", "[identity number]")
BIRTH = Words("〔出生日期〕", "[date of birth]")

_MASKS: Mapping[PersonalMeaning, Words] = {
    "person": PERSON,
    "telephone": TELEPHONE,
    "certificate": CERTIFICATE,
    "birth": BIRTH,
}
"""What stands in the place of a field that its model marks as personal."""

_FORMS = (
    (IDENTITY, re.compile(r"(?<!\d)\d{17}[\dXxＸｘ](?!\d)")),
    (TELEPHONE, re.compile(r"(?<!\d)[1１][3-9３-９](?:[-\s]{0,2}\d){9}(?!\d)")),
    (TELEPHONE, re.compile(r"(?<!\d)[(（]?[0０]\d{2,3}[)）]?[-－—\s]{0,2}\d{7,8}(?!\d)")),
)
"""Numbers that are personal wherever they stand. A digit may be one of full width."""
_PARTS = re.compile(r"[\s()（）、，,/／;；:：]+")
_BLANKS = frozenset({"无", "/", "-", "—", "——", "同上", "略", "暂无", "待定"})
_FEWEST_DIGITS = 4
"""A shorter number tells nothing about anybody, and stands in every sentence."""
_CUT = "…"


class Personal(NamedTuple):
    """One value that is not to be seen, and what stands in its place."""

    value: str
    mask: Words


def personal(submission: Submission) -> tuple[Personal, ...]:
    """Return what of a submission is about persons, the longest first."""
    found: dict[str, Words] = {}
    both = [submission, submission.accepted] if submission.accepted else [submission]
    texts = [word for each in both for remark in each.remarks for word in remark.message]
    pending: list[object] = [each.model for each in both]
    while pending:
        value = pending.pop()
        if isinstance(value, BaseModel):
            masks = masks_of(type(value))
            for name, inside in value.__dict__.items():
                mask = masks.get(name)
                if mask and inside is not None:
                    found |= dict.fromkeys(_said(inside, mask), mask)
                pending.append(inside)
        elif isinstance(value, Mapping):
            found |= _of_added(value, submission.kind)
            texts += [each for each in value.values() if isinstance(each, str)]
        elif isinstance(value, tuple):
            pending += value
        elif isinstance(value, str):
            texts.append(value)
    for mask, form in _FORMS:
        found |= {match[0]: mask for text in texts for match in form.finditer(text)}
    return tuple(
        sorted((Personal(*each) for each in found.items()), key=lambda each: -len(each.value))
    )


def _of_added(values: Mapping[str, object], kind: Kind) -> dict[str, Words]:
    """Return what is personal of fields that the pack in force adds to a form."""
    masks = {each.name: _MASKS[each.personal] for each in in_force().added(kind) if each.personal}
    return {
        said: masks[name]
        for name, value in values.items()
        if name in masks and value is not None
        for said in _said(value, masks[name])
    }


@cache
def masks_of(model: type[BaseModel]) -> Mapping[str, Words]:
    """Return what stands in the place of each field that a record type marks as personal."""
    return {
        name: _MASKS[mark.meaning]
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, AboutPerson)
    }


def redacted(report: Report, values: Iterable[Personal], lang: Lang) -> Report:
    """Return a report in which none of these values stands, and which says so."""
    masks = _Masks(values, lang)
    return report.model_copy(
        update={
            "source": _source(report.source, masks),
            "subject": masks.maybe(report.subject),
            "contents": tuple(
                Content(name=masks.hidden(each.name), taken_for=masks.hidden(each.taken_for))
                for each in report.contents
            ),
            "not_judged": tuple(
                each.model_copy(update={"source": _source(each.source, masks)})
                for each in report.not_judged
            ),
            "findings": tuple(_finding(finding, masks) for finding in report.findings),
            "redacted": True,
        }
    )


def _said(value: object, mask: Words) -> Iterator[str]:
    """Yield a value and, where it names several or has a title beside it, its parts."""
    text = str(value).strip()
    if text in _BLANKS or (text.isdecimal() and len(text) < _FEWEST_DIGITS):
        return
    yield text
    if mask is PERSON:
        yield from (part for part in _PARTS.split(text) if len(part) > 1)


class _Masks:
    """What replaces the values in any text."""

    def __init__(self, values: Iterable[Personal], lang: Lang) -> None:
        self._masks: dict[str, str] = {}
        for value, mask in values:
            if bare := _bare(value):
                self._masks.setdefault(bare, mask.said(lang))
        patterns = map(_pattern, self._masks)
        self._values = re.compile("|".join(patterns)) if self._masks else None

    def hidden(self, text: str) -> str:
        """Return the text with every value masked, one that was cut off with … included."""
        if self._values is None:
            return text
        text = self._values.sub(self._mask, text)
        return self._without_cut(text) if _CUT in text else text

    def maybe(self, text: str | None) -> str | None:
        """Return the text with every value masked, None where there is none."""
        return None if text is None else self.hidden(text)

    def _mask(self, match: re.Match[str]) -> str:
        return self._masks[_bare(match[0])]

    def _without_cut(self, text: str) -> str:
        for value, mask in self._masks.items():
            for length in range(len(value) - 1, 0, -1):
                text = text.replace(value[:length] + _CUT, mask + _CUT)
        return text


def _bare(text: str) -> str:
    return "".join(text.split())


def _pattern(value: str) -> str:
    """Match a value whatever white space is in it, and not within a longer word or number."""
    inside = r"\s*".join(map(re.escape, value))
    if len(value) == 1:
        return rf"(?<!\w){inside}(?!\w)"
    before = r"(?<![0-9A-Za-z])" if _is_latin(value[0]) else ""
    after = r"(?![0-9A-Za-z])" if _is_latin(value[-1]) else ""
    return before + inside + after


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _source(source: Source | None, masks: _Masks) -> Source | None:
    """Mask what stands in the names of files inside an archive; its own name is the reader's."""
    if source is None or "/" not in source.name:
        return source
    own, _, inside = source.name.partition("/")
    return source.model_copy(update={"name": f"{own}/{masks.hidden(inside)}"})


def _finding(finding: Finding, masks: _Masks) -> Finding:
    return finding.model_copy(
        update={
            "message": masks.hidden(finding.message),
            "suggestion": masks.hidden(finding.suggestion),
            "location": _location(finding.location, masks),
            "related": tuple(_location(each, masks) for each in finding.related),
            "facts": {name: masks.hidden(fact) for name, fact in finding.facts.items()},
        }
    )


def _location(location: Location, masks: _Masks) -> Location:
    return location.model_copy(
        update={"place": _place(location.place, masks), "written": masks.maybe(location.written)}
    )


def _place(place: Place | None, masks: _Masks) -> Place | None:
    if place is None:
        return None
    return place.model_copy(
        update={"heading": masks.maybe(place.heading), "file": masks.maybe(place.file)}
    )
