"""Fixes that suggest themselves: edits that would take a finding away, if trying proves it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from specvalidator.findings import Finding
from specvalidator.models.specification import Specification
from specvalidator.places import WordPlace
from specvalidator.pointers import upwards
from specvalidator.readers.word.numerals import numeral
from specvalidator.reports.locating.passages import Passages, Scope
from specvalidator.reports.locating.pointing import remark_of
from specvalidator.reports.locating.words import Stretch, found
from specvalidator.reports.marked_word.revisions import Edit
from specvalidator.submission import Submission

_WEIGHT = re.compile(r"/tasks/\d+/weight$")
_BARE_NUMBER = re.compile(r"\d+(?:[.．]\d+)?$")
_WHOLE = 100
"""Percent."""
_NAMES = ("/name", "/ability_name")
_STEPS = re.compile(r"/tasks/(\d+)/(operations|knowledge)/\d+$")
_TASK_NUMBER = re.compile(r"/tasks/\d+/number$")
_LABEL = re.compile(r"(\d{1,3})[ \t]*[）).．、]?[ \t]*$")
_TASK_LABEL = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3})[ \t]*[）).．、]?\s*$")


class Fix(NamedTuple):
    """Edits that belong together, and the finding that they would take away."""

    finding: Finding
    edits: tuple[Edit, ...]


def fixes_of(finding: Finding, submission: Submission, passages: Passages) -> Iterator[Fix]:
    """Yield the fix of a finding, if one suggests itself."""
    text = _Text(submission, passages)
    path = finding.location.path
    edits: list[Edit] | None = None
    remark = remark_of(finding, submission)
    if remark is not None:
        edits = text.corrected(finding, remark.slip) if remark.slip else None
    elif finding.kind == "review":
        return
    elif _WEIGHT.match(path):
        edits = text.with_percent_sign(path)
    elif path in _NAMES and finding.facts.get("ending"):
        edits = text.without_ending(finding.facts["ending"], submission.written(path) or "")
    elif (step := _STEPS.match(path)) and _is_slip(finding):
        edits = text.renumbered_steps(int(step[1]), step[2])
    elif _TASK_NUMBER.match(path) and _is_slip(finding):
        edits = text.renumbered_tasks()
    if edits:
        yield Fix(finding, tuple(edits))


def _is_slip(finding: Finding) -> bool:
    """Say whether new numbers would do: the order is right, and a number is repeated.

    Where a number is left out, what it stood before may be missing, so that nothing is sure.
    """
    printed = [int(each) for each in re.findall(r"\d+", finding.facts.get("printed", ""))]
    steps = [later - earlier for earlier, later in pairwise(printed)]
    return bool(steps) and printed[0] == 1 and min(steps) >= 0 and max(steps) <= 1


class _Text:
    """The words of one submission in the document."""

    def __init__(self, submission: Submission, passages: Passages) -> None:
        self._submission = submission
        self._passages = passages

    def corrected(self, finding: Finding, slip: tuple[str, str]) -> list[Edit] | None:
        """Write a misprinted label as it is meant, where it stands or in the last place above."""
        scope = self._scope(finding.location.path)
        if scope is None:
            return None
        if not found(scope.text, slip[0]):
            scope = self._passages.scope(self._passages.before(scope.numbers[0], slip[0]))
        stretches = found(scope.text, slip[0])
        if len(stretches) != 1:
            return None
        written, meant = scope.text[stretches[0].start : stretches[0].end], slip[1]
        head = _alike(written, meant)
        tail = _alike(written[head:][::-1], meant[head:][::-1])
        start, end = stretches[0].start + head, stretches[0].end - tail
        return [_edit(scope, Stretch(start, end), meant[head : len(meant) - tail])]

    def with_percent_sign(self, path: str) -> list[Edit] | None:
        """Put % behind a weight that is a bare number: 0.4 and 1 may be shares of one."""
        scope, written = self._scope(path), self._submission.written(path) or ""
        if scope is None or not _BARE_NUMBER.match(written):
            return None
        if not 1 < Decimal(written.replace("．", ".")) <= _WHOLE:
            return None
        stretches = found(scope.text, written)
        if len(stretches) != 1:
            return None
        return [_edit(scope, Stretch(stretches[0].end, stretches[0].end), "%")]

    def without_ending(self, ending: str, name: str) -> list[Edit] | None:
        """Take the ending off a name wherever the form gives it: title, table, definition."""
        edits: list[Edit] = []
        for path in _NAMES:
            scope = self._scope(path)
            if scope is None or self._submission.written(path) != name:
                continue
            edits += _without(scope, name, ending)
        definition = self._submission.written("/definition") or ""
        scope = self._scope("/definition")
        if scope is not None and re.match(re.escape(name) + r"\s*[—－-]", definition):
            edits += _without(scope, name, ending)
        return edits

    def renumbered_steps(self, task: int, column: str) -> list[Edit] | None:
        """Number the items of a cell 1, 2, 3 …, where each has a number that was typed."""
        specification = self._submission.model
        if not isinstance(specification, Specification):
            return None
        items = getattr(specification.tasks[task], column)
        labelled = [(f"/tasks/{task}/{column}/{at}", item.text) for at, item in enumerate(items)]
        return self._renumbered(labelled, [item.number for item in items], _LABEL)

    def renumbered_tasks(self) -> list[Edit] | None:
        """Number the tasks anew, where each has a name and a number that was typed."""
        specification = self._submission.model
        if not isinstance(specification, Specification):
            return None
        tasks = specification.tasks
        labelled = [(f"/tasks/{at}/name", task.name or "") for at, task in enumerate(tasks)]
        return self._renumbered(labelled, [task.number for task in tasks], _TASK_LABEL)

    def _renumbered(
        self,
        labelled: Sequence[tuple[str, str]],
        numbers: Sequence[int | None],
        pattern: re.Pattern[str],
    ) -> list[Edit] | None:
        edits: list[Edit] = []
        passed: dict[int, int] = {}
        for meant, ((path, words), number) in enumerate(
            zip(labelled, numbers, strict=True), start=1
        ):
            scope = self._scope(path)
            if scope is None or not words:
                return None
            begin = passed.get(scope.numbers[0], 0)
            stretches = found(scope.text, words, Stretch(begin, len(scope.text)))
            label = pattern.search(scope.text[begin : stretches[0].start]) if stretches else None
            if label is None or number is None:
                return None
            passed[scope.numbers[0]] = stretches[0].end
            written = label[1]
            if written not in _spellings(number):
                return None
            if number != meant:
                new = _spellings(meant)[_spellings(number).index(written)]
                start = begin + label.start(1)
                edits.append(_edit(scope, Stretch(start, start + len(written)), new))
        return edits

    def _scope(self, path: str) -> Scope | None:
        places = self._submission.places
        place = next((places[at] for at in upwards(path) if at in places), None)
        at = self._passages.at(place) if isinstance(place, WordPlace) else []
        return self._passages.scope(at) if at else None


def _spellings(number: int) -> tuple[str, ...]:
    """Return a number as it may be typed: in digits, in wide digits, in Chinese."""
    digits = str(number)
    wide = digits.translate({ord("0") + value: ord("０") + value for value in range(10)})
    return digits, wide, numeral(number, "chineseCounting")


def _without(scope: Scope, name: str, ending: str) -> Iterator[Edit]:
    """Yield the edit that takes the ending off the first mention of a name."""
    names = found(scope.text, name)
    endings = found(scope.text, ending, names[0]) if names else []
    if endings and endings[-1].end == names[0].end:
        yield _edit(scope, endings[-1], "")


def _edit(scope: Scope, stretch: Stretch, text: str) -> Edit:
    spot = scope.spot(
        stretch if stretch.end > stretch.start else Stretch(stretch.start - 1, stretch.end)
    )
    start = spot.start if stretch.end > stretch.start else spot.end
    return Edit(spot.first, start, spot.end, text)


def _alike(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
