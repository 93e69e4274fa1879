"""`annotate`: the draft itself with a note at the words of each finding."""

from collections import Counter
from functools import partial
from pathlib import Path

from specvalidator.annotation import Marking, marked
from specvalidator.cli import waivers
from specvalidator.cli.found import held, named, refuse_overwriting
from specvalidator.cli.judging import grave, is_apart, judging_of, outcome_of
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import AnnotateOptions
from specvalidator.cli.terminal import say, write_new
from specvalidator.files import File
from specvalidator.findings import Report
from specvalidator.judging import Judging, attempted
from specvalidator.reports import Failure
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marking import Marked
from specvalidator.reports.marking.seal import is_as_we_wrote_it, sealed_zip
from specvalidator.settings.globs import within
from specvalidator.wording import LANGS, Lang, Words


def annotate(options: AnnotateOptions) -> int:
    """Write the marked copy; return the exit status."""
    file, output = options.file, options.output
    refuse_overwriting(output, file, Words("批注", "marked"))
    found = held(named(file), limits_of(options, isolate=False))
    limits = limits_of(options, isolate=is_apart((found,)))
    judging = judging_of(options, limits)
    passes = waivers.held(options)
    document = within(file, passes.folder) if passes else file.name
    how = Marking(options.suggest, options.summary, document=document)
    if passes:
        how = how._replace(waivers=passes.waivers, on=passes.on)

    def copied(file: File, _: Judging, name: str) -> Marked:
        return marked(file, judging, how, name)

    outcome = outcome_of(partial(attempted, copied), found, judging)
    if isinstance(outcome, Failure):
        error = outcome.error.words
        say(Words(f"{file}：{error.zh}", f"{file}: {error.en}"), options.lang)
        return 3
    write_new(output, sealed_zip(outcome.data), force=options.force or _is_ours(output, file))
    reports = [each.report for each in outcome.judged]
    say(_summary(output, reports, outcome.fixed), options.lang)
    if outcome.is_signed:
        say(_SIGNED, options.lang)
    if passes:
        waivers.tell_of_one(reports, document, passes, options.lang)
    return int(grave(reports, options.fail_on))


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


def _summary(output: Path, reports: list[Report], fixed: int) -> Words:
    """Say what was written: draft.marked.docx：2个错误，1处待核；其中1处的改法写成修订, in both."""
    zh, en = (words.pair(str(output), _counts(reports, lang), lang) for lang in LANGS)
    if fixed:
        zh += f"；其中{fixed}处的改法写成修订"
        en += f"; {fixed} with a mend as a tracked change"
    return Words(f"{zh}。", f"{en}.")


def _counts(reports: list[Report], lang: Lang) -> str:
    gravities = Counter(finding.gravity for report in reports for finding in report.counted)
    said = [
        words.counted(gravities[each], each, lang) for each in words.GRAVITIES if gravities[each]
    ]
    waived = sum(len(report.waived) for report in reports)
    if waived:
        said.append(words.waived(waived, lang))
    return words.listed(said, lang) if said else words.NOTHING.said(lang)
