"""Which rules are asked: those that --select names, without those that --ignore names."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from specvalidator.cli.choices import one_of
from specvalidator.cli.options import JudgingOptions
from specvalidator.packs import DEFAULT_PACK, load_pack
from specvalidator.packs.rulebook import rules_in_force
from specvalidator.wording import Words


def left_out(options: JudgingOptions) -> frozenset[str]:
    """Return the rules that are not asked.

    Raises:
        WrongUsage: a name is that of no rule; the message names the nearest.
        BadPack: the pack cannot be used.
    """
    if not options.select and not options.ignore:
        return frozenset()
    known = list(rules_in_force(load_pack(options.pack or DEFAULT_PACK)))
    selected = _named(options.select, known) if options.select else frozenset(known)
    return frozenset(known) - (selected - _named(options.ignore, known))


def _named(given: Iterable[str], known: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for pattern in (each.strip() for one in given for each in one.split(",")):
        matching = [name for name in known if fnmatchcase(name, pattern)]
        found.update(matching or [one_of(known, pattern, Words("规则", "rule"))])
    return frozenset(found)
