"""Rule packs: one city's law laid over another's, wrong packs refused, the pack of a day."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from string import Template

import pytest

import specvalidator
from specvalidator import BadPack, Specification, packs
from specvalidator.packs import RulePack, load_pack, pack_in_force
from specvalidator.packs.binding import bind
from specvalidator.packs.cases import valid_record
from specvalidator.packs.traceability import clauses_page
from specvalidator.reports import Style
from specvalidator.wording import Lang

WEIHAI = load_pack("weihai-2021-5")
HAIPING = Path(__file__).parents[2] / "examples" / "packs" / "haiping-2024-1.toml"

HEADER = """
[pack]
id = "{id}"
title = "关于开展考核的通知"
issuer = "海坪市人力资源和社会保障局"
number = "海人社字〔2024〕1号"
jurisdiction = "{jurisdiction}"
issued = 2024-03-01
effective_from = {effective_from}
edition = "1.0"
"""
CHILD = HEADER.format(id="child", jurisdiction="379900", effective_from="2024-04-01")
EXTENDS = CHILD + 'extends = "weihai-2021-5"\n'

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a pack into a folder of the test's own."""

    def write_pack(text: str, name: str = "child.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_pack


def refusal(path: Path) -> BadPack:
    with pytest.raises(BadPack) as caught:
        bind(load_pack(path))
    return caught.value


def line_said(error: BadPack) -> int:
    """Return the line of the file that a refusal names, the same in both languages."""
    [zh], [en] = (
        re.findall(r"第(\d+)行", error.reason.zh),
        re.findall(r"line (\d+)", error.reason.en),
    )
    assert zh == en
    return int(zh)


# ── One pack laid over another ───────────────────────────────────────────────────────────


def test_a_pack_that_changes_nothing_has_every_clause_and_rule_of_the_one_it_extends(
    write: Write,
) -> None:
    child = load_pack(write(EXTENDS))

    assert {
        name: each.model_copy(update={"notice": None}) for name, each in child.clauses.items()
    } == WEIHAI.clauses
    assert child.rules == WEIHAI.rules


def test_the_header_is_never_inherited(write: Write) -> None:
    headless = changed('issuer = "海坪市人力资源和社会保障局"\n', "")

    error = refusal(write(headless))

    assert error.key == "pack.issuer"
    assert load_pack(write(EXTENDS, "whole.toml")).pack.issued == date(2024, 3, 1)


def test_one_number_can_be_changed_and_everything_else_stays(write: Write) -> None:
    child = load_pack(write(EXTENDS + "[rules.too-few-tasks.params]\nleast = 4\n"))

    own, inherited = child.rules["too-few-tasks"], WEIHAI.rules["too-few-tasks"]
    assert own.params == {**inherited.params, "least": 4}
    assert own.model_copy(update={"params": inherited.params}) == inherited


def test_a_list_of_words_is_replaced_not_added_to(write: Write) -> None:
    child = load_pack(write(EXTENDS + '[rules.name-without-action.params]\ntails = ["工艺"]\n'))

    assert child.rules["name-without-action"].params["tails"] == ["工艺"]


def test_one_wording_can_be_changed_in_one_language(write: Write) -> None:
    child = load_pack(write(EXTENDS + '[rules.missing-name]\nmessage.zh = "缺名称。"\n'))

    message = child.rules["missing-name"].message
    assert (message.zh, message.en) == ("缺名称。", WEIHAI.rules["missing-name"].message.en)


LOCAL = """
[clauses.local-code]
where = "正文 三"
text = "职业领域应写明编码。"

[rules.missing-occupation-code]
kind = "specification"
clause = "local-code"
check = "present"
basis = "must"
severity = "warning"
params = { at = "/occupation/code" }
title = { zh = "写明编码", en = "The code is given" }
message = { zh = "没有写职业编码。", en = "No code is given." }
suggestion = { zh = "请补上。", en = "Add it." }
"""


def test_a_pack_may_add_a_clause_and_a_rule_without_any_python(write: Write) -> None:
    pack = load_pack(write(EXTENDS + LOCAL))
    record = valid_record("specification")
    record["occupation"] = {"name": "中式面点师", "text": "中式面点师"}

    report = specvalidator.check(Specification.model_validate(record), pack=pack)

    assert [(found.rule, found.clause.text) for found in report.findings] == [
        ("missing-occupation-code", "职业领域应写明编码。")
    ]


def test_packs_extend_each_other_over_several_steps(write: Write) -> None:
    write(
        EXTENDS.replace('"child"', '"city"') + "[rules.too-few-tasks.params]\nleast = 4\n",
        "city.toml",
    )
    district = load_pack(write(CHILD + 'extends = "city"\n'))

    assert district.rules["too-few-tasks"].params["least"] == 4
    assert district.rules["missing-name"] == WEIHAI.rules["missing-name"]


# ── The example of another city ──────────────────────────────────────────────────────────


def judged_by_haiping(**changes: object) -> dict[str, tuple[str, str]]:
    record = valid_record("specification") | changes
    report = specvalidator.check(Specification.model_validate(record), pack=HAIPING)
    assert report.pack.number == "海人社字〔2024〕1号"
    return {found.rule: (found.kind, found.message) for found in report.findings}


def test_the_example_pack_changes_one_number() -> None:
    tasks = valid_record("specification")["tasks"]
    assert judged_by_haiping(tasks=tasks) == {}

    three = [
        {**task, "weight": weight, "weight_text": f"{weight}%"}
        for task, weight in zip(tasks[:3], (40, 30, 30), strict=True)
    ]
    kind, message = judged_by_haiping(tasks=three)["too-few-tasks"]
    assert kind == "fail"
    assert "4项" in message


def test_the_example_pack_drops_one_rule_and_says_why() -> None:
    rule = load_pack(HAIPING).rules["separate-theory-exam"]

    assert rule.off == "本市通知允许单独考核理论知识。"
    assert rule.check == WEIHAI.rules["separate-theory-exam"].check
    assert "separate-theory-exam" not in dict(load_pack(HAIPING).rules_of("specification"))


def test_the_example_pack_asks_a_person_where_the_other_warns() -> None:
    assert WEIHAI.rules["definition-off-format"].severity == "warning"

    kind, _ = judged_by_haiping(definition="一种面食的做法。")["definition-off-format"]

    assert kind == "review"


def test_the_example_pack_fits_on_a_page() -> None:
    assert len(HAIPING.read_text(encoding="utf-8").splitlines()) <= 30


# ── Whose law ────────────────────────────────────────────────────────────────────────────


def test_an_inherited_clause_is_cited_with_the_notice_that_it_comes_from() -> None:
    record = valid_record("specification") | {"definition": None, "tasks": []}
    record["requirements"] = {}
    report = specvalidator.check(Specification.model_validate(record), pack=HAIPING)

    cited = {found.rule: found.clause for found in report.findings}
    assert cited["missing-definition"].notice == "威人社字〔2021〕5号"
    assert cited["missing-definition"].where.startswith("威人社字〔2021〕5号 附件2")
    assert all(each.where.startswith("威人社字〔2021〕5号 ") for each in report.by_hand)


def test_a_clause_with_a_text_of_its_own_is_the_packs_own() -> None:
    tasks = valid_record("specification")["tasks"][:2]
    record = valid_record("specification") | {"tasks": tasks}
    report = specvalidator.check(Specification.model_validate(record), pack=HAIPING)

    [clause] = [each.clause for each in report.findings if each.rule == "too-few-tasks"]
    assert (clause.notice, clause.where) == (None, "附件1 四、考核内容")
    assert "4项" in clause.text


def test_over_several_steps_a_clause_keeps_the_notice_that_it_was_first_in(write: Write) -> None:
    write(EXTENDS.replace('"child"', '"city"').replace("1号", "2号"), "city.toml")
    district = load_pack(write(CHILD + 'extends = "city"\n'))

    assert district.clauses["annex2-weight"].notice == "威人社字〔2021〕5号"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_wording_of_another_citys_pack_names_weihai_or_its_papers(lang: Lang) -> None:
    pack = bind(load_pack(HAIPING))
    said = [
        Template(wording.said(lang)).safe_substitute(
            {name: each.said(lang) for name, each in pack.pack.pack.names}
        )
        for rule in pack.pack.rules.values()
        for wordings in (
            (rule.message, rule.suggestion),
            *((each.message, each.suggestion) for each in rule.variants.values()),
        )
        for wording in wordings
        if wording is not None
    ]
    said += [each.said(lang) for rule in pack.pack.rules.values() for each in (rule.title,)]
    said += [str(rule.params) for rule in pack.rules["dossier"]]
    assert [each for each in said if re.search("威海|山东|附件|Annex|Weihai", each)] == []


def test_a_dropped_clause_takes_its_rules_along_and_says_why(write: Write) -> None:
    pack = load_pack(write(EXTENDS + '[clauses.annex3-managers]\noff = "本市表格没有这一项。"\n'))

    assert (
        not {"missing-managers", "incomplete-manager"} & dict(pack.rules_of("application")).keys()
    )
    page = clauses_page(pack, Style())
    assert "本市表格没有这一项。" in page
    assert "1条不采用" in "".join(page.split())


def test_a_dropped_rule_is_listed_at_its_clause_with_the_reason() -> None:
    page = clauses_page(load_pack(HAIPING), Style())
    joined = "".join(page.split())
    assert "separate-theory-exam（本市通知允许单独考核理论知识。）" in joined


# ── Wrong packs ──────────────────────────────────────────────────────────────────────────

WRONG = [
    # what is added to a good pack, the key at fault, a word of the reason in zh and in en
    (
        "[rules.missing-name]\nclause = 'annex9'\n",
        "rules.missing-name.clause",
        "没有条款“annex9”",
        "no clause",
    ),
    (
        "[rules.missing-name]\ncheck = 'nothing'\n",
        "rules.missing-name.check",
        "没有检查“nothing”",
        "no check",
    ),
    (
        "[rules.too-few-tasks.params]\nleest = 4\n",
        "rules.too-few-tasks.params.leest",
        "是否指“least”",
        "did you mean “least”",
    ),
    (
        "[rules.too-few-tasks.params]\nleast = 'four'\n",
        "rules.too-few-tasks.params.least",
        "应为整数，现为 'four'",
        "a whole number, not 'four'",
    ),
    (
        "[rules.too-few-tasks.params]\nleast = 0\n",
        "rules.too-few-tasks.params.least",
        "应不小于1",
        "at least 1",
    ),
    (
        "[rules.too-few-tasks.params]\nat = '/taks'\n",
        "rules.too-few-tasks.params.at",
        "没有路径“/taks”",
        "no path “/taks”",
    ),
    (
        "[rules.job-title-suffix.params]\nat = ['/name', '/nam']\n",
        "rules.job-title-suffix.params.at",
        "没有路径“/nam”",
        "no path “/nam”",
    ),
    (
        "[rules.missing-name.message]\nzh = '$nam'\n",
        "rules.missing-name.message.zh",
        "“$nam”没有可填的内容",
        "nothing fills “$nam”",
    ),
    (
        "[rules.missing-name.message]\nen = '5 $ each'\n",
        "rules.missing-name.message.en",
        "“$”没有可填的内容",
        "nothing fills “$”",
    ),
    (
        "[rules.missing-name.variants.other]\nmessage = { zh = '无', en = 'none' }\n",
        "rules.missing-name.variants.other",
        "没有这种情形",
        "no such variant",
    ),
    (
        "[rules.missing-name]\nseverty = 'note'\n",
        "rules.missing-name.severty",
        "是否指“severity”",
        "did you mean “severity”",
    ),
    (
        "[rules.missing-name]\nseverity = 'fatal'\n",
        "rules.missing-name.severity",
        "'warning'",
        "one of 'error'",
    ),
    (
        "[rules.missing-name]\noff = true\n",
        "rules.missing-name.off",
        "应为文字，写在引号内，现为 True",
        "text in quotation marks",
    ),
    ("[clauses.local]\nwhere = '正文'\n", "clauses.local.text", "缺少这一项", "it is missing"),
    (
        "[clauses.local]\nwhere = '正文'\ntext = '应'\nconcerns = 'session'\n",
        "clauses.local.concerns",
        "应为列表",
        "a list in square brackets",
    ),
    ("[clauses]\nlocal = '应'\n", "clauses.local", "应为一组键和值", "a table of keys and values"),
    ("[rule.missing-name]\noff = '不用'\n", "rule", "是否指“rules”", "did you mean “rules”"),
    (
        "[rules.occupation-as-name.params]\noccupations = { list = '../titles.csv' }\n",
        "rules.occupation-as-name.params.occupations",
        "必须在规则包所在的文件夹内",
        "must lie in the pack's folder",
    ),
    (
        "[rules.occupation-as-name.params]\noccupations = { list = '/titles.csv' }\n",
        "rules.occupation-as-name.params.occupations",
        "必须在规则包所在的文件夹内",
        "must lie in the pack's folder",
    ),
    (
        "[rules.occupation-as-name.params]\noccupations = { list = 'absent.csv' }\n",
        "rules.occupation-as-name.params.occupations",
        "无法读取",
        "cannot read",
    ),
    (
        "[rules.occupation-as-name.params]\noccupations = [{ code = '1', title = '工' }]\n",
        "rules.occupation-as-name.params.occupations",
        "名单应有 code, name 栏",
        "the columns code, name",
    ),
]


@pytest.mark.parametrize(
    ("added", "key", "zh", "en"), WRONG, ids=[row[1] + " " + row[3] for row in WRONG]
)
def test_a_wrong_pack_is_refused_with_file_key_and_reason(
    write: Write, added: str, key: str, zh: str, en: str
) -> None:
    error = refusal(write(EXTENDS + added))

    assert error.key == key
    assert zh in error.said("zh")
    assert en in error.said("en")
    for said in (error.said("zh"), error.said("en")):
        assert "child" in said
        assert key in said


def changed(old: str, new: str) -> str:
    return EXTENDS.replace(old, new)


@pytest.mark.parametrize(
    ("text", "key", "zh"),
    [
        (changed("2024-03-01", '"去年"'), "pack.issued", "应为日期，如 2021-02-04，现为 '去年'"),
        (changed('"379900"', '"海坪"'), "pack.jurisdiction", r"应符合格式 ^\d{6}$"),
        (changed('"379900"', "379900"), "pack.jurisdiction", "应为文字，写在引号内，现为 379900"),
        (
            changed("weihai-2021-5", "nowhere"),
            "pack.extends",
            "没有这个规则包。现有：weihai-2021-5",
        ),
        (changed("weihai-2021-5", "../child"), "pack.extends", "没有这个规则包"),
        (changed("weihai-2021-5", "child"), "pack.extends", "循环继承：child → child"),
        (CHILD, "clauses", "缺少这一项，请补上（另有1处）"),
        ("[pack\n", "", "第1行第6列不是有效的 TOML（unclosed table"),
        ("a=" + "[" * 100_000, "", "不是有效的 TOML（cannot recurse"),
    ],
)
def test_a_wrong_header_is_refused_in_chinese(write: Write, text: str, key: str, zh: str) -> None:
    error = refusal(write(text))

    assert error.key == key
    assert zh in error.said("zh")


def test_packs_that_extend_each_other_in_a_circle_are_refused(write: Write) -> None:
    write(CHILD.replace('"child"', '"a"') + 'extends = "child"\n', "a.toml")

    error = refusal(write(CHILD + 'extends = "a"\n'))

    assert error.key == "pack.extends"
    assert "a → child → a" in error.said("zh")


def test_a_pack_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.toml"
    path.write_bytes(b"\xff\xfe\x00")

    assert "UTF-8" in refusal(path).said("zh")


@pytest.mark.parametrize("pack", ["nowhere", "nowhere.toml", "../rules", ""])
def test_a_pack_that_does_not_exist_is_refused_with_those_that_do(pack: str) -> None:
    with pytest.raises(BadPack) as caught:
        load_pack(pack)

    assert "weihai-2021-5" in caught.value.said("zh")


@pytest.mark.parametrize(
    ("added", "key", "near"),
    [
        ('\n[rules.weight-totl]\noff = "另有规定"\n', "rules.weight-totl", "weight-total"),
        ("[rules.too-few-task.params]\nleast = 4\n", "rules.too-few-task", "too-few-tasks"),
        (
            '[rules.missing-nam]\nmessage.zh = "缺名称。"\n',
            "rules.missing-nam",
            "missing-name",
        ),
        (
            '[clauses.annex2-wieght]\nby_hand = { zh = "看", en = "look" }\n',
            "clauses.annex2-wieght",
            "annex2-weight",
        ),
    ],
)
def test_a_change_of_what_is_not_there_is_refused_with_the_nearest_name(
    write: Write, added: str, key: str, near: str
) -> None:
    error = refusal(write(EXTENDS + added))

    assert error.key == key
    assert f"“{near}”" in error.reason.zh
    assert line_said(error) == 1 + (EXTENDS + added).count("\n", 0, (EXTENDS + added).index(key))


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ('check = "present"', 'check = "presnt"', "present"),
        ('clause = "local-code"', 'clause = "local-cod"', "local-code"),
    ],
)
def test_a_misspelt_check_or_clause_is_refused_with_the_nearest_name(
    write: Write, old: str, new: str, near: str
) -> None:
    assert f"“{near}”" in refusal(write(EXTENDS + LOCAL.replace(old, new))).reason.zh


