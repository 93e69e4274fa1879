"""What comes with the package: why each dependency is there, its licence and hash, the bill."""

import json
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from tools import SCAN, absent

ROOT = Path(__file__).parents[1]
_ALLOWED = {
    *("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0"),
    *("ISC", "0BSD", "Zlib", "CC0-1.0", "LGPL-2.1-only"),
}
"""None of them asks that a program or a service that uses the package be published. The last binds
whoever changes the libraries that come with two wheels; the wheels are installed as they are."""


def loaded() -> Any:  # noqa: ANN401 - a script is a module without a type
    spec = spec_from_file_location("bill", ROOT / ".ci/bill.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BILL = loaded()


@pytest.fixture(scope="module")
def installed() -> dict[str, Any]:
    """Every package that users may install, by name."""
    try:
        found: dict[str, Any] = BILL.packages(BILL.asked(BILL.project()), metadata.distribution)
    except metadata.PackageNotFoundError:
        absent(SCAN)  # all other extras are part of `dev`
    return found


def test_each_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    _, _, table = text.partition("\ndependencies = [")
    lines = re.findall(
        r'^.*"[\w.-]+(?:\[\w+\])?(?:[<>=; ][^"]*)?",?.*$', table.split("[tool.")[0], re.MULTILINE
    )

    assert len(lines) > 40
    assert [line for line in lines if not re.search(r"#\s+\w+", line)] == []


def test_licences_are_known_and_none_reaches_out_for_what_uses_the_package(
    installed: dict[str, Any],
) -> None:
    licences = {
        each.name: set(re.split(r" AND | OR ", each.licence)) for each in installed.values()
    }

    assert {"lxml", "fastapi", "pydantic-core"} <= licences.keys()
    assert {name: those for name, those in licences.items() if not those <= _ALLOWED} == {}


def test_a_licence_of_the_kind_that_is_not_wanted_would_be_seen() -> None:
    text = "Metadata-Version: 2.1\nName: x\nVersion: 1\nLicense: AGPL-3.0-or-later\n"

    class Package(metadata.Distribution):
        def read_text(self, filename: str) -> str | None:
            return text if filename == "METADATA" else None

        def locate_file(self, path: object) -> Path:
            return Path(str(path))

    assert BILL.licence("x", Package()) not in _ALLOWED


def test_the_notice_names_each_with_its_licence(installed: dict[str, Any]) -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")

    assert BILL.licences(installed) in notice, "write it anew: python .ci/bill.py --licences"
    for name, version, licence, _ in BILL.ENCLOSED:
        assert name in notice, (version, licence)


def schema(name: str) -> dict[str, Any]:
    """Return a schema as the project of CycloneDX publishes it."""
    spec = find_spec("cyclonedx")
    assert spec is not None
    [folder] = spec.submodule_search_locations or []
    read: dict[str, Any] = json.loads(
        Path(folder, f"schema/_res/{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8")
    )
    return read


def described(contents: dict[str, Any]) -> Resource[Any]:
    return Resource.from_contents(contents, default_specification=DRAFT7)


def test_the_bill_fits_the_schema_of_cyclonedx_and_accounts_for_all(
    installed: dict[str, Any],
) -> None:
    bill = BILL.bill(installed, {"lxml": "0" * 64})
    registry: Registry[Any] = Registry().with_resources(
        (f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json", described(schema(name)))
        for name in ("spdx", "jsf-0.82", "cryptography-defs")
    )
    errors = list(Draft7Validator(schema("bom-1.6"), registry=registry).iter_errors(bill))
    components = {each["name"]: each for each in bill["components"]}
    references = {each["ref"] for each in bill["dependencies"]}

    assert [each.message for each in errors] == []
    assert components.keys() == installed.keys()
    assert components["lxml"]["hashes"] == [{"alg": "SHA-256", "content": "0" * 64}]
    scopes = {name: components[name]["scope"] for name in ("lxml", "typing-extensions", "fastapi")}
    assert scopes == {"lxml": "required", "typing-extensions": "required", "fastapi": "optional"}
    assert {one for each in bill["dependencies"] for one in each["dependsOn"]} <= references


def test_the_bill_is_of_versions_and_of_nothing_else(installed: dict[str, Any]) -> None:
    page = json.dumps(BILL.bill(installed, {}))

    assert page == json.dumps(BILL.bill(installed, {}))
    assert str(ROOT) not in page
    assert "timestamp" not in page


# ── the wheelhouse ───────────────────────────────────────────────────────────────────────


def wheel(folder: Path, content: str) -> Path:
    """Write a wheel of one module."""
    path = folder / "lxml-6.1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("demonstrated.py", content)
        for name, text in (
            (
                "METADATA",
                "Metadata-Version: 2.4\nName: lxml\nVersion: 6.1\nLicense-Expression: MIT\n",
            ),
            (
                "WHEEL",
                "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            ),
            ("RECORD", ""),
        ):
            archive.writestr(f"lxml-6.1.dist-info/{name}", text)
    return path


@pytest.mark.usefixtures("installed")
def test_the_bill_of_a_folder_is_of_the_wheels_in_it(tmp_path: Path) -> None:
    wheel(tmp_path, "a = 1\n")

    ended = subprocess.run(  # noqa: S603 - our own
        [sys.executable, ROOT / ".ci/bill.py", tmp_path], capture_output=True, check=True
    )
    [component] = json.loads(ended.stdout)["components"]

    assert (component["name"], component["version"]) == ("lxml", "6.1")
    assert len(component["hashes"][0]["content"]) == 64


@pytest.mark.parametrize("changed", [False, True], ids=["as it was", "changed on the way"])
def test_a_wheel_is_installed_by_its_hash_alone(tmp_path: Path, *, changed: bool) -> None:
    wheel(tmp_path, "a = 1\n")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(BILL.requirements(tmp_path))
    if changed:
        wheel(tmp_path, "a = 2\n")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-index",
        "--target",
        tmp_path / "in",
    ]
    pip += ["--find-links", tmp_path, "--require-hashes", "-r", requirements]

    ended = subprocess.run(pip, capture_output=True, check=False, text=True)  # noqa: S603 - pip

    assert (ended.returncode == 0) is not changed, ended.stderr
    assert ("HASH" in ended.stderr) is changed


def test_the_recipe_of_the_manual_is_that_of_the_justfile() -> None:
    recipe = (ROOT / "justfile").read_text(encoding="utf-8")
    for page in ("docs/integrators.md", "docs/integrators.zh-CN.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "just wheelhouse" in text
        assert "--require-hashes -r" in text
    assert "--hashes build/wheelhouse" in recipe
