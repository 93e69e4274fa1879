"""Lines → the paragraphs that a writer typed: what wrapped is put together again."""

import re
from itertools import pairwise

from specvalidator.document import Paragraph
from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.joints import FULL, rejoined, room, slack
from specvalidator.readers.layout.page import LayoutLine, around, place

LABEL = re.compile(
    r"""第[一二三四五六七八九十\d]{1,3}(?:单元|部分|章|节|项|条)
    |[一二三四五六七八九十]{1,3}\s*[、.．]
    |[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]
    |\d{1,2}\s*(?:[、．）)]|\.(?!\d))
    |[①-⑳⑴-⒛]
    |[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\s*[、.．]
    |[A-Za-z][.、．)）](?![A-Za-z])
    |[（(][A-Za-z][)）]
    |[●•◆◇■□▪▫○◦★☆※►▶➢✓√◎⊙▲△▼❖✦❑❏☐☑✔\uf000-\uf0ff]""",
    re.VERBOSE,
)
"""The number of an item or heading, as typed at the beginning of a line."""
_GOES_ON = re.compile(r"[，、（(“《〈【〔—～~至到第及和与或]$|[A-Za-z0-9]-$")
"""A line that ends so goes on, whatever the next begins with."""
_LAST_BRACKET = re.compile(r"[（(〔【]([^（(〔【）)〕】]*)$")
"""A bracket that is still open where a line ends."""
_FIRST_CLOSED = re.compile(r"[^（(〔【）)〕】]*[）)〕】]")
"""A line that closes a bracket before it opens any."""
_NEAR = 3
"""Lines in which a bracket is looked for that is still open."""
_NUMBER = re.compile(r"\D?(\d{1,2})")
_DASH = re.compile(r"[-–—·*][ \t]*(?![-–—·\d])")
"""A dash before an item, if the item before has one, too."""
_HEADING = re.compile(
    r"""[（(【〖\[]?\s*(?:[一二三四五六七八九十\d]{1,2}(?:[.．]\d)?\s*[)）、.．]?\s*)?[【〖]?
    (?:定义|适用对象|能力标准与鉴定内容|(?:考核|鉴定)(?:内容|要求|时间|方式(?:与(?:考核|鉴定)时间)?)
    |申报条件|考评员构成|(?:鉴定|考核)?场地设备要求)
    \s*[】〗\])）]?[:：。]?""",
    re.VERBOSE,
)
"""What the form's parts are called, with or without a number."""
_MARK_OF_NUMBER = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?![\d.A-Za-z])")
"""A raised figure behind a number marks a note: a form counts in no powers of ten."""
_ODD = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹\uf020-\uf0ff\ufffd]")
_SIGNS = re.compile(r"[\uf020-\uf0ff]")
_BULLET = re.compile(r"^[\uf020-\uf0ff](?=\s*[^\s\uf020-\uf0ff])")
"""A letter of a font of signs before an item; elsewhere nobody knows what it means."""
_BEFORE_TEXT = "】〗])）:：。"
"""What a heading ends with if text follows on its line."""
_LONGEST_HEADING = 16
_ENDS = frozenset("。；;！？")
_GOING_ON = ("，", "、")
"""No paragraph ends so."""
_LONG_LINE = 20
_INSET = 0.5
"""Of the letter size: text that begins so far from the page's left edge is in a box of its own …"""
_INDENTED = (1.5, 2.5)
"""… unless it is so far in as a paragraph's first line is."""
_PUNCTUATION = re.compile(r"[，。；：！？,;:!?、]")
_ANNOUNCES = ("如下：", "如下:")
"""A line that ends so ends its paragraph."""
CLOSING = "，。、；：！？）)”’》〉】〕%％℃°…·,.;:!?"
"""May not begin a line: they go down with the letter before them."""
_OPENING = "（(“‘《〈【〔"
_WORD = re.compile(r"[!#-'*-~]+")
"""Letters, figures and marks that hang together, but for brackets and quotes: a?b=1&c."""
_MOJIBAKE = re.compile(r"[\u00a1-\u00d6\u00d8-\u00ff]")
"""Letters of a Western code page, but × (U+00D7): ××× masks a word in Chinese, too."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WIDTH = 0.55
"""Of the letter size: the width of an ordinary Latin letter or figure."""


def paragraphs_of_lines(lines: list[LayoutLine], distances: Distances) -> list[Paragraph]:
    """Return the paragraphs of a cell, or of a stretch of body text, over any page breaks."""
    if len(lines) == 1:
        return [_paragraph(lines)]
    usual = _usual_pitch(lines)
    groups: list[list[LayoutLine]] = []
    shown: list[LayoutLine] | None = None
    for line in lines:
        above = groups[-1] if groups else None
        if above and above[-1].hidden and not line.hidden:
            above = shown  # what nobody sees parts no sentence
        if above and _continues(above, line, usual, distances):
            above.append(line)
        else:
            above = [line]
            groups.append(above)
        if not line.hidden:
            shown = above
    return [_paragraph(group) for group in groups]


def continues_text(before: LayoutLine, after: LayoutLine, distances: Distances) -> bool:
    """Tell whether `after` can only be the rest of the sentence in `before`."""
    return (
        not LABEL.match(after.text)
        and not _ends_early(before, after, distances)
        and before.text[-1:] not in "。；;！？"
    )


def _usual_pitch(lines: list[LayoutLine]) -> float:
    """Return the usual distance between lines, in letter sizes: titles have wider ones."""
    pitches = [
        (after.y0 - before.y0) / max(before.size, after.size)
        for before, after in pairwise(lines)
        if after.page == before.page and after.y0 > before.y0
    ]
    return sorted(pitches)[len(pitches) // 2] if pitches else 0.0


def _continues(
    group: list[LayoutLine], line: LayoutLine, usual: float, distances: Distances
) -> bool:
    """Tell whether a line belongs to the paragraph of the lines before it."""
    last = group[-1]
    if last.hidden or line.hidden or last.unread or line.unread:
        return last.hidden and line.hidden and last.unread == line.unread
    if _stacked(last, line):
        return True
    begins = bool(LABEL.match(line.text)) and not _is_open(group, line)
    begins = begins or bool(_DASH.match(line.text) and _DASH.match(group[0].text))
    begins = begins or last.text.endswith(_ANNOUNCES)
    if begins or _ends_early(last, line, distances):
        return False
    if last.page == line.page and _far_below(last, line, usual, distances):
        return False
    if _differ(last, line) or _is_heading(last, line):
        return False
    return not _begins_in(group, line, distances.indent * line.size)


def _is_open(group: list[LayoutLine], line: LayoutLine) -> bool:
    """Tell whether what looks like an item's number must be the rest of the line before.

    It is where a bracket, a code or a number is not yet at its end: （4-03-02- and 02）.
    """
    last = group[-1]
    if _GOES_ON.search(last.text):
        return True
    if _FIRST_CLOSED.match(line.text) and _LAST_BRACKET.search(rejoined(group[-_NEAR:])):
        return True
    number = _NUMBER.match(line.text)
    if number is None or not last.text[-1:].isdigit() or room(last) >= FULL * last.size:
        return False
    before = _NUMBER.match(group[0].text)
    return before is None or int(number[1]) != int(before[1]) + 1


def _is_heading(last: LayoutLine, line: LayoutLine) -> bool:
    """Tell whether a line is a heading of the form, or a few words below a finished sentence."""
    ended = last.text[-1:] in _ENDS
    heading = _HEADING.match(line.text)
    if heading and heading.end() == len(line.text):
        return not _GOES_ON.search(last.text)
    if heading and ended and heading[0][-1] in _BEFORE_TEXT:
        return True
    return (
        ended
        and len(line.text) <= _LONGEST_HEADING
        and _HAN.search(line.text) is not None
        and not _PUNCTUATION.search(line.text)
    )


def _differ(last: LayoutLine, line: LayoutLine) -> bool:
    """Tell whether Chinese letters of two lines differ in size, as a title's and a text's do."""
    differ = abs(last.size - line.size) > max(last.size, line.size) / 6
    return differ and bool(_HAN.search(last.text) and _HAN.search(line.text))


def _stacked(last: LayoutLine, line: LayoutLine) -> bool:
    """Tell whether single characters stand one over the other: text set downwards."""
    return (
        len(last.text) == len(line.text) == 1
        and bool(_HAN.match(last.text) and _HAN.match(line.text))
        and abs(last.x0 - line.x0) < last.size / 2
        and line.y0 - last.y1 < last.size / 2
    )


def _far_below(last: LayoutLine, line: LayoutLine, usual: float, distances: Distances) -> bool:
    """Tell whether the gap between two lines is wider than between lines of a paragraph."""
    gap = line.y0 - last.y1
    size = max(last.size, line.size)
    if gap <= size / 2:
        return False
    pitch = (line.y0 - last.y0) / size
    return gap > 1.5 * size or pitch > distances.paragraph_gap * usual


def _begins_in(group: list[LayoutLine], line: LayoutLine, indent: float) -> bool:
    """Tell whether a line's beginning is that of a new paragraph."""
    last = group[-1]
    if slack(line) is not None and abs(last.x0 - last.left - last.right + last.x1) < line.size:
        return False  # a centred line begins anywhere
    first = last.page != line.page or len(group) == 1
    begin, before = line.x0 - line.left, last.x0 - last.left
    if len(group) == 1 and LABEL.match(last.text):
        return False  # the rest of a hanging paragraph stands further in
    if begin > before + indent:
        return True
    return not first and begin < before - indent


