"""What pens and seals leave on a page: it is taken off where that is certain, else asked about."""

from typing import Any

import pytest

from readers.scan.recording import needs_extra

Picture = Any
TEXT = "每个考评组中不少于三名考评员"
LINE = (300.0, 400.0, 720.0, 433.0)
"""Where the words of the page stand, in pixels."""


@pytest.fixture
def page() -> Picture:
    """Return a white page, as light as pages are made, with a line of letters as dark as print."""
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    grey = np.full((1000, 1000), 245, np.uint8)
    for left in range(300, 720, 30):
        grey[400:433, left : left + 6] = grey[414:420, left : left + 26] = 20
    return grey


def ringed(grey: Picture, shade: int) -> Picture:
    """Return a page with the rim of a seal over its words."""
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    seal = np.full_like(grey, 255)
    cv2.circle(seal, (500, 480), 150, shade, 9)
    darker: Picture = np.minimum(grey, seal)
    return darker


@pytest.mark.parametrize(("shade", "is_left"), [(95, False), (20, True)])
def test_a_seal_paler_than_letters_fades(page: Picture, shade: int, is_left: bool) -> None:  # noqa: FBT001
    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - an extra
    from specvalidator.readers.scan.seals import (  # noqa: PLC0415 - the same
        sealed,
        seals_of,
        without_pale,
    )

    stamped = ringed(page, shade)
    [seal] = seals_of(stamped)
    flat, left = without_pale(stamped, [seal])
    words = [Word(LINE, TEXT, 0.99), Word((300, 900, 720, 933), TEXT, 0.99)]

    assert (seal.x, seal.y, seal.radius) == pytest.approx((500, 480, 150), abs=8)
    assert bool(left) == is_left
    assert (flat[560:700, 300:700].min() > 190) != is_left
    assert flat[400:433, 300:306].max() < 60
    assert sealed(words, left) == words[: len(left)]


def test_writing_alone_is_no_seal(page: Picture) -> None:
    from specvalidator.readers.scan.seals import seals_of  # noqa: PLC0415 - an extra

    assert seals_of(page) == []


def strokes(colour: tuple[int, int, int], scale: float) -> int:
    """Return how many strokes are taken off a page that somebody signed."""
    needs_extra()
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    from specvalidator.readers.scan.strokes import strokes_of  # noqa: PLC0415 - the same

    colours = np.full((600, 600, 3), 240, np.uint8)
    line = np.array([[0, 40], [60, 0], [90, 90], [150, 10], [200, 80], [260, 20]]) * scale + 150
    cv2.polylines(colours, [line.astype(np.int32)], isClosed=False, color=colour, thickness=5)
    return len(strokes_of(colours)[1])


@pytest.mark.parametrize(
    ("colour", "scale", "number"),
    [
        ((150, 60, 30), 1.0, 1),  # blue
        ((40, 40, 40), 1.0, 0),  # as black as print
        ((150, 60, 30), 0.2, 0),  # as small as letters in blue
        ((50, 40, 215), 1.0, 0),  # red, which is seen in red light
    ],
)
def test_large_strokes_of_a_coloured_pen_are_taken_off(
    colour: tuple[int, int, int], scale: float, number: int
) -> None:
    assert strokes(colour, scale) == number


@pytest.mark.parametrize(
    ("text", "wide", "high", "is_mark"),
    [
        ("L", 60, 50, True),
        ("√", 30, 30, True),
        ("7", 60, 60, True),  # too large for the page
        ("1", 40, 40, True),  # too wide for a figure
        ("1", 19, 33, False),
        ("11", 43, 32, False),
        ("7", 20, 33, False),
        ("A", 25, 33, False),
        ("一", 33, 60, False),
    ],
)
def test_ticks_are_no_letters(text: str, wide: float, high: float, is_mark: bool) -> None:  # noqa: FBT001
    needs_extra()
    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - an extra
    from specvalidator.readers.scan.pen import parted_from_marks  # noqa: PLC0415 - the same

    others = [Word(LINE, TEXT, 0.99)] * 3
    mark = Word((0, 0, wide, high), text, 0.95)

    assert parted_from_marks([*others, mark]) == (
        (others, [mark]) if is_mark else ([*others, mark], [])
    )


@pytest.mark.parametrize(("reach", "is_crossed"), [(60, True), (6, False)])
def test_words_that_a_black_pen_crosses_are_asked_about(
    page: Picture,
    reach: int,
    is_crossed: bool,  # noqa: FBT001
) -> None:
    import cv2  # noqa: PLC0415 - an extra

    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.light import ink_of  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.pen import crossed  # noqa: PLC0415 - the same

    cv2.line(page, (400, 400 - reach), (460, 433 + reach), 20, 4)
    word = Word(LINE, TEXT, 0.99)

    assert crossed([word], ink_of(page)) == [word] * is_crossed
