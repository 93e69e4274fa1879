"""The forms as plain values: they hold what was written and judge nothing."""

import importlib
from typing import TYPE_CHECKING

from specvalidator.models.base import KIND_TITLES, Kind, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specvalidator.models.announcement import Announcement
    from specvalidator.models.application import Application
    from specvalidator.models.dossier import Dossier
    from specvalidator.models.session import Session
    from specvalidator.models.specification import Specification

    MODELS: Mapping[Kind, type[Record]]
    """The record type of each kind of submission; to name it loads them all."""

__all__ = [
    "KIND_TITLES",
    "MODELS",
    "Announcement",
    "Application",
    "Dossier",
    "Kind",
    "Session",
    "Specification",
    "model_of",
]


def model_of(kind: Kind) -> type[Record]:
    """Return the record type of a kind: `Session` in session.py for "session", and so on.

    It is loaded when it is first asked for: to check a form costs nothing for the other forms.
    """
    model: type[Record] = getattr(importlib.import_module(f"{__name__}.{kind}"), kind.capitalize())
    return model


def __getattr__(name: str) -> object:
    """Load the record types when they are named: `from specvalidator.models import Session`."""
    if name == "MODELS":
        return {kind: model_of(kind) for kind in KIND_TITLES}
    for kind in KIND_TITLES:
        if name == kind.capitalize():
            return model_of(kind)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
