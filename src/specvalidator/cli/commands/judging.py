"""The commands about documents one by one: `check`, `letter`, `annotate`, `compare`, `read`."""

from specvalidator.cli.commands.shared import (
    add_exclude,
    add_fail_on,
    add_files,
    add_force,
    add_judging,
    add_kind,
    add_lang,
    add_limits,
    add_out,
    add_pack,
    add_passing,
    add_redact,
    add_selecting,
)
from specvalidator.cli.commands.usage import STATUS, Command, Commands, add_command, path
from specvalidator.cli.options import (
    AnnotateOptions,
    CheckOptions,
    CompareOptions,
    LetterOptions,
    ReadOptions,
)


def add_check(commands: Commands, name: str) -> None:
    """Add `check`."""
    said = "检查文件，给出结论\nJudge documents"
    command = add_command(commands, name, said, CheckOptions, "judging", STATUS)
    add_files(command)
    command.option(
        "--format",
        zh="text（默认）、json、html、sarif、markdown（退回意见）、csv、github、junit 或 xlsx",
        en="text (default), json, html, sarif, markdown (a letter), csv, github, junit or xlsx",
        default="text",
        metavar="FORMAT",
    )
    _add_result(command)
    command.option(
        "--copies",
        zh="（xlsx）批注副本所在的文件夹，表中链接到副本；默认找原文件旁边的副本",
        en="(xlsx) folder of marked copies to link to; by default those beside the originals",
        type=path,
        metavar="DIR",
    )
    _add_judged(command)
    command.flag(
        "--statistics",
        zh="只列各规则的问题数，最多的在前（text、json）",
        en="only count the findings of each rule, the most first (text, json)",
    )
    command.flag(
        "--watch",
        zh="文件一保存就重新检查，按 Ctrl+C 结束",
        en="judge again whenever a file is saved",
    )
    command.flag(
        "-q",
        "--quiet",
        zh="只列问题，不列通过的文件、汇总和附注",
        en="findings alone: no documents that passed, no summary, no remarks",
    )
    command.flag(
        "-v",
        "--verbose",
        zh="显示条款全文、核对清单、通过的规则",
        en="show whole clauses, the checklist, passed rules",
    )


def add_letter(commands: Commands, name: str) -> None:
    """Add `letter`."""
    said = "为每份材料写一份 Word 审核意见\nWrite a letter in Word about each document"
    command = add_command(commands, name, said, LetterOptions, "lettering", STATUS)
    add_files(command)
    add_out(command, "存放意见的文件夹", "folder for the letters")
    command.option(
        "--format",
        zh="docx（默认）或 markdown",
        en="docx (default) or markdown",
        default="docx",
        metavar="FORMAT",
    )
    command.option(
        "--template",
        zh="本单位的模板（.docx），按内容控件的标记填写；写出的意见可改作模板",
        en="the office's own .docx, filled by the tags of its content controls",
        type=path,
        metavar="FILE",
    )
    command.option(
        "--since",
        zh="上次报送的材料，文件或文件夹；意见中写明已改好、仍存在和新出现的问题",
        en="what was handed in before, a file or a folder: letters say what became of its findings",
        type=path,
        metavar="OLD",
    )
    add_force(command)
    _add_judged(command)


def add_annotate(commands: Commands, name: str) -> None:
    """Add `annotate`."""
    said = "把检查结果标注在文件副本上（Word 批注，PDF 高亮）\n"
    said += "Mark the findings in a copy: comments in Word, highlights in a PDF"
    command = add_command(commands, name, said, AnnotateOptions, "annotating", STATUS)
    add_files(
        command,
        "Word 或 PDF 文件，或含有它们的文件夹；- 为标准输入",
        "Word or PDF documents, or folders of them; - is standard input",
    )
    command.option(
        "-o",
        "--output",
        zh="（一个文件）写入的文件，不能是原文件",
        en="(of one file) file to write, never the original",
        type=path,
        metavar="FILE",
    )
    add_out(
        command,
        "存放副本的文件夹；不写则放在原文件旁边",
        "folder for the copies; by default each is beside its original",
        required=False,
    )
    add_force(command)
    command.flag(
        "--suggest",
        zh="（Word）改法确定的，同时写成修订，由作者接受或拒绝",
        en="(Word) also write mends that are certain as tracked changes to accept or reject",
    )
    command.flag(
        "--summary",
        zh="（PDF）在前面加汇总页，逐条列出问题，可点击跳转",
        en="(PDF) put pages in front that list all findings, with links",
    )
    add_judging(command)
    add_passing(command)
    add_exclude(command)
    add_lang(command)
    add_limits(command)


def add_compare(commands: Commands, name: str) -> None:
    """Add `compare`."""
    said = "比较旧稿和重新报送的新稿\nCompare documents with their resubmission"
    command = add_command(commands, name, said, CompareOptions, "comparing", STATUS)
    for given, zh, en in (("old", "旧稿", "the earlier one"), ("new", "新稿", "the new one")):
        called = (f"{zh}：文件或文件夹", f"{en}: a file or a folder")
        command.take(given, *called, type=path, metavar=given.upper())
    command.option(
        "--format",
        zh="text（默认）、json 或 html",
        en="text (default), json or html",
        default="text",
        metavar="FORMAT",
    )
    _add_result(command)
    add_judging(command)
    add_fail_on(command)
    add_lang(command)
    add_limits(command)


def add_read(commands: Commands, name: str) -> None:
    """Add `read`."""
    said = "只读取不评判，输出 JSON\nPrint what documents say as JSON, unjudged"
    command = add_command(commands, name, said, ReadOptions, "judging")
    add_files(command)
    add_kind(command)
    add_pack(command)
    add_exclude(command)
    add_lang(command)
    add_limits(command)


def _add_result(command: Command) -> None:
    """Add where a page goes."""
    zh, en = "结果写入文件", "write the result to a file"
    command.option("-o", "--output", zh=zh, en=en, type=path, metavar="FILE")


def _add_judged(command: Command) -> None:
    """Add how files are chosen and judged."""
    add_judging(command)
    add_selecting(command)
    add_passing(command)
    add_exclude(command)
    add_redact(command)
    add_lang(command)
    add_limits(command)
