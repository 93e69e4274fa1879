"""What becomes of what checks yield: certain or a question, worded, quoted, in order."""

from collections.abc import Iterable, Mapping

import pytest

from specvalidator import Report, Specification, Submission
from specvalidator.checks.base import Check, Params
from specvalidator.engine import LOOK_AT_ORIGINAL, judge
from specvalidator.findings import Doubt, Facts, Moot, Outcome, Problem
from specvalidator.models.specification import Task
from specvalidator.packs import Bilingual, Rule, Variant, load_pack
from specvalidator.packs.binding import BoundRule, bind
from specvalidator.places import WordPlace
from specvalidator.submission import Reading, Remark
from specvalidator.wording import Words

BOUND = bind(load_pack())
LIKE = BOUND.pack.rules["too-few-tasks"]
UNREAD = Words("比重看不清。", "The weight cannot be made out.")
TASKS = tuple(Task(name=f"任务{number}", weight_text="约三成") for number in range(12))
RECORD = Specification(name="海带加工", tasks=TASKS)


def said(zh: str, en: str) -> Bilingual:
    return Bilingual(zh=zh, en=en)


def rule(
    name: str,
    *outcomes: Outcome,
    numbers: Mapping[str, str] = {},
    form: type = Specification,
    **changes: object,
) -> BoundRule:
    """A rule whose check yields these outcomes, whatever it is asked about."""

    def run(_record: object, _params: object) -> "Iterable[Outcome]":
        yield from outcomes

    check = Check(name, run, form, Params, frozenset(), frozenset())  # type: ignore[arg-type]
    words = {"message": said("说明", "message"), "suggestion": said("建议", "advice")}
    given: Rule = LIKE.model_copy(update={"severity": "error", **words, **changes})
    return BoundRule(name, given, check, Params(), numbers)


def judged(
    *rules: BoundRule,
    record: Specification = RECORD,
    remarks: Iterable[Remark] = (),
    places: Mapping[str, WordPlace] = {},
) -> Report:
    submission = Submission(
        source=None,
        kind="specification",
        model=record,
        places=dict(places),
        remarks=tuple(remarks),
    )
    return judge(submission, BOUND._replace(rules={"specification": rules}), "en")


def doubt(path: str) -> Remark:
    return Remark(kind="doubt", path=path, message=UNREAD)


# ── silence ──────────────────────────────────────────────────────────────────────────────


def test_a_rule_that_yields_nothing_passes_and_one_without_a_matter_is_moot() -> None:
    report = judged(rule("silent"), rule("idle", Moot("/name")), rule("speaking", Problem("")))
    assert (report.passed, report.moot) == (("silent",), ("idle",))
    assert [finding.rule for finding in report.findings] == ["speaking"]


def test_a_rule_that_speaks_of_one_value_and_is_moot_for_another_did_not_pass() -> None:
    report = judged(rule("both", Moot("/name"), Problem("/definition")))
    assert (report.passed, report.moot) == ((), ())
    assert len(report.findings) == 1


# ── certain, or a question ───────────────────────────────────────────────────────────────


def test_a_problem_fails_and_a_doubt_asks() -> None:
    fault, question = judged(rule("a", Problem("/name")), rule("b", Doubt("/name"))).findings
    assert (fault.kind, fault.severity) == ("fail", "error")
    assert (question.kind, question.severity) == ("review", "note")


def test_a_rule_that_asks_a_person_accuses_nobody() -> None:
    (finding,) = judged(rule("a", Problem("/name"), severity="review")).findings
    assert (finding.kind, finding.severity) == ("review", "note")


AT = "/tasks/3/weight"
CLOSE: list[tuple[str, str, str, str]] = [
    (AT, AT, "review", "the value itself was not read"),
    (AT, "/tasks/3", "review", "nothing was read of the value, and its row was in doubt"),
    (AT, "", "review", "nothing was read of the value, and the page was in doubt"),
    (AT, "/tasks/4/weight", "fail", "another row"),
    ("/tasks/11/weight", "/tasks/1", "fail", "another row whose number begins alike"),
    ("/tasks/3/name", "/tasks/3", "fail", "the value was read, whatever else stands there"),
    ("/requirements", "/requirements/examiners", "review", "a blank part with a doubt within"),
    ("/tasks", "", "review", "a list may go on where the page was not read"),
    ("/name", "", "fail", "a value that was read, though the page was in doubt"),
]


@pytest.mark.parametrize(
    ("spoken_of", "doubted", "kind", "why"), CLOSE, ids=[row[3] for row in CLOSE]
)
def test_what_was_not_read_makes_a_problem_a_question(
    spoken_of: str, doubted: str, kind: str, why: str
) -> None:
    (finding,) = judged(rule("a", Problem(spoken_of)), remarks=[doubt(doubted)]).findings
    assert finding.kind == kind, why
    if kind == "review":
        assert finding.message == UNREAD.en
        assert finding.suggestion == LOOK_AT_ORIGINAL.en


def test_a_doubt_about_a_value_that_a_problem_is_about_too_makes_it_a_question() -> None:
    problem = Problem("/name", related=("/tasks/3/name",))
    (finding,) = judged(rule("a", problem), remarks=[doubt("/tasks/3/name")]).findings
    assert finding.kind == "review"


@pytest.mark.parametrize("kind", ["misprint", "hidden"])
def test_only_doubts_make_a_question(kind: str) -> None:
    remark = doubt("/name").model_copy(update={"kind": kind})
    (finding,) = judged(rule("a", Problem("/name")), remarks=[remark]).findings
    assert finding.kind == "fail"


