"""One specification in the layouts that offices give it: every way of writing means the same."""

from collections.abc import Iterator
from itertools import cycle, product
from typing import NamedTuple

from readers.word.word_files import cell, docx, level, listed, paragraph, row, run, table

NAME = "藤椅修复"
DEFINITION = (
    "运用钩针、剪刀等工具和藤皮、藤芯材料，在作坊或室内场所，进行拆旧、编面、收边，修复藤椅的能力。"
)
APPLICANTS = "运用或准备运用本项能力求职、就业的人员。"
OCCUPATION = "6-06-02-04藤制家具工"
TASKS = (
    (
        "检查与拆旧",
        ("查明断藤和松动的部位并作标记", "拆下旧藤，不损伤椅架", "把椅架擦净、晾干"),
        ("藤家具的结构", "拆卸工具的安全使用"),
        25,
    ),
    (
        "选藤与浸泡",
        ("按椅面尺寸选取粗细一致的藤皮", "在温水中浸泡20分钟，弯折不裂"),
        ("藤皮、藤芯的种类与选用",),
        20,
    ),
    (
        "编面",
        ("按六角眼走藤，眼孔大小一致", "接头藏在背面，正面看不见", "面子绷紧，手压不下陷"),
        ("六角眼的编法", "接藤的方法", "椅面松弛的原因与预防"),
        40,
    ),
    ("收边与整理", ("压边平直，钉距不大于3厘米", "修剪藤刺，清理作业台"), ("压边的方法",), 15),
)
REQUIREMENTS = (
    ("申报条件", "达到法定劳动年龄、具有相应技能的劳动者均可申报。"),
    ("考评员构成", "每个考评组由不少于3名考评员组成。"),
    (
        "考核方式与考核时间",
        "采用现场实际操作方式，考核时间为150分钟。实行百分制，60分以上（含60分）为合格。",
    ),
    (
        "鉴定场地设备要求",
        "采光、通风良好的室内场地，每个工位配备作业台、水盆、钩针、剪刀和急救箱。",
    ),
)
HAN = "一二三四五六七八九"
BREAK = "<w:r><w:br/></w:r>"
NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'


class Layout(NamedTuple):
    """How the specification is written."""

    frame: str
    numbers: str
    lines: str
    rows: str
    head: str
    """How 能力名称 and 职业领域 stand above the table."""

    def __str__(self) -> str:
        return ", ".join(self)


FRAMES = (
    *("plain", "page in a table", "table in a table", "boxes", "title in a box", "controls"),
    *("choices", "floating", "one table"),
)
NUMBERS = ("typed", "headings", "items", "automatic")
LINES = (
    *("paragraphs", "line breaks", "halves", "blank lines", "new pages", "wide spaces"),
    *("tabs", "revised"),
)
ROWS = ("task", "operation")
HEADS = ("pairs", "four cells", "paragraphs")
LAYOUTS = tuple(
    Layout(*each, head)
    for each, head in zip(product(FRAMES, NUMBERS, LINES, ROWS), cycle(HEADS), strict=False)
)


def word_file(layout: Layout) -> bytes:
    """Return the specification as a Word file."""
    return docx(_Writer(layout).body(), numbering=_lists())


