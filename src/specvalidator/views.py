"""Files read again, to be shown beside what was found about them."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.findings import Report
from specvalidator.models import Kind
from specvalidator.places import PdfPlace, Source
from specvalidator.readers import is_archive, is_record, read_document, read_files
from specvalidator.readers.limits import Limits
from specvalidator.reports.html.view import View
from specvalidator.submission import Submission

_PDF = "application/pdf"


class Wanted(NamedTuple):
    """What reports say of a file that is to be shown."""

    kind: Kind
    pages: frozenset[int]
    """Pages of a PDF on which there are findings."""


def wanted_by(reports: Iterable[Report]) -> dict[str, Wanted]:
    """Return by SHA-256 what is to be shown: nothing of which personal data were masked."""
    wanted: dict[str, Wanted] = {}
    for report in reports:
        digest = report.source.sha256 if report.source else None
        if digest is None or report.kind == "dossier" or report.redacted:
            continue
        pages = {
            place.page
            for finding in report.findings
            if isinstance(place := finding.location.place, PdfPlace)
        }
        known = wanted.get(digest, Wanted(report.kind, frozenset()))
        wanted[digest] = known._replace(pages=known.pages | pages)
    return wanted


def shown(
    files: Iterable[bytes | Path], wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    """Return by SHA-256 the views of files, and of the files in archives and folders.

    What is not wanted, and what cannot be read any more, is left out. With `limits.isolate`, the
    files are read in a process of its own, which is ended and begun anew where one asks too much.
    """
    views: dict[str, View] = {}
    if not limits.isolate:
        for file in files:
            views |= views_in(file, wanted, limits)
        return views
    from specvalidator.isolation import Workers  # noqa: PLC0415 - only where it is asked for

    work = partial(views_in, wanted=wanted, limits=limits)
    # Drawing has a bound of its own, which ends it without losing what is drawn already.
    patient = limits._replace(cpu_seconds=limits.cpu_seconds + limits.pdf.drawing_seconds)
    with Workers[bytes | Path, Mapping[str, View]](patient, work) as workers:
        for file in files:
            found = next(workers.results([file]))
            if not isinstance(found, UnreadableFile):
                views |= found
    return views


def views_in(
    file: bytes | Path, wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    """Return the views of one file; files within others are shown as text, whatever they are."""
    try:
        if isinstance(file, Path):
            return _views_within(file, wanted, limits)
        digest = hashlib.sha256(file).hexdigest()
        if digest in wanted:
            return {digest: _view(file, wanted[digest], limits)}
        return _views_within(file, wanted, limits) if is_archive(file, limits) else {}
    except UnreadableFile:
        return {}


def _views_within(
    file: bytes | Path, wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    return {
        each.sha256: View(each.document, _forms_in(each.document, wanted[each.sha256].kind))
        for each in read_files(file, "", limits)
        if each.document is not None and each.sha256 is not None and each.sha256 in wanted
    }


def _view(data: bytes, wanted: Wanted, limits: Limits) -> View:
    if is_record(data):
        from specvalidator.readers.record import read_record  # noqa: PLC0415 - only for records

        model = read_record(data, wanted.kind, limits).model
        return View(None, (Submission(source=None, kind=wanted.kind, model=model),))
    document = read_document(data, limits)
    forms = _forms_in(document, wanted.kind)
    if document.media_type != _PDF:
        return View(document, forms)
    from specvalidator.readers.pdf.picturing import pictures_of  # noqa: PLC0415 - only for PDF

    return View(document, forms, pictures_of(data, wanted.pages, limits.pdf))


def _forms_in(document: Document, kind: Kind) -> tuple[Submission, ...]:
    """Return the forms of a document, which tell exactly which words a finding is about."""
    source = Source(name="", media_type=document.media_type, sha256=None, size=None)
    try:
        return tuple(extract(document, source, kind))
    except UnreadableFile:
        return ()
