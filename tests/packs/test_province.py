"""The made-up province: its words, law and papers are its pack's alone, and need no Python."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pypdf
import pytest

import specvalidator as sv
from packs.drawing import PICTURE, drawn
from packs.relabelling import relabelled
from specvalidator import forms
from specvalidator.cli import run
from specvalidator.document import paragraphs_of
from specvalidator.lexicon import speaking
from specvalidator.models import MODELS, Kind
from specvalidator.packs import load_pack
from specvalidator.packs.cases import valid_record
from specvalidator.packs.checking import examined
from specvalidator.readers import read_document

PACKS = Path(__file__).parents[2] / "examples" / "packs"
LINDONG = PACKS / "lindong-2026-1.toml"


def record_of(kind: Kind) -> dict[str, Any]:
    """Return the valid record with what the province asks for besides."""
    record = valid_record(kind)
    for row in record.get("examiners", ()) if kind == "application" else ():
        row["extra"] = {"nation": "汉族"}
    if kind == "specification":
        record["requirements"]["extra"] = {"fee": "每人120元。"}
    return {**record, **({"extra": EXTRA[kind]} if kind in EXTRA else {})}


EXTRA: Mapping[Kind, Mapping[str, str]] = {
    "application": {"credit_code": "91980000MA3CXXXX0X"},
    "specification": {"issued": "2026-03-02", "issued_text": "2026年3月2日"},
    "announcement": {"hotline": "0980-5000001"},
    "dossier": {"insurance": "保险单.pdf"},
}


def said(kind: Kind, **changes: Any) -> dict[str, str]:  # noqa: ANN401 - as JSON has it
    record = MODELS[kind].model_validate(record_of(kind) | changes)
    report = sv.check(record, pack=LINDONG)
    return {each.rule: each.message for each in report.findings}


def form_of(kind: Kind, **changes: Any) -> bytes:  # noqa: ANN401 - as JSON has it
    """Return the province's own form, filled in."""
    with speaking(load_pack(LINDONG).lexicon):
        return forms.write(MODELS[kind].model_validate(record_of(kind) | changes))


def rules_said(data: bytes, pack: str | Path) -> set[str]:
    [report] = sv.validate(data, pack=pack)
    return {each.rule for each in report.findings}


def test_both_example_packs_are_sound_and_short() -> None:
    files = sorted(PACKS.glob("*.toml"))
    assert len(files) == 2
    assert [each for file in files for each in examined(file).faults] == []
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 150


APPLICATION = {
    "山东省专项职业能力考点设立申请表": "林东省考核站点申报书",
    "申请单位": "申建单位",
    "联系电话": "业务热线",
    "考评工种": "评审方向",
}
SPECIFICATION = {"考核比重": "计分份额", "考评员构成": "评审组"}
ANNOUNCEMENT = {"报名方式": "扫码登记"}
FORMS: Mapping[Kind, Mapping[str, str]] = {
    "application": APPLICATION,
    "specification": SPECIFICATION,
    "announcement": ANNOUNCEMENT,
}
WAYS = pytest.mark.parametrize("way", [bytes, drawn], ids=["word", "pdf"])


@pytest.mark.parametrize(("kind", "words"), FORMS.items(), ids=FORMS)
@WAYS
def test_a_form_in_the_words_of_the_province_is_read_by_its_pack_alone(
    kind: Kind, words: Mapping[str, str], way: Callable[[bytes], bytes]
) -> None:
    form = way(relabelled(form_of(kind), words))

    (submission,) = sv.read(form, pack=LINDONG)
    assert submission.model == MODELS[kind].model_validate(record_of(kind))
    assert rules_said(form, LINDONG) == set()
    assert sv.read(form, kind=kind)[0].model != submission.model


