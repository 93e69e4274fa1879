"""The hooks for pre-commit, run by pre-commit itself on throw-away repositories."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest
import yaml

from specvalidator import forms
from specvalidator.models import Specification
from specvalidator.packs.cases import valid_record

ROOT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
FAULTY = {"name": "拉面制作员", "ability_name": "拉面制作员"}

MATCHED = [
    ("specvalidator", "draft.docx", "Word"),
    ("specvalidator", "DRAFT.DOCX", "Word, as old systems write it"),
    ("specvalidator", "稿件/2026/拉面 制作.docm", "in folders, with macros"),
    ("specvalidator", "form.dotx", "a template"),
    ("specvalidator", "form.dotm", "a template with macros"),
    ("specvalidator", "announcement.pdf", "PDF"),
    ("specvalidator", "draft.doc", "old Word"),
    ("specvalidator", "draft.WPS", "old WPS"),
    ("specvalidator", "draft.odt", "OpenDocument"),
    ("specvalidator", "draft.rtf", "RTF"),
    ("specvalidator", "~draft.docx", "a tilde alone makes no lock file"),
    ("specvalidator-records", "records/a.json", "a record"),
    ("specvalidator-records", "A.JSON", "a record"),
    ("specvalidator-scans", "扫描/申请表.JPG", "a photograph"),
    ("specvalidator-scans", "scan.tiff", "a scan"),
]
LEFT_ALONE = [
    ("specvalidator", "~$draft.docx", "Word's lock file"),
    ("specvalidator", "稿件/~$面制作.docx", "Word's lock file in a folder"),
    ("specvalidator", ".~draft.docx", "the lock file of WPS"),
    ("specvalidator", ".~lock.draft.docx#", "the lock file of LibreOffice"),
    ("specvalidator", "drafts/._draft.docx", "the shadow of macOS"),
    ("specvalidator", "draft.docx.bak", "no Word file by name"),
    ("specvalidator", "docx", "no Word file by name"),
    ("specvalidator", "report.html", "most pages are something else"),
    ("specvalidator", "dossier.zip", "an archive of anything"),
    ("specvalidator", "record.json", "a matter of the other hook"),
    ("specvalidator-records", "a.jsonl", "lines of JSON"),
    ("specvalidator-records", "a.json5", "another language"),
    ("specvalidator-records", ".eslintrc.json", "hidden"),
    ("specvalidator-records", "draft.docx", "a matter of the other hook"),
    ("specvalidator", "scan.jpg", "a matter of the hook for scans"),
    ("specvalidator-scans", "scan.pdf", "a matter of the hook for documents"),
    ("specvalidator-scans", "._scan.jpg", "the shadow of macOS"),
]


def _is_matched(hook: str, name: str) -> bool:
    """Choose as pre-commit does: `files` and `exclude` are searched for in the path."""
    found = HOOKS[hook]
    return bool(re.search(found["files"], name) and not re.search(found["exclude"], name))


@pytest.mark.parametrize(("hook", "name"), [row[:2] for row in MATCHED])
def test_a_hook_is_given(hook: str, name: str) -> None:
    assert _is_matched(hook, name)


@pytest.mark.parametrize(("hook", "name"), [row[:2] for row in LEFT_ALONE])
def test_a_hook_is_not_given(hook: str, name: str) -> None:
    assert not _is_matched(hook, name)


class Ran(NamedTuple):
    """What a command came to."""

    status: int
    out: str


def _run(folder: Path, *command: str, **environment: str) -> Ran:
    """Run a command in a folder, out of reach of the repository and settings of whoever tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    clean |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
    }
    ended = subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=folder,
        env=clean | environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    return Ran(ended.returncode, ended.stdout)


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    ran = _run(folder, "git", *who, *arguments)
    assert ran.status == 0, ran.out
    return ran.out.strip()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of what the hooks are installed from, as it stands now."""
    folder = tmp_path_factory.mktemp("published")
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in ("src", "rules", "schemas", "tests/rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / name)
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all", "--force")
    _git(folder, "commit", "--quiet", "--message", "x")
    return folder


PreCommit = Callable[..., Ran]


@pytest.fixture
def pre_commit(published: Path, tmp_path: Path) -> PreCommit:
    """Run a hook on all files of a repository that holds these."""
    folder = tmp_path / "repository"
    folder.mkdir()

    def run(files: Mapping[str, bytes], hook: str = "specvalidator", **changes: str) -> Ran:
        # The installed program takes the place of an environment that would be downloaded.
        chosen = {"id": hook, "language": "system"} | changes
        revision = _git(published, "rev-parse", "HEAD")
        repository = {"repo": str(published), "rev": revision, "hooks": [chosen]}
        config = json.dumps({"repos": [repository]})  # JSON is YAML
        for name, data in {**files, ".pre-commit-config.yaml": config.encode()}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _git(folder, "init", "--quiet")
        _git(folder, "add", "--all", "--force")
        home = str(tmp_path / "cache")
        command = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose")
        return _run(folder, *command, PRE_COMMIT_HOME=home, PRE_COMMIT_COLOR="never")

    return run


def _draft(**changes: object) -> bytes:
    return forms.write(Specification.model_validate(valid_record("specification") | changes))


def _record(**changes: object) -> bytes:
    return json.dumps(valid_record("specification") | changes).encode()


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A Word file of another kind."""
    path = tmp_path_factory.mktemp("minutes") / "minutes.docx"
    document = docx.Document()
    document.add_paragraph("会议纪要：讨论了办公用房。")
    document.save(str(path))
    return path.read_bytes()


