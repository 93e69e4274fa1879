"""What the program spares itself as it begins. The library leaves its caller's process alone."""

import gc
import os


def prepare() -> None:
    """Prepare the process of a program that starts, does its work and ends.

    Pydantic would read the metadata of every installed package in search of plugins, and Python
    would look for garbage many times while it only loads code.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(200_000, 50, 50)
