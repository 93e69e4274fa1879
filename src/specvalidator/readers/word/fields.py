"""What a field without a stored result shows: circled characters, form check boxes and lists."""

import re
from typing import NamedTuple

from specvalidator.readers.word.numerals import numeral
from specvalidator.readers.word.ooxml import VAL, W, child_of, integer, is_on, value
from specvalidator.readers.word.symbols import symbol
from specvalidator.readers.xml import Element

_CHECK_BOX = W + "checkBox"
_CHECKED = W + "checked"
_DEFAULT = W + "default"
_LIST = W + "ddList"
_LIST_RESULT = W + "result"
_LIST_ENTRY = W + "listEntry"

# Word writes 带圈字符 as EQ \o\ac(○,1) and 拼音指南 as EQ \o\ad(\s\up 9(pin),字).
# Patterns as text are compiled when they are first needed: few documents need them.
_CIRCLED = r"\\o\s*\\a[clrd]\s*\(\s*[○〇◯]\s*[,;，]\s*([^()\s]{1,4})\s*\)"
_GLOSSED = r"\\o\s*\\a[clrd]\s*\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,;，]([^()]*)\)"
_SYMBOL = r'(?i:SYMBOL\s+(\d{1,5})(?:.*\\f\s+"([^"]*)")?)'
_LONGEST_CODE = 1_000  # of a field code that shows something of its own
_MOST_CIRCLED = 20


class Shown(NamedTuple):
    """What stands on the page, and whether that is all of it."""

    text: str
    is_whole: bool = True


def shown(code: str, form: Element | None) -> Shown:
    r"""Return what a field shows of its own; most show nothing until they are updated.

    Args:
        code: the field's instruction, such as `EQ \o\ac(○,1)`.
        form: its `w:ffData`, where it is a field of a form.
    """
    if form is not None:
        return Shown(_of_form(form))
    code = code[:_LONGEST_CODE].strip()
    if code[:2].upper() == "EQ":
        return _of_equation(code)
    drawn = re.match(_SYMBOL, code)
    return Shown(symbol(drawn[2], f"{int(drawn[1]):X}") if drawn else "")


def _of_equation(code: str) -> Shown:
    circled = re.search(_CIRCLED, code)
    if circled:
        inside = circled[1]
        is_number = inside.isascii() and inside.isdecimal() and 1 <= int(inside) <= _MOST_CIRCLED
        return Shown(numeral(int(inside), "decimalEnclosedCircle") if is_number else inside)
    glossed = re.search(_GLOSSED, code)
    return Shown(glossed[1].strip()) if glossed else Shown("", is_whole=False)


def _of_form(form: Element) -> str:
    box = child_of(form, _CHECK_BOX)
    if box is not None:
        state = child_of(box, _CHECKED)
        state = child_of(box, _DEFAULT) if state is None else state
        return "☑" if state is not None and is_on(state) else "☐"
    choices = child_of(form, _LIST)
    if choices is None:
        return ""
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(_LIST_ENTRY)]
    chosen = integer(value(choices, _LIST_RESULT), integer(value(choices, _DEFAULT), 0))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
