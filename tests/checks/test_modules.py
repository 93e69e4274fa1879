"""Where the checks are: the table by which they are found, and that it leaves none out."""

import pkgutil
from pathlib import Path

import pytest

from specvalidator import checks
from specvalidator.checks import MODULES, SELDOM, check_named
from specvalidator.checks.base import CHECKS
from specvalidator.models import Kind
from specvalidator.packs import load_pack

PACK = load_pack()


def test_the_table_names_every_module_that_registers_a_check() -> None:
    named = {module for modules in (SELDOM, *MODULES.values()) for module in modules}
    for found in pkgutil.iter_modules(checks.__path__):
        path = Path(checks.__path__[0], found.name)
        files = path.glob("*.py") if found.ispkg else [path.with_suffix(".py")]
        registers = any("\n@check(" in file.read_text(encoding="utf-8") for file in files)
        assert registers == (found.name in named), found.name


@pytest.mark.parametrize("kind", MODULES)
def test_a_kind_finds_the_checks_of_its_rules_in_its_own_modules(kind: Kind) -> None:
    """Else one of them would load the modules of all kinds each time."""
    homes = tuple(f"{checks.__name__}.{module}" for module in MODULES[kind])
    for name, rule in PACK.rules_of(kind):
        check = check_named(rule.check, kind)
        assert check is not None, name
        assert check.run.__module__.startswith(homes), name


def test_a_check_of_another_kind_is_found_too() -> None:
    """So that a pack is told that the check does not read this kind, not that there is none."""
    assert check_named("weight-total", "announcement") is CHECKS["weight-total"]


def test_there_is_no_check_of_an_unknown_name() -> None:
    assert check_named("no-such-check", "specification") is None
