"""What is found on the way through a form: places of values, and remarks on them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from specvalidator.document import Unread
from specvalidator.extract import remarks
from specvalidator.extract.lines import AnyPlace, CellText, filled, joined, unspread
from specvalidator.placeholders import placeholder_of
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
        self.doubt(
            path,
            f"没有找到“{called}”一栏，请看是否写在别处，或者用了别的栏目名称。",
            f"No label {called} was found; see whether it stands elsewhere or under another name.",
        )

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
        if placeholder_of(written) in ("nothing", "later", "hint"):
            return
        self.doubt(
            path,
            f"“{called}”写作“{written}”，无法读成一个数。",
            f"{called} is written “{written}”, which cannot be read as one number.",
        )

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
