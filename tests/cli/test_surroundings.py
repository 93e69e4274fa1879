"""The program wherever it is started: each line of the tables is a process of its own.

Status 1 is for findings alone, and nothing that the machine lacks ends in a traceback.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from specvalidator import forms
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shells and pipes of POSIX")

_PROGRAM = f"'{sys.executable}' -m specvalidator"
_SEARCH, _OVERRIDE = 2, 1
"""Capabilities of Linux by which root sees through permissions."""


class Done(NamedTuple):
    """What a process came to."""

    status: int
    out: str
    err: str


def _run(
    command: str,
    folder: Path,
    *,
    first: Callable[[], None] | None = None,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """Run a line of a shell in a folder; {program} is the program."""
    with subprocess.Popen(  # noqa: S602 - our own lines
        command.replace("{program}", _PROGRAM),
        shell=True,
        executable="/bin/bash",
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        preexec_fn=first,  # noqa: PLW1509 - no threads run
        start_new_session=True,
    ) as done:
        written = _written(done)
    out, err = (each.decode() for each in written)
    assert "Traceback" not in out + err, err
    return Done(done.returncode, out, err)


def _written(process: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """Return both streams of a session of its own, which is ended whole if it hangs."""
    try:
        return process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # what it began holds the pipes, too
        raise


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft that passes, one that does not, and a record."""
    record = valid_record("specification")
    (tmp_path / "good.docx").write_bytes(forms.write(Specification.model_validate(record)))
    (tmp_path / "good.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    record["tasks"][0] |= {"weight": 15, "weight_text": "15%"}
    (tmp_path / "bad.docx").write_bytes(forms.write(Specification.model_validate(record)))
    return tmp_path


STREAMS = [
    ("check good.docx >&-", 0),
    ("check bad.docx >&-", 1),
    ("check good.docx 2>&-", 0),
    ("check bad.docx 2>&-", 1),
    ("check bad.docx no.docx 2>&-", 3),
    ("check bad.docx >&- 2>&-", 1),
    ("check good.docx bad.docx no.docx >&- 2>&-", 3),
    ("check good.docx <&-", 0),
    ("check bad.docx <&- >&- 2>&-", 1),
    ("check bad.docx -o report.json --format json <&- >&- 2>&-", 1),
    ("read good.docx >&-", 0),
    ("rules >&-", 0),
    ("--help >&-", 0),
    ("check --watsch 2>&-", 2),
    ("check --watsch >&- 2>&-", 2),
    ("check no.docx --pack no 2>&-", 2),
    ("annotate bad.docx -o copy.docx >&- 2>&-", 1),
    ("new specification -o blank.docx >&- 2>&-", 0),
    ("batch . --out results >&- 2>&-", 1),
    ("waive weight-total bad.docx --reason 省厅同意 --until 2030-01-01 >&- 2>&-", 0),
]


@pytest.mark.parametrize(("line", "status"), STREAMS, ids=[line for line, _ in STREAMS])
def test_streams_that_are_closed_change_no_status(folder: Path, line: str, status: int) -> None:
    assert _run(f"{{program}} {line}", folder).status == status


def test_what_is_written_while_streams_are_closed_is_whole(folder: Path) -> None:
    closed = "{program} check bad.docx --format json -o report.json <&- >&- 2>&-"
    plain = _run("{program} check bad.docx --format json", folder)
    assert _run(closed, folder).status == 1
    assert (folder / "report.json").read_text(encoding="utf-8") == plain.out


@pytest.mark.parametrize("streams", ["sys.stdout", "sys.stderr", "sys.stdout = sys.stderr"])
def test_a_process_without_streams_as_of_pythonw(folder: Path, streams: str) -> None:
    code = f"import sys; {streams} = None; from specvalidator.__main__ import main; main()"
    assert _run(f"'{sys.executable}' -c '{code}' check bad.docx", folder).status == 1


FULL = [
    "check good.docx",
    "check bad.docx --format json",
    "read good.docx",
    "rules",
    "schema report",
    "--help",
    "--version",
    "check --help",
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("line", FULL)
def test_a_result_that_is_not_whole_has_a_status_of_its_own(folder: Path, line: str) -> None:
    done = _run(f"{{program}} {line} >/dev/full", folder)
    assert done.status == 4
    assert done.err.startswith("错误：标准输出无法写入（")
    assert done.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize(
    ("line", "status"), [("check bad.docx", 1), ("check .", 1), ("check a --pack b", 2)]
)
def test_remarks_that_nobody_can_read_change_nothing(folder: Path, line: str, status: int) -> None:
    assert _run(f"{{program}} {line} 2>/dev/full", folder).status == status


def _small_disk() -> None:
    import resource  # noqa: PLC0415 - POSIX alone

    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


@pytest.mark.parametrize(
    "line",
    [
        "check bad.docx --format json -o report.json",
        "annotate bad.docx -o copy.docx",
        "new specification -o blank.docx",
        "batch . --out results --workers 1",
    ],
)
def test_a_disk_that_is_full_is_said(folder: Path, line: str) -> None:
    done = _run(f"{{program}} {line}", folder, first=_small_disk)
    assert done.status == 4, done
    assert "磁盘" in done.err
    assert "缺陷" not in done.err


@pytest.mark.parametrize("line", ["rules --format json", "schema report", "--help", "read ."])
def test_a_reader_that_has_enough_is_no_error(folder: Path, line: str) -> None:
    done = _run(f"{{program}} {line} | head -c 10; exit ${{PIPESTATUS[0]}}", folder)
    assert (done.status, len(done.out), done.err.replace("略过1个其他文件。\n", "")) == (0, 10, "")


GONE = [
    ("check {folder}/good.docx", 0),
    ("check {folder}/bad.docx", 1),
    ("check good.docx {folder}/good.docx", 3),
    ("check .", 3),
    ("check --as dossier .", 3),
    ("read {folder}/good.docx", 0),
    ("rules", 0),
    ("schema", 0),
    ("check {folder} --exclude '*.json'", 1),
    ("annotate {folder}/bad.docx -o {folder}/copy.docx", 1),
    ("annotate {folder}/bad.docx -o copy.docx", 2),
    ("new specification -o blank.docx", 2),
    ("batch {folder} --out {folder}/results", 1),
    ("batch {folder} --out results", 2),
    ("convert {folder}/good.docx -o {folder}/form.docx", 0),
    ("convert good.docx -o {folder}/form.docx", 3),
    ("compare {folder}/bad.docx {folder}/good.docx", 0),
    ("compare bad.docx {folder}/good.docx", 3),
    ("letter {folder}/bad.docx --out {folder}/letters", 1),
    ("letter {folder}/bad.docx --out letters", 2),
]


@pytest.mark.parametrize(("line", "status"), GONE, ids=[line for line, _ in GONE])
def test_a_current_folder_that_is_gone(folder: Path, line: str, status: int) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; {{program}} {line}"
    done = _run(command.replace("{folder}", str(folder)), folder)
    assert done.status == status, done


def _without_sight() -> None:
    """Let permissions hold for root, too."""
    for capability in (_SEARCH, _OVERRIDE):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.fixture
def shut(folder: Path) -> Path:
    """The folder with one in it that is closed, and one whose names can be read alone."""
    for name in ("shut", "listed"):
        (folder / name).mkdir()
        for each in ("good.docx", "good.json"):
            (folder / name / each).write_bytes((folder / each).read_bytes())
    (folder / "shut").chmod(0)
    (folder / "listed").chmod(0o444)
    probe = _run("cat shut/good.docx >/dev/null", folder, first=_without_sight)
    if probe.status == 0:
        pytest.skip("permissions hold nobody back here")
    return folder


SHUT = [
    ("check shut/good.docx bad.docx", 3, "2份文件：1份不通过，1份无法读取"),
    ("check shut bad.docx", 3, "2份文件：1份不通过，1份无法读取"),
    ("check listed bad.docx", 3, "3份文件：1份不通过，2份无法读取"),
    ("check listed/good.docx listed/good.json bad.docx", 3, "3份文件：1份不通过，2份无法读取"),
    ("check --skip-unrecognised shut/good.json bad.docx", 3, "2份文件：1份不通过，1份无法读取"),
    ("read shut/good.docx good.docx", 3, '"unreadable"'),
    ("annotate shut/good.docx -o copy.docx", 3, "无法打开文件"),
    ("annotate bad.docx -o shut/copy.docx", 2, "无法写入"),
    ("check bad.docx -o shut/report.txt", 2, "无法写入"),
    ("check bad.docx --pack shut/pack.toml", 2, "没有这个规则包"),
    ("check bad.docx --config shut/settings.toml", 2, "无法读取"),
    ("check bad.docx --catalogue shut/list.csv", 2, "无法打开"),
    ("new specification --from shut/good.json -o form.docx", 2, "无法打开文件"),
    ("waive weight-total shut/good.docx --reason 一 --until 2030-01-01", 2, "找不到文件"),
    ("token --tokens shut/tokens joe", 2, "无法写入"),
    ("batch shut --out results", 3, "1个文件没有检查"),
    ("batch bad.docx --out shut/results", 2, "无法写入"),
    ("check --as dossier shut", 3, "无法打开"),
    ("check --as dossier shut/good.docx bad.docx", 3, "无法打开"),
    ("convert shut/good.docx -o form.docx", 3, "无法打开文件"),
    ("compare shut/good.docx good.docx", 3, "无法打开文件"),
    ("letter bad.docx --out shut/letters", 2, "无法写入"),
    ("letter bad.docx --out letters --template shut/form.docx", 2, "无法读取"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its sight only on Linux")
@pytest.mark.parametrize(("line", "status", "said"), SHUT, ids=[line for line, _, _ in SHUT])
def test_what_is_closed_stops_nothing_else(shut: Path, line: str, status: int, said: str) -> None:
    done = _run(f"{{program}} {line}", shut, first=_without_sight)
    assert done.status == status, done
    assert said in done.out + done.err


LONG = "长" * 100 + ".docx"
UNOPENED = [
    (LONG, "找不到这个文件"),
    (f"{LONG}/{LONG}", "找不到这个文件"),
    ("/".join(["folder"] * 1000), "找不到这个文件"),
    ("good.docx/inside.docx", "找不到这个文件"),
    ("loop.docx", "无法打开文件"),
    ("loop/good.docx", "无法打开文件"),
    ("link.docx", "找不到这个文件"),
    ("' '", "找不到这个文件"),
    ("/dev/null", "文件是空的"),
    ("/dev/zero", "文件过大"),
    ("socket", "无法打开文件"),
]


@pytest.mark.parametrize(("name", "said"), UNOPENED, ids=[name[:40] for name, _ in UNOPENED])
@pytest.mark.parametrize("command", ["check", "read"])
def test_what_cannot_be_opened_leaves_the_others_checked(
    folder: Path, command: str, name: str, said: str
) -> None:
    (folder / "loop.docx").symlink_to("loop.docx")
    (folder / "loop").symlink_to("loop")
    (folder / "link.docx").symlink_to("nowhere.docx")
    bind = 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
    done = _run(f"'{sys.executable}' -c '{bind}'; {{program}} {command} {name} good.docx", folder)
    assert done.status == 3
    assert said in done.out
    assert ("1份通过" if command == "check" else '"kind": "specification"') in done.out


def test_names_that_no_file_can_have(folder: Path) -> None:
    code = "from specvalidator.cli import run; print(run(['check', 'a\\0b.docx', 'good.docx']))"
    done = _run(f'"{sys.executable}" -c "{code}"', folder)
    assert "找不到这个文件" in done.out
    assert done.out.endswith("\n3\n")


def test_a_folder_whose_links_turn_in_a_circle_is_walked_once(folder: Path) -> None:
    (folder / "down").mkdir()
    (folder / "down" / "up").symlink_to("..")
    done = _run("{program} check .", folder)
    assert done.status == 1
    assert "3份文件" in done.out


def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.docx")
    (folder / "link.docx").symlink_to("pipe.docx")
    assert _run("{program} check .", folder).status == 1
    assert _run("{program} check --as dossier .", folder).status in {1, 3}
    assert _run("{program} batch . --out /dev/null/x", folder).status == 2


def test_a_file_that_vanishes_is_named_and_the_others_are_checked(folder: Path) -> None:
    code = """
import pathlib, sys
from specvalidator.cli import files, run
search = files.search
def vanishing(*arguments):
    found = search(*arguments)
    pathlib.Path("good.docx").unlink()
    return found
from specvalidator.cli import searching
searching.search = vanishing
sys.exit(run(["check", ".", "--format", "json"]))
"""
    (folder / "run.py").write_text(code, encoding="utf-8")
    done = _run(f"'{sys.executable}' run.py", folder)
    page = json.loads(done.out)
    assert done.status == 3
    assert [each["error"] for each in page["errors"]] == ["not-found"]
    assert len(page["reports"]) == 2


PIPES = [
    ("cat bad.docx | {program} check -", 1),
    ("cat bad.docx | {program} check /dev/stdin", 1),
    ("{program} check - <bad.docx", 1),
    ("{program} check <(cat bad.docx)", 1),
    ("{program} check <(cat good.docx) <(cat good.json)", 0),
    ("{program} check <(cat bad.docx) good.docx --isolate", 1),
    ("cat good.docx | {program} check - bad.docx no.docx", 3),
    ("cat good.json | {program} check - --as specification", 0),
    ("cat good.json | {program} check - --as session", 1),
    ("cat bad.docx | {program} check - - -", 1),
    ("{program} check - bad.docx <bad.docx", 1),
    ("cat bad.docx | {program} check - --format html", 1),
    ("cat bad.docx | {program} check - --format sarif", 1),
    ("cat good.docx | {program} read -", 0),
    ("cat good.json | {program} read - --as specification", 0),
    ("cat bad.docx | {program} annotate - -o copy.docx", 1),
    ("{program} annotate <(cat bad.docx) -o copy.docx", 1),
    ("cat good.docx | {program} convert - -o form.docx", 0),
    ("{program} compare <(cat bad.docx) <(cat good.docx)", 0),
    ("cat bad.docx | {program} letter - --out letters", 1),
    ("cat good.docx | {program} check --as dossier - bad.docx", 1),
    ("cat good.json | {program} new specification --from - -o form.docx", 0),
    ("{program} new specification --from <(cat good.json) -o form.docx", 0),
    ("mkfifo pipe; cat bad.docx >pipe & {program} check pipe", 1),
    ("ls bad.docx | {program} batch - --out results", 1),
    ("{program} batch <(ls bad.docx) --out results", 1),
    ("mkfifo pipe; cat bad.docx >pipe & echo pipe | {program} batch - --out results", 1),
    ("{program} check - <&-", 3),
    ("{program} check - </dev/null", 3),
    ("{program} check - --watch", 2),
    ("cp bad.docx -- -; {program} check ./-", 1),
    ("mkfifo pipe; {program} check pipe --limit seconds=1", 3),
    ("{program} check - --limit seconds=1 < <(exec sleep 60 >&- 2>&-)", 3),
    ("yes | {program} check - --limit file_bytes=1K", 3),
]


@pytest.mark.parametrize(("line", "status"), PIPES, ids=[line[:60] for line, _ in PIPES])
def test_what_can_be_read_once_is_read_once(folder: Path, line: str, status: int) -> None:
    done = _run(line, folder)
    assert done.status == status, done


def test_standard_input_gives_the_findings_of_the_file(folder: Path) -> None:
    plain = _run("{program} check bad.docx --format json", folder).out
    piped = _run("cat bad.docx | {program} check - --format json", folder).out
    assert piped == plain.replace('"name": "bad.docx"', '"name": "-"')


EMPTY = [
    'check ""',
    'check good.docx ""',
    'read ""',
    'check good.docx -o ""',
    'check good.docx --catalogue ""',
    'check good.docx --config ""',
    'check good.docx --waivers ""',
    'check good.docx --pack ""',
    'annotate "" -o copy.docx',
    'convert "" -o form.docx',
    'compare "" good.docx',
    'compare good.docx ""',
    'letter "" --out letters',
    'letter good.docx --out ""',
    'batch "" --out results',
    'batch . --out ""',
    'new specification --from "" -o form.docx',
    'waive weight-total "" --reason 一 --until 2030-01-01',
    'token "" --tokens tokens',
]


@pytest.mark.parametrize("line", EMPTY)
def test_an_empty_name_is_wrong_usage(folder: Path, line: str) -> None:
    done = _run(f"{{program}} {line}", folder)
    assert (done.status, done.out) == (2, "")
    assert "错误：" in done.err


PLACES = [
    {"LC_ALL": ""},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "xx_YY.nonsense"},
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": ""},
    {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"TERM": "", "NO_COLOR": "1", "HOME": ""},
    {"COLUMNS": "0"},
    {"COLUMNS": "1"},
    {"COLUMNS": "-5", "LINES": "wide"},
]


@pytest.mark.parametrize("place", PLACES, ids=map(str, PLACES))
def test_the_environment_changes_no_byte(folder: Path, place: dict[str, str]) -> None:
    (folder / "bad.docx").rename(folder / "拉面制作.docx")
    (folder / "list").write_bytes("拉面制作.docx\n".encode())
    check = "{program} check 拉面制作.docx good.docx"
    # The shell may complain of a locale that it does not know.
    assert _run(check, folder, environment=place)[:2] == _run(check, folder)[:2]
    listed = _run("{program} batch - --out results <list", folder, environment=place)
    assert listed.status == 1, listed


@pytest.mark.parametrize("width", [0, 1, 7, 65535])
@pytest.mark.parametrize("line", ["check bad.docx", "--help", "check --help", "rules"])
def test_a_terminal_of_any_width(folder: Path, width: int, line: str) -> None:
    import fcntl  # noqa: PLC0415 - POSIX alone
    import pty  # noqa: PLC0415 - the same
    import struct  # noqa: PLC0415 - the same
    import termios  # noqa: PLC0415 - the same

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 0, width, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "specvalidator", *line.split()],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        shown = b""
        while part := _part(ours):
            shown += part
    os.close(ours)
    assert process.returncode == (1 if "bad" in line else 0)
    assert shown
    assert b"Traceback" not in shown


def _part(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side is closed
        return b""


@pytest.mark.parametrize("arguments", [["check", "pipe"], ["check", "good.docx", "pipe"]])
def test_ctrl_c_ends_quietly(folder: Path, arguments: Sequence[str]) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "specvalidator", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A job in the background of a script is deaf to Ctrl+C, and so are its children.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads yet
    ) as process:
        # Opening waits until the program reads: then it is at work.
        opened = threading.Thread(target=lambda: os.open(folder / "pipe", os.O_WRONLY), daemon=True)
        opened.start()
        opened.join(30)
        os.killpg(process.pid, signal.SIGINT)
        out, err = _written(process)
    assert (process.returncode, out, err) == (130, b"", b"")


BUGS = [
    ("KeyError('拉面 110101199003070011')", 5, "程序内部出错（KeyError at "),
    ("AttributeError('拉面 110101199003070011')", 5, "程序内部出错（AttributeError at "),
    ("RecursionError('拉面 110101199003070011')", 5, "程序内部出错（RecursionError at "),
    ("OSError('拉面 110101199003070011')", 5, "程序内部出错（OSError at "),
    ("MemoryError('拉面 110101199003070011')", 4, "内存不足"),
    ("OSError(28, 'No space left on device', '拉面 110101199003070011')", 4, "磁盘"),
    ("OSError(24, 'Too many open files', '拉面 110101199003070011')", 4, "系统拒绝"),
    ("ModuleNotFoundError('拉面 110101199003070011', name='lxml')", 4, "缺少软件包 lxml"),
]


@pytest.mark.parametrize(("error", "status", "said"), BUGS, ids=[bug for bug, _, _ in BUGS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_fault_of_the_program_is_none_of_the_document(
    folder: Path, error: str, status: int, said: str, lang: str
) -> None:
    code = f"""
import sys
from specvalidator.cli import judging, run
def fails(*_, **__):
    raise {error}
judging.grave = fails
sys.exit(run(["check", "good.docx", "--lang", "{lang}"]))
"""
    (folder / "run.py").write_text(code, encoding="utf-8")
    done = _run(f"'{sys.executable}' run.py", folder)
    assert done.status == status
    assert done.err.count("\n") == 1
    assert (said if lang == "zh" else "error: ") in done.err
    assert "拉面" not in done.err
    assert "1101" not in done.err
    if status == 5:
        assert ("报告给本项目" if lang == "zh" else "report this line") in done.err


def test_a_port_that_is_taken_and_streams_that_are_closed(folder: Path) -> None:
    pytest.importorskip("uvicorn")
    import socket  # noqa: PLC0415 - for this test alone

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _run(f"{{program}} serve --port {port}", folder)
        assert done.status == 2
        assert "服务没有启动" in done.err
        assert _run(f"{{program}} serve --port {port} >&- 2>&-", folder).status == 2
