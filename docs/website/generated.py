"""The pages that are made of the program: written before Sphinx reads, and kept out of the history.

They stand in docs/reference/, so that other pages may name them; nothing there is written by hand.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from website import (
    clause_pages,
    command_pages,
    limit_pages,
    python_pages,
    record_pages,
    rule_pages,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Pages = Iterator[tuple[str, str]]
"""Paths below docs/reference/, each with the page's text."""
FOLDER = "docs/reference"
_WRITERS = (rule_pages, clause_pages, command_pages, limit_pages, record_pages, python_pages)


def pages() -> Pages:
    """Yield every page that is made of the program, with its path below docs/reference/."""
    for writer in _WRITERS:
        yield from writer.pages()


def write(folder: Path) -> None:
    """Write all pages to a folder; take away those that are no longer made."""
    made = {folder / path: text for path, text in pages()}
    for stale in set(folder.rglob("*.md")) - set(made):
        stale.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        # A file that says the same keeps its date, and Sphinx need not read it again.
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


def setup(app: "Sphinx") -> None:
    """Join the pages to Sphinx."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir) / FOLDER))
