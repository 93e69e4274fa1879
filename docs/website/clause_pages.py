"""Traceability: each clause of the notice, quoted, with its rules or why a person must look."""

from collections.abc import Iterator

from specvalidator.models import KIND_TITLES
from specvalidator.packs import RulePack, load_pack
from specvalidator.packs.traceability import TracedClause, summary, traced
from specvalidator.reports.vocabulary import listed
from specvalidator.wording import Lang, Words
from website.markdown import LANGS, bullets, file_name, page, plain, quote, switch


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of all clauses in both languages."""
    for lang in LANGS:
        yield file_name("clauses", lang), _page(load_pack(), lang)


def anchor(clause: str, lang: Lang) -> str:
    """Return the name by which the page of clauses is entered at one of them."""
    return f"{clause}-zh" if lang == "zh" else clause  # Sphinx knows a name once in all pages


def _page(pack: RulePack, lang: Lang) -> str:
    clauses = traced(pack)
    parts = [
        Words("# 条款与规则对照", "# From clause to rule").said(lang),
        switch("clauses", lang),
        Words(
            f"《{plain(pack.pack.title.split()[-1])}》（{pack.pack.number}）的每一条，由哪些规则检查，"
            "或者为什么只能由人核对。\n",
            f"Every clause of the notice {pack.pack.number}: which rules test it, or why only a "
            "person can.\n",
        ).said(lang),
        summary(clauses).said(lang) + "\n",
    ]
    part = ""
    for each in clauses:
        begins = each.clause.where.split()[0]
        if begins != part:
            part = begins
            parts.append(f"## {plain(part)}\n")
        parts.append(_clause(each, lang))
    return page(*parts)


def _clause(traced: TracedClause, lang: Lang) -> str:
    clause = traced.clause
    links = [f"[`{rule}`](rules/{file_name(rule, lang)})" for rule in traced.rules]
    lines = []
    if links:
        lines.append(
            Words("规则：", "Rules: ").said(lang) + Words("、", ", ").said(lang).join(links)
        )
    if clause.by_hand:
        lines.append(Words("人工核对：", "By hand: ").said(lang) + plain(clause.by_hand.said(lang)))
    if clause.concerns:
        titles = [KIND_TITLES[kind].said(lang) for kind in clause.concerns]
        lines.append(
            Words("列入这些材料的核对清单：", "On the checklist of: ").said(lang)
            + listed(titles, lang)
        )
    heading = f"{{#{anchor(traced.id, lang)}}}\n### {plain(clause.where)}\n"
    return page(heading, quote(clause.text), bullets(lines))
