"""Values travel as JSON: they come back equal, and what is no such value does not come back."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import specvalidator as sv
from specvalidator.document import Document
from specvalidator.errors import BadPack, ProgramFailed, UnreadableFile
from specvalidator.findings import Report
from specvalidator.places import PdfPlace, Place, Source
from specvalidator.readers import read_document
from specvalidator.reports import Failure
from specvalidator.submission import SchemaError, Submission, UnfitRecord
from specvalidator.wording import Words
from specvalidator.workers.values import packed, unpacked

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*EXAMPLES.glob("*.docx"), *EXAMPLES.glob("*.pdf"), *EXAMPLES.glob("*.zip")])


def there_and_back(value: object, shape: Any) -> Any:  # noqa: ANN401 - any of them
    return unpacked(packed(value), shape)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_a_file_gives_comes_back_equal(path: Path) -> None:
    submissions = sv.read(path)
    reports = [sv.check(each, lang="en") for each in submissions]

    assert there_and_back(submissions, list[Submission]) == submissions
    again = there_and_back(reports, list[Report])
    assert again == reports
    assert sv.render(again, "json") == sv.render(reports, "json")
    assert [type(each.model) for each in there_and_back(submissions, list[Submission])] == [
        type(each.model) for each in submissions
    ]


@pytest.mark.parametrize("path", [each for each in FILES if each.suffix != ".zip"][:6])
def test_a_document_comes_back_equal(path: Path) -> None:
    document = read_document(path.read_bytes())

    assert there_and_back(document, Document) == document


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (Decimal("33.30"), Decimal),
        (dt.date(2026, 2, 28), dt.date),
        (b"\x00\xff", bytes),
        ("half a character \ud83d", str),
        (1e300, float),
        ((1, "a", None), tuple[int, str, int | None]),
        ({1: ("a",), 2: ()}, Mapping[int, tuple[str, ...]]),
        (PdfPlace(page=1, box=(0, 0.1, 2, 3), lang="en"), Place),
    ],
)
def test_every_kind_of_value_comes_back_as_it_was(value: object, shape: object) -> None:
    again = there_and_back(value, shape)

    assert (again, type(again), repr(again)) == (value, type(value), repr(value))


def test_refusals_come_back_with_all_that_they_say() -> None:
    source = Source(name="a", media_type=None, sha256=None, size=3)
    misfits = (SchemaError("/a", Words("错", "wrong"), "字段"),)
    unfit = UnfitRecord("session", Words("坏", "bad"), misfits, source)
    for error in (unfit, ProgramFailed("KeyError at a.py:1"), BadPack("f", "k", Words("错", "x"))):
        shape: Any = BadPack if isinstance(error, BadPack) else UnreadableFile
        again = there_and_back(error, shape)
        assert (type(again), again.__dict__) == (type(error), error.__dict__)
    failure = Failure(source, unfit)
    assert there_and_back(failure, list[Report] | Failure).error.misfits == misfits


SOURCE = json.loads(packed(Source(name="a", media_type=None, sha256=None, size=3)))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x80\x04K\x01.", id="a pickle"),
        pytest.param(b"[" * 100_000, id="lists without end"),
        pytest.param(b"[]", id="another shape"),
        pytest.param(json.dumps({"Report": SOURCE["Source"]}), id="another class"),
        pytest.param(json.dumps({"os.system": ["true"]}), id="a name to call"),
        pytest.param(json.dumps({"Source": SOURCE["Source"][:-1]}), id="a field too few"),
        pytest.param(json.dumps({"Source": [*SOURCE["Source"], 1]}), id="a field too many"),
        pytest.param(json.dumps({"Source": [1, *SOURCE["Source"][1:]]}), id="another type"),
        pytest.param(json.dumps(SOURCE | {"Words": ["a", "b"]}), id="two classes"),
    ],
)
def test_what_is_no_such_value_is_refused(data: bytes | str) -> None:
    with pytest.raises(ValueError, match="no "):
        unpacked(data if isinstance(data, bytes) else data.encode(), Source)


def test_what_does_not_travel_is_said() -> None:
    with pytest.raises(TypeError, match="does not travel"):
        packed(object())
