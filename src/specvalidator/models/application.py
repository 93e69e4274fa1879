"""山东省专项职业能力考点设立申请表, the application of an assessment site: the form of Annex 3."""

from typing import Annotated

from pydantic import Field

from specvalidator.models.base import (
    AboutPerson,
    CertificateNumber,
    Day,
    Extra,
    Name,
    Number,
    Record,
    Whole,
    added,
)


class Rooms(Record, title="教室和操作室"):
    """Classrooms and workshops of one kind of tenure, 自有 or 租用; areas in m²."""

    classrooms: Number | None = Field(default=None, title="教室（个）")
    classroom_area: Number | None = Field(default=None, title="教室面积（平方米）")
    workshops: Number | None = Field(default=None, title="操作室（个）")
    workshop_area: Number | None = Field(default=None, title="操作室面积（平方米）")


class Venues(Record, title="考核场地"):
    """考核场地."""

    owned: Rooms = Field(default=Rooms(), title="自有")
    rented: Rooms = Field(default=Rooms(), title="租用")


class Equipment(Record, title="设施设备"):
    """One row of 与专项职业能力项目相适应的设施设备."""

    name: str | None = Field(default=None, title="名称")
    model: str | None = Field(default=None, title="型号规格")
    quantity: Number | None = Field(default=None, title="数量")
    quantity_text: str | None = Field(default=None, title="数量原文")
    note: str | None = Field(default=None, title="备注")
    extra: Extra | None = added()


class Manager(Record, title="管理人员"):
    """One row of 组织管理人员情况."""

    name: Name = Field(default=None, title="姓名")
    sex: str | None = Field(default=None, title="性别")
    age: Whole | None = Field(default=None, title="年龄", description="Years")
    education: str | None = Field(default=None, title="文化程度")
    position: str | None = Field(default=None, title="职务（或职称）")
    qualification: str | None = Field(default=None, title="职业资格证书（等级）")
    major: str | None = Field(default=None, title="专业")
    note: str | None = Field(default=None, title="备注")
    extra: Extra | None = added()


class Examiner(Record, title="考评员"):
    """One row of 考评员情况."""

    name: Name = Field(default=None, title="姓名")
    sex: str | None = Field(default=None, title="性别")
    age: Whole | None = Field(default=None, title="年龄", description="Years")
    education: str | None = Field(default=None, title="文化程度")
    title: str | None = Field(default=None, title="职称（级别）")
    qualification: str | None = Field(default=None, title="职业资格证书（等级）")
    trade: str | None = Field(default=None, title="考评工种")
    certificate_number: CertificateNumber = Field(default=None, title="考评员证书号")
    extra: Extra | None = added()


class Opinion(Record, title="申报单位意见"):
    """申报单位意见 with its signature; a seal cannot be read."""

    text: str | None = Field(default=None, title="意见")
    signatory: Name = Field(default=None, title="负责人（签名）")
    date: Day | None = Field(default=None, title="日期")


class Application(Record, title="山东省专项职业能力考点设立申请表"):
    """山东省专项职业能力考点设立申请表 (附件3), as written, even where it is wrong."""

    applicant: str | None = Field(default=None, title="申请单位")
    person_in_charge: Name = Field(default=None, title="负责人")
    telephone: Annotated[str | None, AboutPerson("telephone")] = Field(
        default=None, title="联系电话"
    )
    address: str | None = Field(default=None, title="考点地址")
    projects: tuple[str, ...] = Field(default=(), title="专项职业能力考核项目")
    staff_total: Whole | None = Field(default=None, title="从事考核职工总数")
    managers_total: Whole | None = Field(default=None, title="管理人员数")
    teachers_total: Whole | None = Field(default=None, title="专职教师数")
    venues: Venues = Field(default=Venues(), title="考核场地")
    equipment: tuple[Equipment, ...] = Field(default=(), title="设施设备")
    managers: tuple[Manager, ...] = Field(default=(), title="组织管理人员情况")
    examiners: tuple[Examiner, ...] = Field(default=(), title="考评员情况")
    opinion: Opinion = Field(default=Opinion(), title="申报单位意见")
    extra: Extra | None = added()

    @property
    def subject(self) -> str | None:
        """The unit that applies."""
        return self.applicant
