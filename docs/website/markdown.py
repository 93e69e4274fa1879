"""Pages of Markdown, written from text that may hold any character."""

import re
from collections.abc import Iterable, Sequence

from specvalidator.wording import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")
"""The languages in which every page is made."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&^])")
_LIST_NUMBER = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
_LIST_MARK = re.compile(r"^(\s*)([-+=:])", re.MULTILINE)


def plain(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    text = _MARKS.sub(r"\\\1", text)
    text = _LIST_NUMBER.sub(r"\1\\\2", text)
    return _LIST_MARK.sub(r"\1\\\2", text)


def code(text: str) -> str:
    """Return a text as code inside a line."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{edge}{text}{edge}{fence}".replace("|", r"\|").replace("\n", " ")


def block(text: str, language: str = "text") -> str:
    """Return a block of code."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def quote(text: str) -> str:
    """Return a quotation, each line of the text a line."""
    lines = [plain(line.strip()) for line in text.strip().splitlines()]
    return "\n".join(f"> {line}\\" for line in lines)[:-1] + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown, of one line each."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |\n" for line in lines
    )


def bullets(items: Iterable[str]) -> str:
    """Return a list; items are Markdown, whose further lines belong to the item."""
    return "".join("- " + item.strip().replace("\n", "\n  ") + "\n" for item in items)


def switch(name: str, lang: Lang) -> str:
    """Return the link to the same page in the other language, as written pages have it."""
    return f"[English]({name}.md)\n" if lang == "zh" else f"[简体中文]({name}.zh-CN.md)\n"


def file_name(name: str, lang: Lang) -> str:
    """Return the name of a page's file."""
    return f"{name}.zh-CN.md" if lang == "zh" else f"{name}.md"


def page(*parts: str) -> str:
    """Return the parts of a page, an empty line between them; empty parts are left out."""
    return "\n".join(part if part.endswith("\n") else part + "\n" for part in parts if part)
