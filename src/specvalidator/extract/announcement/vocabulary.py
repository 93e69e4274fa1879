"""What the items of a 考核公告 are called (附件1 三（一）, and as met), one or several at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

from specvalidator import lexicon
from specvalidator.extra import ExtraField
from specvalidator.extract.labels import FoundLabel, Labels, folded

OwnItem = Literal[
    "projects",
    "specifications",
    "schedule",
    "eligibility",
    "registration",
    "method",
    "other",
]
"""An item that an announcement gives: a field of the record."""
Item = str
"""One of these, or one that the pack adds: extra/fee."""
_Domain = Literal["registration", "assessment"]
_LONGEST = 20


class AnnouncementSign(NamedTuple):
    """What a heading says about the text below it."""

    items: tuple[Item, ...]
    """None for a heading that is known and says nothing of an item, such as 考核内容."""
    kept: frozenset[Item] = frozenset()
    """Items whose text keeps the heading: 报名时间 is only a part of 时间安排."""


class AnnouncementWords(NamedTuple):
    """What the items are called."""

    headings: "AnnouncementHeadings"
    columns: Mapping[str, Item]
    """Words that are enough for the head of a table's column."""
    added: Mapping[Item, ExtraField]
    """What the pack adds."""


def words() -> AnnouncementWords:
    """Return the words by which announcements are read, as the pack has them."""
    return lexicon.in_force().compiled("announcement", _compiled)


def _compiled(entries: Mapping[str, Any]) -> AnnouncementWords:
    found = lexicon.known_entries(entries, "items", get_args(OwnItem))
    items: list[tuple[Item, Mapping[str, Any]]] = [
        (item, found[item]) for item in get_args(OwnItem) if item in found
    ]
    added = {each.key: each for each in lexicon.in_force().added("announcement")}
    of_added = {label: key for key, each in added.items() for label in each.labels}
    other: tuple[Item, ...] = ("other",)
    labels: Labels[AnnouncementSign] = Labels(
        {
            word: AnnouncementSign((item,))
            for item, entry in items
            for word in lexicon.texts_of(entry, "names")
        }
        | {label: AnnouncementSign((key,)) for label, key in of_added.items()},
        exact={
            **{
                word: AnnouncementSign((item,))
                for item, entry in items
                for word in lexicon.texts_of(entry, "exact", lexicon.ADDED)
            },
            **{
                word: AnnouncementSign(other, frozenset(other))
                for _, entry in items
                for word in lexicon.texts_of(entry, "matters")
            },
            **dict.fromkeys(
                lexicon.texts_of(entries["no_item"], "exact", lexicon.ADDED), AnnouncementSign(())
            ),
        },
    )
    columns: dict[str, Item] = {
        word: item for item, entry in items for word in lexicon.texts_of(entry, "columns")
    }
    return AnnouncementWords(AnnouncementHeadings(labels, _Composite(entries)), columns, added)


def column_of(written: str) -> AnnouncementSign | None:
    """Return what the heading of a table's column says, where one word is enough."""
    known = words()
    item = known.columns.get(folded(written))
    if item is not None:
        return AnnouncementSign((item,))
    found = known.headings.find(written, slips=False)
    return found.value if found else None


class AnnouncementHeadings:
    """Headings of an announcement, found by the words that they are made of."""

    def __init__(self, labels: Labels[AnnouncementSign], made: "_Composite") -> None:
        """Take the headings that are known whole, and what others are made of."""
        self._labels = labels
        self._made = made

    def find(self, written: str, *, slips: bool = True) -> FoundLabel[AnnouncementSign] | None:
        """Return what a heading says, a slip of one letter forgiven; None if it is no heading."""
        found = self._labels.find(written, slips=False)
        if found is None and (sign := self._made.sign(written)):
            found = FoundLabel(sign, None)
        return found or (self._labels.find(written) if slips else None)


class _Composite:
    """Headings read word by word: 报名时间和方式 is the time and the way of registration."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self._domains: dict[str, _Domain] = {
            word: domain
            for domain in _DOMAINS
            for word in lexicon.texts_of(entries["domains"], domain)
        }
        self._aspects: dict[str, tuple[Item | None, Item | None]] = {
            word: (each.get("registration"), each.get("assessment"))
            for each in entries["aspects"]
            for word in lexicon.texts_of(each, "words")
        }
        around = entries["around"]
        before = lexicon.joined(around["before"], "around.before").pattern
        behind = lexicon.joined(around["behind"], "around.behind").pattern
        named, aspect = _longest_first(self._domains), _longest_first(self._aspects)
        self._prefix = re.compile(rf"(?:{before})*")
        self._suffix = re.compile(rf"(?:{behind})?")
        self._token = re.compile(rf"(?P<domains>(?:{named})*)(?P<aspect>{aspect})")
        self._domain = re.compile(named)

    def sign(self, written: str) -> AnnouncementSign | None:
        """Return what a heading says by its words, None where one of them is not known."""
        text = folded(written)
        if not text or len(text) > _LONGEST:
            return None
        named = list(self._named(text))
        if not named:
            return None
        items = tuple(dict.fromkeys(item for item, _ in named))
        partial = all(domains == {"registration"} for item, domains in named if item == "schedule")
        kept: set[Item] = {"schedule"} if partial and "schedule" in items else set()
        if items != ("other",):
            return AnnouncementSign(items, frozenset(kept))
        return AnnouncementSign(items, frozenset({"other"}))

    def _named(self, text: str) -> Iterator[tuple[Item, set[_Domain]]]:
        """Yield each item that is named and what it is said of; nothing if a word is unknown."""
        prefix = self._prefix.match(text)
        at = prefix.end() if prefix else 0
        named: list[tuple[Item, set[_Domain]]] = []
        domains: set[_Domain] = set()
        while token := self._token.match(text, at):
            of = {self._domains[found[0]] for found in self._domain.finditer(token["domains"])}
            domains = of or domains
            named += [(item, domains) for item in self._items(token["aspect"], domains)]
            at = token.end()
        if self._suffix.fullmatch(text, at):
            yield from named

    def _items(self, aspect: str, domains: set[_Domain]) -> Iterator[Item]:
        of_registration, of_assessment = self._aspects[aspect]
        if "registration" in domains and of_registration:
            yield of_registration
            if of_assessment == of_registration:
                return
        if "assessment" in domains and of_assessment:
            yield of_assessment


_DOMAINS: tuple[_Domain, ...] = get_args(_Domain)


def _longest_first(known: Iterable[str]) -> str:
    return "|".join(sorted(known, key=len, reverse=True))
