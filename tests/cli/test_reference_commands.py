"""`rules` and `schema` on the command line."""

import json
from collections.abc import Callable
from typing import Any

from specvalidator.packs import load_pack
from specvalidator.rulebook import rules_in_force
from specvalidator.schemas import SCHEMAS, schema_text

Make = Callable[..., Any]


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
    assert {example["outcome"] for example in rule["examples"]} == {"pass", "fail", "review"}


def test_all_rules_as_json_come_in_the_order_of_the_pack(specvalidator: Make) -> None:
    page = specvalidator("rules", "--format", "json").json
    assert [rule["name"] for rule in page["rules"]] == list(rules_in_force(load_pack()))


def test_schema_lists_the_schemas(specvalidator: Make) -> None:
    assert specvalidator("schema").out.split() == list(SCHEMAS)


def test_schema_prints_one(specvalidator: Make) -> None:
    result = specvalidator("schema", "report")
    assert result.out == schema_text("report")
    assert json.loads(result.out)["$id"].startswith("urn:specvalidator:report:")
