"""The frozen reports that the pictures show are reports still, and no rule makes them stale."""

import hashlib

import pytest

import frozen
import specvalidator as sv
from picture_pages import LANGS, pictures
from specvalidator.packs import load_pack
from specvalidator.wording import Lang


@pytest.mark.parametrize("lang", LANGS)
def test_the_frozen_report_is_about_the_frozen_draft(lang: Lang) -> None:
    report = frozen.draft_report(lang)
    assert report.source is not None
    assert report.source.sha256 == hashlib.sha256(frozen.DRAFT.read_bytes()).hexdigest()
    assert report.verdict == "fail"
    assert report.rules
    assert report.by_hand


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_many_has_every_verdict(lang: Lang) -> None:
    assert {report.verdict for report in frozen.many_reports(lang)} == {"pass", "review", "fail"}


def test_a_new_rule_changes_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even one that speaks of every draft."""
    before = {name: picture.digest for name, picture in pictures("en").items()}
    pack = load_pack()
    novelty = pack.rules["too-few-tasks"].model_copy(
        update={"params": {"at": "/tasks", "least": 99}}
    )
    grown = pack.model_copy(update={"rules": {"novelty": novelty, **pack.rules}})
    check = sv.check
    monkeypatch.setattr(sv, "check", lambda *a, **k: check(*a, **k, pack=grown))
    spoken = {finding.rule for finding in sv.check(*sv.read(frozen.DRAFT)).findings}
    assert "novelty" in spoken
    assert {name: picture.digest for name, picture in pictures("en").items()} == before
