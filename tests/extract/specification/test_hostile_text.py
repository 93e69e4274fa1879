"""Text made to make patterns crawl is read in about the time its length takes."""

from collections.abc import Callable

import pytest

from costs import processor_seconds
from extract.building import CONTENT, HEADER, TITLE, content_table, read, table
from specvalidator import quantities
from specvalidator.quantities import full_mark, grades, least_people, minutes, passing, percent

LONG = 30_000
MOST_SECONDS = 3.0
"""A pattern that crawls takes minutes; a busy machine a few times the usual tenth of a second."""

TEXTS = {
    "blanks": "60分" + " " * LONG + "x",
    "blank lines": "20" + "\n" * LONG + "x",
    "digits": "1" * LONG + "x",
    "numerals": "一" * LONG + "x",
    "counts": "3名" * LONG,
    "ranges": "3至" * LONG,
    "durations": "1小时" * LONG,
    "marks": "60分," * LONG,
    "pass marks": "合格为" * LONG,
    "figures": "1.按图2." + "图2." * LONG,
    "items": "1.揉面2.饧面" * (LONG // 4),
    "brackets": "（" * LONG,
    "labels": "能力名称：" * (LONG // 4),
    "headings": "\n".join(["一、定义"] * (LONG // 10)),
    "counted lines": "\n".join(["3名助手"] * (LONG // 10)),
    "lines": "1.揉面\n" + "\n".join(["至光滑"] * (LONG // 10)),
    "a number and a gap": "1" + " " * LONG + "2",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("quantity", [percent, least_people, minutes, passing, full_mark, grades])
def test_quantities_do_not_crawl(quantity: Callable[[str], object], text: str) -> None:
    assert processor_seconds(lambda: quantity(text)) < MOST_SECONDS


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_stated_duration_is_sought_in_good_time(text: str) -> None:
    assert processor_seconds(lambda: quantities.duration_stated(text)) < MOST_SECONDS


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_extraction_does_not_crawl(text: str) -> None:
    in_cells = content_table((text, text, text, text), head=[(text, "<", "<", "<")])
    in_body = (TITLE, "一、定义", text, CONTENT, in_cells, "四、考核要求", "1.考评员构成", text)
    assert processor_seconds(lambda: read(*in_body)) < MOST_SECONDS


def test_many_rows_of_one_task_do_not_crawl() -> None:
    rows = [("", "1.揉面", "", "")] * 3000
    long_table = table(HEADER, ("（一）和面", "1.加水", "1.水温", "100%"), *rows)
    assert processor_seconds(lambda: read(TITLE, CONTENT, long_table)) < MOST_SECONDS
