"""What one entry of a pack cannot show by itself: whether its entries fit each other."""

from collections.abc import Mapping
from typing import Any

from specvalidator.errors import BadPack
from specvalidator.packs.adding_faults import refuse_unusable
from specvalidator.packs.law import RulePack
from specvalidator.packs.refusing import Refuse, at_once, with_nearest
from specvalidator.wording import Words

_OWN: Mapping[str, frozenset[str]] = {
    "rules": frozenset({"check", "kind"}),
    "clauses": frozenset({"text", "where"}),
}
"""Some of what an entry says that is new, and does not change an inherited one."""
_CALLED: Mapping[str, Words] = {"rules": Words("规则", "rule"), "clauses": Words("条款", "clause")}


def refuse_unknown(
    own: Mapping[str, Any], inherited: Mapping[str, Any], file: str, refuse: Refuse = at_once
) -> None:
    """Refuse a pack that changes a rule or a clause which the pack it extends does not have.

    Raises:
        BadPack: it does; the nearest name is said.
    """
    for kind, telling in _OWN.items():
        entries, known = own.get(kind), inherited.get(kind)
        if not isinstance(entries, dict) or not isinstance(known, dict):
            continue
        for name, entry in entries.items():
            if name not in known and isinstance(entry, dict) and telling.isdisjoint(entry):
                called = _CALLED[kind]
                said = Words(
                    f"所继承的规则包没有{called.zh}“{name}”",
                    f"the pack that it extends has no {called.en} “{name}”",
                )
                refuse(BadPack(file, f"{kind}.{name}", with_nearest(said, name, known)))


def refuse_unplaced(
    own: Mapping[str, Any], inherited: Mapping[str, Any], file: str, refuse: Refuse = at_once
) -> None:
    """Refuse a clause whose text is another than the inherited one, at an unsaid place.

    Raises:
        BadPack: there is one; where the other notice has it is not where this one does.
    """
    entries, known = own.get("clauses"), inherited.get("clauses")
    for name, entry in entries.items() if isinstance(entries, dict) else ():
        is_changed = isinstance(known, dict) and name in known and isinstance(entry, dict)
        if is_changed and "text" in entry and "where" not in entry:
            said = Words(
                "条文是本文件自己的，须用 where 写明出处",
                "the text is the pack's own: `where` should say where it stands",
            )
            refuse(BadPack(file, f"clauses.{name}.where", said))


def refuse_inconsistent(pack: RulePack, file: str, refuse: Refuse = at_once) -> None:
    """Refuse a pack that never applies, one with a clause that nobody looks at, unusable fields.

    Raises:
        BadPack: it is one of these.
    """
    header = pack.pack
    if header.effective_until is not None and header.effective_until <= header.effective_from:
        said = Words(
            f"失效日期 {header.effective_until} 应晚于施行日期 {header.effective_from}",
            f"{header.effective_until} should be later than effective_from, "
            f"{header.effective_from}",
        )
        refuse(BadPack(file, "pack.effective_until", said))
    refuse_unusable(pack, file, refuse)
    tested = {clause for rule in pack.rules.values() for _, clause in rule.clauses()}
    for name, clause in pack.clauses.items():
        if name not in tested and clause.by_hand is None and clause.off is None:
            said = Words(
                "没有规则引用这一条，也没有用 by_hand 写明为何须人工核对",
                "no rule comes from it, and no by_hand says why a person must look",
            )
            refuse(BadPack(file, f"clauses.{name}", said))
