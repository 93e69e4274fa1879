"""The command line: arguments in, an exit status out. Commands are loaded when they are called."""

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from specvalidator.cli.parser import parsed

if TYPE_CHECKING:
    from specvalidator.wording import Lang


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; whatever ends it is said in one sentence.

    Raises:
        SystemExit: help or the version was asked for (0), or the usage is wrong (2).
    """
    lang: Lang = "zh"
    try:
        found = parsed(arguments)
        lang = found.lang or lang
        # Help and the version need none of these.
        from specvalidator.cli.configuration import settled  # noqa: PLC0415 - see above

        options = settled(found)
        lang = options.lang
        module = importlib.import_module(f"{__name__}.{found.module}")
        status: int = getattr(module, found.command)(options)
    except Exception as error:  # noqa: BLE001 - status 1 is for findings alone
        from specvalidator.cli.faults import told  # noqa: PLC0415 - only then

        return told(error, lang)
    return status
