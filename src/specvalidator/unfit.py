"""What a report says of a record that does not fit: a finding for each value that does not."""

from specvalidator.findings import (
    Clause,
    Finding,
    Location,
    PackReference,
    Report,
    RuleReference,
)
from specvalidator.models import Kind
from specvalidator.models.schema import identifier
from specvalidator.packs.binding import BoundPack
from specvalidator.submission import SchemaError, UnfitRecord
from specvalidator.wording import Lang, Words

RULE = "unfit-record"
"""The rule that such findings name. It is no rule of a pack: what it quotes is the schema."""
TITLE = Words("记录应符合公布的格式", "A record fits the published schema")


def report_unfit(error: UnfitRecord, bound: BoundPack, lang: Lang = "zh") -> Report:
    """Return the report of a record that does not fit. No rule of the pack was asked."""
    kind, header = error.kind, bound.pack.pack
    return Report(
        source=error.source,
        kind=kind,
        pack=PackReference(id=header.id, number=header.number, edition=header.edition),
        findings=tuple(_finding(each, kind, lang) for each in error.misfits),
        passed=(),
        by_hand=bound.by_hand[kind][lang],
        rules=(
            RuleReference(
                name=RULE,
                title=TITLE.said(lang),
                gravity="error",
                basis="must",
                clause=_clause(kind, TITLE.zh),
            ),
        ),
    )


def _finding(misfit: SchemaError, kind: Kind, lang: Lang) -> Finding:
    suggestion = Words(
        f"请按公布的格式改正后重新提交；格式见 specvalidator schema {kind}。",
        f"Correct it and hand it in again; specvalidator schema {kind} prints what fits.",
    )
    return Finding(
        rule=RULE,
        kind="fail",
        severity="error",
        basis="must",
        message=_sentence(misfit.reason, lang),
        suggestion=suggestion.said(lang),
        location=Location(path=misfit.path),
        clause=_clause(kind, misfit.title),
        facts={},
    )


def _clause(kind: Kind, text: str) -> Clause:
    return Clause(id="record-schema", where=f"JSON Schema {identifier(kind)}", text=text)


def _sentence(words: Words, lang: Lang) -> str:
    said = words.said(lang)
    stop = "" if said.endswith(("？", "?")) else Words("。", ".").said(lang)
    return said[:1].upper() + said[1:] + stop
