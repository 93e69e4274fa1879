"""What content controls show: what was typed, the data they are bound to, or a prompt."""

import re
from collections.abc import Callable
from typing import NamedTuple

from specvalidator.prompts import unfilled
from specvalidator.readers.word.office_words import is_prompt
from specvalidator.readers.word.ooxml import (
    CONTROL,
    PARAGRAPH,
    RUN,
    TEXT,
    VAL,
    W14,
    W,
    child_of,
    integer,
    is_set,
    value,
)
from specvalidator.readers.word.symbols import UNKNOWN, symbol
from specvalidator.readers.xml import Element

_PROPERTIES = W + "sdtPr"
_CONTENT = W + "sdtContent"
_PROMPTING = W + "showingPlcHdr"
_PLACEHOLDER = W + "placeholder"
_BUILDING_BLOCK = W + "docPart"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_BINDINGS = (_W15 + "dataBinding", W + "dataBinding")
_PATH = W + "xpath"
_MAPPINGS = W + "prefixMappings"
_STORE = W + "storeItemID"
_LISTS = (W + "dropDownList", W + "comboBox")
_ITEM = W + "listItem"
_ITEM_VALUE = W + "value"
_ITEM_TEXT = W + "displayText"
_DATE = W + "date"
_DATE_FORMAT = W + "dateFormat"
_CHECK_BOX = W14 + "checkbox"
_STATES = ((W14 + "checkedState", "☒"), (W14 + "uncheckedState", "☐"))
_CODE = W14 + "val"
_PLAIN_KINDS = frozenset({W + "text", W + "date", *_LISTS, _CHECK_BOX})
"""Kinds of controls that show plain text."""
_RUN_STYLE = W + "rStyle"

