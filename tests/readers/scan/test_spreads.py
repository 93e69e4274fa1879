"""Two pages on one picture are known by the blank strip between them."""

from typing import Any

import pytest

from readers.scan.recording import needs_extra

Picture = Any
PAGE = range(60, 780, 24)
"""Where letters begin on a page of A4, 100 dots an inch."""


def written(*starts: int, wide: int = 1654) -> Picture:
    """Return the ink of a sheet with letters that begin at such columns of its lines."""
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    ink = np.zeros((1169, wide), np.uint8)
    for top in range(120, 1000, 40):
        for left in starts:
            ink[top : top + 18, left : left + 16] = 255
    return ink


@pytest.mark.parametrize(
    ("starts", "wide", "is_spread"),
    [
        pytest.param([*PAGE, *(827 + each for each in PAGE)], 1654, True, id="two pages"),
        pytest.param([*PAGE], 1654, True, id="one page and a blank one"),
        pytest.param(range(60, 1590, 24), 1654, False, id="lines across"),
        pytest.param(PAGE, 827, False, id="one page"),
    ],
)
def test_a_blank_strip_parts_two_pages(starts: list[int], wide: int, is_spread: bool) -> None:  # noqa: FBT001
    ink = written(*starts, wide=wide)
    from specvalidator.readers.scan.spreads import shows_two_pages  # noqa: PLC0415 - an extra

    assert shows_two_pages(ink) == is_spread


def test_a_fold_within_the_strip_is_none_of_the_writing() -> None:
    ink = written(*PAGE, *(827 + each for each in PAGE))
    ink[:, 824:828] = 255
    from specvalidator.readers.scan.spreads import shows_two_pages  # noqa: PLC0415 - an extra

    assert shows_two_pages(ink)
