"""Every case of every rule, on the record alone, through Word, PDF, OFD and an old Word file."""

import json
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from string import Template

import pytest
from pydantic import BaseModel

import specvalidator
from exporting import Export
from readers.ofd.ofd_files import from_pdf
from readers.office.converting import with_typed_numbers
from specvalidator import Finding, Report, Submission, forms
from specvalidator.catalogue import Catalogue
from specvalidator.findings import Moot
from specvalidator.models import MODELS, Kind
from specvalidator.models.base import Record
from specvalidator.packs import load_pack
from specvalidator.packs.binding import BoundPack, bind
from specvalidator.packs.cases import Case, cases_of, record_of, rules_with_cases, valid_record
from specvalidator.readers.catalogues import read_catalogue
from specvalidator.shipped import data_folder
from specvalidator.submission import Reading

PACK = load_pack()
CASES = tuple(case for rule in rules_with_cases() for case in cases_of(rule))
CATALOGUE = read_catalogue((data_folder("cases") / "catalogue.csv").read_bytes())
"""The published projects that cases of rules on them are judged by."""
SENTENCE_ENDS = {"zh": ("。", "？", "！"), "en": (".", "?", "!")}


def kind_of(case: Case) -> Kind:
    return PACK.rules[case.rule].kind


def model_of(case: Case) -> Record:
    kind = kind_of(case)
    return MODELS[kind].model_validate(record_of(case, kind))


def as_record(case: Case) -> Submission:
    """The record itself, as another program hands it over."""
    return Submission(source=None, kind=kind_of(case), model=model_of(case), remarks=case.remarks)


def through_word(case: Case) -> Submission:
    """The record written into a Word form and read back: nothing may change on the way."""
    model = model_of(case)
    submissions = specvalidator.read(forms.write(model))
    assert [submission.model for submission in submissions] == [model]
    return submissions[0]


def through_json(case: Case) -> Submission:
    """The record as a file of its own, recognised by its fields."""
    model = model_of(case)
    (submission,) = specvalidator.read(model.model_dump_json().encode())
    assert (submission.kind, submission.model) == (kind_of(case), model)
    return submission


WAYS: Mapping[str, Callable[[Case], Submission]] = {
    "record": as_record,
    "word": through_word,
    "json": through_json,
}
PAPERLESS: set[Kind] = {"dossier", "session"}
"""Kinds of which there is no form."""


def can_go(way: str, case: Case) -> bool:
    """A case that a Word file cannot show, or that is about reading itself, stays a record."""
    if way == "word" and (case.word is not None or kind_of(case) in PAPERLESS):
        return False
    return way == "record" or not case.remarks


def catalogue_for(case: Case) -> Catalogue | None:
    """The catalogue, only for rules that need it: cases of others name projects as they like."""
    return CATALOGUE if PACK.rules[case.rule].needs else None


def sentence(case: Case) -> str:
    return f"{case.rule}: {case.outcome}: {case.why.en}"


def cases_by_way() -> list[object]:
    """Every case each way; through Word, which costs most, one of each outcome in the fast lane."""
    shown = one_of_each([case for case in CASES if can_go("word", case)])
    return [
        pytest.param(
            *(way, case),
            id=f"{way}: {sentence(case)}",
            marks=[pytest.mark.slow] if way == "word" and case not in shown else [],
        )
        for way in WAYS
        for case in CASES
        if can_go(way, case)
    ]


def one_of_each(cases: list[Case]) -> list[Case]:
    """The last case of each outcome of each rule."""
    return list({(case.rule, case.outcome): case for case in cases}.values())


@cache
def bound_pack() -> BoundPack:
    return bind(PACK, CATALOGUE)


def of_this_rule(case: Case, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == case.rule]


def expected_severity(case: Case) -> str:
    own = PACK.rules[case.rule].severity
    return "note" if case.outcome == "review" else case.severity or own


@pytest.mark.parametrize(("way", "case"), cases_by_way())
def test_a_rule_says_what_its_case_says_and_no_other_rule_speaks(way: str, case: Case) -> None:
    speaks_as_said(case, WAYS[way](case))


def speaks_as_said(case: Case, submission: Submission) -> None:
    report = specvalidator.check(submission, catalogue=catalogue_for(case))

    own = of_this_rule(case, report)
    others = {finding.rule for finding in report.findings} - {case.rule}
    assert others == set(case.also)
    if case.outcome == "pass":
        assert own == []
        assert case.rule in (*report.passed, *report.moot)
    else:
        assert {finding.kind for finding in own} == {case.outcome}
        assert {finding.severity for finding in own} == {expected_severity(case)}
        assert case.at is None or case.at in [finding.location.path for finding in own]


def cases_in_pdf() -> list[Case]:
    """Every case that Word can show; outside CI one of each outcome, for LibreOffice is slow."""
    cases = [case for case in CASES if can_go("word", case)]
    if os.environ.get("CI"):
        return cases
    return one_of_each(cases)


Make = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
"""Makes files of another format of Word files by name."""