@pytest.mark.parametrize("until", ["2024-04-01", "2024-03-31", "2020-01-01"])
def test_a_pack_that_ends_before_it_begins_is_refused_at_its_line(write: Write, until: str) -> None:
    text = EXTENDS + f"effective_until = {until}\n"

    error = refusal(write(text))

    assert error.key == "pack.effective_until"
    assert line_said(error) == text.count("\n")
    load_pack(write(EXTENDS + "effective_until = 2024-04-02\n", "sound.toml"))


def test_a_clause_that_nobody_looks_at_is_refused_at_its_line(write: Write) -> None:
    alone = LOCAL.partition("[rules")[0]

    error = refusal(write(EXTENDS + alone))

    assert error.key == "clauses.local-code"
    assert line_said(error) == 2 + EXTENDS.count("\n")
    by_hand = 'by_hand = { zh = "须看原件", en = "The original is to be seen" }\n'
    load_pack(write(EXTENDS + alone + by_hand, "sound.toml"))


def test_a_clause_whose_rule_is_dropped_with_a_reason_is_no_gap(write: Write) -> None:
    load_pack(write(EXTENDS + LOCAL + '[rules.too-few-tasks]\noff = "另有规定"\n'))


# ── The pack of a day ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("division", "day", "expected", "why"),
    [
        ("371000", date(2021, 2, 4), "weihai-2021-5", "the city itself, on the first day"),
        ("371000", date(2021, 2, 3), None, "the day before"),
        ("371002", date(2026, 5, 1), "weihai-2021-5", "a district follows its city"),
        ("370000", date(2026, 5, 1), None, "a province does not follow its city"),
        ("370600", date(2026, 5, 1), None, "another city of the province"),
    ],
)
def test_the_pack_in_force_is_that_of_the_division_on_the_day(
    division: str, day: date, expected: str | None, why: str
) -> None:
    pack = pack_in_force(division, on=day)

    assert (pack and pack.pack.id) == expected, why


