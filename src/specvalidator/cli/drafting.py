"""`new`: a Word form for a drafter, blank or filled from a record."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel

from specvalidator.cli.choices import one_of
from specvalidator.cli.options import NewOptions
from specvalidator.cli.pipes import is_pipe, received
from specvalidator.cli.terminal import WrongUsage, write_new
from specvalidator.errors import UnreadableFile
from specvalidator.files import bytes_of
from specvalidator.lexicon import speaking
from specvalidator.models import KIND_TITLES, Kind
from specvalidator.packs import DEFAULT_PACK, RulePack, load_pack
from specvalidator.readers.record import read_record
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.forms.application import Printed


def new(options: NewOptions) -> int:
    """Write a form; return the exit status."""
    from specvalidator import forms  # noqa: PLC0415 - only `new` writes forms

    kind = cast("Kind", one_of(KIND_TITLES, options.kind, Words("种类", "kind")))
    if kind not in forms.RECORDS:
        known = Words("、".join(forms.RECORDS), ", ".join(forms.RECORDS))
        raise WrongUsage(
            Words(
                f"{KIND_TITLES[kind].zh}（{kind}）没有表格。可用：{known.zh}",
                f"There is no form of a {KIND_TITLES[kind].en} ({kind}). There is {known.en}",
            )
        )
    record = None if options.record is None else _record(options.record, kind)
    pack = load_pack(options.pack or DEFAULT_PACK)
    printed = _printed(pack) if kind == "application" else None
    with speaking(pack.lexicon):
        data = forms.blank(kind, printed) if record is None else forms.write(record, printed)
    write_new(options.output, data, force=options.force)
    return 0


def _printed(pack: RulePack) -> "Printed":
    """Return what the pack's notice has printed on the form of an application."""
    from specvalidator.forms.application import Printed  # noqa: PLC0415 - only `new` writes forms

    least = [
        rule.params["least"]
        for _, rule in pack.rules_of("application")
        if rule.check == "examiners-for-each-project" and "least" in rule.params
    ]
    title = pack.pack.names.application_title.zh
    return Printed(title, least[0]) if least else Printed(title)


def _record(path: Path, kind: Kind) -> BaseModel:
    """Read a record from a JSON file.

    Raises:
        WrongUsage: the file cannot be read, or is no such record; the message says where.
    """
    try:
        data = received(path) if is_pipe(path) else bytes_of(path)
        return read_record(data, kind).model
    except UnreadableFile as error:
        said = error.words
        raise WrongUsage(Words(f"{path}：{said.zh}", f"{path}: {said.en}")) from None
