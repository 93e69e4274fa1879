"""Many drafts, each broken at random, and what became of them: no crash, no hang, no surprise.

    python tests/fuzz/mutations.py --count 10000 [--first 0] [--only docx|pdf|json|…]
    python tests/fuzz/mutations.py --count 100000 --inside record|document|pages

Number N always gives the same file, so that what went wrong can be seen again:

    python tests/fuzz/mutations.py --first N --count 1 --keep FILE

They are read in a process that the system ends after five seconds of computing on one file; what
it was at is noted, and another process goes on with the next. The exit status is 1 where anything
but a report or `UnreadableFile` came out.
"""

import argparse
import faulthandler
import multiprocessing
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import specvalidator as sv
from fuzz.breaking import KINDS, broken, seeds
from fuzz.insides import LAYERS
from specvalidator.errors import UnreadableFile
from specvalidator.findings import Report
from specvalidator.reports import FORMATS

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

One = Callable[[int], str]
_SECONDS = 5
_MEMORY = 2**30
_WHOLE = 16
"""Of so many files one is also shown in every format."""
_AT_ONCE = 2_000
"""Files a process reads before a new one takes over: what leaks is seen in its memory."""


class Batch(NamedTuple):
    """What one process has to tell when it ends well."""

    outcomes: Counter[str]
    slowest: float
    """Seconds of computing on one file."""
    slowest_number: int
    memory: int
    """Most of the process, in kilobytes."""
    failures: tuple[tuple[int, str], ...]


def mutation(number: int, only: str | None = None) -> bytes:
    """Return the broken draft of this number."""
    choices = random.Random(number)  # noqa: S311 - to be repeated, not to be secret
    drafts = [seed for seed in seeds() if only in (None, seed.kind)]
    return broken(drafts[choices.randrange(len(drafts))], choices.randrange)


def answer(data: bytes, number: int) -> str:
    """Return what came of a file: a verdict, or the word for why there is none."""
    return _word(lambda: sv.validate(data, name="x"), number)


def inside(layer: str, number: int) -> str:
    """Return the same of what was read of a draft, one of `LAYERS`, and broken."""
    choose = random.Random(number).randrange  # noqa: S311 - to be repeated, not to be secret
    return _word(lambda: LAYERS[layer](choose), number)


def _word(judged: Callable[[], list[Report]], number: int) -> str:
    try:
        reports = judged()
    except UnreadableFile as error:
        return error.error
    if number % _WHOLE == 0:
        for name in FORMATS:
            sv.render(reports, name)
    return reports[0].verdict


def read(number: int, only: str | None) -> str:
    """Return what came of the broken draft of this number."""
    return answer(mutation(number, only), number)


def _taken() -> int:
    """Return the bytes of addresses that were taken before: tests have loaded much else."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[0]) * resource.getpagesize() if pages.exists() else 0


def _batch(numbers: range, one: One, current: "Synchronized[int]", results: object) -> None:
    """Read files one after the other; `current` is always the number of the one at hand."""
    faulthandler.disable()
    most = _MEMORY + _taken()
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    outcomes: Counter[str] = Counter()
    slowest, slowest_number = 0.0, numbers.start
    failures: list[tuple[int, str]] = []
    for number in numbers:
        current.value = number
        signal.setitimer(signal.ITIMER_PROF, _SECONDS)  # SIGPROF ends the process
        started = time.process_time()
        try:
            outcomes[one(number)] += 1
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            where = traceback.extract_tb(error.__traceback__)[-1]
            failures.append((number, f"{error!r} {Path(where.filename).name}:{where.lineno}"))
        took = time.process_time() - started
        signal.setitimer(signal.ITIMER_PROF, 0)
        if took > slowest:
            slowest, slowest_number = took, number
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    batch = Batch(outcomes, slowest, slowest_number, memory, tuple(failures))
    results.put(batch)  # type: ignore[attr-defined] # a queue, whose type cannot be named


def batches(first: int, count: int, one: One) -> Iterator[Batch]:
    """Yield what became of so many files; a process that ended early is a batch of its own.

    Args:
        first: the number of the first.
        count: how many there are.
        one: returns what came of a number.
    """
    context = multiprocessing.get_context("fork")
    end = first + count
    while first < end:
        numbers = range(first, min(first + _AT_ONCE, end))
        current = context.Value("q", first)
        results = context.SimpleQueue()
        process = context.Process(target=_batch, args=(numbers, one, current, results))
        process.start()
        process.join()
        if not results.empty():
            yield results.get()
            first = numbers.stop
            continue
        at = current.value
        if at > first:  # what it had done by then is done again, and told this time
            yield from batches(first, at - first, one)
        code = process.exitcode or 0
        word = signal.Signals(-code).name if code < 0 else f"exit {code}"
        yield Batch(Counter(), 0, at, 0, ((at, f"process ended: {word}"),))
        first = at + 1


def main() -> int:
    """Run, print a line for each batch and for each failure, and a summary."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--inside", choices=LAYERS, help="break what was read, not the file")
    parser.add_argument("--keep", type=Path, help="write the first file here and read none")
    options = parser.parse_args()
    if options.keep:
        options.keep.write_bytes(mutation(options.first, options.only))
        return 0
    os.nice(19)
    one = partial(inside, options.inside) if options.inside else partial(read, only=options.only)
    with suppress(Exception):
        one(options.first)  # what is loaded once is loaded before the processes part
    outcomes: Counter[str] = Counter()
    failures: list[tuple[int, str]] = []
    slowest, slowest_number, memory = 0.0, options.first, 0
    for batch in batches(options.first, options.count, one):
        outcomes += batch.outcomes
        failures += batch.failures
        memory = max(memory, batch.memory)
        if batch.slowest > slowest:
            slowest, slowest_number = batch.slowest, batch.slowest_number
        for number, what in batch.failures:
            print(f"FAILED {number}: {what}", flush=True)
        run = sum(outcomes.values()) + len(failures)
        print(
            f"{run} run, {len(failures)} failed, slowest {slowest:.2f} s ({slowest_number}), "
            f"most {memory // 1024} MB",
            flush=True,
        )
    print(", ".join(f"{word} {count}" for word, count in sorted(outcomes.items())))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