@pytest.mark.parametrize(
    ("division", "day", "expected", "why"),
    [
        ("379900", date(2024, 3, 31), "province", "the city has none yet: its province's"),
        ("379900", date(2024, 4, 1), "first", "from the first day"),
        ("379900", date(2025, 12, 31), "first", "to the last day"),
        ("379900", date(2026, 1, 1), "second", "the day on which the later one replaces it"),
        ("379901", date(2026, 1, 1), "second", "a district follows its city"),
        ("378800", date(2026, 1, 1), "province", "a city without a pack follows its province"),
        ("360000", date(2026, 1, 1), None, "another province"),
    ],
)
def test_a_later_notice_replaces_an_earlier_one_on_its_day(
    monkeypatch: pytest.MonkeyPatch, division: str, day: date, expected: str | None, why: str
) -> None:
    shipped = {
        "province": dated("province", "370000", date(2020, 1, 1)),
        "first": dated("first", "379900", date(2024, 4, 1), until=date(2026, 1, 1)),
        "second": dated("second", "379900", date(2026, 1, 1)),
    }
    monkeypatch.setattr(packs, "known_packs", lambda: tuple(shipped))
    monkeypatch.setattr(packs, "load_pack", shipped.__getitem__)

    pack = pack_in_force(division, on=day)

    assert (pack and pack.pack.id) == expected, why


