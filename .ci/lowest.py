"""Print the lowest versions that pyproject.toml allows, as constraints for pip.

Of what users install: the core and its extras, and not of what we develop with.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_FOR_DEVELOPERS = {"dev", "docs", "ray"}
_LOWEST = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\w.]+)")


def lowest(project: dict[str, object]) -> Iterator[str]:
    """Yield NAME==VERSION for each requirement that says from which version on."""
    match project:
        case {"dependencies": list(core), "optional-dependencies": dict(extras)}:
            asked = [each for name, those in extras.items() if name not in _FOR_DEVELOPERS
                     for each in those]  # fmt: skip
            for requirement in [*core, *asked]:
                if found := _LOWEST.match(requirement):
                    yield f"{found['name']}=={found['version']}"


if __name__ == "__main__":
    print(*lowest(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]), sep="\n")
