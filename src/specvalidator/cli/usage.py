"""What commands are made of: a parser that speaks both languages, and the options they share."""

import re
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    RawTextHelpFormatter,
)
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from specvalidator.cli.paths import absolute
from specvalidator.cli.pipes import STANDARD_INPUT
from specvalidator.cli.terminal import write

if TYPE_CHECKING:
    from argparse import _ArgumentGroup, _SubParsersAction

    from _typeshed import SupportsWrite

    from specvalidator.cli.options import Options

STATUS = """\
退出状态 exit status:
  0   没有达到 --fail-on 的问题   nothing at or above --fail-on
  1   有达到 --fail-on 的问题     something at or above --fail-on
  2   用法有误                    wrong usage
  3   有文件无法读取              some file could not be read
  4   结果没有写完（如磁盘已满）  the result is not whole, as when a disk is full
  5   程序内部出错                the program itself failed
130   被 Ctrl+C 中断              ended by Ctrl+C
"""

_SAID = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 没有 \2，可用：\3"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面没有写内容"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 后面不能带内容：\2"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"\1 的内容不对：\2"),
    (r"argument (.+?): the name is empty", r"\1 是空的"),
)
"""What argparse says, and the same in Chinese."""


class Parser(ArgumentParser):
    """An `ArgumentParser` whose errors are understood by those who read no English."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong with it; end with status 2."""
        self.print_usage(sys.stderr)
        for english, chinese in _SAID:
            match = re.fullmatch(english, message, re.DOTALL)
            if match:
                self.exit(2, f"错误：{match.expand(chinese)}\nerror: {message}\n")
        self.exit(2, f"error: {message}\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Print help and the version as a result: that they were cut off is said."""
        if file is sys.stdout:
            write(message)
        else:
            super()._print_message(message, file)


def path(text: str) -> Path:
    """Return the path that an argument names; `-` stands for standard input, `./-` does not.

    Raises:
        ArgumentTypeError: it is empty, as of a variable without a value, and no current folder.
    """
    found = Path(source(text))
    is_file = found == Path(STANDARD_INPUT) and text != STANDARD_INPUT
    return Path(absolute(text)) if is_file else found


def source(text: str) -> str:
    """Return an argument that names something; errors as `path`."""
    if not text:
        raise ArgumentTypeError("the name is empty")
    return text


class Command(NamedTuple):
    """The two groups of arguments that a command's help shows."""

    given: "_ArgumentGroup"
    options: "_ArgumentGroup"


def parser_of(name: str, description: str, epilog: str) -> Parser:
    """Return the parser of the whole program, without its commands."""
    return Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=RawTextHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )


def add_command(  # noqa: PLR0913, PLR0917 - what a command is
    commands: "_SubParsersAction[Parser]",
    name: str,
    said: str,
    form: "type[Options]",
    module: str,
    epilog: str | None = None,
) -> Command:
    """Add a command.

    Args:
        commands: where to add it.
        name: its name, and that of the function which does it.
        said: its help.
        form: what the function takes.
        module: where the function is, which is loaded when it is called.
        epilog: what stands at the end of its help.
    """
    parser = commands.add_parser(
        name,
        help=said,
        description=said,
        epilog=epilog,
        formatter_class=RawTextHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(form=form, module=module, command=name)
    given = parser.add_argument_group("参数 arguments")
    options = parser.add_argument_group("选项 options")
    add_help(options)
    return Command(given, options)


def add_help(options: "_ArgumentGroup") -> None:
    """Add `--help`."""
    options.add_argument("-h", "--help", action="help", help="显示帮助\nshow this help")
