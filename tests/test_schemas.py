"""The published schemas are fresh, valid, in Chinese, and fit what goes in and comes out."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import specvalidator as sv
from specvalidator import schemas
from specvalidator.errors import UnreadableFile
from specvalidator.models import MODELS, Kind, Specification
from specvalidator.packs import known_packs
from specvalidator.packs.cases import valid_record
from specvalidator.places import Source, WordPlace, spoken
from specvalidator.reports import Failure
from specvalidator.reports.json import pieces_of_submissions
from specvalidator.schemas import SCHEMAS, schema_text
from specvalidator.shipped import data_folder
from specvalidator.submission import Submission
from specvalidator.wording import Words

PACKS = [data_folder("rules") / f"{name}.toml" for name in known_packs()] + sorted(
    (Path(__file__).parents[1] / "examples" / "packs").glob("*.toml")
)


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


def _misfits(name: str, value: object) -> list[str]:
    validator = Draft202012Validator(_schema(name))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_file_is_fresh(name: str) -> None:
    published = data_folder("schemas") / f"{name}.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text(name), (
        "write it anew: python -m specvalidator.schemas"
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_valid_and_names_its_version(name: str) -> None:
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:specvalidator:{name}:{sv.__version__}"


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, each in [("", schema), *schema.get("$defs", {}).items()]:
        if "properties" in each:
            yield name, each


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the fields that are no objects of their own, which speak for themselves."""
    for name, each in _objects(schema):
        for field, value in each["properties"].items():
            if "$ref" not in value:
                yield f"{name}.{field}", value


def _is_chinese(text: str) -> bool:
    return any("一" <= c <= "鿿" for c in text)


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("word", ["title", "description"])
def test_every_object_and_field_has_its_words_in_chinese(name: str, word: str) -> None:
    schema = _schema(name)
    english = [
        where
        for where, each in [*_objects(schema), *_fields(schema)]
        if not _is_chinese(each.get(word, ""))
    ]
    assert not english, "titles stand in the models, descriptions in schema_words.toml"


def _holds_objects(value: dict[str, Any]) -> bool:
    return "#/$defs/" in json.dumps(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_of_one_value_has_an_example_that_fits(name: str) -> None:
    schema = _schema(name)
    for where, value in _fields(schema):
        examples = value.get("examples", [])
        assert examples or _holds_objects(value), f"{where} needs an example"
        alone = Draft202012Validator({"$defs": schema.get("$defs", {}), **value})
        for example in examples:
            assert alone.is_valid(example), where


@pytest.mark.parametrize("kind", MODELS)
def test_a_record_schema_shows_a_whole_record_that_passes(kind: Kind) -> None:
    (example,) = _schema(kind)["examples"]

    assert sv.check(example, kind=kind).verdict == "pass"


def test_no_words_are_left_over() -> None:
    words = tomllib.loads(
        (Path(schemas.__file__).with_name("schema_words.toml")).read_text("utf-8")
    )
    described = {
        (name or ROOTS[schema], field)
        for schema in SCHEMAS
        for name, each in _objects(_schema(schema))
        for field in ["", *each["properties"]]
    }
    assert {(name, field) for name, table in words.items() for field in table} == described


ROOTS: dict[str, str] = {
    **{kind: model.__name__ for kind, model in MODELS.items()},
    "report": "CheckPage",
    "rulepack": "RulePack",
}


def test_the_valid_record_fits_with_and_without_derived_values() -> None:
    record = valid_record("specification")
    assert _misfits("specification", record) == []
    whole = json.loads(Specification.model_validate(record).model_dump_json())
    assert "examiner_minimum" in whole["requirements"]
    assert _misfits("specification", whole) == []


def test_derived_values_are_read_only() -> None:
    properties = _schema("specification")["$defs"]["Requirements"]["properties"]
    derived = {name for name, value in properties.items() if value.get("readOnly")}
    assert derived == {"examiner_minimum", "duration_minutes", "pass_mark"}


MISFITS: list[tuple[dict[str, Any], str]] = [
    ({"nmae": "拉面制作"}, "a field that is none"),
    ({"name": 3}, "a number for a text"),
    ({"tasks": {}}, "an object for a list"),
    ({"tasks": [{"weight": "20%"}]}, "a text for a number"),
    ({"occupation": {"code": "4-03-02-02"}}, "a part that must be there"),
]


@pytest.mark.parametrize(("record", "why"), MISFITS, ids=[why for _, why in MISFITS])
def test_a_record_that_does_not_fit_is_refused(record: dict[str, Any], why: str) -> None:
    assert _misfits("specification", record), why


def test_what_read_prints_fits_the_record_schema() -> None:
    model = Specification.model_validate(valid_record("specification"))
    submission = Submission(source=None, kind="specification", model=model)
    page = "".join(pieces_of_submissions([submission], []))
    assert _misfits("specification", json.loads(page)["submissions"][0]["model"]) == []


def _source(name: str) -> Source:
    return Source(name=name, media_type=None, sha256="0" * 64, size=3)


def test_what_check_prints_fits_the_report_schema() -> None:
    empty = Submission(
        source=_source("empty.docx"),
        kind="specification",
        model=Specification(),
        places={"": spoken(WordPlace(block=1, paragraph=1))},
    )
    failure = Failure(_source("a.docx"), UnreadableFile("corrupt", Words("已损坏。", "Damaged.")))
    page = json.loads(sv.render([sv.check(empty)], "json", errors=[failure]))
    assert page["reports"][0]["findings"]
    assert _misfits("report", page) == []


def test_a_report_without_a_verdict_does_not_fit() -> None:
    page = json.loads(sv.render([sv.check(Specification())], "json"))
    del page["reports"][0]["verdict"]
    assert _misfits("report", page)


def _toml(path: Path) -> dict[str, Any]:
    """Return a pack as editors see it: dates are texts."""
    pack = tomllib.loads(path.read_text(encoding="utf-8"))
    header = pack["pack"]
    pack["pack"] = {k: v.isoformat() if isinstance(v, date) else v for k, v in header.items()}
    return pack


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_pack_fits_the_pack_schema(path: Path) -> None:
    assert _misfits("rulepack", _toml(path)) == []


def test_a_pack_that_extends_another_may_change_one_number() -> None:
    pack = _toml(data_folder("rules") / "weihai-2021-5.toml")
    changed = {
        "pack": pack["pack"] | {"id": "rongcheng-2022", "extends": "weihai-2021-5"},
        "rules": {"too-few-tasks": {"params": {"least": 4}}},
    }
    assert _misfits("rulepack", changed) == []
    del changed["pack"]["extends"]
    assert _misfits("rulepack", changed), "on its own a pack must be whole"


def test_a_pack_with_a_slip_does_not_fit() -> None:
    pack = _toml(data_folder("rules") / "weihai-2021-5.toml")
    pack["rules"]["weight-total"]["serverity"] = "error"
    assert _misfits("rulepack", pack)
