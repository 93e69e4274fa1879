"""What fields show: their stored result, or something of their own, or nothing that is known."""

import re
from typing import Literal, NamedTuple

from specvalidator.document import Unread
from specvalidator.readers.word.numerals import numeral
from specvalidator.readers.word.office_words import is_field_error, is_prompt, is_unmerged
from specvalidator.readers.word.ooxml import VAL, W, child_of, integer, is_on, value
from specvalidator.readers.word.symbols import UNKNOWN, symbol
from specvalidator.readers.xml import Element

_CHECK_BOX = W + "checkBox"
_CHECKED = W + "checked"
_DEFAULT = W + "default"
_LIST = W + "ddList"
_LIST_RESULT = W + "result"
_LIST_ENTRY = W + "listEntry"
_TEXT_INPUT = W + "textInput"
_DIRTY = W + "dirty"
_INSTRUCTION = W + "instr"

_SILENT = frozenset(
    ("ASK", "DATA", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE")
)
"""Kinds of fields whose result no page shows."""
_EMPTY = frozenset(
    (
        "ADVANCE",
        "FORMTEXT",
        "HYPERLINK",
        "INDEX",
        "TOA",
        "TOC",
        "BIBLIOGRAPHY",
    )
)
"""Kinds that show nothing, or a prompt, where they have no result."""
_MERGED = "MERGEFIELD"
_BUTTON = r"(?is:\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s*(.*?)\s*)"
"""Fields that show the words behind the name of what they do, mostly a prompt."""
_BRACKETED = r"(?s:[\[［【〔〈<＜«].*[\]］】〕〉>＞»])"
_DRAWN = frozenset(("DISPLAYBARCODE", "EMBED", "INCLUDEPICTURE", "LINK", "MERGEBARCODE"))
"""Kinds that show a picture or a part of another file, if they show anything."""

# Word writes 带圈字符 as EQ \o\ac(○,1) and 拼音指南 as EQ \o\ad(\s\up 9(pin),字).
# Patterns as text are compiled when they are first needed: few documents need them.
_CIRCLED = r"\\o\s*\\a[clrd]\s*\(\s*[○〇◯]\s*[,;，]\s*([^()\s]{1,4})\s*\)"
_GLOSSED = r"\\o\s*\\a[clrd]\s*\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,;，]([^()]*)\)"
_SYMBOL = r'(?i:SYMBOL\s+(\d{1,5})(?:.*\\f\s+"([^"]*)")?)'
_LONGEST_CODE = 1_000  # of a field code that shows something of its own
_MOST_CIRCLED = 20


class Shown(NamedTuple):
    """What stands on the page as text, and why that is not all of it."""

    text: str
    unread: Unread | None = None


FieldState = Literal["shown", "silent", "asked"]
"""What stands on the page is the result; nothing; or what nobody can tell."""


def kind_of(code: str) -> str:
    """Return the first word of a field's code in capitals, such as MERGEFIELD."""
    return code[:_LONGEST_CODE].partition("\\")[0].strip().partition(" ")[0].upper()


def is_silent(code: str) -> bool:
    """Say whether no page shows the result of a field."""
    return kind_of(code) in _SILENT


def is_dirty(mark: Element) -> bool:
    """Say whether a field is to be brought up to date when Word opens the file."""
    return (mark.get(_DIRTY) or "0") in {"1", "true", "on"}


def state_of(code: str, result: str, *, dirty: bool) -> FieldState:
    """Return what of a stored result counts: a stale one, and a message, are no value."""
    kind = kind_of(code)
    if kind in _SILENT:
        return "silent"
    if (dirty and kind not in _EMPTY) or is_field_error(result):
        return "asked"
    if kind == _MERGED and is_unmerged(result):
        return "asked"
    if kind in _DRAWN and not result:
        return "asked"
    return "shown"


def state_of_simple(field: Element) -> FieldState:
    """Return what a `w:fldSimple` shows of its result."""
    result = "".join(each.text or "" for each in field.iter(W + "t"))
    return state_of(field.get(_INSTRUCTION) or "", result, dirty=is_dirty(field))


def shown(code: str, form: Element | None) -> Shown:
    r"""Return what a field without a stored result shows.

    Args:
        code: the field's instruction, such as `EQ \o\ac(○,1)`.
        form: its `w:ffData`, where it is a field of a form.
    """
    if form is not None:
        return of_form(form) or Shown("", None if _has_no_default(form) else "field")
    code = code[:_LONGEST_CODE].strip()
    if code[:2].upper() == "EQ":
        return _of_equation(code)
    button = re.fullmatch(_BUTTON, code)
    if button:
        is_empty = is_prompt(button[1]) or re.fullmatch(_BRACKETED, button[1])
        return Shown("" if is_empty else button[1])
    drawn = re.match(_SYMBOL, code)
    if drawn:
        letter = symbol(drawn[2], f"{int(drawn[1]):X}")
        return Shown(letter, "garbled" if letter == UNKNOWN else None)
    kind = kind_of(code)
    return Shown("", None if not kind or kind in _EMPTY or kind in _SILENT else "field")


def _of_equation(code: str) -> Shown:
    circled = re.search(_CIRCLED, code)
    if circled:
        inside = circled[1]
        is_number = inside.isascii() and inside.isdecimal() and 1 <= int(inside) <= _MOST_CIRCLED
        return Shown(numeral(int(inside), "decimalEnclosedCircle") if is_number else inside)
    glossed = re.search(_GLOSSED, code)
    return Shown(glossed[1].strip()) if glossed else Shown("", "object")


def of_form(form: Element) -> Shown | None:
    """Return the state of a check box or the entry of a list, whatever its stored result says.

    None for a field to write in, which shows its result. An entry that only prompts is none.
    """
    box = child_of(form, _CHECK_BOX)
    if box is not None:
        state = child_of(box, _CHECKED)
        state = child_of(box, _DEFAULT) if state is None else state
        return Shown("☑" if state is not None and is_on(state) else "☐")
    choices = child_of(form, _LIST)
    if choices is None:
        return None
    entries = [entry.get(VAL) or "" for entry in choices.iterchildren(_LIST_ENTRY)]
    chosen = integer(value(choices, _LIST_RESULT), integer(value(choices, _DEFAULT), 0))
    entry = entries[chosen] if 0 <= chosen < len(entries) else ""
    return Shown("" if is_prompt(entry) else entry)


def _has_no_default(form: Element) -> bool:
    """Say whether a field to write in begins empty."""
    written = child_of(form, _TEXT_INPUT)
    return written is None or not value(written, _DEFAULT)
