"""What checks yield, and what the reader of a report gets."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, computed_field

from specvalidator.errors import ErrorWord
from specvalidator.models import Kind
from specvalidator.places import Place, Source
from specvalidator.wording import Words

Basis = Literal["must", "usually", "implied"]
"""How strong the notice's words are."""
Severity = Literal["error", "warning", "note"]
"""How grave a finding is, in SARIF's words."""
Gravity = Literal["error", "warning", "note", "review"]
"""A severity, or `review` for what a person must look at."""
FindingKind = Literal["fail", "review"]
"""Whether a finding is certain, or a person must look."""
Verdict = Literal["pass", "review", "fail", "not-judged"]
"""What a report comes to; `not-judged` where the pack has no rules for what was handed in."""


Facts = Mapping[str, str | Words]
"""What was found and expected, by name; words that depend on the language as `Words`."""


class Problem(NamedTuple):
    """A fault that a check is sure of: where in the record, and the facts to say it with."""

    path: str
    """RFC 6901 JSON Pointer into the record; "" is the whole record."""
    facts: Facts = MappingProxyType({})
    variant: str | None = None
    """Which of the rule's wordings fits, None for the main one."""
    related: tuple[str, ...] = ()
    """Paths of other values that the fault is about."""


class Doubt(NamedTuple):
    """A check cannot tell, a person must look. Fields as in `Problem`."""

    path: str
    facts: Facts = MappingProxyType({})
    variant: str | None = "review"
    related: tuple[str, ...] = ()


class Moot(NamedTuple):
    """The value that a check speaks of is absent: the rule neither passes nor fails."""

    path: str


Outcome = Problem | Doubt | Moot
"""What a check may yield. A check that yields nothing passes."""


class _Value(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True)


class Clause(_Value, title="条款"):
    """One passage of the notice."""

    id: str = Field(title="条款编号")
    where: str = Field(
        title="出处", description="Where it stands in the notice, such as 附件2 二、名称"
    )
    text: str = Field(title="条文", description="The passage, quoted")
    notice: str | None = Field(
        title="所出自的文件",
        default=None,
        description="Number of the notice that it stands in, where that is another than the "
        "pack's; it then also stands before `where`",
        exclude_if=lambda notice: notice is None,
    )


class HandClause(Clause, title="须人工核对的条款"):
    """A passage that only a person can judge: an item of the reviewer's checklist."""

    reason: str = Field(title="为何不能由规则检查", description="Why no rule tests it")


class Location(_Value, title="位置"):
    """Where a finding is: in the record, and in the file where there was one."""

    path: str = Field(title="记录中的位置", description="RFC 6901 JSON Pointer into the record")
    place: Annotated[Place | None, Field(title="文件中的位置", description="Where in the file")] = (
        None
    )
    written: str | None = Field(
        title="原文",
        default=None,
        description="What is written there, shortened; null where nothing is",
    )


class Waived(_Value, title="豁免"):
    """Why a finding is let pass, who says so, and until when."""

    reason: str = Field(title="理由")
    approved_by: str | None = Field(title="批准人", default=None)
    expires: dt.date = Field(title="到期日", description="The last day on which it holds")


class Finding(_Value, title="一处发现"):
    """One fault or one question, with everything needed to understand and mend it."""

    rule: str = Field(title="规则名称", description="Name of the rule, the same in every language")
    kind: FindingKind = Field(title="确定还是待核")
    severity: Severity = Field(
        title="程度", description="How grave; `note` for every review finding"
    )
    basis: Basis = Field(title="条文的强弱")
    message: str = Field(title="说明")
    suggestion: str = Field(title="建议")
    location: Location = Field(title="位置")
    related: tuple[Location, ...] = Field(default=(), title="相关位置")
    clause: Clause = Field(title="条款")
    facts: dict[str, str] = Field(
        title="说明中的具体数值", description="The values that the message is made of"
    )
    waived: Waived | None = Field(
        title="豁免",
        default=None,
        description="The waiver for which the finding does not count; null where it counts",
    )
    lapsed: Waived | None = Field(
        title="已到期的豁免",
        default=None,
        description="The waiver that has expired, so that the finding counts again",
    )

    @property
    def gravity(self) -> Gravity:
        """How much it weighs: its severity when certain, `review` when a person must look."""
        return "review" if self.kind == "review" else self.severity


