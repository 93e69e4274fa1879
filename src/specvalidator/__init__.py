"""Checks documents of 专项职业能力考核 against the notice that governs them, clause by clause."""

import importlib
from typing import TYPE_CHECKING

from specvalidator.version import __version__

if TYPE_CHECKING:
    from specvalidator.annotation import annotate
    from specvalidator.api import check, read, render, validate
    from specvalidator.errors import (
        BadCatalogue,
        BadPack,
        BadSettings,
        SpecvalidatorError,
        UnreadableFile,
    )
    from specvalidator.findings import Finding, Report
    from specvalidator.models import Announcement, Application, Dossier, Session, Specification
    from specvalidator.packs import RulePack, load_pack, pack_in_force
    from specvalidator.readers.catalogues import load_catalogue
    from specvalidator.readers.limits import Limits, PdfLimits
    from specvalidator.settings.reading import load_waivers
    from specvalidator.settings.waivers import Waiver, unused_waivers, waived
    from specvalidator.submission import Submission

__all__ = [
    "Announcement",
    "Application",
    "BadCatalogue",
    "BadPack",
    "BadSettings",
    "Dossier",
    "Finding",
    "Limits",
    "PdfLimits",
    "Report",
    "RulePack",
    "Session",
    "Specification",
    "SpecvalidatorError",
    "Submission",
    "UnreadableFile",
    "Waiver",
    "__version__",
    "annotate",
    "check",
    "load_catalogue",
    "load_pack",
    "load_waivers",
    "pack_in_force",
    "read",
    "render",
    "unused_waivers",
    "validate",
    "waived",
]

_HOMES = {
    "Announcement": "models",
    "Application": "models",
    "BadCatalogue": "errors",
    "BadPack": "errors",
    "BadSettings": "errors",
    "Dossier": "models",
    "Finding": "findings",
    "Limits": "readers.limits",
    "PdfLimits": "readers.limits",
    "Report": "findings",
    "RulePack": "packs",
    "Session": "models",
    "Specification": "models",
    "SpecvalidatorError": "errors",
    "Submission": "submission",
    "UnreadableFile": "errors",
    "Waiver": "settings.waivers",
    "annotate": "annotation",
    "check": "api",
    "load_catalogue": "readers.catalogues",
    "load_pack": "packs",
    "load_waivers": "settings.reading",
    "pack_in_force": "packs",
    "read": "api",
    "render": "api",
    "unused_waivers": "settings.waivers",
    "validate": "api",
    "waived": "settings.waivers",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used: a program that asks for help waits for nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
