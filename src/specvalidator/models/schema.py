"""The JSON Schema of a record (draft 2020-12), as it goes in and as it comes out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from specvalidator.extra import EXTRA, ExtraField, ExtraKind
from specvalidator.models import Kind, model_of
from specvalidator.version import __version__

Schema = dict[str, Any]


def identifier(name: str) -> str:
    """Return the `$id` of a published schema, which names its version."""
    return f"urn:specvalidator:{name}:{__version__}"


def record_schema(kind: Kind, added: Sequence[ExtraField] | None = None) -> Schema:
    """Return the schema of a kind of record.

    What is derived from other values may be there when a record comes out, and is read only.

    Args:
        kind: of what.
        added: the fields that a pack adds, the only ones that may stand under `extra` then.
    """
    model = model_of(kind)
    schema = model.model_json_schema(mode="validation")
    output = model.model_json_schema(mode="serialization")
    for given, printed in zip(
        objects(schema, model).values(), objects(output, model).values(), strict=True
    ):
        for name, value in printed["properties"].items():
            given["properties"].setdefault(name, value)
    if added is not None:
        for name, each in objects(schema, model).items():
            if EXTRA in each["properties"]:
                part = "" if name == model.__name__ else _PARTS.get(name, name)
                each["properties"][EXTRA] = _of_added([x for x in added if x.part == part])
    return schema


_PARTS: Mapping[str, str] = {
    "Equipment": "equipment",
    "Manager": "managers",
    "Examiner": "examiners",
    "Requirements": "requirements",
}
"""What a pack calls the parts of a form, by the names of their models."""


def _of_added(fields: Iterable[ExtraField]) -> Schema:
    properties: Schema = {}
    for each in fields:
        named = {"title": each.title.zh, "description": each.title.en}
        properties[each.name] = {**named, **_SHAPES[each.value]}
        if each.value != "text":
            properties[f"{each.name}_text"] = {**named, **_SHAPES["text"]}
    shape = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"anyOf": [shape, {"type": "null"}]}


_SHAPES: Mapping[ExtraKind, Schema] = {
    "text": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    "number": {"anyOf": [{"type": "number"}, {"type": "null"}]},
    "day": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
}


def objects(schema: Schema, model: type[BaseModel]) -> dict[str, Schema]:
    """Return the objects that a schema describes, by the names of their models."""
    definitions: Schema = schema.get("$defs", {})
    named = {model.__name__: schema, **{name: definitions[name] for name in sorted(definitions)}}
    return {name: each for name, each in named.items() if "properties" in each}
