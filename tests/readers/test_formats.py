"""The table of formats: what it says holds wherever files come in, and is asked once."""

import asyncio
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePath
from types import ModuleType

import pytest
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.types import Message

import specvalidator as sv
from extract.dossier.building import JPEG, OLD_WORD, complete, specification, zipped
from specvalidator.batch.documents import is_wanted
from specvalidator.cli.files import search
from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind
from specvalidator.readers import Limits, RecognisedFile, formats, read_document, recognise
from specvalidator.readers.formats import ARCHIVE, FORMATS, PDF, RECORD, WORD, Format
from specvalidator.readers.meter import Meter
from specvalidator.service.intake import Intake
from specvalidator.service.options import ServiceOptions
from specvalidator.service.pages import pages
from specvalidator.service.problems import ProblemError
from specvalidator.service.uploads import uploads_of
from specvalidator.wording import Words

SUFFIXES = [suffix for each in FORMATS for suffix in each.media_types]
SOUGHT = [suffix for each in FORMATS if each.is_sought for suffix in each.media_types]
MEDIA_TYPES = [media_type for each in FORMATS for media_type in each.media_types.values()]
ZIPPED = b"PK\x03\x04"
GIF = b"GIF89a" + bytes(40)
SHUTTLE = Format(
    Words("梭子（.shuttle）", "shuttle (.shuttle)"),
    (b"SHUTTLE\n",),
    media_types={".shuttle": "application/x-shuttle"},
    reader="readers_of_shuttles",
)
"""A format that there is in no other place: a Word file behind a line of its own."""


