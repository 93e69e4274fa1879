"""Of a marked file only the text and its comments are written anew; nothing else changes."""

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

import specvalidator
from readers.word.word_files import W as TRANSITIONAL
from readers.word.word_files import content_types, paragraph, parts, relations, run, zipped
from reports.marked_word.marks import REQUIREMENTS, W, body, draft, marks, members, part, tasks
from specvalidator import UnreadableFile, annotate
from specvalidator.errors import ErrorWord

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.docx"))
FAULTY = body(applicants="", definition=paragraph("把面拉好。"))
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def with_comments(*comments: str) -> dict[str, str]:
    """Return the parts of a faulty file that has comments."""
    made = parts(FAULTY.replace("把面拉好。", "把面拉好"))
    made["word/remarks.xml"] = (
        f'<w:comments xmlns:w="{TRANSITIONAL}">{"".join(comments)}</w:comments>'
    )
    made["word/_rels/document.xml.rels"] = relations(("comments", "remarks.xml"))
    return made


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_marked_example_reads_as_the_same_record(path: Path) -> None:
    copy = annotate(path)
    before, after = specvalidator.read(path), specvalidator.read(copy, name=path.name)
    assert [each.model for each in before] == [each.model for each in after]
    assert [each.places for each in before] == [each.places for each in after]
    assert [each.remarks for each in before] == [each.remarks for each in after]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("suggest", [False, True])
