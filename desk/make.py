"""A folder that runs without an installed Python: a double click opens the page, offline.

    python desk/make.py linux --out build/desk
    python desk/make.py windows --runtime python-embed.zip --wheels wheels --out build/desk

What is packed is the program with the packages of its extra `server`, and of others that are named,
such as `scan`. For Linux they are those that
are installed beside the Python that runs this, which is copied, too; for Windows the files that are
named. Nothing is fetched from anywhere.
"""

import argparse
import email
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
EXTRA = "server"
"""What brings the page; others may be packed beside it."""
_UNNEEDED = shutil.ignore_patterns(
    "__pycache__", "test", "tests", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip",
    "site-packages", "config-*", "pydoc_data", "*.a",
)  # fmt: skip
_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
}


class NotMade(Exception):  # noqa: N818 - reads as "raise NotMade"
    """The folder cannot be made, and why."""


def main() -> None:
    """Make the folder that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("system", choices=("linux", "windows"))
    parser.add_argument("--out", type=Path, default=ROOT / "build/desk")
    parser.add_argument("--runtime", type=Path, help="for Windows: the embeddable Python, a zip")
    parser.add_argument(
        "--wheels", type=Path, help="folder of wheels, in place of what is installed"
    )
    parser.add_argument("--extra", action="append", default=[EXTRA], help="an extra to pack, too")
    chosen = parser.parse_args()
    try:
        made = make(chosen.system, chosen.out, chosen.runtime, chosen.wheels, chosen.extra)
    except NotMade as reason:
        sys.exit(f"desk: {reason}")
    print(made)


def make(
    system: str, out: Path, runtime: Path | None, wheels: Path | None, extras: Sequence[str]
) -> Path:
    """Make the folder anew; return where it is.

    Raises:
        NotMade: something is missing.
    """
    folder = out / f"specvalidator-{system}"
    if folder.exists():
        if not (folder / "python").is_dir():
            raise NotMade(f"{folder} is there and was not made by this")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    if system == "windows":
        _windows(folder, runtime, wheels, extras)
    else:
        _linux(folder, wheels, extras)
    shutil.copy(HERE / "使用说明.txt", folder)
    return folder


# ── Linux ────────────────────────────────────────────────────────────────────────────────────


def _linux(folder: Path, wheels: Path | None, extras: Sequence[str]) -> None:
    """Copy the Python that runs this, and what is installed beside it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base, python = Path(sys.base_prefix), folder / "python"
    (python / "bin").mkdir(parents=True)
    shutil.copy(base / "bin" / version, python / "bin" / "python3")
    shutil.copytree(base / "lib" / version, python / "lib" / version, ignore=_UNNEEDED)
    for library in base.glob("lib/libpython*.so*"):
        shutil.copy(library, python / "lib")
    packages = python / "lib" / version / "site-packages"
    if wheels is None:
        with tempfile.TemporaryDirectory() as built:
            wheel = _wheel_of_ours(Path(built))
            _unpack([wheel], packages)
            for distribution in _needed(wheel, extras):
                _copy(distribution, packages)
    else:
        _unpack(_fitting(wheels, "linux", {}, extras), packages)
    for name in ("specvalidator", "specvalidator.desktop"):
        shutil.copy(HERE / "linux" / name, folder)
        (folder / name).chmod(0o755)


def _wheel_of_ours(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*command, *options], check=True)  # noqa: S603 - our own
    [wheel] = folder.glob("*.whl")
    return wheel


def _needed(wheel: Path, extras: Sequence[str]) -> Iterator[importlib.metadata.Distribution]:
    """Yield what our wheel needs with its extras, and what that needs, each once."""
    waiting = list(_asked(_metadata(wheel), extras, {}))
    met: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            raise NotMade(f"{name} is not installed: install this project with [server]") from None
        yield distribution
        waiting += _asked(distribution.requires or (), (), {})


def _copy(distribution: importlib.metadata.Distribution, packages: Path) -> None:
    """Copy the files of a package that stand among packages; its commands are not needed."""
    for file in distribution.files or ():
        if ".." in file.parts or "__pycache__" in file.parts:
            continue
        (packages / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(file.locate()), packages / file)


