"""Work in processes of its own: whatever becomes of one item, the others have their results."""

import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import specvalidator as sv
from hostile.misdeeds import misdeed
from specvalidator import reading
from specvalidator.cli import run
from specvalidator.document import Document
from specvalidator.errors import BadPack, UnreadableFile
from specvalidator.readers import Limits, RecognisedFile, read_document
from specvalidator.workers.deadline import within
from specvalidator.workers.pool import Workers
from specvalidator.workers.worker import isolated

if TYPE_CHECKING:
    from specvalidator.files import File

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = EXAMPLES / "01-bamboo-basket.docx"
SHORT = Limits(seconds=2, memory_bytes=2**29)
PATIENT = SHORT._replace(seconds=30)
"""For what ends by itself, however slow the machine is."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


def outcomes(*names: str, limits: Limits = PATIENT, count: int = 2) -> list[str]:
    """Return for each misdeed what came of it: its name, or the word of the refusal."""
    with Workers(limits, misdeed, str, count, fork=True) as workers:
        return [
            each.error if isinstance(each, UnreadableFile) else each
            for each in workers.results(names)
        ]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("crash", "unreadable", id="a pointer into nowhere"),
        pytest.param("abort", "unreadable", id="a native library gives up"),
        pytest.param("kill", "unreadable", id="the system ends it"),
        pytest.param("sleep", "timeout", id="it waits for ever"),
        pytest.param("deaf", "timeout", id="it computes in C for ever"),
        pytest.param("memory", "too-large", id="it asks for a terabyte"),
        pytest.param("result", "too-large", id="its result has no room twice"),
        pytest.param("flood", "too-large", id="its result is longer than any may be"),
        pytest.param("refuse", "corrupt", id="it refuses on purpose"),
    ],
)
@pytest.mark.parametrize("count", [1, 2], ids=["one process", "two processes"])
def test_what_becomes_of_one_item_is_said_and_the_others_have_their_results(
    name: str, error: str, count: int
) -> None:
    limits = SHORT if error == "timeout" else PATIENT

    assert outcomes("a", name, "b", "c", count=count, limits=limits) == ["a", error, "b", "c"]


def test_computing_beyond_the_bound_ends_sooner_than_the_clock() -> None:
    started = time.monotonic()

    assert outcomes("compute", limits=Limits(seconds=30, cpu_seconds=0)) == ["timeout"]
    assert time.monotonic() - started < 20


def test_the_bound_on_computing_is_for_each_item_and_not_for_all() -> None:
    limits = Limits(seconds=30, cpu_seconds=0)

    assert outcomes("a", "compute", "b", "compute", "c", limits=limits, count=1) == [
        *("a", "timeout", "b", "timeout", "c"),
    ]


def test_many_crashes_in_turn_lose_no_result() -> None:
    names = [name for number in range(12) for name in ("crash", str(number), "kill")]

    assert outcomes(*names) == [
        word for number in range(12) for word in ("unreadable", str(number), "unreadable")
    ]


def test_a_mistake_in_the_pack_is_raised_with_all_that_it_says() -> None:
    with (
        Workers(PATIENT, misdeed, str, fork=True) as workers,
        pytest.raises(BadPack, match=r"x\.toml") as caught,
    ):
        list(workers.results(["pack"]))
    assert (caught.value.file, caught.value.key, caught.value.reason.en) == (
        *("x.toml", "a.b", "wrong"),
    )


def test_a_bug_is_no_refusal() -> None:
    with pytest.raises(RuntimeError, match=r"KeyError at .*misdeeds\.py"):
        isolated(PATIENT, misdeed, str, "bug")


def test_what_is_printed_is_no_answer_and_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    assert outcomes("a", "print", "b") == ["a", "printed", "b"]
    assert isolated(PATIENT, misdeed, str, "print") == "printed"
    assert capfd.readouterr() == ("", "")


def test_an_answer_out_of_turn_is_no_answer() -> None:
    with pytest.raises(UnreadableFile) as caught:
        isolated(PATIENT, misdeed, str, "babble")
    assert caught.value.error == "unreadable"


def test_a_result_of_another_type_is_no_result() -> None:
    with pytest.raises(UnreadableFile) as caught:
        isolated(PATIENT, misdeed, cast("type[str]", int), "a")
    assert caught.value.error == "unreadable"


def test_a_single_call_in_a_new_process_is_ended_too() -> None:
    with pytest.raises(UnreadableFile) as caught:
        isolated(Limits(seconds=2), misdeed, str, "sleep")
    assert caught.value.error == "timeout"


# ── reading ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("how", ["path", "bytes", "file"])
def test_reading_apart_gives_what_reading_here_gives(how: str) -> None:
    apart = Limits(isolate=True)
    with DRAFT.open("rb") as opened:
        given: dict[str, File] = {"path": DRAFT, "bytes": DRAFT.read_bytes(), "file": opened}
        found = sv.read(given[how], name="x", limits=apart)

    assert found == sv.read(DRAFT, name="x")


def test_judging_apart_gives_what_judging_here_gives() -> None:
    assert sv.validate(DRAFT, lang="en", limits=Limits(isolate=True)) == sv.validate(
        DRAFT, lang="en"
    )


def test_a_refusal_comes_back_whole() -> None:
    with pytest.raises(UnreadableFile) as here:
        sv.read(b"x")
    with pytest.raises(UnreadableFile) as apart:
        sv.read(b"x", limits=Limits(isolate=True))
    assert (apart.value.error, apart.value.words) == (here.value.error, here.value.words)


def test_memory_that_runs_out_without_isolation_is_a_refusal_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted(_file: RecognisedFile, _limits: Limits) -> Document:
        raise MemoryError

    monkeypatch.setattr(reading, "read_document", exhausted)
    with pytest.raises(UnreadableFile) as caught:
        sv.read(DRAFT)
    assert caught.value.error == "too-large"


# ── the command line ─────────────────────────────────────────────────────────────────────


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = run([str(argument) for argument in arguments])
    return status, *capsys.readouterr()


@pytest.mark.parametrize("command", ["check", "read"])
def test_isolation_changes_no_byte_of_the_result(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    files = (DRAFT, EXAMPLES / "06-faults-net-mending.docx", EXAMPLES / "README.md")

    assert printed(capsys, command, *files, "--isolate") == printed(
        capsys, command, *files, "--no-isolate"
    )


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        pytest.param("crash", "ended unexpectedly", id="a pointer into nowhere"),
        pytest.param("abort", "ended unexpectedly", id="a native library gives up"),
        pytest.param("kill", "ended unexpectedly", id="the system ends it"),
        pytest.param("deaf", "not read within", id="it computes in C for ever"),
        pytest.param("compute", "not read within", id="it computes for ever"),
        pytest.param("memory", "memory than is allowed", id="it asks for a terabyte"),
    ],
)
def test_a_process_that_dies_leaves_the_other_reports(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    deed: str,
    said: str,
) -> None:
    deadly(monkeypatch)
    format_ = "text" if deed in {"crash", "deaf"} else "json"  # by what is said, not by the deed
    (tmp_path / "a.docx").write_bytes(DRAFT.read_bytes())
    (tmp_path / "b.docx").write_bytes(deed.encode())
    (tmp_path / "c.docx").write_bytes((EXAMPLES / "04-apple-pruning.docx").read_bytes())

    status, out, _ = printed(
        capsys, "check", tmp_path, "--format", format_, "--lang", "en", "--limit", "cpu_seconds=3"
    )

    assert status == 3
    assert all(name in out for name in ("a.docx", "b.docx", "c.docx"))
    assert "竹篮" in out
    assert "苹果树" in out
    assert said in " ".join(out.split())


def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reading do what the first word of a file says, where that is a misdeed."""

    def read(file: RecognisedFile, limits: Limits) -> Document:
        misdeed(file.data.split(b"%")[0].decode("latin-1"))
        return read_document(file, limits)

    monkeypatch.setattr(reading, "read_document", read)


