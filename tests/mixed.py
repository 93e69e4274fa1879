"""Sixty submissions as they come in: several applicants, nested zips, foreign papers, litter."""

from collections.abc import Mapping

from extract.dossier.building import (
    JPEG,
    OLD_WORD,
    PNG,
    RULES,
    application,
    document,
    rules,
    zipped,
)
from extract.dossier.building import specification as draft
from extract.foreign.papers import PAPERS
from specvalidator import forms
from specvalidator.annotation import annotate
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record

NETS, BOATS, SHELLS = "白沙岛网具有限公司", "东岬造船职业培训学校", "沙湾贝雕技工学校"
RAR = b"Rar!\x1a\x07\x01\0"
Tree = Mapping[str, bytes]


def of(name: str) -> bytes:
    """Return the form of an applicant."""
    return application(applicant=name)


def faulty() -> bytes:
    """Return a draft whose weights are no hundred."""
    record = valid_record("specification")
    record["tasks"][0] |= {"weight": "10", "weight_text": "10%"}
    return forms.write(Specification.model_validate(record))


def whole(name: str) -> dict[str, bytes]:
    """Return a dossier that lacks nothing."""
    return {"申请表.docx": of(name), "照片/大门.jpg": JPEG, "考务管理制度.docx": rules()}


def within(folder: str, files: Tree) -> dict[str, bytes]:
    """Return files in a folder."""
    return {f"{folder}/{name}": data for name, data in files.items()}


MIXED: dict[str, bytes] = {
    "1.docx": of("甲岛海带养殖专业合作社"),
    "2.docx": of("乙湾海参育苗有限公司"),
    "制度.docx": document("考核工作管理制度", *RULES[1:]),
    "甲岛海带.jpg": JPEG,
    "乙湾海参.jpg": PNG,
}
"""Papers of two, of which nobody can tell whose the rules are."""
DEEP = {"申请表.docx": of(SHELLS), "附/图.zip": zipped({"再/图.zip": zipped({"1.jpg": JPEG})})}


def submissions() -> dict[str, bytes]:
    """Return what lies in the folder, by its path in it; zips are files."""
    marked = annotate(faulty(), name="稿.docx")
    papers = {
        f"杂{number:02}.docx": data for number, (data, _) in enumerate(PAPERS.values(), start=1)
    }
    return {
        **within("白沙岛", {**whole(NETS), "规范.docx": draft(), "旧材料.rar": RAR}),
        "白沙岛/~$申请表.docx": b"lock",
        "白沙岛/.DS_Store": b"x",
        "东岬/申请表.docx": of(BOATS),
        "东岬/说明.txt": "说明".encode(),
        "沙湾.zip": zipped({**DEEP, "考务管理制度.docx": rules(), "坏.docx": draft()[:-40]}),
        "一批.zip": zipped({**within("甲", whole("甲岛合作社")), "乙/申请表.docx": of("乙湾公司")}),
        "混.zip": zipped(MIXED),
        "锁.rar": RAR,
        "北港/申请表.doc": OLD_WORD,
        "北港/照片/1.jpg": JPEG,
        "北港/考务管理制度.docx": rules(),
        **papers,
        **{f"考核规范来稿/好{n}.docx": draft() for n in range(1, 13)},
        **{f"考核规范来稿/差{n}.docx": faulty() for n in range(1, 6)},
        "考核规范来稿/批注过的稿.docx": marked,
        "考核规范来稿/没有后缀": draft(),
        "考核规范来稿/记录.json": b'{"a": 1}',
        "考核规范来稿/表格.xlsx": zipped({"[Content_Types].xml": b"-", "xl/workbook.xml": b"-"}),
        "考核规范来稿/压缩.7z": b"7z\xbc\xaf\x27\x1c",
        "考核规范来稿/坏.docx": draft()[:-40],
        "考核规范来稿/空.docx": b"",
        "考核规范来稿/~$好1.docx": b"lock",
        "考核规范来稿/门牌.png": PNG,
        "考核规范来稿/台账.csv": "序号,单位\n".encode("gb18030"),
        "考核规范来稿/旧稿.zip": zipped({"好.docx": draft(), "纪要.docx": PAPERS["会议纪要"][0]}),
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "门头.jpg": JPEG,
    }


_GOOD = {f"考核规范来稿/好{n}.docx": "pass" for n in range(1, 13)}
_POOR = {f"考核规范来稿/差{n}.docx": "fail" for n in range(1, 6)}
EXPECTED: Mapping[str, str] = {
    "白沙岛/申请表.docx": "pass",
    "白沙岛/照片/大门.jpg": "in a dossier",
    "白沙岛/考务管理制度.docx": "in a dossier",
    "白沙岛/规范.docx": "pass",
    "白沙岛/旧材料.rar": "unsupported",
    "白沙岛/.DS_Store": "in a dossier",  # and how many such files there are
    "东岬/申请表.docx": "pass",
    "东岬/说明.txt": "in a dossier",
    "沙湾.zip/申请表.docx": "pass",
    "沙湾.zip/附/图.zip/再/图.zip/1.jpg": "in a dossier",
    "沙湾.zip/考务管理制度.docx": "in a dossier",
    "沙湾.zip/坏.docx": "corrupt",
    "一批.zip/甲/申请表.docx": "pass",
    "一批.zip/甲/照片/大门.jpg": "in a dossier",
    "一批.zip/甲/考务管理制度.docx": "in a dossier",
    "一批.zip/乙/申请表.docx": "pass",
    "混.zip/1.docx": "pass",
    "混.zip/2.docx": "pass",
    "混.zip/制度.docx": "in a dossier",
    "混.zip/甲岛海带.jpg": "in a dossier",
    "混.zip/乙湾海参.jpg": "in a dossier",
    "锁.rar": "unsupported",
    "北港/申请表.doc": "unsupported",
    "北港/照片/1.jpg": "in a dossier",
    "北港/考务管理制度.docx": "in a dossier",
    **{f"杂{number:02}.docx": "unrecognised" for number in range(1, len(PAPERS) + 1)},
    **_GOOD,
    **_POOR,
    "考核规范来稿/批注过的稿.docx": "fail",
    "考核规范来稿/没有后缀": "pass",
    "考核规范来稿/表格.xlsx": "unsupported",
    "考核规范来稿/压缩.7z": "unsupported",
    "考核规范来稿/坏.docx": "corrupt",
    "考核规范来稿/空.docx": "corrupt",
    "考核规范来稿/旧稿.zip/好.docx": "pass",
    "考核规范来稿/旧稿.zip/纪要.docx": "unrecognised",
}
"""What becomes of each file: the verdict on its form, why it was not read, or where it belongs."""
DOSSIERS: Mapping[str, str] = {
    "白沙岛": "review",
    "东岬": "fail",
    "沙湾.zip": "review",
    "一批.zip/甲": "pass",
    "一批.zip/乙": "fail",
    "混.zip 甲岛海带养殖专业合作社": "review",
    "混.zip 乙湾海参育苗有限公司": "review",
    "北港": "review",
}
"""The verdict on each dossier; of several of one name with its applicant."""
COUNTED = (
    "考核规范来稿/记录.json",
    "考核规范来稿/~$好1.docx",
    "考核规范来稿/门牌.png",
    "考核规范来稿/台账.csv",
    "Thumbs.db",
    "门头.jpg",
)
"""Files that are none of our business, of which only the number is said."""
LITTER = ("白沙岛/~$申请表.docx", "白沙岛/.DS_Store")
"""What systems leave inside dossiers."""
