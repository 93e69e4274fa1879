"""考核公告, the yearly announcement of assessments: what 附件1 三（一） asks for."""

from pydantic import Field

from specvalidator.models.base import Extra, Record, added


class Announcement(Record, title="专项职业能力考核公告"):
    """考核公告 (附件1 三（一）): the text that was found for each item, as written."""

    title: str | None = Field(default=None, title="标题")
    projects: str | None = Field(default=None, title="考核项目")
    specifications: str | None = Field(default=None, title="考核规范")
    schedule: str | None = Field(default=None, title="时间安排")
    eligibility: str | None = Field(default=None, title="报名条件")
    registration: str | None = Field(default=None, title="报名方式")
    method: str | None = Field(default=None, title="考核方式")
    other: str | None = Field(default=None, title="其他重要事项")
    extra: Extra | None = added()

    @property
    def subject(self) -> str | None:
        """The title."""
        return self.title
