"""检查数据库中的一条记录 · Check a record that never was a file, and write its Word form.

usage: python database_record.py [FORM.docx]
"""

import sqlite3
import sys
from pathlib import Path

import specvalidator as sv
from specvalidator.forms import write

_TABLES = """
create table ability (name text, definition text, occupation text);
create table task (number int, name text, operation text, knowledge text, weight real);
insert into ability values
    ('窗帘缝制', '运用平缝机和窗帘面料，在店铺内，进行量裁、缝合，制作窗帘的能力。',
     '6-05-01-03缝纫工');
insert into task values
    (1, '量窗与裁料', '按窗宽、窗高裁剪面料', '裁剪工具的安全使用', 40),
    (2, '缝合', '针距均匀，卷边宽窄一致', '平缝机的安全操作', 40),
    (3, '熨烫与挂装', '挂装后左右对称', '用电与防烫伤知识', 15);
"""


def specification(database: sqlite3.Connection) -> sv.Specification:
    """Return the record; columns that the database does not have stay empty."""
    name, definition, occupation = database.execute("select * from ability").fetchone()
    tasks = [
        {
            "number": number,
            "name": task,
            "operations": [{"number": 1, "text": operation}],
            "knowledge": [{"number": 1, "text": knowledge}],
            "weight": weight,
            "weight_text": f"{weight:g}%",
        }
        for number, task, operation, knowledge, weight in database.execute("select * from task")
    ]
    return sv.Specification.model_validate(
        {
            "name": name,
            "definition": definition,
            "ability_name": name,
            "occupation": {"code": occupation[:10], "name": occupation[10:], "text": occupation},
            "tasks": tasks,
        }
    )


def main(form: Path | None) -> None:
    """Print the findings with their paths in the record; write the form if asked to."""
    with sqlite3.connect(":memory:") as database:
        database.executescript(_TABLES)
        record = specification(database)
    report = sv.check(record)
    print(report.verdict)
    for finding in report.findings:
        print(f"{finding.location.path or '/'}\t{finding.rule}\t{finding.message}")
    if form is not None:
        form.write_bytes(write(record))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
