"""申报材料 (附件1 二): the files of a folder or archive as dossiers and the forms inside them."""

from collections.abc import Iterable, Iterator, Sequence

from specvalidator.document import Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.extract import remarks
from specvalidator.extract.dossier.applicants import Share, shares_of
from specvalidator.extract.dossier.files import ITEMS, ReadFile, is_scan, may_be_writing, read_file
from specvalidator.extract.dossier.names import hints
from specvalidator.lexicon import in_force
from specvalidator.models import Application, Dossier, Specification
from specvalidator.models.dossier import DossierFile, Use
from specvalidator.places import Place, Source, spoken
from specvalidator.readers.refusals import printable
from specvalidator.submission import Remark, Submission, UnjudgedFile
from specvalidator.wording import Words

_LOOKED_FOR = Words(
    "考点设立申请表、场地设施设备的图片、考核工作管理制度，或者考核规范等表单",
    "a site application, pictures of site and equipment, rules for managing assessments, or forms "
    "such as a specification",
)
_FOLDER = "inode/directory"
_MOST_NAMED = 20


def read_dossier(
    enclosures: Iterable[Enclosure], source: Source, *, insist: bool
) -> list[Submission]:
    """Return the dossier of each applicant, and behind it the forms inside it.

    Files without anything that a dossier is made of, such as an archive of drafts, are no dossier:
    then only the forms are returned. Files that give nothing to judge are named by the first
    submission of those that they stand beside.

    Args:
        enclosures: its files.
        source: the folder or archive; a form inside has its name before its own.
        insist: read it as a dossier whatever it holds.

    Raises:
        UnreadableFile: `unrecognised`, nothing of a dossier and no form is in it.
    """
    files: list[ReadFile] = []
    litter: list[str] = []
    for enclosure in enclosures:
        if enclosure.litter:
            litter.append(enclosure.name)
        else:
            files.append(read_file(enclosure, source))
    if insist or any(use.role in ITEMS and _tells(use) for file in files for use in file.uses):
        found = _dossiers(files, source)
        found[:1] = [_with_litter(each, litter) for each in found[:1]]
    else:
        found = [submission for file in files for submission in file.submissions]
        found[:1] = [_beside(each, files, source) for each in found[:1]]
    if not found:
        raise nothing_in([file.name for file in files])
    return [_numbered(submission, index) for index, submission in enumerate(found)]


def _tells(use: Use) -> bool:
    """Say whether a use is more than that nobody knows what is in a file."""
    return use.reason != "unread"


def _dossiers(files: list[ReadFile], source: Source) -> list[Submission]:
    found: list[Submission] = []
    known: set[str] = set()
    for share in shares_of(files):
        dossier = _dossier(share, source)
        inside = [each for file in share.files for each in file.submissions]
        own = [file for file in (*share.files, *share.unclaimed) if file.name not in known]
        known |= {file.name for file in own}
        found += [dossier.model_copy(update={"unjudged": _unjudged(own, source)}), *inside]
    given = {id(each) for each in found}
    return found + [each for file in files for each in file.submissions if id(each) not in given]


def _with_litter(submission: Submission, names: Sequence[str]) -> Submission:
    """Return the first dossier with the names of what was left out as nobody's."""
    model = submission.model.model_copy(update={"left_out": tuple(names)})
    return submission.model_copy(update={"model": model})


def _beside(submission: Submission, files: Iterable[ReadFile], source: Source) -> Submission:
    """Return a form with the names of the files beside it that are none."""
    named = [
        _unjudged_file(file, source)
        for file in files
        if not file.submissions
        and not file.enclosure.picture
        and (file.enclosure.opaque or file.enclosure.error is None)
    ]
    return submission.model_copy(update={"unjudged": tuple(filter(None, named))})


def _unjudged(files: Iterable[ReadFile], source: Source) -> tuple[UnjudgedFile, ...]:
    """Name the files of a dossier that could not be read, if they may be what is asked for.

    Scans of licences and pictures are no documents, and neither are texts and programs.
    """
    named = []
    for file in files:
        enclosure, told = file.enclosure, any(use.certain for use in file.uses)
        if enclosure.error is None or (is_scan(enclosure) and (told or not file.uses)):
            continue
        if enclosure.opaque or file.uses:
            named.append(_unjudged_file(file, source))
    return tuple(filter(None, named))


def _unjudged_file(file: ReadFile, whole: Source) -> UnjudgedFile | None:
    if file.refusal is None:
        return None
    enclosure = file.enclosure
    own = Source(
        name=f"{whole.name}/{file.name}" if enclosure.sha256 != whole.sha256 else whole.name,
        media_type=None,
        sha256=enclosure.sha256,
        size=enclosure.size,
    )
    return UnjudgedFile(source=own, error=file.refusal.error, message=file.refusal.words)


