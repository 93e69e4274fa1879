"""Names of abilities: what is a title, what only looks like one, and what is neither."""

import pytest

from specvalidator.checks.naming import Action, likeness
from specvalidator.findings import Doubt, Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.packs import load_pack
from specvalidator.packs.binding import bind

RULES = {rule.name: rule for rule in bind(load_pack()).rules["specification"]}
ABOUT_NAMES = (
    "missing-name",
    "occupation-as-name",
    "job-title-suffix",
    "near-occupation-name",
    "name-without-action",
    "inconsistent-name",
    "skill-level-in-name",
)
NAMING = Action.model_validate(RULES["name-without-action"].rule.params)

ON_FILE_TEXT = (
    "大棚建造 杨家埠木版年画手工印刷 剪纸 办公软件应用 襄阳牛肉面制作 菜肴制作 佛珠制作 猕猴桃修剪 "
    "核桃树修剪 玉石雕刻 跨境电商运营 CorelDraw图形图像处理 蔬菜嫁接 意式咖啡制作 家居保洁 "
    "民宿运营与管理 食品雕刻 十字绣 皮影制作 电动车维修 青绿茶炒制 柑橘树修剪 手工藤编 "
    "兰州牛肉拉面制作 电商直播 区块链智能合约开发 母婴护理 家政服务"
)
ON_FILE = ON_FILE_TEXT.split()
"""Names of specifications that are filed in several provinces."""

PLAUSIBLE_TEXT = (
    # food
    "海带加工 鲅鱼水饺制作 花饽饽制作 煎饼制作 豆腐制作 海鲜烹饪 烧烤制作 火锅底料炒制 卤味制作 "
    "月饼制作 裱花蛋糕制作 手冲咖啡制作 鸡尾酒调制 奶茶制作 葡萄酒品鉴 果蔬雕刻 海参加工 牡蛎养殖 "
    "紫菜养殖 扇贝采收 鱼片加工 冷链仓储 肉类分割 豆芽培育 粉条加工 酱菜腌制 黄酒酿造 面塑制作 "
    # land
    "苹果树修剪 樱桃嫁接 无花果栽培 西洋参种植 花生收获 食用菌栽培 茶叶采摘 茶叶分级 插花 盆景制作 "
    "草坪养护 社区绿化 苗木繁育 生猪饲养 家禽孵化 蜜蜂养殖 病虫害防治 温室灌溉 农机驾驶 无人机植保 "
    # making
    "服装缝纫 旗袍制作 窗帘制作 鞋帮缝制 皮具制作 家具组装 木雕 竹编手工 草柳编 锡镶制作 "
    "陶艺拉坯 紫砂壶制作 琉璃烧制 渔网编织 刺绣 扎染 毛线编织 盘扣制作 锔瓷 剪纸创作 鲁绣制作 "
    "机械零件加工 数控车床操作 氩弧焊 管道焊接 钢筋绑扎 模板支护 幕墙施工 外墙保温施工 防水施工 "
    "瓷砖铺贴 墙面粉刷 水电安装 吊顶安装 脚手架搭设 塔吊操作 叉车驾驶 挖掘机操作 渔船维修 "
    "汽车美容 汽车钣金 汽车贴膜 轮胎更换 新能源汽车充电 空调安装 空调清洗 手机维修 电梯保养 "
    "光伏组件安装 光伏电站运维 3D打印 激光雕刻 工业机器人操作 工程竣工验收 电气线路手工敷设 "
    # caring and serving
    "小儿推拿 产后康复 催乳 失能老人照护 老年人助浴 病患陪护 新生儿护理 幼儿照护 宠物美容 宠物洗护 "
    "美甲 化妆造型 皮肤护理 理发 足部按摩 艾灸 头皮养护 衣物洗涤 家电清洗 收纳整理 家庭照护 "
    "客房整理 餐厅服务 宴会布置 景区讲解 研学指导 民宿管家服务 会议服务 礼仪接待 水上救生 应急救护 "
    "应急动员 国防动员 国民经济动员 保险增员 灵活用工 企业招工 快件分拣 货物装卸 外卖配送 "
    # trade and office
    "网店运营 短视频拍摄 短视频剪辑 直播带货 电商客服 电商美工设计 平面设计 网页制作 数据标注 "
    "数据采集 文字录入 档案整理 会计记账 出纳核算 纳税申报 小程序开发 计算机组装 网络布线 "
    "无人机航拍 园艺工具维修 员工培训 教师资格辅导 师徒结对指导 工艺品制作 员额统计 "
    # ordinary words that end like a title
    "水产品精加工 农产品深加工 服装代工 桥梁施工 钣金手工 传统手工 烹饪刀工 日用化工 劳动定员"
)
PLAUSIBLE = PLAUSIBLE_TEXT.split()
"""Names that a school or a firm might hand in; our own."""


def outcomes(name: str) -> list[tuple[str, Outcome]]:
    spec = Specification(name=name, ability_name=name)
    return [
        (rule, outcome)
        for rule in ABOUT_NAMES
        for outcome in RULES[rule].check.run(spec, RULES[rule].params)
        if not isinstance(outcome, Moot)
    ]


def rules_that_speak(name: str) -> list[str]:
    return [rule for rule, _ in outcomes(name)]


def accusing(name: str) -> list[str]:
    return [rule for rule, outcome in outcomes(name) if isinstance(outcome, Problem)]


@pytest.mark.parametrize("name", ON_FILE)
def test_a_name_on_file_is_neither_accused_nor_found_without_a_verb(name: str) -> None:
    assert accusing(name) == []
    assert "name-without-action" not in rules_that_speak(name)


def test_all_names_on_file_are_tried() -> None:
    assert len(set(ON_FILE)) == 28


