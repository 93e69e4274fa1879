"""The definition of the ability, 定义 (附件2 三)."""

import re

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check
from specvalidator.checks.likeness import bare
from specvalidator.findings import Moot, Problem
from specvalidator.models.specification import Specification
from specvalidator.wording import Words

_DASHES = frozenset("—―─–⸺－-")
# Compiled when it is first needed: few definitions repeat the name.
_NAME_BEFORE_DASH = (
    r"\s*(?P<name>[^，。；：,;:\n—―─–⸺]{1,40}?)\s*(?:[—―─–⸺]+|[－-]{2,})"
    r"\s*(?P<body>(?s:[^\s—―─–⸺].*))"
)
_ABILITY = re.compile(r"的能力(?=,)|的?能力(?=[。;.!]|$)")
_CLAUSE = r"[,、;。](?![在于])[^,、;。]{4,}"

_PARTS = {
    "tools": Words("“运用……（工具设备或材料）”", "运用… (tools or materials)"),
    "place": Words("“在……（场所、环境或条件下）”", "在… (place or conditions)"),
    "action": Words("“进行……制作或提供……服务”", "进行…制作 or 提供…服务 (what is done)"),
    "ending": Words("“……的能力”", "…的能力 (the ending)"),
}


def named(definition: str) -> tuple[str | None, str]:
    """Return the name before a definition's ——, None where there is none, and what follows it."""
    if _DASHES.isdisjoint(definition):
        return None, definition
    match = re.fullmatch(_NAME_BEFORE_DASH, definition)
    return (match["name"], match["body"]) if match else (None, definition)


class DefinitionWords(Params):
    """The words by which the parts of a definition are known."""

    tools: tuple[str, ...] = Field(min_length=1, description="Words before tools or materials")
    place: tuple[str, ...] = Field(min_length=1, description="Words before the place")
    action: tuple[str, ...] = Field(min_length=1, description="Words for what is done")


@check("definition-format", facts=("parts",))
def definition_format(spec: Specification, params: DefinitionWords) -> Yields:
    """A definition names tools, what is done with them, and ends with 的能力.

    The place is often rightly absent, as in the notice's own example: alone it is no fault.
    """
    if spec.definition is None:
        yield Moot("/definition")
        return
    absent = _absent_parts(bare(named(spec.definition)[1]), params)
    if absent and absent != ["place"]:
        parts = [_PARTS[part] for part in absent]
        said = Words("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))
        yield Problem("/definition", {"parts": said})


def _absent_parts(text: str, params: DefinitionWords) -> list[str]:
    """Return which parts a bare definition lacks, in the order of the notice's form."""
    ending = _ABILITY.search(text)
    told = text[: ending.start()] if ending else text
    tools = min((at for word in params.tools if (at := told.find(word)) >= 0), default=None)
    after = told[tools:] if tools is not None else told
    present = {
        "tools": tools is not None,
        "place": any(word in told for word in params.place),
        "action": any(word in after for word in params.action) or bool(re.search(_CLAUSE, after)),
        "ending": ending is not None,
    }
    return [part for part in _PARTS if not present[part]]
