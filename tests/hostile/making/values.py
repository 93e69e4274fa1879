"""Hostile records: values that no form can hold, and letters that are no text."""

import json

from hostile.making.base import REPORT, Collection

VALUES = Collection()
_MANY = 400_000


def _json(**record: object) -> bytes:
    return json.dumps({"name": "拉面制作", "tasks": []} | record, ensure_ascii=False).encode()


@VALUES.file("long-name.json", "a name of 400,000 letters: is its end a title?", REPORT)
def _long_name() -> bytes:
    return _json(name="拉" * _MANY)


@VALUES.file("many-letters.json", "a definition of two and a half million letters", "too-large")
def _letters() -> bytes:
    return _json(definition="拉" * 2_500_000)


@VALUES.file("ascii-letters.json", "seven million letters in plain ASCII", "too-large")
def _ascii() -> bytes:
    return _json(definition="a" * 7_000_000)


@VALUES.file("spaces.json", "a definition of 400,000 spaces around one letter", REPORT, "timeout")
def _spaces() -> bytes:
    return _json(definition=" " * (_MANY // 2) + "拉" + " " * (_MANY // 2))


@VALUES.file("digits.json", "a time of 400,000 digits", REPORT, "timeout")
def _digits() -> bytes:
    return _json(requirements={"method_and_time": "考核时间：" + "1" * _MANY + "分钟"})


@VALUES.file("brackets.json", "a definition of 400,000 brackets that open", REPORT, "timeout")
def _brackets() -> bytes:
    return _json(definition="（" * _MANY)


@VALUES.file("commas.json", "a name of 400,000 commas", REPORT, "timeout")
def _commas() -> bytes:
    return _json(name="、" * _MANY)


@VALUES.file("marks.json", "a letter under 400,000 combining marks", REPORT, "timeout")
def _marks() -> bytes:
    return _json(name="拉" + "\u0301" * _MANY)


@VALUES.file("lines.json", "a definition of 300,000 lines", REPORT, "timeout")
def _lines() -> bytes:
    return _json(definition="拉\n" * 300_000)


@VALUES.file("commands.json", "values that command a terminal, a shell, a template", REPORT)
def _commands() -> bytes:
    text = "\x1b]0;x\x07\x1b[2J$(touch x)`x`{{7*7}}${x}%s%n<%= 1 %>\x9b31m"
    return _json(name=text, definition=text, tasks=[{"number": 1, "name": text}])


@VALUES.file("null-letters.json", "values of null characters", REPORT)
def _nulls() -> bytes:
    return _json(name="拉\0面", definition="\0" * 1_000)


@VALUES.file("paths.json", "a name that leads out of the folder", REPORT)
def _paths() -> bytes:
    return _json(name="../../../etc/passwd", definition="file:///etc/passwd")


@VALUES.file("weights.json", "weights of every size a number can have", REPORT, "corrupt")
def _weights() -> bytes:
    weights = (-1, 10**300, -(10**300), 1e308, 5e-324, 0.1 + 0.2, 10**4000)
    return _json(tasks=[{"number": k, "name": "甲", "weight": w} for k, w in enumerate(weights)])


@VALUES.file("dates.json", "days that no calendar has", REPORT, "unreadable")
def _dates() -> bytes:
    return json.dumps({"sites": ["x"], "date": "99999-99-99", "candidates": []}).encode()


@VALUES.file("utf-16.json", "a record in UTF-16", REPORT)
def _utf16() -> bytes:
    return _json().decode().encode("utf-16")


@VALUES.file("broken-utf-8.json", "bytes that are no UTF-8, overlong ones among them", "corrupt")
def _utf8() -> bytes:
    return b'{"name":"\xc0\xaf\xed\xa0\x80\xff","tasks":[]}'


@VALUES.file("keys.json", "keys of a million letters each", "unrecognised", "too-large", REPORT)
def _keys() -> bytes:
    return _json(**{"x" * 1_000_000 + str(k): 1 for k in range(6)})


@VALUES.file(
    "prototype.json", "keys that mean something to other languages", REPORT, "unrecognised"
)
def _prototype() -> bytes:
    return _json(__proto__={"a": 1}, constructor={"prototype": {}}, __class__="x")
