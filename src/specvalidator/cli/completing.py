"""`completion`: a script by which a shell completes commands, options and what they take."""

from argparse import Action, _SubParsersAction
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from specvalidator.cli.batching import ENGINES
from specvalidator.cli.choices import one_of
from specvalidator.cli.comparing import FORMATS as COMPARED
from specvalidator.cli.judging import WORKBOOK
from specvalidator.cli.lettering import FORMATS as LETTERS
from specvalidator.cli.options import CompletionOptions
from specvalidator.cli.parser import program
from specvalidator.cli.shells import SHELLS
from specvalidator.cli.terminal import write
from specvalidator.models import KIND_TITLES
from specvalidator.packs import known_packs, load_pack
from specvalidator.packs.rulebook import rules_in_force
from specvalidator.reports import RENDERERS
from specvalidator.schemas import SCHEMAS
from specvalidator.wording import Lang, Words


class Taken(NamedTuple):
    """An argument or option, and what it takes."""

    names: tuple[str, ...]
    """Its spellings; none of an argument."""
    said: str
    """Its help in one language."""
    takes: bool
    """Whether a value follows."""
    values: tuple[str, ...]
    """The values that are known; none where it is a file or free."""


class CommandWords(NamedTuple):
    """What can be written after a command."""

    name: str
    said: str
    options: tuple[Taken, ...]
    values: tuple[str, ...]
    """What its first argument may be; none where it is a file."""


def completion(options: CompletionOptions) -> int:
    """Print the script; return the exit status."""
    shell = one_of(SHELLS, options.shell, Words("命令行环境", "shell"))
    write(SHELLS[shell](tuple(_commands(options.lang))))
    return 0


def _commands(lang: Lang) -> Iterator[CommandWords]:
    for group in program()._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(group, _SubParsersAction):
            for name, parser in group.choices.items():
                taken = [_taken(name, each, lang) for each in parser._actions]  # noqa: SLF001 - the same
                first = next((each for each in taken if not each.names), None)
                options = tuple(each for each in taken if each.names)
                said = _said(parser.description, lang)
                yield CommandWords(name, said, options, first.values if first else ())


def _taken(command: str, action: Action, lang: Lang) -> Taken:
    names = tuple(action.option_strings)
    values = tuple(map(str, action.choices or ())) or _values(command, str(action.metavar))
    return Taken(names, _said(action.help, lang), action.nargs != 0, values)


def _values(command: str, metavar: str) -> tuple[str, ...]:
    """Return what may be written for a value, by what the help calls it."""
    if metavar == "FORMAT":
        of_check: Sequence[str] = (*RENDERERS, WORKBOOK)
        return tuple({"letter": LETTERS, "compare": COMPARED}.get(command, of_check))
    known: dict[str, Sequence[str]] = {
        "RULE": tuple(rules_in_force(load_pack())),
        "KIND": tuple(KIND_TITLES),
        "ID|FILE": known_packs(),
        "ENGINE": ENGINES,
        "SHELL": tuple(SHELLS),
    }
    if command == "schema" and metavar == "NAME":
        return tuple(SCHEMAS)
    return tuple(known.get(metavar, ()))


def _said(help: str | None, lang: Lang) -> str:  # noqa: A002 - argparse's word
    """Return a help in one language: Chinese is its first line, English the rest."""
    zh, _, en = (help or "").strip().partition("\n")
    return " ".join(Words(zh, en).said(lang).split())
