"""What cannot be read is a doubt, what is misprinted a note, and everything has its place."""

import pytest

from extract.application.forms import (
    EQUIPMENT,
    EXAMINER_HEADS,
    EXAMINERS,
    HEAD,
    MANAGERS,
    OPINION,
    RECORD,
    TITLE,
    VENUES,
    Rows,
    form,
    read,
    remarks,
    submission,
)
from extract.building import ABOVE, LEFT, SOURCE, document, paragraph, table
from specvalidator.errors import UnreadableFile
from specvalidator.extract import extract
from specvalidator.models.application import Application
from specvalidator.places import WordPlace


def staff(written: str) -> Rows:
    return (*HEAD[:4], ("从事考核职工总数", written, LEFT, *HEAD[4][3:]))


def rooms(number: str, area: str) -> Rows:
    first = ("考核场地", "自有", f"（{number}）个教室", LEFT, LEFT, "面积", LEFT, area, LEFT)
    return (first, *VENUES[1:])


UNREADABLE = [
    ({"head": staff("约十几人")}, "/staff_total", "约十几人"),
    ({"head": staff("12/15")}, "/staff_total", "12/15"),
    ({"venues": rooms("若干", "120 M^2")}, "/venues/owned/classrooms", "若干"),
    ({"venues": rooms("2", "见附件")}, "/venues/owned/classroom_area", "见附件"),
    (
        {"equipment": (EQUIPMENT[0], (*EQUIPMENT[1][:6], "若干", *EQUIPMENT[1][7:]), EQUIPMENT[2])},
        "/equipment/0/quantity",
        "若干",
    ),
    (
        {"managers": (MANAGERS[0], (*MANAGERS[1][:3], "近四十", *MANAGERS[1][4:]), MANAGERS[2])},
        "/managers/0/age",
        "近四十",
    ),
    (
        {
            "opinion": (
                ("申报单位意见", "同意。\n负责人（签名）：纪小雪\n2021年2月30日", *[LEFT] * 7),
            )
        },
        "/opinion/date",
        "日历",
    ),
    *(
        (
            {
                "opinion": (
                    ("申报单位意见", f"同意。\n负责人（签名）：纪小雪\n{date}", *[LEFT] * 7),
                )
            },
            "/opinion/date",
            "写全",
        )
        for date in ("24.5.20", "24年5月20日", "5/20/2024", "甲辰年四月十三")
    ),
]


@pytest.mark.parametrize(("parts", "path", "word"), UNREADABLE, ids=[p for _, p, _ in UNREADABLE])
def test_a_value_that_cannot_be_read_is_nothing_and_a_doubt(
    parts: dict[str, Rows], path: str, word: str
) -> None:
    found = submission(TITLE, form(**parts))
    value: object = found.model
    for part in path.split("/")[1:]:
        value = value[int(part)] if isinstance(value, tuple) else getattr(value, part)
    assert value is None
    doubts = remarks(TITLE, form(**parts))
    assert list(doubts) == [path]
    assert word in doubts[path]
    assert path in found.places


def test_the_quantity_is_kept_as_written_even_where_it_is_no_number() -> None:
    row = (*EQUIPMENT[1][:6], "若干", *EQUIPMENT[1][7:])
    assert read(TITLE, form(equipment=(EQUIPMENT[0], row))).equipment[0].quantity_text == "若干"


PICTURE = paragraph("", unread="picture")


def test_a_picture_where_a_value_should_stand_is_a_doubt() -> None:
    head: Rows = (*HEAD[:2], ("考点地址", PICTURE, *[LEFT] * 7), *HEAD[3:])
    assert read(TITLE, form(head=head)).address is None
    assert list(remarks(TITLE, form(head=head))) == ["/address"]


MISPRINTS = [
    ({"head": (*HEAD[:2], ("考点地扯", *HEAD[2][1:]), *HEAD[3:])}, "/address", "考点地址"),
    ({"head": (("申清单位", *HEAD[0][1:]), *HEAD[1:])}, "/applicant", "申请单位"),
    ({"venues": (("考核场池", *VENUES[0][1:]), *VENUES[1:])}, "/venues", "考核场地"),
    (
        {"examiners": ((*EXAMINER_HEADS[:7], "考评工钟", "考评员证书号"), *EXAMINERS[1:])},
        "/examiners",
        "考评工种",
    ),
]


@pytest.mark.parametrize(("parts", "path", "meant"), MISPRINTS, ids=[m for *_, m in MISPRINTS])
def test_a_label_with_a_slip_is_read_and_noted(
    parts: dict[str, Rows], path: str, meant: str
) -> None:
    found = submission(TITLE, form(**parts))
    assert found.model == RECORD
    noted = remarks(TITLE, form(**parts), kind="misprint")
    assert list(noted) == [path]
    assert meant in noted[path]


