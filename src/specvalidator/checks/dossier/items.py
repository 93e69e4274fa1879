"""Form, pictures and management rules are all handed in (附件1 二 1–3)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from specvalidator.checks.base import Params, Yields, check
from specvalidator.findings import Doubt, Facts, Problem
from specvalidator.models.dossier import Dossier
from specvalidator.wording import Words

_MOST_NAMED = 3


class Called(BaseModel):
    """What an item is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str


class DossierItems(Params):
    """What a dossier must hold."""

    items: dict[Literal["application", "pictures", "management-rules"], Called] = Field(
        min_length=1
    )


@check("dossier-items", facts=("item", "files"), variants=("review",))
def dossier_items(dossier: Dossier, params: DossierItems) -> Yields:
    """Each item is among the files. A file that may be it makes its absence a question."""
    for role, called in params.items.items():
        uses = [(file.name, use) for file in dossier.files for use in file.uses if use.role == role]
        given = any(use.certain for _, use in uses)
        if given or (role == "application" and dossier.applications):
            continue
        path = "/applications" if role == "application" else "/files"
        names = [name for name, _ in uses]
        facts: Facts = {"item": Words(called.zh, called.en), "files": _named(names)}
        yield Doubt(path, facts) if names else Problem(path, facts)


def _named(names: list[str]) -> Words:
    zh = "、".join(f"“{name}”" for name in names[:_MOST_NAMED])
    en = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return (
        Words(f"{zh}等{len(names)}个文件", f"{en} and {more} more") if more > 0 else Words(zh, en)
    )
