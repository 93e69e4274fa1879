"""Files that people keep beside submissions: catalogues, packs, settings and waivers."""

import errno
import os
from pathlib import Path

MOST_BYTES = 1_000_000
"""Of a file in TOML or of a pack's list, five times the longest that there is: to take such a file
apart asks for a hundred times its size."""


def companion(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of such a file, however long it says it is.

    Args:
        path: where it is.
        most: how many bytes it may have.

    Raises:
        OSError: it cannot be read; EFBIG, it is longer.
    """
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data
