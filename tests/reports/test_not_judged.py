"""A pack without rules for a form judges nothing, and every format says so."""

import json
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.cli import run
from specvalidator.packs.cases import valid_record
from specvalidator.reports import RENDERERS, vocabulary

PACK = """
[pack]
id = "bare"
title = "关于开展考核的通知"
issuer = "海坪市人力资源和社会保障局"
number = "海人社字〔2024〕1号"
jurisdiction = "379900"
issued = 2024-03-01
effective_from = 2024-04-01
edition = "1.0"

[clauses.dates]
where = "一"
text = "考核应当写明日期。"
concerns = ["session"]

[rules.implausible-date-in-session]
kind = "session"
clause = "dates"
check = "dates-plausible"
params = { at = ["/date"], first = 2021-02-04, last = 2060-12-31 }
basis = "must"
severity = "review"
title.zh = "日期应当可信"
title.en = "Dates are plausible"
message.zh = "日期“$found”不可信。"
message.en = "The date $found is not plausible."
suggestion.zh = "请核对。"
suggestion.en = "Look at it."
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "bare.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    record = valid_record("specification")
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def test_no_rule_was_asked_and_the_verdict_says_so(pack: Path, draft: Path) -> None:
    [report] = sv.validate(draft, pack=pack)
    assert report.verdict == "not-judged"
    assert sv.validate(draft)[0].verdict == "pass"


@pytest.mark.parametrize("format", RENDERERS)
def test_every_format_says_that_nothing_was_judged(
    format: str,  # noqa: A002 - the word users know
    pack: Path,
    draft: Path,
) -> None:
    page = sv.render(sv.validate(draft, pack=pack), format)
    told = "not-judged" if format == "json" else vocabulary.NO_RULES.zh.removesuffix("。")
    other = "没有针对这种材料的规则，没有检查"
    assert told in page or other in page
    assert "没有发现问题" not in page


def test_the_status_is_that_of_a_file_that_was_not_judged(pack: Path, draft: Path) -> None:
    assert run(["check", str(draft), "--pack", str(pack)]) == 3


def test_a_batch_counts_it_apart(
    pack: Path, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["batch", str(draft), "--out", str(out), "--pack", str(pack)]) == 3
    said = capsys.readouterr()
    assert "没有检查 1" in said.out
    assert "规则包没有针对它们的规则" in said.err
    summary = json.loads((out / "summary.json").read_bytes())
    assert summary["verdicts"]["specification"]["not-judged"] == 1
    assert "没有发现问题" not in (out / "overview.html").read_text("utf-8")
