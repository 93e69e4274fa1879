"""The command line, made of its own parser: every command and option in both languages."""

import re
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from specvalidator.cli.parser import program
from specvalidator.wording import Lang, Words
from website.markdown import LANGS, block, code, file_name, page, plain, switch, table


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of all commands in both languages."""
    for lang in LANGS:
        yield file_name("commands", lang), _page(program(), lang)


def commands(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    """Return the commands of a program by name."""
    found: dict[str, ArgumentParser] = {}
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action, _SubParsersAction):
            found |= action.choices
    return found


def options(parser: ArgumentParser) -> list[Action]:
    """Return the arguments and options of a command, arguments first."""
    actions = [
        action
        for action in parser._actions  # noqa: SLF001 - the same
        if not isinstance(action, _SubParsersAction) and action.help != SUPPRESS
    ]
    return sorted(actions, key=lambda action: bool(action.option_strings))


def both(text: str | None) -> Words:
    """Return the two languages of a help: Chinese, a line end, English.

    Raises:
        ValueError: the help lacks one of the languages.
    """
    zh, _, en = (text or "").strip().partition("\n")
    if not re.search(r"[\u4e00-\u9fff]", zh) or not re.search("[A-Za-z]{3}", en):
        raise ValueError(f"a help is Chinese, a line end, English; not {text!r}")
    return Words(zh, " ".join(en.split()))


def _page(parser: ArgumentParser, lang: Lang) -> str:
    found = commands(parser)
    parts = [
        Words("# 命令行", "# Command line").said(lang),
        switch("commands", lang),
        plain(both(parser.description).said(lang)) + "\n",
        table(
            [Words("命令", "command").said(lang), ""],
            (
                [f"[`specvalidator {name}`](#{name})", plain(both(each.description).said(lang))]
                for name, each in found.items()
            ),
        ),
        Words("不写命令时：\n", "Without a command:\n").said(lang),
        _options(parser, lang),
        *(part for name, each in found.items() for part in _command(name, each, lang)),
        Words("## 退出状态", "## Exit status").said(lang),
        block(parser.epilog or ""),
    ]
    return page(*parts)


def _command(name: str, parser: ArgumentParser, lang: Lang) -> Iterator[str]:
    yield f"## {name}"
    yield plain(both(parser.description).said(lang)) + "\n"
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    yield block(_folded(usage))
    yield _options(parser, lang)


def _folded(usage: str) -> str:
    """Break a usage between its parts, so that no line is longer than a page is wide."""
    parts = re.findall(r"\[[^\]]*\](?: \.\.\.\])?|\S+", usage)
    lines = [""]
    for part in parts:
        if len(lines[-1]) + len(part) > 78:  # noqa: PLR2004 - columns
            lines.append("   ")
        lines[-1] += f" {part}" if lines[-1] else part
    return "\n".join(lines)


def _options(parser: ArgumentParser, lang: Lang) -> str:
    head = [Words("参数、选项", "argument, option").said(lang), Words("含义", "meaning").said(lang)]
    return table(head, ([_name(action), _meaning(action, lang)] for action in options(parser)))


def _name(action: Action) -> str:
    metavar = str(action.metavar or "")
    if not action.option_strings:
        return code(metavar)
    value = metavar if action.nargs != 0 else ""
    if action.choices and not metavar:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    return "<br>".join(code(f"{option} {value}".rstrip()) for option in action.option_strings)


def _meaning(action: Action, lang: Lang) -> str:
    notes = [plain(both(action.help).said(lang))]
    if action.required and action.option_strings:
        notes.append(Words("必须写", "required").said(lang))
    return Words("。", "; ").said(lang).join(notes)
