"""The made-up province: its words, law and papers are its pack's alone, and need no Python."""

import re
from pathlib import Path
from typing import Any

import pytest

import specvalidator as sv
from packs.relabelling import relabelled
from specvalidator import forms
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.packs.checking import examined

PACKS = Path(__file__).parents[2] / "examples" / "packs"
LINDONG = PACKS / "lindong-2026-1.toml"


def said(kind: Kind, **changes: Any) -> dict[str, str]:  # noqa: ANN401 - as JSON has it
    record = MODELS[kind].model_validate(valid_record(kind) | changes)
    report = sv.check(record, pack=LINDONG)
    return {each.rule: each.message for each in report.findings}


def rules_said(data: bytes, pack: str | Path) -> set[str]:
    [report] = sv.validate(data, pack=pack)
    return {each.rule for each in report.findings}


def test_both_example_packs_are_sound_and_short() -> None:
    files = sorted(PACKS.glob("*.toml"))
    assert len(files) == 2
    assert [each for file in files for each in examined(file).faults] == []
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 150


def test_a_form_in_the_words_of_the_province_is_read_by_its_pack_alone() -> None:
    labels = {
        "山东省专项职业能力考点设立申请表": "林东省考核站点申报书",
        "申请单位": "申建单位",
        "联系电话": "业务热线",
        "考评工种": "评审方向",
    }
    form = relabelled(
        forms.write(MODELS["application"].model_validate(valid_record("application"))), labels
    )

    assert rules_said(form, LINDONG) == set()
    assert "missing-field" in rules_said(form, "weihai-2021-5")


def test_a_specification_in_the_words_of_the_province_is_read_by_its_pack_alone() -> None:
    record = MODELS["specification"].model_validate(valid_record("specification"))
    form = relabelled(forms.write(record), {"考核比重": "计分份额", "考评员构成": "评审组"})

    assert rules_said(form, LINDONG) == set()
    assert "missing-content-table" in rules_said(form, "weihai-2021-5")


@pytest.mark.parametrize(
    ("text", "is_even"), [("评审组不少于3名考评员", False), ("评审组不少于4名考评员", True)]
)
def test_examiners_are_odd_in_number(text: str, is_even: bool) -> None:  # noqa: FBT001
    requirements = valid_record("specification")["requirements"] | {"examiners": text}
    assert ("even-number-of-examiners" in said("specification", requirements=requirements)) == (
        is_even
    )


def test_one_of_two_electives_makes_the_whole() -> None:
    tasks = valid_record("specification")["tasks"]
    names = ("备料", "和面", "蒸制（选考）", "烤制（选考）")
    weights = (30, 40, 30, 30)
    chosen = [
        task | {"name": name, "weight": weight, "weight_text": f"{weight}%"}
        for task, name, weight in zip(tasks, names, weights, strict=True)
    ]
    assert said("specification", tasks=chosen) == {}
    chosen[3] |= {"weight": 20, "weight_text": "20%"}
    assert "蒸制（选考）" in said("specification", tasks=chosen)["weight-total-with-electives"]


def test_results_are_due_in_calendar_days() -> None:
    held = {"date": "2026-09-29"}
    assert "late-results-by-calendar" not in said("session", **held, results_date="2026-10-04")
    late = said("session", **held, results_date="2026-10-05")
    assert "2026年10月4日" in late["late-results-by-calendar"]
    assert "late-results" not in late


def test_no_report_of_the_province_speaks_for_weihai() -> None:
    reports = [sv.check(MODELS[kind](), pack=LINDONG) for kind in MODELS]
    for report in reports:
        said = [f"{each.message}{each.suggestion}" for each in report.findings]
        assert [each for each in said if re.search("威海|山东|附件", each)] == []
        for clause in (*(each.clause for each in report.findings), *report.by_hand):
            assert (clause.notice == "威人社字〔2021〕5号") == clause.where.startswith("威人社字")
            assert clause.notice or not re.search("威海|山东", clause.text)
    dossier = next(each for each in reports if each.kind == "dossier")
    assert "《林东省考核站点申报书》" in " ".join(each.message for each in dossier.findings)
