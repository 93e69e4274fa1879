"""Rule packs: the law as data. One TOML file holds the clauses and rules of one notice."""

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from specvalidator.errors import BadPack
from specvalidator.packs.adding import with_added_rules
from specvalidator.packs.consistency import refuse_inconsistent
from specvalidator.packs.entry import Bilingual, RuleSeverity
from specvalidator.packs.files import merged, with_shared_params
from specvalidator.packs.law import ClauseText, Names, PackHeader, Rule, RulePack, Variant
from specvalidator.packs.refusing import Refuse, at_once, with_line, with_nearest
from specvalidator.shipped import data_folder
from specvalidator.toml_errors import explained
from specvalidator.wording import Words

__all__ = [
    "DEFAULT_PACK",
    "Bilingual",
    "ClauseText",
    "Names",
    "PackHeader",
    "Rule",
    "RulePack",
    "RuleSeverity",
    "Variant",
    "find_parent",
    "known_packs",
    "load_pack",
    "located_pack",
    "pack_in_force",
    "shaped",
]

DEFAULT_PACK = "weihai-2021-5"
_COUNTRY = "000000"
"""What no division of GB/T 2260 has: a pack for all of them."""


def known_packs() -> tuple[str, ...]:
    """Return the ids of the packs that come with the package, in alphabetical order."""
    files = data_folder("rules").iterdir()
    return tuple(sorted(path.stem for path in files if path.suffix == ".toml"))


@cache
def load_pack(pack: str | Path = DEFAULT_PACK) -> RulePack:
    """Return the pack with this id, or the pack of this TOML file.

    Raises:
        BadPack: there is no such pack, or its file is not a valid pack.
    """
    return _parsed(located_pack(pack))


def pack_in_force(jurisdiction: str, *, on: date) -> RulePack | None:
    """Return the shipped pack that applies in a division of GB/T 2260 on a day, None if none does.

    A district without a pack of its own (371002) follows its city (371000), a city its province
    (370000), a province the country (000000). The pack's own `pack.jurisdiction` says whose was
    taken.
    """
    packs = [load_pack(name) for name in known_packs()]
    city, province = f"{jurisdiction[:4]}00", f"{jurisdiction[:2]}0000"
    for division in dict.fromkeys((jurisdiction, city, province, _COUNTRY)):
        in_force = [
            pack
            for pack in packs
            if pack.pack.jurisdiction == division
            and pack.pack.effective_from <= on
            and (pack.pack.effective_until is None or on < pack.pack.effective_until)
        ]
        if in_force:
            return max(in_force, key=lambda pack: pack.pack.effective_from)
    return None


def located_pack(pack: str | Path) -> Path:
    """Return the file of a pack; arguments and errors as `load_pack`."""
    if isinstance(pack, str) and pack in known_packs():
        return data_folder("rules") / f"{pack}.toml"
    path = Path(pack)
    if path.suffix == ".toml" and os.path.isfile(path):  # noqa: PTH113 - Path raises in a closed folder
        return path
    raise BadPack(str(pack), "", _no_such_pack())


def _no_such_pack() -> Words:
    known = known_packs()
    return Words(
        f"没有这个规则包。现有：{'、'.join(known)}", f"no such pack. Known: {', '.join(known)}"
    )


def _parsed(path: Path) -> RulePack:
    """Parse a pack's file and lay it over the pack that it extends."""
    try:
        entries = with_shared_params(with_added_rules(merged(path, find_parent)), path.name)
        pack = shaped(entries, path.name)
        refuse_inconsistent(pack, path.name)
    except BadPack as fault:
        raise with_line(fault, path) from None
    return pack


def find_parent(pack: str, child: Path) -> Path:
    """Find the pack that another extends: a shipped one, else its neighbour in the folder.

    Raises:
        BadPack: there is none of this name.
    """
    if pack in known_packs():
        return located_pack(pack)
    neighbour = child.with_name(f"{Path(pack).name}.toml")
    if neighbour.stem == pack and neighbour.is_file():
        return neighbour
    raise BadPack(child.name, "pack.extends", _no_such_pack())


def shaped(pack: dict[str, Any], file: str, refuse: Refuse = at_once) -> RulePack:
    """Return what a pack's file holds as a pack.

    Args:
        pack: the entries, inherited ones included.
        file: its name.
        refuse: what is done about each entry that is no such entry.

    Raises:
        BadPack: the first of them, or that no rule can be made of it.
    """
    try:
        valid = RulePack.model_validate(pack)
    except ValidationError as error:
        errors = error.errors()
        for each in errors:
            key = ".".join(str(part) for part in each["loc"] if part != "[key]")
            more = len(errors) - 1 if refuse is at_once else 0
            also = Words(f"（另有{more}处）", f" ({more} more)") if more else Words("", "")
            why = explained(each, RulePack)
            refuse(BadPack(file, key, Words(why.zh + also.zh, why.en + also.en)))
        raise
    for name, rule in valid.rules.items():
        for key, clause in rule.clauses():
            fault = _fault_of_clause(valid, rule, key, clause)
            if fault is not None:
                refuse(BadPack(file, f"rules.{name}.{key}", fault))
    return valid


def _fault_of_clause(pack: RulePack, rule: Rule, key: str, clause: str) -> Words | None:
    """Return what is wrong with a clause that a rule or one of its variants names, if anything."""
    if clause not in pack.clauses:
        unknown = Words(f"没有条款“{clause}”", f"there is no clause “{clause}”")
        return with_nearest(unknown, clause, pack.clauses)
    known = rule.clause in pack.clauses
    if key == "clause" or not known or pack.clauses[clause].off is None or pack.why_dropped(rule):
        return None
    return Words(
        f"条款“{clause}”已不采用；请改写这一条的依据，或停用规则",
        f"the clause “{clause}” is dropped; name another, or drop the rule",
    )