def _ends_early(last: LayoutLine, line: LayoutLine, distances: Distances) -> bool:
    """Tell whether the next line's first word would still have fitted on the last line."""
    if last.text[-1:] in _GOING_ON or _is_torn(last, line):
        return False
    width = _first_word(line.text, goes_on=last.text[-1:] not in _ENDS)
    return room(last) > width * line.size + distances.slack * last.size


def _is_torn(last: LayoutLine, line: LayoutLine) -> bool:
    """Tell whether a sentence goes on though the next word might have fitted on its line.

    So it is where text stands in a box without lines: nobody knows where its lines end. A line
    that stands out to the left of a first one begins no paragraph, nor is a sentence's end a
    heading; and lines that begin neither where the page's text does nor two letters further in are
    in such a box.
    """
    if (
        last.page != line.page
        or len(last.text) < _LONG_LINE
        or line.text[-1:] not in _ENDS
        or _PUNCTUATION.search(last.text) is None
        or not _HAN.match(last.text[-1:])
    ):
        return False
    inset = (last.x0 - last.left) / last.size
    is_boxed = inset > _INSET and not _INDENTED[0] < inset < _INDENTED[1]
    begins_alike = abs(last.x0 - line.x0) < last.size / 4
    return last.x0 - line.x0 > _INDENTED[0] * last.size or (is_boxed and begins_alike)


