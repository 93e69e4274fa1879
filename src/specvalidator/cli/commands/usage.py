"""What commands are made of: a parser that speaks both languages, and the options they share."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawTextHelpFormatter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeAlias

from specvalidator.cli.choices import nearest
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
    (r"argument COMMAND: invalid choice: (.+) \(choose from (.+)\)", r"没有命令\1，可用：\2"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 没有\2，可用：\3"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面没有写内容"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 后面不能带内容：\2"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"\1 的内容不对：\2"),
    (r"argument (.+?): the name is empty", r"\1 是空的"),
    (r"(.+) is no command; to judge it: (.+)", r"\1 不是命令；要检查它：\2"),
)
"""What argparse says, and the same in Chinese."""
_QUOTED = re.compile(r"'([^']*)'(, )?")
_NO_CHOICE = re.compile(r"argument .+?: invalid choice: '(.*)' \(choose from (.+)\)", re.DOTALL)
_UNKNOWN = re.compile(r"unrecognized arguments: (.+)", re.DOTALL)


Commands: TypeAlias = "_SubParsersAction[Parser]"
"""What commands are added to."""


class Parser(ArgumentParser):
    """An `ArgumentParser` whose errors are understood by those who read no English."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used, what is wrong with it and what is near it; status 2."""
        self.print_usage(sys.stderr)
        near = self._near(message)
        zh = f"。相近的有：{'、'.join(near)}" if near else ""
        en = f". Near it is {', '.join(near)}" if near else ""
        for english, chinese in _SAID:
            match = re.fullmatch(english, message, re.DOTALL)
            if match:
                said = _QUOTED.sub(_in_chinese, match.expand(chinese))
                self.exit(2, f"错误：{said}{zh}\nerror: {message}{en}\n")
        self.exit(2, f"error: {message}{en}\n")

    def _near(self, message: str) -> list[str]:
        """Return what may have been meant by an unknown option, command or value."""
        if choice := _NO_CHOICE.fullmatch(message):
            return nearest(choice[1], re.findall(r"[\w.-]+", choice[2]))
        if not (unknown := _UNKNOWN.fullmatch(message)):
            return []
        options = [each for each in self._option_string_actions if each.startswith("--")]
        words = [each.partition("=")[0] for each in unknown[1].split() if each.startswith("-")]
        return list(dict.fromkeys(near for word in words for near in nearest(word, options)[:2]))

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Print help and the version as a result: that they were cut off is said."""
        if file is sys.stdout:
            write(message)
        else:
            super()._print_message(message, file)


def _in_chinese(quoted: re.Match[str]) -> str:
    """Quote a word as Chinese does, with the comma of a list behind it."""
    return f"“{quoted[1]}”" + ("、" if quoted[2] else "")


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

    def take(self, name: str, zh: str, en: str, **more: Any) -> None:  # noqa: ANN401 - argparse's
        """Add an argument with its help in both languages; the rest is as argparse has it."""
        self.given.add_argument(name, help=f"{zh}\n{en}", **more)

    def option(self, *names: str, zh: str, en: str, **more: Any) -> None:  # noqa: ANN401 - the same
        """Add an option, likewise."""
        self.options.add_argument(*names, help=f"{zh}\n{en}", **more)

    def flag(self, *names: str, zh: str, en: str) -> None:
        """Add an option that is said or not."""
        self.option(*names, zh=zh, en=en, action="store_true")


_OURS: Mapping[str, Any] = {
    "formatter_class": RawTextHelpFormatter,
    "add_help": False,
    "allow_abbrev": False,
}
"""How each of our parsers is."""


def parser_of(name: str, description: str, epilog: str) -> Parser:
    """Return the parser of the whole program, without its commands."""
    return Parser(prog=name, description=description, epilog=epilog, **_OURS)


def add_command(  # noqa: PLR0913, PLR0917 - what a command is
    commands: Commands,
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
    parser = commands.add_parser(name, help=said, description=said, epilog=epilog, **_OURS)
    parser.set_defaults(form=form, module=module, command=name)
    given = parser.add_argument_group("参数 arguments")
    options = parser.add_argument_group("选项 options")
    add_help(options)
    return Command(given, options)


def add_help(options: "_ArgumentGroup") -> None:
    """Add `--help`."""
    options.add_argument("-h", "--help", action="help", help="显示帮助\nshow this help")