@pytest.mark.parametrize(
    ("division", "taken"),
    [
        ("379901", "379901"),
        ("379902", "379900"),
        ("378801", "370000"),
        ("110101", "000000"),
        ("110000", "000000"),
        ("000000", "000000"),
    ],
)
def test_a_district_follows_city_province_and_country_and_the_pack_says_whose_it_is(
    monkeypatch: pytest.MonkeyPatch, division: str, taken: str
) -> None:
    shipped = {
        each: dated(each, each, date(2020, 1, 1))
        for each in ("000000", "370000", "379900", "379901")
    }
    monkeypatch.setattr(packs, "known_packs", lambda: tuple(shipped))
    monkeypatch.setattr(packs, "load_pack", shipped.__getitem__)

    pack = pack_in_force(division, on=date(2026, 5, 1))

    assert pack is not None
    assert pack.pack.jurisdiction == taken


def dated(name: str, division: str, start: date, until: date | None = None) -> RulePack:
    header = WEIHAI.pack.model_copy(
        update={
            "id": name,
            "jurisdiction": division,
            "effective_from": start,
            "effective_until": until,
        }
    )
    return WEIHAI.model_copy(update={"pack": header})


def test_every_shipped_pack_works() -> None:
    for name in packs.known_packs():
        assert bind(load_pack(name)).pack.pack.id == name
