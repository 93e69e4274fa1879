"""The run of a batch: each document looked at in turn, judged once, written in its place."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from specvalidator.batch.chunks import Engine
from specvalidator.batch.documents import Archive, Seen, seen
from specvalidator.batch.parts import Part
from specvalidator.batch.rows import Judged
from specvalidator.batch.store import Key, Store
from specvalidator.batch.work import Work
from specvalidator.errors import UnreadableFile

Progress = Callable[[int, int], None]
"""What is told how many documents are done, and how many of them were known."""


def run(
    source: Archive, engine: Engine, work: Work, store: Store, progress: Progress
) -> Sequence[Part]:
    """Judge every document that is not known yet; return all parts of the results."""
    line = _Line(work, store, progress)
    for outcome in engine.results(line.unknown(source)):
        line.judged(outcome)
    return store.finish()


class _Line:
    """Documents that wait for their turn to be written, in the order of the archive."""

    def __init__(self, work: Work, store: Store, progress: Progress) -> None:
        self._work = work
        self._store = store
        self._progress = progress
        self._waiting: deque[tuple[Seen, Judged | None]] = deque()
        self._begun: set[Key] = set()
        self._done = self._known = 0

    def unknown(self, source: Archive) -> Iterator[Seen]:
        """Yield the documents that must be judged, each content once."""
        for number, document in enumerate(source):
            found = seen(number, document, self._work.judging.limits)
            key = self._store.key(found)
            refused = self._work.refused(found, found.error) if found.error else None
            self._waiting.append((found._replace(data=None), refused))
            if key is not None and key not in self._begun and not self._store.knows(found):
                self._begun.add(key)
                yield found
            else:
                self._write()

    def judged(self, outcome: Judged | UnreadableFile) -> None:
        """Take the result of the document that has waited longest, and write what can be."""
        found, _ = self._waiting.popleft()
        if isinstance(outcome, UnreadableFile):
            outcome = self._work.refused(found, outcome)
        self._put(found, outcome)
        self._write()

    def _write(self) -> None:
        """Write from the head of the line whatever needs no judging any more."""
        while self._waiting:
            found, refused = self._waiting[0]
            if refused is None and not self._store.knows(found):
                return
            self._waiting.popleft()
            self._put(found, refused)

    def _put(self, found: Seen, result: Judged | None) -> None:
        self._store.add(found, result)
        key = self._store.key(found)
        if key is not None:
            self._begun.discard(key)
        self._done += 1
        self._known += result is None
        self._progress(self._done, self._known)
