"""A line that is drawn through a single letter, on words whose letters are blocks of ink."""

from itertools import pairwise

import pytest

from readers.scan.recording import needs_extra

TEXT = "每组不少于两三名"
SIZE, HIGH, MARGIN = 33, 38, 3


def asked(text: str, *lines: tuple[float, float]) -> bool:
    """Tell whether words are asked about that have lines from and to such letters."""
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.strikes import may_strike_one  # noqa: PLC0415 - the same

    wide = 2 * MARGIN + 1 + SIZE * len(text)
    ink = np.zeros((HIGH, wide), np.uint8)
    for left, right in pairwise(range(MARGIN, wide, SIZE)):
        ink[MARGIN : HIGH - MARGIN, left + 2 : left + 5] = 255  # two feet and what joins them
        ink[MARGIN : HIGH - MARGIN, right - 5 : right - 2] = 255
        ink[18:20, left + 2 : right - 2] = 255
    for start, end in lines:
        ink[20:23, MARGIN + round(start * SIZE) : MARGIN + round(end * SIZE)] = 255
    return may_strike_one(Word((0, 0, wide, HIGH), text, 0.99), ink)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TEXT, (5.0, 6.0)),  # as wide as its letter
        (TEXT, (1.9, 3.1)),  # as a pen does
        ("每组3名", (2.9, 4.2)),  # beside a figure
    ],
)
def test_a_line_through_one_letter_is_asked_about(text: str, line: tuple[float, float]) -> None:
    assert asked(text, line)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (TEXT, []),
        (TEXT, [(6.04, 6.96)]),  # a stroke of the letter itself
        ("每组不少于一名", [(4.9, 6.0)]),  # 一, joined by grain to what stands before it
        ("（一）申报条件", [(0.7, 1.8)]),
    ],
)
def test_strokes_of_letters_are_no_lines_through_them(
    text: str, lines: list[tuple[float, float]]
) -> None:
    assert not asked(text, *lines)


@pytest.mark.parametrize(
    ("letters", "is_stacked"),
    [
        ([(0, 16, 4, 26), (18, 34, 4, 26), (4, 30, 42, 72)], True),  # 37 over 岁
        ([(1, 32, 4, 34), (2, 31, 42, 72), (1, 32, 80, 110)], False),
        ([(1, 32, 4, 34), (2, 31, 52, 57), (1, 32, 80, 110)], False),  # with 一
    ],
)
def test_figures_over_a_letter_are_no_words_that_run_down(
    letters: list[tuple[int, int, int, int]],
    is_stacked: bool,  # noqa: FBT001
) -> None:
    needs_extra()
    import numpy as np  # noqa: PLC0415 - an extra

    from specvalidator.readers.scan import lost  # noqa: PLC0415 - the same
    from specvalidator.readers.scan.engines import Word  # noqa: PLC0415 - the same

    ink = np.zeros((114, 36), np.uint8)
    for left, right, top, bottom in letters:
        ink[top:bottom, left:right] = 255
    word = Word((0, 0, 36, letters[-1][3] + 4), "37岁", 0.99)

    assert lost.is_stacked(word, ink) == is_stacked
