"""The equipment that a specification asks for is in the form's table (附件2 六.4, 附件3).

It is covered when the table's names, models or notes contain it or are contained in it, when both
are two words for one thing, or when they differ by a slip.
"""

from collections.abc import Iterable, Iterator

from pydantic import Field

from specvalidator.checks.base import Yields, check, is_absent
from specvalidator.checks.dossier.equipment_lists import (
    ListWords,
    alternatives,
    equipment_named,
    without_sizes,
)
from specvalidator.checks.likeness import bare
from specvalidator.findings import Doubt, Facts, Moot
from specvalidator.models.application import Application
from specvalidator.models.dossier import Dossier
from specvalidator.wording import Words

_MOST_QUOTED = 200
_ALIKE = 2
"""Letters that two names must share before one can stand for the other."""


class EquipmentWords(ListWords):
    """How equipment is named, and which names are one."""

    same: tuple[tuple[str, ...], ...] = Field(default=(), description="Words for the same thing")
    close: int = Field(ge=0, le=100, description="Likeness of names that differ by a slip")


@check("equipment-covered", facts=("project", "missing", "required", "listed"))
def equipment_covered(dossier: Dossier, params: EquipmentWords) -> Yields:
    """What each specification's 鉴定场地设备要求 names is in the form's equipment table.

    Matching names is a judgement, so what is not found is a question. That there is no form, no
    specification or no equipment is for other rules to say.
    """
    listed = [text for form in dossier.applications for text in _listed(form)]
    asked = False
    for index, spec in enumerate(dossier.specifications):
        required = spec.requirements.venue_and_equipment
        if is_absent(required) or required is None or not listed:
            continue
        named = list(dict.fromkeys(equipment_named(required, params)))
        asked = asked or bool(named)
        missing = [name for name in named if not _is_covered(name, listed, params)]
        if missing:
            facts: Facts = {
                "project": spec.subject or "",
                "missing": Words("、".join(missing), ", ".join(missing)),
                "required": _quoted(required),
                "listed": _quoted("、".join(_names(dossier.applications))),
            }
            path = f"/specifications/{index}/requirements/venue_and_equipment"
            yield Doubt(path, facts, None, ("/applications/0/equipment",))
    if not asked:
        yield Moot("/specifications")


def _quoted(text: str) -> Words:
    flat = " ".join(text.split())
    flat = flat if len(flat) <= _MOST_QUOTED else flat[: _MOST_QUOTED - 1] + "…"
    return Words(flat, flat)


def _names(forms: Iterable[Application]) -> list[str]:
    return [row.name for form in forms for row in form.equipment if row.name]


def _listed(form: Application) -> Iterator[str]:
    """Yield what the table says, without what would hinder comparing."""
    for row in form.equipment:
        for text in (row.name, row.model, row.note):
            if text:
                yield bare(without_sizes(text) or text)
                yield bare(text)


def _is_covered(name: str, listed: list[str], words: EquipmentWords) -> bool:
    """Say whether the table has a piece of equipment, or one of those it may be: 电磁炉或燃气灶."""
    each = [bare(one) for one in alternatives(name)]
    meant = [other for one in each for other in _others(one, words)]
    return any(_is_same(one, text, words) for one in meant for text in listed)


def _others(name: str, words: EquipmentWords) -> Iterator[str]:
    """Yield a name with each word for the same thing in it."""
    yield name
    for group in words.same:
        for word in map(bare, group):
            if word in name:
                yield from (name.replace(word, bare(other)) for other in group if other != word)


def _is_same(name: str, text: str, words: EquipmentWords) -> bool:
    if name in text:
        return len(name) >= _ALIKE or text.endswith(name)
    if len(text) >= _ALIKE and text in name:
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - heavy, and names that are the same need it not

    return fuzz.ratio(name, text) >= words.close
