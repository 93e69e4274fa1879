"""The four steps on one page: read, extract, check, render. START HERE."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

from specvalidator.catalogue import Catalogue, read_catalogue
from specvalidator.engine import judge
from specvalidator.errors import BadCatalogue
from specvalidator.extract import extract
from specvalidator.files import File, bytes_of, name_of, opened, source_of
from specvalidator.findings import Report
from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.packs import DEFAULT_PACK, RulePack, known_packs, load_pack
from specvalidator.packs.binding import BoundPack, bind
from specvalidator.places import Source
from specvalidator.readers import RecognisedFile, read_document, read_files, recognise
from specvalidator.readers.formats import ARCHIVE, RECORD
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.readers.refusals import out_of_memory, too_many_entries
from specvalidator.reports import (
    RENDERERS,
    SHOWING_FILES,
    SHOWING_WAIVED,
    Failure,
    Style,
    without_waived,
)
from specvalidator.submission import Submission, UnfitRecord
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from specvalidator.redaction import Personal
    from specvalidator.reports.html.view import View
    from specvalidator.settings.waivers import UnusedWaiver

_T = TypeVar("_T")


def read(
    file: File,
    *,
    kind: Kind | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT,
) -> list[Submission]:
    """Return the submissions that a file holds, in the order in which they stand in it.

    A document may hold several; a record in JSON is one, and has no places. A folder or a zip of
    files gives the dossier that it is, followed by the forms inside it.

    Args:
        file: what to read; a folder is a dossier, too.
        kind: which form it is; recognised from the content where None.
        name: what reports call the file; the path's last part where None.
        limits: how much the file may ask; with `isolate`, it is read in a process of its own.

    Raises:
        UnreadableFile: the file cannot be read, or holds no form that is known.
    """
    called = name or name_of(file)
    if limits.isolate:
        return isolated_work(read, file, limits, kind=kind, name=called)
    try:
        submissions = _read(file, kind, called, limits)
    except MemoryError:
        raise out_of_memory() from None
    _refuse_long_lists(submissions, limits)
    return submissions


def _read(given: File, kind: Kind | None, called: str, limits: Limits) -> list[Submission]:
    if isinstance(given, str | PathLike) and kind in (None, "dossier") and Path(given).is_dir():
        whole = Source(name=called, media_type="inode/directory", sha256=None, size=None)
        return _read_dossier(Path(given), whole, limits, insist=kind is not None)
    data = bytes_of(given, limits)
    file = recognise(data, limits)
    if file.format is RECORD:
        return [_read_record(data, called, kind, limits)]
    if kind == "dossier" or (kind is None and file.format is ARCHIVE):
        whole = source_of(data, called, ARCHIVE.media_type if file.format is ARCHIVE else None)
        return _read_dossier(file, whole, limits, insist=kind is not None)
    document = read_document(file, limits)
    return extract(document, source_of(data, called, document.media_type), kind)


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
    try:
        given = _submission(submission, kind)
    except UnfitRecord as unfit:
        report = _report_unfit(unfit, pack, catalogue, lang)
        return report.model_copy(update={"redacted": redact})  # it quotes no value
    report = judge(given, bound(pack, catalogue, given.kind), lang)
    if not redact:
        return report
    from specvalidator.redaction import personal, redacted  # noqa: PLC0415 - only where asked for

    return redacted(report, personal(given), lang)


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
    if limits.isolate:
        said = {"pack": pack, "lang": lang, "catalogue": catalogue, "kind": kind, "redact": redact}
        return isolated_work(validate, file, limits, name=name or name_of(file), **said)
    judged = validated(
        file, pack=pack, lang=lang, catalogue=catalogue, kind=kind, name=name, limits=limits,
        redact=redact,
    )  # fmt: skip
    if not redact:
        return [each.report for each in judged]
    from specvalidator.redaction import redacted  # noqa: PLC0415 - only where it is asked for

    return [redacted(each.report, each.personal, lang) for each in judged]


class Validated(NamedTuple):
    """A report, and what is to be masked in it."""

    report: Report
    personal: "tuple[Personal, ...]" = ()


def validated(  # noqa: PLR0913 - the same
    file: File,
    *,
    pack: str | Path | RulePack = DEFAULT_PACK,
    lang: Lang = "zh",
    catalogue: Catalogue | Path | str | None = None,
    kind: Kind | None = None,
    name: str | None = None,
    limits: Limits = DEFAULT,
    redact: bool = False,
) -> list[Validated]:
    """Return reports that are not redacted yet: waivers are held against what is written."""
    try:
        submissions = read(file, kind=kind, name=name, limits=limits)
    except UnfitRecord as unfit:
        return [Validated(_report_unfit(unfit, pack, catalogue, lang))]
    ready = {each: bound(pack, catalogue, each) for each in {one.kind for one in submissions}}
    judged = [Validated(judge(each, ready[each.kind], lang)) for each in submissions]
    if not redact:
        return judged
    from specvalidator.redaction import personal  # noqa: PLC0415 - only where it is asked for

    return [
        one._replace(personal=personal(submission))
        for one, submission in zip(judged, submissions, strict=True)
    ]


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
        errors: files that could not be read.
        style: language, width, colours and fullness of the page, in place of `lang`.
        unused: waivers that let nothing pass, for a page that says so.
        files: what the reports are about, for a page that shows it beside the findings. Files are
            known by their bytes; a report whose file is not among them is shown without it.
        limits: how much these files may ask; with `isolate`, they are read and drawn in a process
            of its own.

    Raises:
        ValueError: there is no such format.
    """
    if format not in RENDERERS:
        raise ValueError(f"no format {format!r}; there is {', '.join(RENDERERS)}")
    shown = tuple(reports) if format in SHOWING_WAIVED else tuple(map(without_waived, reports))
    style = (style or Style(lang=lang))._replace(unused=tuple(unused))
    if format in SHOWING_FILES:
        style = style._replace(views=_views(files, shown, limits))
    return RENDERERS[format](shown, tuple(errors), style)


