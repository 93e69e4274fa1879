"""The words that forms are known by: data in rules/words/, and what a pack adds or changes."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import product
from typing import Any, TypeVar

import rtoml

from specvalidator.errors import BadPack
from specvalidator.extra import ExtraField
from specvalidator.shipped import data_folder
from specvalidator.wording import Words

T = TypeVar("T")
ADDED = "also"
"""Under this key a pack adds labels to those that there are; any other list is replaced."""


class Lexicon:
    """The words by which forms are read, in the shape in which they are looked for.

    They are read, and made ready, when a form is first looked for: once for each pack.
    """

    def __init__(
        self,
        changes: Mapping[str, Any] | None = None,
        added: Mapping[str, tuple[ExtraField, ...]] | None = None,
    ) -> None:
        """Take what a pack changes, and what it adds to the forms, by the name of the form."""
        self.changes = changes or {}
        self._added = added or {}
        self._made: dict[str, Any] = {}

    def added(self, form: str) -> tuple[ExtraField, ...]:
        """Return the fields that the pack adds to a form, in its order."""
        return self._added.get(form, ())

    def entries(self, form: str) -> dict[str, Any]:
        """Return the words of a form as data: those of all packs, this pack's laid over them."""
        path = data_folder("rules") / "words" / f"{form}.toml"
        shared: dict[str, Any] = rtoml.loads(path.read_text(encoding="utf-8"))
        own = self.changes.get(form)
        return laid_over(shared, own) if isinstance(own, Mapping) else shared

    def compiled(self, form: str, make: Callable[[Mapping[str, Any]], T]) -> T:
        """Return the words of a form as `make` makes them of the data."""
        made: T | None = self._made.get(form)
        if made is None:
            made = self._made[form] = make(self.entries(form))
        return made


_SHARED = Lexicon()
_IN_FORCE: ContextVar[Lexicon] = ContextVar("_IN_FORCE", default=_SHARED)
"""Those of the pack by which a form is judged: readers know no pack, and ask for words only."""


def in_force() -> Lexicon:
    """Return the words by which forms are read here and now: those of all packs by default."""
    return _IN_FORCE.get()


@contextmanager
def speaking(lexicon: Lexicon) -> Iterator[None]:
    """Read forms by the words of a pack, until the block ends."""
    before = _IN_FORCE.set(lexicon)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def lexicon_of(
    changes: Mapping[str, Any], added: Mapping[str, tuple[ExtraField, ...]] | None = None
) -> Lexicon:
    """Return the words of a pack; packs that change and add none share those of all."""
    return Lexicon(changes, added) if changes or added else _SHARED


def laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Merge tables key by key: `also` adds to it, any other list or text replaces the other."""
    merged = dict(base)
    for key, value in own.items():
        known = merged.get(key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            merged[key] = laid_over(known, value)
        elif key == ADDED and isinstance(known, list) and isinstance(value, list):
            merged[key] = [*known, *value]
        else:
            merged[key] = value
    return merged


def texts_of(entry: Mapping[str, Any], *keys: str) -> list[str]:
    """Return the labels under some keys of an entry, in this order.

    A list among them stands for every text that takes one piece of each of its parts:
    [["考核", "鉴定"], ["要求"]] is 考核要求 and 鉴定要求.

    Raises:
        BadPack: what stands there is no list of these.
    """
    found: list[str] = []
    for key in keys:
        for each in entry.get(key, ()):
            if isinstance(each, str):
                found.append(each)
            else:
                found += ("".join(pieces) for pieces in product(*each))
    return found


def joined(alternatives: Iterable[str], key: str) -> "re.Pattern[str]":
    """Return the pattern that fits where one of several does.

    Raises:
        BadPack: one of them is no regular expression.
    """
    patterns = list(alternatives)
    try:
        return re.compile("|".join(patterns))
    except re.error as error:
        said = Words(f"不是正则表达式（{error}）", f"no regular expression: {error}")
        raise BadPack("words", key, said) from None


def containing(entry: Mapping[str, Any], key: str) -> "re.Pattern[str]":
    """Return the pattern that finds any of an entry's words within a text, in any case.

    An entry without words finds nothing.

    Raises:
        BadPack: `made_of` holds what is no regular expression.
    """
    literal = [re.escape(each) for each in texts_of(entry, "names", ADDED) if each]
    patterns = [*literal, *entry.get("made_of", ())] or [r"(?!)"]
    joined(patterns, f"{key}.made_of")
    return re.compile("|".join(patterns), re.IGNORECASE)


_KEYS = frozenset(
    (
        *("names", "exact", ADDED, "made_of", "partial", "weak", "spoken_of", "title", "first"),
        *("names_or_eligibility", "matters", "columns", "words"),
    )
)
"""What an entry may say of how a part of a form is called."""


def _refuse_unknown(entry: Mapping[str, Any], at: str) -> None:
    for key, value in entry.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1) or ["also"]
            said = Words(
                f"没有这一项，是否指“{near[0]}”？",
                f"there is no such entry; did you mean “{near[0]}”?",
            )
            raise BadPack("words", f"{at}.{key}", said)
        if key != "title" and not isinstance(value, list):
            said = Words("应为列表，写在方括号内", "it should be a list in square brackets")
            raise BadPack("words", f"{at}.{key}", said)


def known_entries(
    entries: Mapping[str, Any], name: str, known: Iterable[str]
) -> dict[str, Mapping[str, Any]]:
    """Return a table of the words, by the fields of the form that they stand for.

    Raises:
        BadPack: it has an entry for what is no field of this form.
    """
    table: Mapping[str, Any] = entries.get(name, {})
    fields = list(known)
    for each, entry in table.items():
        if each in fields and isinstance(entry, Mapping):
            _refuse_unknown(entry, f"{name}.{each}")
        else:
            said = Words(
                f"没有“{each}”，可用：{'、'.join(fields)}",
                f"there is no “{each}”, but {', '.join(fields)}",
            )
            raise BadPack("words", f"{name}.{each}", said)
    return dict(table)
