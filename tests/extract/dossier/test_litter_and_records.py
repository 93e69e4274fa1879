"""What lies in a folder or an archive beside documents: what systems leave, and records in JSON."""

import json
from pathlib import Path

import pytest

import specvalidator as sv
from extract.dossier.building import PNG, application, complete, rules, zipped
from specvalidator.errors import UnreadableFile
from specvalidator.models import Dossier, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.readers import Limits

LITTER = {
    "Thumbs.db": b"\xd0\xcf\x11\xe0",
    "照片/desktop.ini": b"[x]",
    "~$申请表.docx": b"x",
    ".DS_Store": b"x",
    "__MACOSX/照片/._操作间.jpg": b"x",
}


def record(kind: Kind, **changes: object) -> bytes:
    return json.dumps(valid_record(kind) | changes, ensure_ascii=False).encode()


def unpacked(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_what_systems_leave_in_an_archive_is_counted_and_named() -> None:
    [dossier, *_] = sv.read(zipped(complete() | LITTER), name="d.zip")
    assert isinstance(dossier.model, Dossier)
    report = sv.validate(zipped(complete() | LITTER), name="d.zip")[0]

    assert set(dossier.model.left_out) == LITTER.keys()
    assert {file.name for file in dossier.model.files} == complete().keys()
    assert report.verdict == "pass"
    assert "这类文件共5个" in sv.render([report], "text")


def test_in_a_folder_too_but_for_hidden_folders(tmp_path: Path) -> None:
    folder = unpacked(complete() | LITTER | {".git/config": b"x"}, tmp_path)
    [dossier, *_] = sv.read(folder, name="d")
    assert isinstance(dossier.model, Dossier)

    assert ".git/config" not in dossier.model.left_out
    assert {"Thumbs.db", ".DS_Store", "~$申请表.docx"} <= set(dossier.model.left_out)


def test_where_nothing_was_left_nothing_is_said() -> None:
    report = sv.validate(zipped(complete()), name="d.zip")[0]

    assert "系统或程序" not in sv.render([report], "text")


def test_an_archive_of_nothing_but_litter_holds_nothing() -> None:
    with pytest.raises(UnreadableFile) as caught:
        sv.read(zipped(LITTER), name="d.zip")
    assert caught.value.error == "unrecognised"


# ── many dossiers whose files are called 1.docx ──────────────────────────────────────────


def numbered(folder: Path, applicants: list[str]) -> Path:
    """Write a folder for each applicant, whose files are called by numbers."""
    for number, applicant in enumerate(applicants):
        inside = {"1.docx": application(applicant=applicant), "2.docx": rules(), "3.jpg": PNG}
        (folder / f"{number:03}").mkdir()
        unpacked(inside, folder / f"{number:03}")
    return folder


@pytest.mark.slow
def test_many_dossiers_are_told_by_what_is_in_them_and_need_not_be_read_as_one(
    tmp_path: Path,
) -> None:
    folder = numbered(tmp_path, [f"青山{chr(0x4E00 + k)}职业培训学校" for k in range(24)])
    one = Limits(blocks=2_000)  # of one of them, not of all together
    found = [each for each in sv.read(folder, name="d", limits=one) if each.kind == "dossier"]

    assert len(found) == 24
    assert {len(each.model.files) for each in found if isinstance(each.model, Dossier)} == {3}


def test_many_folders_of_one_applicant_are_one_dossier(tmp_path: Path) -> None:
    folder = numbered(tmp_path, ["青山职业培训学校"] * 24)
    found = [each for each in sv.read(folder, name="d") if each.kind == "dossier"]

    assert len(found) == 1


# ── records ──────────────────────────────────────────────────────────────────────────────


def test_records_in_an_archive_are_read_as_they_are_alone() -> None:
    files = {"1.json": record("specification"), "2.json": record("session"), "3.docx": rules()}
    found = {each.source.name: each for each in sv.read(zipped(files), name="d.zip") if each.source}

    for name, kind in (("1.json", "specification"), ("2.json", "session")):
        [alone] = sv.read(files[name])
        assert found[f"d.zip/{name}"].kind == kind
        assert found[f"d.zip/{name}"].model == alone.model


def test_an_application_in_json_is_that_of_the_dossier() -> None:
    form = json.dumps(valid_record("dossier")["applications"][0], ensure_ascii=False).encode()
    files = {"申请.json": form, "操作间.png": PNG, "考务管理制度.docx": rules()}
    dossier, *_ = sv.validate(zipped(files), name="d.zip")
    asked = {"application-form-in-dossier", "unreadable-file-in-dossier"}

    assert dossier.kind == "dossier"
    assert asked.isdisjoint(finding.rule for finding in dossier.findings)
    assert sv.validate(application())[0].verdict == "pass"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(record("session", candidates="x"), "unreadable", id="a value does not fit"),
        pytest.param(record("session")[:-9], None, id="damaged: nobody can say that it is one"),
        pytest.param(b'{"name": "x", "version": "1"}', None, id="of another program"),
    ],
)
def test_a_record_that_cannot_be_read_is_named(data: bytes, error: str | None) -> None:
    reports = sv.validate(zipped(complete() | {"记录.json": data}), name="d.zip")
    named = {each.source.name: each.error for report in reports for each in report.not_judged}

    assert named == ({"d.zip/记录.json": error} if error else {})


def test_records_of_an_archive_share_what_one_document_may_ask() -> None:
    files = {f"{number}.json": record("specification") for number in range(3)}
    size = len(files["0.json"])
    read = sv.read(zipped(files), name="d.zip", limits=Limits(characters=2 * size))

    assert [each.source.name for each in read if each.source] == ["d.zip/0.json", "d.zip/1.json"]
    assert [each.error for each in read[0].unjudged] == ["too-large"]