def made_of_all(request: pytest.FixtureRequest, fixture: str, make: Make) -> dict[str, bytes]:
    """What is made of the Word files of all cases that are to run with a fixture, all at once."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function)]
    cases = [item.callspec.params["case"] for item in items if fixture in item.fixturenames]
    words = {
        sentence(each): forms.write(model_of(each)) for each in cases if isinstance(each, Case)
    }
    names = {word: f"case-{number}" for number, word in enumerate(dict.fromkeys(words.values()))}
    made = make({name: word for word, name in names.items()})
    return {said: made[names[word]] for said, word in words.items()}


@pytest.fixture(scope="module")
def pdfs(request: pytest.FixtureRequest, soffice: Export) -> Mapping[str, bytes]:
    """The PDF of each case that is to run."""
    return made_of_all(request, "pdfs", soffice)


@pytest.fixture(scope="module")
def old_words(request: pytest.FixtureRequest, soffice: Export) -> Mapping[str, bytes]:
    """The .doc of each case that is to run; LibreOffice forgets where lists go on."""

    def make(words: Mapping[str, bytes]) -> Mapping[str, bytes]:
        return soffice({name: with_typed_numbers(word) for name, word in words.items()}, "doc")

    return made_of_all(request, "old_words", make)


@pytest.mark.parametrize("case", cases_in_pdf(), ids=sentence)
def test_a_rule_says_the_same_about_a_pdf(case: Case, pdfs: Mapping[str, bytes]) -> None:
    same_on_pages(case, pdfs[sentence(case)])


@pytest.mark.parametrize("case", cases_in_pdf(), ids=sentence)
def test_a_rule_says_the_same_about_an_ofd(case: Case, pdfs: Mapping[str, bytes]) -> None:
    same_on_pages(case, from_pdf(pdfs[sentence(case)]))


@pytest.mark.parametrize("case", cases_in_pdf(), ids=sentence)
def test_a_rule_says_the_same_about_an_old_word_file(
    case: Case, old_words: Mapping[str, bytes]
) -> None:
    model = model_of(case)
    (submission,) = specvalidator.read(old_words[sentence(case)])

    assert (submission.kind, submission.model) == (kind_of(case), model)
    speaks_as_said(case, submission)


def same_on_pages(case: Case, data: bytes) -> None:
    model = model_of(case)
    (submission,) = specvalidator.read(data)

    assert submission.kind == kind_of(case)
    assert without_spaces(submission.model) == without_spaces(model)
    speaks_as_said(case, submission)


def without_spaces(record: BaseModel) -> object:
    """A record without white space: where a line ends, and with it a space, fonts decide."""
    return json.loads(re.sub(r"\s+", "", record.model_dump_json()))


@pytest.mark.parametrize("kind", forms.RECORDS)
def test_a_blank_form_says_the_same_in_a_pdf(kind: Kind, soffice: Export) -> None:
    word = forms.blank(kind)
    (pdf,) = specvalidator.read(soffice({"blank": word})["blank"])
    (twin,) = specvalidator.read(word)

    assert pdf.model == twin.model == forms.RECORDS[kind]()
    findings = [
        [(each.rule, each.kind, each.location.path) for each in specvalidator.check(form).findings]
        for form in (pdf, twin)
    ]
    assert findings[0] == findings[1]
    assert findings[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_is_said_in_whole_sentences(lang: specvalidator.wording.Lang) -> None:
    for case in CASES:
        report = specvalidator.check(as_record(case), lang=lang, catalogue=catalogue_for(case))
        for finding in of_this_rule(case, report):
            for said in (finding.message, finding.suggestion):
                assert said.strip().endswith(SENTENCE_ENDS[lang]), (case.rule, said)
                assert Template(said).get_identifiers() == [], (case.rule, said)


@pytest.mark.parametrize("kind", MODELS)
def test_the_record_that_cases_change_has_no_fault(kind: Kind) -> None:
    record = MODELS[kind].model_validate(valid_record(kind))
    report = specvalidator.check(record, catalogue=CATALOGUE)

    assert report.findings == ()
    assert report.moot == ()
    assert set(report.passed) == {name for name, _ in PACK.rules_of(kind)}


@pytest.mark.parametrize("rule", PACK.rules)
def test_every_rule_shows_when_it_is_silent_and_when_it_speaks(rule: str) -> None:
    outcomes = {case.outcome for case in cases_of(rule)}

    speaks: str = "review" if PACK.rules[rule].severity == "review" else "fail"
    assert {"pass", speaks} <= outcomes


@pytest.mark.parametrize("rule", rules_with_cases())
def test_every_case_file_belongs_to_a_rule(rule: str) -> None:
    assert rule in PACK.rules


@pytest.mark.parametrize("rule", rules_with_cases())
def test_the_passes_of_a_case_file_come_first(rule: str) -> None:
    order = [case.outcome for case in cases_of(rule)]

    assert order == sorted(order, key=["pass", "fail", "review"].index)


def test_every_case_is_a_different_sentence_in_both_languages() -> None:
    for lang in ("zh", "en"):
        sentences = [(case.rule, getattr(case.why, lang).strip()) for case in CASES]
        assert all(why for _, why in sentences)
        assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("kind", MODELS)
def test_every_wording_of_every_rule_is_shown_by_a_case(kind: Kind) -> None:
    for rule in bound_pack().rules[kind]:
        shown = set()
        for case in cases_of(rule.name):
            subject = Reading(case.remarks) if rule.check.form is Reading else model_of(case)
            outcomes = rule.check.run(subject, rule.params)
            shown |= {each.variant for each in outcomes if not isinstance(each, Moot)}
        by_the_engine = {"empty"}  # of a place, not of a record: tests/test_engine.py
        assert set(rule.rule.variants) - by_the_engine <= shown, rule.name
