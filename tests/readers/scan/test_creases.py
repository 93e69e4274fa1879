"""Folds of the paper are no lines of a table, and take nothing from the letters that they cross."""

from typing import Any

import pytest

from readers.scan.recording import needs_extra

Picture = Any
TABLE = ((300, 900), (200, 1000))
"""Where it lies, down and across."""


def page(*folds: int, walls: tuple[int, ...] = (200, 600, 1000)) -> Picture:
    """Return a grey page with a table and a letter, and with folds down it."""
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    grey = np.full((1500, 1200), 245, np.uint8)
    (top, bottom), (left, right) = TABLE
    for y in (top, 600, bottom):
        grey[y : y + 3, left:right] = 40
    for x in walls:
        grey[top:bottom, x : x + 3] = 40
    grey[700:730, 420:450] = 30
    for fold in folds:
        grey[:, fold - 1 : fold + 2] = grey[:, fold - 1 : fold + 2] * 0.6
    return grey


def found(grey: Picture) -> tuple[list[float], Picture]:
    """Return where folds run down a page, and the page without them."""
    from specvalidator.readers.scan.creases import (  # noqa: PLC0415 - an extra
        creases_of,
        unfolded,
    )
    from specvalidator.readers.scan.ruling import ruling_of  # noqa: PLC0415 - the same

    ruling = ruling_of(grey)
    creases = creases_of(ruling)
    return [each.at for each in creases], unfolded(grey, creases, ruling)


def test_a_page_without_folds_stays_as_it_is() -> None:
    folds, flat = found(page())

    assert folds == []
    assert (flat == page()).all()


def test_a_table_that_fills_its_picture_has_no_folds() -> None:
    folds, _ = found(page()[301:899, 200:1003])

    assert folds == []


@pytest.mark.parametrize("at", [435, 800])
def test_a_fold_is_as_light_as_paper(at: int) -> None:
    folds, flat = found(page(at))

    assert folds == [pytest.approx(at, abs=3)]
    assert flat[100:280, at].min() >= 230
    assert flat[600:603, at].max() <= 60


def test_a_letter_on_a_fold_stays_dark() -> None:
    _, flat = found(page(435))

    assert flat[705:725, 425:445].max() <= 60
