"""How long `specvalidator check` of one draft takes as a new process."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from inputs import draft

_RUNS = 40
_TARGET = 2.0
# Without its compiled modules Python would compile them anew in every run.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


def seconds(*command: str, folder: str) -> float:
    """Return how much processor time a command takes in a folder, whatever its exit status."""
    before = _spent()
    subprocess.run(  # noqa: S603 - our own
        [sys.executable, *command], capture_output=True, check=False, env=_ENVIRONMENT, cwd=folder
    )
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main() -> None:
    """Print the least of each, and the median of the ratios of pairs: the runs take turns.

    Whatever slows a pair slows both of it; the least of each may come from different moments.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "draft.docx")
        file.write_bytes(draft(8, paragraphs=6))
        check = ("-m", "specvalidator", "check", str(file))
        imports = ("-c", "import pydantic, lxml.etree, typer")
        for warm in (check, imports):
            seconds(*warm, folder=folder)
        pairs = [
            (seconds(*check, folder=folder), seconds(*imports, folder=folder)) for _ in range(_RUNS)
        ]
    ours, floor = (min(each) * 1000 for each in zip(*pairs, strict=True))
    print(f"specvalidator check draft.docx                {ours:7.0f} ms")
    print(f'python -c "import pydantic, lxml.etree, typer"{floor:7.0f} ms')
    ratio = statistics.median(ours / floor for ours, floor in pairs)
    print(f"ratio {ratio:.2f} (of the least {ours / floor:.2f}), target at most {_TARGET:.2f}")


if __name__ == "__main__":
    main()
