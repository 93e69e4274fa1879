"""Checks documents of 专项职业能力考核 against the notice that governs them, clause by clause."""

from specvalidator.api import check, read, render, validate
from specvalidator.errors import BadPack, SpecvalidatorError, UnreadableFile
from specvalidator.findings import Finding, Report
from specvalidator.models import Specification
from specvalidator.packs import RulePack, load_pack, pack_in_force
from specvalidator.submission import Submission
from specvalidator.version import __version__

__all__ = [
    "BadPack",
    "Finding",
    "Report",
    "RulePack",
    "Specification",
    "SpecvalidatorError",
    "Submission",
    "UnreadableFile",
    "__version__",
    "check",
    "load_pack",
    "pack_in_force",
    "read",
    "render",
    "validate",
]
