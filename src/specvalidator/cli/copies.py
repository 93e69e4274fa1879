"""What the files are called that are written about others: marked copies, letters."""

import re
from pathlib import Path, PurePosixPath

from specvalidator.cli.found import Found
from specvalidator.cli.paths import is_there
from specvalidator.wording import LANGS, Lang, Words

_MARKED = Words("批注", "marked")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_LONGEST_PART = 80
"""Letters of a folder's or file's name."""


def copy_beside(original: Path, lang: Lang) -> Path:
    """Return where the marked copy of a file is when it is beside it: 稿件.批注.docx."""
    return original.with_name(_marked(original.name, lang))


def copy_in(folder: Path, original: Found, lang: Lang) -> Path:
    """Return where the marked copy of a file is in a folder of copies."""
    *folders, name = steps_of(original.name) or [_MARKED.said(lang)]
    return folder.joinpath(*folders, _marked(name, lang))


def is_copy(path: Path) -> bool:
    """Say whether a file is a marked copy, beside its original and as it was written."""
    whole = Path(path.stem)
    if whole.suffix.removeprefix(".") not in {_MARKED.said(lang) for lang in LANGS}:
        return False
    if not is_there(path.with_name(whole.stem + path.suffix)):
        return False
    from specvalidator.reports.marking.seal import is_as_we_wrote_it  # noqa: PLC0415 - only then

    try:
        return is_as_we_wrote_it(path.read_bytes())
    except OSError:
        return False


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
