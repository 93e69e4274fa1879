"""The part of the documentation that is made of the program itself, and its two languages."""

from typing import TYPE_CHECKING, Any

from website import generated, languages, python_pages, search

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Join everything to Sphinx."""
    for part in (generated, languages, python_pages, search):
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