def test_every_finding_of_an_example_has_its_comment(path: Path, *, suggest: bool) -> None:
    copy = annotate(path, suggest=suggest)
    reports = specvalidator.validate(path)
    rules = sorted(finding.rule for report in reports for finding in report.findings)
    hung = marks(copy) if rules else []
    assert sorted(mark.rule for mark in hung) == rules
    if rules:
        opened = python_docx.Document(io.BytesIO(copy))
        assert sum(each.author == "规范校验" for each in opened.comments) == len(rules)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_other_parts_are_copied_byte_for_byte(path: Path) -> None:
    before, after = members(path.read_bytes()), members(annotate(path))
    written = {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert list(before) == [name for name in after if name in before]
    assert after.keys() - before.keys() <= {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} <= written


def test_the_same_file_gives_the_same_bytes() -> None:
    data = draft(FAULTY)
    assert annotate(data) == annotate(data)
    with zipfile.ZipFile(io.BytesIO(annotate(data))) as archive:
        assert archive.getinfo("word/comments.xml").date_time == (1980, 1, 1, 0, 0, 0)
    comments = members(annotate(data))["word/comments.xml"]
    assert b"w:date" not in comments


def test_comments_that_are_there_stay_and_ours_get_numbers_of_their_own() -> None:
    theirs = (
        '<w:comment w:id="41" w:author="审稿"><w:p><w:r><w:t>请改。</w:t></w:r></w:p></w:comment>'
    )
    made = with_comments(theirs)
    made["word/document.xml"] = made["word/document.xml"].replace(
        '<w:t xml:space="preserve">把面拉好</w:t></w:r>',
        '<w:t>把面</w:t></w:r><w:commentRangeStart w:id="41"/><w:r><w:t>拉好</w:t></w:r>'
        '<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>',
    )
    copy = annotate(zipped(made))
    comments = part(copy, "word/remarks.xml")
    assert "word/comments.xml" not in members(copy)
    assert [each.get(W + "id") for each in comments] == ["41", "42", "43"]
    assert comments[0].get(W + "author") == "审稿"
    hung = {each.get(W + "id") for each in part(copy).iter(W + "commentReference")}
    assert hung == {"41", "42", "43"}
    assert members(copy)["word/_rels/document.xml.rels"] == (
        made["word/_rels/document.xml.rels"].encode()
    )


def test_a_relation_to_comments_that_are_not_there_is_fulfilled() -> None:
    made = with_comments()
    del made["word/remarks.xml"]
    copy = annotate(zipped(made))
    assert len(part(copy, "word/remarks.xml")) == 2
    types = part(copy, "[Content_Types].xml")
    assert "/word/remarks.xml" in [each.get("PartName") for each in types]


def test_a_part_that_is_called_comments_and_is_none_is_left_alone() -> None:
    made: dict[str, str | bytes] = {**parts(FAULTY), "word/comments.xml": b"something else"}
    copy = annotate(zipped(made))
    assert members(copy)["word/comments.xml"] == b"something else"
    assert len(part(copy, "word/comments1.xml")) == 2


def test_a_file_of_strict_ooxml_stays_strict() -> None:
    made = {
        name: xml.replace(TRANSITIONAL, STRICT).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, xml in parts(FAULTY).items()
    }
    copy = members(annotate(zipped(made)))
    for name in ("word/document.xml", "word/comments.xml"):
        assert etree.fromstring(copy[name]).tag.startswith(f"{{{STRICT}}}")
        assert TRANSITIONAL.encode() not in copy[name]
    relation = b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert relation in copy["word/_rels/document.xml.rels"]
    [submission] = specvalidator.read(annotate(zipped(made)))
    assert submission.kind == "specification"


def test_a_main_part_of_another_name_is_marked_beside_itself() -> None:
    made = parts(FAULTY)
    made["text/main.xml"] = made.pop("word/document.xml")
    del made["word/_rels/document.xml.rels"]
    made["_rels/.rels"] = relations(("officeDocument", "/text/main.xml"))
    made["[Content_Types].xml"] = content_types("text/main.xml")
    copy = members(annotate(zipped(made)))
    assert b"commentReference" in copy["text/main.xml"]
    assert len(etree.fromstring(copy["text/comments.xml"])) == 2
    assert b'Target="comments.xml"' in copy["text/_rels/main.xml.rels"]


def test_macros_are_kept() -> None:
    made: dict[str, str | bytes] = {**parts(FAULTY), "word/vbaProject.bin": bytes(range(256))}
    types = content_types(main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    made["[Content_Types].xml"] = types
    copy = annotate(zipped(made))
    assert members(copy)["word/vbaProject.bin"] == bytes(range(256))
    assert b"macroEnabled.main+xml" in members(copy)["[Content_Types].xml"]


def test_numbers_of_changes_in_a_run_that_is_cut_stay_unique() -> None:
    looks = '<w:b/><w:rPrChange w:id="8" w:author="审稿"><w:rPr/></w:rPrChange>'
    exam = paragraph(run("先理论知识考试，再现场操作90分钟。", looks))
    data = draft(body(requirements=(*REQUIREMENTS[:5], exam, *REQUIREMENTS[6:])))
    numbers = [each.get(W + "id") for each in part(annotate(data)).iter(W + "rPrChange")]
    assert len(numbers) == len(set(numbers)) == 3


def test_numbers_too_large_to_be_topped_leave_room_for_ours() -> None:
    huge = f'<w:bookmarkStart w:id="{2**30}" w:name="x"/><w:bookmarkEnd w:id="{2**30}"/>'
    data = draft(FAULTY + f"<w:p>{huge}</w:p>")
    numbers = [int(each.get(W + "id") or -1) for each in part(annotate(data), "word/comments.xml")]
    assert numbers == [0, 1]


def test_a_place_where_nothing_can_be_marked_is_named_in_a_comment_near_it() -> None:
    hollow = tasks(("（三）煮面", "1.软硬", "1.火候", "")).replace("<w:p></w:p>", "")
    assert "<w:tc><w:tcPr></w:tcPr></w:tc>" in hollow
    found = {each.rule: each for each in marks(annotate(draft(body(content=hollow))))}
    assert "位置：第1个表格“考核比重”栏，第1项任务" in found["missing-weight"].text
    assert found["missing-weight"].words == "1.火候"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", "corrupt", id="nothing"),
        pytest.param(b"%PDF-1.7 \xe6", "corrupt", id="a damaged PDF"),
        pytest.param(b'{"name": "\xe6\x8b\x89"}', "unsupported", id="a record"),
        pytest.param(zipped({"a.docx": b"x"}), "unsupported", id="an archive"),
        pytest.param(draft(paragraph("会议通知")), "unrecognised", id="another document"),
        pytest.param(draft(FAULTY)[:900], "corrupt", id="a file cut off"),
    ],
)
def test_what_cannot_be_marked_is_refused(data: bytes, error: ErrorWord) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        annotate(data)
    assert refusal.value.error == error


def test_a_folder_and_a_dossier_are_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(draft(FAULTY))
    with pytest.raises(UnreadableFile, match="逐个写进其中的 Word 或 PDF 文件"):
        annotate(tmp_path)
    with pytest.raises(UnreadableFile, match="逐个写进其中的 Word 或 PDF 文件"):
        annotate(draft(FAULTY), kind="dossier")


def test_damaged_comments_are_said_to_be_damaged() -> None:
    made = with_comments()
    made["word/remarks.xml"] = "<w:p"
    with pytest.raises(UnreadableFile, match=r"remarks\.xml"):
        annotate(zipped(made))
    made["word/remarks.xml"] = f'<w:p xmlns:w="{TRANSITIONAL}"/>'
    with pytest.raises(UnreadableFile, match="应为批注"):
        annotate(zipped(made))
