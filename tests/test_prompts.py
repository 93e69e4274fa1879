"""What blank forms ask for: known again where it was left, mistaken for nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from specvalidator import lexicon, prompts
from specvalidator.document import Cell, Document, Paragraph, Table, paragraphs_of
from specvalidator.extract.blanks import without_prompts
from specvalidator.models import MODELS
from specvalidator.packs.cases import valid_record
from specvalidator.places import PdfPlace

EXAMPLES = Path(__file__).parent.parent / "examples"
HERE = PdfPlace(page=1, box=(0, 0, 1, 1))
LEFT = [
    ("填写数字%", "%", "the sign stands behind every weight"),
    ("产品或服务名称＋动词专项职业能力考核规范", "专项职业能力考核规范", "the rest of a title"),
    ("（一）第一个主要步骤或程序", "（一）", "a task is numbered"),
    ("2.逐条列出，每条一项", "2.", "so is an operation"),
    ("负责人（签名）：由负责人签名", "负责人（签名）：", "a label before it"),
    ("与标题中的\n名称相同", "", "a narrow cell breaks it"),
    ("实 施考核的详细地址 ", "", "spaces that a page puts in"),
]
WRITTEN = [
    ("运用或准备运用本项能力求职、就业的人员。", "the usual text, which the prompt merely cites"),
    ("如：和面机、压面机", "more than the prompt"),
    ("姓名", "a label"),
    ("填写姓名和电话", "other words around it"),
    ("申请人须按系统提示填写姓名", "a sentence that ends like it"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("line", "left", "why"), LEFT)
def test_a_prompt_that_was_left_is_no_text(line: str, left: str, why: str) -> None:
    assert prompts.unfilled(line) == left, why


@pytest.mark.parametrize(("line", "why"), WRITTEN)
def test_what_somebody_wrote_is_no_prompt(line: str, why: str) -> None:
    assert prompts.unfilled(line) is None, why


def test_prompts_are_taken_out_of_cells_and_nested_tables_and_nothing_else_changes() -> None:
    inner = Table(1, 1, (Cell(0, 0, 1, 1, (Paragraph("填写人数", HERE),), HERE),), HERE)
    outer = Table(1, 1, (Cell(0, 0, 1, 1, (Paragraph("人数", HERE), inner), HERE),), HERE)
    document = Document((Paragraph("（一）按先后顺序列出", HERE), outer), "application/pdf")

    emptied = without_prompts(document)

    assert [each.text for each in paragraphs_of(emptied.blocks)] == ["（一）", "人数", ""]
    assert emptied._replace(blocks=()) == document._replace(blocks=())


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_no_prompt_is_a_value_of_an_example_or_of_a_valid_record() -> None:
    records = [json.loads(file.read_text("utf-8")) for file in EXAMPLES.glob("expected/*.json")]
    values = {*texts(records), *(text for kind in MODELS for text in texts(valid_record(kind)))}

    assert len(values) > 500
    assert prompts.PROMPTS.isdisjoint(values)


@pytest.mark.parametrize("form", ["specification", "application", "announcement"])
def test_no_prompt_is_a_label_that_extraction_knows(form: str) -> None:
    words = set(strings(lexicon.in_force().entries(form)))

    assert len(words) > 20
    assert words.isdisjoint(prompts.PROMPTS)


def strings(value: object) -> Iterator[str]:
    """Every string in a constant, however it is nested."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value, *value.values()])
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from strings(each)
