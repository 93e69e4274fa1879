"""Files that cannot be marked, though some of them can be read and judged."""

from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind
from specvalidator.readers import RecognisedFile
from specvalidator.readers.formats import ARCHIVE, RECORD, Format
from specvalidator.readers.limits import Limits
from specvalidator.wording import Words

_DOSSIER = Words(
    "这是一套材料，批注只能逐个写进其中的 Word 或 PDF 文件。请对每个文件分别运行；"
    "检查整套材料请用 check。",
    "This is a dossier, and only Word and PDF files can be marked. Mark its files one by one; "
    "check judges the dossier.",
)
_RECORD = Words(
    "这是 JSON 记录，没有可以写批注的正文。请改用 Word 或 PDF 文件；检查记录请用 check。",
    "This is a record in JSON, with no text to mark. Mark a Word or PDF file; check judges a "
    "record.",
)
_SUMMARY = Words(
    "汇总页只能加在 PDF 前面：加进 Word 文件会改动作者的正文。请去掉 --summary（summary=True）。",
    "A summary page can only be put before a PDF: in a Word file it would change the author's "
    "own text. Leave out --summary (summary=True).",
)
_SUGGEST = Words(
    "修订只能写进 Word 文件。请去掉 --suggest（suggest=True），或改用生成这份 PDF 的 Word 文件。",
    "Only a Word file can hold tracked changes. Leave out --suggest (suggest=True), or mark the "
    "Word file that the PDF was made from.",
)
_LOCKED = Words(
    "这份 PDF 加了密（设有权限密码），不能写入批注。请改用未加密的 PDF，或生成它的 Word 文件；"
    "检查内容请用 check。",
    "This PDF is encrypted (it has a password for permissions), so that it cannot be marked. Mark "
    "one that is not, or the Word file it was made from; check judges it.",
)
_BROKEN = Words(
    "这份 PDF 的内部结构有误，无法在其中写入批注。请用 Word 或 WPS 重新导出后再试；"
    "检查内容请用 check。",
    "The structure of this PDF is faulty, so that it cannot be marked. Export it again from Word "
    "or WPS; check judges it.",
)


def marker_of(file: RecognisedFile, kind: Kind | None, limits: Limits) -> str:
    """Return the module that marks a file.

    Raises:
        UnreadableFile: it can be judged and not marked, such as a dossier or a record, or it is
            not read at all.
    """
    if kind == "dossier" or file.format is ARCHIVE:
        raise dossier()
    if file.format is RECORD:
        raise UnreadableFile("unsupported", _RECORD)
    file.reader(limits)
    if file.format.marker is None:
        raise _unmarkable(file.format)
    return file.format.marker


def _unmarkable(format: Format) -> UnreadableFile:  # noqa: A002 - the word of the table
    return UnreadableFile(
        "unsupported",
        Words(
            f"这是{format.title.zh}，不能写入批注。请用 Word 或 WPS 打开，另存为 .docx 后再试；"
            "检查内容请用 check。",
            f"This is {format.title.en}, which cannot be marked. Open it in Word or WPS, save it "
            "as .docx and mark that; check judges it.",
        ),
    )


def dossier() -> UnreadableFile:
    """Return the refusal of a folder or an archive."""
    return UnreadableFile("unsupported", _DOSSIER)


def summary_of_word() -> UnreadableFile:
    """Return the refusal to put a page before a Word file."""
    return UnreadableFile("unsupported", _SUMMARY)


def fixes_of_pdf() -> UnreadableFile:
    """Return the refusal to write tracked changes into a PDF."""
    return UnreadableFile("unsupported", _SUGGEST)


def locked() -> UnreadableFile:
    """Return the refusal of a PDF that opens without a password and is encrypted all the same."""
    return UnreadableFile("encrypted", _LOCKED)


def broken() -> UnreadableFile:
    """Return the refusal of a PDF that can be shown and not written to."""
    return UnreadableFile("corrupt", _BROKEN)
