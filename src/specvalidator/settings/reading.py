"""The file of settings and waivers, read and found valid. Who looks for it is the command line."""

from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from specvalidator.companions import companion
from specvalidator.errors import BadSettings
from specvalidator.findings import Gravity
from specvalidator.settings.files import table_within
from specvalidator.settings.waivers import Waiver
from specvalidator.toml_errors import explained
from specvalidator.wording import Lang, Words


class SettingsTable(BaseModel, title="设置文件"):
    """What a file of settings may say. All of it is optional."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    pack: str | None = Field(
        title="规则包", default=None, description="Id of a pack, or its TOML file"
    )
    lang: Lang | None = Field(title="语言", default=None)
    fail_on: Gravity | None = Field(
        title="何时以1退出", alias="fail-on", default=None, description="As --fail-on"
    )
    catalogue: str | None = Field(
        title="目录文件", default=None, description="The file that lists published projects"
    )
    exclude: tuple[str, ...] = Field(
        title="不检查的文件", default=(), description="Patterns of file names, as in .gitignore"
    )
    waivers: tuple[Waiver, ...] = Field(
        title="豁免", default=(), description="The waivers; a text names the file that holds them"
    )


class Settings(NamedTuple):
    """What a file of settings says, its paths complete."""

    file: Path
    pack: str | None
    lang: Lang | None
    fail_on: Gravity | None
    catalogue: Path | None
    exclude: tuple[str, ...]
    waivers: tuple[Waiver, ...]
    waivers_file: Path
    """Where the waivers stand: the same file, unless it names another."""


def load_settings(path: str | PathLike[str]) -> Settings:
    """Return what a file of settings says.

    Raises:
        BadSettings: it cannot be read, is no TOML, or holds what no setting can be.
    """
    file = Path(path)
    return settings_of(_bytes(file), file)


def load_waivers(path: str | PathLike[str]) -> tuple[Waiver, ...]:
    """Return the waivers that a file of waivers or settings holds.

    Raises:
        BadSettings: it cannot be read, is no TOML, or an entry of it is not valid.
    """
    return load_settings(path).waivers


def settings_of(data: bytes, file: Path) -> Settings:
    """Return what the bytes of a file of settings say; paths are relative to the file."""
    table = _table(data, file)
    named = table["waivers"] if isinstance(table.get("waivers"), str) else None
    valid = _validated(table if named is None else {**table, "waivers": []}, file)
    folder = file.parent
    waivers = valid.waivers if named is None else _of_other(folder / named)
    return Settings(
        file=file,
        pack=valid.pack and _pack(valid.pack, folder),
        lang=valid.lang,
        fail_on=valid.fail_on,
        catalogue=None if valid.catalogue is None else folder / valid.catalogue,
        exclude=valid.exclude,
        waivers=waivers,
        waivers_file=file if named is None else folder / named,
    )


def _table(data: bytes, file: Path) -> dict[str, Any]:
    table = table_within(data, file)
    if table is None:
        reason = Words("没有 [tool.specvalidator] 这一节", "there is no table [tool.specvalidator]")
        raise BadSettings(file.name, "", reason)
    return table


def _validated(table: dict[str, Any], file: Path) -> SettingsTable:
    try:
        return SettingsTable.model_validate(table)
    except ValidationError as error:
        raise _refusal(error, file) from None


def _refusal(error: ValidationError, file: Path) -> BadSettings:
    """Say what is wrong with the first entry that is, and which waiver it is."""
    first, *others = error.errors()
    key = ".".join(str(part) for part in first["loc"])
    why = explained(first, SettingsTable)
    zh, en = "", ""
    match first["loc"]:
        case ("waivers", int(number), *_):
            zh, en = f"（第{number + 1}条豁免）", f" (waiver {number + 1})"
    if others:
        zh, en = f"{zh}（另有{len(others)}处）", f"{en} ({len(others)} more)"
    return BadSettings(file.name, key, Words(why.zh + zh, why.en + en))


def _of_other(file: Path) -> tuple[Waiver, ...]:
    """Return the waivers of the file that a setting names; it must hold them itself."""
    data = _bytes(file)
    if isinstance(_table(data, file).get("waivers"), str):
        reason = Words(
            "这个文件应写出各条豁免，不能再指向别的文件",
            "it should hold the waivers, not name another file",
        )
        raise BadSettings(file.name, "waivers", reason)
    return settings_of(data, file).waivers


def _pack(pack: str, folder: Path) -> str:
    return str(folder / pack) if pack.endswith(".toml") else pack


def _bytes(file: Path) -> bytes:
    try:
        return companion(file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = Words(f"无法读取（{reason}）", f"it cannot be read ({reason})")
        raise BadSettings(file.name, "", words) from None
