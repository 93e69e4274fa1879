"""What stands in a marked copy, read with zipfile and lxml alone; and drafts to mark."""

import io
import zipfile
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from readers.word.word_files import cell, docx, paragraph, row, table, zipped
from specvalidator import annotate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {"w": W.strip("{}")}

TITLE = "拉面制作专项职业能力考核规范"
DEFINITION = "运用面案和炉灶，在厨房环境下，进行和面、拉面、煮面，制作拉面的能力。"
APPLICANTS = "运用或准备运用本项能力求职、就业的人员。"
HEAD = row(cell("能力名称：拉面制作    职业领域：4-03-02-02中式面点师", '<w:gridSpan w:val="4"/>'))
COLUMNS = row("工作任务", "操作规范", "相关知识", "考核比重")
TASKS = (
    ("（一）和面", "1.水温适宜", "1.食品卫生知识", "30%"),
    ("（二）拉面", "1.粗细均匀", "1.拉面的手法", "40%"),
    ("（三）煮面", "1.软硬适中", "1.火候知识", "30%"),
)
REQUIREMENTS = (
    "（一）申报条件",
    "达到法定劳动年龄、具有相应技能的劳动者均可申报。",
    "（二）考评员构成",
    "每个考评组不少于3名考评员。",
    "（三）考核方式与考核时间",
    "现场实际操作，考核时间90分钟。百分制，60分以上为合格。",
    "（四）鉴定场地设备要求",
    "厨房，配备面案、炉灶、锅具。",
)


class Mark(NamedTuple):
    """A comment: what it says, and the words that it covers."""

    rule: str
    words: str
    text: str


def members(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def signed(data: bytes, author: str) -> bytes:
    """Return a file whose remarks of ours bear another name: to us, tracked changes of anybody."""
    return zipped(
        {
            name: content.replace("规范校验".encode(), author.encode())
            for name, content in members(data).items()
        }
    )


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(members(data)[name])


def marks(data: bytes, document: str = "word/document.xml") -> list[Mark]:
    """Return our comments in the order in which they are hung into the text."""
    root = part(data, document)
    comments = part(data, document.replace("document", "comments"))
    said = {
        each.get(W + "id"): "\n".join(
            "".join(text.text or "" for text in line.iter(W + "t")) for line in each.iter(W + "p")
        )
        for each in comments.iter(W + "comment")
        if each.get(W + "author") == "规范校验"
    }
    hung = [each.get(W + "id") for each in root.iter(W + "commentReference")]
    assert sorted(hung, key=str) == sorted(set(hung), key=str)
    return [
        Mark(said[number].split("规则：")[1].split("\n")[0], covered(root, number), said[number])
        for number in hung
        if number in said
    ]


def covered(root: etree._Element, number: str | None) -> str:
    """Return the text between the two marks of a comment, a line for each paragraph."""
    words: list[str] = []
    is_inside = False
    for each in root.iter():
        own = each.get(W + "id") == number
        if each.tag == W + "commentRangeStart" and own:
            assert not is_inside
            is_inside = True
        elif each.tag == W + "commentRangeEnd" and own:
            assert is_inside
            return "".join(words)
        elif is_inside and each.tag == W + "p":
            words.append("\n")
        elif is_inside and each.tag in (W + "t", W + "delText"):
            words.append(each.text or "")
    raise AssertionError(f"comment {number} has no range")


def marked(data: bytes) -> dict[str, str]:
    """Mark a file; return the words that each rule's comment covers (rules that speak once)."""
    return {mark.rule: mark.words for mark in marks(annotate(data))}


def rows(tasks: Iterable[tuple[str, ...]] = TASKS) -> str:
    """Return the rows of tasks."""
    return "".join(row(*each) for each in tasks)


def body(
    *,
    title: str = paragraph(TITLE),
    definition: str = paragraph(DEFINITION),
    applicants: str = paragraph(APPLICANTS),
    content: str | None = None,
    requirements: Iterable[str] = REQUIREMENTS,
) -> str:
    """Return the body of a specification without a fault, but for what is said."""
    return "".join(
        (
            title,
            paragraph("一、定义"),
            definition,
            paragraph("二、适用对象"),
            applicants,
            paragraph("三、考核内容"),
            table(HEAD, COLUMNS, rows()) if content is None else content,
            paragraph("四、考核要求"),
            *(each if each.startswith("<") else paragraph(each) for each in requirements),
        )
    )


def tasks(*changed: tuple[str, ...]) -> str:
    """Return the content table with other tasks."""
    return table(HEAD, COLUMNS, rows(changed))


def draft(body: str) -> bytes:
    """Return a Word file."""
    return docx(body)
