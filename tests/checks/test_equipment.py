"""Equipment in the words of a requirement (附件2 六.4), and whether a table lists it."""

import pytest

from costs import processor_seconds
from specvalidator.checks.dossier.equipment import EquipmentWords, equipment_covered
from specvalidator.checks.dossier.equipment_lists import equipment_named
from specvalidator.findings import Doubt, Moot
from specvalidator.models import Dossier
from specvalidator.packs import load_pack
from specvalidator.packs.cases import valid_record

WORDS = EquipmentWords.model_validate(load_pack().rules["equipment-not-covered"].params)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("配备作业台、坐凳和急救箱。", "作业台 坐凳 急救箱", "a list behind 配备"),
        ("配备操作台，蒸锅；电子秤", "操作台 蒸锅 电子秤", "commas and semicolons"),
        ("工具：卡尺、锤子", "卡尺 锤子", "a title with a colon"),
        ("设备有和面机2台、压面机1台", "和面机 压面机", "设备有, quantities behind"),
        ("每人配备1把剪刀、1个热熔胶枪", "剪刀 热熔胶枪", "quantities before"),
        ("每人配备平缝机、剪刀各1套", "平缝机 剪刀", "各1套"),
        ("每人配剪刀1把", "剪刀", "配 alone"),
        ("需装配工具。", "", "装配 is another word"),
        ("配备压面机和和面机", "压面机 和面机", "和 joins, and is a letter of a name"),
        ("配备和面机", "和面机", "和 is a letter of a name"),
        ("配备操作台（不锈钢，1800mm）4张", "操作台", "what stands in brackets"),
        ("配备不少于5台的电脑", "电脑", "a quantity with 不少于"),
        ("配备直径32cm炒锅2口", "直径炒锅", "a size; the rest is compared by what it contains"),
        ("配备锤子、扳手等工具", "锤子 扳手", "等工具 ends the list"),
        ("配备相应的投影仪", "投影仪", "what stands before 的"),
        ("配备电磁炉或燃气灶", "电磁炉或燃气灶", "one of two"),
        ("具备良好的通风、采光条件", "", "conditions are no equipment"),
        ("具备满足考核要求的场地、教室", "", "nor are rooms"),
        ("配备必要的设备、工具、器材", "", "nor general words"),
        ("提供面粉、白糖", "", "nor materials"),
        ("场地整洁，剪刀不得带出", "", "no list begins"),
        ("配备剪刀。尺自备", "剪刀", "a full stop ends the list"),
        ("", "", "nothing"),
    ],
)
def test_the_equipment_that_a_requirement_names(text: str, expected: str, why: str) -> None:
    assert list(equipment_named(text, WORDS)) == expected.split(), why


def missing(required: str, *listed: str) -> str | None:
    """What is not covered, None where there is nothing to compare."""
    record = valid_record("dossier")
    record["specifications"][0]["requirements"]["venue_and_equipment"] = required
    record["applications"][0]["equipment"] = [{"name": name} for name in listed]
    outcomes = list(equipment_covered(Dossier.model_validate(record), WORDS))
    if any(isinstance(outcome, Moot) for outcome in outcomes):
        return None
    found = [each.facts["missing"] for each in outcomes if isinstance(each, Doubt)]
    return "".join(words if isinstance(words, str) else words.zh for words in found)


@pytest.mark.parametrize(
    ("required", "listed", "expected", "why"),
    [
        ("配备操作台", ["不锈钢操作台"], "", "the table says more"),
        ("配备不锈钢操作台", ["操作台"], "", "the requirement says more"),
        ("配备尺", ["钢直尺"], "", "a single letter ends the name"),
        ("配备尺", ["尺寸测量架"], "尺", "a single letter within is another thing"),
        ("配备电脑", ["计算机（台式）"], "", "two words for one thing"),
        ("配备台式电脑", ["台式计算机"], "", "within a longer name"),
        ("配备万用电表", ["万用电表头"], "", "contained"),
        ("配备电动角磨机", ["电动角麿机"], "", "a misprint"),
        ("配备电子秤", ["和面机"], "电子秤", "another thing"),
        ("配备电磁炉或燃气灶", ["燃气灶"], "", "one of two"),
        ("配备电磁炉或燃气灶", ["蒸锅"], "电磁炉或燃气灶", "neither"),
        ("配备剪刀、尺、剪刀", ["蒸锅"], "剪刀、尺", "each once"),
        ("配备剪刀", [], None, "nothing is listed"),
        ("通风良好的教室", ["蒸锅"], None, "nothing is named"),
    ],
)
def test_what_the_table_does_not_list(
    required: str, listed: list[str], expected: str | None, why: str
) -> None:
    assert missing(required, *listed) == expected, why


@pytest.mark.parametrize(
    "required",
    [
        "配备" + "和" * 200_000,
        "配备" + "、".join(["电动" * 3 + "机"] * 50_000),
        "配备" + "1" * 200_000,
        "（" * 200_000,
        "配备" * 100_000,
        "设备" + "有" * 200_000,
    ],
    ids=lambda text: text[:4],
)
def test_hostile_requirements_are_read_in_no_time(required: str) -> None:
    rows = [f"设备{number}" for number in range(5000)]
    assert processor_seconds(lambda: missing(required, *rows)) < 5
