"""Letters in the form that everybody types: what exports and the clipboard leave is folded once."""

import re
import unicodedata

from specvalidator.document import Block, Cell, Document, Paragraph

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩"
    "⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑"
    "⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
"""CJK radicals supplement, U+2E80 to 2EFF …"""
_UNIFIED = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王"
    "𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長"
    "镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""… and the letter that each is: Equivalent_Unified_Ideograph of the Unicode character database."""
_LETTERS = str.maketrans(_RADICALS + "∶︰", _UNIFIED + "::")

# Compiled when they are first needed: few documents need them.
_VARIANTS = (
    "[\u00ad\u00b9\u00b2\u00b3\u2070-\u2079\u2236\u2474-\u249b\u2e80-\u2fdf\uf900-\ufaff"
    "\ufe00-\ufe19\ufe30\ufe35-\ufe6f\uff61-\uff64\U0001d7ce-\U0001d7ff\U0002f800-\U0002fa1f"
    "\U000e0100-\U000e01ef]"
)
_FOLDED = (
    "[\u2474-\u249b\u2f00-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe35-\ufe48\ufe50-\ufe6f"
    "\uff61-\uff64\U0001d7ce-\U0001d7ff\U0002f800-\U0002fa1f]"
)
"""What Unicode itself decomposes: Kangxi radicals, compatibility ideographs, ⒈ and ⑴, the figures
of formulas, and signs in the small, the narrow and the vertical form: ﹕ ､ ︵."""
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_HYPHEN_IN_NUMBER = "(?<=[0-9])\u00ad(?=[0-9A-Za-z])|(?<=[A-Za-z])\u00ad(?=[0-9])"
_SOFT_HYPHEN = "\u00ad"
_NOTE_MARK = (
    r"(?<=[^\s\w^×\u200b-\u200f\u2060\ufeff]|[\u3007-\u9fff])[¹²³\u2070-\u2079]{1,3}(?![\w.])"
)
"""A raised number behind a Chinese letter or a sign marks a note; behind a unit it is a power."""


def with_plain_letters(document: Document, text: str) -> Document:
    """Return the document with each letter in the form that everybody types.

    Args:
        document: a file as text.
        text: all its text, however spaced.
    """
    for unit in ("m²", "M²"):  # nearly every room has its area, and these stay as they are
        text = text.replace(unit, "")
    if text.isascii() or re.search(_VARIANTS, text) is None:
        return document
    return document._replace(blocks=_folded(document.blocks))


def plain(text: str) -> str:
    """Return a text with radicals as the letters they are, without selectors and note marks.

    A soft hyphen inside a number is the hyphen that the page shows; any other is none.
    """
    if text.isascii() or re.search(_VARIANTS, text) is None:
        return text
    text = re.sub(_HYPHEN_IN_NUMBER, "-", text).replace(_SOFT_HYPHEN, "")
    text = re.sub(_SELECTORS, "", text).translate(_LETTERS)
    text = re.sub(_FOLDED, lambda letter: unicodedata.normalize("NFKC", letter[0]), text)
    return re.sub(_NOTE_MARK, "", text)


def _folded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        _paragraph(block)
        if isinstance(block, Paragraph)
        else block._replace(cells=tuple(map(_cell, block.cells)))
        for block in blocks
    )


def _paragraph(paragraph: Paragraph) -> Paragraph:
    text, label = plain(paragraph.text), plain(paragraph.label)
    if text == paragraph.text and label == paragraph.label:  # as nearly all are
        return paragraph
    return paragraph._replace(text=text, label=label)


def _cell(cell: Cell) -> Cell:
    blocks = _folded(cell.blocks)
    return cell if blocks == cell.blocks else cell._replace(blocks=blocks)
