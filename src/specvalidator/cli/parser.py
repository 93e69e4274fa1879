"""The command line as it is parsed: a command and its options."""

import importlib
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from specvalidator.cli.commands import COMMANDS
from specvalidator.cli.commands.usage import STATUS, Commands, Parser, add_help, parser_of
from specvalidator.cli.paths import is_there
from specvalidator.version import __version__

_DESCRIPTION = """\
检查专项职业能力考核材料，逐条对照规定。
Checks documents of special vocational ability assessment, clause by clause.
"""


def parsed(arguments: Sequence[str]) -> Namespace:
    """Return what the arguments say, and with `module` and `command` what does it.

    Raises:
        SystemExit: help or the version was asked for (0), or the usage is wrong (2).
    """
    first = next(iter(arguments), "")
    named = {first: COMMANDS[first]} if first in COMMANDS else {}
    parser, commands = _program(named or COMMANDS)
    if first and not named and not first.startswith("-") and is_there(first):
        parser.error(f"{first} is no command; to judge it: specvalidator check {first}")
    found, unknown = parser.parse_known_args(arguments)
    if unknown:
        # The command's own parser knows what is near; the program's has no options to speak of.
        commands.choices.get(first, parser).error(f"unrecognized arguments: {' '.join(unknown)}")
    if "module" not in found:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return found


def program() -> Parser:
    """Return the parser of the whole command line; each help is Chinese, a line end, English."""
    return _program(COMMANDS)[0]


def _program(known: Mapping[str, str]) -> tuple[Parser, Commands]:
    """Return a parser that knows some commands: to build all takes longer than to parse."""
    parser = parser_of("specvalidator", _DESCRIPTION, STATUS)
    commands = parser.add_subparsers(title="命令 commands", metavar="COMMAND", parser_class=Parser)
    options = parser.add_argument_group("选项 options")
    add_help(options)
    version = f"specvalidator {__version__}"
    options.add_argument("--version", action="version", version=version, help="版本\nversion")
    for name, module in known.items():
        adding = importlib.import_module(f"specvalidator.cli.commands.{module}")
        add: Callable[[Commands, str], None] = getattr(adding, f"add_{name}")
        add(commands, name)
    return parser, commands
