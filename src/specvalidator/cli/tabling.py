"""`check --format xlsx`: the workbook, with links to the marked copies that there are."""

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli.copies import copy_beside, copy_in
from specvalidator.cli.found import Found
from specvalidator.cli.options import CheckOptions
from specvalidator.cli.paths import absolute, is_there
from specvalidator.cli.terminal import WrongUsage, write_bytes
from specvalidator.files import is_folder
from specvalidator.reports import Style
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.cli.judging import JudgedFiles

_LONGEST_LINK = 600
"""Letters that a link of Excel surely holds, however they are escaped."""


def refuse_workbook(output: Path | None) -> None:
    """Refuse a workbook that could not be written, before any file is read.

    Raises:
        WrongUsage: there is no file to write it to, or nothing that writes it.
    """
    if output is None:
        raise WrongUsage(
            Words(
                "工作簿须写入文件，请加 --output 文件.xlsx。",
                "A workbook is written to a file: add --output FILE.xlsx.",
            )
        )
    if find_spec("xlsxwriter") is None:
        raise WrongUsage(
            Words(
                "写工作簿需要 XlsxWriter，请在本程序的文件夹中安装：pip install '.[xlsx]'。",
                "A workbook needs XlsxWriter: pip install '.[xlsx]' in the folder of this program.",
            )
        )


def write_workbook(judged: "JudgedFiles", style: Style, options: CheckOptions) -> None:
    """Write the workbook to the file that was named."""
    from specvalidator.reports.workbook import render_workbook  # noqa: PLC0415 - an extra

    if options.output is None:  # refused before
        return
    files = judged.found.files
    style = style._replace(
        folders=dict(_folders(files, options.files)),
        copies=dict(_copies(files, options.copies, options.output, options.lang)),
    )
    write_bytes(render_workbook(judged.reports, judged.failures, style), options.output)


def _folders(files: Sequence[Found], arguments: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield the folder of each file by its name, from the one that holds all arguments.

    Of a single folder, that is the folder below it, such as a district.
    """
    tops = [Path(absolute(each if is_folder(each) else each.parent)) for each in arguments]
    try:
        common = os.path.commonpath(tops)
    except ValueError:  # they are on several drives
        return
    for file in files:
        folder = Path(absolute(file.path)).parent
        if folder.is_relative_to(common) and folder != Path(common):
            yield file.name, folder.relative_to(common).as_posix()


def _copies(
    files: Sequence[Found], folder: Path | None, output: Path, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Yield where the marked copy of each file that has one is, from the workbook's folder."""
    for file in files:
        copy = copy_in(folder, file, lang) if folder else copy_beside(file.path, lang)
        if is_there(copy):
            try:
                from_here = os.path.relpath(absolute(copy), Path(absolute(output)).parent)
            except ValueError:  # on another drive
                from_here = absolute(copy)
            if len(from_here) < _LONGEST_LINK:
                yield file.name, Path(from_here).as_posix()
