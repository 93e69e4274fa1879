"""The commands and their options, help in Chinese and English side by side."""

import sys
from argparse import (
    BooleanOptionalAction,
    Namespace,
    RawTextHelpFormatter,
)
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specvalidator.cli.setting_options import add_exclude, add_settings, add_waive, add_waivers
from specvalidator.cli.usage import Parser
from specvalidator.version import __version__

if TYPE_CHECKING:
    from argparse import _ArgumentGroup, _SubParsersAction

_DESCRIPTION = """\
检查专项职业能力考核材料，逐条对照规定。
Checks documents of special vocational ability assessment, clause by clause.
"""
_STATUS = """\
退出状态 exit status:
  0   没有达到 --fail-on 的问题   nothing at or above --fail-on
  1   有达到 --fail-on 的问题     something at or above --fail-on
  2   用法有误                    wrong usage
  3   有文件无法读取              some file could not be read
"""
Run = Callable[[Namespace], int]
"""A command: options in, an exit status out."""
_Add = Callable[["_SubParsersAction[Parser]", str], None]
"""What adds a command under a name."""


class _Command(NamedTuple):
    """The two groups of arguments that a command's help shows."""

    given: "_ArgumentGroup"
    options: "_ArgumentGroup"


def parsed(arguments: Sequence[str]) -> Namespace:
    """Return the options of a command; its function is `run`, which takes them.

    Raises:
        SystemExit: help or the version was asked for (0), or the usage is wrong (2).
    """
    named = {name: _COMMANDS[name] for name in arguments[:1] if name in _COMMANDS}
    parser = _program(named or _COMMANDS)
    found = parser.parse_args(arguments)
    if "run" not in found:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return found


def program() -> Parser:
    """Return the parser of the whole command line; each help is Chinese, a line end, English."""
    return _program(_COMMANDS)


def _program(known: Mapping[str, _Add]) -> Parser:
    """Return a parser that knows some commands: to build all takes longer than to parse."""
    parser = _parser("specvalidator", _DESCRIPTION, _STATUS)
    commands = parser.add_subparsers(title="命令 commands", metavar="COMMAND", parser_class=Parser)
    options = parser.add_argument_group("选项 options")
    _add_help(options)
    version = f"specvalidator {__version__}"
    options.add_argument("--version", action="version", version=version, help="版本\nversion")
    for name, add in known.items():
        add(commands, name)
    return parser


def _add_check(commands: "_SubParsersAction[Parser]", name: str) -> None:
    command = _command(commands, name, "检查文件，给出结论\nJudge documents", _check, _STATUS)
    command.given.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE|FOLDER",
        help="Word、PDF 文件或 JSON 记录，或含有它们的文件夹\n"
        "Word or PDF documents or JSON records, or folders of them",
    )
    add = command.options.add_argument
    _add_pack(command)
    _add_kind(command)
    add(
        "--format",
        default="text",
        metavar="FORMAT",
        help="text（默认）、json、html（网页）、sarif、markdown（退回意见）、csv、github 或 junit\n"
        "text (default), json, html, sarif, markdown (a letter), csv, github or junit",
    )
    add(
        "-o", "--output", type=Path, metavar="FILE", help="结果写入文件\nwrite the result to a file"
    )
    _add_catalogue(command)
    _add_fail_on(command)
    add_waivers(command.options)
    add_exclude(command.options)
    _add_lang(command)
    _add_limits(command)
    add(
        "--redact",
        action="store_true",
        help="隐去报告中的姓名、电话、证件和证书号码\n"
        "mask names of persons, telephone, certificate and identity numbers",
    )
    add(
        "--watch",
        action="store_true",
        help="文件一保存就重新检查，按 Ctrl+C 结束\njudge again whenever a file is saved",
    )
    add(
        "-v",
        "--verbose",
        action="store_true",
        help="显示条款全文、核对清单、通过的规则\nshow whole clauses, the checklist, passed rules",
    )


def _add_batch(commands: "_SubParsersAction[Parser]", name: str) -> None:
    from specvalidator.cli.batch_options import add_batch  # noqa: PLC0415 - only this command

    said = "检查整个档案，可中断、可续做\nJudge a whole archive; a run that was ended goes on"
    command = _command(commands, name, said, _batch, _STATUS)
    add_batch(command.given, command.options)
    _add_pack(command)
    _add_kind(command)
    _add_catalogue(command)
    _add_fail_on(command)
    _add_lang(command)
    _add_limit(command)