@pytest.fixture
def others(minutes: bytes) -> dict[str, bytes]:
    """Files that are none of our business."""
    return {
        "minutes.docx": minutes,
        "稿件/~$面制作.docx": b"\x05Wang" + b"\0" * 157,
        "package.json": b'{"name": "x", "version": "1.0.0"}',
        "tsconfig.json": b'{ // remark\n "files": [] }',
        "list.json": b"[1, 2]",
        "README.txt": b"x",
    }


def test_the_manifest_is_valid() -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert _run(ROOT, *command) == Ran(0, "")


def test_the_hooks_of_this_repository_are_valid() -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml")
    assert _run(ROOT, *command) == Ran(0, "")


def test_a_good_draft_among_files_of_other_kinds_passes(
    pre_commit: PreCommit, others: dict[str, bytes]
) -> None:
    ran = pre_commit({"稿件/拉面制作.docx": _draft(), **others})
    assert ran.status == 0, ran.out
    assert "Passed" in ran.out
    assert "共1份文件：1份通过" in ran.out
    assert "略过1个认不出种类的文件。" in ran.out


def test_a_faulty_draft_fails_and_says_why(pre_commit: PreCommit, others: dict[str, bytes]) -> None:
    files = {"good.docx": _draft(), "稿件/bad.docx": _draft(**FAULTY), **others}
    ran = pre_commit(files)
    assert ran.status == 1
    assert "Failed" in ran.out
    assert "job-title-suffix" in ran.out
    assert "minutes" not in ran.out


def test_files_of_other_kinds_alone_pass(pre_commit: PreCommit, others: dict[str, bytes]) -> None:
    assert pre_commit(others).status == 0
    assert pre_commit(others, "specvalidator-records").status == 0


def test_a_good_record_among_other_json_passes(
    pre_commit: PreCommit, others: dict[str, bytes]
) -> None:
    files = {"records/a.json": _record(), "bad.docx": _draft(**FAULTY), **others}
    ran = pre_commit(files, "specvalidator-records")
    assert ran.status == 0, ran.out
    assert "共1份文件：1份通过" in ran.out


def test_a_faulty_record_fails(pre_commit: PreCommit, others: dict[str, bytes]) -> None:
    ran = pre_commit({"records/a.json": _record(**FAULTY), **others}, "specvalidator-records")
    assert ran.status == 1
    assert "job-title-suffix" in ran.out


def test_settings_of_the_repository_hold(pre_commit: PreCommit) -> None:
    settings = """\
        exclude = ["old/"]

        [[waivers]]
        rule = "job-title-suffix"
        document = "/稿件/a.docx"
        reason = "名称已经公布。"
        expires = 2099-12-31
    """
    files = {"specvalidator.toml": settings.encode(), "稿件/a.docx": _draft(**FAULTY)}
    assert pre_commit(files).status == 0
    assert pre_commit({**files, "old/b.docx": _draft(**FAULTY)}).status == 0
    assert pre_commit({**files, "new/b.docx": _draft(**FAULTY)}).status == 1


@pytest.mark.skipif(not os.environ.get("CI"), reason="fetches the library's dependencies")
def test_the_hook_installs_itself(pre_commit: PreCommit, others: dict[str, bytes]) -> None:
    files = {"good.docx": _draft(), **others}
    ran = pre_commit(files, language="python")
    assert ran.status == 0, ran.out
    ran = pre_commit({"bad.docx": _draft(**FAULTY)}, language="python")
    assert ran.status == 1
    assert "job-title-suffix" in ran.out
