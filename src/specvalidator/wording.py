"""Words for people, in the two languages the project speaks."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
"""Language of messages: Chinese (the default everywhere) or English."""
LANGS: tuple[Lang, Lang] = ("zh", "en")


class Words(NamedTuple):
    """One thing said in both languages."""

    zh: str
    en: str

    def said(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        return self.zh if lang == "zh" else self.en
