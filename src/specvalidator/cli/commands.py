"""Each command with its arguments and options, help in Chinese and English side by side."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from specvalidator.cli.options import (
    AnnotateOptions,
    BatchOptions,
    CheckOptions,
    CompareOptions,
    ConvertOptions,
    LetterOptions,
    NewOptions,
    ReadOptions,
    RulesOptions,
    SchemaOptions,
    ServeOptions,
    TokenOptions,
    WaiveOptions,
)
from specvalidator.cli.shared_options import (
    add_catalogue,
    add_exclude,
    add_fail_on,
    add_file,
    add_files,
    add_force,
    add_judging,
    add_kind,
    add_lang,
    add_limit,
    add_limits,
    add_out,
    add_output,
    add_pack,
    add_passing,
    add_redact,
    add_workers,
)
from specvalidator.cli.usage import STATUS, Parser, add_command, path, source

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Add = Callable[["_SubParsersAction[Parser]", str], None]
"""What adds a command under a name."""


def _add_check(commands: "_SubParsersAction[Parser]", name: str) -> None:
    command = add_command(
        commands, name, "检查文件，给出结论\nJudge documents", CheckOptions, "judging", STATUS
    )
    add_files(command)
    add = command.options.add_argument
    add(
        "--format",
        default="text",
        metavar="FORMAT",
        help="text（默认）、json、html、sarif、markdown（退回意见）、csv、github、junit 或 xlsx\n"
        "text (default), json, html, sarif, markdown (a letter), csv, github, junit or xlsx",
    )
    add(
        "-o", "--output", type=path, metavar="FILE", help="结果写入文件\nwrite the result to a file"
    )
    add_judging(command)
    add_passing(command)
    add_exclude(command)
    add_redact(command)
    add_lang(command)
    add_limits(command)
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
    said = "检查整个档案，可中断、可续做\nJudge a whole archive; a run that was ended goes on"
    command = add_command(commands, name, said, BatchOptions, "batching", STATUS)
    command.given.add_argument(
        "source",
        type=source,
        metavar="SOURCE",
        help="文件夹、通配符、zip 压缩包、清单（.txt，每行一个路径，- 为标准输入），\n"
        "或 fsspec 地址，如 s3://bucket/archive\n"
        "a folder, a pattern, a zip, a list of paths (.txt, or - for standard input), or an\n"
        "address of fsspec such as s3://bucket/archive",
    )
    add = command.options.add_argument
    add_out(
        command,
        "存放结果的文件夹；中断后再次运行，从中断处继续\n"
        "folder for the results; run again, and it goes on where it stopped",
    )
    add_workers(command)
    add(
        "--engine",
        default="local",
        metavar="ENGINE",
        help="local（默认，本机）或 ray（集群）\nlocal (default, this machine) or ray (a cluster)",
    )
    add(
        "--ray-address",
        metavar="ADDRESS",
        help="Ray 集群的地址；默认用正在运行的，没有则在本机启动\n"
        "of the Ray cluster; by default one that is running, else one is started here",
    )
    add_judging(command)
    add_passing(command)
    add_exclude(command)
    add_redact(command)
    add_lang(command)
    add_limit(command)


def _add_read(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "只读取不评判，输出 JSON\nPrint what documents say as JSON, unjudged"
    command = add_command(commands, name, said, ReadOptions, "judging")
    add_files(command)
    add_kind(command)
    add_exclude(command)
    add_lang(command)
    add_limits(command)


def _add_rules(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "列出规则，或说明一条规则\nList the rules, or explain one"
    command = add_command(commands, name, said, RulesOptions, "reference")
    command.given.add_argument(
        "name", nargs="?", metavar="NAME", help="规则名称\nname of a rule, such as weight-total"
    )
    command.options.add_argument(
        "--clauses",
        action="store_true",
        help="逐条列出条款，由哪些规则检查，或为何须人工核对\n"
        "list the clauses: which rules test each, or why a person must",
    )
    add_pack(command)
    command.options.add_argument(
        "--format",
        default="text",
        choices=("text", "json"),
        help="text（默认）或 json\ntext (default) or json",
    )
    add_lang(command, default=None)


def _add_schema(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "列出或输出 JSON Schema\nList the JSON Schemas, or print one"
    command = add_command(commands, name, said, SchemaOptions, "reference")
    command.given.add_argument("name", nargs="?", metavar="NAME", help="名称\nname of a schema")
    add_lang(command)


def _add_new(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "生成空白或已填写的 Word 表格\nWrite a Word form, blank or filled"
    command = add_command(commands, name, said, NewOptions, "drafting")
    command.given.add_argument(
        "kind", metavar="KIND", help="种类，如 specification\nkind of form, such as specification"
    )
    add = command.options.add_argument
    add(
        "--from",
        dest="record",
        type=path,
        metavar="RECORD.json",
        help="用这份记录填写；- 为标准输入\nfill it from this record; - is standard input",
    )
    add_output(command, "FILE.docx")
    add_lang(command)


def _add_convert(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "把读到的内容写成可编辑的 Word 表格\nWrite what was read as a Word form to work on"
    command = add_command(commands, name, said, ConvertOptions, "converting")
    add_file(
        command,
        "要转换的文件，如 .doc、PDF、OFD；- 为标准输入\n"
        "file to convert, such as a .doc, a PDF or an OFD; - is standard input",
    )
    add_output(command, "FILE.docx")
    add_kind(command)
    command.options.add_argument(
        "--number",
        type=int,
        metavar="N",
        help="文件中有几份时，取第几份\nwhich one, where the file holds several",
    )
    add_lang(command)
    add_limits(command)


def _add_waive(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "记下一条豁免，写明理由和到期日\nNote that a finding is let pass, why, and until when"
    command = add_command(commands, name, said, WaiveOptions, "waiving")
    command.given.add_argument("rule", metavar="RULE", help="规则名称\nname of the rule")
    command.given.add_argument(
        "file",
        type=source,
        metavar="FILE",
        help="文件，或文件名的样式\ndocument, or a pattern of names",
    )
    add = command.options.add_argument
    add("--reason", required=True, metavar="TEXT", help="理由\nwhy it is let pass")
    add(
        "--until",
        required=True,
        metavar="DATE",
        help="到期日，这一天仍有效\nthe last day on which it holds, such as 2026-12-31",
    )
    add("--approved-by", metavar="NAME", help="批准人\nwho says so")
    add(
        "--path",
        metavar="POINTER",
        help="只限记录中的这个位置，如 /tasks/0/weight\nonly findings at this place of the record",
    )
    add("--text", metavar="TEXT", help="只限写着这些字的地方\nonly findings where this is written")
    add(
        "--digest",
        action="store_true",
        help="按内容而不按名称认文件，文件一改豁免即失效\n"
        "know the document by its SHA-256: any change to it ends the waiver",
    )
    add(
        "--waivers",
        type=path,
        metavar="FILE",
        help="写入的文件，默认设置中的，否则 specvalidator.toml\n"
        "file to add it to; the settings' by default, else specvalidator.toml",
    )
    add_judging(command)
    add_lang(command)


def _add_annotate(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "把检查结果标注在文件副本上（Word 批注，PDF 高亮）\n"
    said += "Mark the findings in a copy: comments in Word, highlights in a PDF"
    command = add_command(commands, name, said, AnnotateOptions, "annotating", STATUS)
    add_file(command, "Word 或 PDF 文件；- 为标准输入\nWord or PDF document; - is standard input")
    add = command.options.add_argument
    add_output(command, "FILE", "写入的文件，不能是原文件\nfile to write, never the original")
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
    add_judging(command)
    add_passing(command)
    add_lang(command)
    add_limits(command)


def _add_serve(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "以网页和 HTTP 接口提供检查\nOffer the checks over HTTP, with a page for people"
    command = add_command(commands, name, said, ServeOptions, "serving")
    add = command.options.add_argument
    add(
        "--host",
        metavar="ADDRESS",
        help="监听的地址，默认只限本机（127.0.0.1）\n"
        "address to listen at, by default this machine's own",
    )
    add("--port", type=int, metavar="N", help="端口，默认 8000\nport (default 8000)")
    add(
        "--tokens",
        type=path,
        metavar="FILE",
        help="令牌文件，请求须带其中一个令牌\nfile of tokens of which each request must bring one",
    )
    add(
        "--no-tokens",
        action="store_true",
        help="监听其他地址而不要令牌\nlisten at other addresses and ask for no token",
    )
    add_workers(command)
    add(
        "--waiting",
        type=int,
        metavar="N",
        help="排队请求的最大数量，默认每个进程8个，超过的以503答复\n"
        "requests that may wait, by default 8 per process; more are answered with 503",
    )
    add(
        "--body",
        metavar="SIZE",
        help="一次请求最大的字节数，默认 64M\nlargest body of a request (default 64M)",
    )
    add(
        "--files",
        type=int,
        metavar="N",
        help="一次请求最多的文件数，默认 20\nmost files of a request (default 20)",
    )
    add(
        "--hostname",
        action="append",
        default=[],
        metavar="NAME",
        help="服务的主机名，可多次使用\nhost name under which it is reached; may be repeated",
    )
    add(
        "--cors",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="允许其他网页的脚本使用，如 https://portal.example\n"
        "let the scripts of other pages use it, such as https://portal.example",
    )
    add_pack(command)
    add_catalogue(command)
    add_lang(command)
    add_limits(command)


def _add_token(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "为使用服务的系统生成令牌\nMake a token for who may use the service"
    command = add_command(commands, name, said, TokenOptions, "serving")
    command.given.add_argument(
        "name",
        metavar="NAME",
        help="使用者的名称，字母、数字和 . - _\nname of who uses it: letters, digits and . - _",
    )
    command.options.add_argument(
        "--tokens",
        type=path,
        required=True,
        metavar="FILE",
        help="令牌文件，只记摘要\nfile of tokens, which keeps only a digest",
    )
    add_lang(command)


def _add_letter(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "为每份材料写一份 Word 审核意见\nWrite a letter in Word about each document"
    command = add_command(commands, name, said, LetterOptions, "lettering", STATUS)
    add_files(command)
    add_out(command, "存放意见的文件夹\nfolder for the letters")
    command.options.add_argument(
        "--template",
        type=path,
        metavar="FILE",
        help="本单位的模板（.docx），按内容控件的标记填写；写出的意见可改作模板\n"
        "the office's own .docx, filled by the tags of its content controls",
    )
    add_force(command)
    add_judging(command)
    add_passing(command)
    add_exclude(command)
    add_redact(command)
    add_lang(command)
    add_limits(command)


def _add_compare(commands: "_SubParsersAction[Parser]", name: str) -> None:
    said = "比较旧稿和重新报送的新稿\nCompare documents with their resubmission"
    command = add_command(commands, name, said, CompareOptions, "comparing", STATUS)
    for given, zh, en in (("old", "旧稿", "the earlier one"), ("new", "新稿", "the new one")):
        command.given.add_argument(
            given,
            type=path,
            metavar=given.upper(),
            help=f"{zh}：文件或文件夹\n{en}: a file or a folder",
        )
    command.options.add_argument(
        "--format",
        default="text",
        metavar="FORMAT",
        help="text（默认）或 json\ntext (default) or json",
    )
    add_judging(command)
    add_fail_on(command)
    add_lang(command)
    add_limits(command)


COMMANDS: Mapping[str, Add] = {
    "check": _add_check,
    "read": _add_read,
    "rules": _add_rules,
    "schema": _add_schema,
    "new": _add_new,
    "convert": _add_convert,
    "annotate": _add_annotate,
    "letter": _add_letter,
    "compare": _add_compare,
    "batch": _add_batch,
    "waive": _add_waive,
    "serve": _add_serve,
    "token": _add_token,
}
"""What adds each command."""
