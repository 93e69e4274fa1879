"""Which abilities are asked for safety knowledge, by the pack's own words."""

import pytest

import specvalidator
from specvalidator.findings import Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Item, Task
from specvalidator.packs.binding import bind
from specvalidator.wording import Words

[RULE] = [
    rule
    for rule in bind(specvalidator.load_pack()).rules["specification"]
    if rule.name == "missing-safety-knowledge"
]


def about(
    name: str, knowledge: str | None = "工具的种类", operation: str = "操作规范"
) -> list[Outcome]:
    task = Task(
        name="第一步",
        operations=(Item(text=operation),),
        knowledge=(Item(text=knowledge),) if knowledge else (),
    )
    return list(RULE.check.run(Specification(name=name, tasks=(task,)), RULE.params))


RISKY = [
    ("襄阳牛肉面制作", "食品"),
    ("菜肴制作", "食品"),
    ("意式咖啡制作", "食品"),
    ("食品雕刻", "食品"),
    ("青绿茶炒制", "食品"),
    ("兰州牛肉拉面制作", "食品"),
    ("电动车维修", "用电"),
    ("幕墙施工", "高处作业"),
    ("电焊", "用电"),
    ("挖掘机驾驶", "车辆、机动设备"),
    ("母婴护理", "母婴照护"),
    ("失能老人照护", "老人和病人照护"),
    ("中医推拿", "按摩保健"),
    ("美甲", "美容美发"),
]


@pytest.mark.parametrize(("name", "risk"), RISKY, ids=[name for name, _ in RISKY])
def test_risky_work_without_safety_is_a_question(name: str, risk: str) -> None:
    [problem] = about(name)

    assert isinstance(problem, Problem)
    said = problem.facts["risk"]
    assert isinstance(said, Words)
    assert said.zh == risk
    assert str(problem.facts["word"]) in name


HARMLESS = [
    "剪纸",
    "十字绣",
    "佛珠制作",
    "办公软件应用",
    "跨境电商运营",
    "电商直播",
    "CorelDraw图形图像处理",
    "区块链智能合约开发",
    "皮影制作",
    "皮具护理",
    "民宿运营与管理",
    "手工藤编",
]


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_work_is_not_asked(name: str) -> None:
    assert about(name) == []


@pytest.mark.parametrize(
    "knowledge",
    ["食品安全知识", "个人卫生要求", "餐具消毒方法", "相关法律法规", "劳动保护用品的使用"],
)
def test_one_word_of_law_safety_or_hygiene_is_enough(knowledge: str) -> None:
    assert about("菜肴制作", knowledge) == []


def test_safety_may_stand_among_the_operations() -> None:
    assert about("菜肴制作", operation="按卫生要求清洗双手") == []


def test_a_table_without_any_knowledge_is_not_asked_twice() -> None:
    assert about("菜肴制作", None) == [Moot("/tasks")]
