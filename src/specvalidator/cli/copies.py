"""What the files are called that are written about others, and which of a folder they are."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from specvalidator.cli.found import Found
from specvalidator.wording import Lang, Words

LETTER = Words("审核意见", "letter")
"""What the name of a letter ends in, before what tells its format."""
_MARKED = Words("批注", "marked")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_WORKBOOK = ".xlsx"
_LETTER = re.compile(rf"(.+)\.(?:{LETTER.zh}|{LETTER.en})(?:-\d+| \(\d+\))?\.docx")
_PART = re.compile(r"\.\d+$")
"""Of a letter about one of several documents in a file."""
_CUTS = re.compile(r"(?<=\w)(?=\W|_)|(?=批注|修订|标注)")
"""Where the name of a copy may go on after that of its original."""
_LONGEST_PART = 80
"""Letters of a folder's or file's name."""


def copy_beside(original: Path, lang: Lang) -> Path:
    """Return where the marked copy of a file is when it is beside it: 稿件.批注.docx."""
    return original.with_name(_marked(original.name, lang))


def copy_in(folder: Path, original: Found, lang: Lang) -> Path:
    """Return where the marked copy of a file is in a folder of copies."""
    *folders, name = steps_of(original.name) or [_MARKED.said(lang)]
    return folder.joinpath(*folders, _marked(name, lang))


def written_about(paths: Iterable[Path], others: Collection[Path]) -> list[Path]:
    """Return those of the files in a folder that this program wrote about others in it.

    They are letters, also completed ones, and marked copies and workbooks with every byte as it
    was written: a copy in which somebody went on writing is a draft.
    """
    names = {name for path in others for name in (path.name, path.stem)}
    return [path for path in paths if _is_about(path, names)]


def _is_about(path: Path, names: Collection[str]) -> bool:
    if (letter := _LETTER.fullmatch(path.name)) is not None:
        return letter[1] in names or _PART.sub("", letter[1]) in names
    if path.suffix != _WORKBOOK and not any(each in names for each in _originals(path)):
        return False
    from specvalidator.reports.marking.seal import is_file_as_we_wrote_it  # noqa: PLC0415 - only then

    try:
        return is_file_as_we_wrote_it(path)
    except OSError:
        return False


def _originals(path: Path) -> Iterator[str]:
    """Yield what the original of a marked copy may be called: 稿件.docx of 稿件-批注.docx."""
    for cut in _CUTS.finditer(path.stem, 1):
        yield path.stem[: cut.start()] + path.suffix


def steps_of(name: str) -> list[str]:
    """Return a name out of a folder or archive as parts of a path that leads nowhere else."""
    parts = [_NOT_IN_NAMES.sub("_", each).strip(" .") for each in PurePosixPath(name).parts]
    return [_short(each) for each in parts if each.strip("/")]


def _short(name: str) -> str:
    """Return a name that every system takes; what it ends in stays."""
    ending = PurePosixPath(name).suffix
    return name if len(name) <= _LONGEST_PART else name[: _LONGEST_PART - len(ending)] + ending


def _marked(name: str, lang: Lang) -> str:
    path = PurePosixPath(name)
    return f"{path.stem}.{_MARKED.said(lang)}{path.suffix}"
