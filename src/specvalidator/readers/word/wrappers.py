"""Elements that only wrap others: a page shows what is in them as if they were not there."""

from collections.abc import Callable

from specvalidator.readers.word.compatibility import branch, is_ignored, opened_names
from specvalidator.readers.word.ooxml import (
    ALTERNATE_CONTENT,
    CONTROL,
    W14,
    W,
    child_of,
    children_of,
)
from specvalidator.readers.xml import Element

_CONTROL_CONTENT = W + "sdtContent"
SIMPLE_FIELD = W + "fldSimple"
_PROCESS_CONTENT = b"ProcessContent"

Opening = Callable[[Element], Element | None]


def _itself(wrapper: Element) -> Element | None:
    return wrapper


def _nothing(_wrapper: Element) -> Element | None:
    return None


def _content_of_control(control: Element) -> Element | None:
    return child_of(control, _CONTROL_CONTENT)


def _result_of_field(field: Element) -> Element | None:
    return None if _state(field) == "silent" else field


def _is_asked_about(wrapper: Element) -> bool:
    return wrapper.tag == SIMPLE_FIELD and _state(wrapper) == "asked"


def _state(field: Element) -> str:
    from specvalidator.readers.word.fields import state_of_simple  # noqa: PLC0415 - few documents need it

    return state_of_simple(field)


WRAPPERS: dict[str, Opening] = {
    CONTROL: _content_of_control,
    ALTERNATE_CONTENT: branch,
    W14 + "conflictIns": _itself,
    W14 + "conflictDel": _nothing,
    **{
        W + name: _itself
        for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo")
    },
    SIMPLE_FIELD: _result_of_field,
    **{W + name: _nothing for name in ("del", "moveFrom")},
}
"""What to look into in place of an element that only wraps others."""


class Wrappings:
    """The wrappers of one document, and which of them cannot be opened."""

    def __init__(
        self,
        opened: frozenset[str] = frozenset(),
        asked: frozenset[Element] = frozenset(),
    ) -> None:
        """Take further names that are opened, and controls whose content nobody can tell."""
        self._openings = {**WRAPPERS, **dict.fromkeys(opened, _itself)} if opened else WRAPPERS
        self._asked = asked
        self._place: tuple[Element | None, str] | None = None
        self._is_ignored = False

    def is_ignored(self, element: Element) -> bool:
        """Say whether Word leaves an unknown element out; asked of one place, it answers once."""
        place = element.getparent(), str(element.tag).partition("}")[0]
        if place != self._place:
            self._place, self._is_ignored = place, is_ignored(element)
        return self._is_ignored

    def children(self, parent: Element) -> list[Element]:
        """Return an element's children as if content controls and other wrappers were not there.

        Deleted content is left out, inserted content kept. A control whose content cannot be told
        stands there itself.
        """
        children = children_of(parent)
        openings = self._openings
        for child in children:
            if child.tag in openings:
                return self._unwrapped(children)
        return children

    def _unwrapped(self, children: list[Element]) -> list[Element]:
        """Open wrappers inside wrappers, however deep, without a call for each."""
        found: list[Element] = []
        pending = children[::-1]
        while pending:
            child = pending.pop()
            unwrap = self._openings.get(child.tag)
            if unwrap is None or child in self._asked or _is_asked_about(child):
                found.append(child)
            else:
                inner = unwrap(child)
                pending.extend(() if inner is None else reversed(inner))
        return found


def wrappings(root: Element, xml: bytes, asked: frozenset[Element]) -> Wrappings:
    """Return the wrappers of a part; `xml` is the part as bytes."""
    opened = opened_names(root) if _PROCESS_CONTENT in xml else frozenset()
    return Wrappings(opened, asked)
