"""What one entry of a pack cannot show by itself: whether its entries fit each other."""

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specvalidator.errors import BadPack
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.packs import RulePack

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
_OWN: Mapping[str, frozenset[str]] = {
    "rules": frozenset({"check", "kind"}),
    "clauses": frozenset({"text", "where"}),
}
"""Some of what an entry says that is new, and does not change an inherited one."""
_CALLED: Mapping[str, Words] = {"rules": Words("规则", "rule"), "clauses": Words("条款", "clause")}


def refuse_unknown(own: Mapping[str, Any], inherited: Mapping[str, Any], path: Path) -> None:
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
                raise _bad(path, f"{kind}.{name}", with_nearest(said, name, known))


def refuse_inconsistent(pack: "RulePack", path: Path) -> None:
    """Refuse a pack that never applies, or one with a clause that nobody looks at.

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
        raise _bad(path, "pack.effective_until", said)
    tested = {clause for rule in pack.rules.values() for _, clause in rule.clauses()}
    for name, clause in pack.clauses.items():
        if name not in tested and clause.by_hand is None:
            said = Words(
                "没有规则引用这一条，也没有用 by_hand 写明为何须人工核对",
                "no rule comes from it, and no by_hand says why a person must look",
            )
            raise _bad(path, f"clauses.{name}", said)


def with_nearest(said: Words, name: str, known: Iterable[str]) -> Words:
    """Return what is said of an unknown name with the known one that is nearest, if any."""
    near = difflib.get_close_matches(name, list(known), n=1)
    if not near:
        return said
    return Words(f"{said.zh}，是否指“{near[0]}”？", f"{said.en}; did you mean “{near[0]}”?")


def _bad(path: Path, key: str, said: Words) -> BadPack:
    line = _line_of(key, path)
    if line is not None:
        said = Words(f"（第{line}行）{said.zh}", f"(line {line}) {said.en}")
    return BadPack(path.name, key, said)


def _line_of(key: str, path: Path) -> int | None:
    """Return the line of a file that begins the entry of a dotted key, None where none does."""
    table = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        header, entry = _HEADER.match(line), _KEY.match(line)
        if header is not None:
            table = _plain(header[1])
            at = table
        elif entry is not None:
            at = f"{table}.{_plain(entry[1])}" if table else _plain(entry[1])
        else:
            continue
        if at == key or at.startswith(f"{key}."):
            return number
    return None


def _plain(key: str) -> str:
    return "".join(each for each in key if each not in " \"'")
