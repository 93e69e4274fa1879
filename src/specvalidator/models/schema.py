"""The JSON Schema of a record (draft 2020-12), as it goes in and as it comes out."""

from typing import Any

from pydantic import BaseModel

from specvalidator.models import Kind, model_of
from specvalidator.version import __version__

Schema = dict[str, Any]


def identifier(name: str) -> str:
    """Return the `$id` of a published schema, which names its version."""
    return f"urn:specvalidator:{name}:{__version__}"


def record_schema(kind: Kind) -> Schema:
    """Return the schema of a kind of record.

    What is derived from other values may be there when a record comes out, and is read only.
    """
    model = model_of(kind)
    schema = model.model_json_schema(mode="validation")
    output = model.model_json_schema(mode="serialization")
    for given, printed in zip(
        objects(schema, model).values(), objects(output, model).values(), strict=True
    ):
        for name, value in printed["properties"].items():
            given["properties"].setdefault(name, value)
    return schema


def objects(schema: Schema, model: type[BaseModel]) -> dict[str, Schema]:
    """Return the objects that a schema describes, by the names of their models."""
    definitions: Schema = schema.get("$defs", {})
    named = {model.__name__: schema, **{name: definitions[name] for name in sorted(definitions)}}
    return {name: each for name, each in named.items() if "properties" in each}
