"""Whatever `check` can be told, `batch` can be told, and judges by it in the same way."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from extract.dossier.building import complete, document, written
from specvalidator import forms
from specvalidator.cli.parser import program
from specvalidator.models import Application, Specification
from specvalidator.packs.cases import valid_record

Run = Callable[..., Any]

ONLY_OF_CHECK = {
    "help": "it is of every command",
    "files": "a batch has one SOURCE, which may be a list",
    "format": "results are written as tables and JSON lines",
    "output": "results are written into --out",
    "isolate": "every document of a batch is in a process of its own",
    "watch": "a batch goes on where it stopped when it is run again",
    "verbose": "everything is written in any case",
    "quiet": "the end of a run is what it prints",
    "copies": "its workbook is the tables",
    "select": "lasting choices of rules belong into a pack",
    "ignore": "the same",
    "statistics": "the overview counts by rule",
}
"""The options of `check` that `batch` does without, and why."""


class Setting(NamedTuple):
    """An option at work."""

    said: tuple[str, ...]
    """What is said on the command line; {} stands for the folder of the test."""
    tells: bool = True
    """Whether it changes what is found."""


SETTINGS = {
    "pack": Setting(("--pack", "{}/other.toml")),
    "kind": Setting(("--as", "dossier")),
    "catalogue": Setting(("--catalogue", "{}/catalogue.csv")),
    "fail_on": Setting(("--fail-on", "review"), tells=False),
    "waivers": Setting(("--waivers", "{}/waivers.toml", "--on", "2026-01-01")),
    "on": Setting(("--on", "2026-01-01", "--waivers", "{}/waivers.toml")),
    "exclude": Setting(("--exclude", "*坏*")),
    "force_exclude": Setting(("--force-exclude", "--exclude", "草稿")),
    "skip_unrecognised": Setting(("--skip-unrecognised",), tells=False),
    "lang": Setting(("--lang", "en")),
    "config": Setting(("--config", "{}/settings.toml")),
    "no_config": Setting(("--no-config",), tells=False),
    "limit": Setting(("--limit", "file_bytes=1K")),
    "redact": Setting(("--redact",)),
}
OTHER_PACK = """
[pack]
id = "other"
title = "关于开展考核的通知"
issuer = "另一市人力资源和社会保障局"
number = "另人社字〔2026〕1号"
jurisdiction = "379900"
issued = 2026-01-01
effective_from = 2026-01-01
edition = "1.0"
extends = "weihai-2021-5"

[rules.weight-total]
severity = "note"
"""
WAIVERS = """
[[waivers]]
rule = "weight-total"
document = "**"
reason = "补正中"
expires = 2026-12-31
"""


def _options(command: str) -> set[str]:
    """Return what the parser of a command knows, by the names under which it is kept."""
    parser = program()
    commands = next(each for each in vars(parser)["_actions"] if isinstance(each.choices, dict))
    return {action.dest for action in vars(commands.choices[command])["_actions"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "catalogue.csv").write_text("拉面制作\n", encoding="utf-8")
    (tmp_path / "waivers.toml").write_text(WAIVERS, encoding="utf-8")
    (tmp_path / "settings.toml").write_text('exclude = ["*坏*"]\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text(OTHER_PACK, encoding="utf-8")
    spec = valid_record("specification")
    spec["tasks"][0] |= {"weight": "10", "weight_text": "10%"}
    form = valid_record("application") | {"telephone": "123"}
    written(
        tmp_path / "收件",
        {
            "草稿/规范.docx": forms.write(Specification.model_validate(spec)),
            "草稿/表.docx": forms.write(Application.model_validate(form)),
            "草稿/纪要.docx": document("会议纪要：讨论了办公用房。"),
            "坏.docx": document("甲")[:-40],
            **{f"甲/{name}": data for name, data in complete().items()},
            "乙/申请表.docx": forms.write(Application.model_validate(form | {"applicant": "乙校"})),
        },
    )
    return tmp_path


def test_every_option_of_check_is_known_to_batch_or_has_a_reason() -> None:
    missing = _options("check") - _options("batch")
    assert missing == set(ONLY_OF_CHECK) - {"help"}


def test_every_option_of_check_is_tried() -> None:
    assert set(SETTINGS) == _options("check") - set(ONLY_OF_CHECK)


@pytest.mark.parametrize("option", SETTINGS)
def test_batch_finds_with_each_option_what_check_finds(
    specvalidator: Run, folder: Path, option: str
) -> None:
    said = [part.format(folder) for part in SETTINGS[option].said]
    checked = specvalidator("check", folder / "收件", "--format", "json", *said)
    run = specvalidator("batch", folder / "收件", "--out", folder / "out", *said)
    found = _of_check(checked.json)
    if option == "skip_unrecognised":  # named among what was set aside, and not counted
        found |= {("草稿/纪要.docx", "unrecognised"), ("甲/考务管理制度.docx", "unrecognised")}

    assert run.status == checked.status, run.err
    assert _of_batch(folder / "out") == found
    if SETTINGS[option].tells:
        plain = specvalidator("check", folder / "收件", "--format", "json")
        assert _of_check(plain.json) != found


def _of_check(page: dict[str, Any]) -> set[Any]:
    return _said([*page["reports"], *page["errors"]])


def _of_batch(out: Path) -> set[Any]:
    lines = [
        json.loads(line)
        for part in sorted((out / "reports").glob("*.jsonl"))
        for line in part.read_text("utf-8").splitlines()
    ]
    return _said(lines)


def _said(entries: list[dict[str, Any]]) -> set[Any]:
    """Return what tells results apart: name, verdict or refusal, and every finding as it is."""
    return {
        (entry["source"]["name"], entry["error"])
        if "error" in entry
        else (
            entry["source"]["name"],
            entry["verdict"],
            entry["pack"]["id"],
            entry["redacted"],
            json.dumps(entry["findings"], ensure_ascii=False, sort_keys=True),
        )
        for entry in entries
    }
