"""Whose each file of a dossier is: told by its folder, the name in each form, its own name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from specvalidator.checks.base import is_absent
from specvalidator.checks.likeness import bare, one_applicant
from specvalidator.extract.dossier.files import ITEMS, ReadFile
from specvalidator.extract.dossier.names import hints
from specvalidator.models import Application, Specification
from specvalidator.models.dossier import Role

Owner = str
"""An applicant's name as names are compared; of a form without one, the folder it stands in."""

_PLACE = re.compile(r"^(?:[^省市区县]{2,3}[省市区县])+(?=.{4})")
_GENERAL = re.compile(
    r"(?:实训|考核|考试|考务|实践|股份|有限|责任|公司|集团|学校|学院|中心|协会|基地|职业|技能|技术|培训|教育|服务|高级|中等"
    r"|专业|技工|科技|咨询|人力资源|就业|考点|\(.*\))+$"
)
_ORGANISATION = re.compile(r"(?:学校|学院|公司|中心|协会|职校|技校|学会|商会|合作社|[厂店])$")
_OF_FORMS = re.compile(
    r"考点|设立|申请表|申报表|申请|申报|材料|专项|职业|能力|考核|附件|扫描件|盖章|定稿|最终版|\.[a-z]+$"
    r"|[\d\W_]+"
)
_UNIT = re.compile(r"^(?!本|我|各|该)(.{2,24}?(?:学校|学院|公司|协会|技校|中心))")
"""The unit that a title begins with."""
_SHORTEST = 2
_SEVERAL = 2


class Share(NamedTuple):
    """What one applicant handed in."""

    folder: str
    """The folder that holds it, "" for all of them."""
    files: tuple[ReadFile, ...]
    unclaimed: tuple[ReadFile, ...] = ()
    """Files that may be theirs or another's."""


def shares_of(files: Sequence[ReadFile]) -> list[Share]:
    """Return the files of each applicant, in the order of the files; all where there is one."""
    known = _Known(files)
    shares = known.split(files, "")
    return shares if len(shares) > 1 else [_without_strangers(shares[0].folder, files, known)]


class _Known:
    """The applicants that forms name, each by its shortest name."""

    def __init__(self, files: Iterable[ReadFile]) -> None:
        names = sorted({name for each in files for name in names_of(each)}, key=len)
        self._called: dict[str, Owner] = {}
        for name in names:
            shorter = next((each for each in self._called if one_applicant(each, name)), None)
            self._called[name] = self._called[shorter] if shorter else name

    def owners(self, files: Iterable[ReadFile]) -> frozenset[Owner]:
        """Return whose forms are among files."""
        return frozenset(self._called[name] for each in files for name in names_of(each))

    def _owners_of(self, folder: str, files: Iterable[ReadFile]) -> frozenset[Owner]:
        """Return whose forms a folder holds; of one with none that names anybody, itself."""
        return self.owners(files) or frozenset({folder})

    def split(self, files: Sequence[ReadFile], folder: str) -> list[Share]:
        """Return the files of each applicant, first by the folders they stand in."""
        inside, loose = _by_folder(files, folder)
        if not loose and len(inside) == 1:
            [only] = inside
            return self.split(files, _below(folder, only))
        heads = {head: each for head, each in inside.items() if self._has_form(head, each)}
        theirs = {head: self._owners_of(_below(folder, head), heads[head]) for head in heads}
        if len(frozenset[Owner]().union(*theirs.values())) >= _SEVERAL:
            heads |= {head: each for head, each in inside.items() if _is_whole(head, each)}
            theirs = {head: self._owners_of(_below(folder, head), heads[head]) for head in heads}
        rest = [*loose, *(file for head in inside if head not in heads for file in inside[head])]
        if (
            not heads
            or len(frozenset[Owner]().union(*theirs.values(), self.owners(rest))) < _SEVERAL
        ):
            return self.by_name(files, folder)
        shares: list[Share] = []
        for owners in dict.fromkeys(map(frozenset, theirs.values())):
            own = [head for head in heads if theirs[head] == owners]
            at = _below(folder, own[0]) if len(own) == 1 else folder
            shares += self.split([file for head in own for file in heads[head]], at)
        if self.owners(rest) - self.owners(file for each in heads.values() for file in each):
            return [*shares, *self.by_name(rest, folder)]
        return self._given_out(shares, rest)

    def by_name(self, files: Sequence[ReadFile], folder: str) -> list[Share]:
        """Return the files of each applicant, told by what they say and how they are called."""
        owners = sorted(self.owners(files))
        if len(owners) < _SEVERAL:
            return [Share(folder, tuple(files))]
        own = [
            Share(folder, tuple(filter(None, (self._part_of(file, owner) for file in files))))
            for owner in owners
        ]
        return self._given_out(own, [file for file in files if not names_of(file)])

    def _part_of(self, file: ReadFile, owner: Owner) -> ReadFile | None:
        """Return a file with the forms of one applicant alone, None where none is theirs."""
        theirs = tuple(
            each for each in file.submissions if self._called.get(_name_in(each.model)) == owner
        )
        return file._replace(submissions=theirs) if theirs else None

    def _has_form(self, head: str, files: Sequence[ReadFile]) -> bool:
        """Say whether a folder is what one applicant handed in, and no part of it such as 照片."""
        if hints(head):
            return False
        return bool(self.owners(files)) or (
            _is_whole(head, files) and "application" in _roles(files)
        )

    def _given_out(self, shares: list[Share], files: Iterable[ReadFile]) -> list[Share]:
        """Give each file to whom its name or its text names alone; else it may be anybody's."""
        marks = [_marks_of(share, self) for share in shares]
        given: list[list[ReadFile]] = [[] for _ in shares]
        unclaimed: list[ReadFile] = []
        for file in files:
            claimed = _claims(file, shares, marks)
            for number in claimed:
                given[number].append(file)
            if not claimed:
                unclaimed.append(file)
        return [
            share._replace(
                files=tuple(sorted((*share.files, *more), key=lambda each: each.name.split("/"))),
                unclaimed=(*share.unclaimed, *unclaimed),
            )
            for share, more in zip(shares, given, strict=True)
        ]


