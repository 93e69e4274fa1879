"""Words as data: what a pack adds is read, for forms judged by it alone, and made ready once."""

from pathlib import Path

import pytest

import specvalidator as sv
from packs.relabelling import relabelled
from specvalidator import forms, lexicon
from specvalidator.extract.application import vocabulary
from specvalidator.models import Application
from specvalidator.packs import load_pack
from specvalidator.packs.cases import valid_record
from specvalidator.packs.checking import examined

HEADER = """
[pack]
id = "child"
title = "关于开展考核的通知"
issuer = "林东市人力资源和社会保障局"
number = "林人社〔2026〕1号"
jurisdiction = "389900"
issued = 2026-01-05
effective_from = 2026-02-01
edition = "1.0"
extends = "weihai-2021-5"
"""


def written(tmp_path: Path, text: str, name: str = "child.toml") -> Path:
    path = tmp_path / name
    path.write_text(HEADER + text, encoding="utf-8")
    return path


def form_with(label: str) -> bytes:
    """A form in which the telephone has another label."""
    record = Application.model_validate(valid_record("application"))
    return relabelled(forms.write(record), {"联系电话": label})


def rules_said(data: bytes, pack: str | Path) -> set[str]:
    [report] = sv.validate(data, pack=pack)
    return {each.rule for each in report.findings}


def test_a_label_seen_in_the_wild_is_one_line_of_a_pack(tmp_path: Path) -> None:
    form = form_with("热线")
    pack = written(tmp_path, '[words.application]\nfields.telephone.also = ["热线"]\n')

    assert "missing-field" in rules_said(form, "weihai-2021-5")
    assert rules_said(form, pack) == set()
    assert "missing-field" in rules_said(form, "weihai-2021-5")  # and stays the pack's own
    assert rules_said(form_with("联系电话"), pack) == set()


def test_over_several_steps_labels_are_added_up(tmp_path: Path) -> None:
    written(tmp_path, '[words.application]\nfields.telephone.also = ["热线"]\n', "city.toml")
    district = tmp_path / "district.toml"
    text = HEADER.replace('"weihai-2021-5"', '"city"').replace('"child"', '"district"')
    district.write_text(
        text + '[words.application]\nfields.telephone.also = ["服务热线"]\n', encoding="utf-8"
    )

    for label in ("热线", "服务热线", "联系电话"):
        assert rules_said(form_with(label), district) == set()


def test_a_list_may_be_replaced_whole(tmp_path: Path) -> None:
    text = "[words.application.fields.telephone]\nnames = ['热线电话']\nexact = []\nmade_of = []\n"
    pack = written(tmp_path, text)

    assert "missing-field" in rules_said(form_with("联系电话"), pack)
    assert rules_said(form_with("热线电话"), pack) == set()


def test_words_are_made_ready_once_for_each_pack(tmp_path: Path) -> None:
    pack = load_pack(written(tmp_path, '[words.application]\nfields.telephone.also = ["热线"]\n'))

    assert load_pack().lexicon is lexicon.in_force()
    with lexicon.speaking(pack.lexicon):
        assert vocabulary.words() is vocabulary.words()
        own = vocabulary.words()
    assert vocabulary.words() is not own


TELEPHONE = "application.fields.telephone"


@pytest.mark.parametrize(
    ("entry", "line", "key", "said"),
    [
        ("application.fields.telefone", "also = ['热线']", "", "可用：applicant"),
        (TELEPHONE, "alsoo = ['热线']", ".alsoo", "是否指“also”"),
        (TELEPHONE, "also = '热线'", ".also", "应为列表"),
        (TELEPHONE, "made_of = ['热线(']", ".made_of", "不是正则表达式"),
        ("session", "date = ['日子']", "", "有用语"),
        ("specification.parts.definitions", "also = ['释义']", "", "definition"),
        ("announcement.items.where", "also = ['地点']", "", "registration"),
    ],
)
def test_wrong_words_are_refused_at_their_line(
    tmp_path: Path, entry: str, line: str, key: str, said: str
) -> None:
    [fault] = examined(written(tmp_path, f"[words.{entry}]\n{line}\n")).faults

    assert fault.key == f"words.{entry}{key}"
    assert said in fault.said("zh")
    assert fault.line == 1 + HEADER.count("\n") + bool(key)
