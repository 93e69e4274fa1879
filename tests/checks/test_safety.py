"""Which abilities are asked for safety knowledge, by the pack's own words."""

import pytest

import specvalidator
from specvalidator.checks.specification.safety import Safety
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


PARAMS = Safety.model_validate(specvalidator.load_pack().rules["missing-safety-knowledge"].params)


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
    ("花饽饽制作", "食品"),
    ("盒饭配送", "食品"),
    ("液化气充装", "高温、明火"),
    ("车床操作", "机械加工"),
    ("潜水捕捞", "有限空间、水上水下和井下作业"),
    ("化粪池清掏", "有限空间、水上水下和井下作业"),
    ("烟花燃放", "高温、明火"),
    ("打耳洞", "美容美发"),
    ("粉尘清理", "化学品"),
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
    "鞋垫绣制",
    "绒花制作",
    "代理记账",
    "古筝演奏",
    "茶叶销售",
    "食品加工厂招聘",
    "汽车直播带货",
    "家庭收纳整理",
    "书画装裱",
    "会议服务",
    "唢呐吹奏",
    "家谱编修",
    "纳税申报",
    "盆景制作",
]


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_work_is_not_asked(name: str) -> None:
    assert about(name) == []


@pytest.mark.parametrize("knowledge", ["食品安全知识", "个人卫生要求", "餐具消毒方法"])
def test_one_word_of_hygiene_is_enough_for_food(knowledge: str) -> None:
    assert about("菜肴制作", knowledge) == []


@pytest.mark.parametrize("knowledge", ["安全操作规程", "劳动保护用品的使用", "触电急救"])
def test_one_word_of_safety_is_enough_for_machines(knowledge: str) -> None:
    assert about("车床操作", knowledge) == []


@pytest.mark.parametrize(
    ("name", "knowledge", "absent"),
    [
        ("菜肴制作", "相关法律法规", "安全操作、卫生"),
        ("菜肴制作", "灶具安全使用", "法律法规、卫生"),
        ("车床操作", "个人卫生要求", "法律法规、安全操作"),
        ("美甲", "店铺消防要求", "法律法规、卫生"),
        ("菜肴制作", "刀法的种类", "法律法规、安全操作、卫生"),
        ("养生壶修补", "壶的种类", "法律法规、安全操作、卫生"),
    ],
)
def test_what_is_absent_is_said(name: str, knowledge: str, absent: str) -> None:
    [problem] = about(name, knowledge)

    assert isinstance(problem, Problem)
    said = problem.facts["absent"]
    assert isinstance(said, Words)
    assert said.zh == absent


UNKNOWN = [
    "根雕",
    "陶器拉坯",
    "手机贴膜",
    "园林修剪",
    "蜜蜂饲养",
    "瓷砖铺贴",
    "垃圾分类",
    "防盗门开锁",
]


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_known_to_be_harmless_is_a_question(name: str) -> None:
    [problem] = about(name)

    assert isinstance(problem, Problem)
    assert problem.variant == "unknown"


@pytest.mark.parametrize("knowledge", ["安全须知", "相关法规", "卫生常识"])
def test_any_of_the_three_will_do_for_what_is_not_known(knowledge: str) -> None:
    assert about("根雕", knowledge) == []


@pytest.mark.parametrize(
    ("name", "operation"),
    [
        ("贝壳画制作", "用角磨机切开贝壳"),
        ("竹编", "用喷灯烤弯竹条"),
        ("风筝制作", "给骨架刷清漆和稀释剂"),
        ("短视频拍摄", "用无人机完成俯拍"),
    ],
)
def test_a_tool_makes_harmless_work_risky(name: str, operation: str) -> None:
    assert about(name) == []
    assert len(about(name, operation=operation)) == 1


def test_each_word_that_makes_harmless_work_risky_is_a_word_of_a_risk() -> None:
    words = [word for risk in PARAMS.risks.values() for word in risk.words]

    assert [each for each in PARAMS.harmless.unless if not any(w in each for w in words)] == []


def test_no_word_stands_in_two_lists() -> None:
    words = [word for risk in PARAMS.risks.values() for word in risk.words]
    harmless = [*PARAMS.harmless.words, *PARAMS.harmless.endings]

    assert len(words) == len(set(words))
    assert len(harmless) == len(set(harmless))


def test_safety_may_stand_among_the_operations() -> None:
    assert about("菜肴制作", operation="按卫生要求清洗双手") == []


def test_a_table_without_any_knowledge_is_not_asked_twice() -> None:
    assert about("菜肴制作", None) == [Moot("/tasks")]
