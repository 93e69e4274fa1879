"""A 考核公告 with a heading for each item of 附件1 三（一）."""

from specvalidator.forms.added import added_to, prompt_of, text_of
from specvalidator.forms.paper import new_sheet, sealed
from specvalidator.forms.writing import Pen, numeral, on_paper
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
    items = [
        (
            Announcement.model_fields[field].title or field,
            getattr(record, field),
            ANNOUNCEMENT[field],
        )
        for field in _SECTIONS
    ]
    items += [
        (each.title.zh, text_of(each, record.extra), prompt_of(each))
        for each in added_to("announcement")
    ]
    for number, (title, text, prompt) in enumerate(items, start=1):
        document.add_paragraph(f"{numeral(number)}、{title}", "Heading 1")
        lines = on_paper(text or "").split("\n")
        for line in [each for each in lines if each.strip()] or [""]:
            pen.write(document.add_paragraph(style="Body Text"), line, title, prompt)
    return sealed(document)
