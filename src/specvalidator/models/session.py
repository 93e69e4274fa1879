"""One assessment session: who examined, who supervised, and what became of the papers (附件1)."""

from typing import Annotated

from pydantic import Field

from specvalidator.models.base import (
    AboutPerson,
    CertificateNumber,
    Day,
    Name,
    Number,
    Record,
    Whole,
)


class Official(Record, title="派遣人员"):
    """考评人员 or 督导员 sent to a session (附件1 四（三）)."""

    name: Name = Field(default=None, title="姓名")
    certificate_number: CertificateNumber = Field(default=None, title="证卡编号")


class Candidate(Record, title="考生"):
    """考生: one of birth date and age is enough."""

    name: Name = Field(default=None, title="姓名")
    birth_date: Annotated[Day | None, AboutPerson("birth")] = Field(default=None, title="出生日期")
    age: Whole | None = Field(default=None, title="考核当日年龄（周岁）", description="Whole years")


class Session(Record, title="考核场次记录"):
    """一次考核 (附件1 四、五; 通知 二): what its organisers keep in a database, not on a form."""

    projects: tuple[str, ...] = Field(default=(), title="考核项目")
    site: str | None = Field(default=None, title="考点")
    date: Day | None = Field(default=None, title="考核日期", description="Of several days the last")
    examiners: tuple[Official, ...] = Field(default=(), title="考评人员")
    supervisors: tuple[Official, ...] = Field(default=(), title="督导员")
    candidates: tuple[Candidate, ...] = Field(default=(), title="考生名单")
    results_date: Day | None = Field(
        default=None,
        title="成绩及试卷报送日期",
        description="Day on which results and papers reached the city centre, null before that",
    )
    file_retention_months: Number | None = Field(
        default=None, title="档案资料保存期（月）", description="Months"
    )
    video_retention_months: Number | None = Field(
        default=None, title="视频档案保存期（月）", description="Months"
    )

    @property
    def subject(self) -> str | None:
        """The projects, and the day."""
        parts = ["、".join(self.projects), self.date.isoformat() if self.date else ""]
        return " ".join(part for part in parts if part) or None
