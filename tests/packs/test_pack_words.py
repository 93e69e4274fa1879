"""Words as data: what a pack adds is read, for forms judged by it alone, and made ready once."""

import json
from pathlib import Path

import pytest

import specvalidator as sv
from packs.relabelling import relabelled
from specvalidator import forms, lexicon
from specvalidator.cli import run
from specvalidator.extract.application import vocabulary
from specvalidator.extract.dossier import names
from specvalidator.models import Application
from specvalidator.packs import DEFAULT_PACK, load_pack
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
        ("dossier.papers.rules", "also = ['章法']", "", "management-rules"),
        ("dossier.papers.paper", "made_of = ['证(']", ".made_of", "不是正则表达式"),
    ],
)
def test_wrong_words_are_refused_at_their_line(
    tmp_path: Path, entry: str, line: str, key: str, said: str
) -> None:
    [fault] = examined(written(tmp_path, f"[words.{entry}]\n{line}\n")).faults

    assert fault.key == f"words.{entry}{key}"
    assert said in fault.said("zh")
    assert fault.line == 1 + HEADER.count("\n") + bool(key)


def test_a_word_of_file_names_is_one_line_of_a_pack(tmp_path: Path) -> None:
    pack = load_pack(written(tmp_path, '[words.dossier]\npapers.pictures.also = ["留影"]\n'))

    assert names.hints("考点留影.pdf") == frozenset()
    with lexicon.speaking(pack.lexicon):
        assert names.hints("考点留影.pdf") == {"pictures"}
        assert names.hints("考点照片.pdf") == {"pictures"}
        assert names.hints("留言.pdf") == frozenset()


def telephone_read(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> str | None:
    run([str(each) for each in arguments])
    [submission] = json.loads(capsys.readouterr().out)["submissions"]
    telephone: str | None = submission["model"]["telephone"]
    return telephone


def test_what_is_only_read_or_converted_is_read_in_the_words_of_the_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = written(tmp_path, '[words.application]\nfields.telephone.also = ["热线"]\n')
    form, copy = tmp_path / "form.docx", tmp_path / "copy.docx"
    form.write_bytes(form_with("热线"))
    telephone = valid_record("application")["telephone"]

    assert telephone_read("read", form, capsys=capsys) is None
    assert telephone_read("read", form, "--pack", pack, capsys=capsys) == telephone
    assert run(["convert", str(form), "-o", str(copy), "--pack", str(pack)]) == 0
    capsys.readouterr()
    assert telephone_read("read", copy, capsys=capsys) == telephone
    [submission] = sv.read(form, pack=pack)
    assert isinstance(submission.model, Application)
    assert submission.model.telephone == telephone


def test_a_pack_that_cannot_be_used_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(tmp_path / "form.docx"), "--pack", "no-such-pack"]) == 2
    assert "no-such-pack" in capsys.readouterr().err


def test_the_usual_pack_has_no_words_of_its_own() -> None:
    """To read by it, it need not be loaded."""
    assert load_pack(DEFAULT_PACK).words == {}
