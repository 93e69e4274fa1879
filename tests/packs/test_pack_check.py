"""`pack check` finds every mistake in a pack at its line, with what to do; `diff` and `new`."""

from collections import Counter
from pathlib import Path

import pytest

from specvalidator.packs import load_pack
from specvalidator.packs.checking import examined
from specvalidator.packs.comparing import differences_page
from specvalidator.packs.drafting import draft_of
from specvalidator.reports import Style

HAIPING = Path(__file__).parents[2] / "examples" / "packs" / "haiping-2024-1.toml"
SOUND = """\
[pack]
id = "lindong-2026-1"
title = "关于开展考核的通知"
issuer = "林东市人力资源和社会保障局"
number = "林人社〔2026〕1号"
jurisdiction = "389900"
issued = 2026-01-05
effective_from = 2026-02-01
edition = "1.0"
extends = "weihai-2021-5"

[clauses.local-code]
where = "正文 三"
text = "职业领域应写明编码。"

[rules.missing-occupation-code]
kind = "specification"
clause = "local-code"
check = "present"
basis = "must"
severity = "warning"
title = { zh = "写明编码", en = "The code is given" }
message = { zh = "没有写职业编码。", en = "No code is given." }
suggestion = { zh = "请补上。", en = "Add it." }
params = { at = "/occupation/code" }

[extra.application.credit_code]
title = { zh = "统一社会信用代码", en = "unified social credit code" }
also = ["信用代码"]
required = true
clause = "local-code"

[extra.application.nation]
part = "examiners"
title = { zh = "民族", en = "nation" }
value = "text"
"""

CLAUSE, RULE = "[clauses.local-code]", "[rules.missing-occupation-code]"

PLANTED = [
    # what stands in the sound pack, what is written instead (its first line is at fault), and
    # what the author is told to do
    ('id = "lindong-2026-1"', 'id = "林东"', "应符合格式"),
    ('title = "关于开展考核的通知"', "title = 2026", "应为文字，写在引号内"),
    ('issuer = "林东', 'isuer = "林东', "是否指“issuer”"),
    ('jurisdiction = "389900"', 'jurisdiction = "林东"', r"^\d{6}$"),
    ("issued = 2026-01-05", 'issued = "2026年1月"', "应为日期，如 2021-02-04"),
    ('edition = "1.0"', 'edition = "1.0"\neffective_until = 2026-01-01', "应晚于施行日期"),
    ('extends = "weihai-2021-5"', 'extends = "weihai"', "现有：weihai-2021-5"),
    ("text = ", "txt = ", "是否指“text”"),
    ('where = "正文 三"', 'where = "正文 三"\nconcerns = "session"', "应为列表，写在方括号内"),
    ('where = "正文 三"', 'where = "正文 三"\nby_hand = "看"', "应为一组键和值"),
    ('kind = "specification"', 'kind = "规范"', "应为 'specification'、'application'"),
    ('clause = "local-code"', 'clause = "local-cod"', "是否指“local-code”"),
    ('check = "present"', 'check = "presnt"', "是否指“present”"),
    ('check = "present"', 'check = "weight-totl"', "是否指“weight-total”"),
    ('check = "present"', 'check = "signed-by-the-person-in-charge"', "不适用于 specification"),
    ('basis = "must"', 'basis = "should"', "'must'、'usually'、'implied'"),
    ('severity = "warning"', 'severity = "fatal"', "'error'、'warning'、'note'、'review'"),
    ('severity = "warning"', 'severity = "warning"\noff = true', "应为文字"),
    ('zh = "没有写职业编码。"', 'zh = "$feld没有写。"', "可用：application_form、"),
    ("params = ", "params.lest = 1\nparams.at = [] #", "没有这一项，可用：at"),
    ('at = "/occupation/code"', 'at = "/occupation/cod"', "是否指“/occupation/code”"),
    ('at = "/occupation/code"', 'at = "occupation"', "没有路径"),
    ('at = "/occupation/code"', "at = []", "至少要有1项"),
    ("params = ", "variants.emty.message = { zh = '无', en = 'none' }\nparams = ", "是否指“empty”"),
    ("params = ", 'params = { like = "missing-occupatio" } #', "是否指“missing-occupation”"),
    ("[clauses.local-code]", "[clause.local-code]", "是否指“clauses”"),
    (RULE, "[rules.weight-totl]\noff = '无'\n" + RULE, "是否指“weight-total”"),
    (
        CLAUSE,
        "[clauses.annex2-wieght]\nby_hand = { zh = '看', en = 'look' }\n" + CLAUSE,
        "是否指“annex2-weight”",
    ),
    (CLAUSE, "[clauses.nobody]\nwhere = '正文'\ntext = '应。'\n" + CLAUSE, "写明为何须人工核对"),
    (CLAUSE, "[clauses.annex2-weight]\ntext = '应。'\n" + CLAUSE, "须用 where 写明出处"),
    (
        RULE,
        "[rules.occupation-as-name.params]\noccupations = { list = '../a.csv' }\n" + RULE,
        "必须在规则包所在的文件夹内",
    ),
    ("[extra.application.nation]", "[extra.applicaton.nation]", "应为 'specification'"),
    ("[extra.application.nation]", "[extra.session.nation]", "可以增设栏目"),
    ("[extra.application.nation]", '[extra.application."民族"]', "应符合格式"),
    ("[extra.application.nation]", "[extra.application.nation_text]", "不能以 _text 结尾"),
    ('part = "examiners"', 'part = "examiner"', "'managers'、'examiners'"),
    ('part = "examiners"', 'part = "requirements"', "可用：equipment、managers、examiners"),
    ('title = { zh = "民族"', 'title = { zh = "性别"', "“性别”已是“sex”的叫法"),
    ('title = { zh = "民族", en = "nation" }', 'title = "民族"', "应为一组键和值"),
    ('value = "text"', 'value = "number of"', "'text'、'number'、'day'"),
    ('value = "text"', "required = true", "须用 clause 写明"),
    ('also = ["信用代码"]', 'also = "信用代码"', "应为列表，写在方括号内"),
    ('also = ["信用代码"]', 'also = ["联系电话"]', "“联系电话”已是“telephone”的叫法"),
    ('also = ["信用代码"]', 'allso = ["信用代码"]', "是否指“also”"),
    ("required = true", 'required = "yes"', "应为 true 或 false"),
    (
        'required = true\nclause = "local-code"',
        'required = true\nclause = "local"',
        "是否指“local-code”",
    ),
    ('at = "/occupation/code"', 'at = "/extra/credit_code"', "没有路径"),
    ("[clauses.local-code]", "[clauses.local-code", "不是有效的 TOML"),
]


