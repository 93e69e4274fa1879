"""What every entry of a pack is made of: its shape, and wording in two languages."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from specvalidator.wording import Lang

RuleSeverity = Literal["error", "warning", "note", "review"]
"""A finding's gravity; `review` asks a person instead of accusing."""


class PackEntry(BaseModel):
    """An entry of a pack's file; a key that it does not know is refused."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Bilingual(PackEntry, title="中英文说法"):
    """One wording in both languages; `$name` stands for a fact or a number of the rule."""

    zh: str = Field(title="中文")
    en: str = Field(title="英文")

    def said(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        return self.zh if lang == "zh" else self.en
