"""Score and time of every office format: the examples as LibreOffice or we write them.

    python benchmarks/formats.py

Fields are those of the Word file as LibreOffice saves it; milliseconds are the least of five.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import specvalidator as sv  # noqa: E402 - the tests' own converters are found by the path above
from readers.office.converting import converted  # noqa: E402
from readers.office.word_xml_files import flat_package, word_2003  # noqa: E402
from specvalidator.readers import read_document  # noqa: E402

LEFT_OUT = "04-apple-pruning"
"""LibreOffice writes its content controls twice, or with what was deleted."""
SUFFIXES = ("docx", "doc", "odt", "fodt", "rtf", "html")
WRITERS = {"2003 XML": word_2003, "flat OPC": flat_package}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Yield the fields of a record with their paths."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{path}/{key}")
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from leaves(each, f"{path}/{index}")
    elif value is not None:
        yield path, value


def fields(data: bytes) -> dict[str, Any]:
    """Return the fields of all records in a file."""
    read = [each.model.model_dump() for each in sv.read(data, name="x")]
    return dict(leaves(read))


def errors(data: bytes) -> list[str]:
    """Return the rules that fail in a file."""
    return [each.rule for report in sv.validate(data, name="x") for each in report.findings]


def milliseconds(data: bytes) -> float:
    """Return how long reading takes."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        read_document(data)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print one line for each format."""
    paths = [each for each in sorted((ROOT / "examples").glob("*.docx")) if each.stem != LEFT_OUT]
    words = {path.stem: path.read_bytes() for path in paths}
    with tempfile.TemporaryDirectory() as folder:
        made = {suffix: converted(words, suffix, Path(folder)) for suffix in SUFFIXES}
    twins = made["docx"]
    for name, write in WRITERS.items():
        made[name] = {stem: write(data) for stem, data in twins.items()}
    expected = {stem: fields(data) for stem, data in twins.items()}
    found = {stem: errors(data) for stem, data in twins.items()}
    for name, files in made.items():
        exact = false = 0
        for stem, data in files.items():
            read = fields(data)
            exact += sum(read.get(path) == value for path, value in expected[stem].items())
            false += len(set(errors(data)) - set(found[stem]))
        total = sum(map(len, expected.values()))
        spent = sum(map(milliseconds, files.values())) / len(files)
        print(f"{name:9} {exact} of {total} fields, {false} other findings, {spent:.1f} ms")


if __name__ == "__main__":
    main()
