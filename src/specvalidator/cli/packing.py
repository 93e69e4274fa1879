"""`pack`: for those who write rule packs."""

from pathlib import Path

from specvalidator.cli.options import PackCommandOptions
from specvalidator.cli.terminal import WrongUsage, colour, columns, write, write_new
from specvalidator.packs import DEFAULT_PACK, load_pack, located_pack
from specvalidator.reports import Style
from specvalidator.wording import Lang, Words

_USES: dict[str, Words] = {
    "check": Words("pack check FILE…", "pack check FILE…"),
    "diff": Words("pack diff A B", "pack diff A B"),
    "new": Words("pack new --extends ID -o FILE.toml", "pack new --extends ID -o FILE.toml"),
}


def pack(options: PackCommandOptions) -> int:
    """Do what is asked about packs; return the exit status."""
    match options.action:
        case "check" if options.packs:
            return max(_checked(each, options.lang) for each in options.packs)
        case "diff" if len(options.packs) == len(("A", "B")):
            ours, theirs = options.packs
            return _compared(ours, theirs, options.lang)
        case "new" if not options.packs and options.output is not None:
            return _begun(options.output, options)
    raise WrongUsage(
        Words(
            f"用法：specvalidator {_USES[options.action].zh}",
            f"usage: specvalidator {_USES[options.action].en}",
        )
    )


def _checked(given: str, lang: Lang) -> int:
    """Print everything that is wrong with a pack; return 1 if anything is."""
    from specvalidator.packs.checking import examined  # noqa: PLC0415 - only here

    path = located_pack(given)
    result = examined(path)
    lines = [_line(path, each.line, each.key, each.reason.said(lang)) for each in result.faults]
    lines += [
        _line(path, each.line, each.key, _ADVICE.said(lang) + each.said.said(lang))
        for each in result.advice
    ]
    counted = Words(
        f"{len(result.faults)}处错误，{len(result.advice)}处提请注意",
        f"{len(result.faults)} mistakes, {len(result.advice)} remarks",
    )
    write("".join(f"{line}\n" for line in (*lines, f"{path.name}: {counted.said(lang)}")))
    return 1 if result.faults else 0


_ADVICE = Words("注意：", "note: ")


def _line(path: Path, line: int | None, key: str, said: str) -> str:
    at = path.name if line is None else f"{path.name}:{line}"
    said = said.removeprefix(f"（第{line}行）").removeprefix(f"(line {line}) ")
    return f"{at}: {key}: {said}" if key else f"{at}: {said}"


def _compared(ours: str, theirs: str, lang: Lang) -> int:
    from specvalidator.packs.comparing import differences_page  # noqa: PLC0415 - only here

    style = Style(lang=lang, width=columns(), colour=colour())
    write(differences_page(load_pack(ours), load_pack(theirs), style))
    return 0


def _begun(output: Path, options: PackCommandOptions) -> int:
    from specvalidator.packs.drafting import draft_of  # noqa: PLC0415 - only here

    extended = load_pack(options.extends or DEFAULT_PACK)
    text = draft_of(output.stem, extended)
    write_new(output, text.encode(), force=options.force)
    return 0
