"""How the list of occupations is derived from the package that it comes from."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "rules" / "derive_occupations.py"


@pytest.fixture(scope="module")
def script() -> Any:  # noqa: ANN401 - a module found by its path
    spec = importlib.util.spec_from_file_location("derive_occupations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(code: str, name: str, level: str = "4") -> dict[str, str]:
    return {"level": level, "code": code, "name": name, "alias": name}


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        ([row("4-03-02-02", "中式面点师")], [("4-03-02-02", "中式面点师")], "a 细类"),
        ([row("4-03-02-00", "餐饮服务人员", "3")], [], "a 小类"),
        ([row("4-08-06-00", "环境监测员L")], [("4-08-06-00", "环境监测员")], "green: the mark L"),
        ([row("2-06-14-00", "金融科技师S")], [("2-06-14-00", "金融科技师")], "digital: the mark S"),
        ([row("2-02-02-01", "测量人员L/S")], [("2-02-02-01", "测量人员")], "both marks"),
        ([row("2-08-03-00", "幼儿园教师")], [("2-08-03-00", "幼儿园教师")], "alone in its 小类"),
        (
            [row("6-20-03-00", "机械制造人员"), row("6-20-03-01", "机床装调维修工")],
            [("6-20-03-01", "机床装调维修工")],
            "a group with occupations below it",
        ),
        (
            [row("4-12-04-02", "修鞋工"), row("4-12-04-02", "修鞋工")],
            [("4-12-04-02", "修鞋工")],
            "a row printed twice",
        ),
        (
            [row("4-03-02-02", "中式面点师"), row("4-03-02-01", "中式烹调师")],
            [("4-03-02-01", "中式烹调师"), ("4-03-02-02", "中式面点师")],
            "sorted by code",
        ),
    ],
)
def test_only_occupations_are_kept_each_once_without_marks(
    script: Any,  # noqa: ANN401 - a module found by its path
    rows: list[dict[str, str]],
    expected: list[tuple[str, str]],
    why: str,
) -> None:
    assert script.occupations(rows) == expected, why


def test_the_script_writes_the_list_that_is_kept(
    script: Any,  # noqa: ANN401 - a module found by its path
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Run on its own output, with the level put back, the script changes nothing."""
    kept = script.LIST.read_bytes()
    lines = kept.decode("utf-8").splitlines()[1:]
    source = tmp_path / "csco22.csv"
    source.write_text(
        "\n".join(["level,code,name", *(f"4,{line}" for line in lines)]), encoding="utf-8"
    )
    monkeypatch.setattr(script, "LIST", tmp_path / "again.csv")

    script.main(str(source))

    assert (tmp_path / "again.csv").read_bytes() == kept
