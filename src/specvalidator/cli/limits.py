"""`--limit` and `--isolate`: how much a file may ask, as the command line says it."""

import re
from typing import Any

from specvalidator.cli.choices import one_of
from specvalidator.cli.options import LimitOptions
from specvalidator.cli.terminal import WrongUsage
from specvalidator.readers.limits import DEFAULT, Limits, PdfLimits, ScanLimits
from specvalidator.wording import Words

_PARTS = {"pdf": PdfLimits._fields, "scan": ScanLimits._fields}
NAMES = (
    *(name for name in Limits._fields if name not in {*_PARTS, "isolate"}),
    *(f"{part}.{name}" for part, names in _PARTS.items() for name in names),
)
"""Every bound that can be set."""
# Compiled when they are first needed: most runs set no bound.
_SETTING = r"([^=]+)=([0-9]{1,15}[KMGkmg]?)"
_SIZE = r"([0-9]{1,15})([KMGkmg]?)"
_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}


def limits_of(options: LimitOptions, *, isolate: bool) -> Limits:
    """Return the bounds of a run; `isolate` is what holds where the options do not say.

    Raises:
        WrongUsage: a setting is not NAME=VALUE, or there is no such bound.
    """
    limits = DEFAULT
    for setting in options.limit:
        limits = _with(limits, setting)
    return limits._replace(isolate=isolate if options.isolate is None else options.isolate)


def size(text: str, option: str) -> int:
    """Return a number that may end in K, M or G.

    Raises:
        WrongUsage: it is none.
    """
    match = re.fullmatch(_SIZE, text)
    if match is None:
        raise WrongUsage(
            Words(
                f"{option} 应为数值，如 10M，而不是“{text}”。",
                f"{option} takes a number such as 10M, not “{text}”.",
            )
        )
    return int(match[1]) * _UNITS[match[2].upper()]


def _with(limits: Limits, setting: str) -> Limits:
    match = re.fullmatch(_SETTING, setting)
    if match is None:
        raise WrongUsage(
            Words(
                f"--limit 应写作 名称=数值，如 pdf.pages=20 或 file_bytes=10M，而不是“{setting}”。",
                f"--limit takes NAME=VALUE, such as pdf.pages=20 or file_bytes=10M, not "
                f"“{setting}”.",
            )
        )
    name = one_of(NAMES, match[1], Words("限制", "limit"))
    number = size(match[2], "--limit")
    part, _, field = name.rpartition(".")
    bound: dict[str, Any] = {field: number}
    if part:
        bound = {part: getattr(limits, part)._replace(**bound)}
    return limits._replace(**bound)
