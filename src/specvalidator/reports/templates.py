"""What renders pages of HTML: every value is escaped, and shows what it holds."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.typesetting import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def templates(folder: Path) -> "Environment":
    """Return what renders the templates of a folder."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only here

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """Return a value as it is written to the page: control characters are seen, not obeyed."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def own(*files: Path) -> "Markup":
    """Return files of this package, one after the other, as markup; they are vouched for."""
    from markupsafe import Markup  # noqa: PLC0415 - jinja2's; only pages need it

    return Markup("").join(Markup(each.read_text("utf-8")) for each in files)  # noqa: S704 - our own


def allowed(text: str) -> str:
    """Return by what the policy of a page allows a style or script that stands in it."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
