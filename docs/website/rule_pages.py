"""A page for each rule: its clause, what a report says, and examples that are tests at once."""

from collections.abc import Iterator

from specvalidator.models import KIND_TITLES
from specvalidator.packs import Bilingual, Rule, RulePack, load_pack
from specvalidator.packs.rulebook import number, rules_in_force
from specvalidator.packs.traceability import traced
from specvalidator.reports.vocabulary import GRAVITIES, STRENGTHS
from specvalidator.wording import Lang, Words
from website.clause_pages import anchor
from website.markdown import LANGS, bullets, file_name, page, plain, quote, switch, table
from website.rule_examples import examples

_STRENGTHS = {
    "must": Words("条文写明必须做到", "the notice says must"),
    "usually": Words("条文说“一般”应当这样", "the notice says as a rule"),
    "implied": Words("条文没有明写，由其他条文推出", "written nowhere, it follows from the rest"),
}
_CONSEQUENCES = {
    "error": Words("有一处，结论就是“不通过”", "one of them makes the verdict *fail*"),
    "warning": Words("不影响结论", "it does not change the verdict"),
    "note": Words("不影响结论", "it does not change the verdict"),
    "review": Words("不算错误，请人查看后决定", "no fault: a person looks and decides"),
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the list of all rules and the page of each, in both languages."""
    pack = load_pack()
    for lang in LANGS:
        yield file_name("rules/index", lang), _index(pack, lang)
        for name in rules_in_force(pack):
            yield file_name(f"rules/{name}", lang), rule_page(pack, name, lang)


def _index(pack: RulePack, lang: Lang) -> str:
    rules = rules_in_force(pack)
    parts = [
        Words("# 全部规则", "# All rules").said(lang),
        switch("index", lang),
        Words(
            f"依据《{plain(pack.pack.title.split()[-1])}》（{pack.pack.number}），共{len(rules)}条。"
            "每条一页：条款原文、报告怎样说、怎样修改、正反例子。"
            "命令行中用 `specvalidator rules 规则名` 查看。",
            f"{len(rules)} rules follow from the notice {pack.pack.number}. Each has a page: the "
            "clause, what a report says, how to mend it, examples right and wrong. On the command "
            "line, `specvalidator rules NAME` shows the same.",
        ).said(lang),
    ]
    for kind, title in KIND_TITLES.items():
        of_kind = {name: rule for name, rule in rules.items() if rule.kind == kind}
        if of_kind:
            parts += [
                f"## {title.zh}（`{kind}`）" if lang == "zh" else f"## `{kind}`: {title.en}",
                table(
                    Words("规则|程度|要求", "rule|gravity|asks").said(lang).split("|"),
                    (
                        [
                            f"[`{name}`]({file_name(name, lang)})",
                            GRAVITIES[rule.severity].said(lang),
                            plain(rule.title.said(lang)),
                        ]
                        for name, rule in of_kind.items()
                    ),
                ),
            ]
    entries = [
        f"{rule.title.zh} <{name}.zh-CN>" if lang == "zh" else name for name, rule in rules.items()
    ]
    parts.append("```{toctree}\n:hidden:\n:titlesonly:\n\n" + "\n".join(entries) + "\n```")
    return page(*(part + "\n" for part in parts))


def rule_page(pack: RulePack, name: str, lang: Lang) -> str:
    """Return everything about one rule."""
    rule = pack.rules[name]
    title = plain(rule.title.said(lang))
    return page(
        f"# {title}（{name}）" if lang == "zh" else f"# {name}",
        switch(name, lang),
        "" if lang == "zh" else f"**{title}**\n",
        _law(pack, rule, lang),
        _wording(pack, rule, lang),
        *examples(name, rule, lang),
        _numbers(rule, lang),
        _more(pack, name, lang),
    )


def _law(pack: RulePack, rule: Rule, lang: Lang) -> str:
    clause = pack.clauses[rule.clause]
    link = f"../{file_name('clauses', lang)}#{anchor(rule.clause, lang)}"
    kind = _coded(KIND_TITLES[rule.kind], rule.kind, lang)
    gravity = _coded(GRAVITIES[rule.severity], rule.severity, lang)
    basis = _coded(STRENGTHS[rule.basis], rule.basis, lang)
    colon = Words("：", ": ").said(lang)
    values = (
        kind,
        f"{gravity}{colon}{_CONSEQUENCES[rule.severity].said(lang)}",
        f"{basis}{colon}{_STRENGTHS[rule.basis].said(lang)}",
        f"[{plain(clause.cited)}]({link})",
    )
    labels = Words("检查什么|程度|依据|条款", "looks at|gravity|basis|clause").said(lang).split("|")
    rows = ([f"**{label}**", value] for label, value in zip(labels, values, strict=True))
    return page(table(["", ""], rows), quote(clause.text))


def _coded(title: Words, word: str, lang: Lang) -> str:
    """Return a title with the word that programs know it by."""
    return f"{title.zh}（`{word}`）" if lang == "zh" else f"{title.en} (`{word}`)"


def _wording(pack: RulePack, rule: Rule, lang: Lang) -> str:
    rows = [
        [
            "—",
            GRAVITIES[rule.severity].said(lang),
            _said(rule.message, lang),
            _said(rule.suggestion, lang),
        ]
    ]
    for name, variant in rule.variants.items():
        gravity = "review" if name == "review" else variant.severity or rule.severity
        clause = f"<br>{plain(pack.clauses[variant.clause].cited)}" if variant.clause else ""
        advice = variant.suggestion or rule.suggestion
        rows.append(
            [
                f"`{name}`{clause}",
                GRAVITIES[gravity].said(lang),
                _said(variant.message, lang),
                _said(advice, lang),
            ]
        )
    head = Words("情形|程度|报告说|怎样修改", "case|gravity|the report says|how to mend it")
    note = ""
    if any("$" in cell for row in rows for cell in row):
        note = Words(
            "`$…` 处在报告中是具体的文字或数值。\n",
            "In a report, the values found stand in the places of `$…`.\n",
        ).said(lang)
    columns = head.said(lang).split("|")
    if len(rows) == 1:
        columns, rows = columns[1:], [row[1:] for row in rows]
    return page(
        Words("## 报告怎样说，怎样修改", "## What the report says, and how to mend it").said(lang),
        table(columns, rows),
        note,
    )


def _said(words: Bilingual, lang: Lang) -> str:
    return plain(words.said(lang))


def _numbers(rule: Rule, lang: Lang) -> str:
    if not rule.params:
        return ""
    rows = [[f"`{name}`", plain(number(value))] for name, value in rule.params.items()]
    head = Words("参数|值", "parameter|value").said(lang).split("|")
    said = Words(
        f"由检查 `{rule.check}` 计算；下面的数和词写在规则包中，其他城市可以另写。\n",
        f"The check `{rule.check}` computes it. These numbers and words stand in the rule pack; "
        "another city may write its own.\n",
    ).said(lang)
    return page(Words("## 数和词", "## Numbers and words").said(lang), said, table(head, rows))


def _more(pack: RulePack, name: str, lang: Lang) -> str:
    own = {clause for _, clause in pack.rules[name].clauses()}
    near = [
        other for each in traced(pack) if each.id in own for other in each.rules if other != name
    ]
    items = [f"[`{other}`]({file_name(other, lang)})" for other in dict.fromkeys(near)]
    related = Words("同一条款的规则：", "Rules of the same clause: ").said(lang)
    lines = [related + Words("、", ", ").said(lang).join(items)] if items else []
    lines += [
        Words(
            f"命令行：`specvalidator rules {name}`",
            f"On the command line: `specvalidator rules {name}`",
        ).said(lang),
        Words(
            "意见不错、材料又确实不能改的，可以写明理由[豁免](../../waivers.zh-CN.md)。",
            "Where the finding is right and the document stays as it is, "
            "[waive](../../waivers.md) it with a reason.",
        ).said(lang),
    ]
    return page(Words("## 另见", "## See also").said(lang), bullets(lines))
