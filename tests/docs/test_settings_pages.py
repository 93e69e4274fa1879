"""The pages about settings and waivers say everything, and their examples are valid."""

import re
from pathlib import Path

import pytest
import yaml

from specvalidator.settings.reading import SettingsTable, load_settings
from specvalidator.settings.waivers import Waiver

ROOT = Path(__file__).parents[2]
SETTINGS = ["configuration.md", "configuration.zh-CN.md"]
WAIVERS = ["waivers.md", "waivers.zh-CN.md"]


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    blocks = re.findall(rf"```{language}\n(.*?)```", _page(name), re.DOTALL)
    assert blocks
    return blocks


@pytest.mark.parametrize("name", SETTINGS + WAIVERS)
def test_examples_are_valid(name: str, tmp_path: Path) -> None:
    for block in _blocks(name, "toml"):
        ours = not block.startswith("[tool.")
        path = tmp_path / ("specvalidator.toml" if ours else "pyproject.toml")
        path.write_text(block, encoding="utf-8")
        load_settings(path)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_has_a_row(name: str) -> None:
    for field, info in SettingsTable.model_fields.items():
        assert f"| `{info.alias or field}` |" in _page(name)


@pytest.mark.parametrize("name", WAIVERS)
def test_every_key_of_a_waiver_has_a_row(name: str) -> None:
    for field in Waiver.model_fields:
        assert f"| `{field}` |" in _page(name)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_hook_is_named(name: str) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    shown = "".join(_blocks(name, "yaml"))
    for hook in hooks:
        assert f"- id: {hook['id']} " in shown
        assert hook["entry"] in _page(name)


@pytest.mark.parametrize("name", WAIVERS)
def test_the_program_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = _blocks(name, "python")
    (draft,) = set(re.findall(r'"([^"]*\.docx)"', program))
    (tmp_path / draft).parent.mkdir()
    (tmp_path / draft).write_bytes((ROOT / "examples/07-faults-tea.docx").read_bytes())
    (entry,) = _blocks(name, "toml")
    (tmp_path / "specvalidator.toml").write_text(entry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(program, names)  # noqa: S102 - our own page
    assert '"unused": [' in str(names["page"])
