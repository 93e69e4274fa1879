"""`check`: exit statuses, streams, names, and one bad file among good ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specvalidator.reports import RENDERERS

Make = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("reader")

NOTHING_BUT_AN_ERROR = {"name": "拉面制作员", "ability_name": "拉面制作员"}
NOTHING_BUT_A_WARNING = {"definition": "拉面制作"}
NOTHING_BUT_A_REVIEW = {"occupation": {"text": "计算机应用软件类", "name": "计算机应用软件类"}}

STATUSES: list[tuple[dict[str, Any], str, int, str]] = [
    ({}, "error", 0, "nothing is wrong"),
    ({}, "review", 0, "nothing is wrong, however strict"),
    (NOTHING_BUT_A_WARNING, "error", 0, "a warning is below error"),
    (NOTHING_BUT_A_WARNING, "warning", 1, "a warning is at warning"),
    (NOTHING_BUT_A_WARNING, "note", 1, "a warning is above note"),
    (NOTHING_BUT_A_WARNING, "review", 1, "a warning is above review"),
    (NOTHING_BUT_A_REVIEW, "error", 0, "a question is below error"),
    (NOTHING_BUT_A_REVIEW, "warning", 0, "a question is below warning"),
    (NOTHING_BUT_A_REVIEW, "note", 0, "a question is below note"),
    (NOTHING_BUT_A_REVIEW, "review", 1, "a question is at review"),
    (NOTHING_BUT_AN_ERROR, "error", 1, "an error is at error"),
    (NOTHING_BUT_AN_ERROR, "review", 1, "an error is above everything"),
]


@pytest.mark.parametrize(
    ("changes", "fail_on", "status"),
    [case[:3] for case in STATUSES],
    ids=[why for *_, why in STATUSES],
)
def test_the_status_depends_on_the_gravest_finding(
    specvalidator: Make, write: Make, changes: dict[str, Any], fail_on: str, status: int
) -> None:
    result = specvalidator("check", write("a.docx", **changes), "--fail-on", fail_on)
    assert result.status == status, result.out


def test_a_file_that_cannot_be_read_stops_no_other(specvalidator: Make, write: Make) -> None:
    bad = write("bad.docx", **NOTHING_BUT_AN_ERROR)
    locked = write("locked.docx", "locked")
    result = specvalidator("check", locked, bad, write("good.docx"), "--format", "json")
    assert result.status == 3, "an unreadable file weighs more than an error"
    assert [each["source"]["name"] for each in result.json["reports"]] == ["bad.docx", "good.docx"]
    (error,) = result.json["errors"]
    assert error["error"] == "encrypted"
    assert error["source"]["name"] == "locked.docx"
    assert error["source"]["size"] == 6


def test_a_file_that_is_not_there_is_said(specvalidator: Make, tmp_path: Path) -> None:
    result = specvalidator("check", tmp_path / "gone.docx", "--format", "json")
    assert result.status == 3
    (error,) = result.json["errors"]
    assert (error["error"], error["source"]["name"]) == ("not-found", "gone.docx")
    assert error["source"]["sha256"] is None


def test_a_bug_in_one_file_is_owned_and_stops_no_other(
    specvalidator: Make, write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPECVALIDATOR_DEBUG", raising=False)
    result = specvalidator("check", write("b.docx", "bug"), write("a.docx"), "--format", "json")
    assert result.status == 3
    assert len(result.json["reports"]) == 1
    (error,) = result.json["errors"]
    assert error["error"] == "unreadable"
    assert "缺陷" in error["message"]
    assert "KeyError" in error["message"]
    assert "the text of a submission" not in result.out + result.err
    assert "Traceback" not in result.err


def test_a_bug_shows_its_trace_to_those_who_ask(
    specvalidator: Make, write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPECVALIDATOR_DEBUG", "1")
    result = specvalidator("check", write("b.docx", "bug"))
    assert "Traceback" in result.err
    assert "Traceback" not in result.out


def test_a_file_with_three_specifications_gives_three_reports(
    specvalidator: Make, write: Make
) -> None:
    text = write("one.docx").read_text(encoding="utf-8")
    result = specvalidator("check", write("three.docx", f"{text}\n{text}\n{text}"), "--format=json")
    assert [each["source"]["index"] for each in result.json["reports"]] == [0, 1, 2]


def test_results_are_text_in_chinese_by_default(specvalidator: Make, write: Make) -> None:
    result = specvalidator("check", write("a.docx"))
    assert result.out.startswith("通过        a.docx · 拉面制作\n")
    assert result.err == ""


def test_english_is_one_option_away(specvalidator: Make, write: Make) -> None:
    result = specvalidator("check", write("a.docx", **NOTHING_BUT_AN_ERROR), "--lang", "en")
    assert "error" in result.out
    assert "错误" not in result.out


def test_the_result_goes_to_a_file_instead(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    bad = write("a.docx", **NOTHING_BUT_AN_ERROR)
    result = specvalidator("check", bad, "--format", "json", "--output", report)
    assert (result.status, result.out, result.err) == (1, "", "")
    assert report.read_bytes() == specvalidator("check", bad, "--format", "json").out.encode()


def test_the_result_never_overwrites_a_draft(specvalidator: Make, write: Make) -> None:
    path = write("a.docx")
    before = path.read_bytes()
    result = specvalidator("check", path, "--output", path.parent / "." / "a.docx")
    assert result.status == 2
    assert path.read_bytes() == before


def test_a_result_that_cannot_be_written_is_wrong_usage(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    result = specvalidator("check", write("a.docx"), "--output", tmp_path / "no" / "report.txt")
    assert result.status == 2
    assert "无法写入" in result.err


def test_two_runs_give_the_same_bytes(specvalidator: Make, write: Make) -> None:
    write("b/x.docx", **NOTHING_BUT_AN_ERROR)
    folder = write("a.docx").parent
    first, second = (specvalidator("check", folder, "--format", "json") for _ in range(2))
    assert first.out == second.out


def test_no_report_names_an_absolute_path(specvalidator: Make, write: Make, tmp_path: Path) -> None:
    write("a/x.docx")
    write("b/x.docx", "locked")
    for arguments in ([tmp_path], [tmp_path / "a", tmp_path / "b"]):
        result = specvalidator("check", *arguments, "--format", "json")
        assert str(tmp_path) not in result.out


WRONG_USAGES = [
    ([], "no command"),
    (["chekc", "a.docx"], "a command that is none"),
    (["check"], "no file"),
    (["check", "a.docx", "--format", "xml"], "a format that is none"),
    (["check", "a.docx", "--as", "recipe"], "a kind that is none"),
    (["check", "a.docx", "--fail-on", "panic"], "a gravity that is none"),
    (["check", "a.docx", "--lang", "fr"], "a language that is not spoken"),
    (["check", "a.docx", "--pack", "weihai-1999"], "a pack that is none"),
    (["check", "a.docx", "--pakc", "x"], "an option that is none"),
    (["read"], "no file to read"),
    (["rules", "weight-totl"], "a rule that is none"),
    (["schema", "recipe"], "a schema that is none"),
    (["new", "recipe", "-o", "x.docx"], "a form that is none"),
    (["new", "specification"], "no file to write"),
]


@pytest.mark.parametrize(("arguments", "why"), WRONG_USAGES, ids=[why for _, why in WRONG_USAGES])
def test_wrong_usage_is_explained_on_standard_error(
    specvalidator: Make, arguments: list[str], why: str
) -> None:
    result = specvalidator(*arguments)
    assert result.status == 2, why
    assert result.err
    assert result.out == ""


def test_an_unknown_format_names_the_known_ones(specvalidator: Make) -> None:
    result = specvalidator("check", "a.docx", "--format", "zzz", "--lang", "en")
    assert result.err == (
        "error: There is no format “zzz”. "
        "There is text, json, sarif, markdown, csv, github, junit, html, xlsx\n"
    )


def test_a_bad_pack_is_said_before_any_file_is_read(
    specvalidator: Make, write: Make, tmp_path: Path
) -> None:
    pack = tmp_path / "city.toml"
    pack.write_text("[pack]\nid = 3\n", encoding="utf-8")
    result = specvalidator("check", write("a.docx", "locked"), "--pack", pack)
    assert result.status == 2
    assert "city.toml" in result.err
    assert result.out == ""


def test_a_folder_without_documents_is_wrong_usage(specvalidator: Make, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("-", encoding="utf-8")
    result = specvalidator("check", tmp_path)
    assert result.status == 2
    assert "没有 Word 或 PDF 文件" in result.err


def test_files_passed_over_are_counted_on_standard_error(specvalidator: Make, write: Make) -> None:
    write("notes.txt", "-")
    folder = write("a.docx").parent
    result = specvalidator("check", folder)
    assert (result.status, result.err) == (0, "略过1个其他文件。\n")

    write("scan.jpg", "-")
    result = specvalidator("check", folder)
    said = "略过2个其他文件，其中图片1个；如果图片上是表格，请直接指定这个文件。\n"
    assert (result.status, result.err) == (0, said)


def test_help_names_every_format(specvalidator: Make) -> None:
    result = specvalidator("check", "--help")
    assert result.status == 0
    assert all(name in result.out for name in RENDERERS)


COMMANDS = ["check", "read", "rules", "schema", "new"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(specvalidator: Make, command: str) -> None:
    result = specvalidator(command, "-h")
    assert result.status == 0
    lines = result.out.splitlines()
    assert any("\u4e00" <= letter <= "\u9fff" for letter in result.out)
    assert any(line.isascii() and line[:1].isupper() for line in lines), "a line of English"


def test_read_prints_records_without_judging(specvalidator: Make, write: Make) -> None:
    path = write("a.docx", **NOTHING_BUT_AN_ERROR)
    result = specvalidator("read", path)
    assert result.status == 0
    (entry,) = result.json["submissions"]
    assert entry["source"]["name"] == "a.docx"
    assert entry["model"]["name"] == "拉面制作员"
    assert result.json["errors"] == []


def test_read_reports_what_it_cannot_read(specvalidator: Make, write: Make) -> None:
    result = specvalidator("read", write("a.docx"), write("b.docx", "locked"))
    assert result.status == 3
    assert len(result.json["submissions"]) == 1
    assert result.json["errors"][0]["error"] == "encrypted"
