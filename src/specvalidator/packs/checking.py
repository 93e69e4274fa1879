"""Everything that is wrong with a pack's file at once, and what its author may want to look at."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from specvalidator.errors import BadPack
from specvalidator.extract import FORMS, form_of
from specvalidator.extract.dossier import names
from specvalidator.lexicon import ADDED, speaking, texts_of
from specvalidator.models import Kind
from specvalidator.packs import Names, RulePack, find_parent, shaped
from specvalidator.packs.adding import kept, with_added_rules
from specvalidator.packs.adding_faults import faults_of_labels
from specvalidator.packs.binding import bind
from specvalidator.packs.consistency import refuse_inconsistent
from specvalidator.packs.files import merged, with_shared_params
from specvalidator.packs.refusing import line_of, with_line
from specvalidator.packs.sound import sound_part, tables
from specvalidator.packs.traceability import traced
from specvalidator.wording import Words


class Advice(NamedTuple):
    """What an author may want to look at; the pack can be used as it is."""

    line: int | None
    key: str
    said: Words


class ExaminedPack(NamedTuple):
    """A pack's file, looked through."""

    file: str
    pack: RulePack | None
    """None where there are mistakes."""
    faults: tuple[BadPack, ...]
    """Every mistake, in the order of the file."""
    advice: tuple[Advice, ...]


def examined(path: Path) -> ExaminedPack:
    """Return everything that is wrong with a pack's file, and what may be."""
    found: list[BadPack] = []
    pack = None
    try:
        pack = _gathered(path, found)
    except BadPack as fault:  # what keeps everything else from being looked at
        found.append(fault)
    faults = [with_line(fault, path) for fault in _each_once(found)]
    faults.sort(key=lambda fault: fault.line or 0)
    if faults or pack is None:
        return ExaminedPack(path.name, None, tuple(faults), ())
    advice = sorted(_advice(pack, path), key=lambda each: each.line or 0)
    return ExaminedPack(path.name, pack, (), tuple(advice))


def _gathered(path: Path, found: list[BadPack]) -> RulePack | None:
    """Return the pack, as far as it is one; its mistakes are added to those found.

    Raises:
        BadPack: a mistake that hides the others, such as a file that is no TOML.
    """
    entries = merged(path, find_parent, found.append)
    entries = with_shared_params(with_added_rules(entries), path.name, found.append)
    pack: RulePack | None
    try:
        pack = shaped(entries, path.name, found.append)
    except ValidationError:
        wrong = {fault.key for fault in found}
        pack = sound_part(entries, wrong, path.name, found.append)
    if pack is None:
        return None
    wrong = {fault.key for fault in found}
    inconsistent: list[BadPack] = []
    refuse_inconsistent(pack, path.name, inconsistent.append)
    named = {
        rule.get("clause") for rule in tables(entries, "rules").values() if isinstance(rule, dict)
    }
    found += [each for each in inconsistent if each.key.removeprefix("clauses.") not in named]
    rules = {
        name: rule
        for name, rule in pack.rules.items()
        if not any(key.startswith(f"rules.{name}.clause") for key in wrong)
    }
    bind(pack.model_copy(update={"rules": rules}), (), refuse=found.append)
    found += _of_words(pack, path.name)
    found += _of_labels(pack, path.name)
    return pack


def _form_is_ready(kind: Kind) -> None:
    form_of(kind).ready()


_READY: Mapping[Kind, Callable[[], object]] = {
    **{kind: partial(_form_is_ready, kind) for kind in FORMS},
    "dossier": names.words,
}
"""What makes the words of each kind ready that has some."""


def _of_words(pack: RulePack, file: str) -> Iterator[BadPack]:
    """Yield what keeps a pack's words from being looked for."""
    for form in pack.words:
        if form not in _READY:
            known = Words("、".join(_READY), ", ".join(_READY))
            said = Words(f"只有{known.zh}有用语", f"there are words of {known.en} only")
            yield BadPack(file, f"words.{form}", said)
            continue
        try:
            with speaking(pack.lexicon):
                _READY[form]()
        except BadPack as fault:
            yield BadPack(file, f"words.{form}.{fault.key}", fault.reason)


