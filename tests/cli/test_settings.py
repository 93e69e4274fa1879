"""Settings of a folder: where they are looked for, what they change, and that options win."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Any]

WARNED = {"definition": "拉面制作"}
FAULTY = {"name": "拉面制作员", "ability_name": "拉面制作员"}

pytestmark = pytest.mark.usefixtures("reader", "here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of the drafts."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Path]:
    """Write settings into a folder below the one where one stands."""

    def written(text: str, name: str = "specvalidator.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_the_language_may_be_a_setting(specvalidator: Make, write: Make, settings: Make) -> None:
    settings('lang = "en"')
    assert specvalidator("check", write("a.docx")).out.startswith("pass ")


def test_an_option_wins_over_the_setting(specvalidator: Make, write: Make, settings: Make) -> None:
    settings('lang = "en"\nfail-on = "warning"')
    bad = write("a.docx", **WARNED)
    assert specvalidator("check", bad).status == 1
    result = specvalidator("check", bad, "--lang", "zh", "--fail-on", "error")
    assert result.status == 0
    assert result.out.startswith("通过 ")


def test_errors_speak_the_language_of_the_settings(specvalidator: Make, settings: Make) -> None:
    settings('lang = "en"')
    assert specvalidator("rules", "weight-totl").err.startswith("error: ")


def test_settings_are_looked_for_upward(
    specvalidator: Make, write: Make, settings: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write("x/y/a.docx", **WARNED)
    settings('fail-on = "warning"')
    monkeypatch.chdir(bad.parent)
    assert specvalidator("check", "a.docx").status == 1


def test_the_nearest_settings_are_the_only_ones(
    specvalidator: Make, write: Make, settings: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write("x/a.docx", **WARNED)
    settings('lang = "en"\nfail-on = "warning"')
    settings('lang = "en"', "x/specvalidator.toml")
    monkeypatch.chdir(bad.parent)
    result = specvalidator("check", "a.docx")
    assert result.status == 0, "what the farther one says is not added"
    assert result.out.startswith("pass ")


def test_where_one_stands_matters_and_not_where_the_file_is(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    settings('fail-on = "warning"', "x/specvalidator.toml")
    assert specvalidator("check", write("x/a.docx", **WARNED)).status == 0


def test_a_project_file_may_hold_them(specvalidator: Make, write: Make, settings: Make) -> None:
    settings('[tool.specvalidator]\nfail-on = "warning"', "pyproject.toml")
    assert specvalidator("check", write("a.docx", **WARNED)).status == 1


def test_a_file_of_our_own_goes_before_the_project_file(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    settings('[tool.specvalidator]\nfail-on = "warning"', "pyproject.toml")
    settings('lang = "zh"')
    assert specvalidator("check", write("a.docx", **WARNED)).status == 0


def test_a_project_file_that_says_nothing_of_us_is_passed_over(
    specvalidator: Make, write: Make, settings: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings('fail-on = "warning"')
    settings('[project]\nname = "x"\ndependencies = ["specvalidator"]', "x/pyproject.toml")
    settings("[project]\nname = 3 # no more", "x/y/pyproject.toml")
    bad = write("x/y/a.docx", **WARNED)
    monkeypatch.chdir(bad.parent)
    assert specvalidator("check", "a.docx").status == 1


def test_settings_can_be_left_aside_or_named(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    settings('fail-on = "warning"')
    other = settings('fail-on = "review"', "other.toml")
    bad = write("a.docx", **WARNED)
    assert specvalidator("check", bad, "--no-config").status == 0
    asked = write("b.docx", occupation={"text": "计算机应用软件类", "name": "计算机应用软件类"})
    assert specvalidator("check", asked).status == 0
    assert specvalidator("check", asked, "--config", other).status == 1


def test_an_unknown_key_is_an_error_with_the_nearest_known(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    settings('failon = "warning"')
    result = specvalidator("check", write("a.docx"))
    assert (result.status, result.out) == (2, "")
    assert "specvalidator.toml" in result.err
    assert "failon" in result.err
    assert "“fail-on”" in result.err
    assert specvalidator("check", write("a.docx"), "--no-config").status == 0


def test_help_and_version_need_no_valid_settings(specvalidator: Make, settings: Make) -> None:
    settings("[[[")
    assert specvalidator("--version").status == 0
    assert specvalidator("check", "--help").status == 0


def test_a_pack_and_a_catalogue_lie_beside_the_settings(
    specvalidator: Make, settings: Make, write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings('pack = "none.toml"', "x/specvalidator.toml")
    monkeypatch.chdir(write("x/a.docx").parent)
    result = specvalidator("check", "a.docx")
    assert result.status == 2
    assert str(Path("x", "none.toml")) in result.err
    settings('catalogue = "none.csv"', "x/specvalidator.toml")
    assert "目录文件" in specvalidator("check", "a.docx").err


def test_excluded_files_of_a_folder_are_left_out_and_said(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    write("drafts/a.docx")
    write("drafts/old/b.docx", **FAULTY)
    write("drafts/c.draft.docx", **FAULTY)
    settings('exclude = ["old/", "*.draft.docx"]')
    result = specvalidator("check", "drafts", "--format", "json")
    assert result.status == 0
    assert [each["source"]["name"] for each in result.json["reports"]] == ["a.docx"]
    assert result.err == "按 exclude 略过2个文件。\n"


def test_patterns_begin_at_the_folder_of_the_settings(
    specvalidator: Make, write: Make, settings: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("drafts/old/a.docx", **FAULTY)
    write("drafts/b.docx")
    settings('exclude = ["/drafts/old/"]')
    monkeypatch.chdir("drafts")
    assert specvalidator("check", ".").status == 0


def test_excludes_of_the_command_line_come_in_place_of_the_settings(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    write("a.docx", **FAULTY)
    write("b.docx")
    settings('exclude = ["a.docx"]')
    assert specvalidator("check", ".").status == 0
    assert specvalidator("check", ".", "--exclude", "b.docx").status == 1
    assert specvalidator("check", ".", "--exclude", "b.docx", "--exclude", "a*").status == 0


def test_a_file_that_is_named_is_checked_unless_it_is_said(
    specvalidator: Make, write: Make, settings: Make
) -> None:
    bad = write("old/a.docx", **FAULTY)
    settings('exclude = ["old/"]')
    assert specvalidator("check", bad).status == 1
    result = specvalidator("check", bad, "--force-exclude")
    assert (result.status, result.out) == (0, "")
    assert "略过1个文件" in result.err


def test_looking_for_settings_takes_two_questions_a_folder(
    specvalidator: Make, write: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = os.path.isfile

    def counted(path: str) -> bool:
        asked.append(path)
        return real(path)

    monkeypatch.setattr("os.path.isfile", counted)
    assert specvalidator("check", write("a.docx")).status == 0
    names = [path for path in asked if path.endswith(("specvalidator.toml", "pyproject.toml"))]
    assert len(names) == len(set(names)) == 2 * len([tmp_path, *tmp_path.parents])
