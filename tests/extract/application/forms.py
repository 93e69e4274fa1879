"""A filled application form as a document, part by part, for tests to lay out differently."""

from collections.abc import Sequence

from extract.building import ABOVE, LEFT, SOURCE, Content, Part, document, table
from specvalidator.document import Table
from specvalidator.extract import extract
from specvalidator.models.application import (
    Application,
    Equipment,
    Examiner,
    Manager,
    Opinion,
    Rooms,
    Venues,
)
from specvalidator.submission import Submission

Rows = Sequence[Sequence[Content]]

TITLE = "山东省专项职业能力考点设立申请表"
HEAD: Rows = (
    ("申请单位", "白石渔具厂", *[LEFT] * 7),
    ("负责人", "纪小雪", LEFT, LEFT, "联系电话", "0631-5550147", LEFT, LEFT, LEFT),
    ("考点地址", "威海市示例区白石路1号", *[LEFT] * 7),
    ("专项职业能力考核项目", "渔网修补、钓竿装配", *[LEFT] * 7),
    ("从事考核职工总数", "12", LEFT, "管理人员数", "2", LEFT, "专职教师数", "5", LEFT),
)
VENUES: Rows = (
    ("考核场地", "自有", "（2）个教室", LEFT, LEFT, "面积", LEFT, "120 M^2", LEFT),
    (ABOVE, ABOVE, "（1）个操作室", LEFT, LEFT, "面积", LEFT, "85.5 M^2", LEFT),
    (ABOVE, "租用", "（  ）个教室", LEFT, LEFT, "面积", LEFT, "M^2", LEFT),
    (ABOVE, ABOVE, "（3）个操作室", LEFT, LEFT, "面积", LEFT, "60 M^2", LEFT),
)
EQUIPMENT: Rows = (
    (
        "与专项职业能力项目相适应的设施设备",
        *("名称", LEFT, LEFT, "型号规格", LEFT, "数量", "备注", LEFT),
    ),
    (ABOVE, "织网架", LEFT, LEFT, "ZW-3", LEFT, "6套", "", LEFT),
    (ABOVE, "装配台", LEFT, LEFT, "", LEFT, "10", "自制", LEFT),
)
MANAGERS: Rows = (
    (
        "组织管理\n人员情况",
        *("姓名", "性别", "年龄", "文化程度", "职务\n（或职称）"),
        *("职业资格证书\n（等级）", "专业", "备注"),
    ),
    (ABOVE, "纪小雪", "女", "48", "大专", "负责人", "", "企业管理", ""),
    (ABOVE, "汤大暑", "男", "35", "本科", "考务", "三级", "水产", "兼职"),
)
EXAMINER_HEADS: tuple[Content, ...] = (
    "考评员情况",
    *("姓名", "性别", "年龄", "文化程度", "职称\n（级别）"),
    *("职业资格证书\n（等级）", "考评工种", "考评员证书号"),
)
EXAMINERS: Rows = (
    EXAMINER_HEADS,
    (ABOVE, "汤大暑", "男", "35", "本科", "", "三级", "渔网修补", "371000001"),
    (ABOVE, "温立冬", "女", "41", "中专", "工程师", "二级", "钓竿装配", "371000002"),
)
OPINION: Rows = (
    (
        "申报单位意见",
        "同意申报。\n（盖章）\n负责人（签名）：纪小雪\n2021年3月15日",
        *[LEFT] * 7,
    ),
)
NOTE = "备注：“考评员情况”一栏，每个拟开展考评的项目至少填写3名考评员"

RECORD = Application(
    applicant="白石渔具厂",
    person_in_charge="纪小雪",
    telephone="0631-5550147",
    address="威海市示例区白石路1号",
    projects=("渔网修补", "钓竿装配"),
    staff_total=12,
    managers_total=2,
    teachers_total=5,
    venues=Venues(
        owned=Rooms.model_validate(
            {"classrooms": 2, "classroom_area": 120, "workshops": 1, "workshop_area": 85.5}
        ),
        rented=Rooms.model_validate({"workshops": 3, "workshop_area": 60}),
    ),
    equipment=(
        Equipment.model_validate(
            {"name": "织网架", "model": "ZW-3", "quantity": 6, "quantity_text": "6套"}
        ),
        Equipment.model_validate(
            {"name": "装配台", "quantity": 10, "quantity_text": "10", "note": "自制"}
        ),
    ),
    managers=(
        Manager(
            name="纪小雪", sex="女", age=48, education="大专", position="负责人", major="企业管理"
        ),
        Manager(
            name="汤大暑",
            sex="男",
            age=35,
            education="本科",
            position="考务",
            qualification="三级",
            major="水产",
            note="兼职",
        ),
    ),
    examiners=(
        Examiner(
            name="汤大暑",
            sex="男",
            age=35,
            education="本科",
            qualification="三级",
            trade="渔网修补",
            certificate_number="371000001",
        ),
        Examiner(
            name="温立冬",
            sex="女",
            age=41,
            education="中专",
            title="工程师",
            qualification="二级",
            trade="钓竿装配",
            certificate_number="371000002",
        ),
    ),
    opinion=Opinion.model_validate(
        {"text": "同意申报。", "signatory": "纪小雪", "date": "2021-03-15"}
    ),
)
"""What the form above says, written by hand."""


def form(  # noqa: PLR0913 - the parts of the form
    *,
    head: Rows = HEAD,
    venues: Rows = VENUES,
    equipment: Rows = EQUIPMENT,
    managers: Rows = MANAGERS,
    examiners: Rows = EXAMINERS,
    opinion: Rows = OPINION,
) -> Table:
    """Return the form as one table, parts in the order of the annex."""
    return table(*head, *venues, *equipment, *managers, *examiners, *opinion)


def submission(*parts: Part) -> Submission:
    """Return the one application that a document of these parts holds, recognised without help."""
    [only] = extract(document(*parts), SOURCE)
    assert only.kind == "application"
    return only


def read(*parts: Part) -> Application:
    """Return the record of the one application of a document."""
    model = submission(*parts).model
    assert isinstance(model, Application)
    return model


def remarks(*parts: Part, kind: str = "doubt") -> dict[str, str]:
    """Return the reader's remarks of a kind: path and Chinese words."""
    found = submission(*parts).remarks
    return {remark.path: remark.message.zh for remark in found if remark.kind == kind}
