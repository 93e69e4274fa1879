"""The drafts' values laid out as PDF: other pages than Word's, the same words."""

from collections.abc import Mapping, Sequence

from drafts import announcements, plain, site_form
from drafts.sheet import Cell, Sheet
from drafts.site_values import EQUIPMENT_COLUMNS, EXAMINER_COLUMNS, MANAGER_COLUMNS, printed
from drafts.values import Record

_DIGITS = "一二三四五六七八九"
_EDGES = (0, 90, 255, 400, 465)
"""Of the content table's columns."""
Words = Mapping[str, str]
"""Labels that a draft misprints, by what they should be."""


def specifications(
    records: Sequence[Record],
    slips: Words | None = None,
    *,
    unseen: str = "",
    picture: bool = False,
) -> bytes:
    """Return specifications, each on a new page.

    `unseen` stands in the file below the definition and not on the page; a picture stands in
    place of the equipment.
    """
    sheet = Sheet()
    for number, record in enumerate(records):
        if number:
            sheet.next()
        _specification(sheet, record, slips or {}, unseen)
        if picture:
            sheet.paragraph("（四）鉴定场地设备要求")
            sheet.picture(300, 100)
    return sheet.data()


def _specification(sheet: Sheet, record: Record, slips: Words, unseen: str) -> None:
    digits = iter(_DIGITS)
    sheet.title(f"{record['name'] or ''}专项职业能力考核规范")
    for field in ("definition", "applicants"):
        if record[field] is not None:
            sheet.paragraph(f"{next(digits)}、{_slipped(plain.HEADINGS[field], slips)}")
            sheet.paragraph(record[field])
            if unseen and field == "definition":
                sheet.unseen(unseen)
    sheet.paragraph(f"{next(digits)}、{plain.HEADINGS['content']}")
    if record["tasks"]:
        sheet.table(_EDGES, [*_head(record, slips), *map(_task, record["tasks"])])
    sheet.paragraph(f"{next(digits)}、{plain.HEADINGS['requirements']}")
    needs = [(words, record["requirements"][field]) for field, words in plain.SUBHEADINGS.items()]
    written = [(words, need) for words, need in needs if need]
    for digit, (words, need) in zip(_DIGITS, written, strict=False):
        sheet.paragraph(f"（{digit}）{words}")
        for line in need.split("\n"):
            sheet.paragraph(line)


def _head(record: Record, slips: Words) -> list[list[Cell]]:
    field = record["occupation"]["text"] if record["occupation"] else ""
    labels = [_slipped(label, slips) for label in ("能力名称", "职业领域")]
    return [
        [
            Cell(f"{labels[0]}："),
            Cell(record["ability_name"] or ""),
            Cell(f"{labels[1]}：{field}", span=2),
        ],
        [Cell(_slipped(label, slips), centred=True) for label in plain.COLUMNS],
    ]


def _task(task: Record) -> list[Cell]:
    number = "" if task["number"] is None else f"（{_DIGITS[task['number'] - 1]}）"
    return [
        Cell(number + task["name"]),
        Cell("\n".join(plain.listed(task["operations"]))),
        Cell("\n".join(plain.listed(task["knowledge"]))),
        Cell(task["weight_text"] or "", centred=True),
    ]


def _slipped(label: str, slips: Words) -> str:
    return slips.get(label, label)


def application(record: Record, slips: Words | None = None, *, unseen: str = "") -> bytes:
    """Return a site's form as the annex prints it; `unseen` stands in the file above the table."""
    sheet = Sheet()
    sheet.title(site_form.TITLE)
    if unseen:
        sheet.unseen(unseen)
    edges = [0]
    for wide in site_form.WIDTHS:
        edges.append(edges[-1] + wide)
    spans = site_form.EQUIPMENT_SPANS
    sheet.table(
        edges,
        [
            *_fields(record, slips or {}),
            *_venues(record["venues"]),
            *_part("与专项职业能力项目相适应的设施设备", site_form.EQUIPMENT, spans,
                   printed(record["equipment"], EQUIPMENT_COLUMNS)),
            *_part("组织管理人员情况", site_form.MANAGERS, (1,) * 8,
                   printed(record["managers"], MANAGER_COLUMNS)),
            *_part("考评员情况", site_form.EXAMINERS, (1,) * 8,
                   printed(record["examiners"], EXAMINER_COLUMNS)),
            _opinion(record["opinion"]),
        ],
        size=9,
    )  # fmt: skip
    sheet.paragraph(site_form.NOTE, size=9, indent=0)
    return sheet.data()


