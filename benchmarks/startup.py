"""How long `specvalidator check` of one draft takes as a new process."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inputs import draft

_RUNS = 15
_TARGET = 2.0


def seconds(*command: str) -> float:
    """Return how long a command takes, whatever its exit status."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], capture_output=True, check=False)  # noqa: S603 - our own
    return time.perf_counter() - start


def main() -> None:
    """Print the two medians and their ratio; the runs take turns, so that noise hits both."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "draft.docx")
        file.write_bytes(draft(8, paragraphs=6))
        check = ("-m", "specvalidator", "check", str(file))
        imports = ("-c", "import pydantic, lxml.etree, typer")
        for warm in (check, imports):
            seconds(*warm)
        pairs = [(seconds(*check), seconds(*imports)) for _ in range(_RUNS)]
    ours, floor = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    print(f"specvalidator check draft.docx                {ours:7.0f} ms")
    print(f'python -c "import pydantic, lxml.etree, typer"{floor:7.0f} ms')
    print(f"ratio {ours / floor:.2f}, target at most {_TARGET:.2f}")


if __name__ == "__main__":
    main()
