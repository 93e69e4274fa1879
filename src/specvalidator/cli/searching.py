"""The documents that a command names: found, and what was left out of them said."""

from collections.abc import Iterator
from pathlib import Path

from specvalidator.cli.configuration import excluding
from specvalidator.cli.files import Choice, Search, search
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import ReadOptions
from specvalidator.cli.terminal import WrongUsage, say
from specvalidator.findings import Report
from specvalidator.models import Kind
from specvalidator.reports import Failure
from specvalidator.typesetting import visible
from specvalidator.wording import Words

_FEW = 3
"""So many of our own files are named."""


def searched(options: ReadOptions, kind: Kind | None, used: Path | None = None) -> Search:
    """Return the documents that a command names; say what was left out.

    Raises:
        WrongUsage: there are none.
    """
    choice = Choice(
        whole=kind == "dossier",
        excluded=excluding(options),
        forced=options.force_exclude,
        known_only=options.skip_unrecognised and kind is None,
        used=used,
        limits=limits_of(options, isolate=False),
    )
    found = search(options.files, choice)
    if not found.files and found.empty:
        folders = "、".join(found.empty)
        raise WrongUsage(
            Words(
                f"文件夹里没有 Word 或 PDF 文件：{folders}。请核对路径。",
                f"No Word or PDF document in {folders}; check the path.",
            )
        )
    if not options.quiet:
        for words in _remarks(found):
            say(words, options.lang)
    return found


def _remarks(found: Search) -> Iterator[Words]:
    for folder in found.empty:
        yield Words(f"文件夹里没有 Word 或 PDF 文件：{folder}", f"No document in {folder}")
    if count := len(found.ours):
        names = [visible(each) for each in found.ours[:_FEW]]
        more = Words(f"等{count}份", f" and {count - _FEW} more") if count > _FEW else Words("", "")
        yield Words(
            f"本程序写出的批注副本、意见和汇总表不当作稿件：{'、'.join(names)}{more.zh}。",
            "Marked copies, letters and workbooks of this program are no drafts and were not "
            f"judged: {', '.join(names)}{more.en}.",
        )
    if count := found.passed_over - len(found.ours):
        yield _passed_over(count, found.pictures)
    if count := found.excluded:
        yield Words(f"按 exclude 略过{count}个文件。", f"Left out {count} excluded files.")


def _passed_over(count: int, pictures: int) -> Words:
    """Say how many files were passed over; a form may be on a picture from a camera."""
    if not pictures:
        return Words(f"略过{count}个其他文件。", f"Passed over {count} other files.")
    return Words(
        f"略过{count}个其他文件，其中图片{pictures}个；如果图片上是表格，请直接指定这个文件。",
        f"Passed over {count} other files, {pictures} of them pictures; name a picture itself if "
        "it shows a form.",
    )


def known(failures: list[Failure], options: ReadOptions) -> list[Failure]:
    """Leave away the files of no known kind, and say how many they were."""
    left = [failure for failure in failures if failure.error.error != "unrecognised"]
    count = len(failures) - len(left)
    if count and not options.quiet:
        said = Words(f"略过{count}个认不出种类的文件。", f"Passed over {count} unrecognised files.")
        say(said, options.lang)
    return left


def without_unknown(report: Report) -> Report:
    """Return a report without the files of no known kind beside it."""
    known = tuple(each for each in report.not_judged if each.error != "unrecognised")
    return report.model_copy(update={"not_judged": known}) if report.not_judged else report
