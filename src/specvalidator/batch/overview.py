"""The overview of a batch as one HTML page: what came of it, with charts; nothing is fetched."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from specvalidator.batch.summary import Summary
from specvalidator.models import KIND_TITLES
from specvalidator.packs import RulePack
from specvalidator.reports.vocabulary import GRAVITIES, VERDICTS
from specvalidator.typesetting import visible
from specvalidator.version import __version__
from specvalidator.wording import Lang, Words

_HERE = Path(__file__).parent
_MOST_FAULTS = 25
MOST_SET_ASIDE = 200
_WORDS: Mapping[str, Words] = {
    "title": Words("批量检查概览", "Overview of a batch"),
    "documents": Words("文件", "Documents"),
    "submissions": Words("材料", "Submissions"),
    "duplicates": Words("内容重复的文件", "Repeated documents"),
    "set_aside": Words("搁置的文件", "Set aside"),
    "verdicts": Words("结论", "Verdicts"),
    "kind": Words("种类", "Kind"),
    "total": Words("合计", "Total"),
    "gravities": Words("发现的问题", "Findings"),
    "faults": Words("最常见的问题", "Commonest faults"),
    "rule": Words("规则", "Rule"),
    "found_in": Words("材料数", "Submissions"),
    "findings": Words("处数", "Findings"),
    "reasons": Words("无法读取的原因", "Why documents were set aside"),
    "name": Words("文件", "Document"),
    "reason": Words("原因", "Reason"),
    "nothing": Words("没有发现问题。", "Nothing was found."),
    "more": Words(
        "此处只列出一部分，全部见 set-aside.jsonl。", "Only the first; set-aside.jsonl has all."
    ),
    "law": Words("依据", "Judged by"),
    "edition": Words("版次", "edition"),
}


class Bar(NamedTuple):
    """A part of a bar, as percentages of its whole."""

    tone: str
    label: str
    number: int
    x: str
    width: str


def overview(
    summary: Summary, aside: Sequence[Mapping[str, Any]], pack: RulePack, lang: Lang
) -> str:
    """Return the page. `aside` are the documents that were set aside, those that are shown first.

    It carries its own policy by which a browser fetches nothing.
    """
    sheet = (_HERE / "overview.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    met = {
        name: said
        for name, said in VERDICTS.items()
        if name != "not-judged" or summary.verdict(name)
    }
    most = max((fault.submissions for fault in summary.faults), default=1)
    return (
        _environment()
        .get_template("overview.html")
        .render(
            lang={"zh": "zh-CN", "en": "en"}[lang],
            words={name: each.said(lang) for name, each in _WORDS.items()},
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'",
            sheet=Markup(sheet),  # noqa: S704 - our own file
            summary=summary,
            pack=pack.pack,
            verdicts=_bars({name: summary.verdict(name) for name in met}, met, lang),
            kinds=[
                (KIND_TITLES[kind].said(lang), counts, _bars(counts, met, lang))
                for kind, counts in summary.verdicts.items()
            ],
            verdict_names=[(name, said.said(lang)) for name, said in met.items()],
            gravities=_bars(summary.gravities, GRAVITIES, lang),
            faults=[
                (fault, f"{100 * fault.submissions / most:.2f}")
                for fault in summary.faults[:_MOST_FAULTS]
            ],
            aside=aside[:MOST_SET_ASIDE],
            more=sum(summary.errors.values()) > MOST_SET_ASIDE,
            version=__version__,
        )
    )


def _bars(counts: Mapping[Any, int], names: Mapping[Any, Words], lang: Lang) -> list[Bar]:
    whole = sum(counts.values()) or 1
    bars, x = [], 0.0
    for tone, said in names.items():
        width = 100 * counts.get(tone, 0) / whole
        label = said.said(lang)
        bars.append(Bar(tone, label, counts.get(tone, 0), f"{x:.2f}", f"{width:.2f}"))
        x += width
    return bars


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["number"] = "{:,}".format
    return environment
