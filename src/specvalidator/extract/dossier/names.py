"""What the name of a file tells about it, where its content tells nothing."""

import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from specvalidator import lexicon
from specvalidator.models.dossier import Role

Paper = Literal["paper"]
Hint = Role | Paper
"""What a name hints at; `paper` is a document that 附件1 二 does not ask for, such as a licence."""
Hints = Mapping[Hint, re.Pattern[str]]
"""Words of names, by what they hint at."""

_HINTS: tuple[Hint, ...] = (*get_args(Role), "paper")
_PICTURES = re.compile(
    r"\.(?:jpe?g|png|bmp|gif|tiff?|webp|hei[cf]|avif|mp4|mov|avi|wmv|mkv)$", re.IGNORECASE
)

_SCANS = re.compile(r"扫描|scan", re.IGNORECASE)


def words() -> Hints:
    """Return the words of files' names, as the pack has them.

    Raises:
        BadPack: the pack's words cannot be looked for.
    """
    return lexicon.in_force().compiled("dossier", _compiled)


def _compiled(entries: Mapping[str, Any]) -> Hints:
    papers = lexicon.known_entries(entries, "papers", _HINTS)
    added = [label for each in lexicon.in_force().added("dossier") for label in each.labels]
    if added:  # papers, too, and no pictures of the site
        paper = papers.get("paper", {})
        papers["paper"] = {**paper, lexicon.ADDED: [*paper.get(lexicon.ADDED, ()), *added]}
    return {
        hint: lexicon.containing(papers[hint], f"papers.{hint}")
        for hint in _HINTS
        if hint in papers
    }


def is_named_like_a_scan(name: str) -> bool:
    """Tell whether the last part of a path says that it is a scan."""
    return _SCANS.search(name.rpartition("/")[2]) is not None


def hints(name: str) -> frozenset[Hint]:
    """Return what the last part of a path that tells anything hints at; often nothing."""
    *folders, file = name.split("/")
    for part in (file, *reversed(folders)):
        found = frozenset(hint for hint, known in words().items() if known.search(part))
        if found:
            return found
    return frozenset()


def is_named_like_a_picture(name: str) -> bool:
    """Tell whether a name ends as those of pictures and films do."""
    return _PICTURES.search(name) is not None
