"""Two assessment sessions as a database keeps them: records in JSON, for which there is no form."""

from drafts.values import Record

ON_TIME: Record = {
    "projects": ["苹果树修剪"],
    "site": "潮汐市职业技能鉴定所",
    "date": "2025-01-24",
    "examiners": [
        {"name": "于雨水", "certificate_number": "CX-KP-0011"},
        {"name": "宋谷雨", "certificate_number": "CX-KP-0012"},
        {"name": "毕小满", "certificate_number": "CX-KP-0013"},
    ],
    "supervisors": [{"name": "张立秋", "certificate_number": "CX-DD-0003"}],
    "candidates": [
        {"name": "王芒种", "birth_date": "1979-06-08", "age": None},
        {"name": "李大雪", "birth_date": None, "age": 45},
    ],
    "results_date": "2025-02-05",
    "file_retention_months": 36,
    "video_retention_months": 12,
}
"""Results in on the third working day after the 24th: the 26th, a Sunday worked in exchange for
the Spring Festival, the 27th, and 5 February, the first day after it."""

FAULTY: Record = {
    "projects": ["剪纸"],
    "site": "潮汐市职业技能鉴定所",
    "date": "2026-02-12",
    "examiners": [{"name": "于雨水", "certificate_number": "CX-KP-0011"}],
    "supervisors": [],
    "candidates": [
        {"name": "赵白露", "birth_date": "2010-02-13", "age": None},
        {"name": "钱霜降", "birth_date": "2010-02-12", "age": None},
    ],
    "results_date": "2026-02-25",
    "file_retention_months": 12,
    "video_retention_months": 6,
}
"""No supervisor; a candidate a day short of sixteen; results a day late although Spring Festival
2026 lay between; files kept for one year only."""
