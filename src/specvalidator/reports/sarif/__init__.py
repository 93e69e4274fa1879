"""SARIF 2.1.0 for tools that gather findings: a run for each pack that reports were made by."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from specvalidator.findings import PackReference, Report
from specvalidator.reports import Failure, Style
from specvalidator.reports.documents import numbered
from specvalidator.reports.printing import entries, members
from specvalidator.reports.sarif.files import Files
from specvalidator.reports.sarif.results import Results
from specvalidator.reports.sarif.rules import Descriptors
from specvalidator.reports.sarif.words import culture, said
from specvalidator.typesetting import harmless_json
from specvalidator.version import __version__
from specvalidator.wording import Lang

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_Object = dict[str, Any]


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the log as JSON with an indent of 2 and a line end.

    Word files and PDF have no lines: places are said aloud, and named by their path in the
    record as logical locations. Rules that passed are results, too, and so are those that had
    nothing to test. Files that could not be read are notifications of the first run.
    """
    packs: dict[PackReference | None, list[Report]] = {}
    for report in reports:
        packs.setdefault(report.pack, []).append(report)
    groups = list(packs.items()) or [(None, [])]
    runs = (
        _run(pack, group, failures if number == 0 else (), style.lang)
        for number, (pack, group) in enumerate(groups)
    )
    yield from members(
        ("$schema", _printed(_SCHEMA)), ("version", _printed("2.1.0")), ("runs", entries(runs))
    )
    yield "\n"


def _run(
    pack: PackReference | None, reports: list[Report], failures: Iterable[Failure], lang: Lang
) -> Iterator[str]:
    rules = Descriptors(pack, reports, lang)
    files = Files([report.source for report in reports], failures)
    results = Results(rules, files, lang)
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
    notifications = files.notifications(lang)
    if notifications:
        driver["notifications"] = files.reasons()
    run["invocations"] = [
        {
            "executionSuccessful": not notifications,
            "toolExecutionNotifications": notifications,
        }
    ]
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
