"""The table of formats: how each kind of file is told, what it is called, and who reads it.

A format more is a row more, and a module that reads it.
"""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from specvalidator.readers import signatures
from specvalidator.readers.signatures import COMPOUND, ZIP, Look, Names, has_stream, holds, mentions
from specvalidator.wording import Words


class Format(NamedTuple):
    """A kind of file."""

    title: Words
    """Of one that is read, what people look for; of others, a noun with its article."""
    begins: tuple[bytes, ...] = ()
    """How its files begin, in one of these ways; () where anything may come first."""
    looks: Look | None = None
    """What else tells it; None where the beginning is enough."""
    advice: Words | None = None
    """What to do when it is refused; None: open it in Word and save it anew."""
    media_types: Mapping[str, str] = MappingProxyType({})
    """Media type by suffix, the usual one first. Folders are searched for these suffixes …"""
    is_sought: bool = True
    """… unless most files of these suffixes are something else, such as reports in HTML."""
    reader: str | None = None
    """Module with `read(file, limits, meter)`, which gives a Document; None: there is none."""
    marker: str | None = None
    """Module with `marked`, which gives a copy with notes; None: there is none."""
    offer: Words | None = None
    """What is read of it, where that is no Document."""
    picture: str | None = None
    """What this kind of picture is called."""
    is_archive: bool = False
    """It holds files that stand for themselves."""
    is_locked: bool = False
    """It asks for a password."""
    is_native: bool = False
    """It is read by what is no Python: only a process of its own can be ended."""
    is_opaque: bool = True
    """People write documents in it, or pack them into it."""

    def fits(self, data: bytes, names: Names) -> bool:
        """Say whether a file is of this kind."""
        begins = not self.begins or data.startswith(self.begins)
        return begins and (self.looks is None or self.looks(data, names))

    @property
    def suffix(self) -> str:
        """The usual suffix, "" where no file of it is looked for."""
        return next(iter(self.media_types), "")

    @property
    def media_type(self) -> str:
        """The media type of the usual suffix."""
        return self.media_types[self.suffix]


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACRO = "application/vnd.ms-word."
_ODF = "application/vnd.oasis.opendocument."
_ARCHIVE = Words("压缩包", "an archive")
_PICTURE = Words("图片", "a picture")
_SCAN = Words(
    "扫描件或照片（.jpg、.png、.tif、.bmp）", "a scan or photograph (.jpg, .png, .tif, .bmp)"
)
_INSTEAD = Words(
    "请提交 Word 文件，或由 Word 导出的 PDF。",
    "Hand in the Word file, or a PDF exported from Word.",
)
_UNPACKED = Words(
    "请解压后提交其中的文件；整套材料请重新打包为 .zip。",
    "Unpack it and hand in its files; pack a whole dossier anew as .zip.",
)
_ITSELF = Words(
    "请提交其中的 Word 文件本身。", "Hand in the Word file itself instead of an archive."
)


def _picture(name: str, *begins: bytes, looks: Look | None = None) -> Format:
    return Format(_PICTURE, begins, looks, _INSTEAD, picture=name, is_opaque=False)


def _scan(
    name: str, media_types: Mapping[str, str], *begins: bytes, looks: Look | None = None
) -> Format:
    """Return a kind of picture whose words are recognised, where that is installed."""
    return Format(
        _SCAN,
        begins,
        looks,
        media_types=media_types,
        is_sought=False,
        reader="specvalidator.readers.scan",
        marker="specvalidator.reports.marked_scan",
        picture=name,
        is_native=True,
        is_opaque=False,
    )