_MAPPED = re.compile(r"xmlns:([\w.-]{1,60})\s*=\s*(?:\"([^\"]{0,300})\"|'([^']{0,300})')")
_STEP = re.compile(r"(@?)(?:([\w.-]{1,60}):)?([\w.-]{1,100})(?:\[(\d{1,6})\])?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_DATE_PARTS = re.compile(r"yyyy|yy|MM|M|dd|d")
_LONGEST_PATH = 2_000
_MOST_STEPS = 32
_MOST_WORK = 500_000
"""Elements of data that all controls together look at; a form has some hundreds."""
_LONGEST_DATA = 10_000


class ControlData(NamedTuple):
    """What controls are filled from, each opened when it is first needed."""

    store: Callable[[str], Element | None]
    """Gives the root of the XML data with this id."""
    block: Callable[[str], str | None]
    """Gives the text of the building block with this name: a prompt of the file's own."""
    is_prompt_style: Callable[[str], bool]
    """Says whether a character style is that of prompts."""


class SettledControls(NamedTuple):
    """The controls of a document once each holds what it shows."""

    asked: frozenset[Element]
    """Those whose content nobody can tell."""
    undo: Callable[[], None]
    """Puts back what was changed."""


def settled(root: Element, data: ControlData) -> SettledControls:
    """Let each control hold what Word shows: bound data instead of a copy, nothing for a prompt."""
    settling = _Settling(data)
    for control in root.iter(CONTROL):
        settling.settle(control)
    return SettledControls(frozenset(settling.asked), settling.undo)


class _Settling:
    def __init__(self, data: ControlData) -> None:
        self.asked: list[Element] = []
        self._data = data
        self._texts: list[tuple[Element, str | None]] = []
        self._added: list[Element] = []
        self._steps = _MOST_WORK

    def settle(self, control: Element) -> None:
        properties, content = child_of(control, _PROPERTIES), child_of(control, _CONTENT)
        if properties is None or content is None or _holds_others(content):
            return
        written = "".join(each.text or "" for each in content.iter(TEXT))
        bound = self._bound(properties, written)
        if bound == "":
            self._empty(content)
        elif bound is not None:
            if not self._put(content, bound):
                self.asked.append(control)
        elif is_prompt(written):
            self._empty(content)
        elif is_set(properties, _PROMPTING):
            self._settle_prompt(control, properties, content, written)

    def _settle_prompt(
        self, control: Element, properties: Element, content: Element, written: str
    ) -> None:
        """Tell the prompt of a control from what a program wrote and left marked as one."""
        block = value(child_of(properties, _PLACEHOLDER), _BUILDING_BLOCK)
        prompt = None if block is None else self._data.block(block)
        is_own = prompt is not None and _squeezed(prompt) == _squeezed(written)
        if is_own or unfilled(written) is not None:
            self._empty(content)
            return
        styles = {each.get(VAL) or "" for each in content.iter(_RUN_STYLE)}
        is_styled = any(self._data.is_prompt_style(style) for style in styles)
        if is_styled and prompt is None and written.strip():
            self.asked.append(control)

    def _bound(self, properties: Element, written: str) -> str | None:
        """Return what a bound control shows; None where it is not bound, or to nothing found."""
        binding = next((b for n in _BINDINGS if (b := child_of(properties, n)) is not None), None)
        if binding is None:
            return None
        store = self._data.store((binding.get(_STORE) or "").strip("{}").casefold())
        found = None if store is None else self._at(store, binding)
        if found is None:
            return None
        kinds = {each.tag: each for each in properties}
        if _PLAIN_KINDS.isdisjoint(kinds):
            return None
        shown = _as_shown(found, kinds)
        return written if _squeezed(shown) == _squeezed(written) else shown

    def _at(self, store: Element, binding: Element) -> str | None:
        """Return the text that a binding leads to: a path of names and numbers, no other XPath."""
        spaces = {m[1]: m[2] or m[3] or "" for m in _MAPPED.finditer(binding.get(_MAPPINGS) or "")}
        path = (binding.get(_PATH) or "")[:_LONGEST_PATH].strip().lstrip("/")
        element: Element | None = None
        for depth, step in enumerate(path.split("/")[:_MOST_STEPS]):
            found = _STEP.fullmatch(step.strip())
            if found is None:
                return None
            space = spaces.get(found[2], "") if found[2] else ""
            name = f"{{{space}}}{found[3]}" if space else found[3]
            if found[1]:
                return None if element is None else element.get(name)
            index = integer(found[4], 1)
            if depth == 0:
                element = store if store.tag == name and index == 1 else None
            elif element is not None:
                element = self._child(element, name, index)
            if element is None:
                return None
        return None if element is None else self._text(element)

    def _child(self, element: Element, name: str, index: int) -> Element | None:
        self._steps -= len(element)
        if self._steps < 0:
            return None
        alike = [each for each in element if each.tag == name]
        return alike[index - 1] if 0 < index <= len(alike) else None

    def _text(self, element: Element) -> str | None:
        """Return all text of an element; None of one that is too long for any field."""
        text = ""
        for piece in element.itertext():
            text += str(piece)
            self._steps -= 1
            if len(text) > _LONGEST_DATA or self._steps < 0:
                return None
        return text

    def _put(self, content: Element, text: str) -> bool:
        """Let a control show a text; False where there is no place for it."""
        texts = list(content.iter(TEXT))
        if "".join(each.text or "" for each in texts) == text:
            return True
        if not texts:
            around = content if _holds_runs(content) else next(content.iter(PARAGRAPH), None)
            if around is None:
                return False
            run = around.makeelement(RUN)
            around.append(run)
            self._added.append(run)
            texts = [run.makeelement(TEXT)]
            run.append(texts[0])
        self._texts += [(each, each.text) for each in texts]
        for each in texts:
            each.text = None
        texts[0].text = text
        return True

    def _empty(self, content: Element) -> None:
        for each in content.iter(TEXT):
            self._texts.append((each, each.text))
            each.text = None

    def undo(self) -> None:
        """Put back what was changed."""
        for element, text in reversed(self._texts):
            element.text = text
        for element in self._added:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _holds_others(content: Element) -> bool:
    """Say whether there are controls inside, which show what they show themselves."""
    return next(content.iter(CONTROL), None) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _holds_runs(content: Element) -> bool:
    parent = content.getparent()
    around = None if parent is None else parent.getparent()
    return around is not None and around.tag == PARAGRAPH


def _as_shown(text: str, kinds: dict[str, Element]) -> str:
    """Return data as a control of these kinds shows them."""
    if _CHECK_BOX in kinds:
        is_checked = text.strip() in {"1", "true"}
        name, default = _STATES[not is_checked]
        state = child_of(kinds[_CHECK_BOX], name)
        code = None if state is None else state.get(_CODE)
        letter = UNKNOWN if code is None else symbol(None, code)
        return default if letter == UNKNOWN else letter
    for name in _LISTS:
        for item in kinds[name].iterchildren(_ITEM) if name in kinds else ():
            if item.get(_ITEM_VALUE) == text:
                return item.get(_ITEM_TEXT) or text
    day = _ISO_DATE.fullmatch(text.strip())
    if _DATE in kinds and day is not None:
        parts = {
            "yyyy": day[1],
            "yy": day[1][2:],
            "MM": day[2],
            "M": day[2].lstrip("0"),
            "dd": day[3],
            "d": day[3].lstrip("0"),
        }
        written = value(kinds[_DATE], _DATE_FORMAT) or "yyyy年M月d日"
        return _DATE_PARTS.sub(lambda match: parts[match[0]], written).replace("'", "")
    return text
