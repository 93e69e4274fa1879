"""What the style sheets of a web page and its elements declare, the weightier rule first."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.readers import refusals
from specvalidator.readers.xml import Element
from specvalidator.wording import Words

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@media([^{}]{0,200})\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
_FOR_SCREENS = re.compile(r"^\s*(?:only\s+)?(?:screen|all)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"""([\w-]{1,60})\s*:\s*((?:"[^"]*"|'[^']*'|\([^()]*\)|[^;"'])+)""")
_COMPOUND = re.compile(
    r"(?P<tag>\*|[\w-]+)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:[~|^$*]?=[^\]]{0,60})?\])*)"
    r"(?P<pseudo>::?(?:before|after))?"
)
_PART = re.compile(r"[.#][\w-]+|\[[^\]]+\]")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:=[\"']?([^\"'\]]*)[\"']?)?\]")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_MOST_RULES = 5_000
_MOST_PARTS = 6
_MOST_TRIED = 300_000
"""How often a rule is held against an element of one page."""
_NEXT = re.compile(r"\s*>\s*|\s+")

Declared = dict[str, str]
"""Properties by name, in small letters."""
Pseudo = str
"""before, after, or "" for an element itself."""


class _Compound(NamedTuple):
    """What one element must be."""

    tag: str
    names: frozenset[str]
    name: str
    attributes: tuple[tuple[str, str | None], ...]
    is_child: bool
    """Its parent must fit the compound before; else any element around it."""

    def fits(self, element: Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.name and element.get("id") != self.name:
            return False
        if self.names and not self.names <= set((element.get("class") or "").split()):
            return False
        return all(
            (said := element.get(key)) is not None and wanted in (None, said)
            for key, wanted in self.attributes
        )


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]
    """Numbers of names, of classes, of tags, and where it stands."""
    selector: tuple[_Compound, ...]
    """From the element outwards."""
    declared: Declared


class Cascade:
    """The rules of a page's style sheets."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[tuple[Pseudo, str], list[_Rule]] = defaultdict(list)
        """By what they are about, and a class, a name or a tag that the element must have."""
        self._count = 0
        self._left = _MOST_TRIED
        for style in root.iter("style"):
            self._take(" ".join(_COMMENT.sub(" ", style.text or "").split()))

    def of(self, element: Element, pseudo: Pseudo = "") -> Declared:
        """Return what is declared for an element, or for what is put before or after its text."""
        style = "" if pseudo else element.get("style") or ""
        if not style and not self._count:
            return {}
        own = declarations(style)
        tag = str(element.tag)
        keys = [tag, "*", *("." + name for name in (element.get("class") or "").split()[:20])]
        if element.get("id"):
            keys.append("#" + (element.get("id") or ""))
        tried = [rule for key in keys for rule in self._rules.get((pseudo, key), ())]
        self._left -= len(tried)
        if self._left < 0:
            raise _too_many()
        rules = [rule for rule in tried if _matches(rule.selector, element)]
        if not rules and "!" not in style:
            return own
        found: Declared = {}
        urgent: Declared = {}
        for each in (*(rule.declared for rule in sorted(rules)), own):
            for name, value in each.items():
                plain = _IMPORTANT.sub("", value)
                (found if plain == value else urgent)[name] = plain
        return found | urgent

    @property
    def puts_text(self) -> bool:
        """Whether any rule puts text before or after elements."""
        return any(pseudo for pseudo, _ in self._rules)

    def _take(self, sheet: str) -> None:
        for media in _MEDIA.finditer(sheet):
            if not media[1].strip() or _FOR_SCREENS.match(media[1]):
                self._take_rules(media[2])
        self._take_rules(_MEDIA.sub(" ", sheet))

    def _take_rules(self, sheet: str) -> None:
        for rule in sheet.split("}")[:-1]:
            head, _, body = rule.rpartition("{")
            selectors = head.rpartition("{")[2]
            if not selectors or "@" in selectors:
                continue
            declared = declarations(body)
            for selector in selectors.split(",") if declared else ():
                self._add(selector.strip(), declared)

    def _add(self, selector: str, declared: Declared) -> None:
        parts = _NEXT.split(selector)
        links = [">" in link for link in _NEXT.findall(selector)]
        if not selector or len(parts) > _MOST_PARTS:
            return
        matches = [_COMPOUND.fullmatch(part) for part in parts]
        compounds = [
            _compound(match, is_child=is_child)
            for match, is_child in zip(matches, [False, *links], strict=True)
            if match is not None and match[0]
        ]
        if len(compounds) != len(parts) or any(match and match["pseudo"] for match in matches[:-1]):
            return  # states, siblings and the like: nobody can tell
        last = compounds[-1]
        self._count += 1
        if self._count > _MOST_RULES:
            raise _too_many()
        weight = (
            sum(bool(each.name) for each in compounds),
            sum(len(each.names) + len(each.attributes) for each in compounds),
            sum(bool(each.tag) for each in compounds),
            self._count,
        )
        pseudo = (matches[-1]["pseudo"] or "").strip(":") if matches[-1] else ""
        key = "#" + last.name if last.name else "." + min(last.names) if last.names else last.tag
        self._rules[pseudo, key or "*"].append(_Rule(weight, tuple(reversed(compounds)), declared))


def _too_many() -> UnreadableFile:
    return refusals.too_large(Words("样式规则太多", "it has too many rules of style"))


def declarations(style: str) -> Declared:
    """Return what a `style` attribute or the body of a rule declares."""
    written = " ".join(style.split())
    return {match[1].casefold(): match[2].strip() for match in _DECLARATION.finditer(written)}


def _compound(match: re.Match[str], *, is_child: bool) -> _Compound:
    parts = _PART.findall(match["rest"] or "")
    attributes: list[tuple[str, str | None]] = []
    for part in parts:
        found = _ATTRIBUTE.fullmatch(part)
        if found:
            attributes.append((found[1], found[2]))
    tag = match["tag"] or ""
    return _Compound(
        "" if tag == "*" else tag.casefold(),
        frozenset(part[1:] for part in parts if part[0] == "."),
        next((part[1:] for part in parts if part[0] == "#"), ""),
        tuple(attributes),
        is_child,
    )


def _matches(selector: tuple[_Compound, ...], element: Element) -> bool:
    """Say whether an element, and what stands around it, is what a selector means."""
    if not selector[0].fits(element):
        return False
    child: Element | None = element
    for inner, outer in pairwise(selector):
        child = next(
            (each for each in _around(child, parent_only=inner.is_child) if outer.fits(each)), None
        )
        if child is None:
            return False
    return True


def _around(element: Element | None, *, parent_only: bool) -> Iterator[Element]:
    parent = None if element is None else element.getparent()
    while parent is not None:
        yield parent
        parent = None if parent_only else parent.getparent()
