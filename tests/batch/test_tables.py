"""The tables as others read them: the example of the documentation, over parts of any content."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from batch.deeds import work
from batch.making import archive, judge, records

ROOT = Path(__file__).parents[2]
DRAFTS = sorted((ROOT / "examples").glob("*.docx"))
EXAMPLE = re.compile(r"```python\n(import pyarrow.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Judge into many small parts, of which hardly two have the same words in a column."""
    folder = tmp_path_factory.mktemp("many")
    out = folder / "results"
    judge(archive(*DRAFTS, *records(folder / "in", 120)), out, work(), size=2)
    assert len(list((out / "findings").iterdir())) > 60
    return out


@pytest.mark.parametrize("page", ["batch.md", "batch.zh-CN.md"])
def test_the_example_of_the_documentation_counts_each_rule(
    results: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(results.parent)
    [said] = EXAMPLE.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    loading, _, counting = said.strip().rpartition("\n")
    names: dict[str, Any] = {}
    exec(loading, names)  # noqa: S102 - our own documentation
    counted = eval(counting.replace("结果/", "results/"), names).to_pylist()  # noqa: S307 - the same

    found = {
        (row["rule"], row["document"])
        for part in (results / "findings").iterdir()
        for row in pq.ParquetFile(part).read(["rule", "document"]).to_pylist()
    }
    assert {row["rule"]: row["document_count_distinct"] for row in counted} == Counter(
        rule for rule, _ in found
    )


@pytest.mark.parametrize("table", ["documents", "findings"])
def test_parts_of_different_words_are_one_table(results: Path, table: str) -> None:
    whole = pq.read_table(results / table)
    parts = [pq.ParquetFile(part).read() for part in sorted((results / table).iterdir())]
    assert whole.num_rows == sum(part.num_rows for part in parts)
    assert len({part.schema for part in parts}) == 1
    assert not any(pa.types.is_dictionary(field.type) for field in whole.schema)
    for name in whole.schema.names:
        assert whole.group_by(name).aggregate([([], "count_all")]).num_rows
