"""What a file holds: its submissions, read here or in a process of its own."""

from os import PathLike
from pathlib import Path

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.files import File, bytes_of, is_folder, name_of, portable, source_of
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.readers import RecognisedFile, read_document, read_files, recognise
from specvalidator.readers.formats import ARCHIVE, RECORD
from specvalidator.readers.limits import Limits
from specvalidator.readers.refusals import out_of_memory, too_many_entries, too_many_forms
from specvalidator.submission import Submission, UnfitRecord, UnjudgedFile


def submissions_of(
    file: File, kind: Kind | None, name: str | None, limits: Limits
) -> list[Submission]:
    """Return the submissions that a file holds; arguments and errors as `api.read`."""
    called = name or name_of(file)
    if limits.isolate:
        from specvalidator.workers.worker import isolated  # noqa: PLC0415 - only where asked for

        inside = limits._replace(isolate=False)
        given = portable(file, limits)
        return isolated(limits, submissions_of, list[Submission], given, kind, called, inside)
    try:
        submissions = _read(file, kind, called, limits)
    except MemoryError:
        raise out_of_memory() from None
    if len(submissions) > limits.forms:
        raise too_many_forms(len(submissions), limits.forms)
    _refuse_long_lists(submissions, limits)
    return submissions


def _read(given: File, kind: Kind | None, called: str, limits: Limits) -> list[Submission]:
    if isinstance(given, str | PathLike) and is_folder(given) and kind in (None, "dossier"):
        return _read_folder(Path(given), called, limits, insist=kind is not None)
    data = bytes_of(given, limits)
    file = recognise(data, limits)
    if file.format is RECORD:
        return [_read_record(data, called, kind, limits)]
    if kind == "dossier" or (kind is None and file.format is ARCHIVE):
        whole = source_of(data, called, ARCHIVE.media_type if file.format is ARCHIVE else None)
        return _read_dossier(file, whole, limits, insist=kind is not None)
    document = read_document(file, limits)
    source = source_of(data, called, document.media_type)
    submissions = extract(document, source, kind)
    if document.before is None:
        return submissions
    return _before_suggestions(submissions, document.before, source, kind)


def _before_suggestions(
    accepted: list[Submission], before: Document, source: Source, kind: Kind | None
) -> list[Submission]:
    """Return what the author wrote, and with each what it would be with our suggestions.

    Where the two are not the same forms, the suggestions are none of ours, and count as all other
    tracked changes do.
    """
    try:
        own = extract(before, source, kind)
    except UnreadableFile:
        return accepted
    if [each.kind for each in own] != [each.kind for each in accepted]:
        return accepted
    return [
        one.model_copy(update={"accepted": other}) for one, other in zip(own, accepted, strict=True)
    ]


def _read_folder(folder: Path, called: str, limits: Limits, *, insist: bool) -> list[Submission]:
    """Return the dossier that a folder is, or those that it keeps and what lies beside them."""
    from specvalidator.extract.dossier import nothing_in  # noqa: PLC0415 - only for many files
    from specvalidator.extract.dossier.folders import documents_in, kept_in  # noqa: PLC0415 - same

    kept = kept_in(folder)
    if kept is None:
        whole = Source(name=called, media_type="inode/directory", sha256=None, size=None)
        return _read_dossier(folder, whole, limits, insist=insist)
    found: list[Submission] = []
    refused: list[UnjudgedFile] = []
    for path in (*kept.dossiers, *documents_in(kept.others)):
        name = f"{called}/{path.relative_to(folder).as_posix()}"
        try:
            found += submissions_of(path, None, name, limits)
        except UnreadableFile as error:
            source = Source(name=name, media_type=None, sha256=None, size=None)
            refused.append(UnjudgedFile(source=source, error=error.error, message=error.words))
    if not found:
        raise nothing_in([each.source.name for each in refused])
    beside = (*found[0].unjudged, *refused)
    return [found[0].model_copy(update={"unjudged": beside}), *found[1:]]


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


_COMPARED = frozenset({"examiners", "managers", "projects", "supervisors"})
"""Lists whose entries rules hold against each other: their cost is that of all pairs."""


def _refuse_long_lists(submissions: list[Submission], limits: Limits) -> None:
    lists = [each for submission in submissions for each in submission.lists()]
    if sum(length for _, length in lists) > limits.entries:
        raise too_many_entries(limits.entries)
    if any(length > limits.rows for name, length in lists if name in _COMPARED):
        raise too_many_entries(limits.rows)
