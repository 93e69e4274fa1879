"""A file that an argument of the command line stands for; what can be read only once is held."""

from pathlib import Path
from typing import NamedTuple

from specvalidator.cli.paths import absolute, are_same, has_place, printable
from specvalidator.cli.pipes import is_pipe, received
from specvalidator.cli.terminal import WrongUsage
from specvalidator.errors import UnreadableFile
from specvalidator.files import File, bundled, bytes_of
from specvalidator.places import Source
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.reports import Failure
from specvalidator.wording import Words


class Found(NamedTuple):
    """A file to look at, a folder that is one dossier, or one that could not be opened."""

    path: Path
    name: str
    """What reports call it: never absolute, with / on every system."""
    error: UnreadableFile | None = None
    data: bytes | None = None
    """All that came out of it, where it can be read only once."""
    by_itself: bool = False
    """Whether it is what its content says, though dossiers are looked at: others lie beside it."""
    together: tuple["Found", ...] = ()
    """The files that were handed in with it as one dossier."""

    @property
    def file(self) -> Path | bytes:
        """What to read of a file that stands alone."""
        return self.path if self.data is None else self.data

    def whole(self, limits: Limits = DEFAULT) -> File:
        """Return what to read: the file, or those that are one dossier.

        Raises:
            UnreadableFile: it, or one of them, cannot be opened.
        """
        if self.error:
            raise self.error
        if not self.together:
            return self.file
        return bundled((each.name, bytes_of(each.whole(), limits)) for each in self.together)

    def unopened(self, error: UnreadableFile) -> Failure:
        """Return what reports say where it cannot be opened."""
        return Failure(Source(name=self.name, media_type=None, sha256=None, size=None), error)


def named(path: Path) -> Found:
    """Return a file that an argument names; "." has no name of its own."""
    return Found(path, printable(Path(path.name or Path(absolute(path)).name or path)))


def held(file: Found, limits: Limits) -> Found:
    """Return a file with what comes out of it, where that can be read only once."""
    if file.together:
        return file._replace(together=tuple(held(each, limits) for each in file.together))
    if file.error or (has_place(file.path) and not is_pipe(file.path)):
        return file
    try:
        return file._replace(data=received(file.path, limits))
    except UnreadableFile as error:
        return file._replace(error=error)


def refuse_overwriting(output: Path, given: Path, done: Words) -> None:
    """Refuse to write over what a command was given to do something with: 检查, "checked".

    Raises:
        WrongUsage: both are one file.
    """
    if are_same(output, given):
        raise WrongUsage(
            Words(
                f"--output 会覆盖要{done.zh}的文件 {output}，请换一个文件名。",
                f"--output would overwrite {output}, which is to be {done.en}; name another file.",
            )
        )
