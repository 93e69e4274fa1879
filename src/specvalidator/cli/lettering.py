"""`letter`: a Word file about each document, for the office to complete and send."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli.choices import nearest, one_of
from specvalidator.cli.comparing import since
from specvalidator.cli.copies import LETTER, steps_of
from specvalidator.cli.judging import judged_files, status_of
from specvalidator.cli.options import LetterOptions
from specvalidator.cli.paths import is_there
from specvalidator.cli.terminal import WrongUsage, make_folder, say, write_new
from specvalidator.companions import companion
from specvalidator.findings import Report
from specvalidator.reports import failures_beside, without_waived
from specvalidator.reports.documents import numbered
from specvalidator.reports.letter_parts import About
from specvalidator.typesetting import visible
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.reports.comparison import Comparison

_MOST_OF_TEMPLATE = 8_000_000
"""Bytes: letterheads hold pictures."""
FORMATS = {"docx": "docx", "markdown": "md"}
"""What letters are written in, and what their names end in."""


def letter(options: LetterOptions) -> int:
    """Write the letters; return the exit status of `check`."""
    write = _writer(options)
    judged = judged_files(options)
    lang = options.lang
    shown = tuple(map(without_waived, judged.reports))
    letters = list(zip(_paths(options, shown), _about(options, shown), strict=True))
    _refuse_barred([path for path, _ in letters])
    if not options.force:
        _refuse_existing([path for path, _ in letters])
    for path, about in letters:
        make_folder(path.parent)
        write_new(path, write(about), force=options.force)
    for source, error in (*judged.failures, *failures_beside(shown)):
        name = visible(source.name)
        say(Words(f"{name}：{error.words.zh}", f"{name}: {error.words.en}"), lang)
    _tell(len(letters), len(judged.failures), options)
    return status_of(judged.reports, judged.failures, options.fail_on)


def _writer(options: LetterOptions) -> Callable[[About], bytes]:
    """Return what writes a letter; say what the office's template does not show.

    Raises:
        WrongUsage: there is no such format, or the template cannot be read or does not suit it.
        BadTemplate: the template cannot be filled.
    """
    if one_of(FORMATS, options.format, Words("格式", "format")) == "markdown":
        if options.template is not None:
            raise WrongUsage(
                Words("只有 docx 格式用模板。", "Only letters in docx are written on a template.")
            )
        from specvalidator.reports.markdown import letter_page  # noqa: PLC0415 - only where asked for

        return lambda about: letter_page(about).encode("utf-8")
    from specvalidator.reports.word_letter import fields_of, word_letter  # noqa: PLC0415 - python-docx is heavy

    template = _template(options.template)
    if template is not None:
        for words in _on_template(*fields_of(template)):
            say(words, options.lang)
    return lambda about: word_letter(about.report, about.part, about.lang, template, about.since)


def _template(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return companion(path, _MOST_OF_TEMPLATE)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WrongUsage(
            Words(
                f"无法读取模板 {path}（{reason}）。",
                f"The template {path} cannot be read: {reason}.",
            )
        ) from None


def _on_template(unknown: list[str], missing: list[str]) -> Iterator[Words]:
    """Yield what is to be said of controls that nothing fills, and of fields that none takes."""
    for tag in unknown:
        near = nearest(tag, missing)
        hint = Words(f"是不是 {near[0]}？", f" Is it {near[0]}?") if near else Words("", "")
        name = visible(tag)
        yield Words(
            f"模板中标记为 {name} 的控件没有内容可填，保持原样。{hint.zh}",
            f"Nothing fills the control {name} of the template; it stays as it is.{hint.en}",
        )
    if missing:
        yield Words(
            f"模板中没有这些标记的控件，意见中没有相应内容：{'、'.join(missing)}。",
            f"The template has no control for {', '.join(missing)}; letters lack what they hold.",
        )


def _about(options: LetterOptions, reports: tuple[Report, ...]) -> Iterator[About]:
    """Yield what each letter is about, with what became of what was handed in before."""
    comparisons: Mapping[int, Comparison] = {}
    if options.since is not None:
        comparisons = since(options.since, reports, options)
    for number, (report, part) in enumerate(numbered(reports)):
        yield About(report, part, options.lang, comparisons.get(number))


def _paths(options: LetterOptions, reports: tuple[Report, ...]) -> Iterator[Path]:
    """Yield where each letter goes; a name out of an archive is no path, and none is taken twice.

    Names that differ only in what a system does not tell apart are numbered.
    """
    ending = FORMATS[options.format]
    taken: set[str] = set()
    for report, part in numbered(reports):
        path = _path(options.out, report, part, options.lang)
        number, free = 1, Path(f"{path}.{ending}")
        while str(free).casefold() in taken:
            number += 1
            free = Path(f"{path}-{number}.{ending}")
        taken.add(str(free).casefold())
        yield free


def _path(out: Path, report: Report, part: int | None, lang: Lang) -> Path:
    """Return the path of a letter without its ending."""
    steps = steps_of(report.source.name if report.source else report.kind)
    *folders, file = steps or [report.kind]
    number = f".{part}" if part else ""
    return out.joinpath(*folders, f"{file}{number}.{LETTER.said(lang)}")


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


def _refuse_barred(paths: list[Path]) -> None:
    """Refuse a folder in which a file stands where letters of an archive need a folder."""
    for parent in sorted({parent for path in paths for parent in path.parents}):
        if is_there(parent) and not parent.is_dir():
            raise WrongUsage(
                Words(
                    f"{parent} 是一个文件，意见不能写在它下面，没有写出任何意见。请换一个文件夹。",
                    f"{parent} is a file, and no folder for letters; no letter was written. Name "
                    "another folder.",
                )
            )


def _tell(letters: int, missing: int, options: LetterOptions) -> None:
    out = options.out
    said = Words(f"写出{letters}份意见，在 {out}", f"{letters} letters in {out}")
    if missing:
        more = Words(f"；{missing}个文件未能读取", f"; {missing} files could not be read")
        said = Words(said.zh + more.zh, said.en + more.en)
    say(Words(f"{said.zh}。", f"{said.en}."), options.lang)
