"""What is made of the program notices when something has no words."""

import argparse
import os
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import specvalidator
from docs.site import ROOT
from specvalidator.packs import load_pack
from specvalidator.wording import Words
from website import clause_pages, command_pages, generated, python_pages, rule_pages
from website.markdown import plain, quote, table
from website.search import words_of


def test_an_option_without_english_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = argparse.ArgumentParser(description="检查\nChecks", epilog="", add_help=False)
    commands = parser.add_subparsers()
    check = commands.add_parser("check", description="检查\nJudge documents", add_help=False)
    check.add_argument("--colour", help="颜色")
    monkeypatch.setattr(command_pages, "program", lambda: parser)
    with pytest.raises(ValueError, match="颜色"):
        dict(command_pages.pages())


@pytest.mark.parametrize("help_", [None, "", "颜色", "colour", "colour\n颜色"])
def test_a_help_that_lacks_a_language_is_refused(help_: str | None) -> None:
    with pytest.raises(ValueError, match="a help is Chinese, a line end, English"):
        command_pages.both(help_)


def test_both_languages_of_a_help_are_told_apart() -> None:
    said = "结果写入 FILE\nwrite the result\nto a file"
    assert command_pages.both(said) == Words("结果写入 FILE", "write the result to a file")


def test_a_public_name_without_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(specvalidator, "__all__", [*specvalidator.__all__, "Novelty"])
    with pytest.raises(LookupError, match="Novelty"):
        dict(python_pages.pages())


@pytest.mark.slow
def test_a_new_rule_and_a_new_clause_have_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = load_pack()
    grown = pack.model_copy(
        update={"rules": {**pack.rules, "novelty": pack.rules["too-few-tasks"]}}
    )
    for module in (rule_pages, clause_pages):
        monkeypatch.setattr(module, "load_pack", lambda: grown)
    assert {"rules/novelty.md", "rules/novelty.zh-CN.md"} <= set(dict(rule_pages.pages()))
    assert "(rules/novelty.md)" in dict(clause_pages.pages())["clauses.md"]


def test_generated_pages_are_no_part_of_the_history() -> None:
    assert f"/{generated.FOLDER}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_only_what_changed_is_written_and_what_is_gone_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generated, "pages", lambda: iter([("a.md", "one"), ("b/c.md", "two")]))
    generated.write(tmp_path)
    os.utime(tmp_path / "a.md", (1, 1))
    monkeypatch.setattr(generated, "pages", lambda: iter([("a.md", "one"), ("d.md", "three")]))
    generated.write(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    assert written == {"a.md": "one", "d.md": "three"}
    assert (tmp_path / "a.md").stat().st_mtime == 1


@pytest.mark.parametrize(
    "text", ["a*b*", "[x](y)", "1. first", "- item", "`code`", "<b>", "a | b", "$x_y$", "# head"]
)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = MarkdownIt().enable("table").render(f"{plain(text)}\n\n{quote(text)}")
    words = re.sub("<[^>]*>", "", shown).replace("&lt;", "<").replace("&gt;", ">")
    assert words.split("\n")[0] == text
    assert "<ul>" not in shown
    assert "<ol>" not in shown
    assert table(["x"], [[plain(text)]]).count("\n") == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("实行百分制", ["实行", "行百", "百分", "分制"]),
        ("60分以上", ["60", "分以", "以上"]),
        ("工", ["工"]),
        ("weight-total 比重", ["weight", "total", "比重"]),
    ],
)
def test_chinese_is_searched_by_pairs(text: str, words: list[str]) -> None:
    assert words_of(text) == words
