"""What is found on the way through a form: places of values, and remarks on them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from specvalidator.document import Unread
from specvalidator.extra import ExtraField
from specvalidator.extract import remarks
from specvalidator.extract.added import is_no_attempt, value_of
from specvalidator.extract.lines import AnyPlace, CellText, filled, joined, unspread
from specvalidator.places import spoken
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.submission import Remark


_UNDER = {
    "venues": "考核场地",
    "equipment": "设施设备",
    "managers": "组织管理人员情况",
    "examiners": "考评员情况",
    "opinion": "申报单位意见",
}
"""What the form calls its parts."""


class Notes:
    """Places and remarks of one form, collected while it is read."""

    def __init__(self) -> None:
        self.places: dict[str, AnyPlace] = {}
        self.remarks: list[Remark] = []
        self._paths: dict[int, str] = {}
        self._spoken: dict[tuple[int, str | None], AnyPlace] = {}
        """Places as they are said: a row, its first field and its cell share one."""

    def put(self, path: str, place: AnyPlace) -> None:
        """Note where a value stands, or would stand; the first place counts.

        Places in a part of the form are said with its label: “考评员情况”下第1个表格…
        """
        if path not in self.places:
            heading = _UNDER.get(path.split("/", 2)[1]) if path else None
            known = self._spoken.get((id(place), heading))
            if known is None:
                known = self._spoken[id(place), heading] = spoken(place, heading=heading)
            self.places[path] = known
        self._paths.setdefault(id(place), path)

    def path_at(self, place: AnyPlace) -> str:
        """Return the path whose value stands at a place, "" where none does."""
        return self._paths.get(id(place), "")

    def doubt(self, path: str, zh: str, en: str) -> None:
        """Say that a value could not be read."""
        self.remarks.append(remarks.doubt(path, Words(zh, en)))

    def unfound(self, path: str, called: str) -> None:
        """Say that the label of a field was not found, so that its value may stand elsewhere."""
        self.remarks.append(remarks.unfound(path, Words(called, called)))

    def misprint(self, path: str, written: str, meant: str) -> None:
        """Say that a label was recognised in spite of a slip."""
        self.remarks.append(remarks.misprint(path, written, meant))

    def unreadable(self, path: str, called: str, why: Unread) -> None:
        """Say that something stands there that is no text."""
        self.remarks.append(remarks.unreadable(path, Words(called, called), why))

    def not_a_number(self, path: str, called: str, written: str) -> None:
        """Say that what stands there is not the number that it should be.

        略 or / is no number and no attempt at one: that it is absent is for a rule to say.
        """
        if is_no_attempt(written):
            return
        self.remarks.append(remarks.no_number(path, Words(called, called), written))

    def added(self, path: str, field: ExtraField, text: str | None) -> dict[str, Any]:
        """Return the value of a field that the pack adds, and its text if that is no text alone."""
        value = value_of(field.value, text)
        if text is not None and value is None and not is_no_attempt(text):
            self.remarks.append(remarks.no_value(path, field, text))
        values = {field.key: value}
        return values if field.value == "text" else {**values, f"{field.key}_text": text}

    def value(self, path: str, called: str, cells: Iterable[CellText]) -> str | None:
        """Return the text of a field's cells on one line, None where nothing is written.

        What is no text is noted as a doubt: all of it where a letter cannot be made out.
        """
        lines = [line for cell in cells for line in cell.lines]
        text = filled(unspread(joined([line.text for line in lines if line.text])))
        why = next((line.unread for line in lines if line.unread), None)
        if why and (text is None or any(line.unread == "garbled" for line in lines)):
            self.unreadable(path, called, why)
            return None
        return text
