"""What installing brings: a light import, and a wheel that works without the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"lxml", "docx", "rapidfuzz", "jsonschema", "pdfplumber", "pypdfium2"}


def finished(
    command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own commands
        command, cwd=cwd, env=env, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize(
    "program", ["import specvalidator", "from specvalidator import *", "import specvalidator.api"]
)
def test_importing_the_library_loads_nothing_heavy(program: str) -> None:
    program += "; import sys; print(*sys.modules, sep=chr(10))"
    ended = finished([sys.executable, "-c", program])
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split())
    assert "specvalidator" in loaded
    assert not HEAVY & loaded


def test_checking_a_specification_loads_nothing_of_the_other_forms() -> None:
    draft = ROOT / "examples/01-bamboo-basket.docx"
    program = f"import specvalidator as sv, sys; sv.render(sv.validate({str(draft)!r}))"
    ended = finished([sys.executable, "-c", program + "; print(*sys.modules, sep=chr(10))"])
    assert ended.returncode == 0, ended.stderr
    loaded = {name for name in ended.stdout.split() if name.startswith("specvalidator.")}
    assert "specvalidator.extract.specification.reading" in loaded
    others = {"application", "announcement", "session", "dossier", "record"}
    assert not {name for name in loaded if others & set(name.split("."))}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    ended = finished(command)
    assert ended.returncode == 0, ended.stderr


def run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the wheel and its dependencies, and without the checkout.

    -S keeps the editable installation's .pth file from adding src/ to the path.
    """
    paths = [str(installed), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    command = [sys.executable, "-S", *arguments]
    return finished(command, cwd, environment)


@pytest.mark.parametrize(
    "name",
    [
        "specvalidator/py.typed",
        "specvalidator/rules/weihai-2021-5.toml",
        "specvalidator/rules/lists/occupations-2022.csv",
        "specvalidator/rules/cases/specification.json",
        "specvalidator/rules/cases/weight-total.toml",
        "specvalidator/schemas/openapi.json",
        "specvalidator/schemas/specification.schema.json",
        "specvalidator/service/page/index.html",
    ],
)
def test_the_wheel_contains(wheel: Path, name: str) -> None:
    assert name in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_contains_every_file_of_rules_cases_and_schemas(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder, below in (("rules", ""), ("tests/rules", "cases/"), ("schemas", "../schemas/")):
        for file in (ROOT / folder).glob("*.[tj][os]*"):
            path = Path(os.path.normpath(f"specvalidator/rules/{below}{file.name}"))
            assert path.as_posix() in inside, file


def test_the_wheel_contains_no_tests_nor_examples(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"specvalidator"}


def test_the_installed_library_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    ended = run(installed, tmp_path, "-c", "import specvalidator; print(specvalidator.__file__)")
    assert ended.stdout.strip() == str(installed / "specvalidator" / "__init__.py"), ended.stderr


def test_the_installed_command_checks_an_example(installed: Path, tmp_path: Path) -> None:
    draft = ROOT / "examples" / "09-collection.docx"
    ended = run(installed, tmp_path, "-m", "specvalidator", "check", str(draft), "--format", "json")
    assert ended.returncode == 1, ended.stderr
    verdicts = [report["verdict"] for report in json.loads(ended.stdout)["reports"]]
    assert verdicts == ["pass", "fail", "review"]


@pytest.mark.parametrize("command", [("rules", "weight-total"), ("schema", "specification")])
def test_the_installed_command_finds_its_data(
    installed: Path, tmp_path: Path, command: tuple[str, str]
) -> None:
    ended = run(installed, tmp_path, "-m", "specvalidator", *command)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout
