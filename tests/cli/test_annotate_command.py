"""`annotate`: the marked copy, what is said about it, and what is never overwritten."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import specvalidator as sv
from reports.marked_pdf.files import signed
from specvalidator.readers.limits import Limits

Make = Callable[..., Any]

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY = EXAMPLES / "06-faults-net-mending.docx"
PDF = EXAMPLES / "pdf/exported/06-faults-net-mending.pdf"
WARNED = EXAMPLES / "10-warnings-leather.docx"
CLEAN = EXAMPLES / "01-bamboo-basket.docx"


def test_the_copy_is_the_one_that_the_library_gives(specvalidator: Make, tmp_path: Path) -> None:
    copy = tmp_path / "marked.docx"
    result = specvalidator("annotate", FAULTY, "-o", copy, "--suggest", "--lang", "en")
    assert (result.status, result.out) == (1, "")
    assert copy.read_bytes() == sv.annotate(FAULTY, suggest=True, lang="en")
    assert "9 errors, 6 warnings, 2 points to review; 2 with a mend" in result.err


@pytest.mark.parametrize(
    ("file", "options", "status"),
    [
        (CLEAN, (), 0),
        (WARNED, (), 0),
        (WARNED, ("--fail-on", "warning"), 1),
        (FAULTY, (), 1),
    ],
)
def test_the_exit_status_is_that_of_check(
    specvalidator: Make, tmp_path: Path, file: Path, options: tuple[str, ...], status: int
) -> None:
    copy = tmp_path / "marked.docx"
    assert specvalidator("annotate", file, "-o", copy, *options).status == status
    assert specvalidator("check", file, *options).status == status


def test_a_file_without_findings_is_copied(specvalidator: Make, tmp_path: Path) -> None:
    copy = tmp_path / "marked.docx"
    assert "没有发现问题" in specvalidator("annotate", CLEAN, "-o", copy).err
    assert copy.read_bytes().startswith(CLEAN.read_bytes()[:-2])


@pytest.mark.parametrize("first", [CLEAN, FAULTY])
def test_a_copy_of_ours_is_written_over(specvalidator: Make, tmp_path: Path, first: Path) -> None:
    copy = tmp_path / "marked.docx"
    specvalidator("annotate", first, "-o", copy)
    before = copy.read_bytes()
    assert specvalidator("annotate", FAULTY, "--suggest", "-o", copy).status == 1
    assert copy.read_bytes() != before


@pytest.mark.parametrize("options", [(), ("--summary",)])
def test_a_marked_pdf_of_ours_is_written_over(
    specvalidator: Make, tmp_path: Path, options: tuple[str, ...]
) -> None:
    draft = FAULTY.parent / "pdf/drawn" / f"{FAULTY.stem}.pdf"
    copy = tmp_path / "marked.pdf"
    for _ in range(2):
        assert specvalidator("annotate", draft, *options, "-o", copy).status == 1


@pytest.mark.parametrize("end", ["docx", "pdf"])
def test_a_copy_that_somebody_has_worked_on_is_kept(
    specvalidator: Make, tmp_path: Path, end: str
) -> None:
    draft = FAULTY if end == "docx" else FAULTY.parent / "pdf/drawn" / f"{FAULTY.stem}.pdf"
    copy = tmp_path / f"marked.{end}"
    specvalidator("annotate", draft, "-o", copy)
    worked_on = bytearray(copy.read_bytes())
    worked_on[100] ^= 1
    copy.write_bytes(worked_on)
    result = specvalidator("annotate", draft, "-o", copy)
    assert (result.status, copy.read_bytes()) == (2, bytes(worked_on))
    assert "--force" in result.err
    assert specvalidator("annotate", draft, "--force", "-o", copy).status == 1


def test_an_existing_file_is_kept_unless_forced(specvalidator: Make, tmp_path: Path) -> None:
    copy = tmp_path / "marked.docx"
    copy.write_bytes(b"mine")
    result = specvalidator("annotate", FAULTY, "-o", copy)
    assert result.status == 2
    assert "--force" in result.err
    assert copy.read_bytes() == b"mine"
    assert specvalidator("annotate", FAULTY, "-o", copy, "--force").status == 1
    with ZipFile(copy) as package:
        assert "word/comments.xml" in package.namelist()


def test_the_input_is_never_overwritten(specvalidator: Make, tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(FAULTY.read_bytes())
    link = tmp_path / "link.docx"
    link.symlink_to(draft)
    for output in (draft, link):
        result = specvalidator("annotate", draft, "-o", output, "--force")
        assert result.status == 2
        assert "会覆盖要批注的文件" in result.err
    assert draft.read_bytes() == FAULTY.read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.7", "已损坏或不完整", id="a damaged PDF"),
        pytest.param(b"PK\x03\x04", "损坏", id="a file cut off"),
        pytest.param(None, "找不到这个文件", id="no file"),
    ],
)
def test_what_cannot_be_marked_is_said_and_nothing_written(
    specvalidator: Make, tmp_path: Path, content: bytes | None, words: str
) -> None:
    draft, copy = tmp_path / "draft.docx", tmp_path / "marked.docx"
    if content is not None:
        draft.write_bytes(content)
    result = specvalidator("annotate", draft, "-o", copy)
    assert (result.status, result.out) == (3, "")
    assert words in result.err
    assert not copy.exists()


def test_one_output_is_not_for_a_folder(specvalidator: Make, tmp_path: Path) -> None:
    result = specvalidator("annotate", tmp_path, "-o", tmp_path / "marked.docx")
    assert result.status == 2
    assert "--out" in result.err


@pytest.mark.parametrize("place", ["beside", "out"])
def test_each_file_of_a_folder_is_marked_and_copies_are_no_drafts(
    specvalidator: Make, tmp_path: Path, place: str
) -> None:
    drafts = tmp_path / "drafts"
    (drafts / "东区").mkdir(parents=True)
    (drafts / "东区/差.docx").write_bytes(FAULTY.read_bytes())
    (drafts / "好.docx").write_bytes(CLEAN.read_bytes())
    (drafts / "坏.docx").write_bytes(b"PK\x03\x04")
    out = drafts if place == "beside" else tmp_path / "copies"
    options = () if place == "beside" else ("--out", out)
    for _ in range(2):
        result = specvalidator("annotate", drafts, *options)
        assert result.status == 3
        assert "坏.docx：" in result.err
    copies = sorted(each.relative_to(out).as_posix() for each in out.rglob("*批注*"))
    assert copies == ["东区/差.批注.docx", "好.批注.docx"]
    assert (out / copies[0]).read_bytes() == sv.annotate(FAULTY)
    result = specvalidator("check", drafts, "--format", "json")
    assert len(result.json["reports"]) == 2
    assert ("好.批注.docx" in result.err) == (place == "beside")
    (out / copies[1]).write_bytes(b"mine")
    assert specvalidator("annotate", drafts, *options).status == 2
    assert (out / copies[1]).read_bytes() == b"mine"


def test_of_several_files_each_gets_what_it_takes(specvalidator: Make, tmp_path: Path) -> None:
    draft = FAULTY.parent / "pdf/drawn" / f"{FAULTY.stem}.pdf"
    out = tmp_path / "out"
    options = ("--suggest", "--summary", "--out", out)
    assert specvalidator("annotate", FAULTY, draft, *options).status == 1
    assert (out / f"{FAULTY.stem}.批注.docx").read_bytes() == sv.annotate(FAULTY, suggest=True)
    assert (out / f"{FAULTY.stem}.批注.pdf").read_bytes() == sv.annotate(draft, summary=True)
    assert specvalidator("annotate", draft, "--suggest", "--out", tmp_path).status == 3


def test_the_file_may_be_read_in_a_process_of_its_own() -> None:
    assert sv.annotate(FAULTY, limits=Limits(isolate=True)) == sv.annotate(FAULTY)


def test_a_kind_or_pack_that_is_not_known_is_wrong_usage(
    specvalidator: Make, tmp_path: Path
) -> None:
    copy = tmp_path / "marked.docx"
    assert specvalidator("annotate", FAULTY, "-o", copy, "--as", "poem").status == 2
    assert specvalidator("annotate", FAULTY, "-o", copy, "--pack", "nowhere").status == 2
    assert not copy.exists()


WAIVERS = """\
[[waivers]]
rule = "weight-total"
document = "/06-faults-net-mending.docx"
reason = "比重已获批准。"
expires = {}

