"""Sheets on a ground are found whole, and nothing is cut off a page that is all there is."""

from typing import Any

import pytest

from readers.scan.recording import needs_extra

Picture = Any
SHEET = [[120, 150], [970, 150], [970, 1350], [120, 1350]]
"""Where the sheet lies on the table."""


def corners(picture: Picture) -> Any:  # noqa: ANN401 - numbers, or None
    """Return where the corners of a sheet lie on a picture, clockwise; None: nothing is cut."""
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    from specvalidator.readers.scan.sheet import flattening  # noqa: PLC0415 - the same

    found = flattening(picture)
    if found is None:
        return None
    matrix, (wide, high) = found
    flat = np.array([[[0, 0], [wide, 0], [wide, high], [0, high]]], np.float32)
    return cv2.perspectiveTransform(flat, np.linalg.inv(matrix))[0].tolist()


def page(*, on_table: bool = False) -> Picture:
    """Return a sheet with lines of writing, all of the picture or on a brown table."""
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    sheet = np.full((1200, 850, 3), 245, np.uint8)
    for top in range(150, 1050, 40):
        for left in range(100, 740, 24):
            sheet[top : top + 20, left : left + 19] = 30
    if not on_table:
        return sheet
    ground = np.full((1500, 1100, 3), (60, 80, 105), np.uint8)
    ground[150:1350, 120:970] = sheet
    return ground


def test_a_sheet_on_a_table_is_found() -> None:
    assert corners(page(on_table=True)) == [pytest.approx(each, abs=8) for each in SHEET]


def test_a_sheet_half_in_the_shadow_is_found_whole() -> None:
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    picture = page(on_table=True).astype(np.float32)
    picture[700:] *= np.linspace(0.9, 0.4, 1100)[None, :, None]

    assert corners(picture.astype(np.uint8)) == [pytest.approx(each, abs=8) for each in SHEET]


def test_nothing_is_cut_off_a_page_that_is_all_there_is() -> None:
    assert corners(page()) is None


def test_the_dark_edge_of_a_copy_is_no_table() -> None:
    copy = page()
    copy[:, :20] = 0
    copy[:18] = 0

    assert corners(copy) is None
