"""Files that cannot be marked, though some of them can be read and judged."""

from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind
from specvalidator.readers import is_archive, is_record
from specvalidator.readers.intake import is_pdf
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

_PDF = Words(
    "这是 PDF，目前只能在 Word 文件中写批注。请改用生成它的 Word 文件；检查 PDF 请用 check。",
    "This is a PDF, and only Word files can be marked for now. Mark the Word file it was made "
    "from; check judges a PDF.",
)
_DOSSIER = Words(
    "这是一套材料，批注只能逐个写进其中的 Word 文件。请对每个 Word 文件分别运行；"
    "检查整套材料请用 check。",
    "This is a dossier, and only a Word file can be marked. Mark its Word files one by one; check "
    "judges the dossier.",
)
_RECORD = Words(
    "这是 JSON 记录，没有可以写批注的正文。请改用 Word 文件；检查记录请用 check。",
    "This is a record in JSON, with no text to mark. Mark a Word file; check judges a record.",
)


def refuse_unmarkable(data: bytes, kind: Kind | None, limits: Limits) -> None:
    """Refuse what can be judged and not marked; anything else is left to the reader of Word.

    Raises:
        UnreadableFile: it is a PDF, a dossier or a record, or it is empty or too large.
    """
    if kind == "dossier" or is_archive(data, limits):
        raise dossier()
    if is_pdf(data, limits):
        raise UnreadableFile("unsupported", _PDF)
    if is_record(data):
        raise UnreadableFile("unsupported", _RECORD)


def dossier() -> UnreadableFile:
    """Return the refusal of a folder or an archive."""
    return UnreadableFile("unsupported", _DOSSIER)
