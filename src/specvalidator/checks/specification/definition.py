"""The definition of the ability, 定义 (附件2 三)."""

import re

from pydantic import Field

from specvalidator.checks.base import Params, Yields, check, is_absent
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
_NAME_BEFORE_MEANING = (
    r"\s*(?:所谓)?[“《]?(?P<name>[^，。；：,;:\n“”《》]{2,20}?)[”》]?\s*(?:[，,]?\s*(?:就?是指|指的是|系指|指|即)|[:：])"
    r"(?=\s*[能够可以]{0,2}(?:运用|利用|使用|通过|采用|借助|根据|按照|依据|操作|以|在|将|对|从事|劳动者|具备|掌握))"
)
_GAP = r"\s{2,}"
_OPENING = (
    r"(?:能够?|可以?|会|并|及|综合|熟练|正确|独立|合理|充分)*(?:运用|利用|使用|通过|采用|采取|借助|根据|依据|依托|依靠"
    r"|应用|操作|操纵|按照?|结合|凭借?|选用|选择|掌握|具备|具有|从事|围绕|针对|面向|手持|以|在|将|把"
    r"|对(?!虾)|为(?!老)|从|由|经(?!络))"
)
_NOTHING_NAMED = (
    r"(?:[本该此这其它是指即]|这项|此项|本项|该项|一项|专项|职业|技能|能力|项目|定义|名称"
    r"|一种|上述|所述)+"
)
_ABILITY = re.compile(r"的能力(?=,)|的?能力(?=[。;.!(]|$)")
_CLAUSE = r"[,、;。](?![在于])[^,、;。]{4,}|[上中内里外下间]\S{2,}的?$"
"""What is done, without one of the known words: another clause, or what follows the place."""

_PARTS = {
    "tools": Words("“运用……（工具设备或材料）”", "运用… (tools or materials)"),
    "place": Words("“在……（场所、环境或条件下）”", "在… (place or conditions)"),
    "action": Words("“进行……制作或提供……服务”", "进行…制作 or 提供…服务 (what is done)"),
    "ending": Words("“……的能力”", "…的能力 (the ending)"),
}


def named(definition: str) -> tuple[str | None, str]:
    """Return the name before a definition's ——, None where there is none, and what follows it.

    运用本地特产——柳条… has no name there: what opens a definition names nothing.
    """
    if _DASHES.isdisjoint(definition):
        return None, definition
    match = re.fullmatch(_NAME_BEFORE_DASH, _unspaced(definition))
    if match is None or not _may_name(match["name"]):
        return None, definition
    return match["name"], match["body"]


def defined_as(definition: str) -> str | None:
    """Return the name that a definition begins with, 竹篮编织是指…; None where it names none."""
    match = re.match(_NAME_BEFORE_MEANING, _unspaced(definition))
    return match["name"] if match and _may_name(match["name"]) else None


def _unspaced(definition: str) -> str:
    """Return a definition with the first of each run of white space.

    Patterns that allow white space in several places crawl where there is much of it.
    """
    return re.sub(_GAP, lambda gap: gap[0][:1], definition.strip())


def _may_name(words: str) -> bool:
    """Say whether words before a dash may be a name: they open no sentence."""
    return not re.match(_OPENING, words) and not re.fullmatch(_NOTHING_NAMED, words)


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
    if spec.definition is None or is_absent(spec.definition):
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
