"""The commands that write Word forms: `new` and `convert`."""

from specvalidator.cli.commands.shared import add_kind, add_lang, add_limits, add_output, add_pack
from specvalidator.cli.commands.usage import Commands, add_command, path
from specvalidator.cli.options import ConvertOptions, NewOptions


def add_new(commands: Commands, name: str) -> None:
    """Add `new`."""
    said = "生成空白或已填写的 Word 表格\nWrite a Word form, blank or filled"
    command = add_command(commands, name, said, NewOptions, "drafting")
    command.take(
        "kind", "种类，如 specification", "kind of form, such as specification", metavar="KIND"
    )
    command.option(
        "--from",
        zh="用这份记录填写；- 为标准输入",
        en="fill it from this record; - is standard input",
        dest="record",
        type=path,
        metavar="RECORD.json",
    )
    add_output(command, "FILE.docx")
    add_pack(command)
    add_lang(command)


def add_convert(commands: Commands, name: str) -> None:
    """Add `convert`."""
    said = "把读到的内容写成可编辑的 Word 表格\nWrite what was read as a Word form to work on"
    command = add_command(commands, name, said, ConvertOptions, "converting")
    command.take(
        "file",
        "要转换的文件，如 .doc、PDF、OFD；- 为标准输入",
        "file to convert, such as a .doc, a PDF or an OFD; - is standard input",
        type=path,
        metavar="FILE",
    )
    add_output(command, "FILE.docx")
    add_kind(command)
    add_pack(command)
    command.option(
        "--number",
        zh="文件中有几份时，取第几份",
        en="which one, where the file holds several",
        type=int,
        metavar="N",
    )
    add_lang(command)
    add_limits(command)
