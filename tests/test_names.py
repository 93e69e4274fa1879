"""One name, one thing: who searches for a class finds the one that was meant."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "specvalidator"


@cache
def trees() -> dict[str, ast.Module]:
    """Return the modules of the package, parsed."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


@cache
def package_classes() -> dict[str, list[str]]:
    """Return the modules of each class of the package."""
    return classes(trees())


def classes(parsed: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Return the modules of each class, by its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for module, tree in parsed.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module)
    return found


def test_no_two_classes_of_the_package_bear_one_name() -> None:
    twice = {name: modules for name, modules in package_classes().items() if len(modules) > 1}

    assert twice == {}


def test_two_of_one_name_are_found() -> None:
    two = {name: ast.parse("class Part: ...") for name in ("a.py", "b.py")}

    assert classes(two) == {"Part": ["a.py", "b.py"]}


@pytest.mark.parametrize("word", ["Manager", "Handler", "Helper", "Util", "Utils"])
def test_no_class_has_a_name_that_says_nothing(word: str) -> None:
    assert [name for name in package_classes() if name.endswith(word) and name != word] == []


def unused(parsed: ast.Module) -> set[str]:
    """Return the names that a module keeps to itself and does not use."""
    kept = {name for node in parsed.body for name in given(node) if re.match(r"_[^_]", name)}
    nodes = list(ast.walk(parsed))
    used = {
        each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }
    said = {each.value for each in nodes if isinstance(each, ast.Constant)}
    return kept - used - said


def given(node: ast.stmt) -> set[str]:
    """Return the names that a statement gives."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    return {
        each.id
        for target in filter(None, targets)
        for each in ast.walk(target)
        if isinstance(each, ast.Name)
    }


def test_what_a_module_keeps_to_itself_it_uses() -> None:
    """What another module takes from it is no such name."""
    assert {name: left for name, each in trees().items() if (left := unused(each))} == {}


def test_a_name_that_nobody_uses_is_found() -> None:
    parsed = ast.parse(
        "_A, _B = 1, 2\ndef _c(): return _A\nclass _D: ...\n_E: int = _c()\n_F: int = 1"
    )

    assert unused(parsed) == {"_B", "_D", "_E", "_F"}
