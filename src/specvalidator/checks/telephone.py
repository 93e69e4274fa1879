"""Telephone numbers of the mainland, as people write them on forms (附件3 联系电话)."""

import re

from pydantic import BaseModel, Field

from specvalidator.checks.base import Yields, check, is_absent, values_at
from specvalidator.checks.generic import At
from specvalidator.findings import Moot, Problem
from specvalidator.quantities import narrowed

_EXTENSION = re.compile(r"\s*(?:转|分机|ext\.?|x|#)\s*:?\s*\d{1,6}", re.IGNORECASE)
_HYPHENED_EXTENSION = re.compile(r"(?<=\d)-\d{1,5}$")
_HOURS = re.compile(r"\(\d{1,2}小?时?\)|\d{1,2}小时")
_DOTTED = re.compile(r"(?<!\d)(1[3-9]\d)\.(\d{4})\.(\d{4})(?!\d)")
_NUMBER = re.compile(r"\+?\(?\d(?:[-\s()]{0,3}\d)*")
_FORMS = (
    re.compile(r"(?:(?:\+|00)?86)?1[3-9]\d{9}"),  # mobile
    re.compile(r"0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}"),  # fixed, with its area code
    re.compile(r"(?:\+|00)86(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}"),  # abroad the 0 is left out
    re.compile(r"[2-9]\d{6,7}"),  # fixed, within the area
    re.compile(r"[48]00\d{7}"),  # service
)
_FEWEST_DIGITS = 5
"""A shorter run of digits beside a number or a name is no attempt at a telephone number."""
_EIGHT_DIGITS = re.compile(r"\(?(?:(?:\+|00)86\D*)?\(?0?(\d{3})\D*\d{4}[-\s]?\d{4}")
"""An area code of four digits and a number of eight."""


class Telephones(At):
    """Where a number stands, and what is known of the areas."""

    of_seven_digits: tuple[str, ...] = Field(
        default=(), description="Area codes whose numbers have seven digits, never eight"
    )


def is_telephone(text: str, of_seven_digits: tuple[str, ...] = ()) -> bool:
    """Say whether `text` gives mainland telephone numbers, each of them possible in form.

    Mobile (13…–19…, 11 digits), fixed (area code and 7 or 8 digits, or these alone), 400 and
    800 numbers; with +86, spaces, hyphens, brackets, an extension, or a name beside them.
    Several may stand beside each other. `of_seven_digits`: area codes with no longer numbers.
    """
    text = _DOTTED.sub(r"\1\2\3", narrowed(text))
    tried = [
        number[0]
        for part in re.split(r"[/、,;\n]|或", text)
        for number in _NUMBER.finditer(_HOURS.sub(" ", _EXTENSION.sub(" ", part)))
        if len(_digits(number[0])) >= _FEWEST_DIGITS
    ]
    if any(_is_too_long(number, of_seven_digits) for number in tried):
        return False
    return bool(tried) and all(map(_is_possible, tried))


def _is_too_long(written: str, of_seven_digits: tuple[str, ...]) -> bool:
    eight = _EIGHT_DIGITS.fullmatch(written)
    return eight is not None and f"0{eight[1]}" in of_seven_digits


def _is_possible(written: str) -> bool:
    """Say whether a run of digits is a number, one with an extension, or several with spaces."""
    whole = (written, _HYPHENED_EXTENSION.sub("", written))
    if any(form.fullmatch(_digits(each)) for each in whole for form in _FORMS):
        return True
    parts = written.split()
    return len(parts) > 1 and all(map(_is_possible, parts))


def _digits(number: str) -> str:
    return re.sub(r"[^\d+]", "", number)


@check("telephone", facts=("found",))
def telephone(record: BaseModel, params: Telephones) -> Yields:
    """A telephone number is one that exists in form. That it is absent is another rule's."""
    for path, value in values_at(record, params.at):
        if is_absent(value):
            yield Moot(path)
        elif not is_telephone(value, params.of_seven_digits):
            yield Problem(path, {"found": value})