def bound(
    pack: str | Path | RulePack,
    catalogue: Catalogue | Path | str | None = None,
    kind: Kind | None = None,
) -> BoundPack:
    """Return a pack joined to the checks and to a catalogue of projects, ready to judge by.

    Args:
        pack: id of a pack, its file, or the pack itself.
        catalogue: the published projects, or the file that lists them.
        kind: of what to judge. Of a pack that comes with the package, whose rules are proved,
            only those about this kind are joined then; any other is tried whole.

    Raises:
        BadPack: the pack cannot be used.
        BadCatalogue: the catalogue cannot be used.
    """
    if isinstance(catalogue, str | Path):
        catalogue = load_catalogue(catalogue)
    if isinstance(pack, RulePack):
        return bind(pack, catalogue)
    return _bound_by_name(pack, catalogue, kind)


def load_catalogue(path: str | PathLike[str]) -> Catalogue:
    """Return the published projects that a file lists, one on each line.

    Raises:
        BadCatalogue: there is no such file, or it names no project.
    """
    try:
        return read_catalogue(Path(path).read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadCatalogue(
            Words(
                f"目录文件无法打开（{reason}），请核对路径。",
                f"The catalogue cannot be opened ({reason}); check its path.",
            )
        ) from None


def isolated_work(
    work: Callable[..., _T],
    file: File,
    limits: Limits,
    **said: Any,  # noqa: ANN401 - the other arguments of `work`
) -> _T:
    """Do work that takes a file and `limits` in a process of its own, with the same arguments."""
    from specvalidator.isolation import isolated  # noqa: PLC0415 - only where it is asked for

    given = file if isinstance(file, str | PathLike) else bytes_of(file, limits)
    return isolated(limits, partial(work, limits=limits._replace(isolate=False), **said), given)


def _read_record(data: bytes, name: str, kind: Kind | None, limits: Limits) -> Submission:
    from specvalidator.readers import record  # noqa: PLC0415 - only for records in JSON

    source = source_of(data, name, RECORD.media_type)
    try:
        read = record.read_record(data, kind, limits)
    except UnfitRecord as unfit:
        unfit.source = source
        raise
    return Submission(source=source, kind=read.kind, model=read.model)


def _read_dossier(
    file: RecognisedFile | Path, source: Source, limits: Limits, *, insist: bool
) -> list[Submission]:
    from specvalidator.extract.dossier import read_dossier  # noqa: PLC0415 - only for many files

    return read_dossier(read_files(file, source.name, limits), source, insist=insist)


def _views(
    files: Iterable[File], reports: tuple[Report, ...], limits: Limits
) -> "Mapping[str, View]":
    """Return by SHA-256 what is shown of the files; what cannot be opened is not shown."""
    from specvalidator.views import shown, wanted_by  # noqa: PLC0415 - only where files are shown

    return shown(opened(files, limits), wanted_by(reports), limits)


def _report_unfit(
    unfit: UnfitRecord,
    pack: str | Path | RulePack,
    catalogue: Catalogue | Path | str | None,
    lang: Lang,
) -> Report:
    from specvalidator.unfit import report_unfit  # noqa: PLC0415 - only where a record does not fit

    return report_unfit(unfit, bound(pack, catalogue, unfit.kind), lang)


_COMPARED = frozenset({"examiners", "managers", "projects", "supervisors"})
"""Lists whose entries rules hold against each other: their cost is that of all pairs."""


def _refuse_long_lists(submissions: list[Submission], limits: Limits) -> None:
    lists = [each for submission in submissions for each in submission.lists()]
    if sum(length for _, length in lists) > limits.entries:
        raise too_many_entries(limits.entries)
    if any(length > limits.rows for name, length in lists if name in _COMPARED):
        raise too_many_entries(limits.rows)


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


@cache
def _bound_by_name(pack: str | Path, catalogue: Catalogue | None, kind: Kind | None) -> BoundPack:
    alone = kind is not None and pack in known_packs()
    return bind(load_pack(pack), catalogue, (kind,) if kind and alone else KIND_TITLES)
