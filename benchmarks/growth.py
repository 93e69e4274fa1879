"""Does eight times the length take about eight times the time? For Word files long in many ways."""

import gc
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from readers.word.long_word_files import LONG
from specvalidator.readers import Limits, read_document

SHORT = 1_000
TIMES = 8
MOST = 16.0
"""Quadratic work would take 64 times as long; caches and collections make 8 up to 12."""
UNBOUNDED = Limits(ratio=10_000)


def milliseconds(data: bytes) -> float:
    """Return the least processor time of seven readings."""
    taken = []
    for _ in range(7):
        gc.collect()
        began = time.process_time()
        read_document(data, UNBOUNDED)
        taken.append(time.process_time() - began)
    return 1000 * min(taken)


def main() -> None:
    """Print a row for each kind of file."""
    print(f"{'file':30}{'ms':>8}{f'x{TIMES} ms':>9}{'ratio':>8}")
    for name, file in LONG.items():
        short, long = milliseconds(file(SHORT)), milliseconds(file(SHORT * TIMES))
        said = "" if long < MOST * short else "  faster than its length"
        print(f"{name:30}{short:8.2f}{long:9.2f}{long / short:8.1f}{said}")


if __name__ == "__main__":
    main()
