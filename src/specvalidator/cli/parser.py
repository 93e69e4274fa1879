"""The command line as it is parsed: a command and its options."""

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence

from specvalidator.cli.commands import COMMANDS, Add
from specvalidator.cli.usage import STATUS, Parser, add_help, parser_of
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
    named = {name: COMMANDS[name] for name in arguments[:1] if name in COMMANDS}
    parser = _program(named or COMMANDS)
    found = parser.parse_args(arguments)
    if "module" not in found:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return found


def program() -> Parser:
    """Return the parser of the whole command line; each help is Chinese, a line end, English."""
    return _program(COMMANDS)


def _program(known: Mapping[str, Add]) -> Parser:
    """Return a parser that knows some commands: to build all takes longer than to parse."""
    parser = parser_of("specvalidator", _DESCRIPTION, STATUS)
    commands = parser.add_subparsers(title="命令 commands", metavar="COMMAND", parser_class=Parser)
    options = parser.add_argument_group("选项 options")
    add_help(options)
    version = f"specvalidator {__version__}"
    options.add_argument("--version", action="version", version=version, help="版本\nversion")
    for name, add in known.items():
        add(commands, name)
    return parser
