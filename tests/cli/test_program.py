"""The program as others start it: a process with streams and a status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator import forms
from specvalidator.cli import run
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "specvalidator", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        timeout=60,
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A Word draft that passes."""
    path = tmp_path / "拉面制作.docx"
    path.write_bytes(forms.write(Specification.model_validate(valid_record("specification"))))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A Word draft whose weights do not total 100 %."""
    record = valid_record("specification")
    record["tasks"][0] |= {"weight": 15, "weight_text": "15%"}
    path = tmp_path / "bad.docx"
    path.write_bytes(forms.write(Specification.model_validate(record)))
    return path


def test_version_names_the_program_and_its_version() -> None:
    assert _run("--version").stdout.decode() == f"specvalidator {sv.__version__}\n"


def test_a_good_draft_ends_with_0(good: Path) -> None:
    done = _run("check", str(good))
    assert done.stdout.decode().startswith("通过        拉面制作.docx · 拉面制作\n")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_faulty_draft_ends_with_1(bad: Path) -> None:
    done = _run("check", str(bad))
    assert "weight-total" in done.stdout.decode()
    assert (done.returncode, done.stderr) == (1, b"")


def test_wrong_usage_ends_with_2() -> None:
    done = _run("check", "--lang", "fr", "a.docx")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr


def test_an_unreadable_file_ends_with_3_and_the_others_are_checked(
    bad: Path, good: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    done = _run("check", str(broken), str(bad), str(good))
    text = done.stdout.decode()
    assert done.returncode == 3
    assert "共3份文件：1份通过，1份不通过，1份无法读取；1个错误。" in text
    assert b"Traceback" not in done.stderr


def test_two_processes_give_the_same_bytes(bad: Path) -> None:
    first, second = (
        _run("check", str(bad), "--format", "json", PYTHONHASHSEED=seed) for seed in "12"
    )
    assert first.stdout == second.stdout
    assert first.stdout


HEAVY = ["docx", "fastapi", "jsonschema", "pdfplumber", "pypdfium2", "rich", "typer", "uvicorn"]


def test_checking_a_draft_loads_nothing_that_it_does_not_need(good: Path) -> None:
    code = (
        "import sys; from specvalidator.cli import run; status = run(sys.argv[1:]);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, "check", str(good)], capture_output=True, check=True
    )
    loaded = done.stderr.decode().split()
    assert "lxml" in loaded, "the draft was read"
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc", "a.docx"], "没有命令“chekc”，可用：“check”、“read”"),
        (["check"], "缺少参数：FILE|FOLDER"),
        (["check", "a.docx", "--watsch"], "不认识的参数：--watsch"),
        (["check", "a.docx", "--pack"], "--pack 后面没有写内容"),
        (["check", "a.docx", "--fail-on", "x"], "--fail-on 没有“x”，可用：“error”、“warning”"),
        (["check", "a.docx", "--watch=x"], "--watch 后面不能带内容：“x”"),
    ],
)
def test_wrong_usage_is_said_in_both_languages(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(arguments)
    assert end.value.code == 2
    printed = capsys.readouterr().err
    assert f"错误：{said}" in printed
    assert "\nerror: " in printed
