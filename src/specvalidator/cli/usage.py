"""What commands are made of: a parser that speaks both languages, and the options they share."""

import re
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
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


def add_pack(command: Command) -> None:
    """Add the rules to judge by."""
    command.options.add_argument(
        "--pack",
        type=source,
        metavar="ID|FILE",
        help="规则包，或规则包的 TOML 文件\nrule pack, or the TOML file of one",
    )


def add_kind(command: Command) -> None:
    """Add what the documents are."""
    command.options.add_argument(
        "--as",
        dest="kind",
        metavar="KIND",
        help="材料种类，如 specification；默认按内容识别\n"
        "kind of document; recognised from the content by default",
    )


def add_catalogue(command: Command) -> None:
    """Add the published projects."""
    command.options.add_argument(
        "--catalogue",
        type=path,
        metavar="FILE",
        help="已公布项目的目录，CSV、文本或 Excel（.xlsx），每行一个项目，可附日期\n"
        "published projects, CSV, text or .xlsx, one a line, with or without a date",
    )


def add_fail_on(command: Command) -> None:
    """Add what makes the exit status 1."""
    command.options.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "review"),
        help="何时以 1 退出：error（默认）、warning、note、review，后者包括前者\n"
        "what makes the exit status 1; each includes those before it",
    )


def add_lang(command: Command, default: str | None = "zh") -> None:
    """Add the language and, as every command has one, where settings come from."""
    zh, en = (f"默认 {default}", f"default {default}") if default else ("默认两种", "default both")
    said = f"语言（{zh}）\nlanguage ({en})"
    command.options.add_argument("--lang", choices=("zh", "en"), help=said)
    command.options.add_argument(
        "--config",
        type=path,
        metavar="FILE",
        help="设置文件；默认从当前文件夹向上找 specvalidator.toml 或 pyproject.toml\n"
        "settings; by default the nearest specvalidator.toml or pyproject.toml upward",
    )
    command.options.add_argument(
        "--no-config",
        action="store_true",
        help="不读取设置文件\ndo not look for settings",
    )


def add_limit(command: Command) -> None:
    """Add how much a file may ask."""
    command.options.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="一个文件最多可占用多少，如 pdf.pages=20、file_bytes=10M；可多次使用\n"
        "how much a file may ask, such as pdf.pages=20; may be repeated",
    )


def add_limits(command: Command) -> None:
    """Add how much a file may ask, and where it is read."""
    add_limit(command)
    command.options.add_argument(
        "--isolate",
        action=BooleanOptionalAction,
        help="在独立进程中读取，超时、崩溃不影响其他文件；多个文件时默认如此\n"
        "read in processes of their own, so that none can stop the others; default for several",
    )


def add_redact(command: Command) -> None:
    """Add whether what is about persons is masked."""
    command.options.add_argument(
        "--redact",
        action="store_true",
        help="隐去报告中的姓名、电话、证件和证书号码\n"
        "mask names of persons, telephone, certificate and identity numbers",
    )


def add_waivers(command: Command) -> None:
    """Add what is let pass, and for which day that is decided."""
    command.options.add_argument(
        "--waivers",
        type=path,
        metavar="FILE",
        help="豁免文件，代替设置中的豁免\nwaivers, in place of those in the settings",
    )
    command.options.add_argument(
        "--on",
        metavar="DATE",
        help="按哪一天判断豁免是否到期，默认今天\nday for which waivers are judged (default today)",
    )


def add_exclude(command: Command) -> None:
    """Add which files are left out."""
    command.options.add_argument(
        "--exclude",
        action="append",
        metavar="GLOB",
        help="文件夹中不检查的文件，写法同 .gitignore，可重复；代替设置中的 exclude\n"
        "files of folders to leave out, as in .gitignore; repeatable; in place of the settings'",
    )
    command.options.add_argument(
        "--force-exclude",
        action="store_true",
        help="直接写出的文件也按 exclude 略过\nleave out files that are named, too",
    )
    command.options.add_argument(
        "--skip-unrecognised",
        action="store_true",
        help="略过认不出种类的文件，不算作错误\n"
        "pass over files of no known kind instead of failing",
    )