def _is_whole(head: str, files: Iterable[ReadFile]) -> bool:
    """Say whether a folder holds several of the items that each applicant hands in."""
    return not hints(head) and len(_roles(files)) >= _SEVERAL


def _roles(files: Iterable[ReadFile]) -> frozenset[Role]:
    told = (use.role for file in files for use in file.uses if use.reason != "unread")
    return frozenset(told).intersection(ITEMS)


def _claims(
    file: ReadFile, shares: Sequence[Share], marks: Sequence[tuple[frozenset[str], frozenset[str]]]
) -> list[int]:
    """Return the numbers of the shares that a file belongs to."""
    for submission in file.submissions:
        if isinstance(submission.model, Specification):
            subject = bare(submission.model.subject or "")
            listed = [n for n, each in enumerate(shares) if subject in _projects(each)]
            if listed:
                return listed
    path = bare(file.name)
    for text, which in ((path, 0), (file.words, 1)):
        named = [n for n, each in enumerate(marks) if any(mark in text for mark in each[which])]
        if len(named) == 1:
            return named
    return []


def _marks_of(share: Share, known: _Known) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words by which a path, and those by which a text, names an applicant."""
    names = known.owners(share.files)
    full = {_PLACE.sub("", name) for name in names} | names
    cores = {_GENERAL.sub("", name) for name in full}
    stems = {_OF_FORMS.sub("", _last(each.name)) for each in share.files if names_of(each)}
    folder = {bare(_stem(share.folder.rpartition("/")[2]))}
    path = full | cores | {bare(stem) for stem in stems} | folder
    long = partial(filter, lambda mark: len(mark) >= _SHORTEST)
    return frozenset(long(path)), frozenset(long(full))


def _without_strangers(folder: str, files: Sequence[ReadFile], known: _Known) -> Share:
    """Return all files as those of one; what stands in the folder of another may not be theirs."""
    if not known.owners(files):
        return Share("", tuple(files))
    marks, _ = _marks_of(Share(folder, tuple(files)), known)
    strangers = {
        file.name
        for head, inside in _by_folder(files, folder)[0].items()
        if _ORGANISATION.search(_stem(head))
        and not known.owners(inside)
        and not any(mark in bare(head) for mark in marks - {bare(folder)})
        for file in inside
    }
    strangers |= {file.name for file in files if _is_of_another(file, marks)}
    return Share(
        "",
        tuple(file for file in files if file.name not in strangers),
        tuple(file for file in files if file.name in strangers),
    )


def _is_of_another(file: ReadFile, marks: frozenset[str]) -> bool:
    """Say whether the title of rules names a unit, and neither it nor the text the applicant."""
    titles = [
        use.evidence or ""
        for use in file.uses
        if use.role == "management-rules" and use.reason == "title"
    ]
    named = (bare(unit) for title in titles for unit in _UNIT.findall(title))
    distinct = [unit for unit in named if len(_GENERAL.sub("", _PLACE.sub("", unit))) >= _SHORTEST]
    return bool(distinct) and not any(mark in file.words for mark in marks)


def _by_folder(
    files: Iterable[ReadFile], folder: str
) -> tuple[Mapping[str, list[ReadFile]], list[ReadFile]]:
    """Return the files in each folder directly below one, and those that stand in none."""
    inside: dict[str, list[ReadFile]] = {}
    loose: list[ReadFile] = []
    for file in files:
        head, below, _ = file.name.removeprefix(f"{folder}/" if folder else "").partition("/")
        if below:
            inside.setdefault(head, []).append(file)
        else:
            loose.append(file)
    return inside, loose


def names_of(file: ReadFile) -> frozenset[str]:
    """Return the applicants that the forms in a file name, as names are compared."""
    return frozenset(filter(None, (_name_in(each.model) for each in file.submissions)))


def _name_in(model: object) -> str:
    """Return who applies with a form, "" where it does not say."""
    if not isinstance(model, Application) or is_absent(model.applicant):
        return ""
    return bare(model.applicant or "")


def _projects(share: Share) -> frozenset[str]:
    forms = [each.model for file in share.files for each in file.submissions]
    return frozenset(
        bare(project)
        for form in forms
        if isinstance(form, Application)
        for project in form.projects
    )


def _below(folder: str, head: str) -> str:
    return f"{folder}/{head}" if folder else head


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _stem(name: str) -> str:
    return re.sub(r"\.(?:zip|ZIP)$", "", name)
