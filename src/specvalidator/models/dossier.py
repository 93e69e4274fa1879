"""申报材料, the dossier of an assessment site: what 附件1 二 asks an applicant to hand in."""

from typing import Literal

from pydantic import Field

from specvalidator.models.application import Application
from specvalidator.models.base import Record
from specvalidator.models.specification import Specification

Role = Literal["application", "pictures", "management-rules", "specification", "other"]
"""What a file of the dossier is taken for."""


class DossierFile(Record):
    """One file of the dossier."""

    name: str = Field(title="文件", description="Path inside the dossier")
    roles: tuple[Role, ...] = Field(title="用途", description="A file may serve several")
    reason: str = Field(title="判断依据", description="Why it was taken for that")


class Dossier(Record):
    """考点设立申报材料 (附件1 二): its files, and the forms that were found in them."""

    files: tuple[DossierFile, ...] = Field(default=(), title="文件清单")
    applications: tuple[Application, ...] = Field(default=(), title="考点设立申请表")
    specifications: tuple[Specification, ...] = Field(default=(), title="考核规范")
