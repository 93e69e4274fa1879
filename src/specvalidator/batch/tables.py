"""The two Parquet tables: their columns, and how rows become bytes."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from specvalidator.batch.rows import Row

DOCUMENTS = pa.schema(
    {
        "document": pa.int64(),
        "file": pa.string(),
        "file_sha256": pa.string(),
        "file_size": pa.int64(),
        "same_as": pa.string(),
        "name": pa.string(),
        "index": pa.int32(),
        "media_type": pa.string(),
        "sha256": pa.string(),
        "size": pa.int64(),
        "kind": pa.string(),
        "subject": pa.string(),
        "verdict": pa.string(),
        "errors": pa.int32(),
        "warnings": pa.int32(),
        "reviews": pa.int32(),
        "notes": pa.int32(),
        "pack": pa.string(),
        "edition": pa.string(),
        "error": pa.string(),
        "message": pa.string(),
    }
)
FINDINGS = pa.schema(
    {
        "document": pa.int64(),
        "file": pa.string(),
        "name": pa.string(),
        "index": pa.int32(),
        "rule": pa.string(),
        "kind": pa.string(),
        "severity": pa.string(),
        "basis": pa.string(),
        "message": pa.string(),
        "suggestion": pa.string(),
        "path": pa.string(),
        "place": pa.string(),
        "page": pa.int32(),
        "written": pa.string(),
        "clause": pa.string(),
        "where": pa.string(),
        "facts": pa.string(),
    }
)


def parquet(rows: Sequence[Row], schema: pa.Schema) -> bytes:
    """Return rows as a Parquet file; what is no character is written as an escape."""
    columns = [[row.get(name) for row in rows] for name in schema.names]
    try:
        table = _table(columns, schema)
    except UnicodeEncodeError:  # half a character, as in a file name of an old encoding
        table = _table([[_whole(value) for value in column] for column in columns], schema)
    page = io.BytesIO()
    pq.write_table(table, page, compression="zstd")
    return page.getvalue()


def columns_of(path: Path, *names: str) -> list[dict[str, Any]]:
    """Return some columns of a Parquet file, as rows."""
    with pq.ParquetFile(path) as file:  # read_table() would load what reads whole folders, too
        rows: list[dict[str, Any]] = file.read(columns=list(names)).to_pylist()
    return rows


def _table(columns: list[list[Any]], schema: pa.Schema) -> pa.Table:
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _whole(value: object) -> object:
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "backslashreplace").decode()