class PackReference(_Value, title="所用规则包"):
    """Which law a report was made by."""

    id: str = Field(title="编号")
    number: str = Field(
        title="文号", description="Number of the notice, such as 威人社字〔2021〕5号"
    )
    edition: str = Field(title="版次", description="Edition of the pack's file")


class RuleReference(_Value, title="所问的规则"):
    """A rule that a report was made by, as its readers know it."""

    name: str = Field(title="规则名称", description="The same in every language")
    title: str = Field(title="规则的要求", description="What the rule asks for, in one line")
    gravity: Gravity = Field(
        title="程度", description="How grave its findings are unless one says otherwise"
    )
    basis: Basis = Field(title="条文的强弱")
    clause: Clause = Field(title="条款")


class Content(_Value, title="材料中的一个文件"):
    """One file of a dossier, and what it was taken for."""

    name: str = Field(title="文件", description="Path inside the dossier")
    taken_for: str = Field(title="认作何种材料", description="What it was taken for, and why")


class NotJudged(_Value, title="没有检查的文件"):
    """A file of the same folder or archive that gave nothing to judge."""

    source: Source = Field(title="来源文件")
    error: ErrorWord = Field(title="原因代码")
    message: str = Field(title="说明", description="What is wrong and what to do next")


class Report(_Value, title="检查报告"):
    """Everything that was found about one submission."""

    source: Source | None = Field(title="来源文件")
    kind: Kind = Field(title="材料种类")
    subject: str | None = Field(
        title="材料所述",
        default=None,
        description="What the form is about, such as the name of the ability",
    )
    pack: PackReference = Field(title="规则包")
    contents: tuple[Content, ...] = Field(
        title="材料中的文件", default=(), description="The files of a dossier; empty elsewhere"
    )
    findings: tuple[Finding, ...] = Field(
        title="发现", description="Gravest first, then as in the record"
    )
    passed: tuple[str, ...] = Field(
        title="通过的规则", description="Rules that were tested and found nothing"
    )
    moot: tuple[str, ...] = Field(
        title="无从检查的规则",
        default=(),
        description="Rules with nothing to test, because the value is absent",
    )
    by_hand: tuple[HandClause, ...] = Field(
        title="人工核对清单", description="The reviewer's checklist"
    )
    rules: tuple[RuleReference, ...] = Field(
        title="所问的规则",
        default=(),
        description="Every rule that was asked, by name; the JSON page leaves them out",
    )
    left_out: tuple[RuleReference, ...] = Field(
        title="没有问的规则",
        default=(),
        description="Rules of the pack that somebody asked not to ask; the JSON page names them",
    )
    not_judged: tuple[NotJudged, ...] = Field(
        title="没有检查的文件",
        default=(),
        description="Files beside it in a folder or archive that no other report names; pages "
        "list them with the files that could not be read",
    )
    redacted: bool = Field(
        title="已隐去个人信息",
        default=False,
        description="Whether names of persons, telephone, certificate and identity numbers "
        "are masked",
    )

    @property
    def deselected(self) -> tuple[str, ...]:
        """The names of the rules that were not asked because somebody said so."""
        return tuple(rule.name for rule in self.left_out)

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that count: those that nobody has waived."""
        return tuple(finding for finding in self.findings if finding.waived is None)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that are let pass."""
        return tuple(finding for finding in self.findings if finding.waived is not None)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> Verdict:
        """Say `fail` for any certain error, else `review` for any doubt, else `pass`.

        Findings that are waived do not count. Where no rule was asked, nothing was judged.
        """
        if not (self.findings or self.passed or self.moot or self.rules):
            return "not-judged"
        if any(f.kind == "fail" and f.severity == "error" for f in self.counted):
            return "fail"
        if any(f.kind == "review" for f in self.counted):
            return "review"
        return "pass"
