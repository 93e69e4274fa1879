"""Drafts of any size for the benchmarks, as Word itself saves them; made on the spot, none kept."""

import io
from collections.abc import Iterator

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_OPERATIONS = (
    "按配方称取面粉、盐和水，误差不超过5克",
    "分次加水，把面团揉到表面光滑、软硬适中",
    "按室温控制饧面时间，面团不起皮",
    "溜条至面筋均匀、有韧性，断条率不超过5%",
)
_KNOWLEDGE = ("面粉的种类与品质鉴别", "食品安全与个人卫生知识", "燃气灶具安全操作知识")
_NEEDS = (
    "面点操作间通风、照明良好，每个工位配备操作台、煮面炉、和面机、电子秤、面盆、灭火器材等，"
    "工位之间相距不小于1.5米，地面防滑，上下水齐全，并有明显的安全出口标志。"
)
_LABELS = ("工作任务", "操作规范", "相关知识", "考核比重")
_LOOKS = (
    '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
)


def draft(tasks: int, *, paragraphs: int = 1, row_for: str = "operation") -> bytes:
    """Return a Word draft.

    Args:
        tasks: how many tasks its table has, each with four operations and three of knowledge.
        paragraphs: how many paragraphs of two lines the last section has.
        row_for: `operation`, a row for each with the other cells merged downwards, or `task`.
    """
    document = docx.Document()
    body = document.element.body
    for block in _blocks(tasks, paragraphs, row_for):
        body.insert(len(body) - 1, parse_xml(block.replace(">", f" {nsdecls('w')}>", 1)))
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def _blocks(tasks: int, paragraphs: int, row_for: str) -> Iterator[str]:
    yield _paragraph("拉面制作专项职业能力考核规范")
    yield _paragraph("一、定义")
    yield _paragraph(
        "运用和面机、案板、煮面炉等工具设备和面粉等原料，在厨房或面点操作间内，"
        "进行和面、溜条、出条、煮制，制作拉面的能力。"
    )
    yield _paragraph("二、适用对象")
    yield _paragraph("运用或准备运用本项能力求职、就业的人员。")
    yield _paragraph("三、能力标准与鉴定内容")
    yield _table(tasks, row_for)
    yield _paragraph("四、鉴定要求")
    yield _paragraph("（一）申报条件")
    yield _paragraph("达到法定劳动年龄、具有相应技能的劳动者均可申报。")
    yield _paragraph("（二）考评员构成")
    yield _paragraph("每个考评组由不少于3名考评员组成。")
    yield _paragraph("（三）鉴定方式与鉴定时间")
    yield _paragraph("现场实际操作，考核时间为90分钟。百分制，60分以上（含60分）为合格。")
    yield _paragraph("（四）鉴定场地设备要求")
    yield from (_paragraph(_NEEDS) for _ in range(paragraphs))


def _table(tasks: int, row_for: str) -> str:
    head = _cell("能力名称：拉面制作    职业领域：4-03-02-02中式面点师", span=4)
    rows = [_row(head), _row(*(_cell(label) for label in _LABELS))]
    for number in range(1, tasks + 1):
        name, weight = f"（{_han(number)}）第{number}道工序", _weight(number, tasks)
        knowledge = tuple(f"{at}.{text}" for at, text in enumerate(_KNOWLEDGE, start=1))
        operations = tuple(f"{at}.{text}" for at, text in enumerate(_OPERATIONS, start=1))
        if row_for == "task":
            rows.append(_row(_cell(name), _cell(*operations), _cell(*knowledge), _cell(weight)))
            continue
        for at, operation in enumerate(operations):
            merge = "continue" if at else "restart"
            texts = ((), ()) if at else ((name,), knowledge)
            rows.append(
                _row(
                    _cell(*texts[0], merge=merge),
                    _cell(operation),
                    _cell(*texts[1], merge=merge),
                    _cell(*([] if at else [weight]), merge=merge),
                )
            )
    grid = '<w:gridCol w:w="2200"/>' * 4
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(*cells: str) -> str:
    return f'<w:tr><w:trPr><w:jc w:val="center"/></w:trPr>{"".join(cells)}</w:tr>'


def _cell(*texts: str, span: int = 1, merge: str = "") -> str:
    looks = '<w:tcW w:w="2200" w:type="dxa"/>'
    looks += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(_paragraph(text) for text in texts) or "<w:p/>"
    return f'<w:tc><w:tcPr>{looks}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'


def _paragraph(text: str) -> str:
    """Return a paragraph in two runs: Word cuts text where typing paused."""
    half = len(text) // 2
    runs = "".join(
        f'<w:r>{_LOOKS}<w:t xml:space="preserve">{part}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )
    return f'<w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/>{_LOOKS}</w:pPr>{runs}</w:p>'


def _weight(number: int, of: int) -> str:
    """Return a share of 100 %; of more than a hundred tasks, in tenths."""
    parts = 100 if of <= 100 else 1000  # noqa: PLR2004 - said above
    share, rest = divmod(parts, of)
    return f"{(share + (number <= rest)) * 100 / parts:g}%"


def _han(number: int) -> str:
    """Return a number below 1000 in Chinese."""
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{digits[tens]}十" if tens > 1 or hundreds else "十"
    elif hundreds and ones:
        words += "零"
    return words + (digits[ones] if ones else "")