RECORD = Format(
    Words("JSON 记录", "a record in JSON"),
    looks=signatures.is_object,
    media_types={".json": "application/json"},
    offer=Words("JSON 记录", "records in JSON"),
    is_opaque=False,
)
WORD = Format(
    Words("Word（.docx）", "Word (.docx)"),
    ZIP,
    signatures.is_word,
    media_types={
        ".docx": _OFFICE + "document",
        ".docm": _MACRO + "document.macroEnabled.12",
        ".dotx": _OFFICE + "template",
        ".dotm": _MACRO + "template.macroEnabled.12",
    },
    reader="specvalidator.readers.word.reading",
    marker="specvalidator.reports.marked_word",
)
ARCHIVE = Format(
    _ARCHIVE,
    ZIP,
    advice=_ITSELF,
    media_types={".zip": "application/zip"},
    offer=Words("整套材料的压缩包（.zip）", "a whole dossier (.zip)"),
    is_archive=True,
    is_native=True,  # it may hold what is
)
OLD_WORD = Format(
    Words("旧版 Word（.doc、.wps）", "old Word (.doc, .wps)"),
    COMPOUND,
    signatures.is_old_word,
    media_types={
        ".doc": "application/msword",
        ".wps": "application/wps-office.wps",
        ".dot": "application/x-msword-template",
    },
    reader="specvalidator.readers.office.doc",
)
OPEN_DOCUMENT = Format(
    Words("ODF（.odt）", "ODF (.odt)"),
    looks=signatures.is_open_document,
    media_types={
        ".odt": _ODF + "text",
        ".ott": _ODF + "text-template",
        ".fodt": _ODF + "text-flat-xml",
    },
    reader="specvalidator.readers.office.odt",
)
RICH_TEXT = Format(
    Words("RTF", "RTF"),
    (b"{\\rtf",),
    media_types={".rtf": "application/rtf"},
    reader="specvalidator.readers.office.rtf",
)
WORD_XML = Format(
    Words("Word XML", "Word XML"),
    looks=mentions(
        b"schemas.microsoft.com/office/word/2003/wordml",
        b"schemas.microsoft.com/office/2006/xmlpackage",
        b'progid="word.document"',
    ),
    media_types={".xml": "application/xml"},
    is_sought=False,
    reader="specvalidator.readers.office.word_xml",
)
WEB_PAGE = Format(
    Words("网页（.html、.mht）", "web pages (.html, .mht)"),
    looks=signatures.is_page,
    media_types={
        ".html": "text/html",
        ".htm": "application/xhtml+xml",
        ".mht": "multipart/related",
        ".mhtml": "message/rfc822",
    },
    is_sought=False,
    reader="specvalidator.readers.office.web",
)
OFD = Format(
    Words("OFD", "OFD"),
    ZIP,
    holds("ofd.xml"),
    media_types={".ofd": "application/ofd"},
    reader="specvalidator.readers.ofd",
    marker="specvalidator.reports.marked_ofd",
)
PDF = Format(
    Words("PDF", "PDF"),
    looks=signatures.is_pdf,
    media_types={".pdf": "application/pdf"},
    reader="specvalidator.readers.pdf",
    marker="specvalidator.reports.marked_pdf",
    is_native=True,
)