class _Writer:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._list = 1

    def body(self) -> str:
        title = paragraph(f"{NAME}专项职业能力考核规范")
        if self.layout.frame in {"boxes", "title in a box"}:
            title = _box(title)
        if self.layout.frame == "choices":
            title = _choice(title)
        if self.layout.frame == "one table":
            return title + self._table()
        blocks = [title, *self._before(), self._table(), *self._after()]
        if self.layout.frame == "page in a table":
            return table(row(cell("".join(blocks) + paragraph()))) + paragraph()
        if self.layout.frame == "controls":
            blocks = [f"<w:sdt><w:sdtContent>{each}</w:sdtContent></w:sdt>" for each in blocks]
        between = {"blank lines": paragraph(), "new pages": f"<w:p>{NEW_PAGE}</w:p>"}
        return between.get(self.layout.lines, "").join(blocks)

    def _before(self) -> Iterator[str]:
        for number, (heading, text) in enumerate(
            (("定义", DEFINITION), ("适用对象", APPLICANTS), ("考核内容", ""))
        ):
            part = self._heading(number, heading) + (self._text(text) if text else "")
            framed = {"boxes": _box, "choices": _choice}.get(self.layout.frame)
            yield part if framed is None else framed(part)
        if self.layout.head == "paragraphs":
            yield paragraph(f"能力名称：{NAME}") + paragraph(f"职业领域：{OCCUPATION}")

    def _after(self) -> Iterator[str]:
        yield self._heading(3, "考核要求")
        for number, (heading, text) in enumerate(REQUIREMENTS):
            yield self._heading(number, heading, depth=1) + self._text(text)

    def _heading(self, number: int, text: str, depth: int = 0) -> str:
        if self.layout.numbers in {"headings", "automatic"}:
            mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
            return paragraph(text, mark)
        tab = "<w:r><w:tab/></w:r>" if self.layout.lines == "tabs" else ""
        sign = f"（{HAN[number]}）" if depth else f"{HAN[number]}、"
        return paragraph(run(sign) + tab + run(text))

    def _text(self, text: str) -> str:
        if self.layout.lines == "halves":
            return paragraph("".join(map(run, text)))
        if self.layout.lines == "wide spaces":
            return paragraph(f"\u3000\u3000{text}")
        if self.layout.lines == "revised":
            half = len(text) // 2
            deleted = "<w:del><w:r><w:delText>旧字</w:delText></w:r></w:del>"
            return paragraph(run(text[:half]) + deleted + f"<w:ins>{run(text[half:])}</w:ins>")
        return paragraph(text)

    def _table(self) -> str:
        rows = [*self._head(), row("工作任务", "操作规范", "相关知识", "考核比重")]
        rows += [each for number in range(len(TASKS)) for each in self._task(number)]
        if self.layout.frame == "one table":
            wide = '<w:gridSpan w:val="4"/>'
            around = (
                [row(cell(each, wide)) for each in part] for part in (self._before(), self._after())
            )
            before, after = around
            rows = [*before, *rows, *after]
        floating = (
            '<w:tblpPr w:horzAnchor="margin" w:vertAnchor="text" w:tblpX="100" w:tblpY="50"/>'
        )
        made = table(*rows, properties=floating if self.layout.frame == "floating" else "")
        nested = self.layout.frame == "table in a table"
        return table(row(cell(made + paragraph()))) if nested else made

    def _head(self) -> Iterator[str]:
        pairs = (("能力名称：", NAME), ("职业领域：", OCCUPATION))
        if self.layout.head == "pairs":
            yield row(*(cell(label + text, '<w:gridSpan w:val="2"/>') for label, text in pairs))
        elif self.layout.head == "four cells":
            yield row(*(each for pair in pairs for each in pair))

    def _task(self, number: int) -> Iterator[str]:
        name, operations, knowledge, weight = TASKS[number]
        name = f"（{HAN[number]}）{name}"
        if self.layout.rows == "task":
            written = (cell(self._items(each)) for each in (operations, knowledge))
            yield row(name, *written, f"{weight}%")
            return
        lines = self._separate(operations)
        for index, line in enumerate(lines):
            merge = f"<w:vMerge{'' if index else ' w:val=' + chr(34) + 'restart' + chr(34)}/>"
            known = "" if index else self._items(knowledge)
            yield row(
                cell("" if index else name, merge),
                cell(line),
                cell(known, merge),
                cell("" if index else f"{weight}%", merge),
            )

    def _items(self, texts: tuple[str, ...]) -> str:
        lines = self._separate(texts)
        if self.layout.lines == "line breaks" and self.layout.numbers not in {"items", "automatic"}:
            joined = BREAK.join(run(text) for text in self._numbered(texts))
            return paragraph(joined)
        return "".join(lines)

    def _separate(self, texts: tuple[str, ...]) -> list[str]:
        if self.layout.numbers not in {"items", "automatic"}:
            return [self._text(text) for text in self._numbered(texts)]
        self._list += 1
        mark = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._list}"/></w:numPr>'
        return [paragraph(text, mark) for text in texts]

    @staticmethod
    def _numbered(texts: tuple[str, ...]) -> list[str]:
        return [f"{number}.{text}" for number, text in enumerate(texts, start=1)]


def _lists() -> str:
    headings = listed(
        level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), number=1
    )
    items = "".join(listed(level(0, "%1."), number=number) for number in range(2, 12))
    return headings + items


def _box(inside: str) -> str:
    """Return a text box that hangs on a paragraph of its own."""
    return f"<w:p><w:r>{_shape(inside)}</w:r></w:p>"


def _shape(inside: str) -> str:
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = f'<v:shape style="width:400pt;height:60pt"><v:textbox>{content}</v:textbox></v:shape>'
    return f"<w:pict>{shape}</w:pict>"


def _choice(inside: str) -> str:
    """Return a text box as Word writes it: drawn anew, and as older programs take it."""
    content = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
    drawn = (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="5000000" cy="900000"/><wp:docPr id="1" name="框"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp>{content}</wps:wsp></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{_shape(inside)}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
