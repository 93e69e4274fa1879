"""Settings that a folder keeps: found upward from where one stands; the command line wins."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli.options import ChoiceOptions, Options
from specvalidator.companions import companion

if TYPE_CHECKING:
    from specvalidator.settings.reading import Settings

_OWN, _PROJECT = "specvalidator.toml", "pyproject.toml"
_NAMED = b"specvalidator"


def settled(found: Namespace) -> Options:
    """Return what a command was told; what was left open is as the settings say, else as usual.

    Raises:
        BadSettings: the settings cannot be used.
    """
    settings = _settings(found)
    said = {
        name: tuple(each) if isinstance(each, list) else each for name, each in vars(found).items()
    }
    kept = {
        name: getattr(settings, name, None) for name in ("lang", "fail_on", "pack", "catalogue")
    }
    said |= {name: value for name, value in kept.items() if said.get(name) is None}
    said["lang_is_said"] = said["lang"] is not None
    said |= {"lang": said["lang"] or "zh", "fail_on": said["fail_on"] or "error"}
    said["settings"] = settings
    form: Callable[..., Options] = found.form
    wanted = found.form.fields()
    return form(**{name: value for name, value in said.items() if name in wanted})


def excluding(options: ChoiceOptions) -> Callable[[Path], bool] | None:
    """Return what tells whether a file is left out, None where nothing is."""
    settings = options.settings
    if options.exclude is not None:
        patterns, base = options.exclude, Path()
    elif settings is not None and settings.exclude:
        patterns, base = settings.exclude, settings.file.parent
    else:
        return None
    from specvalidator.settings.globs import selects, within  # noqa: PLC0415 - only where something is left out

    def excluded(path: Path) -> bool:
        return selects(patterns, within(path, base))

    return excluded


def _settings(found: Namespace) -> "Settings | None":
    if found.no_config:
        return None
    if found.config is not None:
        from specvalidator.settings.reading import load_settings  # noqa: PLC0415 - only where there is one

        return load_settings(found.config)
    try:
        return _nearest(os.getcwd())  # noqa: PTH109 - a text is enough
    except FileNotFoundError:  # the current folder is gone
        return None


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
            data = companion(file)
        except OSError:
            return None
        if _NAMED not in data:
            return None
        from specvalidator.settings.files import table_within  # noqa: PLC0415 - as above

        if table_within(data, file) is None:
            return None
    from specvalidator.settings.reading import load_settings  # noqa: PLC0415 - the same

    return load_settings(file)