def _of_labels(pack: RulePack, file: str) -> Iterator[BadPack]:
    """Yield labels of what a pack adds to the forms that stand for something else already."""
    for kind in pack.extra:
        if kind in _LABELS:
            taken = _taken(kind, pack.lexicon.entries(kind))
            for key, said in faults_of_labels(dict(kept(pack.extra, kind)), taken):
                yield BadPack(file, f"extra.{kind}.{key}", said)


_LABELS: Mapping[Kind, Mapping[str, str]] = {
    "application": {"fields": "", "sections": ""},
    "specification": {"head": "", "parts": "requirements"},
    "announcement": {"items": ""},
    "dossier": {"papers": ""},
}
"""Which words of a form are the labels of which part of it."""


def _taken(kind: Kind, entries: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return what is known by which label in each part of a form."""
    taken: dict[str, dict[str, str]] = {}
    for table, part in _LABELS[kind].items():
        for name, entry in entries[table].items():
            if name == "paper":  # words of papers that are not asked for
                continue
            taken.setdefault(part, {}).update(dict.fromkeys(_literal(entry), name))
    for part, columns in entries["columns"].items() if kind == "application" else ():
        for head, field in columns.items():
            labels = dict.fromkeys(_literal(entries["heads"][head]), field)
            taken.setdefault(part, {}).update(labels)
    return taken


def _literal(entry: Mapping[str, Any]) -> Iterator[str]:
    for label in texts_of(entry, "names", "exact", ADDED):
        yield "".join(label.split())


def _each_once(faults: list[BadPack]) -> Iterator[BadPack]:
    """Yield mistakes; what follows from one at an entry that holds it is not said again."""
    seen: list[str] = []
    for fault in faults:
        if fault.key not in seen and not any(fault.key.startswith(f"{key}.") for key in seen):
            yield fault
        seen.append(fault.key)


def _advice(pack: RulePack, path: Path) -> Iterator[Advice]:
    for key, said in (*_misquoted(pack, path), *_gaps(pack), *_unnamed(pack)):
        yield Advice(line_of(key, path), key, said)


def _misquoted(pack: RulePack, path: Path) -> Iterator[tuple[str, Words]]:
    """Yield rules whose numbers are the pack's own, and whose clause is another notice's."""
    for name, rule in pack.rules.items():
        notice = pack.clauses[rule.clause].notice
        key = f"rules.{name}.params"
        if notice and pack.why_dropped(rule) is None and _is_at(key, path):
            yield (
                key,
                Words(
                    f"改了参数，但引用的仍是{notice}的条文（{rule.clause}）；"
                    f"请在 [clauses.{rule.clause}] 写明本文件的条文和出处",
                    f"the params are changed, but the clause quoted ({rule.clause}) is that of "
                    f"{notice}; give the pack's own text and place in [clauses.{rule.clause}]",
                ),
            )


def _is_at(key: str, path: Path) -> bool:
    """Say whether the file itself has an entry, and not only one that holds it."""
    return line_of(key, path) not in (None, line_of(key.rpartition(".")[0], path)) or any(
        line.strip().startswith(f"[{key}") for line in path.read_text(encoding="utf-8").splitlines()
    )


def _gaps(pack: RulePack) -> Iterator[tuple[str, Words]]:
    """Yield clauses that are kept, though every rule that tests them is dropped."""
    for each in traced(pack):
        if not each.is_covered and each.dropped:
            rules = ", ".join(name for name, _ in each.dropped)
            yield (
                f"rules.{each.dropped[0][0]}",
                Words(
                    f"停用后，条款 {each.id} 没有规则（{rules}）；不采用的，请在 "
                    f"[clauses.{each.id}] 写 off 和理由，要人看的，写 by_hand",
                    f"the clause {each.id} is left without a rule ({rules}); say `off` and why in "
                    f"[clauses.{each.id}] if it is not kept, `by_hand` if a person looks",
                ),
            )


def _unnamed(pack: RulePack) -> Iterator[tuple[str, Words]]:
    """Yield what the notice may call by a name, and wordings call by what it is."""
    unnamed = [name for name in Names.model_fields if name not in pack.pack.names.model_fields_set]
    if unnamed:
        listed = ", ".join(unnamed)
        yield (
            "pack.names",
            Words(
                f"没有写称谓：{listed}；说明中用通称，可在 [pack.names] 写通知的说法",
                f"no name for {listed}: wordings use a general one; [pack.names] may give the "
                "notice's own",
            ),
        )
