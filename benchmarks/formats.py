"""Score and time of every office format: the examples as LibreOffice or we write them.

    python benchmarks/formats.py [--keep]

Fields are those of the Word file as LibreOffice saves it, of OFD those of the PDF that its pages
were taken from; milliseconds of computing are the least of five, of PDF and OFD for each page.
With --keep they are put into measured.json and into the table of docs/formats.md.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from tables import keep  # noqa: E402

import specvalidator as sv  # noqa: E402 - the tests' own converters are found by the path above
from readers.ofd.ofd_files import from_pdf  # noqa: E402
from readers.office.converting import converted  # noqa: E402
from readers.office.word_xml_files import flat_package, word_2003  # noqa: E402
from specvalidator.document import paragraphs_of  # noqa: E402
from specvalidator.places import PdfPlace  # noqa: E402
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
        start = time.process_time()
        read_document(data)
        times.append(time.process_time() - start)
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
    rows = {name: row(files, twins, len(files)) for name, files in made.items()}
    printed = {stem: (ROOT / f"examples/pdf/exported/{stem}.pdf").read_bytes() for stem in words}
    pages = sum(map(pages_of, printed.values()))
    by_letter = {stem: from_pdf(data, by_letter=True) for stem, data in printed.items()}
    written = {stem: from_pdf(data) for stem, data in printed.items()}
    for name, files in (("PDF", printed), ("OFD", written), ("OFD, by letters", by_letter)):
        rows[name] = row(files, printed, pages)
    for name, each in rows.items():
        print(
            f"{name:15} {each['exact']} of {each['total']} fields, {each['other']} other findings, "
            f"{each['milliseconds']} ms"
        )
    if "--keep" in sys.argv:
        keep("formats", rows)


def pages_of(data: bytes) -> int:
    """Return the last page with text."""
    places = [each.place for each in paragraphs_of(read_document(data).blocks)]
    return max(place.page for place in places if isinstance(place, PdfPlace))


def row(files: dict[str, bytes], twins: dict[str, bytes], parts: int) -> dict[str, float]:
    """Return what is said of a format; `parts` are its files, or their pages."""
    exact = other = total = 0
    for stem, data in files.items():
        expected, read = fields(twins[stem]), fields(data)
        total += len(expected)
        exact += sum(read.get(path) == value for path, value in expected.items())
        other += len(set(errors(data)) - set(errors(twins[stem])))
    spent = round(sum(map(milliseconds, files.values())) / parts, 1)
    return {"exact": exact, "total": total, "other": other, "milliseconds": spent}


if __name__ == "__main__":
    main()