FORMATS: tuple[Format, ...] = (
    RECORD,
    Format(
        Words("一个 JSON 列表", "a list in JSON"),
        looks=signatures.is_list,
        advice=Words(
            "一份记录是一个 JSON 对象 { … }；列表中的记录请分别存为文件。",
            "A record is one object { … }; put each record of the list into a file of its own.",
        ),
        is_opaque=False,
    ),
    Format(Words("Excel 工作簿", "an Excel workbook"), ZIP, signatures.is_workbook, _INSTEAD),
    Format(
        Words("PowerPoint 演示文稿", "a PowerPoint presentation"),
        ZIP,
        signatures.is_presentation,
        _INSTEAD,
    ),
    WORD,
    OFD,
    Format(Words("EPUB 电子书", "an EPUB book"), ZIP, holds("meta-inf/container.xml"), _INSTEAD),
    OPEN_DOCUMENT,
    Format(
        Words("苹果 iWork 的文件（如 .pages）", "a file of Apple's iWork such as .pages"),
        ZIP,
        holds("index/document.iwa", "index.zip", "index.xml"),
        _INSTEAD,
    ),
    Format(
        Words("其他软件的文件", "a document of another program"), ZIP, holds("mimetype"), _INSTEAD
    ),
    ARCHIVE,
    Format(
        Words("加密的 Office 文件", "a locked Office file"),
        COMPOUND,
        has_stream("EncryptedPackage"),
        is_locked=True,
    ),
    Format(Words("Word 2.0 的文件", "a file of Word 2.0"), (b"\xdb\xa5-\0",)),
    Format(
        Words("旧版 Excel 文件", "an old Excel file"),
        COMPOUND,
        has_stream("Workbook", "Book"),
        _INSTEAD,
    ),
    Format(
        Words("旧版 PowerPoint 文件", "an old PowerPoint file"),
        COMPOUND,
        has_stream("PowerPoint Document"),
        _INSTEAD,
    ),
    OLD_WORD,  # what is cut off before its directory is of the kind that most are
    Format(Words("旧版 Office 文件", "an old Office file"), COMPOUND),
    _scan("PNG", {".png": "image/png"}, b"\x89PNG\r\n\x1a\n"),
    _scan("JPEG", {".jpg": "image/jpeg", ".jpeg": "image/jpg"}, b"\xff\xd8\xff"),
    _picture("GIF", b"GIF87a", b"GIF89a"),
    _scan(
        "TIFF",
        {".tif": "image/tiff", ".tiff": "image/tiff-fx"},
        *(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    ),
    _picture("WebP", b"RIFF", looks=signatures.is_webp),
    _picture("HEIC", looks=signatures.is_heic),
    _picture("AVIF", looks=signatures.is_avif),
    _scan("BMP", {".bmp": "image/bmp"}, b"BM", looks=signatures.is_bitmap),
    RICH_TEXT,
    WORD_XML,
    Format(
        _ARCHIVE,
        (
            *(b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh91AY&SY"),
            *(b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"MSCF\0\0\0\0"),
        ),
        advice=_UNPACKED,
        is_archive=True,
    ),
    Format(_ARCHIVE, looks=signatures.is_tape, advice=_UNPACKED, is_archive=True),
    PDF,
    WEB_PAGE,
    Format(Words("XML 文件", "an XML file"), looks=mentions(b"<?xml"), is_opaque=False),
    Format(Words("空文件", "an empty file"), looks=lambda data, _: not data),
    Format(Words("纯文本文件", "a plain text file"), looks=signatures.is_text, is_opaque=False),
    # Two letters that a text may begin with, too.
    Format(_PICTURE, (b"BM",), advice=_INSTEAD, is_opaque=False),
    Format(Words("无法识别的文件", "a file of an unknown format"), is_opaque=False),
)
"""Every kind of file; a file is of the first that fits it."""


def is_document(name: PurePath) -> bool:
    """Say whether a file of this name is taken for a document, whatever it holds."""
    suffix = name.suffix.lower()
    sought = (each for each in FORMATS if each.is_sought and each is not RECORD)
    return any(suffix in each.media_types for each in sought)


def is_picture(name: PurePath) -> bool:
    """Say whether a file of this name is taken for a picture that may show a form."""
    suffix = name.suffix.lower()
    return any(suffix in each.media_types for each in FORMATS if each.picture)


def may_be_record(name: PurePath) -> bool:
    """Say whether a file of this name may be a record: folders hold many that are not ours."""
    return name.suffix.lower() in RECORD.media_types


def media_types(*, marked: bool = False) -> tuple[str, ...]:
    """Return what a file, or a marked copy, may be sent as; capitals make no difference."""
    rows = (each for each in FORMATS if each.marker or not marked)
    return tuple(media_type for each in rows for media_type in each.media_types.values())


def documents() -> tuple[Words, ...]:
    """Return what is read as a document, what most people have first."""
    titles = (each.title for each in FORMATS if each.reader)
    return tuple(dict.fromkeys((WORD.title, PDF.title, *titles)))


def offers() -> tuple[Words, ...]:
    """Return what is read at all, documents first."""
    return (*documents(), *(each.offer for each in FORMATS if each.offer))


def any_of(titles: tuple[Words, ...]) -> Words:
    """Return words as a choice: A或B, A、B，或C."""
    comma = len(titles) > 2  # noqa: PLR2004 - two stand without
    *zh, last_zh = (each.zh for each in titles)
    *en, last_en = (each.en for each in titles)
    return Words(
        "、".join(zh) + ("，或" if comma else "或") + last_zh,
        ", ".join(en) + (", or " if comma else " or ") + last_en,
    )


def name_of_copy(copy: bytes, name: PurePath) -> tuple[str, str]:
    """Return suffix and media type of the marked copy of a file of this name.

    The beginning of the copy tells its format, and of several that begin alike the name which:
    nothing in a stranger's file is opened for it.
    """
    suffix = name.suffix.lower()
    fitting = [
        each
        for each in FORMATS
        if each.marker
        and (copy.startswith(each.begins) if each.begins else each.fits(copy, frozenset()))
    ]
    if not fitting:
        return "", "application/octet-stream"
    known = next((each for each in fitting if suffix in each.media_types), fitting[0])
    suffix = suffix if suffix in known.media_types else known.suffix
    return suffix, known.media_types[suffix]
