"""What a batch writes: every document once, in order, the same bytes whatever the way there."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import specvalidator as sv
from batch.deeds import work
from batch.making import archive, digests, judge, lines, records, rows
from specvalidator import judging
from specvalidator.batch.documents import ArchiveDocument, seen
from specvalidator.batch.local_files import LocalFile
from specvalidator.batch.manifest import BadFolder, alone
from specvalidator.batch.store import MEMORY
from specvalidator.packs.cases import valid_record
from specvalidator.readers.limits import Limits

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = [
    EXAMPLES / name
    for name in ("01-bamboo-basket.docx", "06-faults-net-mending.docx", "09-collection.docx")
]


def test_each_line_is_what_check_prints_of_the_document(tmp_path: Path) -> None:
    judge(archive(*DRAFTS, EXAMPLES / "51-dossier-complete.zip"), tmp_path, work())
    reports = [
        report
        for path in [*DRAFTS, EXAMPLES / "51-dossier-complete.zip"]
        for report in sv.validate(path)
    ]

    assert lines(tmp_path) == json.loads(sv.render(reports, "json"))["reports"]


def test_the_tables_have_a_row_for_each_report_and_each_finding(tmp_path: Path) -> None:
    judge(archive(*DRAFTS), tmp_path, work())
    reports = [report for path in DRAFTS for report in sv.validate(path)]

    assert rows(tmp_path, "documents", "document", "name", "index", "verdict", "errors") == [
        {
            "document": [path.name for path in DRAFTS].index(report.source.name),
            "name": report.source.name,
            "index": report.source.index,
            "verdict": report.verdict,
            "errors": sum(each.gravity == "error" for each in report.findings),
        }
        for report in reports
        if report.source
    ]
    assert rows(tmp_path, "findings", "name", "rule", "path", "message") == [
        {
            "name": report.source.name,
            "rule": each.rule,
            "path": each.location.path,
            "message": each.message,
        }
        for report in reports
        if report.source
        for each in report.findings
    ]


def test_a_file_that_cannot_be_read_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 3)
    summary = judge(archive(*files, tmp_path / "gone.docx"), tmp_path / "out", work())
    aside = [
        json.loads(line)
        for line in (tmp_path / "out" / "set-aside.jsonl").read_text("utf-8").splitlines()
    ]

    assert summary.errors == {"corrupt": 1, "not-found": 1}
    assert [(each["file"], each["error"]) for each in aside] == [
        ("0000.json", "corrupt"),
        ("gone.docx", "not-found"),
    ]
    assert "JSON" in aside[0]["message"]
    errors = rows(tmp_path / "out", "documents", "file", "error")
    assert [each["error"] for each in errors] == ["corrupt", None, None, "not-found"]


def test_one_process_or_two_and_any_number_a_part_give_the_same_rows(tmp_path: Path) -> None:
    files = [*records(tmp_path / "in", 30), *DRAFTS]
    judge(archive(*files), tmp_path / "one", work(), count=1, size=7)
    judge(archive(*files), tmp_path / "two", work(), count=2, size=7)
    judge(archive(*files), tmp_path / "large", work(), size=1000)

    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert lines(tmp_path / "one") == lines(tmp_path / "large")
    assert len(list((tmp_path / "one" / "documents").iterdir())) == 5


def test_the_same_content_is_judged_once_and_has_a_row_under_each_name(tmp_path: Path) -> None:
    first, *others = (tmp_path / f"{name}.docx" for name in "abcdefg")
    for path in (first, *others):
        path.write_bytes(DRAFTS[2].read_bytes())
    log = tmp_path / "log"
    summary = judge(archive(first, *others), tmp_path / "out", work(log), size=3)
    alone_ = judge(archive(others[-1]), tmp_path / "alone", work())

    assert log.read_text() == "a.docx\n"
    assert (summary.documents, summary.duplicates, summary.submissions) == (7, 6, 21)
    assert lines(tmp_path / "out")[-3:] == lines(tmp_path / "alone")
    assert alone_.duplicates == 0
    same = Counter(row["same_as"] for row in rows(tmp_path / "out", "documents", "same_as"))
    assert same == {None: 3, "a.docx": 18}


def test_as_a_dossier_the_name_counts_so_that_copies_are_judged_for_themselves(
    tmp_path: Path,
) -> None:
    log = tmp_path / "log"
    how = work(log)
    how = replace(how, judging=how.judging._replace(kind="dossier"))
    paths = [tmp_path / "考务管理制度.docx", tmp_path / "x.docx"]
    for path in paths:
        path.write_bytes(DRAFTS[0].read_bytes())
    judge(archive(*paths), tmp_path / "out", how)

    assert log.read_text().splitlines() == [path.name for path in paths]


def test_what_is_there_is_not_judged_again(tmp_path: Path) -> None:
    files, log, out = records(tmp_path / "in", 12), tmp_path / "log", tmp_path / "out"
    judge(archive(*files), out, work(log))
    before = digests(out)
    judge(archive(*files), out, work(log))

    assert digests(out) == before
    assert len(log.read_text().splitlines()) == 12


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda files, more: [*files, *more], id="documents come at the end"),
        pytest.param(lambda files, more: [*more, *files], id="documents come first"),
        pytest.param(lambda files, more: [*files[:5], *more, *files[7:]], id="some are replaced"),
        pytest.param(lambda files, more: [*files[3:], *more], id="the first are gone"),
        pytest.param(lambda files, _: files[:2], id="most are gone"),
        pytest.param(lambda files, _: files[::-1], id="another order"),
    ],
)
def test_an_archive_that_changed_gives_what_it_gives_anew(tmp_path: Path, change: object) -> None:
    assert callable(change)
    files, more = records(tmp_path / "in", 13), records(tmp_path / "in", 3, first=13)
    changed = change(files, more)
    log, out = tmp_path / "log", tmp_path / "out"
    judge(archive(*files), out, work(log))
    judge(archive(*changed), out, work(log))
    judge(archive(*changed), tmp_path / "anew", work())

    assert digests(out) == digests(tmp_path / "anew")
    assert len(log.read_text().splitlines()) == len({*files, *changed})


@pytest.mark.parametrize("part", ["reports/part-00001.jsonl", "findings/part-00002.parquet"])
@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-20]), id="cut short"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[::-1]), id="garbled"),
        pytest.param(lambda path: path.write_bytes(b""), id="emptied"),
        pytest.param(lambda path: path.unlink(), id="gone"),
    ],
)
def test_a_part_that_was_harmed_is_made_whole_and_nothing_is_judged_for_it(
    tmp_path: Path, part: str, harm: Callable[[Path], object]
) -> None:
    files, log, out = records(tmp_path / "in", 12), tmp_path / "log", tmp_path / "out"
    judge(archive(*files), out, work(log))
    before = digests(out)
    harm(out / part)
    judge(archive(*files), out, work(log))

    assert digests(out) == before
    assert len(log.read_text().splitlines()) == 12


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda path: path.write_bytes(b"no memory at all" * 999), id="overwritten"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:9000]), id="cut short"),
        pytest.param(lambda path: path.unlink(), id="gone"),
    ],
)
def test_a_memory_that_was_harmed_is_begun_anew(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    files, log, out = records(tmp_path / "in", 12), tmp_path / "log", tmp_path / "out"
    judge(archive(*files), out, work(log))
    before = digests(out)
    harm(out / MEMORY)
    judge(archive(*files), out, work(log))

    assert digests(out) == before
    assert len(log.read_text().splitlines()) == 24


def test_a_part_of_which_only_the_copies_changed_is_written_again(tmp_path: Path) -> None:
    first, second, *others = records(tmp_path / "in", 5, first=1)
    copy = tmp_path / "in" / "copy.json"
    copy.write_bytes(first.read_bytes())
    out = tmp_path / "out"
    judge(archive(first, second, *others[:2], copy), out, work())
    judge(archive(others[2], second, *others[:2], copy), out, work())
    judge(archive(others[2], second, *others[:2], copy), tmp_path / "anew", work())

    assert digests(out) == digests(tmp_path / "anew")
    assert [row["same_as"] for row in rows(out, "documents", "same_as")] == [None] * 5


def test_a_copy_of_a_file_that_has_changed_since_is_judged_for_itself(tmp_path: Path) -> None:
    first, *others = records(tmp_path / "in", 4, first=1)
    copy = tmp_path / "in" / "copy.json"
    copy.write_bytes(first.read_bytes())
    log, out = tmp_path / "log", tmp_path / "out"
    judge(archive(first, *others, copy), out, work(log))
    assert [row["same_as"] for row in rows(out, "documents", "same_as")][-1] == first.name
    first.write_text(json.dumps(valid_record("session") | {"site": "另一个"}), encoding="utf-8")
    judge(archive(first, *others, copy), out, work(log))
    judge(archive(first, *others, copy), tmp_path / "anew", work())

    assert digests(out) == digests(tmp_path / "anew")
    assert [row["same_as"] for row in rows(out, "documents", "same_as")] == [None] * 5
    assert log.read_text().splitlines()[4:] == [first.name], "the copy is remembered"


def test_a_file_that_changes_under_the_run_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(valid_record("session")) + " " * 2**18, encoding="utf-8")
    [document] = archive(file)
    looked_at = seen(0, document, Limits())
    file.write_text(json.dumps(valid_record("session") | {"supervisors": []}), encoding="utf-8")
    [line] = map(json.loads, work()(looked_at).lines)

    assert looked_at.data is None, "it is too heavy to be handed over"
    assert line["error"] == "unreadable"
    assert "改动" in line["message"]


def test_a_result_that_was_garbled_in_the_memory_is_judged_anew(tmp_path: Path) -> None:
    files, log, out = records(tmp_path / "in", 8), tmp_path / "log", tmp_path / "out"
    judge(archive(*files), out, work(log))
    before = digests(out)
    with closing(sqlite3.connect(out / MEMORY, isolation_level=None)) as memory:
        memory.execute(
            "UPDATE results SET lines = CAST("
            "substr(lines, 1, 60) || x'00ff' || substr(lines, 63) AS BLOB) WHERE file = ?",
            (files[2].name.encode(),),
        )
    (out / "reports" / "part-00000.jsonl").unlink()
    judge(archive(*files), out, work(log))

    assert digests(out) == before
    assert log.read_text().splitlines()[8:] == [files[2].name]


def test_what_left_the_archive_leaves_the_memory(tmp_path: Path) -> None:
    files, out = records(tmp_path / "in", 6), tmp_path / "out"
    judge(archive(*files), out, work())
    assert files[5].name.encode() in (out / MEMORY).read_bytes()
    judge(archive(*files[:5]), out, work())

    assert files[5].name.encode() not in (out / MEMORY).read_bytes()
    assert {path.name for path in out.iterdir() if MEMORY in path.name} == {MEMORY}


def test_other_settings_do_not_mix_with_what_is_there(tmp_path: Path) -> None:
    files, out = records(tmp_path / "in", 2), tmp_path / "out"
    judge(archive(*files), out, work())
    before = digests(out)
    english = work()
    english = replace(english, judging=english.judging._replace(lang="en"))

    with pytest.raises(BadFolder, match="lang"):
        judge(archive(*files), out, english)
    assert digests(out) == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 2)

    with pytest.raises(BadFolder, match="空文件夹"):
        judge(archive(*files), tmp_path / "in", work())


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    files = records(tmp_path / "in", 2)

    with alone(tmp_path / "out"), pytest.raises(BadFolder, match="另一次"):
        judge(archive(*files), tmp_path / "out", work())


def test_a_bug_met_in_one_document_is_said_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("the text of a submission")

    monkeypatch.setattr(judging, "validated", broken)
    (path,) = records(tmp_path, 1, first=1)
    document = ArchiveDocument("a.json", LocalFile(str(path)))
    judged = work()(seen(0, document, Limits()))

    assert judged.documents[0]["error"] == "unreadable"
    assert "KeyError" in (judged.documents[0]["message"] or "")
    assert "submission" not in judged.lines[0]


def test_the_manifest_names_every_file_with_its_digest(tmp_path: Path) -> None:
    judge(archive(*records(tmp_path / "in", 9)), tmp_path / "out", work())
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    parts = {path: digest for path, digest in digests(tmp_path / "out").items() if "part-" in path}

    assert manifest["complete"] is True
    assert manifest["documents"] == 9
    assert manifest["files"] == parts
    assert manifest["of"]["pack"]["id"] == "weihai-2021-5"
    assert manifest["of"]["specvalidator"] == sv.__version__


def test_half_a_character_stops_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(DRAFTS[0].read_bytes())
    source = archive(path)
    source = type(source)([("\ud800.docx", path, None)])
    judge(source, tmp_path / "out", work())

    assert rows(tmp_path / "out", "documents", "name") == [{"name": "\\ud800.docx"}]
