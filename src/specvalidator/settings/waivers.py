"""Waivers: findings that somebody answers for, with a reason and until a day."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from specvalidator.findings import Finding, Report, Waived
from specvalidator.settings.globs import matches

_DIGEST = r"[0-9a-fA-F]{64}"
_Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Waiver(BaseModel, title="豁免条目"):
    """One decision to let findings of a rule pass in some documents."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    rule: _Filled = Field(title="规则名称", description="Name of the rule, such as weight-total")
    document: _Filled = Field(
        title="文件",
        description="Pattern of file names, relative to the file of the waivers, or the SHA-256 "
        "of one document in hexadecimal",
    )
    path: Annotated[str, StringConstraints(pattern=r"^(/.*)?$")] | None = Field(
        title="记录中的位置",
        default=None,
        description="RFC 6901 JSON Pointer: only findings there; null: anywhere",
    )
    text: _Filled | None = Field(
        title="原文",
        default=None,
        description="Only findings where exactly this is written, as reports quote it",
    )
    reason: _Filled = Field(title="理由")
    approved_by: _Filled | None = Field(title="批准人", default=None)
    expires: dt.date = Field(title="到期日", description="The last day on which it holds")

    def concerns(self, report: Report, document: str | None = None) -> bool:
        """Say whether the waiver is about a report's document, under its own name or another."""
        source = report.source
        if re.fullmatch(_DIGEST, self.document):
            digest = source.sha256 if source else None
            return digest is not None and digest == self.document.lower()
        name = document or (source.name if source else None)
        return name is not None and matches(self.document, name)

    def lets_pass(self, finding: Finding) -> bool:
        """Say whether a finding in a document that the waiver is about is one that it means."""
        at = finding.location
        return (
            finding.rule == self.rule
            and self.path in (None, at.path)
            and (self.text is None or _plain(self.text) == _plain(at.written or ""))
        )


class UnusedWaiver(Waiver, title="没有用上的豁免"):
    """A waiver that means no finding of what was checked."""

    checked: bool = Field(
        title="所指的文件已经检查",
        description="Whether a document that it is about was checked: then it is needed no more",
    )


def waived(
    report: Report, waivers: Iterable[Waiver], *, on: dt.date, document: str | None = None
) -> Report:
    """Return a report in which the findings that are let pass say so, and do not count.

    Where the only waiver of a finding has expired, the finding counts and says so.

    Args:
        report: what was found.
        waivers: what is let pass, such as `load_waivers` gives.
        on: the day for which to judge.
        document: what patterns of file names are compared with, in place of the source's name.
    """
    held = [waiver for waiver in waivers if waiver.concerns(report, document)]
    findings = tuple(_judged(finding, held, on) for finding in report.findings)
    return report.model_copy(update={"findings": findings})


def unused_waivers(
    reports: Iterable[Report],
    waivers: Iterable[Waiver],
    *,
    documents: Iterable[str | None] | None = None,
) -> tuple[UnusedWaiver, ...]:
    """Return the waivers that mean no finding of any report; expired ones may be among them.

    Args:
        reports: what was found.
        waivers: what is let pass.
        documents: of each report what patterns of file names are compared with, as in `waived`.
    """
    judged = tuple(reports)
    names = (None,) * len(judged) if documents is None else tuple(documents)
    unused = []
    for waiver in waivers:
        about = [
            report
            for report, name in zip(judged, names, strict=True)
            if waiver.concerns(report, name)
        ]
        if not any(waiver.lets_pass(finding) for report in about for finding in report.findings):
            unused.append(UnusedWaiver(**waiver.__dict__, checked=bool(about)))
    return tuple(unused)


def _judged(finding: Finding, waivers: Iterable[Waiver], on: dt.date) -> Finding:
    meant = [waiver for waiver in waivers if waiver.lets_pass(finding)]
    if not meant:
        return finding
    last = max(meant, key=lambda waiver: waiver.expires)
    said = Waived(reason=last.reason, approved_by=last.approved_by, expires=last.expires)
    holds = on <= last.expires
    return finding.model_copy(
        update={"waived": said if holds else None, "lapsed": None if holds else said}
    )


def _plain(text: str) -> str:
    """Leave away how a text is broken into lines."""
    return " ".join(text.split())
