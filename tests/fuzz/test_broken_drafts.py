"""Real drafts broken in structure give a report or a refusal, nothing else, whoever breaks them."""

import os
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz import corpus
from fuzz.breaking import KINDS, Choose, Seed, broken, broken_xml, elements, seeds
from fuzz.insides import LAYERS
from fuzz.mutations import answer, batches, inside, mutation, read

HERE = Path(__file__).parent
VERDICTS = {"pass", "review", "fail"}
REFUSALS = {"corrupt", "encrypted", "too-large", "unreadable", "unrecognised", "unsupported"}


def choices(data: st.DataObject) -> Choose:
    return lambda below: data.draw(st.integers(0, below - 1))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_whatever_breaks_a_draft_it_is_answered(kind: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from([each for each in seeds() if each.kind == kind]))

    assert answer(broken(seed, choices(data)), number=0) in VERDICTS | REFUSALS


@given(data=st.data())
def test_a_word_file_broken_in_many_places_is_answered(data: st.DataObject) -> None:
    seed = next(each for each in seeds() if each.kind == "docx")
    broken_often = seed.data
    for _ in range(6):
        broken_often = broken(Seed(seed.name, broken_often), choices(data))

    assert answer(broken_often, number=1) in VERDICTS | REFUSALS


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_drafts_of_every_kind(kind: str) -> None:
    assert any(each.kind == kind for each in seeds())


def test_elements_are_found_whole() -> None:
    xml = b'<a><b x="1"><c/>t</b><b/></a>'

    assert [xml[each.start : each.end] for each in elements(xml)] == [
        b"<c/>",
        b'<b x="1"><c/>t</b>',
        b"<b/>",
    ]


@given(data=st.data())
def test_a_break_changes_something_or_there_was_nothing_to_break(data: st.DataObject) -> None:
    assert broken_xml(b"<a/>", choices(data)) == b"<a/>"
    assert broken_xml(b"<a><b/><c>t</c></a>", choices(data))[:3] == b"<a>"


def test_a_number_always_gives_the_same_file() -> None:
    assert [mutation(number) for number in range(20)] == [mutation(number) for number in range(20)]
    assert len({mutation(number) for number in range(20)}) > 15


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_some_hundred_mutations_leave_no_failure() -> None:
    found = list(batches(first=10_000_000, count=400, one=partial(read, only=None)))

    assert [failure for batch in found for failure in batch.failures] == []
    assert sum(sum(batch.outcomes.values()) for batch in found) == 400
    assert {word for batch in found for word in batch.outcomes} <= VERDICTS | REFUSALS


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("layer", LAYERS)
def test_whatever_breaks_what_was_read_it_is_answered(layer: str) -> None:
    found = list(batches(first=20_000_000, count=100, one=partial(inside, layer)))

    assert [failure for batch in found for failure in batch.failures] == []
    assert sum((batch.outcomes for batch in found), Counter()).keys() >= {"pass", "fail", "review"}


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_what_ends_a_process_is_told_and_the_rest_is_read() -> None:
    def deadly(number: int) -> str:
        if number == 3:
            os.abort()
        if number == 5:
            raise KeyError(number)
        return "pass"

    found = list(batches(first=0, count=8, one=deadly))
    failures = [failure for batch in found for failure in batch.failures]

    assert [number for number, _ in failures] == [3, 5]
    assert "SIGABRT" in failures[0][1]
    assert "KeyError" in failures[1][1]
    assert sum(batch.outcomes["pass"] for batch in found) == 6


# ── atheris ──────────────────────────────────────────────────────────────────────────────


def test_the_corpus_is_what_its_command_writes() -> None:
    stored = {path.name: path.read_bytes() for path in corpus.FOLDER.iterdir()}

    assert stored == corpus.corpus(), "write it anew: python tests/fuzz/corpus.py"


@pytest.mark.parametrize("name", sorted(corpus.corpus()))
def test_every_input_of_the_corpus_is_answered(name: str) -> None:
    file = corpus.file_of((corpus.FOLDER / name).read_bytes())

    assert answer(file, number=0) in VERDICTS | REFUSALS


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info >= (3, 14), reason="atheris is built for these"
)
def test_the_fuzzer_finds_nothing_in_some_hundred_runs(tmp_path: Path) -> None:
    fuzzer = [sys.executable, *map(str, (HERE / "target.py", tmp_path, corpus.FOLDER))]

    ended = subprocess.run(  # noqa: S603 - our own
        [*fuzzer, "-runs=300", "-seed=1", f"-artifact_prefix={tmp_path}/"],
        capture_output=True,
        check=False,
        timeout=300,
        encoding="utf-8",
        errors="replace",
    )

    assert ended.returncode == 0, ended.stderr[-3000:]
    assert "Done 300 runs" in ended.stderr
