"""Specifications to try: valid ones in many wordings, and any that the model can hold."""

from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from specvalidator.extract.specification import vocabulary
from specvalidator.models import Specification
from specvalidator.models.specification import Column, Item, Occupation, Requirements, Task
from specvalidator.placeholders import placeholder_of
from specvalidator.prompts import asks

CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


def _is_no_drafters(text: str) -> bool:
    """Say whether this is no word of a drafter: a label or prompt of the form, a placeholder.

    Chance finds them: Hypothesis also tries the strings that stand in the program.
    """
    said_by_form = (
        asks(text)
        or vocabulary.words().head.find(text) is not None
        or vocabulary.words().columns.find(text) is not None
    )
    return said_by_form or placeholder_of(text) is not None


PHRASES = st.text(CHINESE, min_size=2, max_size=12).filter(lambda text: not _is_no_drafters(text))
"""Any Chinese characters in a row: no rule may take offence at what a task is called."""

TRADES = (
    ("拉面制作", "和面机、案板等工具设备", "4-03-02-02", "中式面点师"),
    ("剪纸", "剪刀、刻刀和纸张", "6-09-03-17", "民间工艺品制作工"),
    ("家居保洁", "保洁工具和清洁用品", "4-10-01-06", "家政服务员"),
)
EXAMINERS = (
    "每个考评组由不少于3名考评员组成。",
    "考评员3至5名。",
    "每个考评组中不少于三名考评员，其中组长一名。",
)
METHODS = (
    "采用现场实际操作的方式，考核时间为90分钟。实行百分制，60分以上（含60分）为合格。",
    "现场实操，时间不少于60分钟。",
    "制作作品，时间为一个半小时，满分100分，60分为合格。",
)


@st.composite
def wholes(draw: st.DrawFn, least: int = 1, most: int = 12) -> list[Decimal]:
    """Weights that total 100, each a tenth of a percent or more."""
    count = draw(st.integers(least, most))
    cuts = draw(st.sets(st.integers(1, 999), min_size=count - 1, max_size=count - 1))
    edges = [0, *sorted(cuts), 1000]
    return [Decimal(b - a) / 10 for a, b in pairwise(edges)]


@st.composite
def lists_of_items(draw: st.DrawFn, first: str | None = None) -> tuple[Item, ...]:
    """Items numbered 1, 2, 3 …, or not numbered."""
    texts = ([first] if first else []) + draw(st.lists(PHRASES, min_size=1, max_size=4))
    numbered = draw(st.booleans())
    return tuple(
        Item(number=index + 1 if numbered else None, text=text) for index, text in enumerate(texts)
    )


@st.composite
def valid_tasks(draw: st.DrawFn) -> tuple[Task, ...]:
    weights = draw(wholes(least=3))
    names = draw(st.lists(PHRASES, min_size=len(weights), max_size=len(weights), unique=True))
    numbered = draw(st.booleans())
    return tuple(
        Task(
            number=index + 1 if numbered else None,
            name=name,
            operations=draw(lists_of_items()),
            knowledge=draw(lists_of_items(first="安全操作知识")),
            weight=weight,
            weight_text=f"{weight}%",
        )
        for index, (name, weight) in enumerate(zip(names, weights, strict=True))
    )


@st.composite
def valid_specifications(draw: st.DrawFn) -> Specification:
    name, tools, code, occupation = draw(st.sampled_from(TRADES))
    return Specification(
        name=name,
        definition=f"运用{tools}，在工作场所内进行准备、操作和整理，完成{name}，提供相应服务的能力。",
        applicants="运用或准备运用本项能力求职、就业的人员。",
        ability_name=name,
        occupation=Occupation(code=code, name=occupation, text=f"{code}{occupation}"),
        tasks=draw(valid_tasks()),
        requirements=Requirements(
            eligibility="达到法定劳动年龄、具有相应技能的劳动者均可申报。",
            examiners=draw(st.sampled_from(EXAMINERS)),
            method_and_time=draw(st.sampled_from(METHODS)),
            venue_and_equipment="配备相应工具设备、通风和照明良好的操作间。",
        ),
    )


TEXTS = st.none() | st.text(max_size=20) | PHRASES
NUMBERS = st.none() | st.integers(-3, 30)
ITEMS = st.builds(Item, number=NUMBERS, text=st.text(max_size=20))
TASKS = st.builds(
    Task,
    number=NUMBERS,
    name=TEXTS,
    operations=st.lists(ITEMS, max_size=3).map(tuple),
    knowledge=st.lists(ITEMS, max_size=3).map(tuple),
    weight=st.none() | st.decimals(-50, 200, places=2),
    weight_text=TEXTS | st.sampled_from(["20%", "0.2", "百分之二十"]),
)
REQUIREMENTS = st.builds(
    Requirements,
    eligibility=TEXTS,
    examiners=TEXTS | st.sampled_from(EXAMINERS),
    method_and_time=TEXTS | st.sampled_from(METHODS),
    venue_and_equipment=TEXTS,
)
OCCUPATIONS = st.builds(Occupation, code=TEXTS, name=TEXTS, text=st.text(max_size=20))
SPECIFICATIONS: st.SearchStrategy[Specification] = st.builds(
    Specification,
    name=TEXTS,
    definition=TEXTS,
    applicants=TEXTS,
    ability_name=TEXTS,
    occupation=st.none() | OCCUPATIONS,
    missing_columns=st.lists(st.sampled_from(get_args(Column)), unique=True).map(tuple),
    tasks=st.lists(TASKS, max_size=5).map(tuple),
    requirements=REQUIREMENTS,
)
"""Whatever the model can hold, however wrong."""


def reweighed(spec: Specification, weights: list[Any]) -> Specification:
    """The specification with as many tasks as there are weights, taken in turn."""
    tasks = tuple(
        Task(name=f"任务{index}", weight=weight, weight_text=f"{weight}%")
        for index, weight in enumerate(weights)
    )
    return spec.model_copy(update={"tasks": tasks})
