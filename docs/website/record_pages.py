"""The shapes of JSON, made of the published schemas: records of each kind, reports, rule packs."""

import json
from collections.abc import Iterator, Mapping

from specvalidator.cases import valid_record
from specvalidator.models import KIND_TITLES
from specvalidator.schemas import SCHEMAS
from specvalidator.wording import Lang, Words
from website import shapes
from website.field_words import said_in_chinese
from website.markdown import block, file_name, page, plain, switch, table

_LANGS: tuple[Lang, ...] = ("zh", "en")
_TITLES: Mapping[str, Words] = {
    **{str(kind): title for kind, title in KIND_TITLES.items()},
    "report": Words("检查结果（`check --format json`）", "results (`check --format json`)"),
    "rulepack": Words("规则包（TOML）", "rule pack (TOML)"),
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the list of schemas and the page of each, in both languages."""
    for lang in _LANGS:
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
        table(
            Words("名称|内容|输出 Schema", "name|holds|print the schema").said(lang).split("|"),
            rows,
        ),
        "```{toctree}\n:hidden:\n:titlesonly:\n\n" + "\n".join(names) + "\n```",
    )


def _page(name: str, lang: Lang) -> str:
    schema = shapes.schema_of(name)
    parts = [
        f"# {name}: {_TITLES[name].said(lang)}"
        if lang == "en"
        else f"# {name}：{_TITLES[name].zh}",
        switch(name, lang),
    ]
    for shape, node in shapes.objects(schema):
        if shape:
            parts.append(f"## {shape}\n")
        parts += _object(node, schema, lang)
    if name in KIND_TITLES:
        example = json.dumps(valid_record(name), ensure_ascii=False, indent=2)  # type: ignore[arg-type]
        parts += [Words("## 例子", "## Example").said(lang), block(example, "json")]
    return page(*parts)


def _object(node: shapes.Schema, schema: shapes.Schema, lang: Lang) -> Iterator[str]:
    about = node["title"] if lang == "zh" else node.get("description", "")
    yield plain(" ".join(about.split())) + "\n"
    head = Words("字段|类型|名称|说明", "field|type|on the form|meaning").said(lang).split("|")
    required = node.get("required", ())
    rows = []
    for field, value in node["properties"].items():
        notes = [value.get("description", "")]
        notes = [
            plain(said_in_chinese(note)) if lang == "zh" else plain(note) for note in notes if note
        ]
        if value.get("readOnly"):
            notes.append(Words("由其他字段算出", "computed from other fields").said(lang))
        if field in required and "default" not in value:
            notes.append(Words("必有", "always there").said(lang))
        rows.append(
            [
                f"`{field}`",
                shapes.type_of(value, schema, lang),
                plain(shapes.title_of(value, schema) or ""),
                Words("；", "; ").said(lang).join(notes),
            ]
        )
    yield table(head, rows)
