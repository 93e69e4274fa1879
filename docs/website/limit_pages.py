"""The bounds of `--limit`, made of their definitions: name, usual value, what it means."""

from collections.abc import Iterator, Mapping

from sphinx.pycode import ModuleAnalyzer

from specvalidator.cli.limits import NAMES
from specvalidator.readers.limits import DEFAULT
from specvalidator.wording import Lang, Words
from website.markdown import LANGS, file_name, page, plain, switch, table

_GROUPS = {"pdf": "PdfLimits", "scan": "ScanLimits"}
"""Limits of one kind of file, each with the class that defines them."""
_IN_CHINESE: Mapping[str, str] = {
    "file_bytes": "一份文件的大小",
    "members": "压缩包内的文件数，或文件夹中的文件数",
    "member_bytes": "压缩包内一个文件解压后的大小",
    "total_bytes": "一份文件内各部分解压后的总大小",
    "ratio": "压缩包内一个文件解压后最多是原来的几倍",
    "ratio_from": "解压后小于这个大小的，不看倍数",
    "archive_bytes": "申报材料压缩包的大小",
    "archive_total_bytes": "申报材料压缩包内各文件解压后的总大小",
    "nested_archives": "压缩包里逐层打开的压缩包的层数，不算提交的那一个",
    "enclosed_bytes": "申报材料中一份文件的大小",
    "part_bytes": "要读取的一个部分解压后的大小",
    "all_part_bytes": "要读取的各部分解压后的总大小，申报材料中的文件合计",
    "marks": "一份文件的标签和属性数",
    "all_marks": "申报材料中各文件的标签和属性合计",
    "blocks": "段落、表格行和单元格数",
    "characters": "字数，包括看不见的",
    "depth": "表格、文本框层层嵌套的层数，更深的不读，并注明",
    "columns": "表格的列数",
    "record_bytes": "一条 JSON 记录的大小",
    "record_depth": "JSON 记录层层嵌套的层数",
    "entries": "JSON 记录中各列表（如工作任务、考生）的项数合计",
    "rows": "一条记录中项目、管理人员、考评员或督导员的人数",
    "forms": "一个文件里的材料份数，压缩包内合计；一个省的汇编约有一百三十份",
    "findings": "一个文件各份报告中的问题总数；差的稿件约有四十处",
    "report_bytes": "一个文件各份报告中的问题写成 JSON 的字节数，粗略计算",
    "seconds": "单独的进程读一份文件最多用多少秒",
    "cpu_seconds": "单独的进程最多计算多少秒（Windows 除外）",
    "memory_bytes": "单独的进程最多占用多少内存（Windows 除外）",
    "pdf.pages": "页数",
    "pdf.characters": "一页的字数",
    "pdf.objects": "一页上线、框、图片和文字段的个数",
    "pdf.all_characters": "各页字数合计",
    "pdf.all_objects": "各页线、框、图片和文字段合计",
    "pdf.units": "一页上横线数乘以竖线数",
    "pdf.all_units": "上一项各页合计",
    "pdf.tables": "一页的表格数",
    "pdf.cells": "各表格的单元格合计",
    "pdf.comparisons": "字与线、底色逐一比较的次数",
    "pdf.content_bytes": "一页内容解压后的大小",
    "pdf.data_bytes": "一幅图片或一个字体解压后的大小",
    "pdf.all_bytes": "全部数据解压后的大小",
    "pdf.depth": "图形层层嵌套的层数，更深的不读，并注明",
    "pdf.picture_pixels": "一页的图像有多少像素",
    "pdf.picture_bytes": "各页图像的总大小，以后的页不再出图像",
    "pdf.image_pixels": "页上一幅图片有多少像素，更大的不画",
    "pdf.drawing_seconds": "画各页图像最多用多少秒，以后的页不再出图像",
    "pdf.looks": "为看清哪些字看得见最多画多少页，以后的页上如有疑问，请人工查看",
    "pdf.looking_seconds": "画这些页最多用多少秒",
    "scan.pages": "一份文件最多识别的图像页数",
    "scan.pixels": "一页图像的像素，按文件头所写",
    "scan.page_seconds": "识别每一页可另外计算多少秒",
    "scan.first_seconds": "识别程序启动可另外计算多少秒",
    "scan.memory_bytes": "识别时可另外占用的内存",
    "scan.address_bytes": "识别时可另外占用的地址空间，程序库预留的多于实际使用的",
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of all limits in both languages.

    Raises:
        LookupError: a limit has no words in Chinese.
    """
    for lang in LANGS:
        yield file_name("limits", lang), _page(lang)


def _page(lang: Lang) -> str:
    head = Words("名称|通常的值|含义", "name|usual value|meaning").said(lang).split("|")
    return page(
        Words("# 限制", "# Limits").said(lang),
        switch("limits", lang),
        Words(
            "读取一份文件最多可占用多少，超过的按“过大”（`too-large`）或“超时”（`timeout`）处理，"
            "不影响其他文件。通常不必改动。命令行用 `--limit 名称=数值`，K、M、G 表示 1024 的倍数，"
            "如 `--limit pdf.pages=20`；Python 中用 `sv.Limits`。\n",
            "How much a file may ask of the machine; one that asks more is refused as `too-large` "
            "or `timeout`, and stops no other. There is seldom a need to change them: "
            "`--limit NAME=VALUE` on the command line, where K, M and G are multiples of 1024, "
            "such as `--limit pdf.pages=20`; `sv.Limits` in Python.\n",
        ).said(lang),
        table(head, ([f"`{name}`", _value(name), _meaning(name, lang)] for name in NAMES)),
    )


def _value(name: str) -> str:
    group, _, own = name.rpartition(".")
    value: int = getattr(getattr(DEFAULT, group) if group else DEFAULT, own)
    for unit, size in (("G", 2**30), ("M", 2**20), ("K", 2**10)):
        if name.endswith(("bytes", "ratio_from", "pixels")) and value % size == 0:
            return f"{value // size}{unit}"
    return f"{value:,}".replace(",", " ")


def _meaning(name: str, lang: Lang) -> str:
    if lang == "zh":
        if name not in _IN_CHINESE:
            raise LookupError(f"limit_pages.py says nothing in Chinese about {name}")
        return _IN_CHINESE[name]
    group, _, own = name.rpartition(".")
    holder = _GROUPS[group] if group else "Limits"
    said = ModuleAnalyzer.for_module("specvalidator.readers.limits").find_attr_docs()
    return plain(" ".join(said[holder, own]).strip())
