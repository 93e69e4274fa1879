"""The equipment that a specification asks for is in the form's table (附件2 六.4, 附件3).

It is covered when the table's names, models or notes contain it or are contained in it, when both
are two words for one thing, or when they differ by a slip.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

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
_MOST_NAMED = 300
"""Pieces of equipment that are looked for; no honest requirement names as many."""
_MOST_COMPARED = 500
"""Letters of a cell that are compared."""
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
    listed = _Listed(dossier.applications)
    asked = False
    for index, spec in enumerate(dossier.specifications):
        required = spec.requirements.venue_and_equipment
        if is_absent(required) or required is None or not listed.texts:
            continue
        named = list(dict.fromkeys(islice(equipment_named(required, params), _MOST_NAMED)))
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


class _Listed:
    """What the table lists, without what would hinder comparing; asked without a loop over it."""

    def __init__(self, forms: Iterable[Application]) -> None:
        self.texts = frozenset(text for form in forms for text in _texts(form))
        self._all = "\n".join(sorted(self.texts))
        self._last = frozenset(text[-1] for text in self.texts)

    def covers(self, name: str, close: int) -> bool:
        """Say whether a text holds the name, stands in it, or differs from it by a slip."""
        if len(name) < _ALIKE:
            return name in self._last
        if name in self._all or any(part in self.texts for part in _parts(name)):
            return True
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, and seldom needed

        found = process.extractOne(name, self.texts, scorer=fuzz.ratio, score_cutoff=close)
        return found is not None


def _texts(form: Application) -> Iterator[str]:
    for row in form.equipment:
        for text in (row.name, row.model, row.note):
            short = (text or "")[:_MOST_COMPARED]
            yield from filter(None, (bare(short), bare(without_sizes(short))))


def _parts(name: str) -> Iterator[str]:
    """Yield every piece of a name that says enough to stand for it."""
    for start in range(len(name)):
        for end in range(start + _ALIKE, len(name) + 1):
            yield name[start:end]


def _is_covered(name: str, listed: _Listed, words: EquipmentWords) -> bool:
    """Say whether the table has a piece of equipment, or one of those it may be: 电磁炉或燃气灶."""
    each = [bare(one) for one in alternatives(name)]
    return any(listed.covers(other, words.close) for one in each for other in _others(one, words))


def _others(name: str, words: EquipmentWords) -> Iterator[str]:
    """Yield a name with each word for the same thing in it."""
    yield name
    for group in words.same:
        for word in map(bare, group):
            if word in name:
                yield from (name.replace(word, bare(other)) for other in group if other != word)
