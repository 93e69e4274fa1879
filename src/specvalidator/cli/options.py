"""What a command was told: a frozen value for each command, made once all is known."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, dataclass_transform

from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.findings import Gravity
    from specvalidator.settings.reading import Settings


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Told:
    """A frozen dataclass to whoever reads it; Python compiles code for each that calls itself one.

    That took a fifteenth of the time in which the program judges a draft.
    """

    def __init__(self, **said: Any) -> None:  # noqa: ANN401 - what the fields declare
        fields = self.fields()
        absent = [name for name in fields if name not in said and not hasattr(self, name)]
        if absent or not fields >= said.keys():
            raise TypeError(f"{type(self).__name__}: {absent}, {sorted(said.keys() - fields)}")
        vars(self).update(said)

    def __setattr__(self, name: str, _: object) -> NoReturn:
        raise AttributeError(f"{name} of {type(self).__name__} cannot be set")

    @classmethod
    def fields(cls) -> set[str]:
        """Return the names of all fields."""
        return {name for each in cls.__mro__ for name in getattr(each, "__annotations__", ())}


class Options(_Told):
    """What every command has. Names are those of the command line, and so are the meanings."""

    lang: Lang
    lang_is_said: bool
    """Whether somebody chose the language."""
    settings: "Settings | None"
    """What the folder keeps, None where it keeps nothing."""


class PackOptions(Options):
    """By what is judged; None is what is usual."""

    pack: str | Path | None


class JudgingOptions(PackOptions):
    """How files are judged."""

    catalogue: Path | None
    kind: str | None = None
    select: tuple[str, ...] = ()
    """The rules that are asked alone; all where there is none."""
    ignore: tuple[str, ...] = ()
    """The rules that are not asked."""


class LimitOptions(Options):
    """How much a file may ask."""

    limit: tuple[str, ...]
    isolate: bool | None = None


class ChoiceOptions(Options):
    """Which files are looked at."""

    exclude: tuple[str, ...] | None
    force_exclude: bool
    skip_unrecognised: bool


class ReadOptions(PackOptions, LimitOptions, ChoiceOptions):
    """The options of `read`."""

    files: tuple[Path, ...]
    kind: str | None
    quiet: bool = False
    """Whether remarks are left away."""


class WaiverOptions(Options):
    """What is let pass, and what is grave."""

    waivers: Path | None
    on: str | None
    fail_on: "Gravity"


class JudgedOptions(ReadOptions, JudgingOptions, WaiverOptions):
    """The options of what judges files one by one."""

    redact: bool


class CheckOptions(JudgedOptions):
    """The options of `check`."""

    format: str
    output: Path | None
    copies: Path | None
    statistics: bool
    watch: bool
    verbose: bool


class LetterOptions(JudgedOptions):
    """The options of `letter`."""

    out: Path
    format: str
    template: Path | None
    since: Path | None
    force: bool


class CompareOptions(LimitOptions, JudgingOptions):
    """The options of `compare`."""

    old: Path
    new: Path
    format: str
    output: Path | None
    fail_on: "Gravity"


class AnnotateOptions(ReadOptions, JudgingOptions, WaiverOptions):
    """The options of `annotate`; without `output` and `out`, copies are beside the originals."""

    output: Path | None
    out: Path | None
    force: bool
    suggest: bool
    summary: bool


class BatchOptions(LimitOptions, ChoiceOptions, JudgingOptions, WaiverOptions):
    """The options of `batch`."""

    source: str
    out: Path
    workers: int | None
    engine: str
    ray_address: str | None
    html: bool
    redact: bool


class RulesOptions(PackOptions):
    """The options of `rules`."""

    name: str | None
    clauses: bool
    format: str


class SchemaOptions(Options):
    """The options of `schema`."""

    name: str | None


class CompletionOptions(Options):
    """The options of `completion`."""

    shell: str


class NewOptions(PackOptions):
    """The options of `new`."""

    kind: str
    record: Path | None
    output: Path
    force: bool


class PackCommandOptions(Options):
    """The options of `pack`."""

    action: str
    packs: tuple[str, ...]
    extends: str | None
    output: Path | None
    force: bool


class ConvertOptions(PackOptions, LimitOptions):
    """The options of `convert`."""

    file: Path
    output: Path
    kind: str | None
    number: int | None
    force: bool


class WaiveOptions(JudgingOptions):
    """The options of `waive`."""

    rule: str
    file: str
    reason: str
    until: str
    approved_by: str | None
    path: str | None
    text: str | None
    digest: bool
    waivers: Path | None


class ServeOptions(LimitOptions, JudgingOptions):
    """The options of `serve`; None is its own default."""

    host: str | None
    port: int | None
    open: bool
    tokens: Path | None
    no_tokens: bool
    workers: int | None
    waiting: int | None
    body: str | None
    files: int | None
    hostname: tuple[str, ...]
    cors: tuple[str, ...]


class TokenOptions(Options):
    """The options of `token`."""

    name: str
    tokens: Path
