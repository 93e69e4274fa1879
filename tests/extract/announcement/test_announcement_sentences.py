"""Announcements without headings, and in tables."""

import pytest

from extract.building import Part, document, table
from specvalidator.extract import extract
from specvalidator.extract.announcement.vocabulary import Item
from specvalidator.models import Announcement
from specvalidator.places import Source
from specvalidator.submission import Submission

SOURCE = Source(name="notice.docx", media_type="test", sha256="0" * 64, size=1)
TITLE = "关于开展2025年专项职业能力考核的公告"
OPENING = (
    "根据威人社字〔2021〕5号文件（2021年2月4日印发）精神，现将专项职业能力考核有关事项公告如下："
)


def submission(*parts: Part) -> Submission:
    (found,) = extract(document(TITLE, OPENING, *parts), SOURCE)
    assert found.kind == "announcement"
    return found


def record(*parts: Part) -> Announcement:
    model = submission(*parts).model
    assert isinstance(model, Announcement)
    return model


TOLD: list[tuple[str, Item]] = [
    ("今年的考核项目为拉面制作、社区绿化。", "projects"),
    ("我市将组织拉面制作、社区绿化等6个项目的考核。", "projects"),
    ("考核项目见附件1。", "projects"),
    ("按照省备案的《拉面制作专项职业能力考核规范》进行评判。", "specifications"),
    ("考核规范可在市人社局官网查询。", "specifications"),
    ("附件：拉面制作专项职业能力考核规范", "specifications"),
    ("考核定于2025年4月12日在蓝屿职业培训学校进行。", "schedule"),
    ("每季度最后一个周六组织一次考核。", "schedule"),
    ("凡年满16周岁、具有相应技能的劳动者均可申报。", "eligibility"),
    ("考核对象为农村转移就业劳动者和下岗失业人员。", "eligibility"),
    ("请于3月1日前到市民中心2楼窗口报名。", "registration"),
    ("报名人员登录山东省专项职业能力考核系统填写信息并报名。", "registration"),
    ("符合条件的人员可通过微信小程序申报。", "registration"),
    ("报名地点：市民中心2楼。", "registration"),
    ("考核采用现场实际操作的方式。", "method"),
    ("以完成作品的方式进行考核。", "method"),
    ("考核分理论知识考试和操作技能考核。", "method"),
]


@pytest.mark.parametrize(("sentence", "item"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_a_sentence_gives_an_item(sentence: str, item: Item) -> None:
    found = submission("请各单位周知。" + sentence)

    assert getattr(found.model, item) == sentence
    assert found.places[f"/{item}"].text == "第3段"


NOT_TOLD: list[tuple[str, Item, str]] = [
    ("具有相应技能的劳动者均可申报。", "registration", "who may register, and not how"),
    ("达到法定劳动年龄的人员可以报名。", "registration", "达到 is no way to a place"),
    ("成绩合格的颁发证书。", "method", "that marks are given does not say how"),
    ("本公告自发布之日起施行。", "schedule", "no assessment is spoken of"),
]


@pytest.mark.parametrize(("sentence", "item", "why"), NOT_TOLD, ids=[why for *_, why in NOT_TOLD])
def test_other_sentences_give_nothing(sentence: str, item: Item, why: str) -> None:
    assert getattr(record(sentence), item) is None, why


def test_the_opening_gives_nothing_though_it_speaks_of_assessments_and_days() -> None:
    found = submission("特此公告。")

    assert found.model.model_dump(exclude={"title"}, exclude_none=True) == {}
    assert found.remarks == ()


def test_a_sentence_that_only_may_give_an_item_is_left_to_a_person() -> None:
    found = submission("考核标准以省里的为准。")
    assert isinstance(found.model, Announcement)

    assert found.model.specifications is None
    assert [(each.kind, each.path) for each in found.remarks] == [("doubt", "/specifications")]
    assert "考核标准以省里的为准" in found.remarks[0].message.zh


def test_where_only_the_time_of_registration_is_told_it_is_what_is_read() -> None:
    assert (
        record("请于3月1日前到市民中心2楼窗口报名。").schedule
        == "请于3月1日前到市民中心2楼窗口报名。"
    )


def test_an_item_with_a_heading_is_not_sought_elsewhere() -> None:
    read = record("一、考核方式", "二、其他事项", "考核采用实际操作的方式。")

    assert read.method is None


def test_the_date_of_the_signature_is_no_schedule() -> None:
    found = submission("请周知。", "蓝屿市人力资源公共服务中心", "2025年1月15日")

    assert getattr(found.model, "schedule") is None  # noqa: B009 - the model is any record
    assert found.remarks == ()


def test_labels_stand_before_their_values() -> None:
    read = record(
        table(
            ("考核项目", "拉面制作"),
            ("考核规范", "按备案的规范执行"),
            ("考核时间", "4月12日"),
            ("报名条件", "年满16周岁"),
            ("报名方式", "到窗口办理"),
            ("考核方式", "实际操作"),
        )
    )

    assert read.model_dump(exclude={"title"}, exclude_none=True) == {
        "projects": "拉面制作",
        "specifications": "按备案的规范执行",
        "schedule": "4月12日",
        "eligibility": "年满16周岁",
        "registration": "到窗口办理",
        "method": "实际操作",
    }


def test_labels_and_values_may_share_a_row() -> None:
    read = record(
        table(
            ("考核项目", "拉面制作", "考核方式", "实际操作"), ("报名条件", "年满16周岁", "<", "<")
        )
    )

    assert (read.projects, read.method, read.eligibility) == ("拉面制作", "实际操作", "年满16周岁")


def test_a_label_may_span_the_rows_of_its_values() -> None:
    read = record(
        table(("一、考核项目", "拉面制作"), ("^", "社区绿化"), ("二、考核方式", "实际操作"))
    )

    assert (read.projects, read.method) == ("拉面制作\n社区绿化", "实际操作")


def test_labels_may_head_columns() -> None:
    read = record(
        table(
            ("序号", "项目名称", "考核时间", "报名条件"),
            ("1", "拉面制作", "4月12日", "年满16周岁"),
            ("2", "社区绿化", "5月17日", "^"),
        )
    )

    assert read.projects == "拉面制作\n社区绿化"
    assert read.schedule == "4月12日\n5月17日"
    assert read.eligibility == "年满16周岁"


def test_a_table_below_a_heading_belongs_to_it_and_gives_its_columns() -> None:
    read = record(
        "一、考核项目",
        table(("序号", "项目名称", "考核时间"), ("1", "拉面制作", "4月12日")),
        "二、报名方式",
        "到窗口办理",
    )

    assert read.projects is not None
    assert "拉面制作" in read.projects
    assert read.schedule == "4月12日"
    assert read.registration == "到窗口办理"


def test_each_value_in_a_table_has_the_place_of_its_cell() -> None:
    found = submission(table(("考核项目", "拉面制作"), ("考核方式", "实际操作")))

    assert found.places["/method"].text == "“考核方式”下第1个表格第2行第2列"
