"""Skill levels in names and definitions, and the ordinary words that look like them."""

import pytest

from specvalidator.checks.specification.level import Levels, skill_level
from specvalidator.findings import Doubt, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Requirements
from specvalidator.packs import load_pack

LEVELS = Levels.model_validate(load_pack().rules["skill-level-in-name"].params)


def in_name(name: str) -> list[Outcome]:
    return list(skill_level(Specification(name=name), LEVELS))


def in_definition(definition: str) -> list[Outcome]:
    return list(skill_level(Specification(definition=definition), LEVELS))


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("拉面制作（初级）", "初级"),
        ("拉面制作(高级)", "高级"),
        ("拉面制作【高级】", "高级"),
        ("拉面制作（五级）", "五级"),
        ("拉面制作（5级）", "五级"),
        ("拉面制作（Ⅲ级）", "三级"),
        ("拉面制作（III级）", "三级"),
        ("拉面制作（三级/高级工）", "三级/高级工"),
        ("拉面制作（初级、中级）", "初级、中级"),
        ("拉面制作（技师）", "技师"),
        ("拉面制作（初、中、高级）", "初、中、高级"),
        ("拉面制作（中高级）", "中高级"),
        ("拉面制作（三、四级）", "三、四级"),
        ("拉面制作（初级班）", "初级班"),
        ("拉面制作（中级课程）", "中级课程"),
        ("拉面制作（L3）", "l3"),
        ("拉面制作初、中级", "初、中级"),
        ("初中高级拉面制作", "初中高级"),
        ("国家职业资格五级拉面制作", "职业资格五级"),
        ("拉面制作技能等级四级培训", "技能等级四级"),
        ("拉面制作初级", "初级"),
        ("拉面制作 高级", "高级"),
        ("拉面制作三级", "三级"),
        ("拉面制作3级", "三级"),
        ("初级拉面制作", "初级"),
        ("中级拉面制作", "中级"),
    ],
)
def test_a_level_of_the_ability_is_a_problem(name: str, level: str) -> None:
    facts = {"name": name, "level": level.replace("【", "").replace("】", "")}

    assert in_name(name) == [Problem("/name", facts)]


@pytest.mark.parametrize(
    "name",
    [
        "拉面制作（提高班）",
        "拉面制作（入门级）",
        "中高级轿车美容",
        "高级西点制作",
        "高级茶艺",
        "一级公路养护",
        "三级汽车维修",
        "三级跳训练",
        "茶艺初级培训",
    ],
)
def test_a_word_that_may_be_a_level_is_a_doubt(name: str) -> None:
    assert [type(each) for each in in_name(name)] == [Doubt]


@pytest.mark.parametrize(
    "name",
    [
        "拉面制作",
        "高级酒店客房整理",
        "高级定制服装缝制",
        "高级语言编程",
        "初级农产品包装",
        "汽车二级维护",
        "二级维护",
        "办公软件高级应用",
        "茶叶分级",
        "等级评定",
        "超级市场理货",
        "年级管理",
        "升级改造",
        "第三级泵站运行",
        "美甲（基础款）",
        "景区讲解（5A级）",
        "苹果分级",
        "初中生作业辅导",
        "小麦（一等）收购",
    ],
)
def test_an_ordinary_word_is_no_level(name: str) -> None:
    assert in_name(name) == []


@pytest.mark.parametrize("name", ["拉面高级工", "拉面技师", "拉面制作初级工", "高级技师"])
def test_a_worker_of_a_level_is_said_to_be_a_title_elsewhere(name: str) -> None:
    assert in_name(name) == []


@pytest.mark.parametrize(
    ("definition", "level"),
    [
        ("运用案板，在厨房制作拉面，达到中级水平的能力。", "中级水平"),
        ("运用案板，在厨房制作拉面，达到高级工水平的能力。", "高级工水平"),
        ("运用案板，在厨房制作拉面的能力，共设三个级别。", "共设三个级别"),
        ("运用案板，在厨房制作拉面的能力，划分为初级、中级、高级。", "划分为初级、中级、高级"),
        ("运用案板，在厨房制作拉面的能力。本能力分为三个等级。", "能力分为三个等级"),
        ("运用案板，在厨房制作拉面的能力。设初级和高级。", "设初级和高级"),
        ("运用案板，在厨房制作拉面，相当于五级职业资格的能力。", "五级职业资格"),
        ("运用案板，在厨房制作拉面（三级/高级工）的能力。", "三级/高级工"),
        ("运用案板制作拉面的能力，本能力分为三个等级。", "能力分为三个等级"),
        ("拉面制作——运用案板制作拉面，达到3级技能等级的能力。", "三级技能等级"),
    ],
)
def test_a_level_in_a_definition_is_a_problem(definition: str, level: str) -> None:
    (problem,) = in_definition(definition)

    assert problem == Problem("/definition", {"name": "", "level": level}, variant="definition")


@pytest.mark.parametrize(
    "definition",
    [
        "运用筛选机，在车间把茶叶分为三个等级的能力。",
        "运用筛网，按分级技能要求将花生分成三级，提供分选服务的能力。",
        "运用卡尺，在果库内进行苹果等级划分的能力。",
        "运用案板，在厨房制作拉面的能力。本能力不划分等级。",
        "运用案板，在厨房制作拉面的能力。适用于三级以上厨房。",
        "运用高级面料，在工作室缝制礼服的能力。",
        "在技师指导下，运用案板制作拉面的能力。",
        "运用检测仪器，对三级配电系统进行检查的能力。",
        "运用保养工具，完成汽车二级维护作业的能力。",
        "提高初级农产品的附加值，运用机械进行加工的能力。",
    ],
)
def test_levels_of_other_things_in_a_definition_are_ordinary(definition: str) -> None:
    assert in_definition(definition) == []


def test_the_qualification_of_examiners_is_not_looked_at() -> None:
    spec = Specification(
        name="拉面制作",
        requirements=Requirements(examiners="3名考评员，须有高级技师（一级）职业资格。"),
    )

    assert list(skill_level(spec, LEVELS)) == []


def test_name_and_definition_are_two_places_to_mend() -> None:
    spec = Specification(name="初级拉面制作", definition="达到初级水平的能力。")

    assert [each.path for each in skill_level(spec, LEVELS)] == ["/name", "/definition"]


def test_the_ability_name_is_looked_at_where_the_title_gives_none() -> None:
    spec = Specification(ability_name="拉面制作（初级）")

    assert [each.path for each in skill_level(spec, LEVELS)] == ["/ability_name"]
