"""Classrooms and workshops, owned and rented (附件3 考核场地)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from specvalidator.checks.base import Params, Yields, check
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.application import Application, Rooms
from specvalidator.wording import Words


class _VenueLine(NamedTuple):
    """One line of 考核场地: how many rooms of a kind, and their area."""

    called: Words
    rooms_path: str
    rooms: Decimal | None
    area_path: str
    area: Decimal | None

    @property
    def numbers(self) -> tuple[tuple[str, Decimal | None], ...]:
        """Both numbers with their paths."""
        return (self.rooms_path, self.rooms), (self.area_path, self.area)

    @property
    def is_empty(self) -> bool:
        """Nothing, or 0, is filled in."""
        return not self.rooms and not self.area


def _lines(form: Application) -> Iterator[_VenueLine]:
    tenures: tuple[tuple[str, Words, Rooms], ...] = (
        ("owned", Words("自有", "owned"), form.venues.owned),
        ("rented", Words("租用", "rented"), form.venues.rented),
    )
    for tenure, said, rooms in tenures:
        at = f"/venues/{tenure}"
        yield _VenueLine(
            Words(f"{said.zh}教室", f"{said.en} classrooms"),
            f"{at}/classrooms",
            rooms.classrooms,
            f"{at}/classroom_area",
            rooms.classroom_area,
        )
        yield _VenueLine(
            Words(f"{said.zh}操作室", f"{said.en} workshops"),
            f"{at}/workshops",
            rooms.workshops,
            f"{at}/workshop_area",
            rooms.workshop_area,
        )


@check("venue-given")
def venue_given(form: Application, _: Params) -> Yields:
    """There is a room, owned or rented."""
    lines = list(_lines(form))
    if all(line.is_empty for line in lines):
        yield Problem("/venues")


@check("venue-complete", facts=("venue", "rooms", "area"), variants=("no-rooms", "review"))
def venue_complete(form: Application, _: Params) -> Yields:
    """Rooms are given with their area, and an area with its rooms."""
    lines = list(_lines(form))
    if all(line.is_empty for line in lines):
        yield Moot("/venues")
    for line in lines:
        negative = [path for path, number in line.numbers if number is not None and number < 0]
        if negative:
            yield Doubt(negative[0], _facts(line), related=tuple(negative[1:]))
        elif line.rooms and not line.area:
            yield Problem(line.area_path, _facts(line), related=(line.rooms_path,))
        elif line.area and not line.rooms:
            yield Problem(line.rooms_path, _facts(line), "no-rooms", (line.area_path,))


def _facts(line: _VenueLine) -> Facts:
    return {"venue": line.called, "rooms": plain(line.rooms), "area": plain(line.area)}
