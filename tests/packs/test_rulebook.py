"""The pages of the rules."""

import json

import pytest

from specvalidator.models import KIND_TITLES
from specvalidator.packs import load_pack
from specvalidator.packs.rulebook import as_json, rule_page, rules_in_force, table
from specvalidator.reports import Style
from specvalidator.typesetting import width
from specvalidator.wording import Lang

PACK = load_pack()
RULES = list(rules_in_force(PACK))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_shows_each_rule_with_its_title_in_80_columns(lang: Lang) -> None:
    text = table(PACK, Style(lang=lang))
    joined = "".join(text.split())
    for name in RULES:
        assert f"  {name}" in text
        assert "".join(PACK.rules[name].title.said(lang).split())[:6] in joined
    assert max(map(width, text.splitlines())) <= 80


def test_the_table_is_grouped_by_kind() -> None:
    kinds = {rule.kind for rule in PACK.rules.values()}
    text = table(PACK, Style())
    assert all((KIND_TITLES[kind].zh in text) == (kind in kinds) for kind in KIND_TITLES)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page_that_quotes_its_clause(name: str) -> None:
    page = rule_page(PACK, name, Style())
    clause = PACK.clauses[PACK.rules[name].clause]
    joined = "".join(page.split())
    assert clause.where in page
    assert "".join(clause.text.split()) in joined
    for lang in ("zh", "en"):
        assert "".join(PACK.rules[name].title.said(lang).split()) in joined
        assert "".join(PACK.rules[name].message.said(lang).split()) in joined
    assert max(map(width, page.splitlines())) <= 80


def test_a_long_list_is_shown_by_its_beginning_and_its_length() -> None:
    page = rule_page(PACK, "occupation-as-name", Style())
    assert "(1631)" in page
    assert len(page) < 5_000


@pytest.mark.parametrize(
    ("lang", "said", "unsaid"),
    [
        ("zh", "考核内容第4项 › 考核比重：“10%”", "/tasks/3"),
        ("en", "/tasks/3/weight_text (考核内容第4项 › 考核比重): “10%”", "/tasks/3/weight ("),
    ],
)
def test_an_example_says_what_it_changes_as_the_form_does(
    lang: Lang, said: str, unsaid: str
) -> None:
    page = rule_page(PACK, "weight-total", Style(lang=lang), lang)
    change = next(line for line in page.splitlines() if "“10%”" in line)
    assert change.strip() == said
    assert unsaid not in change


def test_dropped_rules_stand_apart_with_their_reason() -> None:
    rules = {
        **PACK.rules,
        "weight-total": PACK.rules["weight-total"].model_copy(update={"off": "另有规定"}),
    }
    pack = PACK.model_copy(update={"rules": rules})
    in_force, _, apart = table(pack, Style()).partition("停用的规则 (1)")
    assert "weight-total" not in in_force
    assert apart.split() == ["weight-total", "另有规定"]


def test_json_and_page_are_the_same_each_time() -> None:
    assert as_json(PACK, RULES) == as_json(PACK, RULES)
    assert json.loads(as_json(PACK, ["weight-total"]))["pack"]["id"] == "weihai-2021-5"
