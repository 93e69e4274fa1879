"""The program `specvalidator`."""

import os
import sys
from typing import NoReturn

from specvalidator.startup import prepare

_INTERRUPTED = 130
"""What a shell says of a program that Ctrl+C has ended."""


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    try:
        prepare()
        from specvalidator.cli import run  # noqa: PLC0415 - after the line above
        from specvalidator.cli.terminal import open_streams  # noqa: PLC0415 - the same

        open_streams()
        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except SystemExit as end:
        status = int(end.code or 0)
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End at once: what Python would free one by one ends with the process anyway."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, AttributeError):  # nobody listens
            continue
    os._exit(status)


if __name__ == "__main__":
    main()
