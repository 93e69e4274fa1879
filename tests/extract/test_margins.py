"""A header or footer that names an empty field makes it a question; any other is nothing to ask."""

import pytest
from pydantic import BaseModel

from specvalidator.document import Document
from specvalidator.extract.margins import with_margins
from specvalidator.models import Kind
from specvalidator.models.announcement import Announcement
from specvalidator.models.application import Application
from specvalidator.models.specification import Specification
from specvalidator.submission import Submission

MODELS: dict[Kind, BaseModel] = {
    "specification": Specification(ability_name=None),
    "application": Application(applicant=None),
    "announcement": Announcement(),
}


def doubted(kind: Kind, *lines: str, model: BaseModel | None = None) -> list[str]:
    submission = Submission(source=None, kind=kind, model=model or MODELS[kind])
    document = Document((), "x", margins=lines)
    return [remark.path for remark in with_margins(submission, document).doubts]


@pytest.mark.parametrize(
    ("kind", "line", "paths"),
    [
        (
            "specification",
            "能力名称：网具编结    职业领域：5-04-03-01水产捕捞工",
            ["/ability_name", "/occupation"],
        ),
        ("specification", "能力名称\t网具编结", ["/ability_name"]),
        ("specification", "网具编结专项职业能力考核规范", ["/name"]),
        ("specification", "定义：运用网梭编结渔网的能力。", ["/definition"]),
        ("application", "申请单位：海角面点坊", ["/applicant"]),
        ("application", "联系电话  0631-5550188", ["/telephone"]),
        ("announcement", "报名方式：现场报名", ["/registration"]),
    ],
)
def test_a_value_in_the_margin_is_asked_about(kind: Kind, line: str, paths: list[str]) -> None:
    assert doubted(kind, line) == paths


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("specification", "第1页 共3页"),
        ("specification", "能力名称："),
        ("specification", "海角市职业技能鉴定中心"),
        ("application", "附件3"),
        ("application", "考点设立申请表"),
        ("announcement", "海角市人力资源和社会保障局"),
    ],
)
def test_what_fills_nothing_in_is_not_asked_about(kind: Kind, line: str) -> None:
    assert doubted(kind, line) == []


def test_what_the_form_says_itself_is_not_asked_about() -> None:
    said = Specification(ability_name="网具编结")
    assert doubted("specification", "能力名称：网具编结", model=said) == []
