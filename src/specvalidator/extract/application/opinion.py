"""申报单位意见: what it says, who signed it and when (附件3)."""

import re
from collections.abc import Iterable
from typing import Any

from specvalidator.dates import WrittenDate, find_date
from specvalidator.extract.application.notes import Notes
from specvalidator.extract.application.values import unspaced
from specvalidator.extract.lines import AnyPlace, Line, filled

_SEAL = re.compile(
    r"(?:单位\s*)?[（(]\s*(?:单位)?\s*(?:加盖)?\s*(?:公\s*章|盖\s*章|印\s*章|章)\s*(?:处)?\s*[）)]"
    r"|^[ \t\u3000]*(?:单位)?\s*(?:盖\s*章|公\s*章)(?:处)?\s*[:：]?[ \t\u3000]*$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"(?:单位)?\s*(?:负\s*责\s*人|法定代表人|法人代表|法人)?\s*[（(]?\s*(?:签\s*名|签\s*字|签\s*章)"
    r"\s*[）)]?[ \t\u3000]*[:：]?"
)
_NO_DATE = re.compile(r"(?:\d{2,4}[ \t\u3000]*)?年[\s\d]*月[\s\d]*日")
_PERHAPS_DATE = re.compile(
    r"(?<![\d./-])\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,4}(?![\d./-])"
    r"|(?<!\d)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?"
    r"|[〇○零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{2,4}年[^\s，。,]{1,3}月[^\s，。,]{0,4}日?"
)
"""What may be a date that is written otherwise than in full: 24.5.20, 20/5/2024, 甲辰年四月十三."""
_DATE_LABEL = re.compile(r"(?:申报|填表|签署)?\s*(?:日\s*期|时\s*间)\s*[:：]")
_SPACES = re.compile(r"[ \t\u3000]{2,}")


class FoundOpinion:
    """The opinion as far as it was found."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.values: dict[str, Any] = {}
        self._is_doubted = False

    def read(self, lines: list[Line], at: AnyPlace) -> None:
        """Read all lines of the part, in reading order.

        Args:
            lines: what stands in the part, its label left out.
            at: where the part stands.
        """
        if self.values:
            return
        notes = self._notes
        text = "\n".join(line.text for line in lines if line.text)
        label = _last(_SIGNATURE, text)
        date = _date(text, label.end() if label else 0) or _perhaps_date(text)
        if date is not None:
            text = text[: date.begin] + "\n" + text[date.end :]
            label = _last(_SIGNATURE, text)
        tail = text[label.end() :] if label else ""
        signatory, rest = _signatory(tail)
        said = (text[: label.start()] if label else text) + "\n" + rest
        self.values = {
            "text": _said(said),
            "signatory": signatory,
            "date": date.date if date else None,
        }
        notes.put("/opinion", at)
        for path, piece in (
            ("text", self.values["text"]),
            ("signatory", signatory or (label[0].strip() if label else None)),
            ("date", "年"),
        ):
            notes.put(f"/opinion/{path}", _place_of(piece, lines, at))
        if date is not None and date.date is None:
            notes.doubt(
                "/opinion/date",
                "申报单位意见的日期不是写全的、日历上有的日子，无法读取。",
                "The date of the opinion is no day of the calendar in full and cannot be read.",
            )
        self.doubt_drawn(lines)

    def doubt_drawn(self, lines: Iterable[Line]) -> None:
        """Doubt that nobody signed or dated the opinion where something is drawn or pasted.

        It may be the signature, or a seal over the date.

        Args:
            lines: what stands in the part, or beside and below it.
        """
        why = next((line.unread for line in lines if line.unread), None)
        if why is None or not self.values or self._is_doubted:
            return
        for name, called in (("signatory", "负责人（签名）"), ("date", "申报单位意见的日期")):
            if self.values[name] is None:
                self._is_doubted = True
                self._notes.unreadable(f"/opinion/{name}", called, why)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _date(text: str, after: int) -> WrittenDate | None:
    """Return the date behind the signature, else the last one of all."""
    begin = after if find_date(text[after:]) else 0
    last, found = None, find_date(text[begin:])
    while found is not None:
        last = found._replace(begin=begin + found.begin, end=begin + found.end)
        begin = last.end
        found = find_date(text[begin:])
    return last


def _perhaps_date(text: str) -> WrittenDate | None:
    """Return where what may be a date stands, of which nobody can say what day it is."""
    found = _last(_PERHAPS_DATE, text)
    return found and WrittenDate(found.start(), found.end(), None)


def _signatory(tail: str) -> tuple[str | None, str]:
    """Return who signed behind the label, and the lines below that say something else."""
    tail = _NO_DATE.sub("\n", _DATE_LABEL.sub("\n", _SEAL.sub("\n", tail)))
    lines = [line.strip() for line in tail.split("\n")]
    for index, line in enumerate(lines):
        name = filled(line)
        if name is not None:
            first, *more = _SPACES.split(name) if len(name) > len("欧阳某某先生") else [name]
            return unspaced(first), "\n".join([*more, *lines[index + 1 :]])
    return None, ""


def _said(text: str) -> str | None:
    """Return what the opinion says, without the marks for seal and date."""
    text = _NO_DATE.sub("\n", _DATE_LABEL.sub("\n", _SEAL.sub("\n", text)))
    lines = [line for part in text.split("\n") if (line := filled(part.strip()))]
    return "\n".join(lines) or None


def _place_of(piece: str | None, lines: list[Line], at: AnyPlace) -> AnyPlace:
    """Return the place of the last line that holds a piece of the text, else of the part."""
    first = (piece or "").split("\n")[0]
    return next((line.place for line in reversed(lines) if first and first in line.text), at)
