"""The shapes of JSON, made of the published schemas: records of each kind, reports, rule packs."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from specvalidator.models import KIND_TITLES, field_words, model_of
from specvalidator.packs import RulePack
from specvalidator.packs.cases import valid_record
from specvalidator.reports.json import CheckPage
from specvalidator.schemas import SCHEMAS
from specvalidator.wording import Lang, Words
from website import shapes
from website.markdown import LANGS, block, file_name, page, plain, switch, table

if TYPE_CHECKING:
    from pydantic import BaseModel

_TITLES: Mapping[str, Words] = {
    **{str(kind): title for kind, title in KIND_TITLES.items()},
    "report": Words("检查结果（`check --format json`）", "results (`check --format json`)"),
    "rulepack": Words("规则包（TOML）", "rule pack (TOML)"),
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the list of schemas and the page of each, in both languages."""
    for lang in LANGS:
        yield file_name("shapes/index", lang), _index(lang)
        for name in SCHEMAS:
            yield file_name(f"shapes/{name}", lang), _page(name, lang)


def _index(lang: Lang) -> str:
    rows = [
        [
            f"[`{name}`]({file_name(name, lang)})",
            _TITLES[name].said(lang),
            f"`specvalidator schema {name}`",
        ]
        for name in SCHEMAS
    ]
    head = Words("名称|内容|输出 Schema", "name|holds|print the schema").said(lang).split("|")
    names = [file_name(name, lang).removesuffix(".md") for name in SCHEMAS]
    return page(
        Words("# JSON 的格式", "# Shapes of JSON").said(lang),
        switch("index", lang),
        Words(
            "记录、检查结果和规则包的每一个字段。这些页面由 JSON Schema（2020-12）生成，"
            "命令行可以输出 Schema 本身。\n",
            "Every field of records, results and rule packs. These pages are made of the JSON "
            "Schemas (2020-12), which the command line prints.\n",
        ).said(lang),
        table(head, rows),
        "```{toctree}\n:hidden:\n:titlesonly:\n\n" + "\n".join(names) + "\n```",
    )


def _page(name: str, lang: Lang) -> str:
    schema = shapes.schema_of(name)
    descriptions = _in_english(name) if lang == "en" else schema
    colon = Words("：", ": ").said(lang)
    parts = [f"# {name}{colon}{_TITLES[name].said(lang)}", switch(name, lang)]
    described = dict(shapes.objects(descriptions))
    for shape, node in shapes.objects(schema):
        if shape:
            parts.append(f"## {shape}\n")
        parts += _object(node, described.get(shape, {}), schema, lang)
    for kind in KIND_TITLES:
        if kind == name:
            example = json.dumps(valid_record(kind), ensure_ascii=False, indent=2)
            parts += [Words("## 例子", "## Example").said(lang), block(example, "json")]
    return page(*parts)


def _in_english(name: str) -> field_words.Schema:
    """Return the schema with the descriptions that the models themselves have."""
    models: dict[str, type[BaseModel]] = {"report": CheckPage, "rulepack": RulePack}
    for kind in KIND_TITLES:
        models[kind] = model_of(kind)
    return models[name].model_json_schema(mode="serialization")


def _object(
    node: field_words.Schema, described: field_words.Schema, schema: field_words.Schema, lang: Lang
) -> Iterator[str]:
    """Yield what an object is, and the table of its fields."""
    about = _said(described, lang) or node["title"]
    yield plain(" ".join(about.split())) + "\n"
    head = Words("字段|类型|名称|说明", "field|type|on the form|meaning").said(lang).split("|")
    rows = []
    for field, value in node["properties"].items():
        title = field_words.title_of(value, schema) or ""
        note = _said(described.get("properties", {}).get(field, {}), lang).rstrip(".。")
        notes = [plain(note)] if note not in {"", title} else []
        if value.get("readOnly"):
            notes.append(Words("由其他字段算出", "computed from other fields").said(lang))
        rows.append(
            [
                f"`{field}`",
                shapes.type_of(value, schema, lang),
                plain(title),
                Words("；", "; ").said(lang).join(notes),
            ]
        )
    yield table(head, rows)


def _said(node: field_words.Schema, lang: Lang) -> str:
    """Return a description if it is in the language; English ones quote the form in Chinese."""
    text: str = node.get("description", "")
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text))
    is_chinese = 2 * chinese > len(re.findall("[A-Za-z]", text))
    return text if is_chinese == (lang == "zh") else ""
