"""`rules` and `schema`: what the program knows, to read."""

from specvalidator.cli.choices import one_of
from specvalidator.cli.options import RulesOptions, SchemaOptions
from specvalidator.cli.terminal import WrongUsage, colour, columns, write
from specvalidator.packs import DEFAULT_PACK, RulePack, load_pack
from specvalidator.packs.rulebook import as_json, dropped, rule_page, rules_in_force, table
from specvalidator.reports import Style
from specvalidator.wording import Words


def rules(options: RulesOptions) -> int:
    """Print all rules of a pack, one of them or its clauses; return the exit status."""
    pack = load_pack(options.pack or DEFAULT_PACK)
    if options.clauses:
        return _clauses(pack, options)
    names = list(rules_in_force(pack))
    if options.name is not None:
        names = [one_of([*names, *dropped(pack)], options.name, Words("规则", "rule"))]
    style = Style(lang=options.lang, width=columns(), colour=colour())
    if options.format == "json":
        write(as_json(pack, names))
    elif options.name is None:
        write(table(pack, style))
    else:
        write(rule_page(pack, names[0], style, options.lang if options.lang_is_said else None))
    return 0


def _clauses(pack: RulePack, options: RulesOptions) -> int:
    from specvalidator.packs.traceability import clauses_json, clauses_page  # noqa: PLC0415 - only here

    if options.name is not None:
        raise WrongUsage(
            Words(
                "--clauses 列出全部条款，不能同时写规则名称。",
                "--clauses lists all clauses; leave the name of a rule away.",
            )
        )
    if options.format == "json":
        write(clauses_json(pack))
    else:
        write(clauses_page(pack, Style(lang=options.lang, width=columns(), colour=colour())))
    return 0


def schema(options: SchemaOptions) -> int:
    """Print a JSON Schema, or the names of all; return the exit status."""
    from specvalidator.schemas import SCHEMAS, schema_text  # noqa: PLC0415 - only for `schema`

    if options.name is None:
        write("".join(f"{name}\n" for name in SCHEMAS))
    else:
        write(schema_text(one_of(SCHEMAS, options.name, Words("模式", "schema"))))
    return 0
