"""The parts of an OFD: a zip, of which only XML is read."""

import posixpath

from specvalidator.errors import UnreadableFile
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.word.package import Package
from specvalidator.readers.xml import Element
from specvalidator.readers.zipped import part_name, raw_name

ENTRY = "OFD.xml"
_LOCKED = ("encryptions.xml", "decryptseed.dat")
"""Parts of files in which others are encrypted (GB/T 33190, GM/T 0099)."""


class OfdPackage:
    """One file."""

    def __init__(self, file: RecognisedFile, limits: Limits, meter: Meter | None = None) -> None:
        """Open it.

        Raises:
            UnreadableFile: `encrypted`, `corrupt` or `too-large`.
        """
        self._package = Package(file, limits, meter)
        self._names = _names(file)
        if any(posixpath.basename(name) in _LOCKED for name in self._names):
            raise refusals.encrypted()

    def find(self, base: str, place: str | None) -> str | None:
        """Return the name of a part that another names, None where there is none.

        It is relative to the part that names it or, with a slash, to the whole file; some
        programs leave the slash out. Nothing outside the file is looked for.
        """
        said = (place or "").strip().replace("\\", "/")
        if not said:
            return None
        folder = posixpath.dirname(base.replace("\\", "/"))
        beside = posixpath.normpath(posixpath.join(folder, said.lstrip("/")))
        for name in (said, beside) if said.startswith("/") else (beside, said):
            known = self._names.get(part_name(name))
            if known is not None:
                return known
        return None

    def root(self, name: str | None) -> Element | None:
        """Return the root of a part, None where there is none.

        Raises:
            UnreadableFile: it is damaged or too large.
        """
        return None if name is None else self._package.part(name)

    def picture(self, name: str) -> bytes | None:
        """Return the bytes of a picture, None where there is none that can be had."""
        try:
            return self._package.picture(name)
        except UnreadableFile:
            return None

    def whole(self, name: str | None) -> Element | None:
        """Return the root of a part, None where there is none or it is damaged."""
        try:
            return self.root(name)
        except UnreadableFile as error:
            if error.error != "corrupt":
                raise
            return None


def _names(file: RecognisedFile) -> dict[str, str]:
    """Return the members by the names that parts may call them, which may be Chinese."""
    found: dict[str, str] = {}
    for info in file.members():
        found[part_name(info.filename)] = info.filename
        raw = raw_name(info)
        if raw is not None and not raw.isascii():
            for encoding in ("utf-8", "gb18030"):
                found.setdefault(part_name(raw.decode(encoding, "replace")), info.filename)
    return found
