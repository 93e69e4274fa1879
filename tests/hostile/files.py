"""Every hostile and broken file there is.

    python tests/hostile/files.py FOLDER

writes them there and prints why each is one.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile.making.actions import ACTIONS
from hostile.making.answers import ANSWERS
from hostile.making.base import Hostile
from hostile.making.features import FEATURES
from hostile.making.misleading import MISLEADING
from hostile.making.office import OFFICE
from hostile.making.papers import PAPERS
from hostile.making.pdfs import PDFS
from hostile.making.records import RECORDS
from hostile.making.values import VALUES
from hostile.making.words import WORDS
from hostile.making.zips import ZIPS

_READ_AS = (*ZIPS, *WORDS, *FEATURES, *MISLEADING, *RECORDS, *VALUES, *PDFS, *ACTIONS)
FILES: tuple[Hostile, ...] = (*_READ_AS, *OFFICE, *PAPERS, *ANSWERS)


def main(folder: str) -> None:
    """Write the files."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for each in FILES:
        data = each.make()
        Path(folder, each.name).write_bytes(data)
        size = len(data) / 1e6
        sys.stdout.write(f"{each.name:32} {size:8.2f} MB  {each.why}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
