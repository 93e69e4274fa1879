"""`convert`: what was read of a file, as a Word form to work on."""

from functools import partial
from pathlib import Path

from specvalidator.cli.found import held, named, refuse_overwriting
from specvalidator.cli.judging import kind_named, submissions_in, unjudging
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import ConvertOptions
from specvalidator.cli.outcomes import is_apart, outcome_of
from specvalidator.cli.terminal import WrongUsage, say, write_new
from specvalidator.judging import attempted
from specvalidator.lexicon import speaking
from specvalidator.models import KIND_TITLES
from specvalidator.reports import Failure
from specvalidator.submission import Submission
from specvalidator.wording import Words


def convert(options: ConvertOptions) -> int:
    """Write the form; return the exit status."""
    from specvalidator.conversion import converted  # noqa: PLC0415 - only `convert` writes forms

    file, output, lang = options.file, options.output, options.lang
    refuse_overwriting(output, file, Words("转换", "converted"))
    found = held(named(file), limits_of(options, isolate=False))
    limits = limits_of(options, isolate=is_apart((found,)))
    judging = unjudging(options, kind_named(options.kind), limits)

    outcome = outcome_of(partial(attempted, submissions_in), found, judging)
    if isinstance(outcome, Failure):
        error = outcome.error.words
        say(Words(f"{file}：{error.zh}", f"{file}: {error.en}"), lang)
        return 3
    submission = _chosen(outcome, options.number)
    with speaking(judging.lexicon):
        form = converted(submission)
    write_new(output, form, force=options.force)
    doubts = submission.doubts
    say(_summary(output, len(doubts)), lang)
    if submission.recognised:
        say(_recognised(len(submission.uncertain)), lang)
    for doubt in doubts:
        say(Words(f"- {doubt.message.zh}", f"- {doubt.message.en}"), lang)
    return 0


def _chosen(submissions: list[Submission], number: int | None) -> Submission:
    """Return the one submission that is meant.

    Raises:
        WrongUsage: it is not said which, or there is no form of its kind.
    """
    from specvalidator import forms  # noqa: PLC0415 - only where one is written

    count = len(submissions)
    if number is None and count > 1:
        raise WrongUsage(
            Words(
                f"文件中有{count}份，请用 --number 写明第几份。",
                f"The file holds {count}; say which with --number.",
            )
        )
    wanted = 1 if number is None else number
    if not 1 <= wanted <= count:
        raise WrongUsage(
            Words(
                f"文件中只有{count}份，没有第{wanted}份。",
                f"The file holds {count}, no {wanted}th.",
            )
        )
    submission = submissions[wanted - 1]
    if submission.kind not in forms.RECORDS:
        title = KIND_TITLES[submission.kind]
        raise WrongUsage(Words(f"{title.zh}没有表格。", f"There is no form of a {title.en}."))
    return submission


def _summary(output: Path, doubts: int) -> Words:
    if not doubts:
        return Words(f"已写入 {output}。", f"{output} was written.")
    return Words(
        f"已写入 {output}；有{doubts}处未能读准，能定位的已用黄色标出，请对照原件核对：",
        f"{output} was written; {doubts} places could not be read with certainty, and are "
        "highlighted where the form has room for them. Compare them with the original:",
    )


def _recognised(uncertain: int) -> Words:
    if not uncertain:
        return Words(
            "文字是从图像识别的，可能有误，请对照原件核对。",
            "The words were recognised from a picture and may be misread: compare them with it.",
        )
    return Words(
        f"文字是从图像识别的，可能有误，请对照原件核对；其中{uncertain}处没有把握，写进表格的已用黄色标出。",
        f"The words were recognised from a picture and may be misread: compare them with it. "
        f"{uncertain} of them are not certain, and highlighted where they are in the form.",
    )
