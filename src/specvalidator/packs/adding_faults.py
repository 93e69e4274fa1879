"""What is wrong with what a pack adds to the forms, beyond the shape of an entry."""

from collections.abc import Iterator, Mapping

from specvalidator.errors import BadPack
from specvalidator.models.base import Kind
from specvalidator.packs.adding import PARTS, AddedField, kept, rule_name
from specvalidator.packs.law import RulePack
from specvalidator.packs.refusing import Refuse, with_nearest
from specvalidator.wording import Words

_READ: tuple[Kind, ...] = ("application", "specification", "announcement", "dossier")
"""The forms to which a pack may add."""


def refuse_unusable(pack: RulePack, file: str, refuse: Refuse) -> None:
    """Refuse fields that no form can have, and required ones of which no rule can be made.

    Raises:
        BadPack: there is one.
    """
    for kind in pack.extra:
        if kind not in _READ:
            zh, en = "、".join(_READ), ", ".join(_READ)
            said = Words(f"只有 {zh} 可以增设栏目", f"fields can be added to {en} only")
            refuse(BadPack(file, f"extra.{kind}", said))
            continue
        for name, field in kept(pack.extra, kind):
            for key, said in _faults(pack, kind, name, field):
                refuse(BadPack(file, f"extra.{kind}.{name}{key}", said))


def _faults(
    pack: RulePack, kind: Kind, name: str, field: AddedField
) -> Iterator[tuple[str, Words]]:
    parts = PARTS.get(kind, ())
    if field.part is not None and field.part not in parts:
        zh = f"，可用：{'、'.join(parts)}" if parts else "，请去掉 part"
        en = f"; there is {', '.join(parts)}" if parts else "; drop `part`"
        said = Words(
            f"{kind} 没有可以增设栏目的部分“{field.part}”{zh}",
            f"{kind} has no part “{field.part}” to which one can add{en}",
        )
        yield ".part", said
    if kind == "dossier" and field.value != "text":
        yield (
            ".value",
            Words("材料的文件没有这种内容，请去掉", "a paper holds no such value; drop it"),
        )
    if name.endswith("_text"):
        said = Words(
            "名称不能以 _text 结尾，那是原文的名称", "the name may not end in _text, as texts do"
        )
        yield "", said
    for key, label in (("title.zh", field.title.zh), *(("also", each) for each in field.also)):
        if not label.strip():
            yield f".{key}", Words("叫法不能为空", "a label should not be empty")
    yield from _of_clause(pack, kind, name, field)


def _of_clause(
    pack: RulePack, kind: Kind, name: str, field: AddedField
) -> Iterator[tuple[str, Words]]:
    if field.clause is None:
        if field.required:
            yield (
                ".required",
                Words(
                    "必填的栏目须用 clause 写明依据的条款",
                    "a required field should name the clause that asks for it",
                ),
            )
        return
    clause = pack.clauses.get(field.clause)
    if clause is None:
        said = Words(f"没有条款“{field.clause}”", f"there is no clause “{field.clause}”")
        yield ".clause", with_nearest(said, field.clause, pack.clauses)
        return
    rule = pack.rules.get(rule_name(name))
    if field.required and (rule is None or rule.kind != kind):
        yield (
            "",
            Words(
                f"必填的栏目会有规则“{rule_name(name)}”，这个名称已被占用，请改名",
                f"a rule “{rule_name(name)}” is made of it, and there is another; rename it",
            ),
        )


def faults_of_labels(
    added: Mapping[str, AddedField], taken: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, Words]]:
    """Yield labels that stand for something else already, after the key that names them.

    Args:
        added: what a pack adds to one form.
        taken: for the form itself ("") and for each part, what is known by which label, folded.
    """
    seen: dict[tuple[str, str], str] = {}
    for name, field in added.items():
        part = field.part or ""
        for key, label in (("title", field.title.zh), *(("also", each) for each in field.also)):
            written = "".join(label.split())
            own = taken.get(part, {}).get(written)
            other = own or seen.setdefault((part, written), name)
            if own or other != name:
                yield (
                    f"{name}.{key}",
                    Words(
                        f"“{label}”已是“{other}”的叫法，请换一个",
                        f"“{label}” stands for “{other}” already; take another",
                    ),
                )
