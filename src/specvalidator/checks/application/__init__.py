"""Checks of 山东省专项职业能力考点设立申请表, the application form of Annex 3."""

from specvalidator.checks.application import examiners, opinion, staff, venues

__all__ = ["examiners", "opinion", "staff", "venues"]
