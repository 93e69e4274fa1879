"""Fields of forms and formulas in RTF, as Word shows them."""

import pytest

from specvalidator.document import paragraphs_of
from specvalidator.readers import read_document

ENTRIES = rb"{\*\ffl 30%}{\*\ffl 40%}"


def read(content: bytes) -> tuple[str, str | None]:
    (found,) = paragraphs_of(read_document(rb"{\rtf1\ansi " + content + rb"\par}").blocks)
    return found.text, found.unread


def form(code: bytes, says: bytes) -> bytes:
    field = rb"{\*\fldinst " + code + rb" {\*\formfield{" + says + rb"}}}"
    return rb"{\field" + field + rb"{\fldrslt }}"


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        (rb"\fftype2\ffres1" + ENTRIES, "40%"),
        (rb"\fftype2\ffres25\ffdefres1" + ENTRIES, "40%"),
        (rb"\fftype2\ffres25" + ENTRIES, "30%"),
        (rb"\fftype2\ffres7" + ENTRIES, ""),
        (rb"\fftype2", ""),
    ],
)
def test_a_list_shows_the_entry_that_is_chosen(says: bytes, shown: str) -> None:
    assert read(form(b"FORMDROPDOWN", says) + b"x") == (shown + "x", None)


@pytest.mark.parametrize(
    ("says", "shown"), [(rb"\fftype1\ffres1", "☑"), (rb"\fftype1\ffres0", "☐")]
)
def test_a_box_is_ticked_or_not(says: bytes, shown: str) -> None:
    assert read(form(b"FORMCHECKBOX", says)) == (shown, None)


def test_a_formula_is_asked_about() -> None:
    assert read(rb"a{\mmath{\*\moMath{\mr 40%}}}") == ("a", "object")
