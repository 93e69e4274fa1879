"""What is left of a pack's file without the entries that are wrong, so that it can be looked at."""

import re
from collections.abc import Collection, Mapping
from typing import Any, get_args

from pydantic import ValidationError

from specvalidator.extra import EXTRA
from specvalidator.models.base import Kind
from specvalidator.packs import RulePack, shaped
from specvalidator.packs.adding import NAME, Part
from specvalidator.packs.refusing import Refuse


def sound_part(
    entries: Mapping[str, Any], wrong: Collection[str], file: str, refuse: Refuse
) -> RulePack | None:
    """Return the pack without some entries, None if none is left.

    Args:
        entries: all of them.
        wrong: the keys at which a mistake was found.
        file: the name of the file.
        refuse: what is done about mistakes that show now.
    """
    at = {tuple(key.split(".")[:length]) for key in wrong for length in (1, 2, 3)}
    sound = {
        "pack": _HEADER if ("pack",) in at else entries.get("pack", _HEADER),
        "clauses": {
            name: _CLAUSE if ("clauses", name) in at else clause
            for name, clause in tables(entries, "clauses").items()
        },
        "rules": {
            name: rule
            for name, rule in tables(entries, "rules").items()
            if ("rules", name) not in at
        },
        EXTRA: {
            kind: {
                name: _field(name, field) if (EXTRA, kind, name) in at else field
                for name, field in tables(tables(entries, EXTRA), kind).items()
                if re.match(NAME, name)
            }
            for kind in tables(entries, EXTRA)
            if kind in get_args(Kind)
        },
    }
    try:
        return shaped(sound, file, refuse)
    except ValidationError:
        return None


_HEADER: Mapping[str, Any] = {
    **dict.fromkeys(("title", "issuer", "number", "edition"), "-"),
    "id": "pack",
    "jurisdiction": "000000",
    "issued": "2000-01-01",
    "effective_from": "2000-01-01",
}
_CLAUSE: Mapping[str, Any] = {"where": "-", "text": "-", "by_hand": {"zh": "-", "en": "-"}}
"""What stands for entries with mistakes, so that the others can be looked at."""


def _field(name: str, entry: Any) -> Mapping[str, Any]:  # noqa: ANN401 - TOML of any shape
    """Return what stands for a field, where the rules look for it."""
    part = entry.get("part") if isinstance(entry, dict) else None
    title = {"title": {"zh": name, "en": name}}
    return {**title, "part": part} if part in get_args(Part) else title


def tables(entries: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return what stands under a key as a table; an empty one where it is none."""
    found = entries.get(name)
    return found if isinstance(found, dict) else {}
