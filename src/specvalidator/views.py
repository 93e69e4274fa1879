"""Files read again, to be shown beside what was found about them."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from specvalidator.document import Document, Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.findings import Report
from specvalidator.models import Kind
from specvalidator.places import PdfPlace, Source
from specvalidator.readers import RecognisedFile, read_document, read_files, recognise
from specvalidator.readers.formats import ARCHIVE, OFD, PDF, RECORD, WORD
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.remembered import NOTHING, Recognised, remembering
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
    files: Iterable[bytes | Path],
    wanted: Mapping[str, Wanted],
    limits: Limits,
    recognised: Recognised = NOTHING,
) -> Mapping[str, View]:
    """Return by SHA-256 the views of files, and of the files in archives and folders.

    What is not wanted, and what cannot be read any more, is left out. With `limits.isolate`, the
    files are read in a process of its own, which is ended and begun anew where one asks too much.

    Args:
        files: what was judged.
        wanted: what is to be shown.
        limits: how much each file may ask.
        recognised: what was recognised already of some of the files.
    """
    views: dict[str, View] = {}
    if not limits.isolate:
        for file in files:
            views |= _within_bounds((file, limits), wanted, recognised)
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
    work = partial(_within_bounds, wanted=wanted, recognised=dict(recognised))
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
    task: tuple[bytes | Path, Limits], wanted: Mapping[str, Wanted], recognised: Recognised
) -> Mapping[str, View]:
    file, limits = task
    with remembering(recognised):
        return views_in(file, wanted, limits)


def views_in(
    file: bytes | Path, wanted: Mapping[str, Wanted], limits: Limits
) -> Mapping[str, View]:
    """Return the views of one file; files within others are shown as text, if they have any."""
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
    views: dict[str, View] = {}

    def enclose(name: str, each: RecognisedFile, limits: Limits, meter: Meter) -> Enclosure:
        digest = hashlib.sha256(each.data).hexdigest()
        if digest in wanted and digest not in views and each.format is not RECORD:
            left = limits.pdf.picture_bytes - sum(map(_picture_bytes, views.values()))
            rest = limits._replace(pdf=limits.pdf._replace(picture_bytes=left))
            with suppress(UnreadableFile):
                views[digest] = _view_within(each, wanted[digest], rest, meter)
        return Enclosure(name)

    for _ in read_files(file, "", limits, enclose):
        pass
    return views


def _view_within(file: RecognisedFile, wanted: Wanted, limits: Limits, meter: Meter) -> View:
    """Return the view of a file that stands in another: pages only where its words are none."""
    document = read_document(file, limits, meter)
    view = View(document, _forms_in(document, wanted.kind), wanted.first)
    return _with_pages(view, file, wanted, limits) if document.recognised else view


def _picture_bytes(view: View) -> int:
    return sum(len(page.image or b"") for page in view.pages)


def _view(file: RecognisedFile, wanted: Wanted, limits: Limits) -> View:
    if file.format is RECORD:
        from specvalidator.readers.record import read_record  # noqa: PLC0415 - only for records

        model = read_record(file.data, wanted.kind, limits).model
        return View(None, (Submission(source=None, kind=wanted.kind, model=model),))
    document = read_document(file, limits)
    return _with_pages(View(document.own, _forms_in(document, wanted.kind)), file, wanted, limits)


def _with_pages(view: View, file: RecognisedFile, wanted: Wanted, limits: Limits) -> View:
    """Return a view with the pictures of the file's pages, where it has any."""
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
    if view.document and view.document.recognised and file.format is WORD:
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
