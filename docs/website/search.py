"""Full-text search of Chinese without a dictionary: every two characters that stand together.

A word of three characters is looked for as its two pairs, which a page must both hold. So no word
is missed because a dictionary does not know it, and none is needed to build the pages.
"""

import re
from typing import TYPE_CHECKING

from sphinx.search import languages
from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_WORD = re.compile(r"[\u4e00-\u9fff]+|[^\W\u4e00-\u9fff]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text; of Chinese every pair, or a character that stands alone."""
    return [word for run in _WORD.findall(text) for word in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if len(run) < 2 or not _CHINESE.match(run):  # noqa: PLR2004 - a pair
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


class SearchBothLanguages(SearchEnglish):
    """English words as Sphinx takes them, Chinese ones as pairs of characters."""

    lang = "zh"
    js_splitter_code = r"""
function splitQuery(query) {
  const runs = query.match(/[\u4e00-\u9fff]+|[\p{Letter}\p{Number}_]+/gu) || [];
  const mixed = runs.flatMap((run) => run.match(/[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+/g));
  return mixed.flatMap((run) => {
    if (run.length < 2 || !/^[\u4e00-\u9fff]/.test(run)) return [run];
    return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  });
}
"""

    def split(self, input: str) -> list[str]:  # noqa: A002 - the name that Sphinx gives it
        """Return the words of a text."""
        return words_of(input)

    def word_filter(self, word: str) -> bool:
        """Say whether a word is worth looking for."""
        return super().word_filter(word) and not (len(word) == 1 and word.isascii())


def setup(app: "Sphinx") -> None:
    """Take the place of Sphinx's own Chinese, which needs a dictionary."""
    del app
    languages["zh"] = SearchBothLanguages
