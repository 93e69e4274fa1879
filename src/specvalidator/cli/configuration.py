"""Settings that a folder keeps: found upward from where one stands; the command line wins."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specvalidator.settings.reading import Settings

_OWN, _PROJECT = "specvalidator.toml", "pyproject.toml"
_NAMED = b"specvalidator"


def settle(options: Namespace) -> None:
    """Fill in what the command line left open: from the settings, else what is usual.

    `options.settings` is what was found, None where nothing was.

    Raises:
        BadSettings: the settings cannot be used.
    """
    settings = _settings(options)
    options.settings = settings
    lang = settings.lang if settings else None
    options.lang = options.lang or lang or options.usual_lang
    if "fail_on" in options:
        fail_on = settings.fail_on if settings else None
        options.fail_on = options.fail_on or fail_on or "error"
    for name in ("pack", "catalogue"):
        if settings and name in options and getattr(options, name) is None:
            setattr(options, name, getattr(settings, name))


def excluding(options: Namespace) -> Callable[[Path], bool] | None:
    """Return what tells whether a file is left out, None where nothing is."""
    settings: Settings | None = options.settings
    if options.exclude is not None:
        patterns, base = tuple(options.exclude), Path()
    elif settings is not None and settings.exclude:
        patterns, base = settings.exclude, settings.file.parent
    else:
        return None
    from specvalidator.settings.globs import selects  # noqa: PLC0415 - only where something is left out

    def excluded(path: Path) -> bool:
        return selects(patterns, within(path, base))

    return excluded


def within(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, with / on every system."""
    own = os.path.abspath(path)  # noqa: PTH100 - keeps links
    try:
        seen = Path(os.path.relpath(own, folder))
    except ValueError:  # on another drive of Windows
        seen = Path(own)
    return os.fsencode(seen.as_posix()).decode("utf-8", "backslashreplace")


def _settings(options: Namespace) -> "Settings | None":
    if options.no_config:
        return None
    if options.config is not None:
        from specvalidator.settings.reading import load_settings  # noqa: PLC0415 - only where there is one

        return load_settings(options.config)
    return _nearest(os.getcwd())  # noqa: PTH109 - a text is enough


def _nearest(folder: str) -> "Settings | None":
    """Return the settings of the nearest folder upward that has some; asks twice a folder."""
    while True:
        for name in (_OWN, _PROJECT):
            file = f"{folder}{os.sep}{name}" if not folder.endswith(os.sep) else folder + name
            if os.path.isfile(file):  # noqa: PTH113 - a text is enough, a Path takes its time
                found = _settings_of(Path(file))
                if found is not None:
                    return found
        above = os.path.dirname(folder)  # noqa: PTH120 - the same
        if above == folder:
            return None
        folder = above


def _settings_of(file: Path) -> "Settings | None":
    """Return the settings in a file, None where it is a project's that says nothing of us."""
    if file.name == _PROJECT:
        try:
            data = file.read_bytes()
        except OSError:
            return None
        if _NAMED not in data:
            return None
        from specvalidator.settings.files import table_within  # noqa: PLC0415 - as above

        if table_within(data, file) is None:
            return None
    from specvalidator.settings.reading import load_settings  # noqa: PLC0415 - the same

    return load_settings(file)
