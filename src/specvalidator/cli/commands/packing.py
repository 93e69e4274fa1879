"""The command of those who write rule packs: `pack`."""

from specvalidator.cli.commands.shared import add_force, add_lang
from specvalidator.cli.commands.usage import Commands, add_command, path, source
from specvalidator.cli.options import PackCommandOptions


def add_pack(commands: Commands, name: str) -> None:
    """Add `pack`."""
    said = "编写规则包：核对、比较、新建\nWrite rule packs: check, compare, begin one"
    command = add_command(commands, name, said, PackCommandOptions, "packing")
    command.take(
        "action",
        "check：一次列出全部错误（有则退出状态为1）；diff：列出两个规则包的不同；new：新建",
        "check lists every mistake (exit status 1 if any); diff, what differs; new begins one",
        choices=("check", "diff", "new"),
        metavar="check|diff|new",
    )
    command.take(
        "packs",
        "规则包，或规则包的 TOML 文件",
        "rule packs, or their TOML files",
        nargs="*",
        type=source,
        metavar="ID|FILE",
    )
    command.option(
        "--extends", zh="（new）所继承的规则包", en="(new) the pack that it extends", metavar="ID"
    )
    command.option(
        "-o",
        "--output",
        zh="（new）写入的文件",
        en="(new) file to write",
        type=path,
        metavar="FILE.toml",
    )
    add_force(command)
    add_lang(command)
