"""Word files that are long in one way each; `LONG[way](count)` has `count` of it."""

from collections.abc import Callable

from readers.word.word_files import cell, control, docx, paragraph, row, run, style, table


def _repeated(part: str) -> Callable[[int], bytes]:
    return lambda count: docx(part * count)


def _in_one_paragraph(part: str) -> Callable[[int], bytes]:
    return lambda count: docx(paragraph(part * count))


def _merged_column(count: int) -> bytes:
    start = row(cell("甲", '<w:vMerge w:val="restart"/>'), "乙")
    more = row(cell("", "<w:vMerge/>"), "乙")
    return docx(table(start, *[more] * count))


def _text_under_a_merged_column(count: int) -> bytes:
    return docx(table(*[row(cell("甲", "<w:vMerge/>"))] * count))


def _styles_by_name(count: int) -> bytes:
    names = [f"s{index}" for index in range(count)]
    return docx(
        "".join(paragraph("甲", f'<w:pStyle w:val="{name}"/>') for name in names),
        styles="".join(style(name) for name in reversed(names)),
    )


LONG: dict[str, Callable[[int], bytes]] = {
    "paragraphs": _repeated(paragraph(run("甲") + "<w:ins>" + run("乙") + "</w:ins>")),
    "controls": _repeated(control(paragraph("甲"))),
    "joined paragraphs": _repeated(paragraph("甲", '<w:rPr><w:del w:id="1"/></w:rPr>')),
    "paragraphs with a hidden end": _repeated(paragraph("甲", "<w:rPr><w:vanish/></w:rPr>")),
    "tables": _repeated(table(row("甲", cell("乙", "<w:vMerge/>")))),
    "styles that are not there": _repeated('<w:p><w:pPr><w:pStyle w:val="无"/></w:pPr></w:p>'),
    "styles by name": _styles_by_name,
    "a merged column": _merged_column,
    "text under a merged column": _text_under_a_merged_column,
    "fields without an end": _in_one_paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    "fields inside results": _in_one_paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    ),
    "boxes": _in_one_paragraph("<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"),
}
