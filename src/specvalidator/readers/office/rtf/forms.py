r"""Fields of a form as RTF defines them (`\formfield`): check boxes, and lists to choose from."""

from specvalidator.readers.office.rtf.line import RtfLine

_LIST = 2
"""What `\\fftype` says of a list."""
_BY_DEFAULT = 25
"""What `\\ffres` says where nobody chose."""


class RtfFormField:
    """What has been said of one field so far."""

    def __init__(self) -> None:
        self._is_list = False
        self._entries: list[str] = []
        self._choice = 0

    def define(self, name: str, number: int | None, line: RtfLine) -> None:
        """Take in a word about the field, which stands on a line."""
        is_choice = name == "ffdefres" or (name == "ffres" and number != _BY_DEFAULT)
        if name == "fftype":
            self._is_list = number == _LIST
        elif not self._is_list and (name == "ffdefres" or (name == "ffres" and number in {0, 1})):
            line.check_box(is_checked=number == 1)
        if is_choice:
            self._choice = number or 0

    def add_entry(self, text: str) -> None:
        """Take in one of the entries to choose from."""
        self._entries.append(text)

    def end(self, line: RtfLine) -> None:
        """Put a list on its line; all else has been put there."""
        if self._is_list:
            line.drop_down(self._entries, self._choice)
