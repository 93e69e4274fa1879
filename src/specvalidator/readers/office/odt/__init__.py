"""OpenDocument text (.odt, .ott, .fodt; ISO/IEC 26300), as LibreOffice and WPS write it."""

from specvalidator.document import Document
from specvalidator.readers import RecognisedFile, refusals
from specvalidator.readers.formats import OPEN_DOCUMENT
from specvalidator.readers.limits import Limits
from specvalidator.readers.meter import Meter
from specvalidator.readers.office.odt.names import OFFICE
from specvalidator.readers.office.odt.story import OdtStory
from specvalidator.readers.office.pen import MarkupPen, with_notes
from specvalidator.readers.signatures import ZIP
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.parts import count, read_parts
from specvalidator.readers.xml import Element, parse
from specvalidator.wording import Words

_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"


def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
    """Return what a text of OpenDocument shows, tracked changes as if they were accepted.

    Raises:
        UnreadableFile: `encrypted`, `unsupported` where it is no text, `corrupt` or `too-large`.
    """
    roots = _roots(file, limits, meter)
    body = next(roots[-1].iter(OFFICE + "text"), None)
    if body is None:
        raise refusals.unsupported(Words("其他类型的 ODF 文件", "another kind of ODF file"))
    story = OdtStory(roots, MarkupPen(limits), limits)
    parts = story.parts(body)
    document = read_parts(parts, OPEN_DOCUMENT.media_type, limits, meter)
    return with_notes(document, "nested-too-deep" if story.is_cut else None)


def _roots(file: RecognisedFile, limits: Limits, meter: Meter) -> list[Element]:
    """Return the roots that hold styles, the one with the text last."""
    if not file.data.startswith(ZIP):
        count(file.data, limits, meter)
        return [parse(file.data, "office:document")]
    package = Package(file, limits, meter)
    if _ENCRYPTED in (package.read(_MANIFEST) or b""):
        raise refusals.encrypted()
    content = package.part("content.xml")
    if content is None:
        raise refusals.corrupt(Words("其中没有正文", "it has no body"))
    styles = package.part("styles.xml")
    return [content] if styles is None else [styles, content]
