"""Papers of several applicants: each has a dossier of its own, and none covers for another."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import specvalidator as sv
from extract.dossier.building import (
    JPEG,
    OLD_WORD,
    RULES,
    application,
    complete,
    document,
    rules,
    specification,
    written,
    zipped,
)
from specvalidator.models import Dossier

NETS, BOATS = "白沙岛网具有限公司", "东岬造船职业培训学校"
Files = Mapping[str, bytes]


def of(name: str) -> bytes:
    return application(applicant=name)


def whole(name: str) -> dict[str, bytes]:
    return {"申请表.docx": of(name), "照片/1.jpg": JPEG, "制度.docx": rules()}


def within(folder: str, files: Files) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


def dossiers(files: Files) -> dict[str, list[tuple[str, str]]]:
    """Return what is found in each dossier, by its applicant, or by its name."""
    reports = [each for each in sv.validate(zipped(files), name="d.zip") if each.kind == "dossier"]
    return {
        report.subject or (report.source.name if report.source else ""): [
            (each.rule, each.kind) for each in report.findings
        ]
        for report in reports
    }


MISSING = [("missing-dossier-item", "fail")] * 2
ASKED = ("several-applicants", "review")
PERHAPS = ("missing-dossier-item", "review")


# ── by folder ────────────────────────────────────────────────────────────────────────────


def test_each_folder_with_a_form_is_a_dossier_and_none_covers_for_another() -> None:
    found = dossiers({**within("甲", whole(NETS)), "乙/申请表.docx": of(BOATS)})
    assert found == {NETS: [], BOATS: MISSING}


def test_a_dossier_has_the_name_of_its_folder_and_its_own_files() -> None:
    data = zipped({**within("甲", whole(NETS)), **within("乙", whole(BOATS))})
    reports = sv.validate(data, name="d.zip")
    assert [(each.kind, each.source and each.source.name) for each in reports] == [
        ("dossier", "d.zip/乙"),
        ("application", "d.zip/乙/申请表.docx"),
        ("dossier", "d.zip/甲"),
        ("application", "d.zip/甲/申请表.docx"),
    ]
    assert [each.source and each.source.index for each in reports] == [0, 1, 2, 3]
    assert [each.name for each in reports[0].contents] == ["制度.docx", "照片/1.jpg", "申请表.docx"]


def test_zips_inside_are_folders(tmp_path: Path) -> None:
    files = {"甲.zip": zipped(whole(NETS)), "乙.zip": zipped({"申请表.docx": of(BOATS)})}
    expected = {NETS: [], BOATS: MISSING}
    assert dossiers(files) == expected
    reports = sv.validate(written(tmp_path / "收件", files), kind="dossier")
    assert {each.subject: len(each.findings) for each in reports if each.kind == "dossier"} == {
        name: len(each) for name, each in expected.items()
    }


def test_three_in_one_folder_deeper_down() -> None:
    found = dossiers(
        {
            **within("收件/一批/甲", whole(NETS)),
            **within("收件/一批/乙", whole(BOATS)),
            "收件/一批/丙/申请表.docx": of("蓝屿职业培训学校"),
        }
    )
    assert found == {NETS: [], BOATS: [], "蓝屿职业培训学校": MISSING}


def test_one_at_the_top_and_another_in_a_folder() -> None:
    found = dossiers({**whole(NETS), "乙/申请表.docx": of(BOATS)})
    assert found == {NETS: [], BOATS: MISSING}


def test_a_folder_whose_form_cannot_be_read_is_a_dossier_too() -> None:
    files = {
        **within("甲", whole(NETS)),
        "乙/申请表.doc": OLD_WORD,
        "乙/制度.docx": rules(),
    }
    found = dossiers(files)
    assert found[NETS] == []
    assert ("missing-dossier-item", "fail") in found["d.zip/乙"]
    assert PERHAPS in found["d.zip/乙"]


# ── one applicant ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (within("申报材料", complete()), "a folder around all"),
        (
            {"1/申请表.docx": of(NETS), "2/1.jpg": JPEG, "3/制度.docx": rules()},
            "a folder for each item",
        ),
        (
            {"初稿/申请表.docx": of(NETS), **within("定稿", whole(NETS))},
            "the form twice",
        ),
        (
            {**within("甲", whole(NETS)), "乙/申请表.docx": of(f"威海市{NETS}")},
            "with and without its city",
        ),
        ({"a.zip": zipped(whole(NETS))}, "packed twice"),
        ({**whole(NETS), "规范.docx": specification()}, "without folders"),
        ({**whole(NETS), "场地说明/营业执照.docx": document("营业执照")}, "more papers"),
    ],
)
def test_one_applicant_has_one_dossier(files: Files, why: str) -> None:
    found = dossiers(files)
    assert len(found) == 1, why
    assert not {rule for rule, _ in next(iter(found.values()))} & {
        "several-applicants",
        "missing-dossier-item",
    }, why


def test_papers_in_the_folder_of_another_without_a_form_are_asked_about() -> None:
    found = dossiers(
        {"甲/申请表.docx": of(NETS), "东岬造船学校/1.jpg": JPEG, "东岬造船学校/制度.docx": rules()}
    )
    assert found == {NETS: [PERHAPS, PERHAPS, ASKED]}


# ── by name ──────────────────────────────────────────────────────────────────────────────


def test_papers_that_are_called_after_their_applicant_are_theirs() -> None:
    found = dossiers(
        {
            "白沙岛网具申请表.docx": of(NETS),
            "白沙岛网具照片.jpg": JPEG,
            "白沙岛网具制度.docx": rules(),
            "东岬申请表.docx": of(BOATS),
        }
    )
    assert found == {NETS: [], BOATS: MISSING}


def test_rules_that_name_their_applicant_are_theirs() -> None:
    own = document(f"{BOATS}考务管理制度", *RULES[1:])
    found = dossiers(
        {
            "1.docx": of(NETS),
            "2.docx": of(BOATS),
            "制度.docx": own,
            "白沙岛网具.jpg": JPEG,
            "东岬造船.jpg": JPEG,
        }
    )
    assert found == {NETS: [("missing-dossier-item", "fail")], BOATS: []}


def test_what_may_be_anybodys_is_named_and_covers_for_nobody() -> None:
    files = {"1.docx": of(NETS), "2.docx": of(BOATS), "制度.docx": rules(), "1.jpg": JPEG}
    assert dossiers(files) == {
        NETS: [PERHAPS, PERHAPS, ASKED],
        BOATS: [PERHAPS, PERHAPS, ASKED],
    }
    first, *_ = sv.validate(zipped(files), name="d.zip")
    assert "“1.jpg”、“制度.docx”" in first.findings[-1].message
    taken = {each.name: each.taken_for for each in first.contents}
    assert taken["制度.docx"].endswith("不能确定属于哪个申请单位")


def test_a_specification_belongs_to_whoever_applies_for_it() -> None:
    submissions = sv.read(
        zipped(
            {
                **within("甲", whole(NETS)),
                **within("乙", {**whole(BOATS), "申请表.docx": application(applicant=BOATS)}),
                "甲/申请表.docx": application(applicant=NETS, projects=("渔网修补",)),
                "拉面制作考核规范.docx": specification(),
            }
        )
    )
    held = {
        each.model.subject: len(each.model.specifications)
        for each in submissions
        if isinstance(each.model, Dossier)
    }
    assert held == {NETS: 0, BOATS: 1}
    assert sum(each.kind == "specification" for each in submissions) == 1


def test_two_forms_in_one_document_are_two_dossiers() -> None:
    assert dossiers({"1/1.docx": of(NETS), "2/1.docx": of(BOATS)}) == {
        NETS: MISSING,
        BOATS: MISSING,
    }


# ── every file ───────────────────────────────────────────────────────────────────────────


def test_every_file_is_in_a_dossier_or_named() -> None:
    files = {
        **within("甲", whole(NETS)),
        **within("乙", whole(BOATS)),
        "乙/旧.rar": b"Rar!\x1a\x07\x01\0",
        "说明.docx": document("申报说明"),
        "坏.docx": document("甲")[:-40],
    }
    reports = sv.validate(zipped(files), name="d.zip")
    named = {
        each.name.removeprefix("../") if each.name.startswith("../") else f"{folder}/{each.name}"
        for report in reports
        if report.kind == "dossier" and report.source
        for folder in [report.source.name.removeprefix("d.zip/")]
        for each in report.contents
    }
    assert named == set(files)
    refused = {each.source.name: each.error for report in reports for each in report.not_judged}
    assert refused == {"d.zip/乙/旧.rar": "unsupported", "d.zip/坏.docx": "corrupt"}


@pytest.mark.parametrize("format", ["text", "json", "html", "markdown", "csv", "junit", "github"])
def test_every_format_names_what_was_not_read(format: str) -> None:  # noqa: A002 - users' word
    files = {**whole(NETS), "旧.rar": b"Rar!\x1a\x07\x01\0"}
    page = sv.render(sv.validate(zipped(files), name="d.zip"), format)
    assert "d.zip/旧.rar" in page
    assert "1份通过；没有发现问题" not in page
    assert page.count("没有发现问题") - page.count("读出的文件没有发现问题") <= 1  # the form's own


def test_sarif_tells_of_what_was_not_read() -> None:
    files = {**whole(NETS), "old.rar": b"Rar!\x1a\x07\x01\0"}
    page = sv.render(sv.validate(zipped(files), name="d.zip"), "sarif")
    assert '"uri": "d.zip/old.rar"' in page
    assert '"executionSuccessful": false' in page
