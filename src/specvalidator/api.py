"""The four steps on one page: read, extract, check, render. START HERE."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from specvalidator.catalogue import Catalogue
from specvalidator.document import Document
from specvalidator.files import File, opened
from specvalidator.findings import Report
from specvalidator.judging import Judging, report_on, report_on_unfit, reports_on
from specvalidator.lexicon import speaking
from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.packs import DEFAULT_PACK, RulePack
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reports import (
    EXPLAINING,
    RENDERERS,
    SHOWING_FILES,
    SHOWING_WAIVED,
    Failure,
    Style,
    failures_beside,
    without_waived,
)
from specvalidator.submission import Submission, UnfitRecord
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.html.view import View
    from specvalidator.settings.waivers import UnusedWaiver


def read(
    file: File,
    *,
    kind: Kind | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT,
    pack: str | Path | RulePack = DEFAULT_PACK,
) -> list[Submission]:
    """Return the submissions that a file holds, in the order in which they stand in it.

    A document may hold several; a record in JSON is one, and has no places. A folder or a zip of
    files gives the dossier that it is, followed by the forms inside it.

    Args:
        file: what to read; a folder is a dossier, too.
        kind: which form it is; recognised from the content where None.
        name: what reports call the file; the path's last part where None.
        limits: how much the file may ask; with `isolate`, it is read in a process of its own.
        pack: id of a pack, its file, or the pack itself: by its words forms are known.

    Raises:
        BadPack: the pack cannot be used.
        UnreadableFile: the file cannot be read, or holds no form that is known.
    """
    return Judging(pack, kind=kind, limits=limits).read(file, name)


def check(  # noqa: PLR0913 - the same
    submission: Submission | BaseModel | Mapping[str, Any],
    *,
    pack: str | Path | RulePack = DEFAULT_PACK,
    lang: Lang = "zh",
    catalogue: Catalogue | Path | str | None = None,
    redact: bool = False,
    kind: Kind | None = None,
) -> Report:
    """Judge a submission, or a record that never was a file, by the rules of a pack.

    Args:
        submission: what to judge; a record may be a mapping as JSON has it. One that does not fit
            its schema gets a finding `unfit-record` for each value that does not.
        pack: id of a pack, its file, or the pack itself.
        lang: language of the findings.
        catalogue: the published projects, or the file that lists them; without it, whether a
            project is published is left to a person.
        redact: mask what is about persons once the rules have seen it.
        kind: which form a mapping is; told by its fields where None.

    Raises:
        BadPack: the pack cannot be used.
        BadCatalogue: the catalogue cannot be used.
        UnreadableFile: a mapping is no JSON, or of no known kind.
        TypeError: no rules exist for records of this type.
    """
    judging = Judging(pack, lang, kind, catalogue, redact)
    try:
        with speaking(judging.lexicon):
            given = _submission(submission, kind)
        return report_on(given, judging)
    except UnfitRecord as unfit:
        return report_on_unfit(unfit, judging).model_copy(update={"redacted": redact})


def validate(  # noqa: PLR0913 - what may be said about one file, all by name
    file: File,
    *,
    pack: str | Path | RulePack = DEFAULT_PACK,
    lang: Lang = "zh",
    catalogue: Catalogue | Path | str | None = None,
    kind: Kind | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT,
    redact: bool = False,
) -> list[Report]:
    """Read a file and judge every submission in it. Arguments and errors as `read` and `check`.

    A record in JSON that does not fit its schema is judged, too, as `check` does.
    """
    return reports_on(file, Judging(pack, lang, kind, catalogue, redact, limits), name)


def render(  # noqa: PLR0913 - what may be said about a page, all by name
    reports: Iterable[Report],
    format: str = "text",  # noqa: A002 - the word users know
    *,
    lang: Lang = "zh",
    errors: Iterable[Failure] = (),
    style: Style | None = None,
    unused: Iterable["UnusedWaiver"] = (),
    files: Iterable[File] = (),
    limits: Limits = DEFAULT,
) -> str:
    """Return reports, and files that could not be read, as text in one of the known formats.

    Args:
        reports: what was found, in the order in which to show it.
        format: text, json, sarif, markdown, csv, github, junit or html.
        lang: language of what the reports do not say themselves.
        errors: files that could not be read, beside those that the reports name themselves.
        style: language, width, colours and fullness of the page, in place of `lang`.
        unused: waivers that let nothing pass, for a page that says so.
        files: what the reports are about, for a page that shows it beside the findings. Files are
            known by their bytes; a report whose file is not among them is shown without it.
        limits: how much these files may ask; with `isolate`, they are read and drawn in a process
            of its own.

    Raises:
        ValueError: there is no such format.
    """
    pieces = written(
        reports,
        format,
        errors=errors,
        style=style or Style(lang=lang),
        unused=unused,
        files=files,
        limits=limits,
    )
    return "".join(pieces)


def written(  # noqa: PLR0913 - as `render`
    reports: Iterable[Report],
    format: str,  # noqa: A002 - as `render`
    *,
    errors: Iterable[Failure],
    style: Style,
    unused: Iterable["UnusedWaiver"] = (),
    files: Iterable[File] = (),
    limits: Limits = DEFAULT,
) -> Iterator[str]:
    """Yield what `render` returns in pieces, as they are made; arguments and errors likewise."""
    if format not in RENDERERS:
        raise ValueError(f"no format {format!r}; there is {', '.join(RENDERERS)}")
    shown = tuple(reports) if format in SHOWING_WAIVED else tuple(map(without_waived, reports))
    style = style._replace(unused=tuple(unused))
    if format in SHOWING_FILES and not style.views:
        style = style._replace(views=_views(files, shown, limits, style.recognised))
    if format in EXPLAINING:
        from specvalidator.packs.explaining import examples_for  # noqa: PLC0415 - only for these

        style = style._replace(examples=examples_for(shown, style.lang))
    return RENDERERS[format](shown, (*errors, *failures_beside(shown)), style)


def _views(
    files: Iterable[File],
    reports: tuple[Report, ...],
    limits: Limits,
    recognised: Mapping[str, Document],
) -> "Mapping[str, View]":
    """Return by SHA-256 what is shown of the files; what cannot be opened is not shown."""
    from specvalidator.views import shown, wanted_by  # noqa: PLC0415 - only where files are shown

    return shown(opened(files, limits), wanted_by(reports), limits, recognised)


def _submission(given: Submission | BaseModel | Mapping[str, Any], kind: Kind | None) -> Submission:
    if isinstance(given, Submission):
        return given
    if isinstance(given, Mapping):
        from specvalidator.readers import record  # noqa: PLC0415 - only for records in JSON

        read = record.fitted(given, kind)
        return Submission(source=None, kind=read.kind, model=read.model)
    for each in KIND_TITLES:
        if isinstance(given, model_of(each)):
            return Submission(source=None, kind=each, model=given)
    raise TypeError(f"no rules exist for {type(given).__name__}")
