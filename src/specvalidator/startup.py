"""What the program spares itself as it begins. The library leaves its caller's process alone."""

import gc
import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any


def prepare() -> None:
    """Prepare the process of a program that starts, does its work and ends.

    Pydantic would read the metadata of every installed package in search of plugins, and Python
    would look for garbage many times while it only loads code.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _put_off_metadata()
    gc.set_threshold(200_000, 50, 50)


_METADATA = "importlib.metadata"


def _put_off_metadata() -> None:
    """Load `importlib.metadata` once it is used: with it come 35 modules, such as those of e-mail.

    Pydantic imports from it what looks for plugins, and then looks for none.
    """
    spec = importlib.util.find_spec(_METADATA)
    if spec is None or _METADATA in sys.modules:
        return
    late = importlib.util.module_from_spec(spec)
    late.__class__ = _Metadata
    sys.modules[_METADATA] = late
    importlib.metadata = late


class _Metadata(ModuleType):
    """Stands where `importlib.metadata` will; whatever is asked of it is asked of that."""

    def entry_points(self, **wanted: Any) -> Any:  # noqa: ANN401 - as the real one
        return _loaded().entry_points(**wanted)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the real one has
        return getattr(_loaded(), name)


def _loaded() -> ModuleType:
    if isinstance(sys.modules.get(_METADATA), _Metadata):
        del sys.modules[_METADATA]
    return importlib.import_module(_METADATA)
