"""From each clause of the notice to the rules that test it, or the reason why none does."""

import csv
import re

import pytest

from specvalidator.packs import load_pack
from specvalidator.shipped import data_folder

PACK = load_pack()
NOT_YET = "尚未编写对应规则"


def squeezed(text: str) -> str:
    """The text without white space: line ends inside a sentence come from the page."""
    return re.sub(r"\s+", "", text)


NOTICE = squeezed((data_folder("rules") / "notice" / f"{PACK.pack.id}.txt").read_text("utf-8"))
ANNEX_2 = NOTICE[NOTICE.index("附件2专项职业能力考核规范编写要求") : NOTICE.index("附件3山东省")]

UNQUOTED = (
    # the letterhead and the addressees
    "威海市人力资源和社会保障局威人社字〔2021〕5号",
    "威海市人力资源和社会保障局关于推进专项职业能力考核工作的通知",
    "各区市人力资源和社会保障局,国家级开发区科技创新局,南海新区党群与人力资源部,",
    "市直有关部门(单位),各相关企业、院校:",
    # whom to ask, the list of annexes, the imprint
    "联系单位：威海市人力资源公共服务中心联系电话：0631-5190891邮箱：whrlzyhshbzrlzx@wh.shandong.cn",
    "-附件：1.威海市专项职业能力考核规则2.专项职业能力考核规范编写要求3.山东省专项职业能力考点设立申请表",
    "(此件主动公开)(联系单位：威海市人力资源公共服务中心)",
    "威海市人力资源和社会保障局办公室2021年2月4日印发校核人：崔风平",
    # headings
    *["一、考核项目", "二、考核对象", "三、组织实施", "四、规范开发程序", "五、有关要求"],
    *["一、考核范围", "二、考点遴选", "三、组织报名", "四、组织实施", "五、质量管理"],
    *["一、专项职业能力的确立原则", "二、名称", "三、定义", "四、适用对象", "五、考核内容"],
    *["落实主体责任。", "考点评估遴选。", "培训考核衔接。", "证书发放管理。"],
    *["加强组织领导。", "落实考核补贴。", "强化属地监管。"],
    *["可就业的最小技能单元原则。", "技术性原则。", "与国家职业衔接的原则。"],
    "附件1威海市专项职业能力考核工作规则",
    "附件2专项职业能力考核规范编写要求",
    "附件3山东省专项职业能力考点设立申请表",
    # the empty rows of the form's table, and numbers
    "(一)1.1.%2.2.(二)1.1.%2.2.",
    *(f"{left}{number}{right}" for number in "一二三四五" for left, right in ("()", "（）")),
)
"""What no clause needs to quote: it asks nothing of anybody."""


def passages(text: str) -> list[str]:
    return [squeezed(line) for line in text.splitlines()]


def clauses_with_rules() -> dict[str, list[str]]:
    tested: dict[str, list[str]] = {name: [] for name in PACK.clauses}
    for name, rule in PACK.rules.items():
        for _, clause in rule.clauses():
            tested[clause].append(name)
    return tested


@pytest.mark.parametrize("name", PACK.clauses)
def test_every_clause_has_a_rule_or_a_reason_why_none(name: str) -> None:
    assert clauses_with_rules()[name] or PACK.clauses[name].by_hand


@pytest.mark.parametrize("name", PACK.clauses)
def test_a_clause_that_a_rule_tests_does_not_say_that_none_is_written(name: str) -> None:
    by_hand = PACK.clauses[name].by_hand
    if clauses_with_rules()[name] and by_hand:
        assert NOT_YET not in by_hand.zh


@pytest.mark.parametrize("name", PACK.rules)
def test_every_clause_that_a_rule_names_exists(name: str) -> None:
    assert {clause for _, clause in PACK.rules[name].clauses()} <= set(PACK.clauses)


@pytest.mark.parametrize("name", PACK.clauses)
def test_every_clause_quotes_the_notice_word_for_word_and_in_its_order(name: str) -> None:
    at = 0
    for passage in passages(PACK.clauses[name].text):
        assert passage
        found = NOTICE.find(passage, at)
        assert found >= 0, passage
        at = found + len(passage)


