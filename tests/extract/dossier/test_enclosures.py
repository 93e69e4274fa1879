"""A folder or a zip as its files: names, what is passed over, and what is not trusted."""

import io
import os
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from extract.dossier.building import (
    JPEG,
    OLD_WORD,
    PNG,
    document,
    locked,
    written,
    zipped,
    zipped_in,
)
from specvalidator.document import Enclosure
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits, read_files, recognise
from specvalidator.readers.formats import ARCHIVE


def read(data: bytes) -> list[Enclosure]:
    return list(read_files(data, "dossier.zip"))


def names(data: bytes) -> list[str]:
    return [each.name for each in read(data)]


def refused(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value


# ── names ────────────────────────────────────────────────────────────────────────────────

CHINESE = {"申报材料/申请表.docx": b"1", "照片/大门.jpg": b"2", "a.txt": b"3"}


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_word_on_their_encoding_are_decoded(encoding: str) -> None:
    assert sorted(names(zipped_in(encoding, CHINESE))) == sorted(CHINESE)


def test_names_that_are_said_to_be_utf_8_are() -> None:
    assert sorted(names(zipped(CHINESE))) == sorted(CHINESE)


def test_rare_characters_of_gb18030_are_decoded() -> None:
    assert names(zipped_in("gb18030", {"㙍㐂𠀀.docx": b"1"})) == ["㙍㐂𠀀.docx"]


def test_the_second_byte_of_a_chinese_letter_is_no_separator() -> None:
    assert "誠".encode("gbk")[1:] == b"\\"
    assert names(zipped_in("gbk", {"誠信\\1.jpg": b"1"})) == ["誠信/1.jpg"]


def test_a_name_repeated_in_utf_8_counts_while_it_belongs_to_the_first() -> None:
    def named(checksum: int) -> bytes:
        stream = io.BytesIO()
        info = zipfile.ZipInfo("zpy.docx")
        path = "照片.docx".encode()
        info.extra = struct.pack("<HHBL", 0x7075, len(path) + 5, 1, checksum) + path
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(info, b"1")
        return stream.getvalue()

    assert names(named(zlib.crc32(b"zpy.docx"))) == ["照片.docx"]
    assert names(named(zlib.crc32(b"other.docx"))) == ["zpy.docx"]


def test_files_come_sorted_by_folder_whatever_the_order_in_the_zip() -> None:
    files = {"b/2.jpg": JPEG, "c.txt": b"c", "a.txt": b"a", "b/1.jpg": JPEG}
    assert names(zipped(files)) == ["a.txt", "b/1.jpg", "b/2.jpg", "c.txt"]


@pytest.mark.parametrize("name", [".a.docx", "..a.docx", "./a.docx"])
def test_a_document_whose_name_begins_with_a_dot_is_no_litter(name: str) -> None:
    found = read_files(zipped({name: b"1"}), "x.zip")
    assert [each.litter for each in found] == [False]


def test_what_systems_leave_behind_is_passed_over() -> None:
    litter = ("__MACOSX/._a.docx", ".DS_Store", "照片/Thumbs.db", "~$a.docx", "desktop.ini", "空/")
    found = read_files(zipped({"a.txt": b"1", **dict.fromkeys(litter, b"x")}), "x.zip")

    assert [each.name for each in found if not each.litter] == ["a.txt"]


# ── what a file is ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (PNG, "PNG"),
        (JPEG, "JPEG"),
        (b"GIF89a" + bytes(20), "GIF"),
        (b"II*\0" + bytes(20), "TIFF"),
        (b"MM\0*" + bytes(20), "TIFF"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC"),
        (b"BM" + bytes(12) + b"\x28\0\0\0" + bytes(20), "BMP"),
        (b"BM is a text too, and a longer one", None),
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", None),
        (b"%PDF-1.7", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(head: bytes, expected: str | None) -> None:
    assert recognise(head).format.picture == expected


def test_a_picture_is_one_whatever_its_name_says() -> None:
    (picture,) = read(zipped({"照片.docx": JPEG}))
    assert picture.picture == "JPEG"
    assert picture.error is None


def test_a_document_is_read_and_its_digest_kept() -> None:
    data = document("考务管理制度")
    (read_one,) = read(zipped({"制度": data}))
    assert read_one.document is not None
    assert (read_one.size, read_one.picture, read_one.error) == (len(data), None, None)


@pytest.mark.parametrize(
    ("content", "error", "opaque"),
    [
        (b"just text", "unsupported", False),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "unsupported", False),
        (OLD_WORD, "unsupported", True),
        (b"{\\rtf1 a", "corrupt", True),
        (b"%PDF-1.4 broken", "corrupt", True),
        (b"Rar!\x1a\x07", "unsupported", True),
        (b"", "corrupt", True),
        (document("甲")[:-30], "corrupt", True),
    ],
    ids=["text", "film", ".doc", "RTF", "PDF", "RAR", "empty", "cut off"],
)
def test_what_is_neither_says_why_and_whether_it_may_hold_a_document(
    content: bytes,
    error: str,
    opaque: bool,  # noqa: FBT001 - a column of the table
) -> None:
    (unread,) = read(zipped({"a": content}))
    assert unread.document is None
    assert unread.error is not None
    assert (unread.error.error, unread.opaque) == (error, opaque)


def nested(levels: int, files: dict[str, bytes]) -> bytes:
    for _ in range(levels):
        files = {"内.zip": zipped(files)}
    return zipped(files)


def test_zips_inside_are_opened_three_levels_deep() -> None:
    assert names(nested(3, {"1.jpg": JPEG})) == ["内.zip/内.zip/内.zip/1.jpg"]
    (inner,) = read(nested(4, {"1.jpg": JPEG}))
    assert inner.name == "内.zip/内.zip/内.zip/内.zip"
    assert inner.error is not None
    assert inner.error.error == "unsupported"
    assert "没有打开" in inner.error.said("zh")
    assert "not opened" in inner.error.said("en")


def test_zips_in_a_folder_are_opened(tmp_path: Path) -> None:
    folder = written(tmp_path, {"照片.zip": zipped({"1.jpg": JPEG}), "空.zip": zipped({})})
    found = {each.name: (each.picture, each.error) for each in read_files(folder, "d")}
    assert found == {"照片.zip/1.jpg": ("JPEG", None), "空.zip": (None, None)}


def test_a_bad_zip_inside_stops_no_other() -> None:
    bad = zipped({"a.docx": document("甲")})[:-30]
    found = read(zipped({"坏.zip": bad, "锁.zip": locked(zipped({"a.txt": b"x"})), "1.jpg": JPEG}))
    said = {each.name: each.error and each.error.error for each in found}
    assert said == {"1.jpg": None, "坏.zip": "corrupt", "锁.zip": "encrypted"}
    assert all(each.opaque for each in found if each.error)


def test_zips_inside_have_no_more_than_one_may_have() -> None:
    files = {f"{n}.txt": b"x" * 400 for n in range(3)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.zip", "b.zip"):
            archive.writestr(name, zipped(files))
    data = stream.getvalue()
    few = read_files(data, "d", Limits(members=7))
    assert [each.error and each.error.error for each in few][2:] == ["unsupported", "too-large"]
    small = read_files(data, "d", Limits(archive_total_bytes=2 * len(zipped(files)) + 1500))
    assert [each.error and each.error.error for each in small][-1] == "too-large"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped({"a.docx": document("甲")}), True),
        (zipped({}), True),
        (zipped({"word/a.docx": document("甲"), "xl/b.xlsx": b"x"}), True),
        (document("甲"), False),
        (zipped({"mimetype": b"application/epub+zip"}), False),
        (zipped({"xl/workbook.xml": b"<a/>"}), False),
        (b"PK\x03\x04 and nothing more", False),
        (JPEG, False),
    ],
    ids=["files", "nothing", "folders", "docx", "epub", "xlsx", "broken", "picture"],
)
def test_an_archive_is_a_zip_that_is_no_document(
    data: bytes,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert (recognise(data).format is ARCHIVE) is expected


# ── what is not trusted ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["../a.docx", "a/../../b", "/etc/passwd", "C:\\a.docx", "..\\a"])
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    assert refused(zipped({name: b"x"})).error == "corrupt"


def test_two_files_of_one_name_are_refused() -> None:
    data = zipped({"a.txt": b"1", "b.txt": b"2"}).replace(b"b.txt", b"a.txt")
    assert refused(data).error == "corrupt"


def test_names_that_differ_in_case_are_two_files() -> None:
    assert names(zipped({"a.jpg": JPEG, "A.JPG": JPEG})) == ["A.JPG", "a.jpg"]


def test_a_zip_with_a_password_is_refused() -> None:
    assert refused(locked(zipped({"a.docx": b"x", "b.jpg": JPEG}))).error == "encrypted"


def test_a_single_file_with_a_password_stops_no_other() -> None:
    data = locked(zipped({"a.docx": b"x", "b.jpg": JPEG}), "a.docx")
    one, other = read(data)
    assert one.error is not None
    assert one.error.error == "encrypted"
    assert one.opaque
    assert other.picture == "JPEG"


def test_a_damaged_file_stops_no_other() -> None:
    data = zipped({"a.jpg": JPEG, "b.jpg": PNG})
    at = data.index(JPEG) + len(JPEG) - 1
    one, other = read(data[:at] + b"\x01" + data[at + 1 :])
    assert one.error is not None
    assert one.error.error == "corrupt"
    assert "重新打包" in one.error.said("zh")
    assert other.picture == "PNG"


def test_a_bomb_is_not_unpacked_and_stops_no_other() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.docx", bytes(8 * 2**20))
        archive.writestr("b.jpg", JPEG)
    one, other = read(stream.getvalue())
    assert one.error is not None
    assert one.error.error == "too-large"
    assert other.picture == "JPEG"


@pytest.mark.parametrize(
    "limits",
    [Limits(members=5), Limits(archive_total_bytes=500), Limits(archive_bytes=500)],
    ids=["members", "all bytes", "bytes"],
)
def test_too_many_and_too_large_files_are_refused(limits: Limits) -> None:
    data = zipped({f"{number}.txt": bytes(100) for number in range(10)})
    with pytest.raises(UnreadableFile) as caught:
        list(read_files(data, "x", limits))
    assert caught.value.error == "too-large"


# ── folders ──────────────────────────────────────────────────────────────────────────────


def test_a_folder_gives_what_a_zip_of_it_gives(tmp_path: Path) -> None:
    files = {"b/1.jpg": JPEG, "制度.docx": document("甲"), "old.doc": OLD_WORD, ".DS_Store": b"x"}
    folder = list(read_files(written(tmp_path, files), "x"))
    assert [(each.name, each.sha256, each.picture) for each in folder] == [
        (each.name, each.sha256, each.picture) for each in read(zipped(files))
    ]


def test_of_a_large_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    written(tmp_path, {"a.jpg": JPEG + bytes(2000), "b.mp4": bytes(2000), "c.pdf": b"%PDF-" * 500})
    picture, film, document_ = read_files(tmp_path, "x", Limits(member_bytes=1000))
    assert (picture.picture, picture.sha256) == ("JPEG", None)
    assert [each.error and each.error.error for each in (film, document_)] == ["too-large"] * 2
    assert (film.opaque, document_.opaque) == (False, True)


def test_a_folder_with_too_many_files_is_refused(tmp_path: Path) -> None:
    written(tmp_path, {"a": b"", "b": b"", "c": b""})
    with pytest.raises(UnreadableFile) as caught:
        list(read_files(tmp_path, "x", Limits(members=2)))
    assert caught.value.error == "too-large"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
def test_links_in_a_circle_end_and_pipes_are_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path, {"a.jpg": JPEG, "in/b.jpg": JPEG})
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.docx")
    assert [each.name for each in read_files(tmp_path, "x")] == ["a.jpg", "in/b.jpg"]


def test_a_folder_inside_that_does_not_open_may_hold_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"a.jpg": JPEG, "closed/b.jpg": JPEG})
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    _, closed = read_files(tmp_path, "x")
    assert closed.name == "closed"
    assert closed.error is not None
    assert closed.opaque
