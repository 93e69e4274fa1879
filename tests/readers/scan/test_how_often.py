"""How often the engine is asked: it takes nearly all of the time of a page."""

from typing import Any

import pytest

import specvalidator as sv
from readers.scan.recording import needs_extra


def asked(*, blank: bool) -> int:
    """Return how often an engine is asked about an A4 page with one line down it, or without."""
    needs_extra()
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    from specvalidator.readers.scan.engines import Word, using  # noqa: PLC0415 - the same

    page = np.full((1754, 1240, 3), 255, np.uint8)
    page[5:8, 7:9] = 0  # a speck of dust
    for top in range(0 if blank else 400, 0 if blank else 800, 40):
        page[top : top + 30, 800:830] = 0
    times = 0

    def engine(grey: Any) -> list[Word]:  # noqa: ANN401 - of numpy
        nonlocal times
        times += 1
        high, wide = grey.shape
        return [Word((0, 0, wide, high), "考核规范编写", 0.99)]

    with using(engine), pytest.raises(sv.UnreadableFile):
        sv.read(cv2.imencode(".png", page)[1].tobytes())
    return times


def test_a_blank_page_is_not_asked_about() -> None:
    assert asked(blank=True) == 0


def test_a_page_on_its_side_is_turned_before_it_is_read() -> None:
    """A glance at a part of it that can be read, and the page as it was turned."""
    assert asked(blank=False) == 2
