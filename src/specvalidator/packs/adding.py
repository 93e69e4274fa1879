"""What a pack adds to the forms, and the rules that follow where it must be given."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from specvalidator.extra import EXTRA, ExtraField, ExtraKind
from specvalidator.models import model_of
from specvalidator.models.base import Kind, PersonalMeaning
from specvalidator.packs.entry import Bilingual, PackEntry, RuleSeverity
from specvalidator.wording import Words

Part = Literal["equipment", "managers", "examiners", "requirements"]
"""A part of a form to which a pack may add: a table of the application, or 考核要求."""
PARTS: Mapping[str, tuple[Part, ...]] = {
    "application": ("equipment", "managers", "examiners"),
    "specification": ("requirements",),
}
"""Which form has which of them."""
NAME = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
FieldName = Annotated[str, StringConstraints(pattern=NAME)]
"""The name of a field that a pack adds, as records have it."""


class AddedField(PackEntry, title="增设的栏目"):
    """A field, a column, a requirement or an item that a pack adds to a form."""

    title: Bilingual = Field(title="名称", description="What the form calls it, and reports")
    also: tuple[str, ...] = Field(
        title="其他叫法", default=(), description="Other labels that it is known by"
    )
    part: Part | None = Field(
        title="所属部分",
        default=None,
        description="Table whose column it is, or `requirements`; None: the form itself",
    )
    value: ExtraKind = Field(title="内容", default="text", description="What is written there")
    required: bool = Field(
        title="是否必填",
        default=False,
        strict=True,
        description="Whether it must be given; a rule `missing-…` of `clause` says so",
    )
    clause: str | None = Field(
        title="条款", default=None, description="Id of the clause that asks for it"
    )
    severity: RuleSeverity = Field(
        title="程度", default="error", description="Of its absence, where it is required"
    )
    personal: PersonalMeaning | None = Field(
        title="个人信息",
        default=None,
        description="What it tells of a person: a redacted report does without it",
    )
    off: str | None = Field(
        title="不采用的理由", default=None, description="Why a pack that extends another drops it"
    )

    def path(self, name: str) -> str:
        """Return where records have it, `*` for every row of a table."""
        return path_of(self.part, name)

    def field(self, name: str) -> ExtraField:
        """Return what readers and writers of forms know of it."""
        title = Words(self.title.zh, self.title.en)
        labels = (self.title.zh, *self.also)
        part = self.part or ""
        return ExtraField(name, title, labels, part, self.value, self.required, self.personal)


Added = Mapping[Kind, Mapping[str, AddedField]]
"""What a pack adds, by the kind of form and by name."""


def path_of(part: str | None, name: str) -> str:
    """Return the path of a field that is added to a part of a form."""
    if part is None:
        return f"/{EXTRA}/{name}"
    rows = "/*" if part in PARTS["application"] else ""
    return f"/{part}{rows}/{EXTRA}/{name}"


def kept(added: Added, kind: Kind) -> Iterator[tuple[str, AddedField]]:
    """Yield name and field for each that a pack adds to a form and does not drop."""
    for name, field in added.get(kind, {}).items():
        if field.off is None:
            yield name, field


def rule_name(name: str) -> str:
    """Return the name of the rule that a field must be given."""
    return f"missing-{name.replace('_', '-')}"


def with_added_rules(pack: dict[str, Any]) -> dict[str, Any]:
    """Return a pack's entries with a rule for each required field that has none of this name.

    What is no such entry is left to whoever validates it.
    """
    added, rules, clauses = (pack.get(key, {}) for key in (EXTRA, "rules", "clauses"))
    if not (isinstance(added, dict) and isinstance(rules, dict) and isinstance(clauses, dict)):
        return pack
    made = {
        rule_name(name): _rule(kind, name, field)
        for kind, fields in added.items()
        for name, field in (fields.items() if isinstance(fields, dict) else ())
        if isinstance(field, dict)
        and field.get("required") is True
        and field.get("off") is None
        and field.get("clause") in clauses
        and field.get("part") in (None, *PARTS.get(kind, ()))
        and _is_titled(field)
    }
    return {**pack, "rules": {**made, **rules}} if made else pack


def _is_titled(field: Mapping[str, Any]) -> bool:
    title = field.get("title")
    return isinstance(title, dict) and all(isinstance(title.get(key), str) for key in ("zh", "en"))


def _rule(kind: str, name: str, field: Mapping[str, Any]) -> dict[str, Any]:
    title = {key: said.replace("$", "$$") for key, said in field["title"].items()}
    part = field.get("part")
    is_column = part in PARTS["application"]
    return {
        "kind": kind,
        "clause": field["clause"],
        "basis": "must",
        "severity": field.get("severity", "error"),
        "title": {"zh": f"写明{title['zh']}", "en": f"“{title['en']}” is given"},
        **(_column(str(part), name) if is_column else _single(kind, path_of(part, name))),
    }


def _single(kind: str, at: str) -> dict[str, Any]:
    if kind == "dossier":
        return {
            "check": "present",
            "params": {"at": at},
            **_message("申报材料中没有“$field”。", "The dossier lacks “$field”."),
            "suggestion": {"zh": "请补交“$field”。", "en": "Hand in “$field”, too."},
        }
    return {
        "check": "present",
        "params": {"at": at},
        **_message("没有写“$field”。", "“$field” is not given."),
        "suggestion": {"zh": "请写明“$field”。", "en": "Give “$field”."},
        "variants": {
            "placeholder": _message(
                "“$field”只写了“$written”，没有内容。",
                "“$field” says only “$written”, which is no value.",
            ),
            "review": _message(
                "“$field”只写了“$written”，要在别处查找。",
                "“$field” says only “$written”: look for it elsewhere.",
            ),
        },
    }


def _column(part: str, name: str) -> dict[str, Any]:
    title = model_of("application").model_fields[part].title
    zh, en = f"“{title}”", part.capitalize()
    return {
        "check": "rows-complete",
        "params": {"at": f"/{part}", "needed": [f"{EXTRA}/{name}"]},
        **_message(f"{zh}$row没有填写$absent。", f"{en}, $row: $absent is empty."),
        "suggestion": {"zh": "请补填$absent。", "en": "Fill in $absent."},
        "variants": {
            "placeholder": _message(
                f"{zh}$row的$absent只写了“$written”，没有填写内容。",
                f"{en}, $row: $absent says only “$written”, which is no value.",
            ),
            "column": _message(
                f"{zh}的“$absent”一栏各行都没有填写$written。",
                f"{en}: the column $absent is empty in every row$written.",
            ),
            "review": _message(
                f"{zh}$row的$absent写作“$written”，是否已经填写，请人工查看。",
                f"{en}, $row: $absent is written “$written”; a person must see whether it is "
                "filled in.",
            ),
        },
    }


def _message(zh: str, en: str) -> dict[str, Any]:
    return {"message": {"zh": zh, "en": en}}
