"""A target for atheris, which follows the branches that an input takes and looks for new ones.

    python tests/fuzz/target.py tests/fuzz/corpus -runs=2000
    python tests/fuzz/target.py FOLDER tests/fuzz/corpus -max_total_time=3600

New inputs go to the first folder. What it finds is written to a file crash-…, which
`python tests/fuzz/target.py crash-…` runs once more.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["specvalidator"]):
    import specvalidator as sv
    from fuzz.breaking import seeds
    from fuzz.corpus import file_of
    from specvalidator.errors import UnreadableFile

    # What is otherwise loaded when it is needed has to be instrumented now.
    for seed in {seed.kind: seed for seed in seeds()}.values():
        sv.validate(seed.data)


def answered(data: bytes) -> None:
    """Read and judge what an input stands for; whatever but a refusal is raised is a find."""
    try:
        sv.validate(file_of(data), name="x")
    except UnreadableFile:
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, answered)
    atheris.Fuzz()
