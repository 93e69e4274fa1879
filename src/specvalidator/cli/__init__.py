"""The command line: arguments in, an exit status out. Commands are loaded when they are called."""

import importlib
import sys
from collections.abc import Sequence

from specvalidator.cli.parser import parsed
from specvalidator.cli.terminal import WrongUsage
from specvalidator.wording import Lang, Words

WRONG_USAGE = 2


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    found = parsed(arguments)
    # Help and the version need none of these.
    from specvalidator.cli.configuration import settled  # noqa: PLC0415 - see above
    from specvalidator.errors import SpecvalidatorError  # noqa: PLC0415 - see above

    lang: Lang = found.lang or "zh"
    try:
        options = settled(found)
        lang = options.lang
        module = importlib.import_module(f"{__name__}.{found.module}")
        status: int = getattr(module, found.command)(options)
    except (WrongUsage, SpecvalidatorError) as error:
        said = Words(f"错误：{error.words.zh}", f"error: {error.words.en}")
        print(said.said(lang), file=sys.stderr)  # noqa: T201 - the command line's voice
        return WRONG_USAGE
    return status
