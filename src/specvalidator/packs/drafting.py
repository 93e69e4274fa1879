"""The beginning of a pack that extends another, for its author to fill in."""

from specvalidator.packs.law import Names, PackHeader, RulePack

_ASKED = ("title", "issuer", "number", "jurisdiction", "issued", "effective_from")


def draft_of(pack_id: str, extends: RulePack) -> str:
    """Return the TOML of a pack that changes nothing yet; what its author must say is left open.

    Args:
        pack_id: its id.
        extends: the pack that it extends.
    """
    header = extends.pack
    values = {name: getattr(header, name) for name in _ASKED}
    fields = PackHeader.model_fields
    asked = "\n".join(
        f"# {name} = {_written(value)}   # {fields[name].title}" for name, value in values.items()
    )
    names = "\n".join(
        f'# {name} = {{ zh = "", en = "" }}   # {field.title} {field.description}'
        for name, field in Names.model_fields.items()
    )
    return _DRAFT.format(id=pack_id, asked=asked, names=names, parent=header.id)


def _written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


_DRAFT = """\
# 只写与 {parent} 不同之处 · only what differs from {parent}
# 随时核对 · look through it at any time:  specvalidator pack check {id}.toml
[pack]
id = "{id}"
extends = "{parent}"
edition = "1.0"   # 本文件的版次 · of this file, not of the notice
# 去掉 #，写成本通知的 · take away the # and write what this notice says:
{asked}

# 通知的称谓，说明中用 $office 等引用 · what the notice calls offices and papers
[pack.names]
{names}

# 改一个数：先写本通知的条文和出处，再写数 · a number: first the notice's own words, then the number
# [clauses.annex2-task-count]
# where = "附件1 四"
# text = "……"
#
# [rules.too-few-tasks.params]
# least = 4

# 停用一条规则、不采用一个条款，都写理由 · drop a rule or a clause, and say why
# [rules.separate-theory-exam]
# off = "……"

# 增设一个栏目 · a field of its own, under `extra` in records: see docs/packs.md
# [extra.application.credit_code]
# title = {{ zh = "统一社会信用代码", en = "credit code" }}
# required = true
# clause = "……"   # 须有 [clauses.……] · of a clause that this file has

# 改轻重 · another gravity: error, warning, note, review
# [rules.definition-off-format]
# severity = "review"
"""
