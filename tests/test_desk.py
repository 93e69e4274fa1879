"""The folder that runs without an installed Python; its Windows part as far as reading shows."""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "examples/06-faults-net-mending.docx"
SCRIPT = ROOT / "desk/make.py"
PATIENCE = 60


def made(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the recipe."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False
    )


# ── Linux ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder, moved to where nobody made it, its name one that shells take apart."""
    if sys.platform != "linux":
        pytest.skip("made for Linux on Linux")
    out = tmp_path_factory.mktemp("desk")
    done = made("linux", "--out", str(out))
    assert done.returncode == 0, done.stderr
    yield (out / "specvalidator-linux").rename(out / "检查 程序 $HOME")
    shutil.rmtree(out)


def surroundings(tmp_path: Path, **more: str) -> dict[str, str]:
    """Return an environment that knows no Python, and misleads one that looks around."""
    misleading = tmp_path / "misleading"
    misleading.mkdir()
    (misleading / "specvalidator.py").write_text("raise SystemExit('the wrong one')")
    return {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(misleading), **more}


def test_it_checks_a_draft_with_nothing_but_itself(desk: Path, tmp_path: Path) -> None:
    environment = surroundings(tmp_path)
    done = subprocess.run(  # noqa: S603 - our own program
        [str(desk / "specvalidator"), "check", str(DRAFT), "--lang", "en"],
        env=environment,
        cwd=environment["PYTHONPATH"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "weight-total" in done.stdout


def test_a_double_click_opens_the_page_which_works_until_it_is_stopped(
    desk: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}.part" && mv "{told}.part" "{told}"\n')
    browser.chmod(0o755)
    process = subprocess.Popen(  # noqa: S603 - our own program
        [str(desk / "specvalidator")],
        env=surroundings(tmp_path, BROWSER=f"{browser} %s"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + PATIENCE
        while not told.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.1)
        address = told.read_text()
        assert address.startswith("http://127.0.0.1:")
        with httpx.Client(base_url=address, trust_env=False, timeout=PATIENCE) as client:
            assert "专项职业能力考核材料检查" in client.get("/").text
            answer = client.post("/v1/check", files={"file": (DRAFT.name, DRAFT.read_bytes())})
            assert answer.json()["reports"][0]["verdict"] == "fail"
            assert client.post("/v1/workbook", json=answer.json()).status_code == 200
        # What holds the service must not have come from elsewhere.
        [*workers] = [
            Path(f"/proc/{each}/exe").resolve()
            for each in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        ]
        assert workers
        assert all(each.is_relative_to(desk) for each in workers)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, trust_env=False)


# ── Windows ──────────────────────────────────────────────────────────────────────────────────


def wheel(folder: Path, name: str, *requires: str, tag: str = "py3-none-any") -> None:
    """Write a wheel that holds a line."""
    about = "".join(f"Requires-Dist: {each}\n" for each in requires)
    with zipfile.ZipFile(folder / f"{name}-1-{tag}.whl", "w") as archive:
        archive.writestr(f"{name}/__init__.py", "HERE = True\n")
        archive.writestr(f"{name}-1.dist-info/METADATA", f"Name: {name}\nVersion: 1\n{about}")


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Path, Path]:
    """An embeddable Python and wheels, all of them hollow."""
    runtime, wheels = tmp_path / "python-embed.zip", tmp_path / "wheels"
    with zipfile.ZipFile(runtime, "w") as archive:
        for name in ("python.exe", "python313.dll", "python313.zip"):
            archive.writestr(name, b"MZ")
        archive.writestr("python313._pth", "python313.zip\r\n.\r\n#import site\r\n")
    wheels.mkdir()
    wheel(
        wheels,
        "specvalidator",
        "lxml>=6",
        'uvicorn>=0.34; extra == "server"',
        'ray; extra == "ray"',
    )
    wheel(wheels, "lxml", tag="cp313-cp313-win_amd64")
    wheel(wheels, "uvicorn", 'colorama; sys_platform == "win32"', 'uvloop; sys_platform == "linux"')
    wheel(wheels, "colorama")
    return runtime, wheels


def windows(parts: tuple[Path, Path], out: Path) -> subprocess.CompletedProcess[str]:
    """Make the folder for Windows."""
    runtime, wheels = map(str, parts)
    return made("windows", "--runtime", runtime, "--wheels", wheels, "--out", str(out))


def test_for_windows_the_parts_lie_where_python_looks(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    done = windows(parts, tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "specvalidator-windows"
    lines = (folder / "python/python313._pth").read_bytes().decode().split("\r\n")
    assert lines == ["python313.zip", ".", "Lib\\site-packages", ""]
    for name in ("specvalidator", "lxml", "uvicorn", "colorama"):
        assert (folder / "python/Lib/site-packages" / name / "__init__.py").is_file()
    assert (folder / "使用说明.txt").is_file()


def test_the_start_for_windows_can_be_double_clicked(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    assert windows(parts, tmp_path).returncode == 0
    data = (tmp_path / "specvalidator-windows/specvalidator.bat").read_bytes()
    text = data.decode("ascii")  # before chcp, any other letter would depend on the machine
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines), "cmd loses labels in a file with line ends of Unix"
    started = [line for line in lines if "python.exe" in line]
    assert len(started) == 2
    assert all(line.startswith('"%~dp0python\\python.exe" -m specvalidator ') for line in started)
    assert "serve --port 0 --open" in started[0]
    assert started[1].endswith(" %*")
    assert ":command" in lines
    assert "goto command" in text


def _leave_out(_: Path, wheels: Path) -> None:
    (wheels / "colorama-1-py3-none-any.whl").unlink()


def _other_system(_: Path, wheels: Path) -> None:
    wheel(wheels, "x", tag="cp313-cp313-manylinux_2_28_x86_64")


def _other_python(_: Path, wheels: Path) -> None:
    wheel(wheels, "x", tag="cp312-cp312-win_amd64")


def _way_out(_: Path, wheels: Path) -> None:
    with zipfile.ZipFile(wheels / "colorama-1-py3-none-any.whl", "a") as archive:
        archive.writestr("../x.py", "")


def _empty_runtime(runtime: Path, _: Path) -> None:
    zipfile.ZipFile(runtime, "w").close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_leave_out, "lacks wheels of colorama"),
        (_other_system, "another system"),
        (_other_python, "another Python"),
        (_way_out, "leads elsewhere"),
        (_empty_runtime, "no embeddable Python"),
    ],
)
def test_what_would_not_run_is_not_made(
    parts: tuple[Path, Path], tmp_path: Path, spoil: Callable[[Path, Path], None], said: str
) -> None:
    spoil(*parts)
    done = windows(parts, tmp_path)
    assert done.returncode == 1
    assert said in done.stderr


def test_a_folder_of_somebody_else_is_left_alone(parts: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "specvalidator-windows"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    assert windows(parts, tmp_path).returncode == 1
    assert (other / "mine.txt").read_text() == "mine"
