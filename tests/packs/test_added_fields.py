"""Fields, columns and requirements that a pack adds: written blank, read, judged."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import pytest

import specvalidator as sv
from packs.drawing import PICTURE, drawn
from packs.relabelling import relabelled
from specvalidator import forms
from specvalidator.lexicon import speaking
from specvalidator.models import MODELS, Kind
from specvalidator.models.base import Record
from specvalidator.packs import RulePack, load_pack
from specvalidator.packs.cases import valid_record
from specvalidator.packs.checking import examined
from specvalidator.reports.comparison.changes import changes_between

TEXT = """\
[pack]
id = "lindong-2026-1"
title = "关于开展考核的通知"
issuer = "林东市人力资源和社会保障局"
number = "林人社〔2026〕1号"
jurisdiction = "389900"
issued = 2026-01-05
effective_from = 2026-02-01
edition = "1.0"
extends = "weihai-2021-5"

[clauses.more]
where = "正文 三"
text = "另须写明下列各项。"

[extra.application.credit_code]
title = { zh = "统一社会信用代码", en = "unified social credit code" }
also = ["信用代码"]
required = true
clause = "more"

[extra.application.area]
title = { zh = "建筑面积", en = "floor area" }
value = "number"

[extra.application.founded]
title = { zh = "成立日期", en = "founded" }
value = "day"

[extra.application.contact]
title = { zh = "联系人", en = "contact" }
personal = "person"

[extra.application.nation]
part = "examiners"
title = { zh = "民族", en = "nation" }
required = true
clause = "more"

[extra.application.major]
part = "examiners"
title = { zh = "专业", en = "major" }

[extra.specification.issued]
title = { zh = "发布日期", en = "issued" }
value = "day"
required = true
clause = "more"

[extra.specification.fee]
part = "requirements"
title = { zh = "收费标准", en = "fee" }
required = true
clause = "more"

[extra.announcement.charge]
title = { zh = "收费标准", en = "charge" }
also = ["收费"]
required = true
clause = "more"

[extra.dossier.insurance]
title = { zh = "场地责任保险单", en = "insurance of the site" }
also = ["保险单"]
required = true
clause = "more"

