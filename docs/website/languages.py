"""Two languages in one set of pages: NAME.md and NAME.zh-CN.md are twins."""

import gettext
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx
from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives.other import TocTree
from sphinx.util import docname_join
from sphinx.util.matching import patfilter

from specvalidator.wording import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

CHINESE = ".zh-CN"
"""What the name of a page in Chinese ends in."""
INDEXES: dict[Lang, str] = {"zh": "docs/index.zh-CN", "en": "docs/index"}
_SEARCH_PAGES: dict[Lang, str] = {"zh": "search.zh-CN", "en": "search"}
_THEME_IN_CHINESE = {
    "Back to top": "回到顶部",
    "Home": "首页",
    "Made with": "页面主题：",
    "Next": "下一页",
    "On this page": "本页内容",
    "Previous": "上一页",
    "Skip to content": "跳到正文",
}
_WIDE = re.compile(r"[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]")
_TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
_NAMES: dict[Lang, str] = {"zh": "中文", "en": "English"}


def lang_of(page: str) -> Lang:
    """Return the language of a page, which its name says."""
    return "zh" if page.endswith(CHINESE) else "en"


def twin_of(page: str) -> str:
    """Return the name that the same page has in the other language."""
    return page.removesuffix(CHINESE) if page.endswith(CHINESE) else page + CHINESE


class OtherPages(TocTree):
    """A toctree of the pages of docs/ in the language of the index, but for those it names.

    So a new page is found without an entry anywhere.
    """

    def run(self) -> list[nodes.Node]:
        """Return the toctree; pages are in the order of their names."""
        index = self.env.current_document.docname
        self.content: StringList
        elsewhere = {f"docs/{name}" for name in self.content}
        pages = [f"/{page}" for page in self._pages(index) if page not in elsewhere]
        self.content = StringList(pages, index)
        return super().run()

    def _pages(self, index: str) -> "Iterator[str]":
        for page in sorted(self.env.found_docs):
            folder, _, name = page.rpartition("/")
            if (
                folder == "docs"
                and page not in INDEXES.values()
                and lang_of(name) == lang_of(index)
            ):
                yield page


class KnownPages(TocTree):
    """A toctree of names and patterns that passes over those of pages that are not there."""

    def run(self) -> list[nodes.Node]:
        """Return the toctree; a name with a title of its own must be there."""
        index = self.env.current_document.docname
        known = [
            entry
            for entry in self.content
            if "<" in entry or patfilter(self.env.found_docs, docname_join(index, entry))
        ]
        self.content = StringList(known, index)
        self.options["glob"] = True
        return super().run()


def _say_language(
    app: "Sphinx", page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Give a page the words, the index and the navigation of its language."""
    del template, doctree
    lang = lang_of(page)
    index = INDEXES[lang]
    say = _translations(lang)
    builder = app.builder
    context |= {
        "language": _TAGS[lang],
        "_": say,
        "gettext": say,
        "master_doc": index,
        "search_page": _SEARCH_PAGES[lang],
        "languages": list(_switch(app, page)),
        "toctree": lambda **_: _navigation(app, page, index),
    }
    if lang == "zh" and builder.format == "html":
        context["script_files"] = [*context["script_files"], "_static/translations.zh-CN.js"]


def _switch(app: "Sphinx", page: str) -> "Iterator[dict[str, object]]":
    """Yield both languages with the page to go to: the twin, or the index where there is none."""
    known = app.env.found_docs | set(_SEARCH_PAGES.values())
    for lang, name in _NAMES.items():
        current = lang == lang_of(page)
        target = page if current else twin_of(page)
        if target not in known:
            target = INDEXES[lang]
        yield {"name": name, "tag": _TAGS[lang], "page": target, "current": current}


def _navigation(app: "Sphinx", page: str, index: str) -> str:
    """Return the toctrees of one language's index as HTML."""
    env, builder = app.env, app.builder
    parts = []
    for toctree in env.get_doctree(index).findall(addnodes.toctree):
        if toctree["hidden"]:
            continue  # the other language, and pages that a page of their own lists
        part = env.resolve_toctree(
            page, builder, toctree, titles_only=True, collapse=True, includehidden=True, maxdepth=-1
        )
        if part is not None:
            parts.append(builder.render_partial(part)["fragment"])  # type: ignore[attr-defined]
    return "".join(parts)


@cache
def _translations(lang: Lang) -> Callable[[str], str]:
    """Return what says the words of Sphinx and of the theme in a language."""
    if lang == "en":
        return str
    folder = Path(sphinx.__file__).parent / "locale"
    words = gettext.translation("sphinx", folder, [_TAGS[lang].replace("-", "_")])
    return lambda said: _THEME_IN_CHINESE.get(said.strip()) or words.gettext(said)


def _join_lines(app: "Sphinx", doctree: nodes.document) -> None:
    """Join the lines of a Chinese paragraph: a line end between Chinese is no space."""
    del app
    for end in list(doctree.findall(lambda node: isinstance(node, nodes.Text) and node == "\n")):
        parts = end.parent.children
        at = parts.index(end)
        before = "".join(part.astext() for part in parts[:at])[-1:]
        after = "".join(part.astext() for part in parts[at + 1 :])[:1]
        if _WIDE.match(before) and (_WIDE.match(after) or not before.isalpha()):
            end.parent.remove(end)


def _copy_translations(app: "Sphinx", failed: Exception | None) -> None:
    """Give the page that searches its words in Chinese."""
    if failed is None and app.builder.format == "html":
        words = Path(sphinx.__file__).parent / "locale/zh_CN/LC_MESSAGES/sphinx.js"
        target = Path(app.outdir) / "_static/translations.zh-CN.js"
        target.write_bytes(words.read_bytes())


def setup(app: "Sphinx") -> None:
    """Join the two languages to Sphinx."""
    app.add_directive("other-pages", OtherPages)
    app.add_directive("known-pages", KnownPages)
    app.connect("doctree-read", _join_lines)
    # What an index lists depends on which pages there are.
    app.connect("env-get-outdated", lambda *_: list(INDEXES.values()))
    # Before the theme, which draws the navigation from the context.
    app.connect("html-page-context", _say_language, priority=100)
    app.connect("build-finished", _copy_translations)
