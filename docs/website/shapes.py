"""What the published schemas say of a record: its objects, and the form's own words for a value."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from specvalidator.models.field_words import Schema
from specvalidator.schemas import schema_text
from specvalidator.wording import Lang, Words

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
