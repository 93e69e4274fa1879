"""What the reader has to say about a value, in words that a drafter understands."""

from specvalidator.document import Document, Unread
from specvalidator.extra import ExtraField
from specvalidator.places import PdfPlace, WordPlace
from specvalidator.submission import Remark, Submission
from specvalidator.wording import Words

_CALLED: dict[str, Words] = {
    "picture": Words("图片", "a picture"),
    "drawing": Words("手写的笔迹、图章或图形", "something drawn or stamped"),
    "object": Words("嵌入的对象", "an embedded object"),
    "garbled": Words("无法识别的字符", "letters that cannot be made out"),
    "field": Words("没有结果的域或控件", "a field or control without a result"),
    "covered": Words("被遮盖的文字", "text that is covered"),
    "unseen": Words("页面上看不到的文字", "text that the page does not show"),
}
_PARTS: dict[str, Words] = {
    "embedded-file": Words("嵌入的文件", "an embedded file"),
    "subdocument": Words("引用的子文档", "a subdocument"),
    "nested-too-deep": Words("嵌套过深的表格或文本框", "tables or text boxes nested too deep"),
    "table-too-wide": Words("列数过多的表格", "a table with too many columns"),
    "note": Words("表格内容的脚注或尾注", "a note on what stands in a table"),
    "scan": Words("扫描的页面", "a scanned page"),
    "cut-off": Words("缺失的文件末尾", "the end of the file, which is missing"),
    "damaged": Words("损坏的页面", "a damaged page"),
    "object": Words("无法识别的内容", "something that cannot be made out"),
    "xfa-form": Words("XFA动态表单", "an XFA form"),
    "garbled-text": Words("无法识别的字符", "letters that cannot be made out"),
    "blurred": Words("看不清的页面", "a page that is not clear enough to be read"),
    "unclear-lines": Words(
        "看不清的表格线（格子可能分错）",
        "lines of a table that are not clear (its cells may be parted wrongly)",
    ),
    "struck-words": Words(
        "画线划去的文字（划去多少可能认错）",
        "words that are struck out (how many may be misread)",
    ),
    "crossed-words": Words(
        "被笔迹或图章压住的文字（可能认错）",
        "words that a pen or a seal crosses (they may be misread)",
    ),
    "unseen-text": Words("可能看不到的文字", "text that perhaps cannot be seen"),
}
"""The words readers have for parts that they could not read."""
_LEFT_OUT: dict[str, Words] = {
    "struck-out": Words("划去的文字", "struck-out text"),
    "watermark": Words("水印", "a watermark"),
}
"""The words readers have for text on the page that is no part of what it says."""
_LONGEST_QUOTE = 20


def misprint(path: str, written: str, meant: str) -> Remark:
    """Say that a label was recognised in spite of a slip; "" where it is not written at all."""
    if not written:
        return Remark(
            kind="misprint",
            path=path,
            message=Words(
                f"有一栏没有写栏目名称，已按“{meant}”读取。",
                f"A column has no heading and was read as “{meant}”.",
            ),
        )
    return Remark(
        kind="misprint",
        path=path,
        slip=(written, meant),
        message=Words(
            f"“{written}”应为“{meant}”，已按“{meant}”读取。",
            f"“{written}” should be “{meant}” and was read as such.",
        ),
    )


def doubt(path: str, words: Words) -> Remark:
    """Say that a value could not be read."""
    return Remark(kind="doubt", path=path, message=words)


def unreadable(path: str, what: Words, why: Unread) -> Remark:
    """Say that where a value should be stands something that is no text."""
    called = _CALLED[why]
    return doubt(
        path,
        Words(
            f"“{what.zh}”处是{called.zh}，没有可以读取的文字。",
            f"Where {what.en} should be there is {called.en}, and no text that can be read.",
        ),
    )


def unknown_heading(path: str, what: Words, headings: list[str]) -> Remark:
    """Say that a part is not found, but may stand under a heading in other words."""
    said = "、".join(f"“{_shortened(each)}”" for each in headings)
    return doubt(
        path,
        Words(
            f"没有看到“{what.zh}”，不知{said}下写的是不是，请核对。",
            f"There is no {what.en}; please see whether that is what stands under {said}.",
        ),
    )


def unknown_columns(path: str, absent: list[str], headings: list[str]) -> Remark:
    """Say that columns are not found, but may stand under headings in other words."""
    missing = "".join(f"“{each}”" for each in absent)
    said = "".join(f"“{_shortened(each)}”" for each in headings)
    return doubt(
        path,
        Words(
            f"考核内容表中没有看到{missing}栏，不知{said}栏是不是，请核对。",
            f"The content table has no column {missing}; please see whether {said} is what is "
            "meant.",
        ),
    )


def unread_part(called: str, place: WordPlace | PdfPlace | None = None) -> Remark:
    """Say that a part of the file could not be read.

    Args:
        called: the reader's word for what it is.
        place: where it stands, if anywhere.
    """
    what = _PARTS.get(called, Words(called, called))
    at = (
        Words("", "")
        if place is None
        else Words(f"（{place.said('zh')}）", f" ({place.said('en')})")
    )
    return doubt(
        "",
        Words(
            f"文件中有未能读取的内容：{what.zh}{at.zh}。其中如有应填写的内容，未计入。",
            f"A part of the file could not be read: {what.en}{at.en}. What it may say was not "
            "counted.",
        ),
    )


def in_the_margin(path: str, text: str) -> Remark:
    """Say that a header or footer may say what the form itself does not."""
    quote = _shortened(text)
    return doubt(
        path,
        Words(
            f"正文中没有这一项，页眉或页脚写有“{quote}”，未作为内容读取。",
            f"The text does not say this; a header or footer says “{quote}”, which was not read.",
        ),
    )


