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
from specvalidator.readers import RecognisedFile, read_document, read_files, recognise
from specvalidator.readers.formats import ARCHIVE, OFD, PDF, RECORD, WORD
from specvalidator.readers.limits import Limits
from specvalidator.reports.html.view import View
from specvalidator.submission import Submission


class Wanted(NamedTuple):
    """What reports say of a file that is to be shown."""

    kind: Kind
    first: int
    """Least number of a form in it."""
    pages: frozenset[int]
    """Pages on which there are findings."""


def wanted_by(reports: Iterable[Report]) -> dict[str, Wanted]:
    """Return by SHA-256 what is to be shown: nothing of which personal data were masked."""
    wanted: dict[str, Wanted] = {}
    for report in reports:
        source = report.source
        if source is None or source.sha256 is None or report.kind == "dossier" or report.redacted:
            continue
        pages = {
            place.page
            for finding in report.findings
            if isinstance(place := finding.location.place, PdfPlace)
        }
        known = wanted.get(source.sha256, Wanted(report.kind, source.index, frozenset()))
        first = min(known.first, source.index)
        wanted[source.sha256] = Wanted(known.kind, first, known.pages | pages)
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
    from specvalidator.readers.layout.pictured import PagePicture  # noqa: PLC0415 - the same
    from specvalidator.readers.layout.placed import Letters  # noqa: PLC0415 - heavy
    from specvalidator.workers import values  # noqa: PLC0415 - only where it is asked for
    from specvalidator.workers.pool import Workers  # noqa: PLC0415 - the same

    names = {"Letters": Letters, "PagePicture": PagePicture}
    values.learn(View, Mapping=Mapping, **names)
    # Drawing has a bound of its own, which ends it without losing what is drawn already.
    limits = limits._replace(cpu_seconds=limits.cpu_seconds + limits.pdf.drawing_seconds)
    undrawn = limits._replace(pdf=limits.pdf._replace(picture_bytes=0))
    work = partial(_within_bounds, wanted=wanted)
    with Workers(limits, work, Mapping[str, View]) as workers:  # type: ignore[type-abstract]
        for file in files:
            # Where drawing the pages was too much, their text may still be shown.
            for bounds in (limits, undrawn):
                found = next(workers.results([(file, bounds)]))
                if not isinstance(found, UnreadableFile):
                    views |= found
                    break
    return views


def _within_bounds(
    task: tuple[bytes | Path, Limits], wanted: Mapping[str, Wanted]
) -> Mapping[str, View]:
    file, limits = task
    return views_in(file, wanted, limits)


def views_in(
    file: bytes | Path, wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    """Return the views of one file; files within others are shown as text, whatever they are."""
    try:
        if isinstance(file, Path):
            return _views_within(file, wanted, limits)
        digest = hashlib.sha256(file).hexdigest()
        known = recognise(file, limits)
        if digest in wanted:
            return {digest: _view(known, wanted[digest], limits)}
        return _views_within(known, wanted, limits) if known.format is ARCHIVE else {}
    except (UnreadableFile, MemoryError):
        return {}


def _views_within(
    file: RecognisedFile | Path, wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    views = {}
    for each in read_files(file, "", limits):
        about = wanted.get(each.sha256 or "")
        if each.sha256 is not None and each.document is not None and about is not None:
            forms = _forms_in(each.document, about.kind)
            views[each.sha256] = View(each.document, forms, about.first)
    return views


def _view(file: RecognisedFile, wanted: Wanted, limits: Limits) -> View:
    if file.format is RECORD:
        from specvalidator.readers.record import read_record  # noqa: PLC0415 - only for records

        model = read_record(file.data, wanted.kind, limits).model
        return View(None, (Submission(source=None, kind=wanted.kind, model=model),))
    document = read_document(file, limits)
    view = View(document.own, _forms_in(document, wanted.kind))
    if file.format is PDF:
        from specvalidator.readers.pdf.letters import letters_of  # noqa: PLC0415 - only for PDF
        from specvalidator.readers.pdf.picturing import pictures_of  # noqa: PLC0415 - the same

        pictures = pictures_of(file.data, wanted.pages, limits.pdf)
        letters = letters_of(file.data, wanted.pages, limits.pdf).by_page
        return view._replace(pages=pictures, letters=letters)
    if file.format is OFD:
        from specvalidator.readers.ofd.picturing import drawn_pages  # noqa: PLC0415 - only for OFD

        drawn = drawn_pages(file, limits)
        found = {number: each for number, each in drawn.letters.items() if number in wanted.pages}
        return view._replace(pages=drawn.pictures, letters=found)
    if file.format.picture:
        from specvalidator.readers.scan import pictures_in  # noqa: PLC0415 - only for scans

        return view._replace(pages=pictures_in(file.data, limits))
    if document.recognised and file.format is WORD:
        from specvalidator.readers.word import pictured  # noqa: PLC0415 - only for such documents
        from specvalidator.readers.word.package import Package  # noqa: PLC0415 - the same

        return view._replace(pages=pictured.pictures_in(Package(file, limits)))
    return view


def _forms_in(document: Document, kind: Kind) -> tuple[Submission, ...]:
    """Return the forms of a document, which tell exactly which words a finding is about."""
    source = Source(name="", media_type=document.media_type, sha256=None, size=None)
    try:
        return tuple(extract(document.own, source, kind))
    except UnreadableFile:
        return ()
