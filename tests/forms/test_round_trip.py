"""Record → Word form → record is the identity."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import specvalidator as sv
from specvalidator import quantities
from specvalidator.forms import blank, write
from specvalidator.models import Specification
from specvalidator.models.specification import Column, Item, Occupation, Requirements, Task

ROOT = Path(__file__).parents[2]
_WORDS = "面粉工具清洁温度加水检查质量abXY三十百"
_MARKS = "0123456789%.，、；：（）()“”《》<>&'\"=$+-—/·~℃①②Ll "


def returned(record: Specification) -> Specification:
    (submission,) = sv.read(write(record))
    assert isinstance(submission.model, Specification)
    assert not submission.doubts
    return submission.model


# ── what is drawn ────────────────────────────────────────────────────────────────────────

names = st.text("面粉工具清洁温度加水检查质量", min_size=2, max_size=12)
plain = st.text(_WORDS, min_size=1, max_size=12)
marked = st.text(_WORDS + _MARKS, min_size=1, max_size=40).map(str.strip)
texts = st.builds(lambda a, b, c: a + b + c, marked, plain, marked)
"""One line with a word in it; what stands around the word may look like a number or a markup."""
sections = st.lists(st.builds(lambda a, b: a + b, plain, marked), min_size=1, max_size=3).map(
    "\n".join
)
numbers = st.none() | st.integers(0, 30) | st.integers(95, 105)
items = st.lists(st.builds(Item, number=numbers, text=texts), max_size=4).map(tuple)
in_order = st.lists(texts, max_size=4).map(
    lambda lines: tuple(Item(number=at, text=text) for at, text in enumerate(lines, start=1))
)
weight_texts = st.sampled_from(
    [
        "20%",
        "20％",
        "20 %",
        "33.3%",
        "20",
        "百分之二十",
        "适量",
        "0%",
        "-5%",
        "120%",
        "二十",
        "约20%",
    ]
)
occupations = st.sampled_from(
    [
        Occupation(code="4-03-02-02", name="中式面点师", text="4-03-02-02中式面点师"),
        Occupation(code="4-03-02-02", name="中式面点师", text="4-03-02-02 中式面点师"),
        Occupation(code="4-03-02-02", text="4-03-02-02"),
        Occupation(name="计算机应用软件类", text="计算机应用软件类"),
    ]
)


@st.composite
def tasks(draw: st.DrawFn, missing: tuple[Column, ...] = ()) -> tuple[Task, ...]:
    """Tasks that a table can show: each has a name, or else a number and a weight."""
    drawn = []
    for name in draw(st.lists(texts, max_size=5, unique=True)):
        lists = in_order if draw(st.booleans()) else items
        named = draw(st.booleans())
        weight_text = draw(weight_texts if not named else st.none() | weight_texts)
        drawn.append(
            Task(
                number=draw(numbers if named else st.integers(1, 120)),
                name=name if named else None,
                operations=() if "operations" in missing else draw(lists),
                knowledge=() if "knowledge" in missing else draw(lists),
                weight=quantities.percent(weight_text) if weight_text else None,
                weight_text=weight_text,
            )
        )
    return tuple(drawn)


requirements = st.builds(
    Requirements,
    **{name: st.none() | sections for name in Requirements.model_fields if name != "extra"},
)
specifications = st.builds(
    Specification,
    name=st.none() | names,
    definition=st.none() | sections,
    applicants=st.none() | sections,
    ability_name=st.none() | names,
    occupation=st.none() | occupations,
    tasks=tasks(),
    requirements=requirements,
)


# ── the property ─────────────────────────────────────────────────────────────────────────


@given(specifications)
def test_a_record_written_and_read_is_the_same_record(record: Specification) -> None:
    assert returned(record) == record


@given(st.data(), st.sampled_from([("operations",), ("knowledge",), ("operations", "knowledge")]))
def test_a_missing_column_is_missing_again(
    data: st.DataObject, missing: tuple[Column, ...]
) -> None:
    record = Specification(missing_columns=missing, tasks=data.draw(tasks(missing)))
    assert returned(record) == record


# ── cases ────────────────────────────────────────────────────────────────────────────────


def test_the_blank_form_reads_as_a_record_without_any_value() -> None:
    (submission,) = sv.read(blank("specification"))
    assert submission.model == Specification()
    assert not submission.remarks


def test_every_value_missing_from_the_blank_form_has_a_place() -> None:
    (submission,) = sv.read(blank("specification"))
    fields = {f"/{field}" for field in Specification.model_fields} - {"/missing_columns", "/extra"}
    fields |= {f"/requirements/{field}" for field in Requirements.model_fields if field != "extra"}
    assert fields <= submission.places.keys()


EXPECTED = sorted(ROOT.glob("examples/expected/*.json"))
RECORDS = [
    ROOT / "tests/rules/specification.json",
    *(file for file in EXPECTED if "ability_name" in file.read_text("utf-8")),
]


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_the_records_of_rules_and_examples_come_back(file: Path) -> None:
    read: list[Any] | dict[str, Any] = json.loads(file.read_text("utf-8"))
    records = read if isinstance(read, list) else [read]
    # In a dossier, a specification stands among other forms.
    for values in (each for each in records if "ability_name" in each):
        record = Specification.model_validate(values)
        assert returned(record) == record


def listed(*entries: tuple[int | None, str]) -> Specification:
    """A record with one task that has these items."""
    held = tuple(Item(number=number, text=text) for number, text in entries)
    return Specification(tasks=(Task(number=1, name="和面", operations=held),))


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (listed((None, "3清洁台面")), "a text that begins with a digit"),
        (listed((None, "1.5小时内完成")), "a text that begins with a decimal"),
        (listed((1, "5克盐"), (2, "3克糖")), "a digit right behind the number"),
        (listed((1, "加水2.揉面")), "the next number within the last item"),
        (listed((1, "加水2.揉面"), (2, "饧面")), "the next number within an item before it"),
        (listed((1, "加水（2）揉面2、饧面")), "the next number in two dresses"),
        (listed((1, "加水"), (3, "揉面")), "a gap"),
        (listed((2, "加水"), (1, "揉面")), "numbers that run backwards"),
        (listed((1, "加水"), (1, "揉面")), "a number twice"),
        (listed((0, "加水"), (100, "揉面")), "numbers far apart"),
        (listed((1, "加水"), (None, "揉面")), "an item without number below one with"),
        (listed((None, "加水"), (None, "揉面"), (1, "饧面")), "items without numbers first"),
        (listed((1, "加水"), (None, "3克盐"), (2, "揉面")), "an item without number between"),
        (listed((1, "分次加水：\n先少\n后多"), (2, "揉面")), "an item of several lines"),
        (listed((1, "分次加水：\n（1）先少\n（2）后多"), (2, "揉面")), "points below an item"),
        (listed((1, "一次性手套")), "a text that begins with 一"),
        (listed((None, "（一）次性手套")), "a text that begins with a bracket"),
        (listed((None, "•加水")), "a text that begins with a dot"),
        (Specification(definition="运用<w:t>&amp;“工具”\t制作的能力"), "markup, a tab"),
        (Specification(definition="运用工具，\n制作面条的能力"), "several lines"),
        (Specification(definition="运" * 5000), "a long text"),
        (Specification(tasks=(Task(name="3D打印"),)), "a task that begins with a digit"),
        (Specification(tasks=(Task(name="一次成型"),)), "a task that begins with 一"),
        (Specification(tasks=(Task(number=128, name="和面"),)), "a large task number"),
        (Specification(tasks=(Task(number=1, weight_text="适量"),)), "a task with a weight only"),
        (
            Specification(tasks=(Task(name="和面", weight=Decimal("0.2"), weight_text="0.2%"),)),
            "a small weight",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_odd_record_comes_back(record: Specification, why: str) -> None:
    assert returned(record) == record, why


@pytest.mark.parametrize(
    ("written", "read", "why"),
    [
        (
            Specification(definition="  制作的能力 \r\n\r\n"),
            Specification(definition="制作的能力"),
            "white space around a text is layout",
        ),
        (
            Specification(definition="制\x00作的\x1b能力"),
            Specification(definition="制作的能力"),
            "XML has no such characters",
        ),
        (
            Specification(name="", tasks=(Task(name="和面", weight_text=" "),)),
            Specification(tasks=(Task(name="和面"),)),
            "an empty text is no text",
        ),
        (
            Specification(tasks=(Task(name="和面", weight=Decimal(25)),)),
            Specification(tasks=(Task(name="和面", weight=Decimal(25), weight_text="25%"),)),
            "a weight is printed as a percentage",
        ),
        (
            Specification(tasks=(Task(number=1, name="和面"), Task(), Task(number=3))),
            Specification(tasks=(Task(number=1, name="和面"),)),
            "a row of which only the number is filled in is a blank row",
        ),
        (
            Specification(tasks=(Task(number=-1, name="和面"),)),
            Specification(tasks=(Task(name="和面"),)),
            "no list has such a number",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_a_page_cannot_hold_is_lost(
    written: Specification, read: Specification, why: str
) -> None:
    assert returned(written) == read, why
