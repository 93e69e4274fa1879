"""申报材料 (附件1 二): the files of a folder or archive as one dossier and the forms inside it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from specvalidator.document import Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract, remarks
from specvalidator.extract.dossier.content import pictures_in, rules_in
from specvalidator.extract.dossier.names import hints, is_named_like_a_picture
from specvalidator.extract.dossier.stated import Stated, stated_in
from specvalidator.models import Application, Dossier, Specification
from specvalidator.models.dossier import ROLES, DossierFile, Role, Use
from specvalidator.places import Place, Source, spoken
from specvalidator.submission import Remark, Submission
from specvalidator.wording import Words

_ITEMS: tuple[Role, ...] = ("application", "pictures", "management-rules")
"""What 附件1 二 asks for; a folder or archive with any of it is a dossier."""
_LOOKED_FOR = Words(
    "考点设立申请表、场地设施设备的图片、考核工作管理制度，或者考核规范等表单",
    "a site application, pictures of site and equipment, rules for managing assessments, or forms "
    "such as a specification",
)


class _File(NamedTuple):
    """A file, what it is taken for, and the forms in it."""

    enclosure: Enclosure
    uses: tuple[Use, ...]
    submissions: tuple[Submission, ...]
    stated: tuple[Stated, ...] = ()
    """What rules for managing assessments say, where it holds any."""


def read_dossier(
    enclosures: Iterable[Enclosure], source: Source, *, insist: bool
) -> list[Submission]:
    """Return a dossier and the forms inside it, each a submission of its own.

    Files without anything that a dossier is made of, such as an archive of drafts, are no dossier:
    then only the forms are returned.

    Args:
        enclosures: its files.
        source: the folder or archive; a form inside has its name before its own.
        insist: read it as a dossier whatever it holds.

    Raises:
        UnreadableFile: `unrecognised`, nothing of a dossier and no form is in it.
    """
    files = [_read(enclosure, source) for enclosure in enclosures]
    inside = [submission for file in files for submission in file.submissions]
    if insist or any(use.role in _ITEMS for file in files for use in file.uses):
        inside.insert(0, _dossier(files, source))
    if not inside:
        raise UnreadableFile(
            "unrecognised",
            Words(
                f"里面没有可以检查的材料。找过：{_LOOKED_FOR.zh}。请核对，或用 --as dossier 指明。",
                f"There is nothing to check in it. Looked for: {_LOOKED_FOR.en}. Check it, or say "
                "--as dossier.",
            ),
        )
    return [_numbered(submission, index) for index, submission in enumerate(inside)]


def _numbered(submission: Submission, index: int) -> Submission:
    source = submission.source
    moved = source and source.model_copy(update={"index": index})
    return submission.model_copy(update={"source": moved})


def _read(enclosure: Enclosure, whole: Source) -> _File:
    if enclosure.document is None:
        return _File(enclosure, tuple(_uses_unread(enclosure)), ())
    alone = enclosure.sha256 == whole.sha256
    source = Source(
        name=whole.name if alone else f"{whole.name}/{enclosure.name}",
        media_type=enclosure.document.media_type,
        sha256=enclosure.sha256,
        size=enclosure.size,
    )
    try:
        submissions = tuple(extract(enclosure.document, source))
    except UnreadableFile:
        submissions = ()  # it is none of the forms, and may still be rules or pictures
    # What was read is in the submissions: of many files only that is kept.
    uses = tuple(_uses(enclosure, submissions))
    rules = any(use.role == "management-rules" for use in uses) and not submissions
    stated = tuple(stated_in(enclosure.document, enclosure.name)) if rules else ()
    return _File(enclosure._replace(document=None), uses, submissions, stated)


def _uses(enclosure: Enclosure, submissions: tuple[Submission, ...]) -> Iterator[Use]:
    """Say what a document is taken for."""
    kinds = frozenset(submission.kind for submission in submissions)
    for submission in submissions:
        if submission.kind in ("application", "specification"):
            subject = getattr(submission.model, "subject", None)
            yield Use(role=submission.kind, reason="form", evidence=subject)
    document, name = enclosure.document, enclosure.name
    assert document is not None  # noqa: S101 - the caller has one
    yield from rules_in(document, name, kinds)
    yield from pictures_in(document, name, kinds)
    if "application" not in kinds and "application" in hints(name):
        yield Use(role="application", certain=False, reason="name", evidence=name)
    if any(called == "scan" for called, _ in document.unread) and not kinds:
        for role in ("application", "management-rules"):
            yield Use(role=role, certain=False, reason="unread")


def _uses_unread(enclosure: Enclosure) -> Iterator[Use]:
    """Say what a file without text is taken for, or may be."""
    name = enclosure.name
    told = hints(name)
    if enclosure.picture and not told - {"pictures"}:
        yield Use(role="pictures", reason="picture", evidence=enclosure.picture)
        return
    if told == {"pictures"} and _is_scan(enclosure):
        yield Use(role="pictures", reason="name", evidence=name)
        return
    roles = [role for role in ROLES if role in told]
    if enclosure.picture or is_named_like_a_picture(name):
        roles = [*roles, "pictures"] if "pictures" not in roles else roles
    if not roles and not told and enclosure.opaque:
        roles = list(_ITEMS)
    for role in roles:
        reason = "name" if role in told else "picture" if enclosure.picture else "unread"
        evidence = {"name": name, "picture": enclosure.picture}.get(reason)
        yield Use(role=role, certain=False, reason=reason, evidence=evidence)


def _is_scan(enclosure: Enclosure) -> bool:
    return enclosure.error is not None and enclosure.error.error == "unreadable"


def _dossier(files: list[_File], source: Source) -> Submission:
    applications: list[Application] = []
    specifications: list[Specification] = []
    places: dict[str, Place] = {}
    for file in files:
        for submission in file.submissions:
            if isinstance(submission.model, Application):
                at = f"/applications/{len(applications)}"
                applications.append(submission.model)
            elif isinstance(submission.model, Specification):
                at = f"/specifications/{len(specifications)}"
                specifications.append(submission.model)
            else:
                continue
            places |= _places_within(submission, at, file.enclosure.name)
    stated = [each for file in files for each in file.stated]
    places |= {f"/stated/{index}": each.place for index, each in enumerate(stated)}
    return Submission(
        source=source,
        kind="dossier",
        model=Dossier(
            files=tuple(_listed(file) for file in files),
            applications=tuple(applications),
            specifications=tuple(specifications),
            stated=tuple(each.rule for each in stated),
        ),
        places=places,
        remarks=tuple(_remarks(files)),
    )


def _places_within(submission: Submission, at: str, name: str) -> dict[str, Place]:
    """Return the places of a form inside as places of the dossier, each with the file's name."""
    return {
        at + path: spoken(place.model_copy(update={"file": name}))
        for path, place in submission.places.items()
    }


def _listed(file: _File) -> DossierFile:
    error = file.enclosure.error
    return DossierFile(
        name=file.enclosure.name, uses=file.uses, error=error.error if error else None
    )


def _remarks(files: list[_File]) -> Iterator[Remark]:
    """Doubt each file whose content could not be read and may be what is asked for."""
    for index, (enclosure, uses, *_) in enumerate(files):
        path, name = f"/files/{index}", enclosure.name
        if enclosure.error and uses and not any(use.certain for use in uses):
            why = enclosure.error.words
            words = Words(f"“{name}”没有读出。{why.zh}", f"“{name}” was not read. {why.en}")
            yield remarks.doubt(path, words)
        elif enclosure.picture and hints(name) & _WRITTEN:
            yield remarks.doubt(path, _picture_of_text(name))


_WRITTEN = frozenset({"application", "management-rules", "specification"})
"""What must be text to be read."""


def _picture_of_text(name: str) -> Words:
    return Words(
        f"“{name}”是图片，其中的文字没有读出。请提交Word文件，或由Word导出的PDF。",
        f"“{name}” is a picture, and its text was not read. Hand in the Word file, or a PDF "
        "exported from Word.",
    )