def test_a_single_pdf_cannot_take_the_program_with_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deadly(monkeypatch)
    file = tmp_path / "a.pdf"
    file.write_bytes(b"crash%PDF-1.7")

    status, out, _ = printed(capsys, "check", file, "--lang", "en")

    assert status == 3
    assert "ended unexpectedly" in " ".join(out.split())


def test_a_single_file_that_is_computed_on_for_ever_is_given_up_without_isolation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deadly(monkeypatch)
    file = tmp_path / "a.docx"
    file.write_bytes(b"compute")

    status, out, _ = printed(
        capsys, "check", file, "--format", "json", "--no-isolate", "--limit", "cpu_seconds=1"
    )

    assert status == 3
    assert '"error": "timeout"' in out


def test_a_deadline_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with within(5):
        assert signal.getsignal(signal.SIGPROF) is not before

    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_deadline_comes_again_to_whom_caught_it() -> None:
    def stubborn() -> None:
        with suppress(UnreadableFile):
            misdeed("compute")
        misdeed("compute")

    with pytest.raises(UnreadableFile) as caught, within(0):
        stubborn()
    assert caught.value.error == "timeout"


def test_one_file_is_read_in_the_process_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "specvalidator.workers.pool", None)
    monkeypatch.setitem(sys.modules, "specvalidator.workers.worker", None)

    status, out, _ = printed(capsys, "check", DRAFT)

    assert (status, "竹篮" in out) == (0, True)
