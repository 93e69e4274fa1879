"""What the published schemas say of a record: its objects, and the form's own words for a value."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from specvalidator.schemas import schema_text
from specvalidator.wording import Lang, Words

Schema = Mapping[str, Any]
_TYPES: Mapping[str, Words] = {
    "string": Words("字符串", "string"),
    "integer": Words("整数", "integer"),
    "number": Words("数", "number"),
    "boolean": Words("true 或 false", "true or false"),
    "null": Words("null", "null"),
    "object": Words("对象", "object"),
    "array": Words("列表", "list"),
}
_DATE = Words("日期（YYYY-MM-DD）", "date (YYYY-MM-DD)")
_ANY = Words("任意值", "any value")


@cache
def schema_of(name: str) -> Schema:
    """Return a published schema."""
    schema: Schema = json.loads(schema_text(name))
    return schema


def objects(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield the schema's own object under the name "", then those it defines, by name."""
    yield "", schema
    for name, shape in schema.get("$defs", {}).items():
        if "properties" in shape:
            yield name, shape


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


def type_of(  # noqa: PLR0911 - one for each way to say a type
    node: Schema, schema: Schema, lang: Lang
) -> str:
    """Say the type of a value, in Markdown; an object of its own is a link to its table."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        shape = schema["$defs"][name]
        return (
            f"[{name}](#{name.lower()})" if "properties" in shape else type_of(shape, schema, lang)
        )
    for several in ("anyOf", "oneOf"):
        if several in node:
            words = dict.fromkeys(type_of(each, schema, lang) for each in node[several])
            return Words("或", " or ").said(lang).join(words)
    if "const" in node or "enum" in node:
        values = node.get("enum") or [node["const"]]
        return Words("、", ", ").said(lang).join(f"`{value}`" for value in values)
    if "items" in node:
        return Words("列表：", "list of ").said(lang) + type_of(node["items"], schema, lang)
    if isinstance(node.get("additionalProperties"), Mapping):
        of = type_of(node["additionalProperties"], schema, lang)
        return Words(f"对象，每个键的值：{of}", f"object whose values are: {of}").said(lang)
    if node.get("format") == "date":
        return _DATE.said(lang)
    return _TYPES.get(node.get("type", ""), _ANY).said(lang)


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
