"""`annotate`: each draft itself, copied, with a note at the words of each finding."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from specvalidator.annotation import Marking, marked
from specvalidator.cli import waivers
from specvalidator.cli.copies import copy_beside, copy_in
from specvalidator.cli.files import Search
from specvalidator.cli.found import Found, held, named, refuse_overwriting
from specvalidator.cli.judging import grave, judging_of
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import AnnotateOptions
from specvalidator.cli.outcomes import is_apart, outcome_of, outcomes
from specvalidator.cli.pipes import is_pipe
from specvalidator.cli.searching import searched
from specvalidator.cli.terminal import WrongUsage, make_folder, say, write_new
from specvalidator.files import File, is_folder
from specvalidator.findings import Report
from specvalidator.judging import Judging, attempted
from specvalidator.reports import Failure
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marking import Marked
from specvalidator.reports.marking.seal import is_as_we_wrote_it, sealed_zip
from specvalidator.settings.globs import within
from specvalidator.typesetting import visible
from specvalidator.wording import LANGS, Lang, Words


class MarkingTask(NamedTuple):
    """How each file is marked."""

    judging: Judging
    how: Marking
    folder: Path | None
    """Where the patterns of waived documents begin, None where nothing is waived."""


def annotate(options: AnnotateOptions) -> int:
    """Write the marked copies; return the exit status."""
    found = _found(options)
    limits = limits_of(options, isolate=is_apart(found.files))
    judging = judging_of(options, limits)
    passes = waivers.held(options)
    alone = options.output is not None or len(found.files) == 1
    how = Marking(options.suggest, options.summary, where_it_suits=not alone)
    if passes:
        how = how._replace(waivers=passes.waivers, on=passes.on)
    work = partial(_copied, task=MarkingTask(judging, how, passes and passes.folder))
    reports: list[Report] = []
    failed = 0
    for file, outcome in outcomes(found.files, work, _shape, options.lang, limits):
        if isinstance(outcome, Failure):
            error, name = outcome.error.words, _called(file, options)
            say(Words(f"{name}：{error.zh}", f"{name}: {error.en}"), options.lang)
            failed += 1
            continue
        output = _output(file, options)
        _write(output, outcome, file.path, options)
        reports += [each.report for each in outcome.judged]
        _tell(output, outcome, options.lang)
    if passes:
        _tell_of_waivers(reports, found, passes, options.lang)
    return 3 if failed else int(grave(reports, options.fail_on))


def _found(options: AnnotateOptions) -> Search:
    """Return the files to mark: the one that --output is for, or all that are found.

    Raises:
        WrongUsage: --output does not suit them, or there are none.
    """
    if options.output is None:
        if options.out is None and any(map(is_pipe, options.files)):
            raise WrongUsage(
                Words(
                    "管道旁边没有地方放副本，请加 --output 文件。",
                    "There is no place beside a pipe for the copy: add --output FILE.",
                )
            )
        return searched(options, None, options.catalogue)
    if options.out is not None or len(options.files) > 1 or is_folder(options.files[0]):
        raise WrongUsage(
            Words(
                "--output 只用于一个文件；几个文件或文件夹请用 --out 文件夹。",
                "--output is for one file; for several or a folder, say --out DIR.",
            )
        )
    [file] = options.files
    refuse_overwriting(options.output, file, Words("批注", "marked"))
    return Search((held(named(file), limits_of(options, isolate=False)),), 0, 0, ())


def _copied(file: Found, task: MarkingTask) -> Marked | Failure:
    """Return the marked copy of a file, in this process."""
    document = within(file.path, task.folder) if task.folder else file.name
    how = task.how._replace(document=document)

    def copied(given: File, judging: Judging, name: str) -> Marked:
        return marked(given, judging, how, name)

    return outcome_of(partial(attempted, copied), file, task.judging)


def _shape() -> Any:  # noqa: ANN401 - a union has no type of its own
    return Marked | Failure


def _called(file: Found, options: AnnotateOptions) -> str:
    """Return what a file is called on standard error: as it was named, or in its folder."""
    return visible(str(file.path) if file.path in options.files else file.name)


def _output(file: Found, options: AnnotateOptions) -> Path:
    if options.output is not None:
        return options.output
    if options.out is not None:
        return copy_in(options.out, file, options.lang)
    return copy_beside(file.path, options.lang)


def _write(output: Path, copy: Marked, original: Path, options: AnnotateOptions) -> None:
    if options.out is not None:
        make_folder(output.parent)
    refuse_overwriting(output, original, Words("批注", "marked"))
    write_new(output, sealed_zip(copy.data), force=options.force or _is_ours(output, original))


_LARGEST_COPY = 2**29
"""Bytes; a larger file is not looked into, and never overwritten unasked."""
_SIGNED = Words(
    "原文件有电子签名：签名只对原文件有效，副本中的标注是签名之后追加的。",
    "The original is signed: the signature vouches for the original alone; the notes in the copy "
    "were added after it.",
)


def _is_ours(output: Path, file: Path) -> bool:
    """Say whether nothing is lost with a file: a marked copy as it was written, or the draft."""
    try:
        if output.stat().st_size > _LARGEST_COPY:
            return False
        written = output.read_bytes()
        return is_as_we_wrote_it(written) or written == file.read_bytes()
    except OSError:
        return False


def _tell(output: Path, copy: Marked, lang: Lang) -> None:
    """Say what was written: draft.marked.docx：2个错误，1处待核；其中1处的改法写成修订, in both."""
    reports = [each.report for each in copy.judged]
    zh, en = (words.pair(visible(str(output)), _counts(reports, each), each) for each in LANGS)
    if copy.fixed:
        zh += f"；其中{copy.fixed}处的改法写成修订"
        en += f"; {copy.fixed} with a mend as a tracked change"
    say(Words(f"{zh}。", f"{en}."), lang)
    if copy.is_signed:
        say(_SIGNED, lang)


def _counts(reports: Iterable[Report], lang: Lang) -> str:
    reports = tuple(reports)
    gravities = Counter(finding.gravity for report in reports for finding in report.counted)
    said = [
        words.counted(gravities[each], each, lang) for each in words.GRAVITIES if gravities[each]
    ]
    waived = sum(len(report.waived) for report in reports)
    if waived:
        said.append(words.waived(waived, lang))
    return words.listed(said, lang) if said else words.NOTHING.said(lang)


def _tell_of_waivers(
    reports: list[Report], found: Search, passes: waivers.Held, lang: Lang
) -> None:
    if len(found.files) > 1:
        waivers.tell(reports, found.files, passes, lang)
        return
    for file in found.files:
        waivers.tell_of_one(reports, within(file.path, passes.folder), passes, lang)
