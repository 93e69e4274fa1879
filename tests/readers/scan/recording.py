"""Pages as pictures, and what an engine read on them: written down once, said again in tests.

    python tests/readers/scan/recording.py

reads the pictures anew with the installed engine and writes `recorded/`.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tests"))

from specvalidator.readers.limits import DEFAULT  # noqa: E402 - the tests' own are found above
from specvalidator.readers.pdf import native  # noqa: E402
from specvalidator.readers.pdf.annotations import settled  # noqa: E402
from specvalidator.readers.pdf.board import Board  # noqa: E402
from specvalidator.readers.pdf.opening import opened  # noqa: E402
from specvalidator.readers.pdf.pages import frame_of  # noqa: E402
from specvalidator.readers.pdf.png import png  # noqa: E402
from tools import SCAN, absent  # noqa: E402

RECORDED = Path(__file__).parent / "recorded"
NAMES = ("01-bamboo-basket", "07-faults-tea")


def needs_extra() -> None:
    """End a test where the extra is not installed."""
    from specvalidator.readers.scan import is_installed  # noqa: PLC0415 - asked when a test runs

    if not is_installed():
        absent(SCAN)


def pictures(name: str, dots: int = 200) -> list[bytes]:
    """Return the pages of an example as PNG files of so many dots an inch."""
    data = (ROOT / f"examples/pdf/exported/{name}.pdf").read_bytes()
    limits = DEFAULT.pdf._replace(picture_pixels=40_000_000)
    found = []
    with opened(data, limits, legible=True) as pdf:
        board = Board(data, limits, 60)
        for index in range(pdf.pages):
            with settled(pdf.handle, index, pdf.form) as (page, _):
                assert page
                size = frame_of(page, native.Floats(4)).size
                pixels = board.drawn(page, size, dots / 72)
                assert pixels
                found.append(png(*pixels))
    return found


@contextmanager
def replayed(*pages: str) -> Iterator[list[Any]]:
    """Let pages be read as they were recorded, such as `01-bamboo-basket-1`, one after the other.

    Yields the pictures that were asked about. Without the extra the test ends here: paper and
    lines are found by it, too.
    """
    needs_extra()
    from specvalidator.readers.scan.engines import Word, using  # noqa: PLC0415 - an extra

    calls = [
        call
        for page in pages
        for call in json.loads((RECORDED / f"{page}.json").read_text("utf-8"))
    ]
    asked: list[Any] = []

    def words(grey: Any) -> list[Word]:  # noqa: ANN401 - of numpy
        asked.append(grey)
        said = calls[len(asked) - 1] if len(asked) <= len(calls) else []
        return [Word((x0, y0, x1, y1), text, sure) for x0, y0, x1, y1, text, sure in said]

    with using(words):
        yield asked


def main() -> None:
    """Write down what the engine reads."""
    from specvalidator.readers import read_document  # noqa: PLC0415 - an extra
    from specvalidator.readers.scan.engines import rapid, using  # noqa: PLC0415 - the same

    RECORDED.mkdir(exist_ok=True)
    engine = rapid()
    for name in NAMES:
        for number, picture in enumerate(pictures(name), 1):
            found: list[list[Any]] = []

            def words(grey: Any, found: list[list[Any]] = found) -> Any:  # noqa: ANN401 - of numpy
                read = engine(grey)
                found.append([[*map(round, w.box), w.text, round(w.certainty, 3)] for w in read])
                return read

            with using(words):
                read_document(picture)
            calls = [",\n".join(json.dumps(w, ensure_ascii=False) for w in call) for call in found]
            written = "\n],\n[\n".join(calls)
            (RECORDED / f"{name}-{number}.json").write_text(f"[[\n{written}\n]]\n", "utf-8")


if __name__ == "__main__":
    main()
