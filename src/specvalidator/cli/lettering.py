"""`letter`: a Word file about each document, for the office to complete and send."""

import re
from pathlib import Path, PurePosixPath

from specvalidator.cli.judging import judged_files, status_of
from specvalidator.cli.options import LetterOptions
from specvalidator.cli.paths import is_there
from specvalidator.cli.terminal import WrongUsage, not_written, say, write_new
from specvalidator.findings import Report
from specvalidator.reports import failures_beside, without_waived
from specvalidator.reports.documents import numbered
from specvalidator.typesetting import visible
from specvalidator.wording import Lang, Words

_ENDING = Words("审核意见", "letter")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_LONGEST_PART = 80
"""Letters of a folder's or file's name."""


def letter(options: LetterOptions) -> int:
    """Write the letters; return the exit status of `check`."""
    from specvalidator.reports.word_letter import word_letter  # noqa: PLC0415 - python-docx is heavy

    template = _template(options.template)
    _, reports, failures, _ = judged_files(options)
    lang = options.lang
    shown = tuple(map(without_waived, reports))
    letters = [
        (_path(options.out, report, part, lang), word_letter(report, part, lang, template))
        for report, part in numbered(shown)
    ]
    if not options.force:
        _refuse_existing([path for path, _ in letters])
    for path, data in letters:
        _make_folder(path.parent)
        write_new(path, data, force=options.force)
    for source, error in (*failures, *failures_beside(shown)):
        name = visible(source.name)
        say(Words(f"{name}：{error.words.zh}", f"{name}: {error.words.en}"), lang)
    count, missing = len(letters), len(failures)
    said = Words(f"写出{count}份意见，在 {options.out}", f"{count} letters in {options.out}")
    if missing:
        more = Words(f"；{missing}个文件未能读取", f"; {missing} files could not be read")
        said = Words(said.zh + more.zh, said.en + more.en)
    say(Words(f"{said.zh}。", f"{said.en}."), lang)
    return status_of(list(reports), failures, options.fail_on)


def _template(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WrongUsage(
            Words(
                f"无法读取模板 {path}（{reason}）。",
                f"The template {path} cannot be read: {reason}.",
            )
        ) from None


def _path(out: Path, report: Report, part: int | None, lang: Lang) -> Path:
    """Return where the letter about a report goes; a name out of an archive is no path."""
    named = PurePosixPath(report.source.name if report.source else report.kind)
    steps = [_NOT_IN_NAMES.sub("_", each).strip(" .") for each in named.parts if each != "/"]
    *folders, file = [each[:_LONGEST_PART] for each in steps if each] or [report.kind]
    number = f".{part}" if part else ""
    return out.joinpath(*folders, f"{file}{number}.{_ENDING.said(lang)}.docx")


def _refuse_existing(paths: list[Path]) -> None:
    there = [path for path in paths if is_there(path)]
    if there:
        more = len(there) - 1
        also = Words(f"等{more + 1}个文件", f" and {more} more") if more else Words("", "")
        raise WrongUsage(
            Words(
                f"{there[0]}{also.zh} 已经存在，没有写出任何意见。请换一个文件夹，或加 --force。",
                f"{there[0]}{also.en} exist already; no letter was written. Name another folder, "
                "or add --force.",
            )
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None
