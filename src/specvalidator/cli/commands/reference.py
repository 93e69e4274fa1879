"""The commands that say what the program knows: `rules`, `schema`, `completion`."""

from specvalidator.cli.commands.shared import add_lang, add_pack
from specvalidator.cli.commands.usage import Commands, add_command
from specvalidator.cli.options import CompletionOptions, RulesOptions, SchemaOptions


def add_rules(commands: Commands, name: str) -> None:
    """Add `rules`."""
    said = "列出规则，或说明一条规则\nList the rules, or explain one"
    command = add_command(commands, name, said, RulesOptions, "reference")
    command.take(
        "name", "规则名称", "name of a rule, such as weight-total", nargs="?", metavar="RULE"
    )
    command.flag(
        "--clauses",
        zh="逐条列出条款，由哪些规则检查，或为何须人工核对",
        en="list the clauses: which rules test each, or why a person must",
    )
    add_pack(command)
    command.option(
        "--format",
        zh="text（默认）或 json",
        en="text (default) or json",
        default="text",
        choices=("text", "json"),
    )
    add_lang(command, default=None)


def add_schema(commands: Commands, name: str) -> None:
    """Add `schema`."""
    said = "列出或输出 JSON Schema\nList the JSON Schemas, or print one"
    command = add_command(commands, name, said, SchemaOptions, "reference")
    command.take("name", "名称", "name of a schema", nargs="?", metavar="NAME")
    add_lang(command)


def add_completion(commands: Commands, name: str) -> None:
    """Add `completion`."""
    said = "输出命令行补全脚本\nPrint what completes commands in a shell"
    command = add_command(commands, name, said, CompletionOptions, "completing")
    command.take(
        "shell",
        "bash、zsh、fish 或 powershell",
        "bash, zsh, fish or powershell",
        metavar="SHELL",
    )
    add_lang(command)
