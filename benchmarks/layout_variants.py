"""How much of one specification is read from the layouts that offices give it, in Word and PDF.

    python benchmarks/layout_variants.py [EVERY]

The layouts are those of the tests: page in a table, text boxes, nested tables, automatic numbers,
rows for tasks or operations and so on. Each is read as a Word file and as the PDF that LibreOffice
makes of it, for which its tables get lines and widths; every EVERY-th is taken, the sixth unless
said otherwise. Fields are the single values of the record.
"""

import io
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

import specvalidator as sv

sys.path.append(str(Path(__file__).parents[1] / "tests"))
sys.path.append(str(Path(__file__).parent))
from page_breaks import exported

from readers.word.layouts import LAYOUTS, word_file

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDTHS = (1760, 3460, 2890, 1250)
"""Of the columns, in twentieths of a point."""
_WANTED = {"Word": 99.8, "PDF": 99.5}
"""Percent of the fields."""


def printable(data: bytes) -> bytes:
    """Return a Word file of the tests whose tables have lines and columns of some width."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            part = old.read(each)
            if each == "word/document.xml":
                part = _ruled(part)
            new.writestr(each, part)
    return out.getvalue()


def _ruled(part: bytes) -> bytes:
    tree = etree.fromstring(part)
    for table in tree.iter(_W + "tbl"):
        properties, grid = table[0], table[1]
        borders = etree.SubElement(properties, _W + "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = etree.SubElement(borders, _W + side)
            line.set(_W + "val", "single")
            line.set(_W + "sz", "4")
        is_frame = all(len(row.findall(_W + "tc")) == 1 for row in table.findall(_W + "tr"))
        for width in (sum(_WIDTHS),) if is_frame else _WIDTHS:
            etree.SubElement(grid, _W + "gridCol").set(_W + "w", str(width))
    return etree.tostring(tree)


def fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Yield the path and value of each field of a record."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from fields(each, f"{path}/{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from fields(each, f"{path}/{index}")
    else:
        yield path, value


class Tally:
    """What was found in one format so far."""

    def __init__(self, wanted: dict[str, Any]) -> None:
        self._wanted = wanted
        self.exact = self.all = self.errors = self.whole = self.files = 0
        self.missed: Counter[str] = Counter()

    def take(self, name: str, data: bytes) -> None:
        """Read a file, and print what of it is not as it was written."""
        found = dict(fields(sv.read(data)[0].model_dump(mode="json")["model"]))
        errors = [f for f in sv.validate(data)[0].findings if f.gravity == "error"]
        wrong = sorted(path for path, value in self._wanted.items() if found.get(path) != value)
        wrong += sorted(found.keys() - self._wanted.keys())
        self.files += 1
        self.all += len(self._wanted)
        self.exact += len(self._wanted) - min(len(wrong), len(self._wanted))
        self.errors += len(errors)
        self.whole += not wrong and not errors
        self.missed.update(wrong)
        if wrong or errors:
            print(f"{name}: {', '.join([*(f.rule for f in errors), *wrong[:4]])}")

    def share(self) -> float:
        """Return the percentage of the fields that are as they were written."""
        return 100 * self.exact / self.all


def main(every: int) -> int:
    """Print the figures; return 1 unless both are reached."""
    layouts = LAYOUTS[::every]
    words = {f"{number:03} {layout}": word_file(layout) for number, layout in enumerate(layouts)}
    wanted = dict(fields(sv.read(next(iter(words.values())))[0].model_dump(mode="json")["model"]))
    tallies = {"Word": Tally(wanted), "PDF": Tally(wanted)}
    for name, data in words.items():
        tallies["Word"].take(f"{name}, Word", data)
    numbered = {name[:3]: name for name in words}
    with tempfile.TemporaryDirectory() as made:
        files = {short: printable(words[name]) for short, name in numbered.items()}
        for short, data in exported(files, Path(made), 0):
            tallies["PDF"].take(f"{numbered[short]}, PDF", data)
    for called, tally in tallies.items():
        print(
            f"{called}: {tally.whole} of {tally.files} files, {tally.share():.2f} % of "
            f"{tally.all} fields, {tally.errors} false errors"
        )
    return int(
        any(tally.share() < _WANTED[called] or tally.errors for called, tally in tallies.items())
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 6))
