"""Single values as written in cells: the name of a task, its weight, the occupation."""

import re
from decimal import Decimal
from typing import NamedTuple

from specvalidator import quantities
from specvalidator.extract.lines import CellText, Line, filled, joined, squeezed
from specvalidator.extract.numbering import number_in, numbering_of

# ── the task cell ────────────────────────────────────────────────────────────────────────

_HAN = "[一二三四五六七八九十百]{1,4}"
# Patterns as text are compiled when they are first needed: few documents need them.
_TASK_WORDS = ("工作任务", "任务", "项目", "模块", "单元", "步骤")
_TASK_WORD = rf"(?:{'|'.join(_TASK_WORDS)})\s*(?P<number>{_HAN}|\d{{1,3}})\s*(?:[、:：.．\s]+|$)"
_UNIT = rf"第\s*(?P<number>{_HAN}|\d{{1,3}})\s*(?:单元|部分|项|步|章|节|模块|任务)[、:：.．\s]*"
_DIGIT = r"(?P<number>\d{1,3})(?=[^\x00-\x7f])(?![、．，）：。号级年月日天种名个次层岁寸米])"
_ONLY_NUMBER = r"[（(]?\s*(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})\s*[）)]?\s*[、.．]?"


class TaskHead(NamedTuple):
    """What the first cell of a task says."""

    number: int | None
    name: str | None


def task_head(lines: list[Line], expected: int) -> TaskHead:
    """Return number and name of a task from the lines of its first cell.

    Args:
        lines: （一）原料准备 in one line or more.
        expected: the number that is due; a digit without a dot is believed only if it is that.
    """
    visible = [line for line in lines if line.text]
    if not visible:
        return TaskHead(None, None)
    first = visible[0]
    number, rest = _number_and_rest(first, expected)
    parts = [rest, *(line.text for line in visible[1:])]
    if number is None and len(visible) > 1 and (alone := re.fullmatch(_ONLY_NUMBER, first.text)):
        number, parts[0] = quantities.whole_number(alone["number"]), ""
    name = joined([part for part in parts if part])
    return TaskHead(number, filled(name) if name else None)


def _number_and_rest(line: Line, expected: int) -> tuple[int | None, str]:
    if line.label:
        return number_in(line.label), line.text[len(line.label) :].strip()
    text = line.text
    match = re.match(_UNIT, text) if text.startswith("第") else None
    if text.startswith(_TASK_WORDS):
        match = re.match(_TASK_WORD, text)
    if match is None and text[:1].isdecimal() and (digit := re.match(_DIGIT, text)):
        match = digit if int(digit["number"]) == expected else None
    if match:
        return quantities.whole_number(match["number"]), text[match.end() :].strip()
    numbering = numbering_of(text)
    if numbering and numbering.style != "levels":
        return numbering.value, text[numbering.end :].strip()
    return None, text


def is_numbered(lines: list[Line]) -> bool:
    """Say whether a cell begins with a task's number, beyond any doubt."""
    visible = [line for line in lines if line.text]
    return bool(visible) and _number_and_rest(visible[0], expected=-1)[0] is not None


# ── weight ───────────────────────────────────────────────────────────────────────────────


def weight_of(text: str, *, percent_column: bool) -> tuple[Decimal | None, str | None]:
    """Return a weight as a number and as written; (None, None) for an empty form's `%`.

    Args:
        text: what stands in the cell.
        percent_column: the column's heading has the sign, 考核比重（%）; it counts for each cell
            that shows a number only.
    """
    written = text.strip()
    if not written or not filled(written.strip("%％﹪（）() ")):
        return None, None
    weight = quantities.percent(written)
    if percent_column and weight is not None and not re.search("[%％﹪٪]|百分", written):
        written += "%"
    return weight, written


# ── occupation ───────────────────────────────────────────────────────────────────────────

_CODE = re.compile(
    r"(?<![\d-])[XxLlSs]?(?P<code>\d\s*-\s*\d{2}(?:\s*-\s*\d{2}){0,2}|\d(?:\.\d{2}){3})(?P<trade>\s*-\s*\d{1,4})?(?![\d.-])"
    r"|(?<![\dM])(?P<plain>\d{7})(?!\d)"
)
# Compiled when they are first needed: few documents need them.
_GBM = r"(?i:[（(]?\s*GBM\s*[\d-]+\s*[）)]?)"
_EMPTY = r"[（(\[【]\s*[）)\]】]"
_GREEN = re.compile(r"(?<=[^\x00-\x7f])\s*[（(]?\s*(?:L\s*/\s*S|S\s*/\s*L|L|S)\s*[）)]?\s*$")
_WORDS = re.compile(r"(?:职业|工种)?(?:编码|代码|编号)\s*[:：]?|职业名称\s*[:：]")
_EDGES = " \t\n\u3000\u00a0:：,，、;；/-—–.．。"


class OccupationText(NamedTuple):
    """职业领域 taken apart."""

    code: str | None
    name: str | None
    text: str
    several: bool = False
    """More than one code is written: which one is meant is not said."""


def occupation_of(text: str) -> OccupationText:
    """Take 4-03-02-02中式面点师 apart, in whatever order and dress code and name come."""
    narrow = quantities.narrowed(text)
    codes = list(_CODE.finditer(narrow))
    if len(codes) > 1:
        return OccupationText(None, None, text, several=True)
    match = codes[0] if codes else None
    rest = text[: match.start()] + " " + text[match.end() :] if match else text
    if "GBM" in rest.upper():
        rest = re.sub(_GBM, " ", rest)
    rest = _WORDS.sub(" ", rest)
    if not rest.strip(_EDGES).isalpha():
        rest = re.sub(_EMPTY, " ", rest)
    rest = _GREEN.sub("", rest.strip(_EDGES)).strip(_EDGES)
    if rest[:1] in "（(【[" and rest[-1:] in "）)】]" and len(rest) > 1:
        rest = rest[1:-1].strip(_EDGES)
    return OccupationText(_code(match), _unbroken(rest) or None, text)


def _code(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    if match["plain"]:
        digits = match["plain"]
        return f"{digits[0]}-{digits[1:3]}-{digits[3:5]}-{digits[5:]}"
    return squeezed(match["code"]).replace(".", "-")


def _unbroken(name: str) -> str:
    """Return a name on one line."""
    return joined([part.strip() for part in name.split("\n") if part.strip()])


def text_of(cells: list[CellText]) -> str:
    """Return the text of some cells, one line for each line of the page."""
    if len(cells) == 1:
        return cells[0].text
    return "\n".join(cell.text for cell in cells if cell.text)
