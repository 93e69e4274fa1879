"""How long one record takes to be judged, handed over as a record or as a mapping, warm."""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import specvalidator as sv
from specvalidator.models import KIND_TITLES, model_of
from specvalidator.models.base import Record
from specvalidator.packs.cases import valid_record

_ROUNDS, _TIMES = 7, 40
_TARGET = 0.3
_EXAMPLES = Path(__file__).parents[1] / "examples"


class Row(NamedTuple):
    """One record, and what it is called in the table."""

    name: str
    record: Record


def rows() -> Iterator[Row]:
    """Yield the valid record of each kind, and the records that the examples hold."""
    for kind in KIND_TITLES:
        yield Row(f"valid {kind}", model_of(kind).model_validate(valid_record(kind)))
    for file in sorted([*_EXAMPLES.glob("*.docx"), *_EXAMPLES.glob("*.json")]):
        for each in sv.read(file):
            if isinstance(each.model, Record):
                yield Row(
                    f"{file.stem} {(each.source.index if each.source else 0) + 1}", each.model
                )


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call, of many calls in a row."""
    gc.collect()
    start = time.process_time()
    for _ in range(_TIMES):
        work()
    return (time.process_time() - start) * 1000 / _TIMES


def main() -> None:
    """Print the least of all rounds for each record; the records take turns, so noise hits all."""
    table = list(rows())
    mappings: list[dict[str, Any]] = [row.record.model_dump(mode="json") for row in table]
    findings = [len(sv.check(row.record).findings) for row in table]
    rounds = [
        [
            (
                milliseconds(lambda row=row: sv.check(row.record)),  # type: ignore[misc]
                milliseconds(lambda each=each: sv.check(each)),  # type: ignore[misc]
            )
            for row, each in zip(table, mappings, strict=True)
        ]
        for _ in range(_ROUNDS)
    ]
    print(f"{'record':32}{'findings':>9}{'record ms':>11}{'mapping ms':>12}")
    for at, row in enumerate(table):
        record, mapping = (min(each[at][which] for each in rounds) for which in (0, 1))
        missed = "" if record <= _TARGET else f"  above {_TARGET}"
        print(f"{row.name:32}{findings[at]:9}{record:11.3f}{mapping:12.3f}{missed}")


if __name__ == "__main__":
    main()
