"""The program `specvalidator`."""

import os
import sys
from typing import NoReturn

from specvalidator.startup import prepare

_NOT_SAID = 120
"""What Python itself exits with where it cannot write all of its output."""


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    prepare()
    from specvalidator.cli import run  # noqa: PLC0415 - after the line above
    from specvalidator.cli.terminal import speak_utf8  # noqa: PLC0415 - the same

    speak_utf8()
    try:
        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End at once: what Python would free one by one ends with the process anyway."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # a full disk: not all of it was said
        status = status or _NOT_SAID
    os._exit(status)


if __name__ == "__main__":
    main()
