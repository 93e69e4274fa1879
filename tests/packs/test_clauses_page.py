"""The traceability table as people and programs get it."""

import json

import pytest

from specvalidator.packs import load_pack
from specvalidator.packs.traceability import clauses_json, clauses_page, traced
from specvalidator.reports import Style
from specvalidator.typesetting import width
from specvalidator.wording import Lang

PACK = load_pack()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_clause_has_a_rule_in_force_or_a_reason_why_a_person_must() -> None:
    assert [each.id for each in traced(PACK) if not each.is_covered] == []


def test_the_clauses_come_in_the_order_of_the_notice_each_once() -> None:
    assert [each.id for each in traced(PACK)] == list(PACK.clauses)


def test_every_rule_is_found_at_its_clause_and_at_those_of_its_variants() -> None:
    at = {each.id: each.rules for each in traced(PACK)}
    for name, rule in PACK.rules.items():
        for _, clause in rule.clauses():
            assert name in at[clause]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_shows_each_clause_with_its_rules_or_reason_in_80_columns(lang: Lang) -> None:
    page = clauses_page(PACK, Style(lang=lang))
    entries = [squeezed(entry) for entry in page.split("\n\n")]
    for each in traced(PACK):
        head = squeezed(each.clause.where) + each.id + {"zh": "条文", "en": "text"}[lang]
        (entry,) = [entry for entry in entries if entry.startswith(head)]
        assert all(rule in entry for rule in each.rules)
        if each.clause.by_hand:
            assert squeezed(each.clause.by_hand.said(lang)) in entry
    assert max(map(width, page.splitlines())) <= 80


def test_the_summary_counts_the_clauses_and_finds_no_gap() -> None:
    last = clauses_page(PACK, Style(lang="en")).rstrip().rpartition("\n\n")[2]
    assert last.startswith(f"{len(PACK.clauses)} clauses:")
    assert " ".join(last.split()).endswith("0 without either.")


def test_a_rule_that_is_switched_off_leaves_a_gap_that_is_counted() -> None:
    off = PACK.rules["missing-dossier-item"].model_copy(update={"off": "-"})
    clause = PACK.clauses["annex1-2-dossier"].model_copy(update={"by_hand": None})
    pack = PACK.model_copy(
        update={
            "rules": {
                name: rule
                for name, rule in (PACK.rules | {"missing-dossier-item": off}).items()
                if name not in ("unreadable-file-in-dossier", "several-applicants")
            },
            "clauses": PACK.clauses | {"annex1-2-dossier": clause},
        }
    )
    assert [each.id for each in traced(pack) if not each.is_covered] == ["annex1-2-dossier"]
    assert "1条没有着落" in squeezed(clauses_page(pack, Style()))


def test_the_json_holds_every_clause_whole() -> None:
    page = json.loads(clauses_json(PACK))
    assert page["pack"]["id"] == "weihai-2021-5"
    entries = {entry["id"]: entry for entry in page["clauses"]}
    assert list(entries) == list(PACK.clauses)
    for name, clause in PACK.clauses.items():
        assert entries[name]["text"] == clause.text
        assert entries[name]["where"] == clause.where
        assert entries[name]["rules"] or entries[name]["by_hand"]["zh"]
