"""What differs between two packs, for those who compare two notices."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from specvalidator.packs.adding import AddedField, kept
from specvalidator.packs.law import Rule, RulePack
from specvalidator.packs.rulebook import number
from specvalidator.reports import Style
from specvalidator.reports.page import TextPage
from specvalidator.reports.vocabulary import GRAVITIES, STRENGTHS
from specvalidator.typesetting import flowed
from specvalidator.wording import Lang, Words


class Difference(NamedTuple):
    """One thing that two packs say differently."""

    what: Words
    ours: str
    """What the first says; empty where it says nothing."""
    theirs: str


_MOST_LINES = 6
_HEADINGS: Mapping[str, Words] = {
    "pack": Words("文件信息", "The notices"),
    "clauses": Words("条款", "Clauses"),
    "rules": Words("规则", "Rules"),
    "extra": Words("增设的栏目", "Added fields"),
}
_NONE = Words("两个规则包没有不同。", "The packs do not differ.")


def differences_page(ours: RulePack, theirs: RulePack, style: Style) -> str:
    """Return what differs as a page: the notices, the clauses, the rules, each with both sides."""
    page = TextPage(style.width, colour=style.colour)
    for mark, pack in (("-", ours), ("+", theirs)):
        header = pack.pack
        page.put(f"{header.number} · {header.id} {header.edition}", label=f"{mark} ", hang=2)
    parts = {
        "pack": dict(_of_headers(ours, theirs)),
        "clauses": dict(_of_clauses(ours, theirs)),
        "rules": dict(_of_rules(ours, theirs, style.lang)),
        "extra": dict(_of_added(ours, theirs, style.lang)),
    }
    for part, entries in parts.items():
        if not entries:
            continue
        page.blank()
        page.put(f"{_HEADINGS[part].said(style.lang)} ({len(entries)})", ink="strong")
        for name, differences in entries.items():
            page.blank()
            page.put(name, indent=2)
            _put(page, differences, style.lang)
    if not any(parts[part] for part in ("clauses", "rules", "extra")):
        page.blank()
        page.put(_NONE.said(style.lang))
    return page.text()


def _put(page: TextPage, differences: list[Difference], lang: Lang) -> None:
    for each in differences:
        page.put(each.what.said(lang), indent=4, ink="faint")
        for mark, text in (("- ", each.ours), ("+ ", each.theirs)):
            if text:
                page.put(flowed(text), label=mark, indent=6, hang=2, most=_MOST_LINES)


def _of_headers(ours: RulePack, theirs: RulePack) -> Iterator[tuple[str, list[Difference]]]:
    for name, field in type(ours.pack).model_fields.items():
        one, other = getattr(ours.pack, name), getattr(theirs.pack, name)
        if one != other and name not in ("names", "extends"):
            title = Words(field.title or name, name)
            yield name, [Difference(title, _text(one), _text(other))]


def _of_clauses(ours: RulePack, theirs: RulePack) -> Iterator[tuple[str, list[Difference]]]:
    for name in dict.fromkeys((*ours.clauses, *theirs.clauses)):
        one, other = ours.clauses.get(name), theirs.clauses.get(name)
        sides = [
            ("", "", "") if each is None else (each.where, each.text, each.off or "")
            for each in (one, other)
        ]
        labels = (
            Words("出处", "where"),
            Words("条文", "text"),
            Words("不采用的理由", "dropped, because"),
        )
        found = [
            Difference(label, mine, others)
            for label, mine, others in zip(labels, *sides, strict=True)
            if "".join(mine.split()) != "".join(others.split())
        ]
        if found:
            yield name, found


def _of_rules(
    ours: RulePack, theirs: RulePack, lang: Lang
) -> Iterator[tuple[str, list[Difference]]]:
    for name in dict.fromkeys((*ours.rules, *theirs.rules)):
        rules = [pack.rules.get(name) for pack in (ours, theirs)]
        whys = [
            pack.why_dropped(rule) if rule else None
            for pack, rule in zip((ours, theirs), rules, strict=True)
        ]
        one, other = rules
        if one is None or other is None:
            titles = (each.title.said(lang) if each else "" for each in rules)
            found = [Difference(_TITLE, *titles)]
        elif whys != [None, None]:
            found = (
                [Difference(_DROPPED, *(why or "" for why in whys))] if len(set(whys)) > 1 else []
            )
        else:
            found = [*_of_said(_said_of(one, lang), _said_of(other, lang)), *_of_params(one, other)]
        if found:
            yield name, found


def _of_added(
    ours: RulePack, theirs: RulePack, lang: Lang
) -> Iterator[tuple[str, list[Difference]]]:
    """Yield fields that one of the packs adds to a form, or that both add otherwise."""
    for kind in dict.fromkeys((*ours.extra, *theirs.extra)):
        sides = [dict(kept(pack.extra, kind)) for pack in (ours, theirs)]
        for name in dict.fromkeys((*sides[0], *sides[1])):
            one, other = (_said_of_field(side.get(name), lang) for side in sides)
            found = list(_of_said(one, other))
            if found:
                yield f"{kind} {name}", found


def _said_of_field(field: AddedField | None, lang: Lang) -> dict[Words, str]:
    """Return what a lawyer reads of a field that is added, nothing of none."""
    if field is None:
        return {}
    said = {
        Words("名称", "title"): field.title.said(lang),
        Words("其他叫法", "also called"): "、".join(field.also),
        Words("所属部分", "part"): field.part or "",
        Words("内容", "holds"): field.value,
        Words("条款", "clause"): field.clause or "",
        _REQUIRED: Words("是", "yes").said(lang) if field.required else "",
    }
    return {what: text for what, text in said.items() if text}


_REQUIRED = Words("必填", "required")
_TITLE = Words("要求", "asks")
_DROPPED = Words("停用的理由", "dropped, because")


def _of_said(ours: Mapping[Words, str], theirs: Mapping[Words, str]) -> Iterator[Difference]:
    for what in dict.fromkeys((*ours, *theirs)):
        if ours.get(what) != theirs.get(what):
            yield Difference(what, ours.get(what, ""), theirs.get(what, ""))


def _of_params(ours: Rule, theirs: Rule) -> Iterator[Difference]:
    """Yield numbers that differ; of two lists only what one of them has."""
    for key in dict.fromkeys((*ours.params, *theirs.params)):
        one, other = ours.params.get(key), theirs.params.get(key)
        if one == other:
            continue
        if isinstance(one, list) and isinstance(other, list):
            one, other = _lacking(one, other), _lacking(other, one)
        shown = ("" if each is None or each == [] else number(each) for each in (one, other))
        yield Difference(Words(f"参数 {key}", f"number {key}"), *shown)


def _lacking(items: list[Any], others: list[Any]) -> list[Any]:
    return [each for each in items if each not in others]


def _said_of(rule: Rule, lang: Lang) -> dict[Words, str]:
    """Return what a lawyer reads of a rule: what it asks, whence, how grave, in which words."""
    said = {
        _TITLE: rule.title.said(lang),
        Words("条款", "clause"): rule.clause,
        Words("依据", "basis"): STRENGTHS[rule.basis].said(lang),
        Words("程度", "gravity"): GRAVITIES[rule.severity].said(lang),
        Words("检查", "check"): rule.check,
        Words("说明", "message"): rule.message.said(lang),
        Words("建议", "advice"): rule.suggestion.said(lang),
    }
    variants = {
        Words(f"情形 {name}", f"case {name}"): variant.message.said(lang)
        for name, variant in rule.variants.items()
    }
    return {**said, **variants}


def _text(value: Any) -> str:  # noqa: ANN401 - of any field
    return "" if value is None else str(value)