def _add_read(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "只读取不评判，输出 JSON\nPrint what documents say as JSON, unjudged"
    command = _command(commands, name, said, _read)
    command.given.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="Word、PDF 文件或 JSON 记录\nWord or PDF documents or JSON records",
    )
    _add_kind(command)
    add_exclude(command.options)
    _add_lang(command)
    _add_limits(command)


def _add_rules(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "列出规则，或说明一条规则\nList the rules, or explain one"
    command = _command(commands, name, said, _rules)
    command.given.add_argument(
        "name", nargs="?", metavar="NAME", help="规则名称\nname of a rule, such as weight-total"
    )
    command.options.add_argument(
        "--clauses",
        action="store_true",
        help="逐条列出条款，由哪些规则检查，或为何须人工核对\n"
        "list the clauses: which rules test each, or why a person must",
    )
    _add_pack(command)
    command.options.add_argument(
        "--format",
        default="text",
        choices=("text", "json"),
        help="text（默认）或 json\ntext (default) or json",
    )
    _add_lang(command, default=None)


def _add_schema(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "列出或输出 JSON Schema\nList the JSON Schemas, or print one"
    command = _command(commands, name, said, _schema)
    command.given.add_argument("name", nargs="?", metavar="NAME", help="名称\nname of a schema")
    _add_lang(command)


def _add_new(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "生成空白或已填写的 Word 表格\nWrite a Word form, blank or filled"
    command = _command(commands, name, said, _new)
    command.given.add_argument(
        "kind", metavar="KIND", help="种类，如 specification\nkind of form, such as specification"
    )
    add = command.options.add_argument
    add(
        "--from",
        dest="record",
        type=Path,
        metavar="RECORD.json",
        help="用这份记录填写\nfill it from this record",
    )
    add(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE.docx",
        help="写入的文件\nfile to write",
    )
    add("--force", action="store_true", help="覆盖已有文件\noverwrite an existing file")
    _add_lang(command)


def _add_waive(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "记下一条豁免，写明理由和到期日\nNote that a finding is let pass, why, and until when"
    command = _command(commands, name, said, _waive)
    add_waive(command.given, command.options)
    _add_pack(command)
    _add_kind(command)
    _add_catalogue(command)
    _add_lang(command)


def _add_annotate(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "把检查结果标注在文件副本上（Word 批注，PDF 高亮）\n"
    said += "Mark the findings in a copy: comments in Word, highlights in a PDF"
    command = _command(commands, name, said, _annotate, _STATUS)
    command.given.add_argument(
        "file", type=Path, metavar="FILE", help="Word 或 PDF 文件\nWord or PDF document"
    )
    add = command.options.add_argument
    add(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="写入的文件，不能是原文件\nfile to write, never the original",
    )
    add("--force", action="store_true", help="覆盖已有文件\noverwrite an existing file")
    add(
        "--suggest",
        action="store_true",
        help="（Word）改法确定的，同时写成修订，由作者接受或拒绝\n"
        "(Word) also write mends that are certain as tracked changes to accept or reject",
    )
    add(
        "--summary",
        action="store_true",
        help="（PDF）在前面加汇总页，逐条列出问题，可点击跳转\n"
        "(PDF) put pages in front that list all findings, with links",
    )
    _add_pack(command)
    _add_kind(command)
    _add_catalogue(command)
    _add_fail_on(command)
    add_waivers(command.options)
    _add_limits(command)
    _add_lang(command)


def _add_serve(commands: "_SubParsersAction[Parser]", name: str) -> None:
    from specvalidator.cli.service_options import add_serve  # noqa: PLC0415 - only this command

    said = "以网页和 HTTP 接口提供检查\nOffer the checks over HTTP, with a page for people"
    command = _command(commands, name, said, _serve)
    add_serve(command.options)
    _add_pack(command)
    _add_catalogue(command)
    _add_lang(command)
    _add_limits(command)


def _add_token(commands: "_SubParsersAction[Parser]", name: str) -> None:
    from specvalidator.cli.service_options import add_token  # noqa: PLC0415 - only this command

    said = "为使用服务的系统生成令牌\nMake a token for who may use the service"
    command = _command(commands, name, said, _token)
    add_token(command.given, command.options)
    _add_lang(command)


def _parser(name: str, description: str, epilog: str | None) -> Parser:
    return Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=RawTextHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )


def _command(
    commands: "_SubParsersAction[Parser]",
    name: str,
    said: str,
    run: Run,
    epilog: str | None = None,
) -> _Command:
    parser = commands.add_parser(
        name,
        help=said,
        description=said,
        epilog=epilog,
        formatter_class=RawTextHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    given = parser.add_argument_group("参数 arguments")
    options = parser.add_argument_group("选项 options")
    _add_help(options)
    return _Command(given, options)


def _add_help(options: "_ArgumentGroup") -> None:
    options.add_argument("-h", "--help", action="help", help="显示帮助\nshow this help")


def _add_pack(command: _Command) -> None:
    command.options.add_argument(
        "--pack",
        metavar="ID|FILE",
        help="规则包，或规则包的 TOML 文件\nrule pack, or the TOML file of one",
    )


def _add_kind(command: _Command) -> None:
    command.options.add_argument(
        "--as",
        dest="kind",
        metavar="KIND",
        help="材料种类，如 specification；默认按内容识别\n"
        "kind of document; recognised from the content by default",
    )


def _add_catalogue(command: _Command) -> None:
    command.options.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="已公布项目的目录，CSV 或文本，每行一个项目，可附日期\n"
        "published projects, CSV or text, one a line, with or without a date",
    )


def _add_fail_on(command: _Command) -> None:
    command.options.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "review"),
        help="何时以 1 退出：error（默认）、warning、note、review，后者包括前者\n"
        "what makes the exit status 1; each includes those before it",
    )


def _add_lang(command: _Command, default: str | None = "zh") -> None:
    """Add the language and, as every command has one, where settings come from."""
    zh, en = (f"默认 {default}", f"default {default}") if default else ("默认两种", "default both")
    said = f"语言（{zh}）\nlanguage ({en})"
    command.options.add_argument("--lang", choices=("zh", "en"), help=said)
    command.options.set_defaults(usual_lang=default)
    add_settings(command.options)


def _add_limit(command: _Command) -> None:
    command.options.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="一个文件最多可占用多少，如 pdf.pages=20、file_bytes=10M；可多次使用\n"
        "how much a file may ask, such as pdf.pages=20; may be repeated",
    )
    command.options.set_defaults(isolate=None)


def _add_limits(command: _Command) -> None:
    _add_limit(command)
    command.options.add_argument(
        "--isolate",
        action=BooleanOptionalAction,
        help="在独立进程中读取，超时、崩溃不影响其他文件；多个文件时默认如此\n"
        "read in processes of their own, so that none can stop the others; default for several",
    )


def _check(options: Namespace) -> int:
    from specvalidator.cli.judging import check  # noqa: PLC0415 - only the command in use

    return check(options)


def _batch(options: Namespace) -> int:
    from specvalidator.cli.batching import batch  # noqa: PLC0415 - only the command in use

    return batch(options)


def _read(options: Namespace) -> int:
    from specvalidator.cli.judging import read  # noqa: PLC0415 - only the command in use

    return read(options)


def _rules(options: Namespace) -> int:
    from specvalidator.cli.reference import rules  # noqa: PLC0415 - only the command in use

    return rules(options)


def _schema(options: Namespace) -> int:
    from specvalidator.cli.reference import schema  # noqa: PLC0415 - only the command in use

    return schema(options)


def _new(options: Namespace) -> int:
    from specvalidator.cli.drafting import new  # noqa: PLC0415 - only the command in use

    return new(options)


def _waive(options: Namespace) -> int:
    from specvalidator.cli.waiving import waive  # noqa: PLC0415 - only the command in use

    return waive(options)


def _serve(options: Namespace) -> int:
    from specvalidator.cli.serving import serve  # noqa: PLC0415 - only the command in use

    return serve(options)


def _token(options: Namespace) -> int:
    from specvalidator.cli.serving import token  # noqa: PLC0415 - only the command in use

    return token(options)


def _annotate(options: Namespace) -> int:
    from specvalidator.cli.annotating import annotate  # noqa: PLC0415 - only the command in use

    return annotate(options)


_COMMANDS: Mapping[str, _Add] = {
    "check": _add_check,
    "read": _add_read,
    "rules": _add_rules,
    "schema": _add_schema,
    "new": _add_new,
    "annotate": _add_annotate,
    "batch": _add_batch,
    "waive": _add_waive,
    "serve": _add_serve,
    "token": _add_token,
}
