"""One file of a dossier: the forms in it, and what it is taken for."""

from collections.abc import Iterator
from typing import NamedTuple

from specvalidator.checks.likeness import bare
from specvalidator.document import Document, Enclosure, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.extract.dossier.added import AddedPaper, papers_in
from specvalidator.extract.dossier.content import pictures_in, rules_in
from specvalidator.extract.dossier.names import hints, is_named_like_a_picture, is_named_like_a_scan
from specvalidator.extract.dossier.stated import Stated, stated_in
from specvalidator.models.dossier import ROLES, Role, Use
from specvalidator.places import Source
from specvalidator.readers.formats import RECORD
from specvalidator.submission import Submission

ITEMS: tuple[Role, ...] = ("application", "pictures", "management-rules")
"""What 附件1 二 asks for; a folder or archive with any of it is a dossier."""
_MOST_WORDS = 20_000


class ReadFile(NamedTuple):
    """A file, what it is taken for, and the forms in it."""

    enclosure: Enclosure
    uses: tuple[Use, ...]
    submissions: tuple[Submission, ...]
    stated: tuple[Stated, ...] = ()
    """What rules for managing assessments say, where it holds any."""
    words: str = ""
    """What a document says that is no form, as far as it may name an applicant."""
    refusal: UnreadableFile | None = None
    """Why there is nothing in it to judge."""

    added: tuple[AddedPaper, ...] = ()
    """What it is, or may be, of the papers that the pack adds."""
    was_read: bool = False
    """There was text in it."""

    @property
    def name(self) -> str:
        """Path inside the folder or archive."""
        return self.enclosure.name


def read_file(enclosure: Enclosure, whole: Source) -> ReadFile:
    """Read the forms in a file of a folder or archive, and say what it is taken for."""
    if enclosure.record is not None:
        return _read_record(enclosure, whole)
    if enclosure.document is None:
        unread = tuple(_uses_unread(enclosure))
        added = tuple(papers_in(enclosure, None))
        return ReadFile(enclosure, unread, (), refusal=enclosure.error, added=added)
    alone = enclosure.sha256 == whole.sha256
    source = Source(
        name=whole.name if alone else f"{whole.name}/{enclosure.name}",
        media_type=enclosure.document.media_type,
        sha256=enclosure.sha256,
        size=enclosure.size,
    )
    submissions: tuple[Submission, ...] = ()
    refusal = None
    try:
        submissions = tuple(extract(enclosure.document, source))
    except UnreadableFile as error:
        refusal = error  # it is none of the forms, and may still be rules or pictures
    # What was read is in the submissions: of many files only that is kept.
    uses = tuple(_uses(enclosure, submissions))
    rules = any(use.role == "management-rules" for use in uses) and not submissions
    stated = tuple(stated_in(enclosure.document, enclosure.name)) if rules else ()
    words = "" if submissions else _words(enclosure.document)
    added = () if submissions else tuple(papers_in(enclosure, enclosure.document))
    kept = enclosure._replace(document=None)
    return ReadFile(kept, uses, submissions, stated, words, refusal, added, was_read=True)


def _read_record(enclosure: Enclosure, whole: Source) -> ReadFile:
    assert enclosure.record is not None  # noqa: S101 - the caller has one
    kind, model = enclosure.record
    source = Source(
        name=f"{whole.name}/{enclosure.name}",
        media_type=RECORD.media_type,
        sha256=enclosure.sha256,
        size=enclosure.size,
    )
    submissions = (Submission(source=source, kind=kind, model=model),)
    return ReadFile(enclosure._replace(record=None), tuple(_uses_of(submissions)), submissions)


def _words(document: Document) -> str:
    text = "".join(each.text for each in paragraphs_of(document.blocks))
    return bare(text[:_MOST_WORDS])


def _uses(enclosure: Enclosure, submissions: tuple[Submission, ...]) -> Iterator[Use]:
    """Say what a document is taken for."""
    kinds = frozenset(submission.kind for submission in submissions)
    yield from _uses_of(submissions)
    document, name = enclosure.document, enclosure.name
    assert document is not None  # noqa: S101 - the caller has one
    yield from rules_in(document, name, kinds)
    yield from pictures_in(document, name, kinds)
    if "application" not in kinds and "application" in hints(name):
        yield Use(role="application", certain=False, reason="name", evidence=name)
    if enclosure.picture and not kinds:
        yield from _uses_written(enclosure)
    if any(called == "scan" for called, _ in document.unread) and not kinds:
        for role in ("application", "management-rules"):
            yield Use(role=role, certain=False, reason="unread")
    elif document.recognised and not enclosure.picture and not kinds and not hints(name):
        # A form may be read so badly that it is none any more.
        yield Use(role="application", certain=False, reason="unread")


def _uses_written(enclosure: Enclosure) -> Iterator[Use]:
    """Say what a picture with writing is taken for that is none of the forms."""
    told = hints(enclosure.name)
    if "pictures" in told:  # a board on the wall of the site has words, too
        yield Use(role="pictures", reason="name", evidence=enclosure.name)
    elif not told:
        for role in ("management-rules", "pictures"):
            yield Use(role=role, certain=False, reason="picture", evidence=enclosure.picture)


def _uses_of(submissions: tuple[Submission, ...]) -> Iterator[Use]:
    """Say which forms were read."""
    for submission in submissions:
        if submission.kind in ("application", "specification"):
            subject = getattr(submission.model, "subject", None)
            certain = not submission.blank
            yield Use(role=submission.kind, certain=certain, reason="form", evidence=subject)


def _uses_unread(enclosure: Enclosure) -> Iterator[Use]:
    """Say what a file without text is taken for, or may be."""
    name = enclosure.name
    told = hints(name)
    if may_be_writing(enclosure):
        for role in ITEMS:
            yield Use(role=role, certain=False, reason="picture", evidence=enclosure.picture)
        return
    if enclosure.picture and not told - {"pictures"}:
        yield Use(role="pictures", reason="picture", evidence=enclosure.picture)
        return
    if told == {"pictures"} and is_scan(enclosure):
        yield Use(role="pictures", reason="name", evidence=name)
        return
    roles = [role for role in ROLES if role in told]
    if enclosure.picture or is_named_like_a_picture(name):
        roles = [*roles, "pictures"] if "pictures" not in roles else roles
    if not roles and not told and enclosure.opaque:
        roles = list(ITEMS)
    for role in roles:
        reason = "name" if role in told else "picture" if enclosure.picture else "unread"
        evidence = {"name": name, "picture": enclosure.picture}.get(reason)
        yield Use(role=role, certain=False, reason=reason, evidence=evidence)


def may_be_writing(enclosure: Enclosure) -> bool:
    """Say whether a picture whose name tells nothing may show a page that was not read."""
    if not enclosure.picture or enclosure.document is not None or hints(enclosure.name):
        return False
    return enclosure.is_paper or is_named_like_a_scan(enclosure.name)


def is_scan(enclosure: Enclosure) -> bool:
    """Say whether a file is a document without any text, such as a scan."""
    return enclosure.error is not None and enclosure.error.error == "unreadable"
