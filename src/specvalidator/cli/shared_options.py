"""The arguments and options that commands share, each added to a command."""

from argparse import BooleanOptionalAction

from specvalidator.cli.usage import Command, path, source


def add_files(command: Command, metavar: str = "FILE|FOLDER") -> None:
    """Add the documents to look at, several and in folders."""
    command.given.add_argument(
        "files",
        nargs="+",
        type=path,
        metavar=metavar,
        help="Word、PDF 文件或 JSON 记录，或含有它们的文件夹；- 为标准输入\n"
        "Word or PDF documents or JSON records, or folders of them; - is standard input",
    )


def add_file(command: Command, said: str) -> None:
    """Add the one document that a command works on."""
    command.given.add_argument("file", type=path, metavar="FILE", help=said)


def add_output(command: Command, metavar: str, said: str = "写入的文件\nfile to write") -> None:
    """Add the file that a command writes, and whether it may overwrite one."""
    command.options.add_argument(
        "-o", "--output", type=path, required=True, metavar=metavar, help=said
    )
    add_force(command)


def add_out(command: Command, said: str) -> None:
    """Add the folder that a command writes."""
    command.options.add_argument("--out", type=path, required=True, metavar="DIR", help=said)


def add_force(command: Command) -> None:
    """Add whether files may be overwritten."""
    said = "覆盖已有文件\noverwrite existing files"
    command.options.add_argument("--force", action="store_true", help=said)


def add_workers(command: Command) -> None:
    """Add how many processes read files."""
    command.options.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="用几个进程读取文件，默认与处理器数相同\n"
        "processes that read files; by default one for each processor",
    )


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


def add_judging(command: Command) -> None:
    """Add by what documents are judged."""
    add_pack(command)
    add_kind(command)
    add_catalogue(command)


def add_fail_on(command: Command) -> None:
    """Add what makes the exit status 1."""
    command.options.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "review"),
        help="何时以 1 退出：error（默认）、warning、note、review，后者包括前者\n"
        "what makes the exit status 1; each includes those before it",
    )


def add_passing(command: Command) -> None:
    """Add what is grave, and what is let pass."""
    add_fail_on(command)
    _add_waivers(command)


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


def _add_waivers(command: Command) -> None:
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
