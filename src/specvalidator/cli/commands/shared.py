"""The arguments and options that commands share, each added to a command."""

from argparse import BooleanOptionalAction

from specvalidator.cli.commands.usage import Command, path, source

_DOCUMENTS = "Word、PDF 文件或 JSON 记录，或含有它们的文件夹；- 为标准输入"
_DOCUMENTS_EN = "Word or PDF documents or JSON records, or folders of them; - is standard input"


def add_files(command: Command, zh: str = _DOCUMENTS, en: str = _DOCUMENTS_EN) -> None:
    """Add the documents to look at, several and in folders."""
    command.take("files", zh, en, nargs="+", type=path, metavar="FILE|FOLDER")


def add_output(command: Command, metavar: str) -> None:
    """Add the file that a command writes, and whether it may overwrite one."""
    zh, en = "写入的文件", "file to write"
    command.option("-o", "--output", zh=zh, en=en, type=path, required=True, metavar=metavar)
    add_force(command)


def add_out(command: Command, zh: str, en: str, *, required: bool = True) -> None:
    """Add the folder that a command writes."""
    command.option("--out", zh=zh, en=en, type=path, required=required, metavar="DIR")


def add_force(command: Command) -> None:
    """Add whether files may be overwritten."""
    command.flag("--force", zh="覆盖已有文件", en="overwrite existing files")


def add_workers(command: Command) -> None:
    """Add how many processes read files."""
    command.option(
        "--workers",
        zh="用几个进程读取文件，默认与处理器数相同",
        en="processes that read files; by default one for each processor",
        type=int,
        metavar="N",
    )


def add_pack(command: Command) -> None:
    """Add the rules to judge by."""
    zh, en = "规则包，或规则包的 TOML 文件", "rule pack, or the TOML file of one"
    command.option("--pack", zh=zh, en=en, type=source, metavar="ID|FILE")


def add_kind(command: Command) -> None:
    """Add what the documents are."""
    command.option(
        "--as",
        zh="材料种类，如 specification；默认按内容识别",
        en="kind of document; recognised from the content by default",
        dest="kind",
        metavar="KIND",
    )


def add_catalogue(command: Command) -> None:
    """Add the published projects."""
    command.option(
        "--catalogue",
        zh="已公布项目的目录，CSV、文本或 Excel（.xlsx），每行一个项目，可附日期",
        en="published projects, CSV, text or .xlsx, one a line, with or without a date",
        type=path,
        metavar="FILE",
    )


def add_judging(command: Command) -> None:
    """Add by what documents are judged."""
    add_pack(command)
    add_kind(command)
    add_catalogue(command)


def add_selecting(command: Command) -> None:
    """Add which rules are asked."""
    command.option(
        "--select",
        zh="只问这些规则，逗号分隔，可用 *，如 weight-*；可多次使用",
        en="ask these rules alone; commas between names, * for any letters; may be repeated",
        action="append",
        default=[],
        metavar="RULE",
    )
    command.option(
        "--ignore",
        zh="不问这些规则，写法相同；没有问的规则，报告中写明",
        en="do not ask these rules, written alike; reports say which were not asked",
        action="append",
        default=[],
        metavar="RULE",
    )


def add_fail_on(command: Command) -> None:
    """Add what makes the exit status 1."""
    command.option(
        "--fail-on",
        zh="何时以 1 退出：error（默认）、warning、note、review，后者包括前者",
        en="what makes the exit status 1; each includes those before it",
        choices=("error", "warning", "note", "review"),
    )


def add_passing(command: Command) -> None:
    """Add what is grave, what is let pass, and for which day that is decided."""
    add_fail_on(command)
    zh, en = "豁免文件，代替设置中的豁免", "waivers, in place of those in the settings"
    command.option("--waivers", zh=zh, en=en, type=path, metavar="FILE")
    command.option(
        "--on",
        zh="按哪一天判断豁免是否到期，默认今天",
        en="day for which waivers are judged (default today)",
        metavar="DATE",
    )


def add_lang(command: Command, default: str | None = "zh") -> None:
    """Add the language and, as every command has one, where settings come from."""
    zh, en = (f"默认 {default}", f"default {default}") if default else ("默认两种", "default both")
    command.option("--lang", zh=f"语言（{zh}）", en=f"language ({en})", choices=("zh", "en"))
    command.option(
        "--config",
        zh="设置文件；默认从当前文件夹向上找 specvalidator.toml 或 pyproject.toml",
        en="settings; by default the nearest specvalidator.toml or pyproject.toml upward",
        type=path,
        metavar="FILE",
    )
    command.flag("--no-config", zh="不读取设置文件", en="do not look for settings")


def add_limit(command: Command) -> None:
    """Add how much a file may ask."""
    command.option(
        "--limit",
        zh="一个文件最多可占用多少，如 pdf.pages=20、file_bytes=10M；可多次使用",
        en="how much a file may ask, such as pdf.pages=20; may be repeated",
        action="append",
        default=[],
        metavar="NAME=VALUE",
    )


def add_limits(command: Command) -> None:
    """Add how much a file may ask, and where it is read."""
    add_limit(command)
    command.option(
        "--isolate",
        zh="在独立进程中读取，超时、崩溃不影响其他文件；多个文件时默认如此",
        en="read in processes of their own, so that none can stop the others; default for several",
        action=BooleanOptionalAction,
    )


def add_redact(command: Command) -> None:
    """Add whether what is about persons is masked."""
    command.flag(
        "--redact",
        zh="隐去报告中的姓名、电话、证件和证书号码",
        en="mask names of persons, telephone, certificate and identity numbers",
    )


def add_exclude(command: Command) -> None:
    """Add which files are left out."""
    command.option(
        "--exclude",
        zh="文件夹中不检查的文件，写法同 .gitignore，可重复；代替设置中的 exclude",
        en="files of folders to leave out, as in .gitignore; repeatable; in place of the settings'",
        action="append",
        metavar="GLOB",
    )
    command.flag(
        "--force-exclude",
        zh="直接写出的文件也按 exclude 略过",
        en="leave out files that are named, too",
    )
    command.flag(
        "--skip-unrecognised",
        zh="略过认不出种类的文件，不算作错误",
        en="pass over files of no known kind instead of failing",
    )
