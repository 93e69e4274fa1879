"""What a draft says, written by hand: the records that reading each example must give."""

from collections.abc import Sequence
from typing import Any

Record = dict[str, Any]


def items(*texts: str, numbers: Sequence[int | None] | None = None) -> list[Record]:
    """Return items numbered 1, 2, 3 …, or as `numbers` says."""
    printed = range(1, len(texts) + 1) if numbers is None else numbers
    return [{"number": number, "text": each} for number, each in zip(printed, texts, strict=True)]


def task(  # noqa: PLR0913, PLR0917 - the columns of the table
    number: int | None,
    name: str,
    operations: list[Record],
    knowledge: list[Record],
    weight: float | None,
    weight_text: str | None = "",
) -> Record:
    """Return one task; its weight is written as `25%` unless `weight_text` says otherwise."""
    return {
        "number": number,
        "name": name,
        "operations": operations,
        "knowledge": knowledge,
        "weight": weight,
        "weight_text": f"{weight}%" if weight_text == "" else weight_text,
    }


def occupation(code: str | None, name: str | None, written: str | None = None) -> Record:
    """Return 职业领域, written as code and name run together unless `written` says otherwise."""
    return {
        "code": code,
        "name": name,
        "text": f"{code or ''}{name or ''}" if written is None else written,
    }


ANYONE = "达到法定劳动年龄、具有相应技能的劳动者均可申报。"
"""The notice's own example of 申报条件."""
JOB_SEEKERS = "运用或准备运用本项能力求职、就业的人员。"
"""The usual 适用对象."""
