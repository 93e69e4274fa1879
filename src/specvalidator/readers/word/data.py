"""Where content controls find what they are bound to, and the prompts of the file's own."""

from collections.abc import Callable
from functools import cache

from specvalidator.readers.word.controls import ControlData
from specvalidator.readers.word.ooxml import TEXT, W, child_of, value
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.stylesheet import StyleSheet
from specvalidator.readers.xml import Element

_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_OF_THE_FILE = {
    "6c3c8bc8-f283-45ae-878a-bab7291924a1": "core-properties",
    "6668398d-a668-4e3e-a5eb-62b293d839f1": "extended-properties",
}
"""Ids under which controls know the properties of the file itself."""
_BLOCK = W + "docPart"
_BLOCK_PROPERTIES = W + "docPartPr"
_BLOCK_BODY = W + "docPartBody"
_NAME = W + "name"
_PROMPT_STYLES = frozenset({"placeholder text", "占位符文本"})
_MOST_STORES = 64


def control_data(package: Package, main: str, sheet: StyleSheet) -> ControlData:
    """Return what the controls of a main part are filled from."""
    return ControlData(
        cache(_stores(package, main)), cache(_blocks(package, main)), cache(_prompt_styles(sheet))
    )


def _stores(package: Package, main: str) -> Callable[[str], Element | None]:
    known: dict[str, str] = {}

    def store(number: str) -> Element | None:
        if number in _OF_THE_FILE:
            names = package.related("").get(_OF_THE_FILE[number], [""])
            return package.part(names[0])
        if not known:
            for item in package.related(main).get("customXml", [])[:_MOST_STORES]:
                for properties in package.related(item).get("customXmlProps", [])[:1]:
                    root = package.part(properties)
                    said = "" if root is None else root.get(_ITEM_ID) or ""
                    known.setdefault(said.strip("{}").casefold(), item)
        return package.part(known[number]) if number in known else None

    return store


def _blocks(package: Package, main: str) -> Callable[[str], str | None]:
    def block(name: str) -> str | None:
        glossary = package.related(main).get("glossaryDocument", [""])[0]
        root = package.part(glossary)
        for each in () if root is None else root.iter(_BLOCK):
            if value(child_of(each, _BLOCK_PROPERTIES), _NAME) == name:
                body = child_of(each, _BLOCK_BODY)
                return "" if body is None else "".join(t.text or "" for t in body.iter(TEXT))
        return None

    return block


def _prompt_styles(sheet: StyleSheet) -> Callable[[str], bool]:
    def is_prompt_style(style: str) -> bool:
        found = sheet.style(style)
        return found is not None and (value(found, _NAME) or "").casefold() in _PROMPT_STYLES

    return is_prompt_style
