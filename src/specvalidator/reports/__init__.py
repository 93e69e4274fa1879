"""Report → something to look at. `RENDERERS` is the table of formats."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from specvalidator.errors import UnreadableFile
from specvalidator.findings import Report
from specvalidator.places import Source
from specvalidator.wording import Lang


class Failure(NamedTuple):
    """A file that gave no submission, and why."""

    source: Source
    error: UnreadableFile


Renderer = Callable[[tuple[Report, ...], tuple[Failure, ...], Lang], str]

RENDERERS: Mapping[str, Renderer] = {}
"""Every format by the name that --format takes."""
