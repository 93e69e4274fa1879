"""A page as a picture, for looking at."""

from typing import NamedTuple

_SVG = b"<svg"
_JPEG = b"\xff\xd8\xff"


class PagePicture(NamedTuple):
    """One page as displayed."""

    number: int
    """From 1."""
    width: float
    """Points."""
    height: float
    """Points."""
    image: bytes | None
    """PNG, JPEG or SVG of our own; None where drawing the page would ask too much."""

    @property
    def media_type(self) -> str:
        """What the picture is."""
        if self.image is None or not self.image.startswith((_SVG, _JPEG)):
            return "image/png"
        return "image/jpeg" if self.image.startswith(_JPEG) else "image/svg+xml"
