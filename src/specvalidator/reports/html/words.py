"""The words of the HTML report, in both languages."""

from collections.abc import Mapping

from specvalidator.document import Unread
from specvalidator.reports import vocabulary
from specvalidator.wording import Words

WORDS: Mapping[str, Words] = {
    "title": Words("检查报告", "Report"),
    "language": Words("zh-CN", "en"),
    "skip": Words("跳到检查结果", "Skip to the findings"),
    "law": Words("依据", "Held against"),
    "edition": Words("规则包第{}版", "rule pack edition {}"),
    "up": Words("回到总表", "Back to the table"),
    "overview": Words("各文件结论", "All documents"),
    "document": Words("文件", "Document"),
    "no_rules": vocabulary.NO_RULES,
    "not_asked": vocabulary.NOT_ASKED,
    "not_all": vocabulary.NOT_ALL,
    "verdict": Words("结论", "Verdict"),
    "filters": Words("筛选", "Filter"),
    "show": Words("显示", "Show"),
    "rule": Words("规则", "Rule"),
    "all_rules": Words("全部规则", "all rules"),
    "all_verdicts": Words("全部结论", "all verdicts"),
    "all_documents": Words("全部文件", "all documents"),
    "counted": Words("显示 {shown} 处，共 {all} 处", "{shown} of {all} findings shown"),
    "counted_among": Words(
        "{documents} 份材料、{shown} 处意见（共 {of} 份、{all} 处）",
        "{shown} of {all} findings in {documents} of {of} documents",
    ),
    "print": Words("打印", "Print"),
    "rulebook": Words("规则说明", "The rules explained"),
    "explain": Words("说明这条规则：{}", "Explain this rule: {}"),
    "demand": Words("要求", "Asks"),
    "why": Words("依据", "Why"),
    "gravity": Words("程度", "Gravity"),
    "right": Words("符合", "Right"),
    "wrong": Words("不符合", "Wrong"),
    "asked": Words("请人核对", "Asked"),
    "findings": Words("检查结果", "Findings"),
    "none": Words("没有发现问题。", "No findings."),
    "place": Words("位置", "Place"),
    "written": Words("原文", "Found"),
    "pictured": Words("图像", "Picture"),
    "pictured_at": Words("原件图像：{}", "Picture of the original: {}"),
    "recognised": Words("读作", "Read as"),
    "related": Words("另见", "See also"),
    "clause": Words("依据", "Clause"),
    "text": Words("条文", "Text"),
    "advice": Words("建议", "Advice"),
    "waiver": Words("豁免", "Waiver"),
    "waived": Words("已豁免", "waived"),
    "go": Words("在原件中查看：{}", "Show in the document: {}"),
    "pin": Words("第{number}条，{tone}：{message}", "Finding {number}, {tone}: {message}"),
    "original": Words("原件", "The document"),
    "as_read": Words(
        "以下是程序读到的文字、表格和自动编号，版面与原件不尽相同。",
        "Text, tables and automatic numbers as they were read; the layout of the original differs.",
    ),
    "as_drawn": Words("以下是文件各页的图像。", "The pages of the file as pictures."),
    "as_filled": Words("以下是记录的各项内容。", "The fields of the record."),
    "as_text": Words("程序读到的文字", "The text as it was read"),
    "page": Words("第{}页", "Page {}"),
    "no_picture": Words(
        "本页没有图像：绘制它超出了限制。位置仍以方框标出。",
        "No picture of this page: drawing it asks too much. Places are boxed all the same.",
    ),
    "no_view": Words(
        "没有随报告提供原件，只列出检查结果。",
        "The document was not handed over with the report; its findings stand alone.",
    ),
    "redacted": Words(
        "报告中的个人信息已隐去，因此不显示原件。",
        "Personal data are masked in this report, so the document is not shown.",
    ),
    "dossier": Words("材料中的文件", "Files of the dossier"),
    "taken_for": Words("认作", "Taken for"),
    "empty": Words("（未填）", "(empty)"),
    "hidden": Words("页面上不显示的文字：", "Text that the page does not show: "),
    "by_hand": Words("人工核对清单", "To be judged by hand"),
    "by_hand_note": Words(
        "以下各条只能由人判断，核对后请勾选。",
        "Only a person can judge these; tick what you have looked at.",
    ),
    "reviewer": Words("核对人：", "Reviewer:"),
    "date": Words("日期：", "Date:"),
    "passed": Words("通过的规则", "Rules passed"),
    "moot": Words("无从检查的规则（内容缺失）", "Rules with nothing to test"),
    "unreadable": Words("未能读取的文件", "Files that could not be read"),
    "not_checked": Words(
        "以下文件未能读取，没有检查。", "These files could not be read and were not checked."
    ),
    "unused": Words("没有用上的豁免", "Waivers that were not needed"),
    "until": Words("至{}", "until {}"),
    "made_by": Words("由 specvalidator {} 生成", "Made by specvalidator {}"),
}

UNREAD: Mapping[Unread, Words] = {
    "picture": Words("［图片］", "[picture]"),
    "object": Words("［嵌入对象］", "[embedded object]"),
    "drawing": Words("［手写或图形］", "[handwriting or a drawing]"),
    "field": Words("［无法确定内容的域］", "[a field whose content cannot be told]"),
    "garbled": Words("［无法识别的文字］", "[letters without a meaning]"),
    "unseen": Words("［看不见的文字］", "[text that cannot be seen]"),
    "covered": Words("［被遮住的文字］", "[text that is covered]"),
}
"""What stands where the page shows something that is no text."""
