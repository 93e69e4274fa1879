"""What a rule pack is made of: the notice it holds, its clauses and its rules."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from specvalidator.findings import Basis
from specvalidator.lexicon import Lexicon, lexicon_of
from specvalidator.models import Kind
from specvalidator.packs.adding import AddedField, FieldName, kept
from specvalidator.packs.entry import Bilingual, PackEntry, RuleSeverity


class Names(PackEntry, title="文件中的称谓"):
    """What a notice calls those who handle it, and its papers; any wording may quote them.

    No notice has another's: what a pack does not name is called by what it is.
    """

    office: Bilingual = Field(
        title="受理机构",
        default=Bilingual(zh="受理机构", en="the office"),
        description="$office: who takes submissions in",
    )
    telephone: Bilingual = Field(
        title="咨询电话",
        default=Bilingual(zh="（见通知）", en="(see the notice)"),
        description="$telephone: of the office",
    )
    application_form: Bilingual = Field(
        title="申请表",
        default=Bilingual(zh="考点设立申请表", en="the site's application form"),
        description="$application_form: as the notice cites it",
    )
    application_title: Bilingual = Field(
        title="申请表的标题",
        default=Bilingual(zh="专项职业能力考点设立申请表", en="专项职业能力考点设立申请表"),
        description="$application_title: what is printed at the head of the form",
    )
    drafting_rules: Bilingual = Field(
        title="编写要求",
        default=Bilingual(zh="编写要求", en="the drafting requirements"),
        description="$drafting_rules: how a specification is drafted, as the notice cites it",
    )
    working_rules: Bilingual = Field(
        title="考核工作规则",
        default=Bilingual(zh="考核工作规则", en="the rules for holding assessments"),
        description="$working_rules: as the notice cites them",
    )


class PackHeader(PackEntry, title="规则包的文件信息"):
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
    names: Names = Field(
        title="文件中的称谓",
        default_factory=Names,
        description="What the notice calls offices and papers; never inherited",
    )


class ClauseText(PackEntry, title="条款"):
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
    notice: str | None = Field(
        title="所出自的文件",
        default=None,
        description="Number of the notice that it is a clause of; None: the pack's own",
        exclude_if=lambda notice: notice is None,
    )
    off: str | None = Field(
        title="不采用的理由",
        default=None,
        description="Why a pack that extends another drops it, and the rules that come from it",
        exclude_if=lambda off: off is None,
    )

    @property
    def cited(self) -> str:
        """Where it stands, after the number of the notice where that is another's."""
        return f"{self.notice} {self.where}" if self.notice else self.where


class Variant(PackEntry, title="规则的一种情形"):
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


class Rule(PackEntry, title="规则"):
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


class RulePack(PackEntry, title="规则包"):
    """The clauses and rules of one notice, inherited ones included."""

    pack: PackHeader = Field(title="文件信息")
    clauses: dict[str, ClauseText] = Field(title="条款")
    rules: dict[str, Rule] = Field(title="规则")
    words: dict[Kind, dict[str, Any]] = Field(
        title="表格的用语",
        default={},
        description="Labels by which forms are read: what is added to rules/words/ or changed",
    )
    extra: dict[Kind, dict[FieldName, AddedField]] = Field(
        title="增设的栏目",
        default={},
        description="Fields, columns, requirements and items that the pack adds to the forms",
    )

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words by which forms are read that are judged by this pack."""
        return lexicon_of(
            {str(form): words for form, words in self.words.items()},
            {
                str(form): tuple(each.field(name) for name, each in kept(self.extra, form))
                for form in self.extra
            },
        )

    def rules_of(self, kind: Kind) -> Iterator[tuple[str, Rule]]:
        """Yield name and rule for each rule in force for `kind`."""
        for name, rule in self.rules.items():
            if rule.kind == kind and self.why_dropped(rule) is None:
                yield name, rule

    def why_dropped(self, rule: Rule) -> str | None:
        """Return why a rule is not in force, for itself or with its clause; None if it is."""
        return rule.off or self.clauses[rule.clause].off
