"""`waive`: an entry at the end of the file of waivers, everything else in it left as it is."""

import datetime as dt
import glob
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator import api
from specvalidator.cli.choices import one_of
from specvalidator.cli.judging import kind_named
from specvalidator.cli.options import WaiveOptions
from specvalidator.cli.paths import is_there
from specvalidator.cli.terminal import WrongUsage, not_written, say
from specvalidator.cli.waivers import day, today
from specvalidator.companions import companion
from specvalidator.files import bytes_of, source_of
from specvalidator.packs import DEFAULT_PACK, load_pack
from specvalidator.packs.rulebook import rules_in_force
from specvalidator.settings.files import OWN, PROJECT
from specvalidator.settings.globs import literal, within
from specvalidator.settings.reading import settings_of
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.settings.waivers import Waiver


def waive(options: WaiveOptions) -> int:
    """Add a waiver to the file of waivers; return the exit status."""
    known = rules_in_force(load_pack(options.pack or DEFAULT_PACK))
    one_of(known, options.rule, Words("规则", "rule"))
    target = _target(options)
    entry = {
        "rule": options.rule,
        "document": _document(options, target.parent),
        "path": options.path,
        "text": options.text,
        "reason": options.reason,
        "approved_by": options.approved_by,
        "expires": day(options.until),
    }
    old = _old(target)
    new = _appended(old or b"", _table(entry, target))
    waiver = settings_of(new, target).waivers[-1]
    count = _meant(waiver, options)
    _write(target, new[len(old or b"") :], fresh=old is None)
    say(_summary(waiver, target, count), options.lang)
    if waiver.expires < today():
        say(_EXPIRED, options.lang)
    return 0


_EXPIRED = Words(
    "注意：到期日已经过去，这条豁免不起作用，请核对年份。",
    "note: that day is over, so the waiver lets nothing pass; check the year.",
)


def _target(options: WaiveOptions) -> Path:
    if options.waivers is not None:
        return options.waivers
    return options.settings.waivers_file if options.settings else Path(OWN)


def _document(options: WaiveOptions, folder: Path) -> str:
    """Name the document as the file of the waivers sees it.

    Raises:
        WrongUsage: there is no such file, and it is no pattern of names.
        UnreadableFile: its bytes are wanted and cannot be had.
    """
    given = Path(options.file)
    if options.digest:
        digest = source_of(bytes_of(given), given.name).sha256
        return digest or ""
    if is_there(given):
        name = within(given, folder)
        outside = name.startswith("../") or Path(name).is_absolute()
        return literal(given.resolve().name if outside else f"/{name}")
    if glob.has_magic(options.file):
        return options.file
    raise WrongUsage(
        Words(
            f"找不到文件 {options.file}，请核对路径；也可以写文件名的样式，如 '稿件/*.docx'。",
            f"There is no file {options.file}; check the path, or give a pattern of names such as "
            "'drafts/*.docx'.",
        )
    )


def _meant(waiver: "Waiver", options: WaiveOptions) -> int | None:
    """Return how many findings the waiver lets pass now, None where it names no single file.

    Raises:
        WrongUsage: none; there is nothing to waive.
        UnreadableFile: the document cannot be read.
    """
    file = Path(options.file)
    if not is_there(file):
        return None
    reports = api.validate(
        file,
        pack=options.pack or DEFAULT_PACK,
        catalogue=options.catalogue,
        kind=kind_named(options.kind),
    )
    count = sum(waiver.lets_pass(finding) for report in reports for finding in report.findings)
    if count == 0:
        where = f" {waiver.path}" if waiver.path is not None else ""
        raise WrongUsage(
            Words(
                f"{options.file}{where} 没有 {waiver.rule} 指出的问题，没有写入豁免。",
                f"{waiver.rule} finds nothing in {options.file}{where}; nothing was written.",
            )
        )
    return count


def _old(target: Path) -> bytes | None:
    try:
        return companion(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise not_written(target, error) from None


def _appended(old: bytes, table: str) -> bytes:
    """Put a table behind what there is, a blank line between, lines ended as they are there."""
    end = "\r\n" if b"\r\n" in old else "\n"
    lead = "" if not old else end if old.endswith(b"\n") else end * 2
    return old + (lead + table.replace("\n", end)).encode("utf-8", "backslashreplace")


def _table(entry: dict[str, str | dt.date | None], target: Path) -> str:
    head = "tool.specvalidator.waivers" if target.name == PROJECT else "waivers"
    return "".join(f"{line}\n" for line in (f"[[{head}]]", *_lines(entry)))


def _lines(entry: dict[str, str | dt.date | None]) -> Iterator[str]:
    for key, value in entry.items():
        if value is not None:
            said = _quoted(value) if isinstance(value, str) else value.isoformat()
            yield f"{key} = {said}"


def _quoted(text: str) -> str:
    """Write a text as TOML, whose quotation is that of JSON but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(target: Path, added: bytes, *, fresh: bool) -> None:
    try:
        with target.open("xb" if fresh else "ab") as file:
            file.write(added)
    except OSError as error:
        raise not_written(target, error) from None


def _summary(waiver: "Waiver", target: Path, count: int | None) -> Words:
    called = within(target, Path())
    called = str(target) if called.startswith("../") else called
    zh = f"{called}：已豁免 {waiver.document} 的 {waiver.rule}"
    en = f"{called}: waived {waiver.rule} in {waiver.document}"
    if count is not None:
        zh, en = f"{zh}（现有{count}处）", f"{en} ({count} now)"
    return Words(f"{zh}，至{waiver.expires}。", f"{en} until {waiver.expires}.")
