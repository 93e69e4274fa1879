"""What an input of the fuzzer stands for, and the inputs that it begins with.

    python tests/fuzz/corpus.py

writes them to tests/fuzz/corpus.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.breaking import broken, seeds

FOLDER = Path(__file__).parent / "corpus"
_PLAIN = 0
_SMALL = 4_000


def file_of(data: bytes) -> bytes:
    """Return a file: the input itself after a zero, else the example that its bytes break."""
    if data[:1] == bytes([_PLAIN]):
        return data[1:]
    given = iter(data)

    def choose(below: int) -> int:
        """Take as many bytes as the number needs; when there are no more, the first choice."""
        number, room = 0, 1
        while room < below:
            number = number * 256 + next(given, 0)
            room *= 256
        return number % below

    drafts = seeds()
    return broken(drafts[choose(len(drafts))], choose)


def corpus() -> dict[str, bytes]:
    """Return the first inputs by name: the smallest files of each kind, and choices."""
    smallest: dict[str, bytes] = {}
    for seed in sorted(seeds(), key=lambda seed: len(seed.data)):
        if len(seed.data) <= _SMALL:
            smallest.setdefault(seed.kind, seed.data)
    plain = {f"file.{kind}": bytes([_PLAIN]) + data for kind, data in smallest.items()}
    choices = {
        f"choices-{step:03}": bytes((1 + step * k) % 255 + 1 for k in range(24))
        for step in (1, 7, 31, 53, 97, 151, 199, 241)
    }
    return plain | choices


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in corpus().items():
        (FOLDER / name).write_bytes(data)
