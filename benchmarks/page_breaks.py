"""Whether a long draft gives the record of its Word file wherever the page breaks fall.

    python benchmarks/page_breaks.py [HOW MANY]

Drafts of several layouts are moved down line by line, exported with LibreOffice and read; each
that gives another record than its Word file is named, with what differs.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.shared import Mm, Pt

import specvalidator as sv

_LINES = 50
"""Of a page, by which a draft is moved down."""
_AT_ONCE = 60
_TASKS = (
    ("挑选和清洗竹材", ("能按用途挑选两至三年生、竹节匀称而没有虫眼的毛竹", "能洗净",
                 "能把竹材锯成规定的长度，断面与竹身垂直，不留毛刺，锯完以后把锯末清扫干净"),
     ("毛竹的种类、生长年限与采伐季节的知识", "手锯的安全使用知识")),
    ("破篾与刮篾", ("能破出宽窄一致的篾片。误差不超过1毫米", "能刮去篾黄",
               "能按粗细把篾丝分成三档，分别捆扎，并在每一捆上写明规格和数量"),
     ("篾刀的使用与手部防护", "篾丝粗细分档的方法，以及每一档的用途和保存时应当避免的情形")),
    ("起底", ("能按底的尺寸排布经篾并且用十字交叉的方法固定，底面平整，间距均匀", "能检查"),
     ("十字底和米字底的编法",)),
    ("编身、收口与整形", ("能立起经篾，挑一压一编至规定高度，篮身圆正", "接头藏在里侧，看不见篾头",
                  "收口紧密、不松动", "口沿高低差不超过3毫米，用手摸没有刺手的地方"),
     ("挑压编、绞丝编的要领", "篮身变形的原因与预防", "收口的几种方法和各自适合的产品")),
    ("安装提梁与清理", ("能安装提梁，居中、牢固，承重5千克不松脱", "能修剪余篾，清理作业台"),
     ("提梁的固定方法", "防霉和防蛀的处理知识，其中包括蒸煮和熏制的温度与时间")),
)  # fmt: skip
_BEFORE = (
    "一、定义",
    "运用篾刀、刮刀等工具和毛竹材料，在竹编作坊或室内操作场所，进行破篾、起底、编身、锁口，制作竹篮的能力。",
    "二、适用对象",
    "运用或准备运用本项能力求职、就业的人员。",
    "三、考核内容",
)
_AFTER = (
    "四、考核要求",
    "（一）申报条件",
    "达到法定劳动年龄、具有相应技能的劳动者均可申报。",
    "（二）考评员构成",
    "每个考评组由不少于3名考评员组成，设组长1名，考评员应熟悉竹编工艺并持有证卡。",
    "（三）考核方式与考核时间",
    "采用现场实际操作方式，独立完成一只圆底提篮，考核时间为180分钟。实行百分制，60分以上（含60分）为合格。",
    "（四）鉴定场地设备要求",
    "采光、通风良好的室内场地，每个工位不小于2平方米；配备作业台、坐凳、篾刀、刮刀、匀刀、尺、剪刀和急救箱。",
)
_WEIGHTS = ("15%", "25%", "20%", "30%", "10%")
_LAYOUTS: dict[str, tuple[float, int, str, str]] = {
    # size of the letters, width of the first column in millimetres, numbers of tasks and items
    "usual": (10.5, 28, "（{}）", "{}."),
    "large": (12.0, 25, "（{}）", "{}."),
    "narrow": (12.0, 18, "（{}）", "{}."),
    "plain": (10.5, 28, "", "{}."),
    "bullets": (12.0, 30, "（{}）", "● "),
    "circled": (11.0, 32, "", "（{}）"),
}


def draft(layout: str) -> Document:
    """Return a draft as a Word file in the making."""
    size, width, task_number, item_number = _LAYOUTS[layout]
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(size)
    for line in ("竹篮编织专项职业能力考核规范", *_BEFORE):
        document.add_paragraph(line)
    table = document.add_table(2 + len(_TASKS), 4, "Table Grid")
    table.autofit = False
    head = ("能力名称：竹篮编织", "", "职业领域：5-05-06-05竹藤师", "")
    labels = ("工作任务", "操作规范", "相关知识", "考核比重")
    rows: list[tuple[str, ...]] = [head, labels]
    for index, (name, operations, knowledge) in enumerate(_TASKS):
        number = task_number.format("一二三四五"[index]) if task_number else ""
        written = (_items(each, item_number) for each in (operations, knowledge))
        rows.append((number + name, *written, _WEIGHTS[index]))
    widths = (width, 60, 160 - width - 80, 20)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, share in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(share)
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).merge(table.cell(0, 3))
    for line in _AFTER:
        document.add_paragraph(line)
    return document


def _items(texts: tuple[str, ...], numbered: str) -> str:
    return "\n".join(numbered.format(number) + text for number, text in enumerate(texts, start=1))


def moved(layout: str, lines: int) -> bytes:
    """Return a draft as a Word file, its text some lines further down."""
    document = draft(layout)
    first = document.paragraphs[0]
    for number in range(1, lines + 1):
        first.insert_paragraph_before(f"编写说明第{number}条。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def exported(words: dict[str, bytes], folder: Path, profile: int) -> Iterator[tuple[str, bytes]]:
    """Yield the PDF that LibreOffice makes of each Word file."""
    names = list(words)
    for first in range(0, len(names), _AT_ONCE):
        some = names[first : first + _AT_ONCE]
        for name in some:
            (folder / f"{name}.docx").write_bytes(words[name])
        where = f"-env:UserInstallation={(folder / f'profile{profile}').as_uri()}"
        subprocess.run(  # noqa: S603 - our own files
            ["soffice", where, "--headless", "--convert-to", "pdf", "--outdir", folder,  # noqa: S607 - wherever it is
             *(folder / f"{name}.docx" for name in some)],
            check=True, capture_output=True,
        )  # fmt: skip
        for name in some:
            yield name, (folder / f"{name}.pdf").read_bytes()


def record(data: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return what a draft says."""
    (found,) = sv.read(data)
    return found.model_dump(mode="json")["model"]


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield each place where two records differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() | other.keys():
            yield from differences(one.get(key), other.get(key), f"{path}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (first, second) in enumerate(zip(one, other, strict=True)):
            yield from differences(first, second, f"{path}/{index}")
    elif one != other:
        yield f"{path}: {one!r} in Word, {other!r} in PDF"


def main(most: int) -> int:
    """Print what differs, and return how many do."""
    words = {
        f"{layout}-{lines}": moved(layout, lines) for lines in range(_LINES) for layout in _LAYOUTS
    }
    words = dict(list(words.items())[:most])
    with tempfile.TemporaryDirectory() as made, ThreadPoolExecutor(1) as pool:
        folder = Path(made)
        files = pool.submit(lambda: dict(exported(words, folder, 0))).result()
    wrong = 0
    for name, data in files.items():
        found = sorted(differences(record(words[name]), record(data)))
        wrong += bool(found)
        for each in found[:3]:
            print(f"{name}{each}")
    print(f"{len(files) - wrong} of {len(files)} give the record of their Word file")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else _LINES * len(_LAYOUTS))))