def test_nothing_of_the_notice_is_left_out_but_headings_and_imprint() -> None:
    rest = NOTICE
    quoted = [each for clause in PACK.clauses.values() for each in passages(clause.text)]
    for passage in sorted(quoted, key=len, reverse=True):
        rest = rest.replace(passage, "\n")
    for heading in sorted(UNQUOTED, key=len, reverse=True):
        rest = rest.replace(heading, "\n")

    assert rest.split() == []


def test_every_sentence_of_annex_2_that_obliges_is_inside_a_clause() -> None:
    text = ANNEX_2
    table = passages(PACK.clauses["annex2-content-table"].text)
    for heading in sorted([*UNQUOTED, *table], key=len, reverse=True):
        text = text.replace(heading, "\n")
    obliging = [
        sentence
        for sentence in re.findall(r"[^。；\n]+[。；]?", text)
        if re.search("须|必须|应|不能|一般", sentence)
    ]
    quoted = "\n".join(squeezed(clause.text) for clause in PACK.clauses.values())

    assert len(obliging) >= 14
    assert [sentence for sentence in obliging if sentence not in quoted] == []


@pytest.mark.parametrize("name", PACK.clauses)
def test_a_clause_says_where_it_stands_by_the_notices_own_numbers(name: str) -> None:
    where = PACK.clauses[name].where
    part = {"notice": "正文", "annex1": "附件1", "annex2": "附件2", "annex3": "附件3"}

    assert where.startswith(part[name.partition("-")[0]] + " ")


@pytest.mark.parametrize("name", PACK.clauses)
def test_what_concerns_a_form_and_has_no_rule_is_on_its_checklist(name: str) -> None:
    clause = PACK.clauses[name]
    if clause.concerns:
        assert clause.by_hand, "a checklist says why a person must look"
    if clause.by_hand and NOT_YET in clause.by_hand.zh:
        assert clause.concerns, "what has no rule yet must not be forgotten"


READ_BY_COUNTING = "working-days.csv"
"""The calendar is that of the whole country: no notice of a city names it."""


def test_every_list_is_named_by_a_rule() -> None:
    source = (data_folder("rules") / f"{PACK.pack.id}.toml").read_text("utf-8")
    lists = [path.name for path in (data_folder("rules") / "lists").iterdir()]

    assert lists
    unnamed = [name for name in lists if f'list = "lists/{name}"' not in source]
    assert unnamed == [READ_BY_COUNTING]


def occupations() -> list[tuple[str, str]]:
    path = data_folder("rules") / "lists" / "occupations-2022.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return [(row["code"], row["name"]) for row in csv.DictReader(stream)]


def test_the_occupations_have_each_code_once_in_order_and_in_the_books_form() -> None:
    codes = [code for code, _ in occupations()]

    assert len(codes) > 1600
    assert codes == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[1-8]-\d\d-\d\d-\d\d", code)] == []


def test_the_occupations_are_titles_without_marks() -> None:
    odd = [name for _, name in occupations() if not re.fullmatch(r"[\u4e00-\u9fff、]{2,}", name)]

    assert odd == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("4-03-02-01", "中式烹调师"),
        ("4-03-02-02", "中式面点师"),
        ("4-03-02-03", "西式烹调师"),
        ("4-03-02-07", "茶艺师"),
        ("2-08-03-00", "幼儿园教师"),
        ("4-08-06-00", "环境监测员"),
    ],
)
def test_the_occupations_hold_pairs_that_the_book_is_known_for(code: str, name: str) -> None:
    assert (code, name) in occupations()


def test_a_group_is_no_occupation() -> None:
    assert "6-20-03-00" not in dict(occupations())


@pytest.mark.parametrize(
    "name", ["lists/occupations-2022.csv", "lists/name-endings.csv", "lists/working-days.csv"]
)
def test_a_list_is_plain_text_with_plain_line_ends(name: str) -> None:
    data = (data_folder("rules") / name).read_bytes()

    assert data.decode("utf-8").endswith("\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