@pytest.mark.parametrize("kind", FORMS)
def test_the_blank_form_of_the_province_has_its_fields(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    assert run(["new", kind, "--pack", str(LINDONG), "-o", str(path)]) == 0
    text = "".join(each.text for each in paragraphs_of(read_document(path.read_bytes()).blocks))
    added = load_pack(LINDONG).extra[kind].values()
    assert [each.title.zh for each in added if each.title.zh not in text] == []
    (submission,) = sv.read(path, pack=LINDONG, kind=kind)
    assert submission.model == MODELS[kind]()


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("application", "missing-credit-code"),
        ("specification", "missing-issued"),
        ("announcement", "missing-hotline"),
    ],
)
@WAYS
def test_a_marked_copy_points_at_what_the_province_misses(
    kind: Kind, rule: str, way: Callable[[bytes], bytes]
) -> None:
    form = way(form_of(kind, extra={}))

    (report,) = sv.validate(form, pack=LINDONG)
    (finding,) = report.findings
    assert (finding.rule, finding.kind) == (rule, "fail")
    assert (finding.clause.where, finding.clause.notice) == ("第五条", None)
    copy = sv.annotate(form, pack=LINDONG)
    assert finding.message in notes_in(copy)


def notes_in(copy: bytes) -> str:
    """Return the words of the notes of a marked copy."""
    if copy.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(copy)).pages
        notes = [each.get_object() for page in pages for each in page.get("/Annots", ())]
        return "".join(str(each.get("/Contents", "")) for each in notes)
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        return "".join(re.findall(r"<w:t[^>]*>([^<]*)", package.read("word/comments.xml").decode()))


def test_the_dossier_of_the_province_holds_one_paper_more() -> None:
    files = {"申报书.docx": form_of("application"), "附件 保险单.png": PICTURE}
    for names, missing in ((list(files), False), (["申报书.docx"], True)):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as package:
            for name in names:
                package.writestr(name, files[name])
        reports = sv.validate(archive.getvalue(), pack=LINDONG)
        found = {each.rule: each for each in reports[0].findings}
        assert ("missing-insurance" in found) == missing
    assert found["missing-insurance"].message == "申报材料中没有“场地责任保险单”。"
    assert found["missing-insurance"].clause.where == "第五条"


@pytest.mark.parametrize(
    ("text", "is_even"), [("评审组不少于3名考评员", False), ("评审组不少于4名考评员", True)]
)
def test_examiners_are_odd_in_number(text: str, is_even: bool) -> None:  # noqa: FBT001
    requirements = record_of("specification")["requirements"] | {"examiners": text}
    assert ("even-number-of-examiners" in said("specification", requirements=requirements)) == (
        is_even
    )


def test_one_of_two_electives_makes_the_whole() -> None:
    tasks = valid_record("specification")["tasks"]
    names = ("备料", "和面", "蒸制（选考）", "烤制（选考）")
    weights = (30, 40, 30, 30)
    chosen = [
        task | {"name": name, "weight": weight, "weight_text": f"{weight}%"}
        for task, name, weight in zip(tasks, names, weights, strict=True)
    ]
    assert said("specification", tasks=chosen) == {}
    chosen[3] |= {"weight": 20, "weight_text": "20%"}
    assert "蒸制（选考）" in said("specification", tasks=chosen)["weight-total-with-electives"]


def test_results_are_due_in_calendar_days() -> None:
    held = {"date": "2026-09-29"}
    assert "late-results-by-calendar" not in said("session", **held, results_date="2026-10-04")
    late = said("session", **held, results_date="2026-10-05")
    assert "2026年10月4日" in late["late-results-by-calendar"]
    assert "late-results" not in late


def test_no_report_of_the_province_speaks_for_weihai() -> None:
    reports = [sv.check(MODELS[kind](), pack=LINDONG) for kind in MODELS]
    for report in reports:
        said = [f"{each.message}{each.suggestion}" for each in report.findings]
        assert [each for each in said if re.search("威海|山东|附件", each)] == []
        for clause in (*(each.clause for each in report.findings), *report.by_hand):
            assert (clause.notice == "威人社字〔2021〕5号") == clause.where.startswith("威人社字")
            assert clause.notice or not re.search("威海|山东", clause.text)
    dossier = next(each for each in reports if each.kind == "dossier")
    assert "《林东省考核站点申报书》" in " ".join(each.message for each in dossier.findings)