def test_a_doubt_is_said_once_by_the_rule_it_silenced_or_by_the_rule_on_reading() -> None:
    asked: list[str] = []

    def left(reading: Reading, _params: object) -> Iterable[Outcome]:
        asked.extend(remark.path for remark in reading.remarks)
        return iter(())

    on_reading = rule("unreadable", form=Reading)
    on_reading = on_reading._replace(check=on_reading.check._replace(run=left))  # type: ignore[arg-type]
    remarks = [doubt("/name"), doubt("/definition")]
    report = judged(on_reading, rule("a", Problem("/name")), remarks=remarks)
    assert asked == ["/definition"]
    assert [finding.rule for finding in report.findings] == ["a"]


def test_one_doubt_about_much_is_one_question_and_says_where_else() -> None:
    problems = [Problem("/requirements/eligibility"), Problem("/requirements/examiners")]
    (finding,) = judged(rule("a", *problems), remarks=[doubt("/requirements")]).findings
    assert finding.kind == "review"
    assert finding.location.path == "/requirements/eligibility"
    assert [each.path for each in finding.related] == ["/requirements/examiners"]


# ── order ────────────────────────────────────────────────────────────────────────────────


def test_the_gravest_come_first_and_questions_last() -> None:
    report = judged(
        rule("question", Doubt("/name")),
        rule("note", Problem("/name"), severity="note"),
        rule("warning", Problem("/name"), severity="warning"),
        rule("error", Problem("/name")),
    )
    assert [each.rule for each in report.findings] == ["error", "warning", "note", "question"]


def test_findings_alike_in_gravity_stand_as_in_the_record_and_rows_by_their_number() -> None:
    paths = ["/tasks/10/name", "/requirements", "/tasks/2/name", "/name", "/tasks/2"]
    report = judged(rule("a", *map(Problem, paths)))
    assert [each.location.path for each in report.findings] == [
        *("/name", "/tasks/2", "/tasks/2/name", "/tasks/10/name", "/requirements"),
    ]


# ── words ────────────────────────────────────────────────────────────────────────────────


def worded(facts: Facts, numbers: Mapping[str, str], message: str) -> str:
    words = said(message, message)
    (finding,) = judged(rule("a", Problem("", facts), numbers=numbers, message=words)).findings
    return finding.message


def test_messages_are_filled_with_facts_before_numbers() -> None:
    numbers = {"least": "3", "found": "of the rule"}
    assert worded({"found": "2"}, numbers, "$found of $least") == "2 of 3"


def test_facts_are_said_in_the_language_of_the_report() -> None:
    assert worded({"what": Words("名称", "the name")}, {}, "$what") == "the name"


def test_a_quote_is_shortened_and_a_dollar_in_it_is_no_blank() -> None:
    assert worded({"quote": "长" * 61}, {}, "“$quote”") == f"“{'长' * 59}…”"
    assert worded({"quote": "长" * 60}, {}, "“$quote”") == f"“{'长' * 60}”"
    assert worded({"quote": "$least"}, {"least": "3"}, "$quote") == "$least"


def test_what_a_check_says_itself_is_no_quote_and_may_be_longer() -> None:
    words = Words("列" * 240, "list " * 40)
    assert worded({"list": words}, {}, "$list") == words.en


def test_a_variant_has_words_gravity_and_clause_of_its_own_where_it_says_so() -> None:
    other = next(name for name in BOUND.clauses if name != LIKE.clause)
    variants = {
        "full": Variant(
            message=said("另说", "other"),
            suggestion=said("另议", "do so"),
            severity="note",
            clause=other,
        ),
        "bare": Variant(message=said("又说", "again")),
    }
    outcomes = [Problem("/name", variant=each) for each in ("full", "bare")]
    bare, full = judged(rule("a", *outcomes, variants=variants)).findings
    assert (full.message, full.suggestion, full.severity) == ("other", "do so", "note")
    assert full.clause.id == other
    assert (bare.message, bare.suggestion, bare.severity) == ("again", "advice", "error")
    assert bare.clause.id == LIKE.clause


# ── places ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "block"), [("/tasks/3/weight", 4), ("/tasks/3", 4), ("/tasks/33", 1), ("", 1)]
)
def test_a_finding_stands_where_the_nearest_part_of_the_form_does(path: str, block: int) -> None:
    places = {"/tasks/3": WordPlace(block=4), "": WordPlace(block=1)}
    (finding,) = judged(rule("a", Problem(path)), places=places).findings
    assert isinstance(finding.location.place, WordPlace)
    assert finding.location.place.block == block


def test_what_has_no_place_in_the_file_stands_nowhere() -> None:
    (finding,) = judged(rule("a", Problem("/name")), places={"/tasks": WordPlace(block=4)}).findings
    assert finding.location.place is None


def test_what_is_written_there_is_quoted_as_it_stands() -> None:
    (finding,) = judged(
        rule("a", Problem("/tasks/3/weight", related=("/tasks/3", "/definition")))
    ).findings
    assert finding.location.written == "约三成"
    assert [each.written for each in finding.related] == ["任务3", None]


@pytest.mark.parametrize(
    ("places", "message"),
    [
        ({}, "There is no definition."),
        ({"/definition": WordPlace(block=3)}, "Nothing is written under 定义."),
    ],
    ids=["no heading", "a heading without text"],
)
def test_a_heading_without_text_is_called_empty_and_not_absent(
    places: Mapping[str, WordPlace], message: str
) -> None:
    known = {each.name: each for each in BOUND.rules["specification"]}
    report = judged(known["missing-definition"], record=Specification(name="甲"), places=places)

    assert [finding.message for finding in report.findings] == [message]
