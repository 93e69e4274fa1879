"""申报材料, the dossier of an assessment site: what 附件1 二 asks an applicant to hand in."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from specvalidator.errors import ErrorWord
from specvalidator.lexicon import in_force
from specvalidator.models.application import Application
from specvalidator.models.base import Extra, Number, Record, added
from specvalidator.models.specification import Specification
from specvalidator.wording import Words

Role = Literal["application", "pictures", "management-rules", "specification"]
"""What a file of the dossier may be: one of the three items that are asked for, or more."""
Reason = Literal["form", "picture", "pictures-inside", "title", "text", "name", "unread"]
"""Why a file is taken for something."""

ROLES: dict[Role, Words] = {
    "application": Words("考点设立申请表", "the site application"),
    "pictures": Words("场地设施设备图像", "pictures of site and equipment"),
    "management-rules": Words("考核工作管理制度", "rules for managing assessments"),
    "specification": Words("考核规范", "a specification"),
}
"""What each role is called."""
REASONS: dict[Reason, Words] = {
    "form": Words("读出了这种表单", "it was read as this form"),
    "picture": Words("图片文件", "a picture"),
    "pictures-inside": Words("其中有图片", "it holds pictures"),
    "title": Words("标题", "its title"),
    "text": Words("正文", "its text"),
    "name": Words("文件名", "its name"),
    "unread": Words("内容无法读取", "its content cannot be read"),
}
"""What each reason is called."""
_UNCLAIMED = Words("不能确定属于哪个申请单位", "it cannot be told whose it is")


Matter = Literal["files", "video", "results", "supervisors"]
"""How long files and video are kept, when results are handed in, whether anybody supervises."""


class Use(Record, title="用途"):
    """One thing that a file is taken for, and why."""

    role: Role = Field(title="材料")
    certain: bool = Field(default=True, title="是否确定", description="False: a person must look")
    reason: Reason = Field(title="判断依据")
    evidence: str | None = Field(
        default=None, title="依据的内容", description="The title, name or format that shows it"
    )

    def said(self) -> Words:
        """Say what it is taken for and why: 考核工作管理制度（标题：考务管理制度）."""
        role, reason = ROLES[self.role], REASONS[self.reason]
        zh, en = ("", "") if self.certain else ("可能是", "perhaps ")
        shown = (
            Words(f"：{self.evidence}", f": {self.evidence}") if self.evidence else Words("", "")
        )
        return Words(
            f"{zh}{role.zh}（{reason.zh}{shown.zh}）", f"{en}{role.en} ({reason.en}{shown.en})"
        )


class StatedRule(Record, title="管理制度写明的规定"):
    """What the rules of a site say of a matter that Annex 1 settles, too."""

    file: str = Field(title="文件", description="Path inside the dossier")
    about: Matter = Field(title="事项")
    number: Number | None = Field(
        default=None, title="数", description="Months of keeping, or working days; 0: none"
    )
    text: str = Field(title="原文", description="The clause that says it")


class DossierFile(Record, title="材料中的文件"):
    """One file of the dossier."""

    name: str = Field(title="文件", description="Path inside the dossier")
    uses: tuple[Use, ...] = Field(
        default=(), title="用途", description="A file may serve several; none is asked for if empty"
    )
    error: ErrorWord | None = Field(
        default=None, title="无法读取的原因", description="null where it was read"
    )
    unclaimed: bool = Field(
        default=False,
        title="不能确定是谁的",
        description="Whether it may be another applicant's; its uses are not certain then",
    )


class Dossier(Record, title="考点设立申报材料"):
    """考点设立申报材料 (附件1 二): its files, and the forms that were found in them."""

    files: tuple[DossierFile, ...] = Field(default=(), title="文件清单")
    applications: tuple[Application, ...] = Field(default=(), title="考点设立申请表")
    specifications: tuple[Specification, ...] = Field(default=(), title="考核规范")
    stated: tuple[StatedRule, ...] = Field(default=(), title="管理制度写明的规定")
    left_out: tuple[str, ...] = Field(
        default=(),
        title="略过的系统文件",
        description="Files that systems and programs left, such as Thumbs.db; not looked at",
    )
    extra: Extra | None = added()

    @property
    def subject(self) -> str | None:
        """The unit that applies."""
        return next((form.applicant for form in self.applications if form.applicant), None)

    @property
    def contents(self) -> tuple[tuple[str, Words], ...]:
        """Each file, and what it was taken for."""
        more = self._added()
        files = tuple((file.name, more.get(file.name) or _said(file)) for file in self.files)
        if not self.left_out:
            return files
        count = len(self.left_out)
        words = Words(
            f"系统或程序留下的文件，这类文件共{count}个，没有查看",
            f"left by a system or a program; {count} such in all, not looked at",
        )
        return (*files, (self.left_out[0], words))

    def _added(self) -> Mapping[str, Words]:
        """Return which files are papers that the pack in force adds, and what it calls them."""
        if not self.extra:
            return {}
        titles = {each.name: each.title for each in in_force().added("dossier")}
        return {
            str(file): titles[name] for name, file in self.extra.items() if file and name in titles
        }


def _said(file: DossierFile) -> Words:
    uses = [use.said() for use in file.uses] or [Words("其他材料", "something else")]
    if file.error and not file.uses:
        uses.append(REASONS["unread"])
    if file.unclaimed:
        uses.append(_UNCLAIMED)
    return Words("；".join(use.zh for use in uses), "; ".join(use.en for use in uses))
