"""The examples of a rule's page: its cases, which are tests at once, and what the program says."""

from collections.abc import Iterator, Mapping
from functools import cache

import specvalidator as sv
from specvalidator.catalogue import Catalogue
from specvalidator.models import field_words, model_of
from specvalidator.packs import Rule
from specvalidator.packs.cases import Case, CaseOutcome, cases_of, record_of
from specvalidator.readers.catalogues import read_catalogue
from specvalidator.shipped import data_folder
from specvalidator.wording import Lang, Words
from website import shapes
from website.markdown import bullets, code, page, plain

_OUTCOMES: Mapping[CaseOutcome, Words] = {
    "pass": Words("符合要求的例子", "Right"),
    "fail": Words("不符合要求的例子", "Wrong"),
    "review": Words("请人核对的例子", "A question to a person"),
}
_MARKS: Mapping[CaseOutcome, str] = {"pass": "✓", "fail": "✗", "review": "?"}


def examples(name: str, rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield the examples of a rule as Markdown: right ones, wrong ones, questions to a person."""
    for outcome, title in _OUTCOMES.items():
        cases = [case for case in cases_of(name) if case.outcome == outcome]
        if cases:
            items = (_example(rule, case, lang) for case in cases)
            yield page(f"## {title.said(lang)}", bullets(items))


def _example(rule: Rule, case: Case, lang: Lang) -> str:
    """Say what a case shows, how its record differs from a valid one, and what the report says."""
    lines = [f"{_MARKS[case.outcome]} **{plain(case.why.said(lang))}**\n"]
    lines += [f"- {change}\n" for change in _changes(rule, case, lang)]
    for finding in _findings(rule, case, lang):
        report = Words("报告说", "The report says").said(lang)
        mend = Words("怎样修改", "To mend it").said(lang)
        colon = Words("：", ": ").said(lang)
        lines += [
            f"- *{report}*{colon}{plain(finding.message)}\n",
            f"- *{mend}*{colon}{plain(finding.suggestion)}\n",
        ]
    return "\n".join([lines[0], "".join(lines[1:])])


def _changes(rule: Rule, case: Case, lang: Lang) -> Iterator[str]:
    schema = shapes.schema_of(rule.kind)
    for pointer, value in case.set.items():
        if f"{pointer}_text" in case.set:
            continue  # the number is said by the text it was read from
        shown = plain(field_words.said(value, field_words.value_at(pointer, schema), schema))
        yield f"{_where(pointer, schema, lang)}{Words('：', ': ').said(lang)}{shown}"
    for pointer in case.unset:
        if f"{pointer}_text" in case.unset:
            continue
        where = _where(pointer, schema, lang)
        yield Words(f"没有{where}", f"without {where}").said(lang)
    for remark in case.remarks:
        yield plain(remark.message.said(lang))


def _where(pointer: str, schema: field_words.Schema, lang: Lang) -> str:
    form = plain(field_words.label(pointer, schema))
    return form if lang == "zh" else f"{code(pointer)} ({form})"


def _findings(rule: Rule, case: Case, lang: Lang) -> list[sv.Finding]:
    """Return what the program itself says of the case."""
    model = model_of(rule.kind).model_validate(record_of(case, rule.kind))
    given = sv.Submission(source=None, kind=rule.kind, model=model, remarks=case.remarks)
    report = sv.check(given, lang=lang, catalogue=_catalogue() if rule.needs else None)
    return [finding for finding in report.findings if finding.rule == case.rule]


@cache
def _catalogue() -> Catalogue:
    return read_catalogue((data_folder("cases") / "catalogue.csv").read_bytes())
