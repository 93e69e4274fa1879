"""How to count, compare and recognise. Each module's checks are registered when it is loaded."""

import importlib
from collections.abc import Mapping

from specvalidator.checks.base import CHECKS, Check
from specvalidator.models import Kind

__all__ = ["CHECKS", "MODULES", "SELDOM", "Check", "check_named"]

MODULES: Mapping[Kind, tuple[str, ...]] = {
    "specification": ("generic", "naming", "ages", "specification"),
    "application": (
        "generic",
        "projects",
        "published",
        "plausible_dates",
        "rows",
        "telephone",
        "application",
    ),
    "dossier": ("generic", "dossier"),
    "announcement": ("generic", "projects", "published", "ages", "announcement"),
    "session": ("generic", "projects", "published", "plausible_dates", "session"),
}
"""Where the checks are that rules about each kind name; to check one loads no more than its own."""
SELDOM = ("amounts", "choices", "days", "electives")
"""Where checks are that no rule of the shipped packs names, and those of others may."""


def check_named(name: str, kind: Kind) -> Check | None:
    """Return the check that a rule about a kind names, None where there is none.

    A pack may name a check in a module where none was looked for yet: then all are loaded.
    """
    _load(MODULES[kind])
    if name not in CHECKS:
        for modules in (SELDOM, *MODULES.values()):
            _load(modules)
    return CHECKS.get(name)


def _load(modules: tuple[str, ...]) -> None:
    for module in modules:
        importlib.import_module(f"{__name__}.{module}")