# ── Windows ──────────────────────────────────────────────────────────────────────────────────


def _windows(
    folder: Path, runtime: Path | None, wheels: Path | None, extras: Sequence[str]
) -> None:
    """Unpack the embeddable Python and the wheels beside each other."""
    if runtime is None or wheels is None:
        raise NotMade(
            "for Windows, name the embeddable Python (--runtime) and the wheels (--wheels)"
        )
    python = folder / "python"
    with zipfile.ZipFile(runtime) as archive:
        _extract(archive, python)
    paths = list(python.glob("python3*._pth"))
    if len(paths) != 1 or not (python / "python.exe").is_file():
        raise NotMade(f"{runtime} is no embeddable Python")
    # Only these folders are looked in, whatever is installed or set on the machine.
    lines = [f"{paths[0].stem}.zip", ".", "Lib\\site-packages", ""]
    paths[0].write_text("\r\n".join(lines), encoding="utf-8", newline="")
    version = paths[0].stem.removeprefix("python3")
    environment = {
        **_WINDOWS,
        "python_version": f"3.{version}",
        "python_full_version": f"3.{version}.0",
    }
    _unpack(
        _fitting(wheels, "win_amd64", environment, extras, f"cp3{version}"),
        python / "Lib/site-packages",
    )
    text = (HERE / "windows" / "specvalidator.bat").read_text(encoding="ascii")
    (folder / "specvalidator.bat").write_text(text, encoding="ascii", newline="\r\n")


# ── wheels ───────────────────────────────────────────────────────────────────────────────────


def _fitting(
    folder: Path,
    platform: str,
    environment: dict[str, str],
    extras: Sequence[str],
    python: str | None = None,
) -> list[Path]:
    """Return the wheels of a folder, none of which may be for another system or Python."""
    wheels = sorted(folder.glob("*.whl"))
    if not any(each.name.startswith("specvalidator-") for each in wheels):
        raise NotMade(f"{folder} has no wheel of specvalidator")
    for each in wheels:
        *_, interpreter, abi, systems = each.stem.split("-")
        is_free = abi in ("none", "abi3") or python is None
        if systems != "any" and platform not in systems:
            raise NotMade(f"{each.name} is for another system than {platform}")
        if not is_free and python not in interpreter.split("."):
            raise NotMade(f"{each.name} is for another Python than {python}")
    missing = _missing(wheels, environment, extras)
    if missing:
        raise NotMade(f"{folder} lacks wheels of {', '.join(missing)}")
    return wheels


def _missing(wheels: list[Path], environment: dict[str, str], extras: Sequence[str]) -> list[str]:
    """Return the packages that some wheel asks for, and that are not there."""
    there = {_plain(each.name.partition("-")[0]): each for each in wheels}
    wanted = {
        name
        for called, wheel in there.items()
        for name in _asked(
            _metadata(wheel), extras if called == "specvalidator" else (), environment
        )
    }
    return sorted(wanted - set(there))


def _metadata(wheel: Path) -> list[str]:
    """Return what a wheel requires, a line each."""
    with zipfile.ZipFile(wheel) as archive:
        [name] = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        head = email.message_from_string(archive.read(name).decode())
    return head.get_all("Requires-Dist") or []


def _asked(
    lines: Iterable[str], extras: Sequence[str], environment: dict[str, str]
) -> Iterator[str]:
    """Yield the names of what is required, with some extras, in an environment."""
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker is None or any(
            marker.evaluate({**environment, "extra": each}) for each in ("", *extras)
        ):
            yield _plain(requirement.name)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _unpack(wheels: list[Path], packages: Path) -> None:
    packages.mkdir(parents=True, exist_ok=True)
    for each in wheels:
        with zipfile.ZipFile(each) as archive:
            _extract(archive, packages)


def _extract(archive: zipfile.ZipFile, folder: Path) -> None:
    """Unpack an archive; what would lie outside the folder is refused."""
    for name in archive.namelist():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or ":" in name or "\\" in name:
            raise NotMade(f"{archive.filename} holds a path that leads elsewhere: {name}")
    archive.extractall(folder)


if __name__ == "__main__":
    os.umask(0o022)
    main()
