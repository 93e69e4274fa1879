"""The command that notes what is let pass: `waive`."""

from specvalidator.cli.commands.shared import add_judging, add_lang
from specvalidator.cli.commands.usage import Commands, add_command, path, source
from specvalidator.cli.options import WaiveOptions


def add_waive(commands: Commands, name: str) -> None:
    """Add `waive`."""
    said = "记下一条豁免，写明理由和到期日\nNote that a finding is let pass, why, and until when"
    command = add_command(commands, name, said, WaiveOptions, "waiving")
    command.take("rule", "规则名称", "name of the rule", metavar="RULE")
    command.take(
        "file",
        "文件，或文件名的样式",
        "document, or a pattern of names",
        type=source,
        metavar="FILE",
    )
    command.option("--reason", zh="理由", en="why it is let pass", required=True, metavar="TEXT")
    command.option(
        "--until",
        zh="到期日，这一天仍有效",
        en="the last day on which it holds, such as 2026-12-31",
        required=True,
        metavar="DATE",
    )
    command.option("--approved-by", zh="批准人", en="who says so", metavar="NAME")
    command.option(
        "--path",
        zh="只限记录中的这个位置，如 /tasks/0/weight",
        en="only findings at this place of the record",
        metavar="POINTER",
    )
    command.option(
        "--text",
        zh="只限写着这些字的地方",
        en="only findings where this is written",
        metavar="TEXT",
    )
    command.flag(
        "--digest",
        zh="按内容而不按名称认文件，文件一改豁免即失效",
        en="know the document by its SHA-256: any change to it ends the waiver",
    )
    command.option(
        "--waivers",
        zh="写入的文件，默认设置中的，否则 specvalidator.toml",
        en="file to add it to; the settings' by default, else specvalidator.toml",
        type=path,
        metavar="FILE",
    )
    add_judging(command)
    add_lang(command)