def _first_word(text: str, *, goes_on: bool) -> float:
    """Return the width, in letters, of what may not be torn apart at a line's beginning.

    Some writers keep figures with the mark before them, too: where a sentence goes on, so do they.
    """
    opened = int(text[:1] in _OPENING)
    word = _WORD.match(text, opened)
    if word:
        length = word.end()
        width = opened + _LATIN_WIDTH * (length - opened)
    else:
        length = 1 + opened
        width = float(length)
    while length < len(text) and text[length] in CLOSING:
        length += 1
        width += 1
    mark = text[length - 1 : length]  # none where an opening one is all there is
    figures = _WORD.match(text, length) if goes_on and mark in CLOSING else None
    return width + (_LATIN_WIDTH * len(figures[0]) if figures else 0)


def _paragraph(lines: list[LayoutLine]) -> Paragraph:
    first = lines[0]
    page = first.page
    if len(lines) == 1:
        where, text = place(page, first[1:5]), first.text
    else:
        where = place(page, around([line[1:5] for line in lines if line.page == page]))
        text = rejoined(lines)
    if first.hidden:
        return Paragraph("", where, unread=first.unread or "unseen", hidden=text)
    if _ODD.search(text):
        text = _SIGNS.sub("\ufffd", _BULLET.sub("•", _MARK_OF_NUMBER.sub("", text)))
        if "\ufffd" in text:
            return Paragraph(text, where, unread="garbled")
    if not _HAN.search(text) and _is_mojibake(text):
        return Paragraph(_MOJIBAKE.sub("\ufffd", text), where, unread="garbled")
    return Paragraph(text, where, unread=first.unread)


def _is_mojibake(text: str) -> bool:
    """Tell whether Chinese was written as if it were a Western code page: ÄÜÁ¦ for 能力."""
    return 2 * len(_MOJIBAKE.findall(text)) > len(text.replace(" ", ""))
