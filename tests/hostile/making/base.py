"""What a hostile file is: its bytes, why it is one, and what is promised for it."""

from collections.abc import Callable
from typing import NamedTuple


class Hostile(NamedTuple):
    """A file that is broken, or made to hurt, to hang or to mislead."""

    name: str
    why: str
    """What it tries, in one line."""
    answers: frozenset[str]
    """The words of refusal that are promised; `report` where it is read."""
    make: Callable[[], bytes]
    rules: frozenset[str] = frozenset()
    """Rules that must speak in the report."""
    pictured: bool = False
    """Its words are recognised in a picture, for which `ScanLimits` allow more."""


REPORT = "report"


class Collection(list[Hostile]):
    """Hostile files, each added by what makes it."""

    def file(
        self,
        name: str,
        why: str,
        *answers: str,
        rules: tuple[str, ...] = (),
        pictured: bool = False,
    ) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
        """Return what adds a file that the decorated function makes."""

        def add(make: Callable[[], bytes]) -> Callable[[], bytes]:
            made = Hostile(name, why, frozenset(answers), make, frozenset(rules), pictured)
            self.append(made)
            return make

        return add
