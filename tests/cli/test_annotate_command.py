"""`annotate`: the marked copy, what is said about it, and what is never overwritten."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import specvalidator as sv
from specvalidator.readers.limits import Limits

Make = Callable[..., Any]

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY = EXAMPLES / "06-faults-net-mending.docx"
WARNED = EXAMPLES / "10-warnings-leather.docx"
CLEAN = EXAMPLES / "01-bamboo-basket.docx"


def test_the_copy_is_the_one_that_the_library_gives(specvalidator: Make, tmp_path: Path) -> None:
    copy = tmp_path / "marked.docx"
    result = specvalidator("annotate", FAULTY, "-o", copy, "--suggest", "--lang", "en")
    assert (result.status, result.out) == (1, "")
    assert copy.read_bytes() == sv.annotate(FAULTY, suggest=True, lang="en")
    assert "9 errors, 6 warnings, 2 points to review; 3 with a mend" in result.err


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
    assert copy.read_bytes() == CLEAN.read_bytes()


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


def test_a_folder_is_no_document(specvalidator: Make, tmp_path: Path) -> None:
    result = specvalidator("annotate", tmp_path, "-o", tmp_path / "marked.docx")
    assert result.status == 3
    assert "每个文件分别运行" in result.err


def test_the_file_may_be_read_in_a_process_of_its_own() -> None:
    assert sv.annotate(FAULTY, limits=Limits(isolate=True)) == sv.annotate(FAULTY)


def test_a_kind_or_pack_that_is_not_known_is_wrong_usage(
    specvalidator: Make, tmp_path: Path
) -> None:
    copy = tmp_path / "marked.docx"
    assert specvalidator("annotate", FAULTY, "-o", copy, "--as", "poem").status == 2
    assert specvalidator("annotate", FAULTY, "-o", copy, "--pack", "nowhere").status == 2
    assert not copy.exists()
