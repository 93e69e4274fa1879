"""What the assessment requires, 考核要求 (附件2 六)."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from specvalidator.checks.absence import VARIANTS, absent
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.findings import Doubt
from specvalidator.models.specification import Requirements, Specification

Requirement = Literal["eligibility", "examiners", "method_and_time", "venue_and_equipment"]
"""One of the four items of 考核要求."""


class Headings(Params):
    """Under which headings the items stand."""

    headings: Mapping[Requirement, tuple[str, ...]] = Field(
        description="Item → its heading in the notice first, then others in use"
    )


@check(
    "requirements-present",
    facts=("item", "inside", "written"),
    variants=(
        *("eligibility", "examiners", "method_and_time", "venue_and_equipment"),
        *("review", "empty", *VARIANTS),
    ),
)
def requirements_present(spec: Specification, params: Headings) -> Yields:
    """Each item is given. A heading met inside another item's text may be the absent item."""
    texts = _texts(spec.requirements)
    written = {item: text for item, text in texts.items() if text and not is_absent(text)}
    for item, headings in params.headings.items():
        path = f"/requirements/{item}"
        facts = {"item": headings[0], "inside": ""}
        outcome = absent(path, texts[item], facts, variant=item)
        if outcome is None:
            continue
        inside = next((at for at, text in written.items() if _any(headings, text)), None)
        if inside is None or outcome.variant != item:
            yield outcome
        else:
            facts = {"item": headings[0], "inside": params.headings[inside][0], "written": ""}
            yield Doubt(path, facts, related=(f"/requirements/{inside}",))


def _texts(requirements: Requirements) -> dict[Requirement, str | None]:
    return {
        "eligibility": requirements.eligibility,
        "examiners": requirements.examiners,
        "method_and_time": requirements.method_and_time,
        "venue_and_equipment": requirements.venue_and_equipment,
    }


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)
