"""The occupation that an ability belongs to, 职业领域 (附件2 五)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pydantic import Field

from specvalidator.checks.absence import VARIANTS, absent
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare, without_brackets
from specvalidator.checks.naming import Occupations
from specvalidator.checks.specification.name import has_content_table
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.specification import Occupation, Specification
from specvalidator.wording import Words

_CODE = re.compile(r"(?<!\d)\d(?:[-‐‑–—―−]\d\d){3}(?!\d)")
# Patterns as text are compiled when they are first needed: few documents need them.
_SEPARATORS = r"[、/,，;；\n]"
_PERSON = r"(?<=.)(?:人员|[工员师])$"
_MARKS = re.compile(r"(?:l/s|l|s)$")
_NEAREST = 3
_NEAR = 50  # of 100: below it the titles share a character or two by chance


class Titles(Params):
    """The 细类 of one edition of the 职业分类大典."""

    occupations: Occupations
    edition: str = Field(description="What the edition is called")

    @cached_property
    def codes(self) -> dict[str, list[str]]:
        """The codes of each title; a few titles have two."""
        codes: dict[str, list[str]] = {}
        for each in self.occupations:
            codes.setdefault(each["name"], []).append(each["code"])
        return codes

    @cached_property
    def names(self) -> dict[str, str]:
        """The title of each code."""
        return {each["code"]: each["name"] for each in self.occupations}

    @cached_property
    def stems(self) -> dict[str, str]:
        """Each title without its ending: it is the trade that makes titles alike, not 工 or 师."""
        return {title: re.sub(_PERSON, "", title) for title in self.codes}


class NamedOccupation(NamedTuple):
    """One occupation as a draft gives it: a code, a title or both."""

    code: str | None
    name: str | None


@check("missing-occupation", facts=("written",), variants=VARIANTS)
def missing_occupation(spec: Specification, _: Params) -> Yields:
    """The content table says which occupation the ability belongs to."""
    if not has_content_table(spec):
        yield Moot("/occupation")
        return
    outcome = absent("/occupation", spec.occupation and spec.occupation.text, {})
    if outcome is not None:
        yield outcome


@check("unknown-occupation", facts=("found", "nearest"), variants=("review", "nothing-near"))
def unknown_occupation(spec: Specification, params: Titles) -> Yields:
    """Every occupation named is a 细类. No list is complete, so a person is asked."""
    if spec.occupation is None or is_absent(spec.occupation.text):
        yield Moot("/occupation")
        return
    several = list(given(spec.occupation, params))
    unknown = next((each for each in several if not _is_known(each, params)), None)
    if unknown:
        nearest = _nearest(unknown, params)
        found = (len(several) > 1 and (unknown.name or unknown.code)) or spec.occupation.text
        facts: Facts = {"found": found, "nearest": _listed(nearest, params)}
        yield Doubt("/occupation", facts, variant="review" if nearest else "nothing-near")


@check(
    "occupation-code-mismatch",
    facts=("code", "code_title", "name", "name_code"),
    variants=("unknown-code",),
)
def occupation_code_mismatch(spec: Specification, params: Titles) -> Yields:
    """Code and title of an occupation belong together."""
    if spec.occupation is None or is_absent(spec.occupation.text):
        yield Moot("/occupation")
        return
    for code, name in given(spec.occupation, params):
        title = _title(name or "", params)
        if code is None or title is None or code in params.codes[title]:
            continue
        facts = {
            "code": code,
            "code_title": params.names.get(code, ""),
            "name": title,
            "name_code": "、".join(params.codes[title]),
        }
        yield Problem("/occupation", facts, None if code in params.names else "unknown-code")


def given(occupation: Occupation, params: Titles) -> Iterator[NamedOccupation]:
    """Yield each occupation that a draft names; several stand between 、 or /."""
    code = _code(occupation.code or "") or occupation.code or _code(occupation.text)
    name = occupation.name or (None if occupation.code else _uncoded(occupation.text))
    if name is None or _title(name, params) or not re.search(_SEPARATORS, name):
        yield NamedOccupation(code, name)
        return
    for part in re.split(_SEPARATORS, occupation.text):
        each = NamedOccupation(_code(part), _uncoded(part))
        if each.code or each.name:
            yield each


def _uncoded(text: str) -> str | None:
    """Return what of a text is no code, None for nothing."""
    return _CODE.sub("", unicodedata.normalize("NFKC", text)).strip("():-/、, \n") or None


def _code(text: str) -> str | None:
    """Return the code in a text as the book prints it, 4-03-02-02, None where there is none."""
    match = _CODE.search(bare(text))
    return "-".join(re.findall(r"\d+", match[0])) if match else None


def _title(name: str, params: Titles) -> str | None:
    """Return the title that a name means, None where it is none: marks and a trade may follow."""
    whole = bare(name)
    for word in (whole, _MARKS.sub("", whole), without_brackets(whole)):
        if word in params.codes:
            return word
    return None


def _is_known(each: NamedOccupation, params: Titles) -> bool:
    """Say whether title or code is known; of a known code with another title, the title counts."""
    return each.code in params.names if each.name is None else bool(_title(each.name, params))


def _nearest(each: NamedOccupation, params: Titles) -> list[str]:
    """Return the titles nearest to what a draft names, that of its code first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, and seldom needed

    found = [params.names[each.code]] if each.code in params.names else []
    if each.name:
        near = process.extract(
            re.sub(_PERSON, "", without_brackets(bare(each.name))),
            params.stems,
            scorer=fuzz.ratio,
            limit=_NEAREST,
            score_cutoff=_NEAR,
        )
        found += [title for _, _, title in near if title not in found]
    return found[:_NEAREST]


def _listed(titles: list[str], params: Titles) -> Words:
    return Words(
        "、".join(f"“{title}”（{'、'.join(params.codes[title])}）" for title in titles),
        ", ".join(f"“{title}” ({', '.join(params.codes[title])})" for title in titles),
    )