@pytest.mark.parametrize(
    ("old", "new", "advice"), PLANTED, ids=[f"{n} {row[2]}" for n, row in enumerate(PLANTED, 1)]
)
def test_each_planted_mistake_is_refused_at_its_line_with_what_to_do(
    tmp_path: Path, old: str, new: str, advice: str
) -> None:
    path = tmp_path / "lindong-2026-1.toml"
    text = SOUND.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")

    result = examined(path)

    at = 1 + SOUND.count("\n", 0, SOUND.index(old))
    said = [(each.line, each.said("zh")) for each in result.faults]
    lines = range(at, at + new.count("\n") + 1)
    assert any(line in lines and advice in why for line, why in said), said
    assert result.pack is None


def test_a_sound_pack_has_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "lindong-2026-1.toml"
    path.write_text(SOUND, encoding="utf-8")

    assert examined(path).faults == ()
    assert examined(HAIPING).faults == ()


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = SOUND
    for old, new in (
        ("issued = 2026-01-05", "issued = 5"),
        ('check = "present"', 'check = "presnt"'),
        (CLAUSE, "[clauses.nobody]\nwhere = '正文'\ntext = '应。'\n\n" + CLAUSE),
    ):
        text = text.replace(old, new)
    text += '[rules.weight-totl]\noff = "另有规定"\n[rules.weight-total]\nseverty = "note"\n'
    path = tmp_path / "lindong-2026-1.toml"
    path.write_text(text, encoding="utf-8")

    faults = examined(path).faults

    assert [each.key for each in faults] == [
        "pack.issued",
        "clauses.nobody",
        "rules.missing-occupation-code.check",
        "rules.weight-totl",
        "rules.weight-total.severty",
    ]
    lines = [each.line or 0 for each in faults]
    assert lines == sorted(lines)


def test_a_number_that_another_notices_clause_does_not_say_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "lindong-2026-1.toml"
    path.write_text(SOUND + "[rules.too-few-tasks.params]\nleast = 5\n", encoding="utf-8")

    advice = {each.key: each for each in examined(path).advice}

    assert "威人社字〔2021〕5号" in advice["rules.too-few-tasks.params"].said.zh
    assert advice["rules.too-few-tasks.params"].line == 1 + SOUND.count("\n")
    assert "rules.too-few-tasks.params" not in {each.key for each in examined(HAIPING).advice}


def test_a_clause_whose_only_rule_is_dropped_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "lindong-2026-1.toml"
    pack = load_pack()
    often = Counter(rule.clause for rule in pack.rules.values())
    alone = {name: rule.clause for name, rule in pack.rules.items() if often[rule.clause] == 1}
    name, clause = next(each for each in alone.items() if not pack.clauses[each[1]].by_hand)
    path.write_text(SOUND + f'[rules.{name}]\noff = "不限"\n', encoding="utf-8")

    assert clause in " ".join(each.said.zh for each in examined(path).advice)


def test_the_comparison_shows_numbers_clauses_and_what_is_dropped() -> None:
    page = differences_page(load_pack(), load_pack(HAIPING), Style(lang="zh"))

    rules = page.partition("规则 (3)")[2]
    assert "参数 least\n      - 3\n      + 4\n" in rules
    assert "停用的理由\n      + 本市通知允许单独考核理论知识。" in rules
    assert "+ 附件1 四、考核内容" in page
    assert differences_page(load_pack(), load_pack(), Style()).endswith("没有不同。\n")


def test_a_new_pack_asks_for_what_only_its_author_knows_and_then_is_sound(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lindong-2026-1.toml"
    draft = draft_of("lindong-2026-1", load_pack())
    path.write_text(draft, encoding="utf-8")
    assert {each.key.removeprefix("pack.") for each in examined(path).faults} == set(ASKED)

    for name in ASKED:
        draft = draft.replace(f"# {name} = ", f"{name} = ", 1)
    path.write_text(draft, encoding="utf-8")
    assert examined(path).faults == ()
    assert load_pack(path).rules == load_pack().rules


ASKED = ("title", "issuer", "number", "jurisdiction", "issued", "effective_from")
