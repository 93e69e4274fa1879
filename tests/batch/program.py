"""A batch as a program of its own, to be killed: FOLDER OUT LOG [ray]."""

import sys
from functools import partial
from pathlib import Path

from batch.deeds import work
from batch.making import archive
from specvalidator.batch.chunks import Chunks
from specvalidator.batch.results import batch

if __name__ == "__main__":
    folder, out, log = map(Path, sys.argv[1:4])
    how = work(log, pause=0.005)
    engine = partial(Chunks, how, 2)
    batch(archive(*sorted(folder.iterdir())), out, work=how, engine=engine, size=8)
