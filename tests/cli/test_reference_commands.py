"""`rules` and `schema` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from specvalidator.packs import load_pack
from specvalidator.packs.rulebook import rules_in_force
from specvalidator.schemas import SCHEMAS, schema_text

Make = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_rules_lists_every_rule_of_the_pack(specvalidator: Make) -> None:
    result = specvalidator("rules")
    assert result.status == 0
    assert all(name in result.out for name in rules_in_force(load_pack()))


def test_a_rule_is_explained_in_both_languages(specvalidator: Make) -> None:
    result = specvalidator("rules", "weight-total")
    assert result.status == 0
    clause = load_pack().clauses[load_pack().rules["weight-total"].clause]
    assert clause.where in result.out
    assert clause.text.strip()[:30] in result.out
    assert "total = 100" in result.out
    assert "推定 implied" in result.out
    assert "通过的例子 Passes" in result.out
    assert "不通过的例子 Fails" in result.out
    assert "合计95%，少5个百分点。" in result.out
    assert "The total is 95 %, five points too little." in result.out


def test_one_language_is_enough_for_those_who_ask(specvalidator: Make) -> None:
    result = specvalidator("rules", "weight-total", "--lang", "en")
    assert "The total is 95 %, five points too little." in result.out
    assert "少5个百分点" not in result.out


def test_a_slip_in_a_name_is_answered_with_the_nearest(specvalidator: Make) -> None:
    result = specvalidator("rules", "weight-totl", "--lang", "en")
    assert result.status == 2
    assert "weight-total" in result.err


def test_rules_as_json_hold_clause_wording_and_examples(specvalidator: Make) -> None:
    page = specvalidator("rules", "weight-total", "--format", "json").json
    (rule,) = page["rules"]
    assert rule["name"] == "weight-total"
    assert rule["params"]["total"] == 100
    assert rule["clause"]["where"].startswith("附件2")
    assert {example["outcome"] for example in rule["examples"]} == {"pass", "fail"}


def test_all_rules_as_json_come_in_the_order_of_the_pack(specvalidator: Make) -> None:
    page = specvalidator("rules", "--format", "json").json
    assert [rule["name"] for rule in page["rules"]] == list(rules_in_force(load_pack()))


def test_rules_that_a_pack_drops_say_why(specvalidator: Make) -> None:
    pack = ("--pack", EXAMPLES / "packs/haiping-2024-1.toml")
    why = "本市通知允许单独考核理论知识。"
    for name in ((), ("separate-theory-exam",)):
        assert why in "".join(specvalidator("rules", *name, *pack).out.split())
    page = specvalidator("rules", *pack, "--format", "json").json
    assert {"name": "separate-theory-exam", "reason": why} in page["dropped"]
    assert "separate-theory-exam" not in {rule["name"] for rule in page["rules"]}
    [rule] = specvalidator("rules", "separate-theory-exam", *pack, "--format", "json").json["rules"]
    assert rule["off"] == why


def test_rules_with_clauses_shows_where_each_clause_is_tested(specvalidator: Make) -> None:
    result = specvalidator("rules", "--clauses", "--lang", "en")
    assert result.status == 0
    assert "附件1 二、考点遴选" in result.out
    assert "missing-dossier-item" in result.out
    assert result.out.rstrip().endswith("0 without either.")


def test_clauses_are_chinese_unless_another_language_is_asked_for(specvalidator: Make) -> None:
    assert "0条没有着落" in "".join(specvalidator("rules", "--clauses").out.split())


def test_clauses_as_json_name_their_rules(specvalidator: Make) -> None:
    page = specvalidator("rules", "--clauses", "--format", "json").json
    rules = {clause["id"]: clause["rules"] for clause in page["clauses"]}
    assert "weight-total" in rules["annex2-weight"]


def test_clauses_of_a_single_rule_are_wrong_usage(specvalidator: Make) -> None:
    result = specvalidator("rules", "weight-total", "--clauses")
    assert result.status == 2
    assert "--clauses" in result.err


def test_schema_lists_the_schemas(specvalidator: Make) -> None:
    assert specvalidator("schema").out.split() == list(SCHEMAS)


def test_schema_prints_one(specvalidator: Make) -> None:
    result = specvalidator("schema", "report")
    assert result.out == schema_text("report")
    assert json.loads(result.out)["$id"].startswith("urn:specvalidator:report:")