def nothing_in(names: Sequence[str]) -> UnreadableFile:
    """Return the refusal of an archive with nothing to judge, which names what is in it."""
    shown = [printable(name) for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    zh = "、".join(f"“{name}”" for name in shown) + (f"等{len(names)}个文件" if more > 0 else "")
    en = ", ".join(f"“{name}”" for name in shown) + (f" and {more} more" if more > 0 else "")
    held = Words(f"（其中有{zh}）", f" (it holds {en})") if names else Words("", "")
    return UnreadableFile(
        "unrecognised",
        Words(
            f"里面没有可以检查的材料{held.zh}。找过：{_LOOKED_FOR.zh}。请核对，或用 --as dossier "
            "指明。",
            f"There is nothing to check in it{held.en}. Looked for: {_LOOKED_FOR.en}. Check it, or "
            "say --as dossier.",
        ),
    )


def _numbered(submission: Submission, index: int) -> Submission:
    source = submission.source
    moved = source and source.model_copy(update={"index": index})
    return submission.model_copy(update={"source": moved})


def _dossier(share: Share, whole: Source) -> Submission:
    applications: list[Application] = []
    specifications: list[Specification] = []
    places: dict[str, Place] = {}
    files = [*share.files, *share.unclaimed]
    for file in share.files:
        for submission in file.submissions:
            if submission.blank:
                continue
            if isinstance(submission.model, Application):
                at = f"/applications/{len(applications)}"
                applications.append(submission.model)
            elif isinstance(submission.model, Specification):
                at = f"/specifications/{len(specifications)}"
                specifications.append(submission.model)
            else:
                continue
            places |= _places_within(submission, at, _within(file.name, share.folder))
    stated = [
        (_within(file.name, share.folder), each) for file in share.files for each in file.stated
    ]
    places |= {
        f"/stated/{index}": spoken(each.place.model_copy(update={"file": name}))
        for index, (name, each) in enumerate(stated)
    }
    return Submission(
        source=_source_of(share.folder, whole),
        kind="dossier",
        model=Dossier(
            files=tuple(
                _listed(file, share.folder, unclaimed=number >= len(share.files))
                for number, file in enumerate(files)
            ),
            applications=tuple(applications),
            specifications=tuple(specifications),
            stated=tuple(each.rule.model_copy(update={"file": name}) for name, each in stated),
            extra=_added(share, certain=True) or None,
        ),
        places=places,
        remarks=(*_remarks(files, share.folder), *_doubted(share)),
        recognised=_recognised(share.files),
    )


def _added(share: Share, *, certain: bool) -> dict[str, str | int | float | None]:
    """Return in which file each paper is that the pack adds, or may be."""
    claimed = [(each, file) for file in share.files for each in file.added]
    sure = {each.name: _within(file.name, share.folder) for each, file in claimed if each.certain}
    if certain:
        return dict(sure)
    perhaps = [*claimed, *((each, file) for file in share.unclaimed for each in file.added)]
    return {
        each.name: _within(file.name, share.folder)
        for each, file in perhaps
        if each.name not in sure
    }


def _doubted(share: Share) -> Iterator[Remark]:
    """Doubt that a paper is missing that the pack adds, where a file may be it."""
    titles = {each.name: each.title for each in in_force().added("dossier")}
    for name, file in _added(share, certain=False).items():
        title = titles[name]
        words = Words(
            f"“{file}”可能是“{title.zh}”，请打开查看。",
            f"“{file}” may be “{title.en}”; please open it.",
        )
        yield remarks.doubt(f"/extra/{name}", words)


def _recognised(files: Iterable[ReadFile]) -> tuple[int, ...]:
    """Return the pages that forms of a dossier were recognised on, whichever file has them."""
    pages = {page for file in files for each in file.submissions for page in each.recognised}
    return tuple(sorted(pages))


def _source_of(folder: str, whole: Source) -> Source:
    if not folder:
        return whole
    return Source(name=f"{whole.name}/{folder}", media_type=_FOLDER, sha256=None, size=None)


def _within(name: str, folder: str) -> str:
    """Return a file's path as seen from the folder of its dossier."""
    steps = folder.split("/") if folder else []
    parts = name.split("/")
    same = 0
    while same < min(len(steps), len(parts) - 1) and steps[same] == parts[same]:
        same += 1
    return "/".join([*[".."] * (len(steps) - same), *parts[same:]])


def _places_within(submission: Submission, at: str, name: str) -> dict[str, Place]:
    """Return the places of a form inside as places of the dossier, each with the file's name."""
    return {
        at + path: spoken(place.model_copy(update={"file": name}))
        for path, place in submission.places.items()
    }


def _listed(file: ReadFile, folder: str, *, unclaimed: bool) -> DossierFile:
    error = file.enclosure.error
    uses = file.uses
    if unclaimed:
        uses = tuple(use.model_copy(update={"certain": False}) for use in uses)
    return DossierFile(
        name=_within(file.name, folder),
        uses=uses,
        error=error.error if error else None,
        unclaimed=unclaimed,
    )


def _remarks(files: list[ReadFile], folder: str) -> Iterator[Remark]:
    """Doubt each file whose content could not be read and may be what is asked for."""
    for index, file in enumerate(files):
        enclosure = file.enclosure
        path, name = f"/files/{index}", _within(file.name, folder)
        if enclosure.error and file.uses and not any(use.certain for use in file.uses):
            why = enclosure.error.words
            words = Words(f"“{name}”没有读出。{why.zh}", f"“{name}” was not read. {why.en}")
            yield remarks.doubt(path, words)
        elif (
            enclosure.picture
            and not file.was_read
            and (hints(file.name) & _WRITTEN or may_be_writing(enclosure))
        ):
            yield remarks.doubt(path, _picture_of_text(name))


_WRITTEN = frozenset({"application", "management-rules", "specification"})
"""What must be text to be read."""


def _picture_of_text(name: str) -> Words:
    return Words(
        f"“{name}”是图片，其中的文字没有读出。请提交Word文件，或由Word导出的PDF。",
        f"“{name}” is a picture, and its text was not read. Hand in the Word file, or a PDF "
        "exported from Word.",
    )
