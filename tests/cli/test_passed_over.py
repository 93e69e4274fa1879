"""Every file of a folder is judged, named with its reason, or known to be none of our business."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

from specvalidator.cli.files import search
from specvalidator.packs.cases import valid_record
from specvalidator.readers.signatures import HEAD
from specvalidator.readers.unlabelled import may_be_document

Make = Callable[..., Any]
FAULTY = Path(__file__).parents[2] / "examples/06-faults-net-mending.docx"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _zip(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph("会议纪要：讨论了办公用房。")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
WORKBOOK = _zip({"[Content_Types].xml": b"-", "xl/workbook.xml": b"-"})
NONE_OF_OURS = {
    "readme.md": "# 说明".encode(),
    "目录.csv": "序号,项目\n1,编织\n".encode("gb18030"),
    "notes.txt": "规范.docx 已交".encode(),
    "规范.docx.md": b"# notes",
    "build.py": b'HEAD = b"%PDF-1.7"\nPAGE = "<html"\n',
    "settings.toml": b"[tool]\n",
    "report.html": b"<!doctype html><title>Report</title>",
    "data.xml": b'<?xml version="1.0"?><a/>',
    "scan.png": b"\x89PNG\r\n\x1a\n",
    "photo": b"\xff\xd8\xff\xe0",
    "seal.docx.jpg": b"\xff\xd8\xff\xe0",
    "tool.jar": _zip({"META-INF/MANIFEST.MF": b"-", "A.class": b"-"}),
    "arrays.npz": _zip({"a.npy": b"-"}),
    "module.so": b"\x7fELF\x02\x01\x01\0\0\0",
    "song.mp3": b"ID3\x03\0\0\0",
    "Thumbs.db": COMPOUND,
    "empty": b"",
    "__init__.py": b"",
}
DOCUMENTS = {
    "规范": _word(),
    "规范.bak": _word(),
    "规范.docx.1": _word(),
    "规范.txt": _word(),
    "规范.jpg": PDF,
    "scan": PDF,
    "上报": _zip({"甲/规范.docx": _word()}),
    "信": b"{\\rtf1 x}",
    "网页.htm": b'<html xmlns:w="urn:schemas-microsoft-com:office:word">',
    "网页": b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
    "flat": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
}
NOT_READ = {
    "a.rar": b"Rar!\x1a\x07\x01\0",
    "a.7z": b"7z\xbc\xaf\x27\x1c",
    "a.tar.gz": b"\x1f\x8b\x08\0",
    "a.tar": b"a".ljust(257, b"\0") + b"ustar\0" + bytes(300),
    "a.xz": b"\xfd7zXZ\0",
    "资料": b"Rar!\x1a\x07\0",
    "表.xlsx": WORKBOOK,
    "表.data": WORKBOOK,
    "稿.pages": _zip({"Index/Document.iwa": b"-"}),
    "稿.et": COMPOUND,
    "稿.ceb": b"Founder CEB\0\x03",
    "空.rar": b"",
    "规范.docx.crdownload": b"\0\1\2",
}


@pytest.mark.parametrize("name", NONE_OF_OURS)
def test_what_is_no_document_is_counted(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(NONE_OF_OURS[name])
    found = search([tmp_path])
    assert (found.files, found.passed_over) == ((), 1)


@pytest.mark.parametrize("name", [*DOCUMENTS, *NOT_READ])
def test_what_may_be_a_document_is_looked_at(name: str, tmp_path: Path) -> None:
    (tmp_path / "深").mkdir()
    (tmp_path / "深" / name).write_bytes((DOCUMENTS | NOT_READ)[name])
    found = search([tmp_path])
    assert [file.name for file in found.files] == [f"深/{name}"]


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_not_read_is_named_with_its_reason(
    specvalidator: Make, name: str, tmp_path: Path
) -> None:
    record = valid_record("specification")
    (tmp_path / "good.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / name).write_bytes(NOT_READ[name])

    result = specvalidator("check", tmp_path, "--no-config", "--format", "json")
    text = specvalidator("check", tmp_path, "--no-config")

    assert (result.status, text.status) == (3, 3)
    [error] = result.json["errors"]
    assert error["source"]["name"] == name
    assert error["error"] in {"unsupported", "corrupt"}
    assert len(result.json["reports"]) == 1
    assert name in text.out
    assert "没有发现问题" not in text.out


def test_the_catalogue_of_a_run_is_no_document_of_it(tmp_path: Path) -> None:
    from specvalidator.cli.files import Choice  # noqa: PLC0415 - only here

    (tmp_path / "目录.xlsx").write_bytes(WORKBOOK)
    assert len(search([tmp_path]).files) == 1
    assert search([tmp_path], Choice(used=tmp_path / "目录.xlsx")).files == ()


@pytest.mark.parametrize("name", [*NONE_OF_OURS, *NOT_READ])
def test_the_first_bytes_tell(name: str) -> None:
    data = (NONE_OF_OURS | NOT_READ)[name]

    def members() -> frozenset[str]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(each.lower() for each in archive.namelist())

    assert may_be_document(Path(name), data[:HEAD], members) is (name in NOT_READ)


def test_a_zip_that_cannot_be_listed_is_looked_at() -> None:
    assert may_be_document(Path("a.bin"), b"PK\x03\x04", lambda: None)


def test_what_was_written_about_drafts_is_no_draft_until_somebody_writes_on(
    specvalidator: Make, tmp_path: Path
) -> None:
    draft, copy, alone = (tmp_path / f"{name}.docx" for name in ("差", "差（修订）", "别的.批注"))
    draft.write_bytes(FAULTY.read_bytes())
    specvalidator("annotate", draft, "-o", copy, "--suggest")
    specvalidator("annotate", draft, "-o", alone)
    specvalidator("letter", draft, "--out", tmp_path / "意见")
    specvalidator("check", draft, "--format", "xlsx", "-o", tmp_path / "汇总.xlsx")
    (letter,) = (tmp_path / "意见").iterdir()
    completed = docx.Document(str(letter))
    completed.add_paragraph("某某中心，今日")
    completed.save(str(letter))
    result = specvalidator("check", tmp_path, "--format", "json")
    names = [each["source"]["name"] for each in result.json["reports"]]
    assert names == ["别的.批注.docx", "差.docx"]
    assert "不当作稿件" in result.err
    assert all(each in result.err for each in (copy.name, letter.name, "汇总.xlsx"))
    written_on = docx.Document(str(copy))
    written_on.save(str(copy))
    result = specvalidator("check", tmp_path, "--format", "json")
    assert copy.name in {each["source"]["name"] for each in result.json["reports"]}
