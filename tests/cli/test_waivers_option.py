"""`check` with waivers: what is let pass does not count, and what was not needed is said."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("reader")

FAULTY = {"name": "拉面制作员", "ability_name": "拉面制作员"}
BEFORE = ("--on", "2026-06-30")
AFTER = ("--on", "2027-01-01")


def entry(
    document: str = "a.docx", rule: str = "job-title-suffix", until: str = "2026-12-31"
) -> str:
    return (
        f'[[waivers]]\nrule = "{rule}"\ndocument = "{document}"\n'
        f'reason = "名称已经公布。"\nexpires = {until}\n'
    )


def waivers(folder: Path, *entries: str) -> Path:
    path = folder / "waivers.toml"
    path.write_text("\n".join(entries or (entry(),)), encoding="utf-8")
    return path


def test_a_waived_error_makes_no_failure(specvalidator: Make, write: Make, tmp_path: Path) -> None:
    bad = write("a.docx", **FAULTY)
    assert specvalidator("check", bad).status == 1
    result = specvalidator("check", bad, "--waivers", waivers(tmp_path), *BEFORE)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("通过 ")
    assert "名称已经公布。（至2026-12-31）" in result.out


def test_the_strictest_gate_lets_it_pass_too(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    bad = write("a.docx", **FAULTY)
    given = ("check", bad, "--waivers", waivers(tmp_path), *BEFORE, "--fail-on", "review")
    assert specvalidator(*given).status == 0


def test_an_expired_waiver_counts_again_and_says_so(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    bad = write("a.docx", **FAULTY)
    result = specvalidator("check", bad, "--waivers", waivers(tmp_path), *AFTER)
    assert result.status == 1
    assert "已于2026-12-31到期，重新计入" in result.out
    assert "豁免已到期" in result.err


def test_the_last_day_still_counts(specvalidator: Make, write: Make, tmp_path: Path) -> None:
    bad = write("a.docx", **FAULTY)
    given = ("check", bad, "--waivers", waivers(tmp_path), "--on")
    assert specvalidator(*given, "2026-12-31").status == 0
    assert specvalidator(*given, "2027-01-01").status == 1


def test_without_a_day_it_is_today(specvalidator: Make, write: Make, tmp_path: Path) -> None:
    bad = write("a.docx", **FAULTY)
    today = datetime.now().astimezone().date()
    for days, status in ((7, 0), (-7, 1)):  # the test may run at midnight
        until = today + timedelta(days=days)
        file = waivers(tmp_path, entry(until=until.isoformat()))
        assert specvalidator("check", bad, "--waivers", file).status == status


def test_a_day_that_is_none_is_wrong_usage(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    given = ("check", write("a.docx"), "--waivers", waivers(tmp_path), "--on", "年底")
    result = specvalidator(*given)
    assert (result.status, result.out) == (2, "")
    assert "年底" in result.err


def test_a_waiver_that_is_not_needed_is_a_warning(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    given = ("check", write("a.docx"), "--waivers", waivers(tmp_path), *BEFORE)
    result = specvalidator(*given, "--format", "json")
    assert result.status == 0
    assert "没有用上" in result.err
    assert "job-title-suffix" in result.err
    (unused,) = result.json["waivers"]["unused"]
    assert (unused["rule"], unused["document"], unused["checked"]) == (
        "job-title-suffix",
        "a.docx",
        True,
    )
    assert unused["expires"] == "2026-12-31"


def test_a_waiver_of_a_document_not_checked_is_a_warning_of_its_own(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    others = [entry(f"{number}.docx") for number in range(5)]
    given = ("check", write("a.docx"), "--waivers", waivers(tmp_path, *others), *BEFORE)
    result = specvalidator(*given, "--format", "json")
    assert len(result.err.splitlines()) == 1, "a hook that looks at one file drowns in nothing"
    assert "5条豁免所指的文件不在这次检查之内" in result.err
    assert [each["checked"] for each in result.json["waivers"]["unused"]] == [False] * 5


def test_patterns_begin_at_the_folder_of_the_waivers(
    specvalidator: Make, write: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write("drafts/2026/a.docx", **FAULTY)
    given = ("--waivers", waivers(tmp_path, entry("/drafts/*/a.docx")), *BEFORE)
    monkeypatch.chdir(tmp_path / "drafts")
    for named in (bad, "2026/a.docx", "2026", "."):
        assert specvalidator("check", named, *given).status == 0, named


def test_a_document_elsewhere_of_the_same_name_is_another(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    write("office/a.docx")
    file = waivers(tmp_path / "office", entry("/a.docx"))
    bad = write("a.docx", **FAULTY)
    assert specvalidator("check", bad, "--waivers", file, *BEFORE).status == 1


def test_two_files_of_one_name_are_told_apart(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    files = [write(f"{folder}/a.docx", **FAULTY) for folder in ("x", "y")]
    file = waivers(tmp_path, entry("/x/a.docx"))
    result = specvalidator("check", *files, "--waivers", file, *BEFORE, "--format", "json")
    found = {each["source"]["name"]: each["verdict"] for each in result.json["reports"]}
    assert found == {"x/a.docx": "pass", "y/a.docx": "fail"}


def test_a_wrong_file_is_refused_before_anything_is_checked(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    file = waivers(tmp_path, entry().replace("reason", "# reason"))
    result = specvalidator("check", write("a.docx"), "--waivers", file)
    assert (result.status, result.out) == (2, "")
    assert "waivers.toml 中的 waivers.0.reason：缺少这一项，请补上（第1条豁免）" in result.err


def test_english_remarks_are_one_option_away(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    file = waivers(tmp_path, entry(), entry("b.docx"), entry(rule="weight-total"))
    given = ("check", write("a.docx", **FAULTY), "--waivers", file, "--lang", "en")
    result = specvalidator(*given, *AFTER)
    assert "expired" in result.err
    assert "needed no more" in result.err
    assert "not checked now" in result.err
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in result.err)
