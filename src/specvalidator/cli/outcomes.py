"""Work on each file on its own, in processes that may crash: what came of it, or why nothing."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from specvalidator.cli.found import Found
from specvalidator.cli.terminal import processes, with_progress
from specvalidator.errors import UnreadableFile
from specvalidator.files import File, bytes_of, is_folder, source_of
from specvalidator.judging import Judging, Validated, judge_file
from specvalidator.readers import recognise
from specvalidator.readers.limits import Limits
from specvalidator.reports import Failure
from specvalidator.wording import Lang

_T = TypeVar("_T")


def is_apart(files: tuple[Found, ...]) -> bool:
    """Say whether files are read in processes of their own.

    A single Word file or record is not. What reads a PDF is no Python: only its process can be
    ended.
    """
    if len(files) != 1:
        return True
    [file] = files
    if file.error or is_folder(file.file):
        return True
    try:
        data = bytes_of(file.file)
    except UnreadableFile:
        return False
    return recognise(data).format.is_native


def gathered(
    files: tuple[Found, ...],
    work: Callable[[Found], list[_T] | Failure],
    shape: Callable[[], Any],
    lang: Lang,
    limits: Limits,
) -> tuple[list[_T], list[Failure]]:
    """Do the work on each file; return all results, and the files that gave none."""
    results: list[_T] = []
    failures: list[Failure] = []
    for _, outcome in outcomes(files, work, shape, lang, limits):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            results += outcome
    return results, failures


def outcomes(
    files: tuple[Found, ...],
    work: Callable[[Found], _T | Failure],
    shape: Callable[[], Any],
    lang: Lang,
    limits: Limits,
) -> Iterator[tuple[Found, _T | Failure]]:
    """Yield what came of each file, in their order, as soon as it is known.

    Args:
        files: what to work on.
        work: what to do with one; a function that can be pickled.
        shape: returns the type of what it returns, for what comes from another process.
        lang: language of the bar that shows how far it has come.
        limits: how much a file may ask; with `isolate`, each is in a process of its own.
    """
    found = _apart(files, work, shape, limits) if limits.isolate else map(work, files)
    yield from zip(with_progress(files, lang), found, strict=True)


def _apart(
    files: tuple[Found, ...],
    work: Callable[[Found], _T | Failure],
    shape: Callable[[], Any],
    limits: Limits,
) -> Iterator[_T | Failure]:
    """Do the work in processes of their own, which may crash or be ended."""
    from specvalidator.workers.pool import Workers  # noqa: PLC0415 - only for several files

    # A copy of this process is ready at once, and this program has no threads.
    with Workers[Found, _T | Failure](
        limits, work, shape(), processes(len(files)), fork=True
    ) as workers:
        for file, outcome in zip(files, workers.results(files), strict=True):
            if isinstance(outcome, UnreadableFile):
                yield _failure(file, outcome, limits)
            else:
                yield outcome


def judge_found(file: Found, judging: Judging) -> list[Validated] | Failure:
    """Return what was found in a file, or why nothing was."""
    return outcome_of(judge_file, file, judging)


def outcome_of(
    work: Callable[[File, Judging, str], _T | Failure], file: Found, judging: Judging
) -> _T | Failure:
    """Return what came of a file; one that could not even be opened says why."""
    how = judging._replace(kind=None) if file.by_itself else judging
    try:
        return work(file.whole(judging.limits), how, file.name)
    except UnreadableFile as error:
        return file.unopened(error)


def _failure(file: Found, error: UnreadableFile, limits: Limits) -> Failure:
    """Return what reports say about a file whose process did not live to say it."""
    try:
        return Failure(source_of(bytes_of(file.file, limits), file.name), error)
    except UnreadableFile:
        return file.unopened(error)
