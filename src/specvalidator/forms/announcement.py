"""A 考核公告 with a heading for each item of 附件1 三（一）."""

from specvalidator.forms.paper import new_sheet, sealed
from specvalidator.forms.writing import Pen, on_paper
from specvalidator.models.announcement import Announcement

_TITLE = "专项职业能力考核公告"
_PROMPTS = {
    "projects": "已公布的专项职业能力考核项目，如：拉面制作、社区绿化",
    "specifications": "执行哪些专项职业能力考核规范，在哪里可以查到",
    "schedule": "各项目的考核时间和报名的起止时间",
    "eligibility": "如：达到法定劳动年龄、具有相应技能的劳动者均可申报。",
    "registration": "怎样报名：网址、窗口、材料",
    "method": "如：采用现场实际操作的方式，实行百分制，60分以上（含60分）为合格。",
    "other": "收费、证书发放、成绩查询、联系方式等",
}
"""What each section asks for, in the order of the notice."""


def written(record: Announcement) -> bytes:
    """Return the announcement with every value of `record` in its place, prompts for the rest."""
    document = new_sheet(_TITLE)
    pen = Pen(document)
    paragraph = document.add_paragraph(style="Title")
    pen.write(paragraph, record.title, "标题", f"……年度{_TITLE}")
    for number, (field, prompt) in zip("一二三四五六七", _PROMPTS.items(), strict=True):
        title = Announcement.model_fields[field].title or field
        document.add_paragraph(f"{number}、{title}", "Heading 1")
        text = on_paper(getattr(record, field) or "")
        for line in [each for each in text.split("\n") if each.strip()] or [""]:
            pen.write(document.add_paragraph(style="Body Text"), line, title, prompt)
    return sealed(document)
