"""`annotate`: the draft itself with a comment at the words of each finding."""

from argparse import Namespace
from collections import Counter
from pathlib import Path

from specvalidator import api
from specvalidator.cli.files import Found
from specvalidator.cli.judging import attempt, grave, kind_named
from specvalidator.cli.limits import limits_of
from specvalidator.cli.terminal import WrongUsage, say, write_new
from specvalidator.findings import Report
from specvalidator.packs import DEFAULT_PACK
from specvalidator.reports import Failure
from specvalidator.reports import vocabulary as words
from specvalidator.reports.marked_word import Marked
from specvalidator.wording import Lang, Words


def annotate(options: Namespace) -> int:
    """Write the marked copy; return the exit status."""
    file: Path = options.file
    output: Path = options.output
    _refuse_input(file, output)
    kind = kind_named(options.kind)
    pack = options.pack or DEFAULT_PACK
    catalogue = api.load_catalogue(options.catalogue) if options.catalogue else None
    if options.pack:
        api.bound(pack, catalogue)  # a pack that cannot be used is said before the file is read

    limits = limits_of(options, 1)

    def marked(data: bytes | Path, *, name: str) -> list[Marked]:
        copy = api.marked(
            data,
            pack=pack,
            lang=options.lang,
            catalogue=catalogue,
            kind=kind,
            name=name,
            suggest=options.suggest,
            limits=limits,
        )
        return [copy]

    outcome = attempt(Found(file, file.name), marked, limits)
    if isinstance(outcome, Failure):
        error = outcome.error.words
        say(Words(f"{file}：{error.zh}", f"{file}: {error.en}"), options.lang)
        return 3
    [copy] = outcome
    write_new(output, copy.data, force=options.force)
    reports = [each.report for each in copy.judged]
    say(_summary(output, reports, copy.mended), options.lang)
    return int(grave(reports, options.fail_on))


def _refuse_input(file: Path, output: Path) -> None:
    if file.exists() and output.exists() and output.samefile(file):
        raise WrongUsage(
            Words(
                f"--output 会覆盖要批注的文件 {output}，请换一个文件名。",
                f"--output would overwrite {output}, which is to be marked; name another file.",
            )
        )


def _summary(output: Path, reports: list[Report], mended: int) -> Words:
    """Say what was written: draft.marked.docx：2个错误，1处待核；其中1处改法写成修订."""
    gravities = Counter(finding.gravity for report in reports for finding in report.counted)
    if not gravities:
        return Words(
            f"{output}：没有发现问题，内容与原文件相同。",
            f"{output}: no findings; the same as the original.",
        )

    def counted(lang: Lang) -> str:
        found = [words.counted(gravities[each], each, lang) for each in words.GRAVITIES]
        return words.listed([said for said in found if not said.startswith("0")], lang)

    zh, en = f"{output}：{counted('zh')}", f"{output}: {counted('en')}"
    if mended:
        zh += f"；其中{mended}处的改法写成修订"
        en += f"; {mended} with a mend as a tracked change"
    return Words(f"{zh}。", f"{en}.")
