"""Files of a dossier, and zips and folders of them, made by hand."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from readers.word.word_files import docx, paragraph
from specvalidator import forms
from specvalidator.models import Application, Specification
from specvalidator.packs.cases import valid_record

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PICTURE = (
    "<w:p><w:r><w:drawing><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
    "</w:drawing></w:r></w:p>"
)
"""A paragraph of a Word file that shows a picture."""
RULES = (
    "考核工作管理制度",
    "第一条 考务人员应当在考核开始前检查场地和设备。",
    "第二条 试卷由专人保管，不得提前启封。",
    "第三条 考评员负责按评分标准评判。",
)

Files = Mapping[str, bytes]


@cache
def application(**changes: object) -> bytes:
    """Return a filled application form as a Word file."""
    record = valid_record("dossier")["applications"][0] | changes
    return forms.write(Application.model_validate(record))


@cache
def specification() -> bytes:
    """Return a specification as a Word file."""
    return forms.write(Specification.model_validate(valid_record("specification")))


def document(*lines: str, pictures: int = 0) -> bytes:
    """Return a Word file of these lines, with pictures after them."""
    return docx("".join(map(paragraph, lines)) + PICTURE * pictures)


@cache
def rules() -> bytes:
    """Return the rules for managing assessments as a Word file."""
    return document(*RULES)


def complete() -> dict[str, bytes]:
    """Return the files of a dossier that lacks nothing."""
    return {
        "申请表.docx": application(),
        "照片/操作间.jpg": JPEG,
        "考务管理制度.docx": rules(),
        "拉面制作考核规范.docx": specification(),
    }


def zipped(files: Files) -> bytes:
    """Return a zip of these files, as a program writes it that knows UTF-8."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def zipped_in(encoding: str, files: Files) -> bytes:
    """Return a zip whose names are bytes of this encoding, which it does not name."""
    stream = io.BytesIO()
    names = {}
    with zipfile.ZipFile(stream, "w") as archive:
        for number, (name, content) in enumerate(files.items()):
            raw = name.encode(encoding)
            stand_in = str(number).ljust(len(raw), "Q")
            names[stand_in.encode()] = raw
            archive.writestr(stand_in, content)
    data = stream.getvalue()
    for written_as, raw in names.items():
        assert data.count(written_as) == 2
        data = data.replace(written_as, raw)
    return data


def locked(data: bytes, *names: str) -> bytes:
    """Return a zip in which these members, or all, say that they ask for a password."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        length = int.from_bytes(data[at + 28 : at + 30], "little")
        name = data[at + 46 : at + 46 + length].decode()
        if not names or name in names:
            data = data[: at + 8] + bytes([data[at + 8] | 1]) + data[at + 9 :]
        at = data.find(b"PK\x01\x02", at + 46)
    return data


def written(folder: Path, files: Files) -> Path:
    """Write files into a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
