"""A 考核公告 with a heading for each item of 附件1 三（一）."""

from specvalidator.forms.paper import new_sheet, sealed
from specvalidator.forms.writing import Pen, on_paper
from specvalidator.models.announcement import Announcement
from specvalidator.prompts import ANNOUNCEMENT

_TITLE = "专项职业能力考核公告"
_SECTIONS = (
    *("projects", "specifications", "schedule", "eligibility", "registration", "method", "other"),
)
"""In the order of the notice."""


def written(record: Announcement) -> bytes:
    """Return the announcement with every value of `record` in its place, prompts for the rest."""
    document = new_sheet(_TITLE)
    pen = Pen(document)
    paragraph = document.add_paragraph(style="Title")
    pen.write(paragraph, record.title, "标题", ANNOUNCEMENT["title"])
    for number, field in zip("一二三四五六七", _SECTIONS, strict=True):
        title = Announcement.model_fields[field].title or field
        document.add_paragraph(f"{number}、{title}", "Heading 1")
        text = on_paper(getattr(record, field) or "")
        for line in [each for each in text.split("\n") if each.strip()] or [""]:
            pen.write(document.add_paragraph(style="Body Text"), line, title, ANNOUNCEMENT[field])
    return sealed(document)
