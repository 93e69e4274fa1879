"""The application form of 附件3 as a table in raw XML, in the layout that the annex prints."""

from collections.abc import Sequence

from drafts.word import cell, paragraph, row, table

WIDTHS = (950, 1050, 700, 700, 900, 1150, 1350, 1150, 1350)
"""Of the nine columns, in twentieths of a point."""
TITLE = "山东省专项职业能力考点设立申请表"
NOTE = "备注：“考评员情况”一栏，每个拟开展考评的项目至少填写3名考评员"
EQUIPMENT = ("名称", "型号规格", "数量", "备注")
MANAGERS = (
    *("姓名", "性别", "年龄", "文化程度", "职务\n(或职称)", "职业资格证书\n(等级)", "专业", "备注"),
)
EXAMINERS = (
    *("姓名", "性别", "年龄", "文化程度", "职称\n(级别)", "职业资格证书\n(等级)"),
    *("考评工种", "考评员证书号"),
)
EQUIPMENT_SPANS = (3, 2, 1, 2)


def fields(
    applicant: str, person: str, telephone: str, address: str, projects: str, *counts: str
) -> list[str]:
    """Return the rows from 申请单位 to 专职教师数."""
    staff, managers, teachers = counts
    return [
        row(_label("申请单位"), cell(applicant, span=8)),
        row(_label("负责人"), cell(person, span=3), _label("联系电话", 2), cell(telephone, span=3)),
        row(_label("考点地址"), cell(address, span=8)),
        row(_label("专项职业能力考核项目", 2), cell(projects, span=7)),
        row(
            *(_label("从事考核职工总数", 2), cell(staff), _label("管理人员数", 2), cell(managers)),
            *(_label("专职教师数", 2), cell(teachers)),
        ),
    ]


def venues(*lines: tuple[str, str]) -> list[str]:
    """Return the rows of 考核场地 from four pairs of rooms and area, such as ("2", "120")."""
    kinds = ("教室", "操作室", "教室", "操作室")
    rows = []
    for index, ((rooms, area), kind) in enumerate(zip(lines, kinds, strict=True)):
        merge = "continue" if index else "restart"
        tenure = ("自有", "", "租用", "")[index]
        rows.append(
            row(
                cell("" if index else "考核场地", merge=merge, align="center"),
                cell(tenure, merge="restart" if tenure else "continue", align="center"),
                cell(f"({rooms})个{kind}", span=3, align="center"),
                _label("面积"),
                cell(f"{area} M²" if area else "M²", span=3, align="center"),
            )
        )
    return rows


def part(
    label: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, headed: bool = True
) -> list[str]:
    """Return one of the inner tables with its label at the side."""
    spans = EQUIPMENT_SPANS if len(heads) == len(EQUIPMENT_SPANS) else (1,) * len(heads)
    lines = [heads, *rows] if headed else list(rows)
    return [
        row(
            cell("" if index else label, merge="continue" if index else "restart", align="center"),
            *(
                cell(text, span=span, align="center")
                for text, span in zip(line, spans, strict=True)
            ),
        )
        for index, line in enumerate(lines)
    ]


def opinion(*blocks: str) -> list[str]:
    """Return the row of 申报单位意见."""
    return [row(_label("申报单位意见"), cell(*blocks, span=8))]


def right(*runs: str) -> str:
    """Return a paragraph at the right, as seal, signature and date stand."""
    return paragraph(*runs, align="right")


def form(*rows: list[str]) -> str:
    """Return the table."""
    return table(WIDTHS, *(each for group in rows for each in group))


def _label(text: str, span: int = 1) -> str:
    return cell(text, span=span, align="center")
