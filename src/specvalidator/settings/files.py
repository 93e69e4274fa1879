"""Which files hold settings, and where in them: asked of every project that merely names us."""

from pathlib import Path
from typing import Any

import rtoml

from specvalidator.errors import BadSettings
from specvalidator.toml_errors import explained_syntax
from specvalidator.wording import Words

PROJECT = "pyproject.toml"
"""A file of others, in which the settings are the table [tool.specvalidator]."""
OWN = "specvalidator.toml"
"""A file of its own, in which the settings are the whole."""


def table_within(data: bytes, file: Path) -> dict[str, Any] | None:
    """Return the settings' table of a TOML file, None where it is another's file without one.

    Raises:
        BadSettings: it is no TOML, or the table is something else.
    """
    try:
        whole = rtoml.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (rtoml.TomlParsingError, UnicodeDecodeError) as error:
        raise BadSettings(file.name, "", explained_syntax(error)) from None
    if file.name != PROJECT:
        return whole
    tools = whole.get("tool", {})
    table = tools.get("specvalidator") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        reason = Words("应为一组键和值", "it should be a table of keys and values")
        raise BadSettings(file.name, "tool.specvalidator", reason)
    return table