@pytest.fixture
def shuttle(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Add the format, a module and a row, and return a file of it."""

    def read(file: RecognisedFile, limits: Limits, meter: Meter) -> Document:
        document = read_document(file.data.partition(b"\n")[2], limits, meter)
        return document._replace(media_type=SHUTTLE.media_type)

    module = ModuleType("readers_of_shuttles")
    monkeypatch.setattr(module, "read", read, raising=False)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(formats, "FORMATS", (SHUTTLE, *FORMATS))
    return b"SHUTTLE\n" + specification()


def refusal(read: Callable[[], object]) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read()
    return caught.value


def sent_as(media_type: str) -> bytes:
    """Return what the service takes from a request whose body has this media type."""

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x", "more_body": False}

    headers = [(b"content-type", media_type.encode())]
    request = Request(
        {"type": "http", "method": "POST", "headers": headers, "query_string": b""}, receive
    )

    async def taken() -> bytes:
        with Intake(ServiceOptions()).admitted(request) as body:
            [upload] = await uploads_of(request, body, ServiceOptions())
        return upload.data

    return asyncio.run(taken())


# ── a row more ───────────────────────────────────────────────────────────────────────────


def test_a_format_more_is_read_alone_and_in_a_dossier(shuttle: bytes) -> None:
    [report] = sv.validate(shuttle)
    [alone] = sv.validate(specification())
    data = zipped({"申请表.docx": complete()["申请表.docx"], "规范": shuttle})
    kinds = [each.kind for each in sv.read(data)]

    assert report.source is not None
    assert report.source.media_type == SHUTTLE.media_type
    assert (report.findings, report.passed) == (alone.findings, alone.passed)
    assert kinds == ["dossier", "application", "specification"]


def test_a_format_more_is_found_in_folders_and_archives(shuttle: bytes, tmp_path: Path) -> None:
    file = tmp_path / "A.SHUTTLE"
    file.write_bytes(shuttle)

    assert [each.path for each in search([tmp_path]).files] == [file]
    assert formats.is_document(PurePath("稿件/a.shuttle"))


@pytest.mark.usefixtures("shuttle")
def test_a_format_more_is_taken_by_the_service_and_offered_by_its_page() -> None:
    routes = {each.path: each for each in pages().routes if isinstance(each, APIRoute)}
    page = asyncio.run(routes["/page/formats.js"].endpoint())

    assert sent_as("application/x-shuttle") == b"x"
    assert json.dumps("梭子（.shuttle）")[1:-1] in page.body.decode()


def test_a_format_more_is_named_where_others_are_refused(shuttle: bytes) -> None:
    refused = refusal(lambda: sv.read(GIF)).words
    unmarked = refusal(lambda: sv.annotate(shuttle))

    assert "、梭子（.shuttle）、" in refused.zh
    assert ", shuttle (.shuttle), " in refused.en
    assert unmarked.error == "unsupported"
    assert "梭子（.shuttle）" in unmarked.words.zh


def test_without_the_row_it_is_no_format(tmp_path: Path) -> None:
    (tmp_path / "a.shuttle").write_bytes(b"SHUTTLE\n" + specification())

    assert search([tmp_path]).files == ()
    assert refusal(lambda: sv.read(tmp_path / "a.shuttle")).error == "unsupported"
    with pytest.raises(ProblemError):
        sent_as("application/x-shuttle")


# ── the table and those who ask it ───────────────────────────────────────────────────────


@pytest.mark.parametrize("suffix", SOUGHT)
def test_folders_and_archives_are_searched_for_the_suffixes_of_the_table(
    suffix: str, tmp_path: Path
) -> None:
    class Holding:
        def load(self, limits: Limits) -> bytes:
            assert limits
            return b'{"kind": "specification"}'

    (tmp_path / f"a{suffix.upper()}").write_bytes(Holding().load(Limits()))

    assert len(search([tmp_path]).files) == 1
    assert is_wanted(PurePath(f"a{suffix}"), Holding(), Limits())


@pytest.mark.parametrize("suffix", ["", ".txt", ".jpg", ".xlsx", ".html", ".xml", ".docx.bak"])
def test_no_other_suffix_is_searched_for(suffix: str) -> None:
    assert not formats.is_document(PurePath(f"a{suffix}"))


@pytest.mark.parametrize("media_type", [*MEDIA_TYPES, *map(str.upper, MEDIA_TYPES)])
def test_the_service_takes_the_media_types_of_the_table(media_type: str) -> None:
    assert sent_as(media_type) == b"x"


@pytest.mark.parametrize("media_type", ["text/css", "image/gif", "application/x-tar"])
def test_the_service_takes_no_other_media_type(media_type: str) -> None:
    with pytest.raises(ProblemError):
        sent_as(media_type)


def test_no_suffix_and_no_media_type_stands_in_two_rows() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert len(set(MEDIA_TYPES)) == len(MEDIA_TYPES)


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.title.en)
def test_a_row_says_what_is_to_be_done(each: Format) -> None:
    if each.advice:
        assert each.advice.zh.endswith("。")
        assert each.advice.en.endswith(".")
    assert not (each.reader and each.is_archive)
    assert each.reader or not each.marker, "what is marked has to be read"
    assert each.media_types or not (each.reader or each.offer), "what is read has to be found"


def test_every_file_is_of_some_format() -> None:
    assert FORMATS[-1].fits(b"\x00\x01", frozenset())


# ── what a file is ───────────────────────────────────────────────────────────────────────

OFFICE = {"[Content_Types].xml": b"<Types/>"}
SHEETS = "an Excel workbook"
SLIDES = "a PowerPoint presentation"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(zipped({**OFFICE, "xl/workbook.bin": b"x"}), SHEETS, id="another main part"),
        pytest.param(zipped({"xl/workbook.xml": b"x"}), SHEETS, id="without types"),
        pytest.param(zipped({**OFFICE, "ppt/presentation.xml": b"x"}), SLIDES, id="slides"),
        pytest.param(zipped({"ppt/1.jpg": JPEG}), "an archive", id="a folder of that name"),
        pytest.param(
            zipped({**OFFICE, "word/document.xml": b"x", "xl/a.bin": b"x"}),
            WORD.title.en,
            id="a Word file that holds a workbook",
        ),
        pytest.param(
            zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"x"}),
            "an EPUB book",
            id="book",
        ),
        pytest.param(b"7z\xbc\xaf\x27\x1c\0\4", "an archive", id="7z"),
        pytest.param(b"7z\xbc\xaf\0\1", "a file of an unknown format", id="nearly 7z"),
        pytest.param(b"%PDF-1.7", PDF.title.en, id="PDF"),
        pytest.param(b"\r\n\0HTTP\r\n%PDF-1.7", PDF.title.en, id="PDF after other bytes"),
        pytest.param(b"GIF89a %PDF-", "a picture", id="a picture that speaks of PDF"),
        pytest.param(b'\xef\xbb\xbf {"a": "%PDF-"}', RECORD.title.en, id="record"),
        pytest.param(b"%pdf- is no PDF", "a plain text file", id="text"),
        pytest.param(OLD_WORD, "an old Office file", id="compound"),
        pytest.param(b"", "an empty file", id="nothing"),
    ],
)
def test_a_file_is_told_by_its_content(data: bytes, title: str) -> None:
    assert recognise(data).format.title.en == title


@pytest.mark.parametrize("kind", [None, "specification", "dossier"])
def test_a_folder_that_is_called_like_a_part_makes_no_workbook(kind: Kind | None) -> None:
    data = zipped({"xl/操作间.jpg": JPEG, "申请表.docx": complete()["申请表.docx"]})

    if kind == "specification":
        assert "压缩包" in refusal(lambda: sv.read(data, kind=kind)).words.zh
    else:
        assert "dossier" in {each.kind for each in sv.read(data, kind=kind)}


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        pytest.param(GIF, "由 Word 导出的 PDF", id="picture"),
        pytest.param(zipped({"xl/workbook.xml": b"x"}), "由 Word 导出的 PDF", id="workbook"),
        pytest.param(b"Rar!\x1a\x07", "请解压后", id="RAR"),
        pytest.param(b"\x1f\x8b\x08", "请解压后", id="gzip"),
        pytest.param(zipped({"content.xml": b"x"}), "另存为 .docx", id="ODF"),
        pytest.param("拉面制作".encode(), "另存为 .docx", id="text"),
    ],
)
def test_what_is_refused_is_told_what_can_be_done_with_it(data: bytes, advice: str) -> None:
    assert advice in refusal(lambda: read_document(data)).words.zh


@pytest.mark.parametrize(
    ("name", "copy", "named"),
    [
        ("a.docx", ZIPPED, (".docx", WORD.media_types[".docx"])),
        ("稿.DOCM", ZIPPED, (".docm", WORD.media_types[".docm"])),
        ("a.pdf", ZIPPED, (".docx", WORD.media_types[".docx"])),
        ("稿.OFD", ZIPPED, (".ofd", "application/ofd")),
        ("document", b"%PDF-1.7", (".pdf", "application/pdf")),
        ("a.docm", b"%PDF-1.7", (".pdf", "application/pdf")),
    ],
)
def test_a_marked_copy_is_called_as_what_it_is(
    name: str, copy: bytes, named: tuple[str, str]
) -> None:
    assert formats.name_of_copy(copy, PurePath(name)) == named


# ── once ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def directories(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often the directory of a zip is read."""
    read: list[str] = []
    real = zipfile.ZipFile._RealGetContents  # type: ignore[attr-defined]  # noqa: SLF001

    def counted(archive: zipfile.ZipFile) -> None:
        read.append(str(archive.filename))
        real(archive)

    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", counted)
    return read


def test_the_directory_of_each_zip_in_a_dossier_is_read_once(directories: list[str]) -> None:
    files = complete()
    documents = [name for name in files if name.endswith(".docx")]
    data = zipped(files)
    directories.clear()

    submissions = sv.read(data)

    assert submissions[0].kind == "dossier"
    assert len(documents) == 3
    assert len(directories) == 1 + len(documents)


@pytest.mark.parametrize("kind", [None, "specification"])
def test_the_directory_of_a_word_file_is_read_once(
    directories: list[str], kind: Kind | None
) -> None:
    data = specification()
    directories.clear()

    sv.validate(data, kind=kind)

    assert len(directories) == 1


def test_an_archive_is_recognised_with_what_it_lists() -> None:
    file = recognise(zipped({"a.txt": b"x"}))

    assert file.format is ARCHIVE
    assert [info.filename for info in file.members()] == ["a.txt"]


def test_a_damaged_directory_is_told_when_it_is_asked_for() -> None:
    file = recognise(specification()[:-30])

    assert refusal(file.members).error == "corrupt"
    assert refusal(lambda: read_document(file)).error == "corrupt"
