"""The projects of one field, parted as people part them."""

import pytest

from specvalidator.extract.application.projects import projects_in

LISTS = [
    ("柳筐编织（收纳筐、花篮）", ["柳筐编织（收纳筐、花篮）"], "marks in brackets part nothing"),
    (
        "面塑(捏塑,蒸制)、果树修剪",
        ["面塑(捏塑,蒸制)", "果树修剪"],
        "a bracket, and a mark behind it",
    ),
    ("柳筐编织／果树修剪", ["柳筐编织", "果树修剪"], "a wide slash"),
    ("剪纸/面塑", ["剪纸", "面塑"], "short crafts beside each other"),
    ("车/铣床操作", ["车/铣床操作"], "a slash inside a name"),
    ("柳筐编织 果树修剪", ["柳筐编织", "果树修剪"], "a space between whole names"),
    ("柳筐编织　剪纸", ["柳筐编织", "剪纸"], "a wide space"),
    ("柳 筐 编 织", ["柳 筐 编 织"], "a spaced name"),
    ("CorelDraw 图形图像处理", ["CorelDraw 图形图像处理"], "a space inside a name"),
    ("民宿运营与管理", ["民宿运营与管理"], "与 inside a name"),
    ("（一）柳筐编织（二）果树修剪", ["柳筐编织", "果树修剪"], "numbers in brackets"),
    ("1.柳筐编织2.果树修剪", ["柳筐编织", "果树修剪"], "numbers without marks"),
    ("①柳筐编织②果树修剪", ["柳筐编织", "果树修剪"], "numbers in circles"),
    ("一、柳筐编织；二、果树修剪", ["柳筐编织", "果树修剪"], "Chinese numbers behind a mark"),
    ("共2项：柳筐编织、果树修剪", ["柳筐编织", "果树修剪"], "a count before them"),
    ("柳筐编织、果树修剪等2个项目。", ["柳筐编织", "果树修剪"], "a count behind them"),
    ("1.5吨叉车驾驶", ["1.5吨叉车驾驶"], "a number that is part of the name"),
    ("柳筐编织＋果树修剪", ["柳筐编织", "果树修剪"], "a plus"),
]


@pytest.mark.parametrize(("text", "names", "why"), LISTS, ids=[why for *_, why in LISTS])
def test_projects_are_parted(text: str, names: list[str], why: str) -> None:
    found = projects_in(text)
    assert [each.name for each in found] == names, why
    assert all(each.certain for each in found), why


@pytest.mark.parametrize(
    "text", ["中式/西式面点制作", "柳筐编织和果树修剪", "管道安装以及设备调试"]
)
def test_what_may_be_one_project_or_several_is_not_certain(text: str) -> None:
    assert [(each.name, each.certain) for each in projects_in(text)] == [(text, False)]
