"""The published JSON Schemas (draft 2020-12), made from the models: `python -m` writes them."""

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import rtoml
from pydantic import BaseModel

from specvalidator.models import KIND_TITLES, Kind, model_of
from specvalidator.models.schema import Schema, identifier, objects, record_schema
from specvalidator.packs import RulePack
from specvalidator.packs.cases import valid_record
from specvalidator.reports.json import CheckPage
from specvalidator.shipped import data_folder


def schema_text(name: str) -> str:
    """Return a schema as JSON with an indent of 2 and a line end.

    Raises:
        KeyError: there is no such schema.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier(name),
        **SCHEMAS[name](),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _record(kind: Kind) -> Schema:
    schema = _worded(record_schema(kind), model_of(kind))
    return {**schema, "examples": [valid_record(kind)]}


_ABSENT_WHERE_OWN = {"notice"}
"""A clause names its notice only where that is not the pack's own."""


def _report() -> Schema:
    """Return the schema of what `check` prints, where only the notice of a clause may be absent."""
    schema = CheckPage.model_json_schema(mode="serialization")
    for each in objects(schema, CheckPage).values():
        required = [name for name in each["properties"] if name not in _ABSENT_WHERE_OWN]
        each["required"] = required  # null where there is nothing
    return _worded(schema, CheckPage)


def _pack() -> Schema:
    """Return the schema of a pack's file; one that extends another holds only what differs."""
    schema = _worded(RulePack.model_json_schema(mode="validation"), RulePack)
    definitions = schema["$defs"]
    extending = {"properties": {"pack": {"required": ["extends"]}}}
    whole = {
        "required": schema.pop("required"),
        "properties": {
            part: {"additionalProperties": {"required": definitions[name].pop("required")}}
            for part, name in (("clauses", "ClauseText"), ("rules", "Rule"))
        },
    }
    return {**schema, "required": ["pack"], "if": extending, "then": {}, "else": whole}


def _worded(schema: Schema, model: type[BaseModel]) -> Schema:
    """Give every object and field its description in Chinese, and fields their examples."""
    words = _words()
    for name, each in objects(schema, model).items():
        each["description"] = words[name][""]
        for field, value in each["properties"].items():
            description, *examples = words[name][field]
            if "$ref" not in value:  # else the object says it
                value["description"] = description
                value.update({"examples": examples} if examples else {})
    return schema


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    path = Path(__file__).with_name("schema_words.toml")
    return rtoml.loads(path.read_text(encoding="utf-8"))


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    **{kind: partial(_record, kind) for kind in KIND_TITLES},
    "report": _report,
    "rulepack": _pack,
}
"""Every published schema by name."""


def write_schemas(folder: Path) -> None:
    """Write every schema to a folder, as NAME.schema.json."""
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        text = schema_text(name)
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(data_folder("schemas"))
