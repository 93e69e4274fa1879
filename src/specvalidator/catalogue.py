"""The catalogue of published projects, 专项职业能力考核项目目录."""

import datetime as dt
from typing import NamedTuple


class Published(NamedTuple):
    """One published project."""

    name: str
    since: dt.date | None = None
    """When it was published, None where the catalogue does not say."""


Catalogue = tuple[Published, ...]
"""Every published project, in the order of the file."""
