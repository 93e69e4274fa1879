"""One assessment session: who examined, who supervised, and what became of the papers (附件1)."""

import datetime as dt

from pydantic import Field

from specvalidator.models.base import Number, Record


class Official(Record):
    """考评人员 or 督导员 sent to a session."""

    name: str | None = Field(default=None, title="姓名")
    certificate_number: str | None = Field(default=None, title="证卡编号")


class Candidate(Record):
    """考生: one of birth date and age is enough."""

    name: str | None = Field(default=None, title="姓名")
    birth_date: dt.date | None = Field(default=None, title="出生日期")
    age: int | None = Field(default=None, title="考核当日年龄", description="Whole years")


class Session(Record):
    """一次考核 (附件1 四、五; 通知 二)."""

    projects: tuple[str, ...] = Field(default=(), title="考核项目")
    site: str | None = Field(default=None, title="考点")
    date: dt.date | None = Field(default=None, title="考核日期", description="Its last day")
    examiners: tuple[Official, ...] = Field(default=(), title="考评人员")
    supervisors: tuple[Official, ...] = Field(default=(), title="督导员")
    candidates: tuple[Candidate, ...] = Field(default=(), title="考生")
    results_date: dt.date | None = Field(
        default=None,
        title="成绩报送日期",
        description="Day on which results and papers reached the city centre",
    )
    file_retention_months: Number | None = Field(default=None, title="档案保存期（月）")
    video_retention_months: Number | None = Field(default=None, title="视频档案保存期（月）")
