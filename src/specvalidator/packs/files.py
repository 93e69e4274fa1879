"""A rule pack's TOML file and the lists beside it, laid over the pack that it extends."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

import rtoml

from specvalidator.companions import companion
from specvalidator.errors import BadPack
from specvalidator.extra import EXTRA
from specvalidator.lexicon import laid_over
from specvalidator.packs.consistency import refuse_unknown, refuse_unplaced
from specvalidator.packs.refusing import Refuse, at_once, with_nearest
from specvalidator.toml_errors import explained_syntax
from specvalidator.wording import Words

_OF_THE_TEXT = frozenset({"text", "where", "said", "notice", "off"})
"""What is of a clause's text: a pack that replaces the text says the others anew."""
FindParent = Callable[[str, Path], Path]
"""From the id of the pack that is extended, and the file that extends it, to its file."""


def merged(
    path: Path, parent: FindParent, refuse: Refuse = at_once, chain: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return what a pack's file holds, laid over what the pack that it extends holds.

    The header is the file's own; clauses and rules are inherited; lists beside the file are read.

    Args:
        path: the file.
        parent: finds the pack that it extends.
        refuse: what is done about an entry that cannot be laid over another.
        chain: the packs that led to this one.

    Raises:
        BadPack: a file is no TOML, a list cannot be read, packs extend each other in a circle.
    """
    try:
        own = rtoml.loads(companion(path).decode().replace("\r\n", "\n"))
    except (rtoml.TomlParsingError, UnicodeDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise BadPack(
            path.name, "", explained_syntax(error), int(line[1]) if line else None
        ) from None
    except OSError as error:
        reason = Words(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}")
        raise BadPack(path.name, "", reason) from None
    _load_lists(own, path, refuse)
    header = own.get("pack")
    extends = header.get("extends") if isinstance(header, dict) else None
    if extends is None:
        return own
    if extends in chain:
        circle = " → ".join((*chain, str(extends)))
        reason = Words(f"循环继承：{circle}", f"packs extend each other in a circle: {circle}")
        raise BadPack(path.name, "pack.extends", reason)
    inherited = merged(parent(str(extends), path), parent, chain=(*chain, str(extends)))
    refuse_unknown(own, inherited, path.name, refuse)
    refuse_unplaced(own, inherited, path.name, refuse)
    return {
        **own,
        "clauses": _laid_over(_cited(inherited, own), own.get("clauses", {})),
        "rules": _laid_over(inherited.get("rules", {}), own.get("rules", {})),
        **_words(inherited, own),
        **_extra(inherited, own),
    }


def _extra(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a pack and the one that it extends add to the forms, if anything."""
    added = _laid_over(inherited.get(EXTRA, {}), own.get(EXTRA, {}))
    return {EXTRA: added} if added else {}


def _words(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the words of a pack and of the one that it extends, none where neither has any."""
    theirs, ours = inherited.get("words", {}), own.get("words", {})
    if not isinstance(theirs, dict) or not isinstance(ours, dict):
        return {"words": ours}
    words = laid_over(theirs, ours)
    return {"words": words} if words else {}


def _cited(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> Any:  # noqa: ANN401 - TOML of any shape
    """Return inherited clauses, each with the number of its notice unless the text is replaced."""
    clauses, changed = inherited.get("clauses", {}), own.get("clauses", {})
    header = inherited.get("pack")
    if not (isinstance(clauses, dict) and isinstance(changed, dict) and isinstance(header, dict)):
        return clauses
    return {
        name: _of_notice(clause, header.get("number"), changed.get(name))
        for name, clause in clauses.items()
    }


def _of_notice(clause: Any, number: object, changed: object) -> Any:  # noqa: ANN401 - the same
    if not isinstance(clause, dict):
        return clause
    if isinstance(changed, dict) and "text" in changed:
        return {key: value for key, value in clause.items() if key not in _OF_THE_TEXT}
    return {**clause, "notice": clause.get("notice", number)}


def _laid_over(base: Any, own: Any) -> Any:  # noqa: ANN401 - TOML of any shape
    """Merge tables key by key; any other value replaces the inherited one."""
    if not (isinstance(base, Mapping) and isinstance(own, Mapping)):
        return own
    return {
        **base,
        **{
            key: _laid_over(base[key], value) if key in base else value
            for key, value in own.items()
        },
    }


def with_shared_params(pack: dict[str, Any], file: str, refuse: Refuse = at_once) -> dict[str, Any]:
    """Return a pack in which `like = "rule"` among params stands for those of that rule.

    What a rule says besides is its own; the other rule must say its params itself.

    Raises:
        BadPack: there is no such rule.
    """
    rules = pack.get("rules")
    if not isinstance(rules, dict):
        return pack
    return {**pack, "rules": {name: _shared(name, rules, file, refuse) for name in rules}}


def _shared(name: str, rules: Mapping[str, Any], file: str, refuse: Refuse) -> Any:  # noqa: ANN401 - TOML of any shape
    rule = rules[name]
    params = rule.get("params") if isinstance(rule, dict) else None
    if not isinstance(params, dict) or "like" not in params:
        return rule
    other = rules.get(str(params["like"]))
    theirs = other.get("params") if isinstance(other, dict) else None
    if not isinstance(theirs, dict) or "like" in theirs:
        reason = Words(
            f"没有参数可以沿用的规则“{params['like']}”",
            f"there is no rule “{params['like']}” with params to take",
        )
        reason = with_nearest(reason, str(params["like"]), rules)
        refuse(BadPack(file, f"rules.{name}.params.like", reason))
        return rule
    own = {key: value for key, value in params.items() if key != "like"}
    return {**rule, "params": {**theirs, **own}}


def _load_lists(pack: dict[str, Any], path: Path, refuse: Refuse) -> None:
    """Put the rows of each CSV in the place of `{ list = "file.csv" }` among a rule's params."""
    rules = pack.get("rules")
    read: dict[str, list[dict[str, str]]] = {}
    for name, rule in rules.items() if isinstance(rules, dict) else ():
        params = rule.get("params") if isinstance(rule, dict) else None
        if not isinstance(params, dict):
            continue
        for key, value in params.items():
            if isinstance(value, dict) and set(value) == {"list"}:
                file = str(value["list"])
                try:
                    if file not in read:
                        read[file] = _rows(file, path, f"rules.{name}.params.{key}")
                except BadPack as fault:
                    refuse(fault)
                    read[file] = []
                params[key] = read[file]


def _rows(file: str, pack: Path, key: str) -> list[dict[str, str]]:
    folder = pack.resolve().parent
    path = (folder / file).resolve()
    if not path.is_relative_to(folder):
        reason = Words(
            f"名单文件必须在规则包所在的文件夹内：{file}",
            f"a list must lie in the pack's folder: {file}",
        )
        raise BadPack(pack.name, key, reason)
    try:
        lines = io.StringIO(companion(path).decode(), newline="")
        rows = [row for row in csv.reader(lines) if row]
        # What csv.DictReader does, in half the time; a row that is too short or too long is found
        # when the params are validated.
        return [dict(zip_longest(rows[0], row)) for row in rows[1:]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = Words(
            f"名单文件无法读取：{file}（{error}）", f"cannot read the list {file}: {error}"
        )
        raise BadPack(pack.name, key, reason) from None
