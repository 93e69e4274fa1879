"""`waive` adds an entry that holds at once, and leaves everything else in the file as it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import specvalidator as sv

Make = Callable[..., Any]

FAULTY = {"name": "拉面制作员", "ability_name": "拉面制作员"}
WHY = ("--reason", "名称已经公布。", "--until", "2099-12-31")

pytestmark = pytest.mark.usefixtures("reader", "here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of the drafts."""
    monkeypatch.chdir(tmp_path)


def test_what_is_waived_passes_from_then_on(specvalidator: Make, write: Make) -> None:
    bad = write("drafts/a.docx", **FAULTY)
    result = specvalidator("waive", "job-title-suffix", "drafts/a.docx", *WHY)
    assert (result.status, result.out) == (0, "")
    assert "specvalidator.toml" in result.err
    assert specvalidator("check", bad).status == 0
    (waiver,) = sv.load_waivers("specvalidator.toml")
    assert waiver == sv.Waiver(
        rule="job-title-suffix",
        document="/drafts/a.docx",
        reason="名称已经公布。",
        expires=date(2099, 12, 31),
    )


def test_everything_that_can_be_said_is_written(specvalidator: Make, write: Make) -> None:
    write("a.docx", **FAULTY)
    narrow = ("--path", "/name", "--text", "拉面制作员", "--approved-by", '王"科长"\\')
    assert specvalidator("waive", "job-title-suffix", "a.docx", *WHY, *narrow).status == 0
    (waiver,) = sv.load_waivers("specvalidator.toml")
    assert (waiver.path, waiver.text, waiver.approved_by) == ("/name", "拉面制作员", '王"科长"\\')


def test_text_and_comments_of_the_file_stay(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    write("a.docx", **FAULTY)
    old = '# 本科室的设置\nlang   =   "zh"   # 中文\n\n[[waivers]]  # 已批\nrule = "x"\n'
    old += 'document = "b.docx"\nreason = "x"\nexpires = 2030-01-01'
    for text in (old, old + "\n", old.replace("\n", "\r\n")):
        file = tmp_path / "specvalidator.toml"
        file.write_bytes(text.encode())
        assert specvalidator("waive", "job-title-suffix", "a.docx", *WHY).status == 0
        new = file.read_bytes().decode()
        assert new.startswith(text)
        assert new.count("\n") == new.count("\r\n") or "\r" not in new
        assert len(sv.load_waivers(file)) == 2


def test_a_project_gets_it_in_its_own_table(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    write("a.docx", **FAULTY)
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.specvalidator]\nlang = "en"\n\n[tool.other]\nx = 1\n', encoding="utf-8")
    assert specvalidator("waive", "job-title-suffix", "a.docx", *WHY).status == 0
    assert "[[tool.specvalidator.waivers]]" in file.read_text(encoding="utf-8")
    assert len(sv.load_waivers(file)) == 1
    assert specvalidator("check", "a.docx").status == 0


def test_the_file_that_settings_name_gets_it(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    write("a.docx", **FAULTY)
    (tmp_path / "specvalidator.toml").write_text('waivers = "w.toml"\n', encoding="utf-8")
    (tmp_path / "w.toml").touch()
    assert specvalidator("waive", "job-title-suffix", "a.docx", *WHY).status == 0
    assert len(sv.load_waivers(tmp_path / "w.toml")) == 1


def test_names_with_marks_of_patterns_mean_themselves(specvalidator: Make, write: Make) -> None:
    write("a[1].docx", **FAULTY)
    write("a1.docx", **FAULTY)
    assert specvalidator("waive", "job-title-suffix", "a[1].docx", *WHY).status == 0
    assert specvalidator("check", "a[1].docx").status == 0
    assert specvalidator("check", "a1.docx").status == 1


def test_a_digest_ends_with_the_next_change(specvalidator: Make, write: Make) -> None:
    bad = write("a.docx", **FAULTY)
    assert specvalidator("waive", "job-title-suffix", bad, *WHY, "--digest").status == 0
    assert specvalidator("check", bad).status == 0
    write("a.docx", **FAULTY, definition="一经修改，豁免即不再适用。")
    assert specvalidator("check", bad).status == 1


def test_a_pattern_of_names_will_do(specvalidator: Make) -> None:
    assert specvalidator("waive", "job-title-suffix", "drafts/*.docx", *WHY).status == 0
    (waiver,) = sv.load_waivers("specvalidator.toml")
    assert waiver.document == "drafts/*.docx"


REFUSED = [
    (("job-title-sufix", "a.docx"), WHY, "job-title-suffix", "no such rule: the nearest is named"),
    (("job-title-suffix", "gone.docx"), WHY, "gone.docx", "no such file"),
    (("weight-total", "a.docx"), WHY, "weight-total", "the rule finds nothing there"),
    (("job-title-suffix", "a.docx", "--path", "/tasks"), WHY, "/tasks", "nor at this place"),
    (("job-title-suffix", "a.docx", "--path", "name"), WHY, "path", "no JSON Pointer"),
    (("job-title-suffix", "a.docx"), ("--reason", " ", *WHY[2:]), "reason", "a reason is needed"),
    (("job-title-suffix", "a.docx"), (*WHY[:3], "年底"), "年底", "no day"),
    (("job-title-suffix", "a.docx"), WHY[:2], "--until", "a day is needed"),
    (("job-title-suffix", "a.docx"), WHY[2:], "--reason", "a reason is needed"),
]


@pytest.mark.parametrize("row", REFUSED, ids=[row[3] for row in REFUSED])
def test_what_makes_no_waiver_is_refused_and_nothing_written(
    specvalidator: Make, write: Make, tmp_path: Path, row: tuple[Any, ...]
) -> None:
    given, why, said, _ = row
    write("a.docx", **FAULTY)
    result = specvalidator("waive", *given, *why)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert not (tmp_path / "specvalidator.toml").exists()


@pytest.mark.parametrize("wrong", ["lang = [", "waivers = []\n", 'langue = "zh"\n'])
def test_a_file_that_is_wrong_or_would_be_is_left_as_it_is(
    specvalidator: Make, write: Make, tmp_path: Path, wrong: str
) -> None:
    write("a.docx", **FAULTY)
    file = tmp_path / "w.toml"
    file.write_text(wrong, encoding="utf-8")
    given = ("job-title-suffix", "a.docx", *WHY, "--waivers", file)
    result = specvalidator("waive", *given)
    assert result.status == 2
    assert "w.toml" in result.err
    assert file.read_text(encoding="utf-8") == wrong


def test_a_day_that_is_over_is_noted(specvalidator: Make, write: Make, tmp_path: Path) -> None:
    bad = write("a.docx", **FAULTY)
    given = ("waive", "job-title-suffix", bad, "--waivers", tmp_path / "w.toml", *WHY[:2])
    assert "到期日已经过去" in specvalidator(*given, "--until", "2020-12-31").err
    assert "到期日已经过去" not in specvalidator(*given, "--until", "2099-12-31").err


def test_the_file_is_named_from_where_one_stands(specvalidator: Make, write: Make) -> None:
    write("a.docx", **FAULTY)
    for _ in range(2):
        said = specvalidator("waive", "job-title-suffix", "a.docx", *WHY).err
        assert said.startswith("specvalidator.toml：已豁免 /a.docx")
