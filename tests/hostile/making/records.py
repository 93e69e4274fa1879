"""Hostile records in JSON, and files that are nothing at all."""

import json

from hostile.making.base import REPORT, Collection

RECORDS = Collection()


@RECORDS.file("deep.json", "lists in lists, four million deep", "too-large")
def _deep() -> bytes:
    return b'{"projects":' + b"[" * 3_900_000 + b"]" * 3_900_000 + b"}"


@RECORDS.file("deep-objects.json", "objects in objects, 300 deep", "too-large")
def _objects() -> bytes:
    return b'{"projects":' * 300 + b"1" + b"}" * 300


@RECORDS.file("large.json", "a record of 20 MB", "too-large")
def _large() -> bytes:
    return b'{"projects":["' + b"a" * 20_000_000 + b'"]}'


@RECORDS.file("wrong-entries.json", "a million entries, each of the wrong type", "too-large")
def _wrong() -> bytes:
    return b'{"projects":["x"],"candidates":[' + b",".join([b"1"] * 1_000_000) + b"]}"


@RECORDS.file(
    "entries-allowed.json",
    "as many tasks as there may be, each at fault",
    REPORT,
    "timeout",
    "too-large",
)
def _entries() -> bytes:
    tasks = [{"number": 7, "name": f"工序{k % 9}"} for k in range(9_990)]
    return json.dumps({"name": "拉面制作工", "tasks": tasks}).encode()


@RECORDS.file(
    "all-pairs.json", "300 examiners of 300 projects, each pair to be compared", REPORT, "timeout"
)
def _pairs() -> bytes:
    projects = [f"面点{k}制作" for k in range(300)]
    trades = ["、".join(projects[k % 2 :: 2]) for k in range(300)]
    people = [
        {"name": f"甲{k}", "certificate_number": f"A{k}", "trade": trades[k]} for k in range(300)
    ]
    return json.dumps({"applicant": "乙", "projects": projects, "examiners": people}).encode()


@RECORDS.file(
    "million-keys.json", "half a million fields that no record has", "unrecognised", "unreadable"
)
def _keys() -> bytes:
    return b'{"projects":[]' + b"".join(b',"a%d":1' % k for k in range(500_000)) + b"}"


@RECORDS.file("repeated-key.json", "a field twice: which one counts?", "corrupt")
def _repeated() -> bytes:
    return b'{"projects":["a"],"projects":["b"]}'


@RECORDS.file("huge-number.json", "a number of seven million digits", "corrupt", "too-large")
def _digits() -> bytes:
    return b'{"projects":[],"file_retention_months":' + b"9" * 7_000_000 + b"}"


@RECORDS.file("huge-exponent.json", "ten to the 999,999,999th", "unreadable", "corrupt")
def _exponent() -> bytes:
    return b'{"projects":[],"file_retention_months":1e999999999}'


@RECORDS.file("not-a-number.json", "NaN, which Python reads and JSON does not know", "corrupt")
def _nan() -> bytes:
    return b'{"projects":[],"file_retention_months":NaN}'


@RECORDS.file(
    "half-a-letter.json",
    "half of a surrogate pair",
    REPORT,
    "unreadable",
    "corrupt",
    "unrecognised",
)
def _surrogate() -> bytes:
    return b'{"projects":["\\ud800"],"date":"2025-01-01"}'


@RECORDS.file("empty.docx", "no byte at all", "corrupt")
def _empty() -> bytes:
    return b""


@RECORDS.file("zeros.docx", "60 MB of zeros", "unsupported", "too-large")
def _zeros() -> bytes:
    return bytes(60 * 2**20)


@RECORDS.file("locked.docx", "a file that Office encrypted", "encrypted")
def _locked() -> bytes:
    name = "EncryptedPackage\0".encode("utf-16-le")
    entry = (name.ljust(64, b"\0") + len(name).to_bytes(2, "little")).ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry


@RECORDS.file(
    "compound.doc", "a compound file whose directory repeats itself", "unsupported", "encrypted"
)
def _compound() -> bytes:
    name = "EncryptedPackage\0".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(511, b"\0") + name * 200_000
