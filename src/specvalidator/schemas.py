"""The published JSON Schemas (draft 2020-12), made from the models: `python -m` writes them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from specvalidator.models import Announcement, Application, Dossier, Session, Specification
from specvalidator.packs import RulePack, data_folder
from specvalidator.reports.json import CheckPage
from specvalidator.version import __version__

_Schema = dict[str, Any]


def schema_text(name: str) -> str:
    """Return a schema as JSON with an indent of 2 and a line end.

    Raises:
        KeyError: there is no such schema.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:specvalidator:{name}:{__version__}",
        **SCHEMAS[name](),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def record_schema(model: type[BaseModel]) -> _Schema:
    """Return the schema of a record, as it goes in and as it comes out.

    What is derived from other values may be there when a record comes out, and is read only.
    """
    schema = model.model_json_schema(mode="validation")
    output = model.model_json_schema(mode="serialization")
    for given, printed in zip(_objects(schema), _objects(output), strict=True):
        for name, value in printed["properties"].items():
            given["properties"].setdefault(name, value)
    return schema


def _objects(schema: _Schema) -> list[_Schema]:
    """Return the schema's own object and those it defines, by name."""
    definitions: Mapping[str, _Schema] = schema.get("$defs", {})
    objects = [schema, *(definitions[name] for name in sorted(definitions))]
    return [each for each in objects if "properties" in each]


def _report() -> _Schema:
    schema = CheckPage.model_json_schema(mode="serialization")
    return _all_required(schema)


def _pack() -> _Schema:
    """Return the schema of a pack's file; one that extends another holds only what differs."""
    schema = RulePack.model_json_schema(mode="validation")
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


def _all_required(schema: _Schema) -> _Schema:
    """Say that every key is always printed, null where there is nothing."""
    for each in _objects(schema):
        each["required"] = list(each["properties"])
    return schema


SCHEMAS: Mapping[str, Callable[[], _Schema]] = {
    "specification": lambda: record_schema(Specification),
    "application": lambda: record_schema(Application),
    "dossier": lambda: record_schema(Dossier),
    "announcement": lambda: record_schema(Announcement),
    "session": lambda: record_schema(Session),
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
