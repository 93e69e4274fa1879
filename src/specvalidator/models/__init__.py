"""The forms as plain values: they hold what was written and judge nothing."""

from collections.abc import Mapping

from specvalidator.models.announcement import Announcement
from specvalidator.models.application import Application
from specvalidator.models.base import KIND_TITLES, Kind, Record
from specvalidator.models.dossier import Dossier
from specvalidator.models.session import Session
from specvalidator.models.specification import Specification

__all__ = [
    "KIND_TITLES",
    "MODELS",
    "Announcement",
    "Application",
    "Dossier",
    "Kind",
    "Session",
    "Specification",
]

MODELS: Mapping[Kind, type[Record]] = {
    "specification": Specification,
    "application": Application,
    "dossier": Dossier,
    "announcement": Announcement,
    "session": Session,
}
"""The record type of each kind of submission."""