@pytest.mark.parametrize("name", PLAUSIBLE)
def test_a_plausible_name_is_not_accused(name: str) -> None:
    assert accusing(name) == []


def test_many_plausible_names_are_tried_and_few_of_them_go_to_a_person() -> None:
    asked = [name for name in PLAUSIBLE if outcomes(name)]

    assert len(set(PLAUSIBLE)) == len(PLAUSIBLE) >= 150
    assert len(asked) <= len(PLAUSIBLE) / 10, asked


def test_every_occupation_is_caught_once() -> None:
    titles = list(NAMING.codes)
    missed = [name for name in titles if rules_that_speak(name) != ["occupation-as-name"]]

    assert len(titles) > 1600
    assert missed == []


def test_every_occupation_written_with_spaces_and_quotation_marks_is_caught_too() -> None:
    dressed = [f"“{name[:2]} {name[2:]}”" for name in NAMING.codes]
    missed = [name for name in dressed if accusing(name) != ["occupation-as-name"]]

    assert missed == []


def test_a_title_without_its_ending_is_asked_about_once() -> None:
    """What is left of a title may itself end like one (车工 of 车工技师) or be a title."""
    for title in NAMING.codes:
        for ending in ("人员", "工", "员", "师"):
            stem = title.removesuffix(ending)
            if stem and stem != title:
                spoken = [each for each in rules_that_speak(stem) if each != "skill-level-in-name"]
                assert len(spoken) == 1, (title, stem, spoken)


def test_a_name_is_most_exactly_wrong_in_one_way_only() -> None:
    of_titles = {"occupation-as-name", "job-title-suffix", "near-occupation-name"}
    for name in (*ON_FILE, *PLAUSIBLE, *NAMING.codes):
        assert len(of_titles & set(rules_that_speak(name))) <= 1, name


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("海带加工员", "员"),
        ("拉面制作师", "师"),
        ("拉面师傅", "师傅"),
        ("幕墙施工工", "工"),
        ("竹编手工艺人", "艺人"),
        ("应急动员员", "员"),
        ("社区绿化工", "工"),
        ("硫化工", "工"),
        ("马拉松运动员", "员"),
        ("物业仲裁员", "员"),
        ("厂区安全员", "员"),
        ("塔吊起重工", "工"),
        ("酒精工", "工"),
        ("面包工", "工"),
        ("沥青混凝土工", "工"),
        ("网络工程师", "工程师"),
        ("花饽饽大师", "大师"),
        ("木雕匠", "匠"),
        ("直播运营专员", "专员"),
        ("民宿从业人员", "人员"),
        ("面塑传承人", "传承人"),
        ("电商主播", "主播"),
        ("美发店长", "店长"),
        ("拉面高级技师", "高级技师"),
        ("海带加工员（威海）", "员"),
        ("低压电工", "工"),
        ("家装木工", "工"),
    ],
)
def test_a_name_that_ends_like_a_title_is_accused_with_its_longest_ending(
    name: str, ending: str
) -> None:
    ((rule, outcome),) = [each for each in outcomes(name) if each[0] != "skill-level-in-name"]

    assert rule == "job-title-suffix"
    assert isinstance(outcome, Problem)
    assert outcome.facts == {"name": name, "ending": ending, "title": "", "code": ""}


@pytest.mark.parametrize("name", ["网店美工", "社区社工", "塑料化工", "发展会员", "徒弟出师"])
def test_an_ending_that_may_be_either_is_asked_about(name: str) -> None:
    assert [(rule, type(outcome)) for rule, outcome in outcomes(name)] == [
        ("job-title-suffix", Doubt)
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("茶艺", "茶艺师"),
        ("保育", "保育师"),
        ("饲料加工", "饲料加工工"),
        ("幼儿园教", "幼儿园教师"),
        ("家政服务", "家政服务员"),
        ("食品工程技术", "食品工程技术人员"),
    ],
)
def test_a_title_but_for_its_ending_names_the_title(name: str, title: str) -> None:
    like = likeness(name, NAMING)

    assert like is not None
    assert (like.relation, like.title) == ("near", title)
    assert NAMING.codes[title] == like.code


@pytest.mark.parametrize("name", ["年画", "无人机", "石油化工", "海带", "家庭急救箱", "传统面食"])
def test_a_thing_without_a_verb_is_asked_about(name: str) -> None:
    assert [(rule, type(outcome)) for rule, outcome in outcomes(name)] == [
        ("name-without-action", Doubt)
    ]


def test_each_ending_is_listed_once_and_says_why() -> None:
    endings = [each.ending for each in NAMING.endings]

    assert len(endings) == len(set(endings))
    assert all(each.why for each in NAMING.endings)


def test_an_ending_is_listed_only_where_a_shorter_one_does_not_say_the_same() -> None:
    """Titles are listed in full although 师 would catch 工程师: the message quotes the word."""
    for each in NAMING.endings:
        if each.meaning not in {"title", "split"}:
            shorter = [
                other.meaning
                for other in NAMING.endings
                if each.ending != other.ending and each.ending.endswith(other.ending)
            ]
            assert each.meaning not in shorter, each.ending


def test_a_split_ending_hides_an_ordinary_or_doubtful_word_and_ends_in_a_title() -> None:
    meanings = NAMING.meanings
    for each in NAMING.endings:
        if each.meaning == "split":
            tails = [each.ending[at:] for at in range(1, len(each.ending))]
            inside = {meanings[tail] for tail in tails if tail in meanings}
            assert inside & {"ordinary", "doubtful"}, each.ending
            assert "title" in inside, each.ending


def test_no_action_word_is_listed_twice() -> None:
    assert len(NAMING.actions) == len(set(NAMING.actions))
