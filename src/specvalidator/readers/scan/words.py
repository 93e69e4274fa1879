"""Words as an engine read them → pieces of text, and what of the ink nobody read."""

import re

import numpy as np

from specvalidator.readers.layout.letters import usual_width
from specvalidator.readers.layout.page import Box, LayoutPiece
from specvalidator.readers.scan.engines import Word
from specvalidator.readers.scan.pixels import Picture

_BLANK = re.compile(
    r"(?<=[^A-Za-z,;.:!?\u3400-\u9fff]) (?=[^A-Za-z])|(?<=[\u3400-\u9fff]) (?![\u3400-\u9fff])"
    r"|(?<![\u3400-\u9fff]) (?=[\u3400-\u9fff])"
)
"""Wide figures and stops seem to have blanks beside them; between two Chinese letters is one."""
_DASH = re.compile(r"(?<=[\u3400-\u9fff])[—–―](?=[\u3400-\u9fff])")
"""Between Chinese letters a dash is two letters wide, and made of two."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PAIR = re.compile(
    r"(?P<before>[\u3400-\u9fff]?)(?P<opening>[(（])(?P<inside>[^()（）]{0,60})(?P<closing>[)）])"
    r"(?=(?P<after>[\u3400-\u9fff]?))"
)
_NARROW = re.compile(r"(?<=[\u3400-\u9fff])[,:;?!(](?!\d*:\d)|[,;?!)](?=[\u3400-\u9fff])")
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
BLANK_BEFORE = frozenset("（“‘《〈【〔［")
_BLANK_AFTER = frozenset("）”’》〉】〕］，。、；：！？")
HALF = 0.5
"""Of the letter size: how much of these signs is blank, and no ink."""
_GUESSED = 0.5
"""Words that are less certain are not read."""
CERTAIN = 0.9
"""Words that are less certain are likelier to be misread."""
HAN = 0x2E7F
HAN_HEIGHT, _LATIN_HEIGHT = 0.92, 0.74
"""Of the letter size: how high the ink of letters is."""
MARGIN = 3
"""Pixels around its ink that a box of words has."""


def known(words: list[Word]) -> list[Word]:
    """Return the words that were read, without the blanks that nobody wrote."""
    return [
        word._replace(text=_as_written(_BLANK.sub("", word.text.strip())))
        for word in words
        if word.certainty >= _GUESSED and word.text.strip()
    ]


def is_chinese(letter: str) -> bool:
    """Tell whether a letter is Chinese, and no sign."""
    return bool(_CHINESE.match(letter))


def _as_written(text: str) -> str:
    """Return text with the signs of Chinese beside Chinese: engines mix narrow and wide ones."""
    text = _DASH.sub("——", _PAIR.sub(_wide_pair, text))
    return _NARROW.sub(lambda sign: sign[0].translate(_WIDE), text)


def _wide_pair(pair: re.Match[str]) -> str:
    inside = pair["inside"]
    is_chinese = bool(_CHINESE.search(inside) or pair["before"] or pair["after"])
    opening, closing = "（）" if is_chinese else (pair["opening"], pair["closing"])
    return f"{pair['before']}{opening}{inside}{closing}"


def drawn_in(box: Box, ink: Picture) -> Box:
    """Return a box drawn in to the ink within it."""
    high, wide = ink.shape
    x0, y0 = max(0, round(box[0])), max(0, round(box[1]))
    inside = ink[y0 : min(high, round(box[3])), x0 : min(wide, round(box[2]))] > 0
    if not inside.size:
        return box
    xs = np.nonzero(inside.sum(0) > 1)[0]
    ys = np.nonzero(inside.sum(1) > 1)[0]
    if len(xs) < 2 or len(ys) < 2:  # noqa: PLR2004 - a width, a height
        return box
    return (
        float(x0 + xs[0] - MARGIN),
        float(y0 + ys[0] - MARGIN),
        float(x0 + xs[-1] + MARGIN + 1),
        float(y0 + ys[-1] + MARGIN + 1),
    )


def piece_of(word: Word, scale: float) -> LayoutPiece:
    """Return words as a piece of text whose letters are as large as their width says.

    Args:
        word: in pixels.
        scale: points of a pixel.
    """
    x0, y0, x1, y1 = word.box
    x0, x1 = x0 + MARGIN, x1 - MARGIN - 1
    text = word.text
    before, after = text[0] in BLANK_BEFORE, text[-1] in _BLANK_AFTER
    weight = sum(usual_width(each) for each in text if not each.isspace()) + 0.3 * text.count(" ")
    weight -= HALF * (before + after)
    high = max(y1 - y0 - 2 * MARGIN - 1, 1)
    if weight >= 2:  # noqa: PLR2004 - two letters
        size = (x1 - x0) / weight
    else:
        size = high / (HAN_HEIGHT if any(ord(each) > HAN for each in text) else _LATIN_HEIGHT)
    size = min(max(size, 0.7 * high), 1.6 * max(high, 4))
    x0, x1 = x0 - HALF * size * before, x1 + HALF * size * after
    middle = (y0 + y1) / 2
    return LayoutPiece(
        text,
        x0 * scale,
        (middle - size / 2) * scale,
        x1 * scale,
        (middle + size / 2) * scale,
        size * scale,
    )


def halves(text: str) -> int:
    """Return how many ends of words are signs of which half is blank."""
    return (text[0] in BLANK_BEFORE) + (text[-1] in _BLANK_AFTER)
