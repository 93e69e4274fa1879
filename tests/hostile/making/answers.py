"""Files about which there is more to say than anybody can read."""

import json
import random

from hostile.making.base import REPORT, Collection
from readers.word.word_files import docx, paragraph, zipped
from specvalidator.packs.cases import valid_record

ANSWERS = Collection()
_HAN = range(0x4E00, 0x9FA5)
_HEADINGS = ("二、适用对象",)


def forms(count: int) -> bytes:
    """Return a Word file that holds so many specifications, each as poor as can be."""
    return docx("".join(map(_form, range(count))))


def _form(number: int) -> str:
    lines = (f"拉面{number}制作工专项职业能力考核规范", "一、定义", "运用面粉的能力。", *_HEADINGS)
    return "".join(map(paragraph, lines))


def letters(count: int, seed: int = 0) -> str:
    """Return so many letters as no compression makes small, so that they are no zip bomb."""
    choose = random.Random(seed)  # noqa: S311 - to be the same each time, not to be secret
    return "".join(map(chr, choose.choices(_HAN, k=count)))


def _json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


@ANSWERS.file("forms.docx", "thousands of forms in five kilobytes", "too-large", "timeout")
def _forms() -> bytes:
    return forms(1_500)


@ANSWERS.file("forms-allowed.docx", "as many forms as there may be", REPORT)
def _forms_allowed() -> bytes:
    return forms(500)


@ANSWERS.file("forms-in-an-archive.zip", "ten files of 100 forms each", "too-large", "timeout")
def _forms_in_archive() -> bytes:
    return zipped({f"{number}.docx": forms(100) for number in range(10)})


@ANSWERS.file("misfits.json", "thousands of values that do not fit", "too-large", REPORT)
def _misfits() -> bytes:
    return _json({"name": "拉面", "tasks": [{"number": "a", "weight": []}] * 4_000})


@ANSWERS.file("misfits-allowed.json", "2,400 values that do not fit", REPORT)
def _misfits_allowed() -> bytes:
    return _json({"name": "拉面", "tasks": [{"number": "a", "weight": []}] * 1_200})


@ANSWERS.file(
    "faulty-entries.json", "9,000 candidates, each at fault", REPORT, "too-large", "timeout"
)
def _candidates() -> bytes:
    return candidates(9_000)


@ANSWERS.file("faulty-entries-allowed.json", "2,400 candidates, each at fault", REPORT, "timeout")
def _candidates_allowed() -> bytes:
    return candidates(2_400)


def candidates(count: int) -> bytes:
    """Return a session of so many candidates, each too young."""
    people = [{"name": f"张{k}", "birth_date": "2020-01-01", "age": None} for k in range(count)]
    return _json(valid_record("session") | {"candidates": people})


@ANSWERS.file("long-values.json", "a name of seven million letters", REPORT, "too-large")
def _long() -> bytes:
    return _json({"name": "拉" * 2_500_000, "tasks": []})


@ANSWERS.file("long-values.docx", "a title of a million and a half of letters", "unrecognised")
def _long_title() -> bytes:
    return docx(
        paragraph(letters(1_500_000) + "专项职业能力考核规范")
        + paragraph("一、定义")
        + paragraph("运用面粉的能力。")
    )


@ANSWERS.file("same-names.json", "300 projects of one name: each is related to all", REPORT)
def _same() -> bytes:
    people = [{"name": "张三", "certificate_number": "A1", "trade": "面点制作"} for _ in range(300)]
    return _json({"applicant": "乙", "projects": ["面点制作"] * 300, "examiners": people})
