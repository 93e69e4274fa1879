"""SARIF 2.1.0 for tools that gather findings: a run for each pack that reports were made by."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from specvalidator.findings import PackReference, Report
from specvalidator.reports import Failure, Style, vocabulary
from specvalidator.reports.documents import numbered
from specvalidator.reports.printing import entries, members
from specvalidator.reports.sarif.files import ROOT, Files
from specvalidator.reports.sarif.results import Results
from specvalidator.reports.sarif.rules import Descriptors
from specvalidator.reports.sarif.words import culture, message, said
from specvalidator.typesetting import harmless_json
from specvalidator.version import __version__
from specvalidator.wording import Words

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NO_RULES = "not-judged"
_WHERE = Words(
    "仓库的根目录；不在仓库里时是运行时所在的文件夹。",
    "The root of the repository; outside one, the folder that the program ran in.",
)
_Object = dict[str, Any]


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the log as JSON with an indent of 2 and a line end.

    Word files and PDF have no lines: places are said aloud, and named by their path in the
    record as logical locations. Each finding is a result; of rules that passed, and of those that
    had nothing to test, results are made where everything is wished for: code scanning would take
    each for an alert. Files are named from the root of the repository. Files that
    could not be read are notifications of the first run.
    """
    packs: dict[PackReference | None, list[Report]] = {}
    for report in reports:
        packs.setdefault(report.pack, []).append(report)
    groups = list(packs.items()) or [(None, [])]
    runs = (
        _run(pack, group, failures if number == 0 else (), style)
        for number, (pack, group) in enumerate(groups)
    )
    yield from members(
        ("$schema", _printed(_SCHEMA)), ("version", _printed("2.1.0")), ("runs", entries(runs))
    )
    yield "\n"


def _run(
    pack: PackReference | None, reports: list[Report], failures: Iterable[Failure], style: Style
) -> Iterator[str]:
    lang = style.lang
    rules = Descriptors(pack, reports, lang)
    files = Files([report.source for report in reports], failures, style.path_of)
    results = Results(rules, files, style)
    driver: _Object = {
        "name": "specvalidator",
        "semanticVersion": __version__,
        "language": culture(lang),
        "rules": rules.rules(),
    }
    run: _Object = {"tool": {"driver": driver}, "language": culture(lang)}
    if pack is not None:
        driver["supportedTaxonomies"] = [rules.notice()]
        run["taxonomies"] = [rules.taxonomy()]
        run["properties"] = {"pack": said(pack.id), "edition": said(pack.edition)}
    if any(report.redacted for report in reports):
        run.setdefault("properties", {})["redacted"] = True
    unjudged = [report for report in reports if report.verdict == "not-judged"]
    notifications = files.notifications(lang)
    if notifications or unjudged:
        driver["notifications"] = [*files.reasons(), *({"id": _NO_RULES} for _ in unjudged[:1])]
    notifications += [
        {
            "descriptor": {"id": _NO_RULES, "index": len(driver["notifications"]) - 1},
            "level": "error",
            "message": message(vocabulary.unjudged(report).said(lang)),
            "locations": [files.physical(report)] if report.source else [],
        }
        for report in unjudged
    ]
    invocation: _Object = {
        "executionSuccessful": not notifications,
        "toolExecutionNotifications": notifications,
    }
    if left_out := vocabulary.left_out(reports, lang):
        note = {"level": "note", "message": message(left_out)}
        invocation["toolConfigurationNotifications"] = [note]
    run["invocations"] = [invocation]
    run["originalUriBaseIds"] = {ROOT: {"description": message(_WHERE.said(lang))}}
    run["artifacts"] = files.artifacts()
    # §3.27.23: on every result, or on none
    more: _Object = {"suppressions": []} if any(report.waived for report in reports) else {}
    found = (
        {**result, **{name: result.get(name, none) for name, none in more.items()}}
        for report, part in numbered(tuple(reports))
        for result in results.of(report, part)
    )
    return members(
        *((name, _printed(value)) for name, value in run.items()),
        ("results", entries(map(_printed, found))),
    )


def _printed(value: object) -> Iterator[str]:
    yield harmless_json(json.dumps(value, ensure_ascii=False, indent=2))
