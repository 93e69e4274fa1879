"""The command line: arguments in, an exit status out. Commands are loaded when they are called."""

import sys
from collections.abc import Sequence

from specvalidator.cli.parser import parsed
from specvalidator.cli.terminal import WrongUsage
from specvalidator.wording import Words

WRONG_USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    options = parsed(arguments)
    # Help and the version need none of these.
    from specvalidator.cli.configuration import settle  # noqa: PLC0415 - see above
    from specvalidator.errors import SpecvalidatorError  # noqa: PLC0415 - see above

    try:
        settle(options)
        status: int = options.run(options)
    except (WrongUsage, SpecvalidatorError) as error:
        said = Words(f"错误：{error.words.zh}", f"error: {error.words.en}")
        print(said.said(options.lang or "zh"), file=sys.stderr)  # noqa: T201 - the command line's voice
        return WRONG_USAGE
    return status
