"""`serve` and `token`: what they refuse, and what they write."""

import stat
import sys
from pathlib import Path

import pytest

from cli.conftest import Run
from specvalidator import service
from specvalidator.service.tokens import load_tokens


def test_a_token_is_shown_once_and_kept_as_a_digest(specvalidator: Run, tmp_path: Path) -> None:
    path = tmp_path / "tokens.txt"

    made = [specvalidator("token", name, "--tokens", path) for name in ("a", "b")]

    tokens = load_tokens(path)
    for name, result in zip("ab", made, strict=True):
        token = result.out.strip()
        assert (result.status, len(token)) == (0, 43)
        assert token not in path.read_text()
        assert tokens.owner(f"Bearer {token}") == name
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["", "a b", "名", "x" * 61])
def test_a_token_needs_a_plain_name(specvalidator: Run, tmp_path: Path, name: str) -> None:
    assert specvalidator("token", name, "--tokens", tmp_path / "t").status == 2
    assert not (tmp_path / "t").exists()


def test_a_name_has_one_token(specvalidator: Run, tmp_path: Path) -> None:
    path = tmp_path / "tokens.txt"

    assert [specvalidator("token", "a", "--tokens", path).status for _ in range(2)] == [0, 2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "0.0.0.0"),  # noqa: S104 - that is what is refused
        ("--tokens", "nothing.txt"),
        ("--pack", "nothing"),
        ("--catalogue", "nothing.csv"),
        ("--workers", "0"),
        ("--body", "much"),
        ("--limit", "nothing=1"),
    ],
)
def test_a_service_that_cannot_run_says_why(specvalidator: Run, arguments: tuple[str, ...]) -> None:
    result = specvalidator("serve", *arguments)

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("错误：")


def test_without_the_extra_it_says_how_to_install_it(
    specvalidator: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "specvalidator.service.running", raising=False)
    monkeypatch.delattr(service, "running", raising=False)

    result = specvalidator("serve", "--lang", "en")

    assert result.status == 2
    assert "pip install '.[server]'" in result.err
