"""The requirements, with texts as drafters write them and the pack's own words."""

import pytest

import specvalidator
from specvalidator.findings import Doubt, Moot, Outcome, Problem
from specvalidator.models import Specification
from specvalidator.models.specification import Requirements, Task
from specvalidator.packs.binding import bind

RULES = {rule.name: rule for rule in bind(specvalidator.load_pack()).rules["specification"]}


def asked(rule: str, spec: Specification) -> list[Outcome]:
    bound = RULES[rule]
    return list(bound.check.run(spec, bound.params))


def of_examiners(text: str | None) -> Specification:
    return Specification(requirements=Requirements(examiners=text))


def of_method(text: str | None) -> Specification:
    return Specification(requirements=Requirements(method_and_time=text))


EXAMINERS = [
    ("每个考评组中不少于3名考评员。", None, "a least number"),
    ("考评员3-5人", None, "a range"),
    ("由三名及以上考评员组成考评组", None, "a Chinese numeral"),
    ("考评人员与考生的配比为1:5，每个考评组不少于3名考评员。", None, "a ratio and a number"),
    ("考评员须熟悉本专业，具有三级以上职业资格。", Problem, "a level is no number"),
    ("由具有5年以上工作经历的考评员组成。", Problem, "years are no number"),
    ("考评员由考核机构选派，数量为单数。", Problem, "that it is odd is no number"),
    ("考评人员与考生的配比为1:5。", Doubt, "a ratio alone"),
    ("考评员与考生按一比五配备。", Doubt, "a ratio in words"),
    ("考评员不超过5名。", Doubt, "an upper bound"),
    ("考评员数量：3", None, "a number without 名"),
    ("考评员≥3", None, "a sign"),
    ("考评员三个以上", None, "个 with 以上"),
    ("考评员配备几名，视考生人数而定。", Problem, "some"),
]


@pytest.mark.parametrize(("text", "expected", "why"), EXAMINERS, ids=[w for *_, w in EXAMINERS])
def test_the_number_of_examiners_is_stated(
    text: str, expected: type[Outcome] | None, why: str
) -> None:
    outcomes = asked("examiners-not-stated", of_examiners(text))

    assert [type(each) for each in outcomes] == ([expected] if expected else []), why


METHODS = [
    ("考核方式：现场实际操作；考核时间：90分钟。", True, "with its heading"),
    ("实操，60min", True, "in two words"),
    ("提交作品，由考评员评分。", True, "a piece of work"),
    ("在仿真软件上完成，60分钟。", True, "simulation"),
    ("90分钟。", False, "a time alone"),
    ("考核方式与考核时间：120分钟，60分以上为合格。", False, "its heading says no method"),
]


@pytest.mark.parametrize(("text", "stated", "why"), METHODS, ids=[why for *_, why in METHODS])
def test_the_method_is_stated(text: str, stated: bool, why: str) -> None:  # noqa: FBT001 - a table
    assert (asked("method-not-stated", of_method(text)) == []) is stated, why


MARKS = [
    ("现场实际操作，时间60分钟。", [], "a time is no mark"),
    ("实行百分制，60分以上（含60分）为合格。", [], "the notice's own words"),
    ("满分100分，60分及格，考核时间120分钟。", [], "the full mark is stated"),
    ("成绩达到80分为合格。", [None], "80 passes"),
    ("满分为120分，72分以上为合格。", ["scale"], "another scale, with its own pass mark"),
]


@pytest.mark.parametrize(("text", "variants", "why"), MARKS, ids=[why for *_, why in MARKS])
def test_the_pass_mark_is_the_notices(text: str, variants: list[str | None], why: str) -> None:
    outcomes = asked("wrong-pass-mark", of_method(text))

    assert [each.variant for each in outcomes if isinstance(each, Problem)] == variants, why


THEORY = [
    ("采用现场实际操作的方式，不单独考核理论知识。", False, "the notice's own words"),
    ("不进行理论考试，采用实际操作方式。", False, "denied"),
    ("理论知识在实操中考核。", False, "within the practical work"),
    ("理论知识考核结合实际操作进行。", False, "together with the practical work"),
    ("采用实际操作方式，无需笔试。", False, "not needed"),
    ("理论考试时间不少于60分钟，实操120分钟。", True, "不少于 denies nothing"),
    ("包括理论知识考试和技能操作考核。", True, "two examinations"),
    ("不提供草稿纸。理论考试采用闭卷方式。", True, "the denial is in another sentence"),
]


@pytest.mark.parametrize(("text", "spoken", "why"), THEORY, ids=[why for *_, why in THEORY])
def test_an_examination_in_theory_is_noticed(text: str, spoken: bool, why: str) -> None:  # noqa: FBT001 - a table
    assert bool(asked("separate-theory-exam", of_method(text))) is spoken, why


@pytest.mark.parametrize(
    "rule",
    [
        "examiners-not-stated",
        "too-few-examiners-in-specification",
        "duration-not-stated",
        "method-not-stated",
        "wrong-pass-mark",
        "separate-theory-exam",
    ],
)
def test_what_is_not_given_is_neither_right_nor_wrong(rule: str) -> None:
    assert [type(each) for each in asked(rule, Specification())] == [Moot]


def test_a_paragraph_that_holds_all_items_is_a_question_not_a_fault() -> None:
    merged = (
        "申报条件：达到法定劳动年龄。考评员构成：3名考评员。"
        "考核方式与考核时间：实操，60分钟。鉴定场地设备要求：操作间。"
    )
    spec = Specification(requirements=Requirements(eligibility=merged))

    outcomes = asked("missing-requirement", spec)

    assert [(type(each), each.path) for each in outcomes] == [
        (Doubt, "/requirements/examiners"),
        (Doubt, "/requirements/method_and_time"),
        (Doubt, "/requirements/venue_and_equipment"),
    ]


def test_an_examination_in_theory_may_hide_among_the_tasks() -> None:
    spec = Specification(tasks=(Task(name="面团调制"), Task(name="理论知识考试")))

    [problem] = asked("separate-theory-exam", spec)

    assert problem.path == "/tasks/1/name"