[[waivers]]
rule = "weight-total"
document = "/another.docx"
reason = "同上。"
expires = 2099-12-31
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and settings, in which one stands."""
    (tmp_path / FAULTY.name).write_bytes(FAULTY.read_bytes())
    (tmp_path / "specvalidator.toml").write_text(WAIVERS.format("2099-12-31"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_the_settings_let_pass_gets_no_comment(specvalidator: Make, desk: Path) -> None:
    result = specvalidator("annotate", FAULTY.name, "-o", "marked.docx")
    assert "8个错误，6个警告，2处待核，1处已豁免。" in result.err
    assert "another.docx" not in result.err
    waivers = sv.load_waivers(desk / "specvalidator.toml")
    wanted = sv.annotate(FAULTY, waivers=waivers, on=date(2026, 1, 1))
    assert (desk / "marked.docx").read_bytes() == wanted


def test_settings_may_be_left_aside(specvalidator: Make, desk: Path) -> None:
    result = specvalidator("annotate", FAULTY.name, "-o", "marked.docx", "--no-config")
    assert "9个错误，6个警告，2处待核。" in result.err
    assert (desk / "marked.docx").read_bytes() == sv.annotate(FAULTY)


def test_a_file_of_waivers_may_be_named_and_the_day(specvalidator: Make, desk: Path) -> None:
    (desk / "other.toml").write_text(WAIVERS.format("2026-06-30"), encoding="utf-8")
    options = ("annotate", FAULTY.name, "--waivers", "other.toml", "--force", "-o", "marked.docx")
    assert "1处已豁免" in specvalidator(*options, "--on", "2026-06-30").err
    later = specvalidator(*options, "--on", "2026-07-01").err
    assert "豁免已到期，1处问题重新计入。" in later
    assert "9个错误" in later


def test_a_waiver_of_this_file_that_is_not_needed_is_said(specvalidator: Make, desk: Path) -> None:
    (desk / "another.docx").write_bytes(CLEAN.read_bytes())
    result = specvalidator("annotate", "another.docx", "-o", "marked.docx")
    assert "警告：豁免没有用上，可以删去：weight-total（/another.docx" in result.err
    assert "没有发现问题" in result.err


def test_all_that_was_found_may_be_waived(specvalidator: Make, tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.toml"
    rules = {finding.rule for each in sv.validate(WARNED) for finding in each.findings}
    entry = '[[waivers]]\nrule = "{}"\ndocument = "*"\nreason = "r"\nexpires = 2099-12-31\n'
    waivers.write_text("".join(map(entry.format, sorted(rules))), encoding="utf-8")
    copy = tmp_path / "marked.docx"
    result = specvalidator("annotate", WARNED, "--waivers", waivers, "-o", copy)
    assert (result.status, result.err) == (0, f"{copy}：{len(rules)}处已豁免。\n")
    assert copy.read_bytes().startswith(WARNED.read_bytes()[:-2])


@pytest.mark.parametrize("options", [{}, {"summary": True}])
def test_a_pdf_is_marked_too(specvalidator: Make, tmp_path: Path, options: dict[str, bool]) -> None:
    copy = tmp_path / "marked.pdf"
    result = specvalidator("annotate", PDF, "-o", copy, *(f"--{name}" for name in options))
    assert (result.status, result.out) == (1, "")
    assert "9个错误，6个警告，2处待核。" in result.err
    assert copy.read_bytes() == sv.annotate(PDF, **options)  # type: ignore[arg-type] # by name


def test_a_signed_pdf_is_marked_and_said_to_be_signed(specvalidator: Make, tmp_path: Path) -> None:
    draft = tmp_path / "signed.pdf"
    draft.write_bytes(signed())
    result = specvalidator("annotate", draft, "-o", tmp_path / "marked.pdf")
    assert result.status == 1
    assert "签名只对原文件有效" in result.err


@pytest.mark.parametrize(
    ("file", "option", "words"),
    [(PDF, "--suggest", "修订只能写进 Word 文件"), (FAULTY, "--summary", "只能加在 PDF 前面")],
)
def test_what_a_kind_of_file_cannot_hold_is_refused(
    specvalidator: Make, tmp_path: Path, file: Path, option: str, words: str
) -> None:
    copy = tmp_path / "marked"
    result = specvalidator("annotate", file, "-o", copy, option)
    assert result.status == 3
    assert words in result.err
    assert not copy.exists()
