"""What a command was told: a frozen value for each command, made once all is known."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.wording import Lang

if TYPE_CHECKING:
    from specvalidator.findings import Gravity
    from specvalidator.settings.reading import Settings


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every command has. Names are those of the command line, and so are the meanings."""

    lang: Lang
    lang_is_said: bool
    """Whether somebody chose the language."""
    settings: "Settings | None"
    """What the folder keeps, None where it keeps nothing."""


@dataclass(frozen=True, kw_only=True)
class PackOptions(Options):
    """By what is judged; None is what is usual."""

    pack: str | Path | None


@dataclass(frozen=True, kw_only=True)
class JudgingOptions(PackOptions):
    """How files are judged."""

    catalogue: Path | None
    kind: str | None = None
    select: tuple[str, ...] = ()
    """The rules that are asked alone; all where there is none."""
    ignore: tuple[str, ...] = ()
    """The rules that are not asked."""


@dataclass(frozen=True, kw_only=True)
class LimitOptions(Options):
    """How much a file may ask."""

    limit: tuple[str, ...]
    isolate: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ChoiceOptions(Options):
    """Which files are looked at."""

    exclude: tuple[str, ...] | None
    force_exclude: bool
    skip_unrecognised: bool


@dataclass(frozen=True, kw_only=True)
class ReadOptions(LimitOptions, ChoiceOptions):
    """The options of `read`."""

    files: tuple[Path, ...]
    kind: str | None
    quiet: bool = False
    """Whether remarks are left away."""


@dataclass(frozen=True, kw_only=True)
class WaiverOptions(Options):
    """What is let pass, and what is grave."""

    waivers: Path | None
    on: str | None
    fail_on: "Gravity"


@dataclass(frozen=True, kw_only=True)
class JudgedOptions(ReadOptions, JudgingOptions, WaiverOptions):
    """The options of what judges files one by one."""

    redact: bool


@dataclass(frozen=True, kw_only=True)
class CheckOptions(JudgedOptions):
    """The options of `check`."""

    format: str
    output: Path | None
    copies: Path | None
    statistics: bool
    watch: bool
    verbose: bool


@dataclass(frozen=True, kw_only=True)
class LetterOptions(JudgedOptions):
    """The options of `letter`."""

    out: Path
    format: str
    template: Path | None
    since: Path | None
    force: bool


@dataclass(frozen=True, kw_only=True)
class CompareOptions(LimitOptions, JudgingOptions):
    """The options of `compare`."""

    old: Path
    new: Path
    format: str
    output: Path | None
    fail_on: "Gravity"


@dataclass(frozen=True, kw_only=True)
class AnnotateOptions(ReadOptions, JudgingOptions, WaiverOptions):
    """The options of `annotate`; without `output` and `out`, copies are beside the originals."""

    output: Path | None
    out: Path | None
    force: bool
    suggest: bool
    summary: bool


@dataclass(frozen=True, kw_only=True)
class BatchOptions(LimitOptions, ChoiceOptions, JudgingOptions, WaiverOptions):
    """The options of `batch`."""

    source: str
    out: Path
    workers: int | None
    engine: str
    ray_address: str | None
    html: bool
    redact: bool


@dataclass(frozen=True, kw_only=True)
class RulesOptions(PackOptions):
    """The options of `rules`."""

    name: str | None
    clauses: bool
    format: str


@dataclass(frozen=True, kw_only=True)
class SchemaOptions(Options):
    """The options of `schema`."""

    name: str | None


@dataclass(frozen=True, kw_only=True)
class CompletionOptions(Options):
    """The options of `completion`."""

    shell: str


@dataclass(frozen=True, kw_only=True)
class NewOptions(PackOptions):
    """The options of `new`."""

    kind: str
    record: Path | None
    output: Path
    force: bool


@dataclass(frozen=True, kw_only=True)
class PackCommandOptions(Options):
    """The options of `pack`."""

    action: str
    packs: tuple[str, ...]
    extends: str | None
    output: Path | None
    force: bool


@dataclass(frozen=True, kw_only=True)
class ConvertOptions(LimitOptions):
    """The options of `convert`."""

    file: Path
    output: Path
    kind: str | None
    number: int | None
    force: bool


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class TokenOptions(Options):
    """The options of `token`."""

    name: str
    tokens: Path