def test_hidden_text_is_not_read_and_is_noted() -> None:
    secret = paragraph("威海市示例区白石路1号", hidden="旧址：蓝湾路9号")
    head: Rows = (*HEAD[:2], ("考点地址", secret, *[LEFT] * 7), *HEAD[3:])
    assert read(TITLE, form(head=head)) == RECORD
    assert "旧址" in "".join(remarks(TITLE, form(head=head), kind="hidden").values())


PLACES = [
    ("", None, None),
    ("/applicant", 1, 2),
    ("/telephone", 2, 6),
    ("/projects", 4, 2),
    ("/projects/1", 4, 2),
    ("/staff_total", 5, 2),
    ("/teachers_total", 5, 8),
    ("/venues", 6, 1),
    ("/venues/owned/classrooms", 6, 3),
    ("/venues/owned/workshop_area", 7, 8),
    ("/venues/rented/classrooms", 8, 3),
    ("/venues/rented/classroom_area", 8, 8),
    ("/equipment", 10, 1),
    ("/equipment/0", 11, 2),
    ("/equipment/0/note", 11, 8),
    ("/equipment/1/model", 12, 5),
    ("/managers/1/qualification", 15, 7),
    ("/examiners/0/title", 17, 6),
    ("/examiners/1/certificate_number", 18, 9),
    ("/opinion/signatory", 19, 2),
    ("/opinion/date", 19, 2),
]


@pytest.mark.parametrize(("path", "row", "column"), PLACES, ids=[path for path, *_ in PLACES])
def test_every_value_and_every_blank_has_its_place(
    path: str, row: int | None, column: int | None
) -> None:
    place = submission(TITLE, form()).places[path]
    assert isinstance(place, WordPlace)
    assert (place.row, place.column) == (row, column)


def test_a_place_in_a_part_of_the_form_names_the_part() -> None:
    places = submission(TITLE, form()).places
    assert places["/examiners/1/trade"].text == "“考评员情况”下第1个表格第18行第8列"
    assert places["/address"].text == "第1个表格第3行第2列"


def test_the_blank_form_is_an_empty_record() -> None:
    empty = (ABOVE, *[""] * 8)
    blank = form(
        head=BLANK_HEAD,
        venues=(
            ("考核场地", "自有", "（  ）个教室", LEFT, LEFT, "面积", LEFT, "M^2", LEFT),
            (ABOVE, ABOVE, "（  ）个操作室", LEFT, LEFT, "面积", LEFT, "M^2", LEFT),
            (ABOVE, "租用", "（  ）个教室", LEFT, LEFT, "面积", LEFT, "M^2", LEFT),
            (ABOVE, ABOVE, "（  ）个操作室", LEFT, LEFT, "面积", LEFT, "M^2", LEFT),
        ),
        equipment=(EQUIPMENT[0], (ABOVE, "", LEFT, LEFT, "", LEFT, "", "", LEFT)),
        managers=(MANAGERS[0], empty, empty),
        examiners=(EXAMINERS[0], empty, empty),
        opinion=(("申报单位意见", "（盖章）\n负责人（签名）\n    年   月   日", *[LEFT] * 7),),
    )
    found = submission(TITLE, blank)
    assert found.model == Application()
    assert found.remarks == ()


BLANK_HEAD = (
    ("申请单位", "", "", "", "", "", "", "", ""),
    ("负责人", "", "联系电话", "", "", "", "", "", ""),
    ("考点地址", "", "", "", "", "", "", "", ""),
    ("专项职业能力考核项目", "", "", "", "", "", "", "", ""),
    ("从事考核职工总数", "", "管理人员数", "", "专职教师数", "", "", "", ""),
)


def test_a_table_that_goes_on_with_other_columns_is_a_doubt() -> None:
    rest = table(("温立冬", "女", "二级", "371000002"), number=2)
    first = table(*HEAD, *VENUES, *EQUIPMENT, *MANAGERS, *EXAMINERS[:2])
    assert list(remarks(TITLE, first, rest, table(*OPINION, number=3))) == ["/examiners"]


def test_another_form_is_no_application() -> None:
    with pytest.raises(UnreadableFile) as refused:
        extract(document("关于举办培训班的通知", table(("姓名", "电话"), ("某人", "1"))), SOURCE)
    assert refused.value.error == "unrecognised"


def test_insisting_reads_what_there_is() -> None:
    [found] = extract(document(table(("申请单位", "白石渔具厂"))), SOURCE, "application")
    assert found.model == Application(applicant="白石渔具厂")
