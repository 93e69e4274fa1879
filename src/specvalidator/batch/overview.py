"""The overview of a batch as one HTML page: what came of it, with charts; nothing is fetched."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from specvalidator.batch.listing import MOST_LISTED, UNREAD, Listing, as_data
from specvalidator.batch.summary import Summary
from specvalidator.models import KIND_TITLES
from specvalidator.packs import RulePack
from specvalidator.reports.templates import allowed, own, templates
from specvalidator.reports.vocabulary import GRAVITIES, UNREADABLE, VERDICTS
from specvalidator.version import __version__
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_MOST_FAULTS = 25
MOST_SET_ASIDE = 200
_MOST_FOLDERS = 200
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
    "list": Words("全部材料", "All submissions"),
    "search": Words("搜索", "Search"),
    "search_hint": Words("文件名、名称", "file or subject"),
    "folder": Words("区县或文件夹", "District or folder"),
    "no_folder": Words("（不在文件夹中）", "(in no folder)"),
    "verdict": Words("结论", "Verdict"),
    "all_folders": Words("全部区县或文件夹", "all folders"),
    "all_kinds": Words("全部种类", "all kinds"),
    "all_verdicts": Words("全部结论", "all verdicts"),
    "all_rules": Words("全部规则", "all rules"),
    "rows": Words("材料清单", "The list"),
    "reset": Words("清除筛选", "Clear the filters"),
    "shown": Words("显示 {shown} 份，共 {all} 份", "{shown} of {all} shown"),
    "cut": Words(
        f"清单只列出前 {MOST_LISTED:,} 份，全部见 documents 文件夹。",
        f"Only the first {MOST_LISTED:,} are listed; the folder documents has all.",
    ),
    "printed": Words("只打印前 {} 份。", "Only the first {} are printed."),
    "subject": Words("名称", "Subject"),
    "error": Words("错误", "Errors"),
    "warning": Words("警告", "Warnings"),
    "review": Words("待核", "To review"),
    "no_script": Words("清单需要启用 JavaScript。", "The list of submissions needs JavaScript."),
    "close": Words("关闭", "Close"),
    "no_findings": Words("没有意见。", "No findings."),
    "law": Words("依据", "Judged by"),
    "edition": Words("版次", "edition"),
}

_SPOKEN = ("shown", "printed", "no_folder", "no_findings")
"""What the script says."""


class Bar(NamedTuple):
    """A part of a bar, as percentages of its whole."""

    tone: str
    label: str
    number: int
    x: str
    width: str


def overview(
    summary: Summary,
    listed: Listing,
    aside: Sequence[Mapping[str, Any]],
    pack: RulePack,
    lang: Lang,
) -> str:
    """Return the page. `aside` are the documents that were set aside, those that are shown first.

    It carries its own policy by which a browser fetches nothing. The list is data in it, which no
    browser runs and in which no text can end its element.
    """
    sheet, script = own(_HERE / "overview.css"), own(_HERE / "overview.js")
    said = {name: each.said(lang) for name, each in _WORDS.items()}
    met = {
        name: said
        for name, said in VERDICTS.items()
        if name != "not-judged" or summary.verdict(name)
    }
    most = max((fault.submissions for fault in summary.faults), default=1)
    return _template().render(
        lang={"zh": "zh-CN", "en": "en"}[lang],
        words=said,
        policy=f"default-src 'none'; style-src {allowed(sheet)}; script-src {allowed(script)}; "
        "base-uri 'none'; form-action 'none'",
        sheet=sheet,
        script=script,
        data=_data(as_data(listed, lang) | {"words": {name: said[name] for name in _SPOKEN}}),
        is_cut=listed.is_cut,
        folders=_folders(listed, lang),
        more_folders=max(0, len(listed.folders) - _MOST_FOLDERS),
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


def _folders(listed: Listing, lang: Lang) -> list[tuple[int, str, Mapping[str, int], list[Bar]]]:
    """Return the folders by name, each with its number, counts and bar; none if there is one."""
    if len(listed.folders) < 2:  # noqa: PLR2004 - one folder is the batch itself
        return []
    names: dict[str, Words] = dict(VERDICTS.items())
    names[UNREAD] = UNREADABLE
    met = {key: names[key] for key in names if any(c[key] for c in listed.by_folder.values())}
    order = sorted(range(len(listed.folders)), key=lambda number: listed.folders[number])
    return [
        (number, listed.folders[number], counts, _bars(counts, met, lang))
        for number in order[:_MOST_FOLDERS]
        for counts in (listed.by_folder[number],)
    ]


def _data(value: object) -> Markup:
    """Return JSON in which nothing is markup, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - it has no letter that begins or ends markup


def _bars(counts: Mapping[Any, int], names: Mapping[Any, Words], lang: Lang) -> list[Bar]:
    whole = sum(counts.values()) or 1
    bars, x = [], 0.0
    for tone, said in names.items():
        width = 100 * counts.get(tone, 0) / whole
        label = said.said(lang)
        bars.append(Bar(tone, label, counts.get(tone, 0), f"{x:.2f}", f"{width:.2f}"))
        x += width
    return bars


def _template() -> "Template":
    environment = templates(_HERE)
    environment.filters["number"] = "{:,}".format
    return environment.get_template("overview.html")
