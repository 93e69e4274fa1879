"""A dossier from the file to its reports: through the library and on the command line."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

import specvalidator as sv
from extract.dossier.building import (
    JPEG,
    OLD_WORD,
    application,
    complete,
    document,
    locked,
    rules,
    specification,
    written,
    zipped,
    zipped_in,
)
from readers.pdf.sheets import Sheets
from specvalidator.cli import run
from specvalidator.errors import UnreadableFile
from specvalidator.models import Application, Dossier, Kind, Specification
from specvalidator.models.application import Equipment

SCAN = Sheets().image(0, 0, 595, 842).data()


def judged(files: Mapping[str, bytes]) -> sv.Report:
    return sv.validate(zipped(files), kind="dossier", name="dossier.zip")[0]


def found(report: sv.Report) -> list[tuple[str, str, str]]:
    return [(each.rule, each.kind, each.location.path) for each in report.findings]


def without(*names: str) -> dict[str, bytes]:
    return {name: data for name, data in complete().items() if name not in names}


# ── the library ──────────────────────────────────────────────────────────────────────────


def test_a_zip_gives_the_dossier_and_each_form_inside_it() -> None:
    submissions = sv.read(zipped(complete()), name="dossier.zip")
    said = [
        (each.kind, each.source and (each.source.index, each.source.name)) for each in submissions
    ]
    assert said == [
        ("dossier", (0, "dossier.zip")),
        ("specification", (1, "dossier.zip/拉面制作考核规范.docx")),
        ("application", (2, "dossier.zip/申请表.docx")),
    ]
    dossier, spec, form = (each.model for each in submissions)
    assert isinstance(dossier, Dossier)
    assert isinstance(spec, Specification)
    assert isinstance(form, Application)
    assert dossier.applications == (form,)
    assert dossier.specifications == (spec,)
    assert dossier.subject == form.applicant


def test_each_source_has_the_digest_of_its_own_file() -> None:
    data = zipped(complete())
    inner = sv.read(specification())[0].source
    whole, spec, _ = (each.source for each in sv.read(data, name="dossier.zip"))
    assert inner is not None
    assert spec is not None
    assert whole is not None
    assert (spec.sha256, spec.size) == (inner.sha256, inner.size)
    assert (whole.media_type, whole.size) == ("application/zip", len(data))


def test_a_complete_dossier_passes() -> None:
    reports = sv.validate(zipped(complete()), name="dossier.zip")
    assert [report.verdict for report in reports] == ["pass"] * 3
    assert [report.findings for report in reports] == [()] * 3


def test_a_folder_gives_what_a_zip_of_it_gives(tmp_path: Path) -> None:
    folder = sv.read(written(tmp_path / "dossier.zip", complete()), kind="dossier")
    archive = sv.read(zipped(complete()), name="dossier.zip")
    assert [each.model for each in folder] == [each.model for each in archive]
    assert [each.places for each in folder] == [each.places for each in archive]


def test_a_zip_made_by_windows_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "dossier.zip").write_bytes(zipped_in("gbk", complete()))
    reports = sv.validate(tmp_path / "dossier.zip")
    assert reports == [
        report.model_copy(update={"source": other.source})
        for report, other in zip(
            sv.validate(zipped(complete()), name="dossier.zip"), reports, strict=True
        )
    ]
    assert [report.source and report.source.name for report in reports][2:] == [
        "dossier.zip/申请表.docx"
    ]


@pytest.mark.parametrize(
    ("gone", "item", "path"),
    [
        ("申请表.docx", "申请表", "/applications"),
        ("照片/操作间.jpg", "图像证明", "/files"),
        ("考务管理制度.docx", "管理制度", "/files"),
    ],
)
def test_each_item_that_is_missing_is_one_finding(gone: str, item: str, path: str) -> None:
    report = judged(without(gone))
    assert found(report) == [("missing-dossier-item", "fail", path)]
    assert item in report.findings[0].message
    assert report.verdict == "fail"


def test_an_empty_zip_taken_as_a_dossier_lacks_all_three() -> None:
    report = judged({})
    assert [each[0] for each in found(report)] == ["missing-dossier-item"] * 3


def test_a_scan_that_may_be_the_missing_item_makes_it_a_question() -> None:
    report = judged({**without("考务管理制度.docx"), "扫描件.pdf": SCAN})
    assert found(report) == [
        ("missing-dossier-item", "review", "/files"),
        ("unreadable-file-in-dossier", "review", "/files/0"),
    ]
    assert "“扫描件.pdf”" in report.findings[0].message
    assert report.verdict == "review"


def test_a_damaged_file_is_doubted_though_nothing_is_missing() -> None:
    report = judged({**complete(), "其他.docx": document("甲")[:-40]})
    assert found(report) == [("unreadable-file-in-dossier", "review", "/files/0")]
    assert report.findings[0].location.written == "其他.docx"


def test_equipment_that_the_form_does_not_list_is_asked_about_with_both_texts() -> None:
    equipment = (Equipment(name="和面机", quantity=4, quantity_text="4台"),)
    report = judged({**complete(), "申请表.docx": application(equipment=equipment)})
    assert found(report) == [
        (
            "equipment-not-covered",
            "review",
            "/specifications/0/requirements/venue_and_equipment",
        )
    ]
    (finding,) = report.findings
    assert finding.facts["missing"] == "操作台、煮面炉、电子秤、面盆、灭火器材"
    assert "通风和照明良好的面点操作间" in finding.message
    assert "和面机”" in finding.message
    assert finding.location.place is not None
    assert finding.location.place.file == "拉面制作考核规范.docx"
    assert finding.location.place.text.startswith("《拉面制作考核规范.docx》")
    assert finding.related[0].place is not None
    assert finding.related[0].place.text.startswith("《申请表.docx》")


def test_the_report_says_what_each_file_was_taken_for() -> None:
    said = {each.name: each.taken_for for each in judged(complete()).contents}
    assert list(said) == sorted(complete())
    assert said["考务管理制度.docx"] == "考核工作管理制度（标题：考核工作管理制度）"
    (report, *_) = sv.validate(zipped(complete()), lang="en")
    assert {each.name: each.taken_for for each in report.contents}["照片/操作间.jpg"] == (
        "pictures of site and equipment (a picture: JPEG)"
    )


def test_a_single_document_may_be_the_whole_dossier() -> None:
    dossier, form = sv.read(application(), kind="dossier", name="a.docx")
    assert (dossier.kind, form.kind) == ("dossier", "application")
    assert [each.source and each.source.name for each in (dossier, form)] == ["a.docx", "a.docx"]


def test_a_zip_of_drafts_is_no_dossier_and_lacks_nothing() -> None:
    submissions = sv.read(
        zipped({"a.docx": specification(), "b/c.docx": specification()}), name="z"
    )
    assert [(each.kind, each.source and each.source.index) for each in submissions] == [
        ("specification", 0),
        ("specification", 1),
    ]


def test_a_zip_of_drafts_with_one_that_cannot_be_read_is_not_silent_about_it() -> None:
    reports = sv.validate(zipped({"a.docx": specification(), "b.doc": OLD_WORD}), name="z")
    assert [report.kind for report in reports] == ["specification"]
    assert [(each.source.name, each.error) for each in reports[0].not_judged] == [
        ("z/b.doc", "unsupported")
    ]
    assert "没有发现问题" not in sv.render(reports)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (zipped({"a.txt": b"x"}), "unrecognised"),
        (zipped({}), "unrecognised"),
        (locked(zipped({"a.docx": b"x"})), "encrypted"),
        (zipped({"../a.docx": b"x"}), "corrupt"),
    ],
    ids=["nothing known", "empty", "password", "leads outside"],
)
def test_a_zip_that_gives_nothing_says_why(data: bytes, error: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        sv.read(data)
    assert caught.value.error == error
    assert caught.value.said("zh").endswith("。")
    assert caught.value.said("en").endswith(".")


@pytest.mark.parametrize("kind", [None, "dossier"])
def test_a_zip_cut_off_is_corrupt_and_no_file_inside_passes_for_the_whole(
    kind: Kind | None,
) -> None:
    data = zipped({"照片.jpg": JPEG, "申请表.docx": application()})
    for end in (data.rindex(b"PK\x01\x02"), len(data) - 10):
        with pytest.raises(UnreadableFile) as caught:
            sv.read(data[:end], kind=kind)
        assert caught.value.error == "corrupt"


def test_another_kind_is_not_sought_in_a_zip() -> None:
    with pytest.raises(UnreadableFile) as caught:
        sv.read(zipped(complete()), kind="application")
    assert caught.value.error == "unsupported"


# ── the command line ─────────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "申报材料", complete())


def test_check_takes_a_zip_for_a_dossier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "d.zip").write_bytes(zipped(without("考务管理制度.docx")))
    assert run(["check", str(tmp_path / "d.zip"), "--format", "json"]) == 1
    page = json.loads(capsys.readouterr().out)
    assert [report["kind"] for report in page["reports"]] == [
        "dossier",
        "specification",
        "application",
    ]
    assert [each["rule"] for each in page["reports"][0]["findings"]] == ["missing-dossier-item"]
    assert page["errors"] == []


def test_check_takes_a_folder_for_a_dossier_when_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--as", "dossier", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "申报材料 · 蓝屿职业培训学校" in said
    assert "申报材料/申请表.docx" in said
    assert "照片/操作间.jpg → 场地设施设备图像" in said


def test_the_folder_in_which_one_stands_has_a_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run(["check", "--as", "dossier", "."]) == 0
    assert "申报材料 · " in capsys.readouterr().out


def test_a_folder_stays_a_folder_of_files_and_a_hint_says_how_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "a", {"申请表.docx": application(), "规范.docx": specification()})
    assert run(["check", str(tmp_path / "a")]) == 0
    said = capsys.readouterr()
    assert "申报材料" not in said.out
    assert "--as dossier" in said.err


def test_no_hint_where_there_is_nothing_to_hint_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, {"申请表.docx": application(), "a/规范.docx": specification()})
    assert run(["check", str(tmp_path / "申请表.docx"), str(tmp_path / "a")]) == 0
    assert capsys.readouterr().err == ""


def test_a_zip_in_a_folder_is_checked_with_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, {"规范.docx": specification(), "材料.zip": zipped(complete())})
    assert run(["check", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "材料.zip/申请表.docx · 蓝屿职业培训学校" in said.out
    assert "第2份" not in said.out
    assert said.err == ""


def test_read_prints_roles_and_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "--as", "dossier", str(folder)]) == 0
    first, *forms = json.loads(capsys.readouterr().out)["submissions"]
    assert first["kind"] == "dossier"
    assert first["source"]["sha256"] is None
    by_name = {file["name"]: file["uses"] for file in first["model"]["files"]}
    assert by_name["考务管理制度.docx"] == [
        {
            "role": "management-rules",
            "certain": True,
            "reason": "title",
            "evidence": "考核工作管理制度",
        }
    ]
    assert [form["kind"] for form in forms] == ["specification", "application"]


def test_two_reports_of_the_same_dossier_are_the_same(folder: Path) -> None:
    reports = [sv.render(sv.validate(folder, kind="dossier"), "json") for _ in range(2)]
    assert reports[0] == reports[1]
    assert str(folder.parent) not in reports[0]


def test_the_order_in_the_zip_does_not_matter() -> None:
    there = sv.read(zipped(complete()), name="d.zip")
    back = sv.read(zipped(dict(reversed(complete().items()))), name="d.zip")
    assert [each.model for each in there] == [each.model for each in back]


def test_a_dossier_without_a_specification_is_complete() -> None:
    files = {"申请表.docx": application(), "制度.docx": rules(), "1.jpg": JPEG}
    assert judged(files).verdict == "pass"
