"""The form of a definition, and the name that may stand before it."""

import pytest

from specvalidator.checks.specification.definition import (
    DefinitionWords,
    defined_as,
    definition_format,
    named,
)
from specvalidator.findings import Moot, Problem
from specvalidator.models import Specification
from specvalidator.packs import load_pack
from specvalidator.packs.binding import bind
from specvalidator.wording import Words

FORMAT = DefinitionWords.model_validate(load_pack().rules["definition-off-format"].params)
TOOLS, PLACE, ACTION, ENDING = (
    "“运用……（工具设备或材料）”",
    "“在……（场所、环境或条件下）”",
    "“进行……制作或提供……服务”",
    "“……的能力”",
)


def absent(definition: str) -> str:
    (problem,) = definition_format(Specification(definition=definition), FORMAT)
    assert isinstance(problem, Problem)
    assert problem.path == "/definition"
    parts = problem.facts["parts"]
    assert isinstance(parts, Words)
    return parts.zh


@pytest.mark.parametrize(
    "definition",
    [
        # the notice's own example
        "服装缝纫——利用服装缝纫设备和服装材料，将各款服装裁片缝合成服装的能力",
        "服装缝纫——利用服装缝纫设备和服装材料，将各款服装裁片缝合成服装的能力。",
        # the form in full
        "运用剪刀、锯子等工具，在果园内进行苹果树冬季和夏季修剪的能力。",
        "运用清洁设备和清洁剂，在居民家中提供家居保洁服务的能力。",
        # other openers, other orders
        "使用摄像机和灯光设备，在演播室或户外拍摄、剪辑短视频的能力。",
        "通过网络平台，为消费者提供产品展示、咨询和销售服务的能力。",
        "采用传统工艺和专用工具，把紫砂泥料制成茶壶的能力。",
        "在温室条件下，借助嫁接刀和砧木完成蔬菜嫁接的能力。",
        "是指运用案板、面杖等工具，在面点间进行花饽饽制作的能力。",
        "花饽饽制作是指运用案板、面杖等工具，在面点间进行花饽饽制作的能力。",
        "根据母婴的生理特点，运用护理知识和用品，在家庭中对产妇和新生儿进行照护的能力",
        # an ending that a colon, a second sentence or a comma follows
        "运用案板等工具，在厨房内进行水饺制作的能力。包括和面、调馅、包制、煮制。",
        "运用案板等工具，在厨房内进行水饺制作的能力；能独立完成全部工序。",
        # widths and spaces of a typist
        "运用 案板 等工具, 在厨房内进行 水饺制作 的能力.",
        # 能力 without 的
        "运用案板等工具，在厨房内进行水饺制作，具备独立完成全部工序能力。",
    ],
)
def test_a_definition_in_this_form_is_no_finding(definition: str) -> None:
    assert list(definition_format(Specification(definition=definition), FORMAT)) == []


@pytest.mark.parametrize(
    ("definition", "parts"),
    [
        ("威海的传统面食。", [TOOLS, PLACE, ACTION, ENDING]),
        ("运用案板等工具，在厨房内进行水饺制作。", [ENDING]),
        ("运用案板等工具，进行水饺制作的人员。", [PLACE, ENDING]),
        ("在厨房内进行水饺制作的能力。", [TOOLS]),
        ("水饺的能力", [TOOLS, PLACE, ACTION]),
        ("运用缝纫机的能力", [PLACE, ACTION]),
        ("运用缝纫机，在车间内的能力", [ACTION]),
    ],
)
def test_the_parts_that_are_absent_are_named_in_the_notices_order(
    definition: str, parts: list[str]
) -> None:
    assert absent(definition) == "、".join(parts)


def test_without_a_definition_there_is_no_form() -> None:
    assert list(definition_format(Specification(), FORMAT)) == [Moot("/definition")]


@pytest.mark.parametrize(
    ("definition", "name", "body"),
    [
        ("服装缝纫——利用缝纫设备", "服装缝纫", "利用缝纫设备"),
        ("服装缝纫 —— 利用缝纫设备", "服装缝纫", "利用缝纫设备"),
        ("服装缝纫--利用缝纫设备", "服装缝纫", "利用缝纫设备"),
        ("服装缝纫-利用缝纫设备", None, "服装缝纫-利用缝纫设备"),
        ("利用设备，缝合——即缝纫", None, "利用设备，缝合——即缝纫"),
        ("服装缝纫——", None, "服装缝纫——"),
        ("——利用缝纫设备", None, "——利用缝纫设备"),
        ("", None, ""),
    ],
)
def test_the_name_before_the_dash_is_kept_apart(
    definition: str, name: str | None, body: str
) -> None:
    assert named(definition) == (name, body)


def test_the_rule_is_a_warning_never_an_error() -> None:
    (rule,) = [
        each
        for each in bind(load_pack()).rules["specification"]
        if each.name == "definition-off-format"
    ]

    assert rule.rule.severity == "warning"
    assert rule.rule.basis == "usually"


@pytest.mark.parametrize("gap", [" ", "\u3000", "\t", "\u00a0"])
def test_much_white_space_is_as_one(gap: str) -> None:
    """Where a pattern allows white space in several places it would never end."""
    wide = gap * 20_000

    assert defined_as(f"{wide}竹篮{wide}编织{wide}") is None
    assert defined_as(f"竹篮编织{wide}是指{wide}运用篾刀的能力") == "竹篮编织"
    assert named(f"竹篮编织{wide}——{wide}运用篾刀的能力") == ("竹篮编织", "运用篾刀的能力")