[rules.small-site]
kind = "application"
clause = "more"
check = "at-most"
basis = "must"
severity = "warning"
title = { zh = "建筑面积不过大", en = "The site is not too large" }
message = { zh = "建筑面积为$found平方米。", en = "The site has $found m²." }
suggestion = { zh = "请核对。", en = "Please look." }
params = { at = "/extra/area", most = 5000 }
"""
FULL: Mapping[Kind, Mapping[str, Any]] = {
    "application": {
        "credit_code": "91370000MA3CXXXX0X",
        "area": 1200.5,
        "area_text": "1200.5平方米",
        "founded": "2015-03-02",
        "founded_text": "2015年3月2日",
        "contact": "丛立夏",
    },
    "specification": {"issued": "2026-03-02", "issued_text": "2026年3月2日"},
    "announcement": {"charge": "每人120元。\n不含材料费。"},
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> RulePack:
    path = tmp_path_factory.mktemp("packs") / "lindong-2026-1.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert examined(path).faults == ()
    return load_pack(path)


def full(kind: Kind) -> dict[str, Any]:
    record = valid_record(kind) | {"extra": dict(FULL[kind])}
    if kind == "application":
        rows = [
            each | {"extra": {"nation": "汉族", "major": "面点"}} for each in record["examiners"]
        ]
        return record | {"examiners": rows}
    if kind == "announcement":
        return record
    requirements = record["requirements"] | {"extra": {"fee": "每人120元。\n不含材料费。"}}
    return record | {"requirements": requirements}


def model_of(kind: Kind, record: Mapping[str, Any]) -> Record:
    return MODELS[kind].model_validate(record)


def written(record: Record, pack: RulePack) -> bytes:
    with speaking(pack.lexicon):
        return forms.write(record)


def blank(kind: Kind, pack: RulePack) -> bytes:
    with speaking(pack.lexicon):
        return forms.blank(kind)


def same(form: bytes) -> bytes:
    return form


WAYS = pytest.mark.parametrize("way", [same, drawn], ids=["word", "pdf"])
KINDS = pytest.mark.parametrize("kind", ["application", "specification", "announcement"])
Way = Callable[[bytes], bytes]


@KINDS
@WAYS
def test_what_is_written_is_read_back_and_passes(kind: Kind, way: Way, pack: RulePack) -> None:
    record = model_of(kind, full(kind))
    (submission,) = sv.read(way(written(record, pack)), pack=pack)
    assert submission.model == record
    assert sv.check(submission, pack=pack).findings == ()
    for path in ("/extra/credit_code", "/examiners/0/extra/nation", "/requirements/extra/fee"):
        value = submission.value(path)
        assert value is None or path in submission.places


@KINDS
@WAYS
def test_the_blank_form_asks_for_more_and_says_nothing(
    kind: Kind, way: Way, pack: RulePack
) -> None:
    form = blank(kind, pack)
    (submission,) = sv.read(way(form), pack=pack)
    assert submission.model == MODELS[kind]()
    assert submission.blank == (kind != "announcement")
    assert form != forms.blank(kind)


@pytest.mark.parametrize(
    ("kind", "path", "absent"),
    [
        ("application", "/extra/credit_code", {"extra": {"contact": "丛立夏"}}),
        ("specification", "/extra/issued", {"extra": {}}),
        ("announcement", "/extra/charge", {"extra": {}}),
    ],
)
@WAYS
def test_an_empty_required_field_is_found_at_its_label(
    kind: Kind, path: str, absent: dict[str, Any], way: Way, pack: RulePack
) -> None:
    form = written(model_of(kind, full(kind) | absent), pack)
    (report,) = sv.validate(way(form), pack=pack)
    (finding,) = report.findings
    assert (finding.location.path, finding.kind) == (path, "fail")
    assert (finding.clause.where, finding.clause.notice) == ("正文 三", None)
    assert finding.location.place is not None


@pytest.mark.parametrize(
    ("heading", "text", "outcomes"),
    [
        ("八、其他", "考核收费每人120元。", {"review"}),
        ("八、其他", "不另行通知。", {"fail"}),
        ("八、收费", "每人120元。", set()),
    ],
)
def test_an_item_of_an_announcement_is_known_by_its_heading(
    heading: str, text: str, outcomes: set[str], pack: RulePack
) -> None:
    form = written(model_of("announcement", full("announcement")), pack)
    changed = relabelled(
        form, {"收费标准": heading[2:], "每人120元。": text, "不含材料费。": "完。"}
    )
    (report,) = sv.validate(changed, pack=pack)
    assert {each.kind for each in report.findings} == outcomes
    assert {each.rule for each in report.findings} <= {"missing-charge"}


def test_an_examiner_without_a_nation_is_named(pack: RulePack) -> None:
    record = full("application")
    record["examiners"][1]["extra"] = {"major": "面点"}
    (report,) = sv.validate(written(model_of("application", record), pack), pack=pack)
    (finding,) = report.findings
    assert finding.rule == "missing-nation"
    assert finding.location.path == "/examiners/1/extra/nation"
    assert "第2行" in finding.message
    assert "民族" in finding.message


def test_a_requirement_that_is_not_there_is_missing(pack: RulePack) -> None:
    record = valid_record("specification") | {"extra": dict(FULL["specification"])}
    (report,) = sv.validate(written(model_of("specification", record), pack), pack=pack)
    assert [each.message for each in report.findings] == ["没有写“收费标准”。"]


def test_a_label_that_is_not_there_is_asked_about(pack: RulePack) -> None:
    outcomes: dict[str, str] = {}
    kinds: tuple[Kind, ...] = ("application", "specification")
    for kind in kinds:
        (report,) = sv.validate(forms.write(model_of(kind, valid_record(kind))), pack=pack)
        outcomes |= {each.location.path: each.kind for each in report.findings}
    assert outcomes == {
        "/extra/credit_code": "review",
        "/examiners/0/extra/nation": "review",
        "/extra/issued": "review",
        "/requirements/extra/fee": "fail",  # as any of the four requirements
    }


@pytest.mark.parametrize(
    ("field", "written_as", "kind"),
    [("area", "若干", "review"), ("area", "6000平方米", "fail"), ("founded", "前年", "review")],
)
def test_what_is_no_number_or_no_day_is_asked_about(
    field: str, written_as: str, kind: str, pack: RulePack
) -> None:
    record = full("application")
    del record["extra"][field]
    record["extra"][f"{field}_text"] = written_as
    (report,) = sv.validate(written(model_of("application", record), pack), pack=pack)
    (finding,) = report.findings
    assert (finding.location.path, finding.kind) == (f"/extra/{field}", kind)
    assert finding.location.written == written_as


@KINDS
def test_the_usual_pack_knows_nothing_of_them(kind: Kind) -> None:
    assert "extra" not in MODELS[kind].model_validate(valid_record(kind)).model_dump_json()
    report = sv.check(full(kind))
    assert {each.rule for each in report.findings} == {"unfit-record"}


def test_a_record_with_a_name_that_the_pack_has_not_does_not_fit(pack: RulePack) -> None:
    record = full("application")
    assert sv.check(record, pack=pack).findings == ()
    record["extra"]["credit_cod"] = record["extra"].pop("credit_code")
    record["extra"]["area"] = "宽"
    report = sv.check(record, pack=pack)
    assert {each.location.path for each in report.findings} == {
        "/extra/credit_cod",
        "/extra/area",
    }
    assert "credit_code" in " ".join(each.message for each in report.findings)


@pytest.mark.parametrize(
    ("name", "text", "outcome"),
    [
        ("保险单.png", None, None),  # the name tells, and paper that is scanned has no text
        ("3 其他/附1.docx", "场地责任保险单\n保险期间一年。", None),
        ("清单.docx", "材料清单\n1.申请表\n2.场地责任保险单", "fail"),
        ("说明.docx", "本单位已投保。", "fail"),
        ("保险单.docx", b"PK no archive", "review"),
    ],
)
def test_a_paper_of_a_dossier_is_known_by_its_name_or_title(
    name: str, text: str | bytes | None, outcome: str | None, pack: RulePack
) -> None:
    data = text if isinstance(text, bytes) else PICTURE if text is None else paper(text)
    report = sv.validate(dossier({name: data}), pack=pack)[0]
    found = [each for each in report.findings if each.rule == "missing-insurance"]
    assert [each.kind for each in found] == ([] if outcome is None else [outcome])
    if outcome is None:
        assert {each.name: each.taken_for for each in report.contents}[name] == "场地责任保险单"
    else:
        assert found[0].clause.where == "正文 三"


def paper(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def dossier(files: Mapping[str, bytes]) -> bytes:
    form = forms.write(model_of("application", valid_record("application")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in {"申请表.docx": form, **files}.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_what_is_personal_is_masked(pack: RulePack) -> None:
    record = full("application")
    record["extra"]["area"] = 7000
    record["extra"]["area_text"] = "丛立夏说有7000平方米"
    report = sv.check(record, pack=pack, redact=True)
    assert "丛立夏" not in report.model_dump_json()


def test_a_change_in_an_added_field_is_told_by_its_name(pack: RulePack) -> None:
    old, new = full("application"), full("application")
    new["extra"]["area_text"] = "1300平方米"
    new["examiners"][0]["extra"] = {"nation": "回族", "major": "面点"}
    with speaking(pack.lexicon):
        pair = model_of("application", old), model_of("application", new)
        changes = [(each.path, each.field, each.new) for each in changes_between(*pair)]
    assert [(path, new) for path, _, new in changes] == [
        ("/examiners/0/extra/nation", "回族"),
        ("/extra/area_text", "1300平方米"),
    ]
    assert "民族" in changes[0][1]
