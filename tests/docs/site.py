"""The built documentation as the tests look at it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import html

ROOT = Path(__file__).parents[2]
LOADED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
"""What a page loads by itself, and the attribute that says from where."""


class Site(NamedTuple):
    """A folder of built pages."""

    folder: Path

    def pages(self) -> list[str]:
        """Return the pages, by their paths without .html."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*.html"))
        return sorted(path.as_posix().removesuffix(".html") for path in found)

    def page(self, name: str) -> html.HtmlElement:
        """Return a page, parsed."""
        return _parsed(self.folder / f"{name}.html")

    def text(self, name: str) -> str:
        """Return the words of a page's article."""
        (article,) = found(self.page(name), "//article")
        return " ".join(article.text_content().split())

    def loads(self, name: str) -> Iterator[str]:
        """Yield the addresses from which a page loads something."""
        for tag, attribute in LOADED.items():
            for element in self.page(name).iter(tag):
                if address := element.get(attribute):
                    yield address

    def links(self, name: str) -> Iterator[tuple[Path, str]]:
        """Yield the files, with the anchor, that the links of a page name inside the site."""
        here = (self.folder / f"{name}.html").parent
        for element in self.page(name).iter("a"):
            address = urlsplit(element.get("href", ""))
            if not address.scheme and not address.netloc and element.get("href"):
                path = (
                    here / unquote(address.path) if address.path else self.folder / f"{name}.html"
                )
                yield path.resolve(), unquote(address.fragment)


def found(page: html.HtmlElement, path: str, **names: str) -> list[Any]:
    """Return what an XPath finds, elements or texts."""
    result: Any = page.xpath(path, **names)
    return list(result)


@cache
def _parsed(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))