def _fields(record: Record, slips: Words) -> list[list[Cell]]:
    def pair(label: str, field: str, wide: int, span: int) -> list[Cell]:
        value = record[field]
        text = "、".join(value) if isinstance(value, list) else "" if value is None else str(value)
        return [Cell(_slipped(label, slips), wide, centred=True), Cell(text, span)]

    return [
        pair("申请单位", "applicant", 1, 8),
        [*pair("负责人", "person_in_charge", 1, 3), *pair("联系电话", "telephone", 2, 3)],
        pair("考点地址", "address", 1, 8),
        pair("专项职业能力考核项目", "projects", 2, 7),
        [
            *pair("从事考核职工总数", "staff_total", 2, 1),
            *pair("管理人员数", "managers_total", 2, 1),
            *pair("专职教师数", "teachers_total", 2, 1),
        ],
    ]


def _venues(venues: Record) -> list[list[Cell]]:
    rows = []
    for tenure, title in (("owned", "自有"), ("rented", "租用")):
        for kind, room, area in (
            ("教室", "classrooms", "classroom_area"),
            ("操作室", "workshops", "workshop_area"),
        ):
            rooms = venues[tenure]
            number, metres = (
                "   " if rooms[field] is None else str(rooms[field]) for field in (room, area)
            )
            line = [Cell(f"({number})个{kind}", 3), Cell("面积"), Cell(f"{metres} 平方米", 3)]
            rows.append([*([Cell(title, down=2)] if kind == "教室" else []), *line])
    rows[0].insert(0, Cell("考核场地", down=4))
    return rows


def _part(
    label: str, heads: Sequence[str], spans: Sequence[int], rows: Sequence[Sequence[str]]
) -> list[list[Cell]]:
    lines = [heads, *rows, [""] * len(heads)]
    found = [
        [Cell(text, span, centred=True) for text, span in zip(line, spans, strict=True)]
        for line in lines
    ]
    found[0].insert(0, Cell(label, down=len(lines), centred=True))
    return found


def _opinion(opinion: Record) -> list[Cell]:
    year, month, day = (opinion["date"] or "    -    -    ").split("-")
    signed = f"负责人(签名) {opinion['signatory'] or ''}"
    date = f"{year}年{month.removeprefix('0')}月{day.removeprefix('0')}日"
    return [
        Cell("申报单位意见", centred=True),
        Cell(f"{opinion['text'] or ''}\n(盖章)\n{signed}\n{date}", 8),
    ]


def headed_announcement() -> bytes:
    """Return the announcement with headings, one of which names two items, and a table."""
    sheet = Sheet()
    sheet.title(str(announcements.HEADED[0]["title"]))
    sheet.paragraph("为做好今年的专项职业能力考核工作，现将有关事项公告如下：")
    sheet.paragraph("一、考核项目及规范")
    rows = [announcements.COLUMNS, *announcements.PROJECTS]
    sheet.table((0, 45, 215, 335, 465), [[Cell(text, centred=True) for text in r] for r in rows])
    for line in (
        announcements.RULES,
        "二、申报条件",
        announcements.CONDITIONS,
        "三、报名时间和方式",
        *announcements.REGISTRATION,
        "四、考核方式",
        announcements.METHOD,
        "五、收费标准",
        announcements.FEES,
        f"六、联系方式：{announcements.CONTACT}",
    ):
        sheet.paragraph(line)
    _signed(sheet)
    return sheet.data()


def plain_announcement() -> bytes:
    """Return the announcement without headings."""
    sheet = Sheet()
    sheet.title(str(announcements.PLAIN[0]["title"]))
    sheet.paragraph("各区市人力资源公共服务机构：", indent=0)
    said = (announcements.OPENING, announcements.WHAT + announcements.WHERE)
    for line in (*said, announcements.WHEN, announcements.WHOM):
        sheet.paragraph(line)
    _signed(sheet)
    return sheet.data()


def _signed(sheet: Sheet) -> None:
    for line in announcements.SIGNED:
        sheet.paragraph(line, align="right")
