"""Rule packs: the law as data. One TOML file holds the clauses and rules of one notice."""

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from specvalidator.errors import BadPack
from specvalidator.findings import Basis
from specvalidator.models import Kind
from specvalidator.packs.consistency import refuse_inconsistent, with_nearest
from specvalidator.packs.files import merged, with_shared_params
from specvalidator.shipped import data_folder
from specvalidator.toml_errors import explained
from specvalidator.wording import Lang, Words

DEFAULT_PACK = "weihai-2021-5"


class _PackEntry(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Bilingual(_PackEntry, title="中英文说法"):
    """One wording in both languages; `$name` stands for a fact or a number of the rule."""

    zh: str = Field(title="中文")
    en: str = Field(title="英文")

    def said(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        return self.zh if lang == "zh" else self.en


class PackHeader(_PackEntry, title="规则包的文件信息"):
    """Which notice a pack holds, and when and where it applies."""

    id: str = Field(
        title="编号", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Name of the pack"
    )
    title: str = Field(title="文件标题")
    issuer: str = Field(title="发文机关")
    number: str = Field(
        title="文号", description="Number of the notice, such as 威人社字〔2021〕5号"
    )
    jurisdiction: str = Field(
        title="行政区划代码", pattern=r"^\d{6}$", description="Division code of GB/T 2260"
    )
    issued: date = Field(title="发文日期")
    effective_from: date = Field(title="施行日期")
    effective_until: date | None = Field(
        title="失效日期",
        default=None,
        description="First day on which a later notice replaces this one",
    )
    edition: str = Field(title="版次", description="Edition of this file, not of the notice")
    extends: str | None = Field(
        title="所继承的规则包", default=None, description="Id of the pack whose rules this changes"
    )


class ClauseText(_PackEntry, title="条款"):
    """One passage of the notice, quoted."""

    where: str = Field(title="出处", description="Where it stands, such as 附件2 二、名称")
    text: str = Field(title="条文", description="The passage in the notice's own words")
    said: str | None = Field(
        title="表格中的条文连成的句子",
        default=None,
        description="What a passage taken from a table says, as a sentence; None: quote the text",
    )
    by_hand: Bilingual | None = Field(
        title="为何须人工核对", default=None, description="Why no rule tests it"
    )
    concerns: tuple[Kind, ...] = Field(
        title="涉及的材料种类",
        default=(),
        description="Kinds of submission whose reviewer looks at it by hand",
    )


RuleSeverity = Literal["error", "warning", "note", "review"]
"""A finding's gravity; `review` asks a person instead of accusing."""


class Variant(_PackEntry, title="规则的一种情形"):
    """Other words, or another gravity, for one way of breaking a rule."""

    message: Bilingual = Field(title="说明")
    suggestion: Bilingual | None = Field(
        title="建议", default=None, description="None: the rule's own"
    )
    severity: RuleSeverity | None = Field(
        title="程度", default=None, description="None: the rule's own"
    )
    clause: str | None = Field(
        title="条款",
        default=None,
        description="Id of the clause that says it more exactly; None: the rule's own",
    )


class Rule(_PackEntry, title="规则"):
    """A clause, the check that tests it, its numbers, gravity and wording."""

    kind: Kind = Field(title="材料种类")
    clause: str = Field(title="条款", description="Id of the clause it comes from")
    check: str = Field(
        title="检查", description="Name of the check, a function of specvalidator.checks"
    )
    basis: Basis = Field(title="条文的强弱")
    severity: RuleSeverity = Field(title="程度")
    title: Bilingual = Field(title="规则的要求", description="What the rule asks for, in one line")
    message: Bilingual = Field(title="说明")
    suggestion: Bilingual = Field(title="建议")
    params: dict[str, Any] = Field(
        title="参数", default={}, description="The check's numbers and words"
    )
    variants: dict[str, Variant] = Field(default={}, title="各种情形")
    needs: Literal["catalogue"] | None = Field(
        title="需要提供",
        default=None,
        description="What a caller must hand over for the rule to be asked: the catalogue of "
        "published projects, which becomes a param. Without it the clause is judged by hand",
    )
    off: str | None = Field(
        title="停用的理由", default=None, description="Why a pack that extends another drops it"
    )

    def clauses(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of the clauses it comes from, each with the key that names it."""
        yield "clause", self.clause
        for name, variant in self.variants.items():
            if variant.clause is not None:
                yield f"variants.{name}.clause", variant.clause


class RulePack(_PackEntry, title="规则包"):
    """The clauses and rules of one notice, inherited ones included."""

    pack: PackHeader = Field(title="文件信息")
    clauses: dict[str, ClauseText] = Field(title="条款")
    rules: dict[str, Rule] = Field(title="规则")

    def rules_of(self, kind: Kind) -> Iterator[tuple[str, Rule]]:
        """Yield name and rule for each rule in force for `kind`."""
        for name, rule in self.rules.items():
            if rule.kind == kind and rule.off is None:
                yield name, rule


def known_packs() -> tuple[str, ...]:
    """Return the ids of the packs that come with the package, in alphabetical order."""
    files = data_folder("rules").iterdir()
    return tuple(sorted(path.stem for path in files if path.suffix == ".toml"))


@cache
def load_pack(pack: str | Path = DEFAULT_PACK) -> RulePack:
    """Return the pack with this id, or the pack of this TOML file.

    Raises:
        BadPack: there is no such pack, or its file is not a valid pack.
    """
    return _parsed(_located(pack))


def pack_in_force(jurisdiction: str, *, on: date) -> RulePack | None:
    """Return the shipped pack that applies in a division of GB/T 2260 on a day, None if none does.

    A district without a pack of its own (371002) follows its city (371000), a city its province.
    """
    packs = [load_pack(name) for name in known_packs()]
    for division in (jurisdiction, jurisdiction[:4] + "00", jurisdiction[:2] + "0000"):
        in_force = [
            pack
            for pack in packs
            if pack.pack.jurisdiction == division
            and pack.pack.effective_from <= on
            and (pack.pack.effective_until is None or on < pack.pack.effective_until)
        ]
        if in_force:
            return max(in_force, key=lambda pack: pack.pack.effective_from)
    return None


def _located(pack: str | Path) -> Path:
    if isinstance(pack, str) and pack in known_packs():
        return data_folder("rules") / f"{pack}.toml"
    path = Path(pack)
    if path.suffix == ".toml" and os.path.isfile(path):  # noqa: PTH113 - Path raises in a closed folder
        return path
    raise BadPack(str(pack), "", _no_such_pack())


def _no_such_pack() -> Words:
    known = known_packs()
    return Words(
        f"没有这个规则包。现有：{'、'.join(known)}", f"no such pack. Known: {', '.join(known)}"
    )


def _parsed(path: Path) -> RulePack:
    """Parse a pack's file and lay it over the pack that it extends."""
    pack = _validated(with_shared_params(merged(path, _parent), path.name), path.name)
    refuse_inconsistent(pack, path)
    return pack


def _parent(pack: str, child: Path) -> Path:
    """Find the pack that another extends: a shipped one, else its neighbour in the folder."""
    if pack in known_packs():
        return _located(pack)
    neighbour = child.with_name(f"{Path(pack).name}.toml")
    if neighbour.stem == pack and neighbour.is_file():
        return neighbour
    raise BadPack(child.name, "pack.extends", _no_such_pack())


def _validated(pack: dict[str, Any], file: str) -> RulePack:
    try:
        valid = RulePack.model_validate(pack)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        more = error.error_count() - 1
        also = Words(f"（另有{more}处）", f" ({more} more)") if more else Words("", "")
        why = explained(first, RulePack)
        raise BadPack(file, key, Words(why.zh + also.zh, why.en + also.en)) from None
    for name, rule in valid.rules.items():
        for key, clause in rule.clauses():
            if clause not in valid.clauses:
                unknown = Words(f"没有条款“{clause}”", f"there is no clause “{clause}”")
                unknown = with_nearest(unknown, clause, valid.clauses)
                raise BadPack(file, f"rules.{name}.{key}", unknown)
    return valid