def hidden(path: str, texts: list[str]) -> Remark:
    """Say that the file holds text which the page does not show."""
    quote = _shortened(texts[0])
    number = len(texts)
    return Remark(
        kind="hidden",
        path=path,
        message=Words(
            f"文件中有{number}处页面上看不到的隐藏文字（如“{quote}”），未作为内容读取。",
            f"The file holds hidden text in {number} place{'s' if number > 1 else ''} (such as "
            f"“{quote}”) that the page does not show; it was not read.",
        ),
    )


def left_out(called: str, found: list[tuple[WordPlace | PdfPlace, str]]) -> Remark:
    """Say that text on the page was not read.

    Args:
        called: the reader's word for what it is.
        found: each text and its place, at least one.
    """
    what = _LEFT_OUT.get(called, Words(called, called))
    place, text = found[0]
    quote = _shortened(text)
    more = len({text for _, text in found}) > 1
    where = f"{'On' if isinstance(place, PdfPlace) else 'In'} {place.said('en')}"
    return Remark(
        kind="hidden",
        path="",
        message=Words(
            f"{place.said('zh')}有{what.zh}（“{quote}”{'等' if more else ''}），未作为内容读取。",
            f"{where} is {what.en} (“{quote}”{' and more' if more else ''}); it was not read.",
        ),
    )


def invisible(names: list[tuple[str, str]]) -> Remark:
    """Say that letters nobody sees were taken out of names.

    Args:
        names: path and name of each, at least one.
    """
    path, name = names[0]
    quote, number = _shortened(name), len(names)
    more = Words("", "") if number == 1 else Words(f"等{number}处", f" and {number - 1} more")
    return Remark(
        kind="hidden",
        path=path,
        message=Words(
            f"“{quote}”{more.zh}中夹有看不见的字符，读取时已去掉。",
            f"Invisible letters stood in “{quote}”{more.en}; they were left out.",
        ),
    )


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


UNKNOWN_TABLE = Words(
    "“考核内容”部分有表格，但认不出“工作任务”“操作规范”“相关知识”“考核比重”这些栏目。",
    "There is a table under 考核内容, but the columns 工作任务, 操作规范, 相关知识 and 考核比重 "
    "cannot be told in it.",
)
TYPED_TABLE = Words(
    "考核内容是用制表符排列的文字，不是表格，无法确定哪些文字属于哪一栏。",
    "The content is text between tabs and no table; what of it belongs to which column cannot be "
    "told.",
)
UNLABELLED_REQUIREMENTS = Words(
    "“考核要求”下的文字没有分项标题，无法判断哪些是申报条件、考评员构成、考核方式与考核时间、"
    "鉴定场地设备要求。",
    "The text under 考核要求 has no headings of its own; what of it is 申报条件, 考评员构成, "
    "考核方式与考核时间 and 鉴定场地设备要求 cannot be told.",
)
TWO_TABLES = Words(
    "有两个内容不同的考核内容表，且编号不相接，无法判断以哪一个为准。",
    "There are two different content tables whose numbers do not run on; which one counts cannot "
    "be told.",
)
SHARED_WEIGHT = Words(
    "几项工作任务合用一个考核比重单元格，无法判断各项的比重。",
    "Several tasks share one cell for their weight; the weight of each cannot be told.",
)
SEVERAL_WEIGHTS = Words(
    "这项工作任务写了几个考核比重，无法判断以哪一个为准。",
    "Several weights are written for this task; which one counts cannot be told.",
)
MERGED_COLUMNS = Words(
    "这项工作任务的“操作规范”与“相关知识”合并在一个单元格里，无法分开。",
    "Operations and knowledge of this task stand in one merged cell and cannot be told apart.",
)
SEVERAL_OCCUPATIONS = Words(
    "“职业领域”写了几个职业编码，无法判断以哪一个为准。",
    "Several occupation codes are written; which one counts cannot be told.",
)


def unfound(path: str, called: Words) -> Remark:
    """Say that the label of a field was not found, so that its value may stand elsewhere."""
    return doubt(
        path,
        Words(
            f"没有找到“{called.zh}”一栏，请看是否写在别处，或者用了别的栏目名称。",
            f"No label {called.en} was found; see whether it stands elsewhere or under another "
            "name.",
        ),
    )


def no_number(path: str, called: Words, written: str) -> Remark:
    """Say that what stands there is not the number that it should be."""
    return doubt(
        path,
        Words(
            f"“{called.zh}”写作“{written}”，无法读成一个数。",
            f"{called.en} is written “{written}”, which cannot be read as one number.",
        ),
    )


def no_value(path: str, field: ExtraField, written: str) -> Remark:
    """Say that what stands there is not what a field of the pack's should hold."""
    called = field.title
    if field.value == "number":
        return no_number(path, called, written)
    return doubt(
        path,
        Words(
            f"“{called.zh}”写作“{written}”，无法读成一个日期。",
            f"{called.en} is written “{written}”, which cannot be read as a day.",
        ),
    )


def with_left_out(submission: Submission, document: Document) -> Submission:
    """Return a submission with a remark on what its pages show beside what was read."""
    pages = {place.page for place in submission.places.values() if isinstance(place, PdfPlace)}
    by_kind: dict[str, list[tuple[WordPlace | PdfPlace, str]]] = {}
    for called, place, text in document.left_out:
        if not isinstance(place, PdfPlace) or place.page in pages:
            by_kind.setdefault(called, []).append((place, text))
    remarks = [left_out(called, found) for called, found in by_kind.items()]
    return submission.model_copy(update={"remarks": (*submission.remarks, *remarks)})
