"""专项职业能力考核规范, the assessment specification: the form that Annex 2 asks for."""

from typing import Any, Literal

from pydantic import Field, computed_field, model_validator

from specvalidator import quantities
from specvalidator.models.base import Extra, Number, Record, Whole, added, without_computed

Column = Literal["task", "operations", "knowledge", "weight"]
"""A column of the content table: 工作任务, 操作规范, 相关知识, 考核比重."""


class Occupation(Record, title="职业领域"):
    """职业领域: the 细类 of the 职业分类大典 that the ability belongs to (附件2 五)."""

    code: str | None = Field(default=None, title="职业编码")
    name: str | None = Field(default=None, title="职业名称")
    text: str = Field(title="职业领域原文")


class Item(Record, title="一项内容"):
    """One item of 操作规范 or 相关知识, its printed number kept apart."""

    number: Whole | None = Field(default=None, title="序号", description="As printed, None if none")
    text: str = Field(title="内容")


class Task(Record, title="工作任务"):
    """One 工作任务 with its 操作规范, 相关知识 and 考核比重 (附件2 五)."""

    number: Whole | None = Field(default=None, title="序号", description="As printed, None if none")
    name: str | None = Field(default=None, title="工作任务")
    operations: tuple[Item, ...] = Field(default=(), title="操作规范")
    knowledge: tuple[Item, ...] = Field(default=(), title="相关知识")
    weight: Number | None = Field(default=None, title="考核比重", description="Percent, 20 is 20 %")
    weight_text: str | None = Field(default=None, title="考核比重原文")


class Requirements(Record, title="考核要求"):
    """考核要求: the four items of 附件2 六 as written, and the numbers that they state."""

    eligibility: str | None = Field(default=None, title="申报条件")
    examiners: str | None = Field(default=None, title="考评员构成")
    method_and_time: str | None = Field(default=None, title="考核方式与考核时间")
    venue_and_equipment: str | None = Field(default=None, title="鉴定场地设备要求")
    extra: Extra | None = added()

    @model_validator(mode="before")
    @classmethod
    def _derive_anew(cls, record: Any) -> Any:  # noqa: ANN401 - whatever a caller hands over
        return without_computed(cls, record)

    @computed_field(title="考评员最少人数")  # type: ignore[prop-decorator]
    @property
    def examiner_minimum(self) -> Whole | None:
        """Least number of examiners stated in 考评员构成, None where it states none."""
        return quantities.least_people(self.examiners or "")

    @computed_field(title="考核时间（分钟）")  # type: ignore[prop-decorator]
    @property
    def duration_minutes(self) -> Number | None:
        """Minutes stated in 考核方式与考核时间, None where it states none."""
        return quantities.minutes(self.method_and_time or "")

    @computed_field(title="合格分数")  # type: ignore[prop-decorator]
    @property
    def pass_mark(self) -> Number | None:
        """The pass mark stated in 考核方式与考核时间, None where it states none."""
        return quantities.pass_mark(self.method_and_time or "")

    @property
    def full_mark(self) -> Number | None:
        """The scale stated in 考核方式与考核时间 (100 for 百分制), None where it states none."""
        return quantities.full_mark(self.method_and_time or "")


class Specification(Record, title="专项职业能力考核规范"):
    """专项职业能力考核规范 (附件2), as written, even where it is wrong."""

    name: str | None = Field(
        default=None,
        title="名称",
        description="From the title, without 专项职业能力考核规范 and its ornaments",
    )
    definition: str | None = Field(
        default=None, title="定义", description="As written, a name before —— included"
    )
    applicants: str | None = Field(default=None, title="适用对象")
    ability_name: str | None = Field(
        default=None, title="能力名称", description="As printed in the content table"
    )
    occupation: Occupation | None = Field(default=None, title="职业领域")
    missing_columns: tuple[Column, ...] = Field(
        default=(),
        title="考核内容表缺少的栏目",
        description="Columns that the form asks for and the content table does not have",
        exclude_if=lambda columns: not columns,
    )
    tasks: tuple[Task, ...] = Field(default=(), title="考核内容")
    requirements: Requirements = Field(default=Requirements(), title="考核要求")
    extra: Extra | None = added()

    @property
    def subject(self) -> str | None:
        """The name of the ability, from the title or else from the table."""
        return self.name or self.ability_name
