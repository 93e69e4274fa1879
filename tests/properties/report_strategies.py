"""Reports to try: any that the model can hold, however hostile their text."""

from typing import get_args

from hypothesis import strategies as st

from specvalidator.errors import ErrorWord, UnreadableFile
from specvalidator.findings import (
    Basis,
    Clause,
    Content,
    Finding,
    Gravity,
    HandClause,
    Location,
    PackReference,
    Report,
    RuleReference,
    Severity,
)
from specvalidator.models import KIND_TITLES
from specvalidator.places import PdfPlace, Source, WordPlace
from specvalidator.reports import Failure
from specvalidator.wording import Words

MARKS = "[](){}<>!*_`#~|\\&;:/@=+-.,\"'% \t\r\n\u202e\u200b\x1b\x00\x9b\ud800\uffff拉面。“”"
TEXTS = (
    st.text(st.sampled_from(MARKS), max_size=12)
    | st.text(st.characters(exclude_categories=()), max_size=12)
    | st.sampled_from(["http://a.b", "www.a.b", "<b>", "![a](b)", "::error::", "]]>", "1. a"])
)
"""Text that means something to some format, halves of characters included."""
NUMBERS = st.none() | st.integers(1, 99)
NAMES = st.sampled_from(["weight-total", "missing-name", "job-title-suffix", "a"])
CLAUSES = st.builds(Clause, id=NAMES, where=TEXTS, text=TEXTS)
PLACES = st.builds(
    WordPlace,
    block=st.integers(1, 99),
    paragraph=NUMBERS,
    table=NUMBERS,
    row=NUMBERS,
    column=NUMBERS,
    heading=st.none() | TEXTS,
    file=st.none() | TEXTS,
) | st.builds(
    PdfPlace,
    page=st.integers(1, 99),
    box=st.tuples(*[st.floats(0, 999)] * 4),
    heading=st.none() | TEXTS,
)
LOCATIONS = st.builds(
    Location,
    path=st.sampled_from(["", "/name", "/tasks/0/weight"]) | TEXTS,
    place=st.none() | PLACES,
    written=st.none() | TEXTS,
)
FINDINGS = st.builds(
    Finding,
    rule=NAMES,
    kind=st.sampled_from(["fail", "review"]),
    severity=st.sampled_from(get_args(Severity)),
    basis=st.sampled_from(get_args(Basis)),
    message=TEXTS,
    suggestion=TEXTS,
    location=LOCATIONS,
    related=st.lists(LOCATIONS, max_size=2).map(tuple),
    clause=CLAUSES,
    facts=st.dictionaries(TEXTS, TEXTS, max_size=2),
)
SOURCES = st.builds(
    Source,
    name=TEXTS.filter(bool),
    media_type=st.sampled_from([None, "application/pdf", "inode/directory"]),
    sha256=st.sampled_from([None, "0" * 64]),
    size=st.none() | st.integers(0, 10**9),
)
RULES = st.builds(
    RuleReference,
    name=NAMES,
    title=TEXTS,
    gravity=st.sampled_from(get_args(Gravity)),
    basis=st.sampled_from(get_args(Basis)),
    clause=CLAUSES,
)
REPORTS = st.builds(
    Report,
    source=st.none() | SOURCES,
    kind=st.sampled_from(list(KIND_TITLES)),
    subject=st.none() | TEXTS,
    pack=st.builds(PackReference, id=NAMES, number=TEXTS, edition=st.just("1.0")),
    contents=st.lists(st.builds(Content, name=TEXTS, taken_for=TEXTS), max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    passed=st.lists(NAMES, max_size=2, unique=True).map(tuple),
    moot=st.lists(NAMES, max_size=1).map(tuple),
    by_hand=st.lists(
        st.builds(HandClause, id=NAMES, where=TEXTS, text=TEXTS, reason=TEXTS), max_size=2
    ).map(tuple),
    rules=st.lists(RULES, max_size=2, unique_by=lambda rule: rule.name).map(tuple),
)
FAILURES = st.builds(
    Failure,
    SOURCES,
    st.builds(
        UnreadableFile, st.sampled_from(get_args(ErrorWord)), st.builds(Words, zh=TEXTS, en=TEXTS)
    ),
)
RUNS = st.tuples(st.lists(REPORTS, max_size=5), st.lists(FAILURES, max_size=2))
"""What one run of the program may have to render."""
