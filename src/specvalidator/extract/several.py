"""Several forms in one file, such as an announcement with a specification behind it → each alone.

Only forms of different kinds are parted here: several of one kind are told apart by their reader.
"""

import re
from collections.abc import Callable, Sequence

from specvalidator.document import Document, Paragraph
from specvalidator.models import Kind
from specvalidator.submission import Submission

Extract = Callable[[Document], list[Submission]]

_LONGEST = 60
"""Letters; a longer paragraph is no title."""
_LEAST = 3
"""Items of a form; what has fewer is a title with a line below it."""
_FORM = "专项职业能力"
_APPLICATION = r"考点(?:设立)?(?:申请|申报)表(?:[（(].{0,16})?$"
_SPECIFICATION = rf"{_FORM}考核规范》?(?:[（(].{{0,16}})?$"
_ANNOUNCEMENT = r"考核(?:的|工作)?(?:公告|通告)(?:[（(].{0,16})?$"
_NO_TITLE = r"^(?:[《“]|依据|根据|按照|附件?[:：]|\d+[.、．]|[（(]|[一二三四五六七八九十]+、)"


def each_alone(document: Document, extract: Extract) -> list[Submission]:
    """Return the submissions of a document that holds forms of different kinds, [] of any other.

    Args:
        document: the whole file.
        extract: what reads a part of it.

    A part that is no form, such as an enclosed list, belongs to the form before it.
    """
    starts = _starts(document)
    if len({kind for _, kind in starts}) < 2:  # noqa: PLR2004 - different kinds
        return []
    begun = [0, *(at for at, _ in starts if at)]
    parts = _recognised(document, begun, extract)
    if len({part[0].kind for part in parts}) < 2:  # noqa: PLR2004 - the same
        return []
    found = [submission for part in parts for submission in part]
    return [
        each.model_copy(
            update={"source": each.source and each.source.model_copy(update={"index": at})}
        )
        for at, each in enumerate(found)
    ]


def _starts(document: Document) -> list[tuple[int, Kind]]:
    """Return where among the blocks the titles of forms stand, and of which kinds."""
    found: list[tuple[int, Kind]] = []
    for at, block in enumerate(document.blocks):
        kind = _title(block.text) if isinstance(block, Paragraph) else None
        if kind is not None:
            found.append((at, kind))
    return found


def _title(text: str) -> Kind | None:
    if len(text) > _LONGEST or not any(word in text for word in ("规范", "表", "告")):
        return None
    tight = "".join(text.split())
    if re.search(_NO_TITLE, tight):
        return None
    patterns: dict[Kind, str] = {
        "application": _APPLICATION,
        "specification": _SPECIFICATION,
        "announcement": _ANNOUNCEMENT,
    }
    return next((kind for kind, title in patterns.items() if re.search(title, tight)), None)


def _is_filled(submission: Submission) -> bool:
    """Say whether more stands in a form than its title, such as that of the page it is on."""
    given = submission.model.model_dump(exclude_none=True, exclude_defaults=True)
    return len(given) >= _LEAST


def _recognised(
    document: Document, begun: Sequence[int], extract: Extract
) -> list[list[Submission]]:
    """Return what each part holds, one that is no form taken together with the part before it."""
    parts: list[tuple[int, list[Submission]]] = []
    ends = [*begun[1:], len(document.blocks)]
    for first, last in zip(begun, ends, strict=True):
        found = extract(document._replace(blocks=document.blocks[first:last]))
        found = [each for each in found if _is_filled(each)]
        if found or not parts:
            parts.append((first, found))
        else:
            whole = extract(document._replace(blocks=document.blocks[parts[-1][0] : last]))
            parts[-1] = (parts[-1][0], whole)
    return [found for _, found in parts if found]
