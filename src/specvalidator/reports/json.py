"""The JSON that programs read: what `check --format json` and `read` print."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny
from pydantic_core import PydanticSerializationError

from specvalidator.errors import ErrorWord, UnreadableFile
from specvalidator.findings import Content, Finding, HandClause, PackReference, Report, Verdict
from specvalidator.models import Kind
from specvalidator.places import PdfPlace, Place, Source, WordPlace, spoken
from specvalidator.reports import Failure, Style
from specvalidator.reports.printing import entries, members
from specvalidator.settings.waivers import UnusedWaiver
from specvalidator.submission import Remark, Submission
from specvalidator.typesetting import harmless_json
from specvalidator.version import __version__
from specvalidator.wording import Lang


class _PagePart(BaseModel):
    """A part of the page, its keys in the order in which they are printed."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class ReportEntry(_PagePart, title="检查报告"):
    """One report: what was found about one submission."""

    source: Source | None = Field(title="来源文件")
    kind: Kind = Field(title="材料种类")
    subject: str | None = Field(
        title="材料所述", description="What the form is about, such as the name of the ability"
    )
    verdict: Verdict = Field(
        title="结论",
        description="fail: a certain error; review: no certain error, but a person must look; "
        "pass: neither; not-judged: the pack has no rules for it",
    )
    pack: PackReference = Field(title="规则包")
    contents: tuple[Content, ...] = Field(
        title="材料中的文件", description="The files of a dossier; empty elsewhere"
    )
    findings: tuple[Finding, ...] = Field(
        title="发现", description="Gravest first, then as in the record"
    )
    passed: tuple[str, ...] = Field(
        title="通过的规则", description="Rules that were tested and found nothing"
    )
    moot: tuple[str, ...] = Field(
        title="无从检查的规则",
        description="Rules with nothing to test, because the value is absent",
    )
    deselected: tuple[str, ...] = Field(
        title="没有问的规则",
        description="Rules that --select or --ignore left out: of these nothing is known",
    )
    by_hand: tuple[HandClause, ...] = Field(
        title="人工核对清单", description="Clauses that only a person can judge"
    )
    redacted: bool = Field(
        title="已隐去个人信息",
        description="Whether names of persons, telephone, certificate and identity numbers "
        "are masked",
    )


class FailureEntry(_PagePart, title="无法读取的文件"):
    """A file that gave no submission."""

    source: Source = Field(title="来源文件")
    error: ErrorWord = Field(title="原因代码")
    message: str = Field(title="说明", description="What is wrong and what to do next")


class WaiverNotes(_PagePart, title="关于豁免"):
    """What there is to say about the waivers themselves."""

    unused: tuple[UnusedWaiver, ...] = Field(title="没有用上的豁免")


class CheckPage(_PagePart, title="检查结果"):
    """Everything that one run of `check --format json` prints."""

    specvalidator: str = Field(title="程序版本")
    reports: tuple[ReportEntry, ...] = Field(
        title="检查报告", description="One for each submission, in the order of the files"
    )
    errors: tuple[FailureEntry, ...] = Field(title="无法读取的文件")
    waivers: WaiverNotes = Field(title="关于豁免")
    passed_over: int = Field(
        title="略过的文件数",
        description="Files of folders that are no documents, such as pictures and lock files",
    )


class RemarkEntry(_PagePart, title="读取说明"):
    """What the reader has to say about a value of the record."""

    path: str = Field(title="记录中的位置", description="RFC 6901 JSON Pointer into the record")
    message: str = Field(title="说明")


class SubmissionEntry(_PagePart, title="读取的材料"):
    """One form as it was read, without judgement."""

    source: Source | None = Field(title="来源文件")
    kind: Kind = Field(title="材料种类")
    model: SerializeAsAny[BaseModel] = Field(title="记录")
    places: dict[str, Place] = Field(
        title="各值在文件中的位置", description="By RFC 6901 JSON Pointer into the record"
    )
    doubts: tuple[RemarkEntry, ...] = Field(
        title="未能读取的值", description="Values that a person must read"
    )
    notes: tuple[RemarkEntry, ...] = Field(
        title="其他说明", description="Misprinted labels, hidden text"
    )


class ReadPage(_PagePart, title="读取结果"):
    """Everything that one run of `read` prints."""

    specvalidator: str = Field(title="程序版本")
    submissions: tuple[SubmissionEntry, ...] = Field(title="读取的材料")
    errors: tuple[FailureEntry, ...] = Field(title="无法读取的文件")


def pieces(
    reports: tuple[Report, ...], failures: tuple[Failure, ...], style: Style
) -> Iterator[str]:
    """Yield the page of `check`, a `CheckPage`, as JSON with an indent of 2 and a line end."""
    notes = WaiverNotes.model_construct(unused=style.unused)
    yield from members(
        ("specvalidator", [json.dumps(__version__)]),
        ("reports", entries(_printed(report_entry(report)) for report in reports)),
        ("errors", _failures(failures, style.lang)),
        ("waivers", _printed(notes)),
        ("passed_over", [json.dumps(style.passed_over)]),
    )
    yield "\n"


def pieces_of_submissions(
    submissions: Iterable[Submission], failures: Iterable[Failure], lang: Lang = "zh"
) -> Iterator[str]:
    """Yield the page of `read`, a `ReadPage`, as JSON with an indent of 2 and a line end."""
    submissions = tuple(submissions)
    beside = (
        Failure(each.source, UnreadableFile(each.error, each.message))
        for submission in submissions
        for each in submission.unjudged
    )
    read = (
        SubmissionEntry.model_construct(
            source=submission.source,
            kind=submission.kind,
            model=submission.model,
            places=_said(submission.places, lang),
            doubts=_remarks(submission.doubts, lang),
            notes=_remarks((r for r in submission.remarks if r.kind != "doubt"), lang),
        )
        for submission in submissions
    )
    yield from members(
        ("specvalidator", [json.dumps(__version__)]),
        ("submissions", entries(map(_printed, read))),
        ("errors", _failures((*failures, *beside), lang)),
    )
    yield "\n"


def report_entry(report: Report) -> ReportEntry:
    """Put the parts of a report in the order of the page; the parts are valid already."""
    parts: dict[str, Any] = {name: getattr(report, name) for name in ReportEntry.model_fields}
    return ReportEntry.model_construct(**parts)


def failure_entry(failure: Failure, lang: Lang) -> FailureEntry:
    """Say why a file gave no submission."""
    source, error = failure
    return FailureEntry.model_construct(source=source, error=error.error, message=error.said(lang))


def _failures(failures: Iterable[Failure], lang: Lang) -> Iterator[str]:
    return entries(_printed(failure_entry(failure, lang)) for failure in failures)


def _said(places: dict[str, WordPlace | PdfPlace], lang: Lang) -> dict[str, WordPlace | PdfPlace]:
    """Say places in `lang`; readers say them in Chinese."""
    return places if lang == "zh" else {path: spoken(at, lang) for path, at in places.items()}


def _remarks(remarks: Iterable[Remark], lang: Lang) -> tuple[RemarkEntry, ...]:
    return tuple(
        RemarkEntry.model_construct(path=remark.path, message=remark.message.said(lang))
        for remark in remarks
    )


def _printed(page: BaseModel) -> Iterator[str]:
    try:
        text = page.model_dump_json(indent=2)
    except PydanticSerializationError:  # half a character, as in a file name of an old encoding
        text = json.dumps(page.model_dump(mode="json"), ensure_ascii=False, indent=2)
    yield harmless_json(text)
