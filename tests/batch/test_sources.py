"""What an archive may be: folders, patterns, lists, zips, addresses."""

import os
import threading
import zipfile
from pathlib import Path

import fsspec
import pytest

from batch.deeds import work
from batch.making import judge, lines, records, rows
from specvalidator.batch.archives import ZipArchive
from specvalidator.batch.documents import BadArchive
from specvalidator.batch.remote import RemoteFiles
from specvalidator.cli.archives import archive
from specvalidator.cli.terminal import WrongUsage
from specvalidator.errors import UnreadableFile
from specvalidator.readers.limits import Limits

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = (EXAMPLES / "01-bamboo-basket.docx").read_bytes()
LIMITS = Limits()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as archives are: documents at several depths, and other things."""
    place = tmp_path / "in"
    for name in ("b/拉面.docx", "a.docx", "~$a.docx", ".hidden/x.docx", "b/副本", "z.DOCX"):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(DRAFT)
    records(place / "records", 2, first=1)
    (place / "b" / "notes.md").write_text("# notes", encoding="utf-8")
    (place / "b" / "资料.rar").write_bytes(b"Rar!\x1a\x07\x01\0")
    (place / "package.json").write_text('{"name": "x", "version": "1", "private": true}')
    return place


FOUND = [
    *("a.docx", "b/副本", "b/拉面.docx", "b/资料.rar"),
    *("records/0001.json", "records/0002.json", "z.DOCX"),
]


def zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                whole.write(file, file.relative_to(folder).as_posix())
    return path


def names(source: str) -> list[str]:
    return [document.name for document in archive(source, LIMITS, "zh")]


def test_a_folder_gives_its_documents_by_path(folder: Path) -> None:
    assert names(str(folder)) == FOUND


def test_a_zip_gives_the_same(folder: Path, tmp_path: Path) -> None:
    assert names(str(zipped(folder, tmp_path / "all.zip"))) == FOUND


def test_members_are_not_mixed_up_where_folders_stand_among_them(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as whole:
        whole.mkdir("甲")
        whole.writestr("甲/a.docx", b"first")
        whole.mkdir("乙")
        whole.writestr("乙/b.docx", b"second")

    found = {each.name: each.address.load(LIMITS) for each in archive(str(path), LIMITS, "zh")}

    assert found == {"甲/a.docx": b"first", "乙/b.docx": b"second"}


def test_an_address_gives_the_same(folder: Path) -> None:
    assert names(f"file://{folder}") == FOUND


def test_an_archive_at_an_address_gives_the_same(folder: Path, tmp_path: Path) -> None:
    assert names(f"zip://::file://{zipped(folder, tmp_path / 'all.zip')}") == FOUND


def test_a_pattern_gives_what_it_fits(folder: Path) -> None:
    assert names(f"{folder}/**/*.docx") == ["a.docx", "拉面.docx"]
    assert names(f"file://{folder}/*/*.docx") == ["b/拉面.docx"]


def test_a_list_names_documents_as_seen_from_its_folder(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(
        f"\ufeff# 草稿\n{folder.name}/z.DOCX\n\nin/b/拉面.docx\n/nowhere/gone.docx\n",
        encoding="utf-8",
    )

    assert names(str(listed)) == ["z.DOCX", "拉面.docx", "gone.docx"]


def test_standard_input_may_be_the_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "listed").write_text(f"{folder}/a.docx\n", encoding="utf-8")
    with (folder / "listed").open(encoding="utf-8") as listed:
        monkeypatch.setattr("sys.stdin", listed)
        assert names("-") == ["a.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_in_a_list_is_read_once(folder: Path) -> None:
    pipe = folder / "pipe.docx"
    os.mkfifo(pipe)
    content = (folder / "a.docx").read_bytes()
    (folder / "listed.txt").write_text("pipe.docx\n", encoding="utf-8")
    writer = threading.Thread(target=pipe.write_bytes, args=(content,))
    writer.start()
    [document] = archive(str(folder / "listed.txt"), LIMITS, "zh")
    writer.join()
    assert document.address.load(LIMITS) == content


@pytest.mark.parametrize("how", ["folder", "zip", "address", "archive at an address"])
def test_every_source_gives_the_same_results(folder: Path, tmp_path: Path, how: str) -> None:
    whole = zipped(folder, tmp_path / "all.zip")
    source = {
        "folder": str(folder),
        "zip": str(whole),
        "address": f"file://{folder}",
        "archive at an address": f"zip://::file://{whole}",
    }[how]
    judge(archive(source, LIMITS, "zh"), tmp_path / "out", work(), count=how != "folder")
    judge(archive(str(folder), LIMITS, "zh"), tmp_path / "plain", work())

    assert lines(tmp_path / "out") == lines(tmp_path / "plain")
    assert [each["file"] for each in rows(tmp_path / "out", "documents", "file")] == FOUND


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gbk.zip"
    info = zipfile.ZipInfo("xxxx.docx")
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr(info, DRAFT)
    path.write_bytes(path.read_bytes().replace(b"xxxx.docx", "拉面".encode("gbk") + b".docx"))

    assert [each.name for each in ZipArchive(path, LIMITS)] == ["拉面.docx"]


HOSTILE = [
    pytest.param("../x.docx", DRAFT, "corrupt", id="it leads out of the archive"),
    pytest.param("bomb.docx", bytes(2**24), "too-large", id="a bomb"),
]


@pytest.mark.parametrize(("name", "data", "error"), HOSTILE)
def test_a_hostile_member_is_refused_and_stops_no_other(
    tmp_path: Path, name: str, data: bytes, error: str
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, data)
        whole.writestr("good.docx", DRAFT)
    summary = judge(ZipArchive(path, LIMITS), tmp_path / "out", work())

    assert summary.errors == {error: 1}
    assert summary.submissions == 1


def test_a_damaged_member_is_refused_and_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("a.docx", DRAFT)
        whole.writestr("b.docx", DRAFT)
    data = bytearray(path.read_bytes())
    data[200] ^= 0xFF
    path.write_bytes(data)
    summary = judge(ZipArchive(path, LIMITS), tmp_path / "out", work())

    assert summary.errors == {"corrupt": 1}
    assert summary.submissions == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"no zip"])
def test_what_is_no_zip_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)

    with pytest.raises(BadArchive, match=r"x\.zip"):
        ZipArchive(path, LIMITS)


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("a.docx", DRAFT)
        with pytest.warns(UserWarning, match="Duplicate"):
            whole.writestr("a.docx", DRAFT)

    with pytest.raises(BadArchive, match=r"a\.docx"):
        ZipArchive(path, LIMITS)


def test_an_address_that_nothing_answers_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadArchive, match="FileNotFoundError"):
        RemoteFiles(f"file://{tmp_path}/none", LIMITS)
    with pytest.raises(BadArchive, match="ValueError"):
        RemoteFiles("nosuchprotocol://x", LIMITS)


def test_a_file_that_cannot_be_fetched_is_said_without_its_address() -> None:
    system = fsspec.filesystem("memory")
    system.pipe("/secret/a.docx", DRAFT)
    (document,) = RemoteFiles("memory://secret", LIMITS)
    system.rm("/secret/a.docx")

    with pytest.raises(UnreadableFile) as refused:
        document.address.load(LIMITS)
    assert "FileNotFoundError" in refused.value.words.en
    assert "secret" not in refused.value.words.en


def test_nothing_to_judge_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        archive(str(tmp_path), LIMITS, "zh")
    with pytest.raises(WrongUsage):
        archive(f"{tmp_path}/*.docx", LIMITS, "zh")


def test_a_list_that_is_no_text_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(WrongUsage):
        archive(str(path), LIMITS, "zh")
