"""`completion`: every command and option in every shell, and words near those that are wrong."""

import subprocess
from argparse import _SubParsersAction
from collections.abc import Callable
from typing import Any

import pytest

from specvalidator.cli.parser import program
from specvalidator.cli.shells import SHELLS

Make = Callable[..., Any]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_and_option_is_there(specvalidator: Make, shell: str, lang: str) -> None:
    script = specvalidator("completion", shell, "--lang", lang).out
    [commands] = [each for each in program()._actions if isinstance(each, _SubParsersAction)]  # noqa: SLF001 - argparse has no other way to ask
    for name, parser in commands.choices.items():
        assert name in script
        for option in parser._option_string_actions:  # noqa: SLF001 - the same
            fish = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            assert (fish if shell == "fish" else option) in script
    assert "weight-total" in script


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("che", ["check"]),
        ("check --form", ["--format"]),
        ("check --format sa", ["sarif"]),
        ("rules weight-t", ["weight-total"]),
        ("check x --select weight-t", ["weight-total"]),
        ("letter --format m", ["markdown"]),
        ("check -o repo", []),
    ],
)
def test_bash_completes(specvalidator: Make, words: str, completed: list[str]) -> None:
    script = specvalidator("completion", "bash").out
    said = f"specvalidator {words}".split()
    asked = (
        f"COMP_WORDS=({' '.join(said)}); COMP_CWORD={len(said) - 1}; _specvalidator; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(  # noqa: S603 - a script of ours
        ["bash", "--norc", "-c", f"{script}\n{asked}"],  # noqa: S607 - the one on the path
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == completed


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("chekc", "a.docx"), "check"),
        (("check", "a.docx", "--formt", "json"), "--format"),
        (("check", "a.docx", "--fail-on", "warnings"), "warning"),
        (("rules", "weight-totl"), "weight-total"),
        (("completion", "bsh"), "bash"),
        (("letter", "a.docx", "--out", "x", "--format", "doc"), "docx"),
    ],
)
def test_a_slip_is_answered_with_the_nearest(
    specvalidator: Make, arguments: tuple[str, ...], near: str
) -> None:
    result = specvalidator(*arguments)
    assert result.status == 2
    assert near in result.err.partition("相近的有")[2]


def test_a_file_in_the_place_of_a_command_is_told_which(specvalidator: Make, tmp_path: Any) -> None:  # noqa: ANN401 - a path
    draft = tmp_path / "稿.docx"
    draft.write_bytes(b"x")
    assert f"specvalidator check {draft}" in specvalidator(draft).err
