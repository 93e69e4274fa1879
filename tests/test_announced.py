"""The project that a title or a sentence names, and what is none."""

import pytest

from specvalidator.announced import project_announced

NAMED = [
    ("关于举办贝壳画制作专项职业能力考核的通知", "贝壳画制作"),
    ("2025年上半年蓝屿区拉面制作专项职业能力考核公告", "拉面制作"),
    ("关于组织开展花饽饽制作、剪纸专项职业能力考核的公告", "花饽饽制作、剪纸"),
    ("蓝屿职业培训学校家政服务专项职业能力考核公告", "家政服务"),
    ("关于举办社区绿化专项职业能力考核的公告", "社区绿化"),
    ("海带加工专项职业能力考核公告（第3号）", "海带加工"),
]
NONE = [
    "专项职业能力考核公告",
    "蓝屿市2025年度专项职业能力考核公告",
    "关于开展2024年第二批专项职业能力考核的通知",
    "各区市专项职业能力考核公告",
    "蓝屿市人力资源和社会保障局专项职业能力考核公告",
    "面向社会开展专项职业能力考核公告",
    "首批专项职业能力考核公告",
]


@pytest.mark.parametrize(("title", "project"), NAMED)
def test_a_title_names_its_project(title: str, project: str) -> None:
    assert project_announced(title) == project


@pytest.mark.parametrize("title", NONE)
def test_years_places_and_offices_are_no_project(title: str) -> None:
    assert project_announced(title) is None


def test_a_sentence_names_one_behind_a_word_for_holding_assessments() -> None:
    assert (
        project_announced("我校定于4月举办拉面制作专项职业能力考核。", is_title=False) == "拉面制作"
    )
    assert project_announced("现将专项职业能力考核有关事项公告如下", is_title=False) is None
