"""The letter about a document as a Word file, on the office's own template."""

from typing import TYPE_CHECKING

from specvalidator.findings import Report
from specvalidator.reports.letter_parts import About, LetterText
from specvalidator.reports.word_letter.content import content_of
from specvalidator.reports.word_letter.filling import fields_of, filled
from specvalidator.reports.word_letter.template import default_template
from specvalidator.typesetting import flowed, visible
from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.reports.comparison import Comparison

__all__ = ["fields_of", "word_letter"]


def word_letter(
    report: Report,
    part: int | None,
    lang: Lang,
    template: bytes | None = None,
    since: "Comparison | None" = None,
) -> bytes:
    """Return the letter about one document as a Word file.

    Args:
        report: what was found; what is waived is not mentioned where it is left out before.
        part: number of the submission in its file, None where it is alone.
        lang: language of the letter.
        template: the office's own .docx, whose content controls are filled by their tags; a
            letter of ours may be one. Ours where None.
        since: what became of what was found when it was handed in before.

    Raises:
        BadTemplate: the template is no Word file, or has no control for the points.
    """
    content = content_of(LetterText(About(report, part, lang, since), _plain))
    return filled(default_template(lang) if template is None else template, content)


def _plain(text: str) -> str:
    return visible(flowed(text))
