"""A record's fields and values in the words of the form, as its JSON Schema calls them."""

import json
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def resolved(node: Schema, schema: Schema) -> Schema:
    """Return what a node refers to; of several shapes the first that is not null."""
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node or "oneOf" in node:
            shapes = node.get("anyOf") or node["oneOf"]
            node = next(shape for shape in shapes if shape.get("type") != "null")
        else:
            return node


def label(pointer: str, schema: Schema) -> str:
    """Say a JSON Pointer in the words of the form, such as 工作任务第1项 › 考核比重."""
    node, words = schema, list[str]()
    for part in pointer.split("/")[1:]:
        node = resolved(node, schema)
        if part.isdecimal():
            node = node["items"]
            words[-1] += f"第{int(part) + 1}项"
        elif part == "-":
            node = node["items"]
            words[-1] += "再加一项"
        else:
            # A number is called by its own name where the text it was read from is meant.
            node = node["properties"].get(part.removesuffix("_text"), node["properties"][part])
            words.append(title_of(node, schema) or part)
    return " › ".join(words)


def title_of(node: Schema, schema: Schema) -> str | None:
    """Return the form's name for a value; None where it has none."""
    title: str | None = node.get("title") or resolved(node, schema).get("title")
    return title


def said(value: object, node: Schema, schema: Schema) -> str:
    """Say a value of a record in the words of the form."""
    node = resolved(node, schema)
    if isinstance(value, Mapping):
        shapes = node.get("properties", {})
        parts = [
            f"{title_of(shapes[key], schema) or key}：{said(each, shapes[key], schema)}"
            if key in shapes
            else f"{key}：{each}"
            for key, each in value.items()
        ]
        return "（" + "，".join(parts) + "）"
    if isinstance(value, list):
        return "、".join(said(each, node["items"], schema) for each in value) or "（空）"
    if isinstance(value, str):
        return f"“{value}”" if value else "（空）"
    if value is None:
        return "（空）"
    return json.dumps(value, ensure_ascii=False)


def value_at(pointer: str, schema: Schema) -> Schema:
    """Return the shape of the value that a pointer names."""
    node = schema
    for part in pointer.split("/")[1:]:
        node = resolved(node, schema)
        node = node["items"] if part.isdecimal() or part == "-" else node["properties"][part]
    return node
