"""`pack`: what the authors of rule packs ask for."""

from pathlib import Path

import pytest

from cli.conftest import Run

HAIPING = Path(__file__).parents[2] / "examples" / "packs" / "haiping-2024-1.toml"


def test_every_mistake_is_a_line_with_file_place_and_reason_and_the_status_is_1(
    specvalidator: Run, tmp_path: Path
) -> None:
    path = tmp_path / "child.toml"
    text = HAIPING.read_text(encoding="utf-8").replace("least = 4", "lest = 4")
    path.write_text(text.replace("severity =", "severty ="), encoding="utf-8")

    result = specvalidator("pack", "check", path)

    assert result.status == 1
    assert f"child.toml:{1 + text.count(chr(10), 0, text.index('lest'))}: rules.too-few-tasks" in (
        result.out
    )
    assert "是否指“severity”" in result.out
    assert "2处错误" in result.out
    assert specvalidator("pack", "check", HAIPING, "weihai-2021-5").status == 0


@pytest.mark.parametrize("words", [["check"], ["diff", "weihai-2021-5"], ["new"]])
def test_a_use_without_what_it_needs_is_wrong_usage(specvalidator: Run, words: list[str]) -> None:
    result = specvalidator("pack", *words)

    assert result.status == 2
    assert f"pack {words[0]}" in result.err


def test_a_new_pack_is_written_once_and_compared(specvalidator: Run, tmp_path: Path) -> None:
    path = tmp_path / "lindong-2026-1.toml"

    assert specvalidator("pack", "new", "--extends", "weihai-2021-5", "-o", path).status == 0
    assert specvalidator("pack", "new", "-o", path).status == 2
    assert 'id = "lindong-2026-1"' in path.read_text(encoding="utf-8")
    assert "参数 least" in specvalidator("pack", "diff", "weihai-2021-5", HAIPING).out
