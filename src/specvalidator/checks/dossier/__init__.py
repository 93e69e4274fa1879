"""Checks of the dossier that applies for an assessment site (附件1 二)."""

from specvalidator.checks.dossier import agreement, equipment, items

__all__ = ["agreement", "equipment", "items"]
