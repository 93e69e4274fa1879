"""Dates as people write them, and the catalogue of published projects as offices keep it."""

import datetime as dt
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.catalogue import Published
from specvalidator.dates import date_of, find_date
from specvalidator.errors import BadCatalogue
from specvalidator.models import Application
from specvalidator.packs.cases import valid_record
from specvalidator.readers.catalogues import load_catalogue, read_catalogue

DAY = dt.date(2021, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        *("2021年3月15日", "2021 年 3 月 15 日", "2021年03月15日", "2021-03-15", "2021.3.15"),
        *(
            "2021/3/15",
            "20210315",
            "二〇二一年三月十五日",
            "二○二一年三月十五日",
            "２０２１年３月１５日",
            "二O二一年三月十五日",
            "贰零贰壹年叁月拾伍日",
        ),
    ],
)
def test_a_date_in_any_usual_writing_is_read(text: str) -> None:
    assert date_of(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "年 月 日", "2021年 月 日", "2021年3月", "3月15日", "LY-KP-0001", "0631-5550136"]
)
def test_what_is_not_given_in_full_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_a_day_that_the_calendar_does_not_have_is_seen_and_is_no_date() -> None:
    found = find_date("签于2021年2月30日")
    assert found is not None
    assert (found.begin, found.end, found.date) == (2, 12, None)


TWO = (Published("拉面制作", dt.date(2020, 6, 1)), Published("海带加工"))
FILES = [
    ("拉面制作，2020年6月1日\n海带加工\n", "utf-8", "a full-width comma"),
    ("拉面制作,2020-06-01\n海带加工\n", "utf-8", "a name and a date"),
    ("项目名称,公布日期\n拉面制作,2020年6月1日\n海带加工,\n", "gb18030", "a head, in GBK"),
    ("序号,编码,项目名称,日期\n1,A-1,拉面制作,2020.6.1\n2,A-2,海带加工,\n", "utf-8-sig", "columns"),
    (
        "威海市专项职业能力考核项目目录\n# 注\n\n拉面制作\t2020-06-01\n海带加工\n",
        "utf-16",
        "a title",
    ),
    ("类别,项目名称,公布日期\n食品,拉面制作,2020-06-01\n,海带加工,\n", "utf-8", "merged kinds"),
    (
        "类别;专项职业能力名称;日期\n食品;拉面制作;2020.6.1\n水产;海带加工;\n",
        "gb18030",
        "semicolons",
    ),
    (
        "行业\t考核项目\t备注\n\t拉面制作\t2020年6月1日\n\t海带加工\t现行\n",
        "utf-8",
        "tabs and remarks",
    ),
    ("食品,拉面制作,2020-06-01\n食品,海带加工,\n", "utf-8", "no headings, one column differs"),
    (
        "1.拉面制作,2020-06-01\n2.海带加工,\n注：本目录自发布之日起施行。\n",
        "utf-8",
        "numbers, a remark",
    ),
    (
        "目录\n序号,职业名称,专项能力名称,时间\n1,面点师,拉面制作,2020-06-01\n2,水产工,海带加工,\n",
        "gb18030",
        "jobs",
    ),
    ("名称,公布日期\n拉面制作,2020-06-01\n海带加工,\n合计,2\n", "utf-8", "a total"),
    (
        "序号 项目名称 公布日期\n1 拉面制作 2020-06-01\n2 海带加工\n",
        "utf-8",
        "columns parted by spaces",
    ),
    ("拉面制作 2020-06-01\n海带加工\n", "utf-8", "a date behind a space"),
    ("类别：食品\n拉面制作，2020-06-01\n类别：水产\n海带加工，\n", "utf-8", "lines for groups"),
    ("|项目|日期|\n|拉面制作|2020-06-01|\n|海带加工||\n", "utf-8", "bars"),
    ('"项目\n名称","日期"\n拉面制作,2020-06-01\n海带加工,\n', "utf-8", "a heading on two lines"),
    (
        "项目编号,项目,项目类别,项目日期\nA1,拉面制作,食品,2020-06-01\nA2,海带加工,水产,\n",
        "utf-8",
        "alike",
    ),
]


@pytest.mark.parametrize(
    ("text", "encoding"), [(t, e) for t, e, _ in FILES], ids=[why for *_, why in FILES]
)
def test_a_catalogue_is_read_as_offices_keep_it(text: str, encoding: str) -> None:
    assert read_catalogue(text.encode(encoding)) == TWO


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        "项目名称,日期\n".encode(),
        b"\x00\x01\x02\x03",
        b"PK\x03\x04\x00\x00",
        b"1,2\n3",
        b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>",
        "甲类,拉面制作\n乙类,海带加工\n".encode(),
    ],
)
def test_a_file_that_names_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(BadCatalogue) as refused:
        read_catalogue(data)
    assert refused.value.words.zh.endswith("。")


def test_brackets_of_a_name_part_it_neither_in_a_line_nor_in_a_cell() -> None:
    names = ["柳筐编织（收纳筐，花篮）", "面塑（捏塑、蒸制）"]
    assert [each.name for each in read_catalogue("\n".join(names).encode())] == names


def test_a_name_with_a_space_is_one_name() -> None:
    listed = read_catalogue("CorelDraw 图形图像处理\n海带加工\n".encode())
    assert [each.name for each in listed] == ["CorelDraw 图形图像处理", "海带加工"]


def test_a_line_may_number_what_it_lists() -> None:
    listed = read_catalogue("1.拉面制作 2.海带加工\n".encode())
    assert [each.name for each in listed] == ["拉面制作", "海带加工"]


def test_names_with_the_words_of_a_heading_behind_them_are_names() -> None:
    listed = read_catalogue("拉面制作专项职业能力\n海带加工专项职业能力\n".encode())
    assert [each.name for each in listed] == ["拉面制作专项职业能力", "海带加工专项职业能力"]


def test_a_line_may_list_several() -> None:
    listed = read_catalogue("拉面制作、海带加工\n".encode())
    assert [each.name for each in listed] == ["拉面制作", "海带加工"]


def test_a_file_that_is_not_there_is_said() -> None:
    with pytest.raises(BadCatalogue, match="路径"):
        load_catalogue(Path("no-such-file.csv"))


def test_without_a_catalogue_the_clause_is_judged_by_hand_and_with_one_by_the_rule() -> None:
    record = Application.model_validate(valid_record("application"))
    without = sv.check(record)
    given = sv.check(record, catalogue=(Published("拉面制作"), Published("花样馒头制作")))

    assert "annex1-1-scope" in [each.id for each in without.by_hand]
    assert "unpublished-project" not in (*without.passed, *without.moot)
    assert "annex1-1-scope" not in [each.id for each in given.by_hand]
    assert "unpublished-project" in given.passed


def test_a_catalogue_may_be_given_as_its_file(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.txt"
    file.write_text("拉面制作\n", encoding="utf-8")
    report = sv.check(Application.model_validate(valid_record("application")), catalogue=file)
    assert [each.location.path for each in report.findings] == ["/projects/1"]


def test_one_catalogue_does_not_outlive_its_call() -> None:
    record = Application.model_validate(valid_record("application"))
    sv.check(record, catalogue=(Published("海带加工"),))
    assert sv.check(record).verdict == "pass"
