"""Checks of 专项职业能力考核规范, the specification of Annex 2."""

from specvalidator.checks.specification import (
    content,
    definition,
    examiners,
    level,
    method,
    name,
    occupation,
    requirements,
    safety,
    tasks,
    theory,
    weights,
)

__all__ = [
    "content",
    "definition",
    "examiners",
    "level",
    "method",
    "name",
    "occupation",
    "requirements",
    "safety",
    "tasks",
    "theory",
    "weights",
]
