"""Where something stands in a file, and how that is said aloud."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from specvalidator.wording import Lang


class Source(BaseModel):
    """The file a submission came from."""

    model_config = ConfigDict(frozen=True)

    name: str = Field(description="File name as given, never an absolute path")
    media_type: str | None = Field(description="What the content is, whatever the name says")
    sha256: str | None = Field(
        description="Digest of the bytes, in hexadecimal; null where there was nothing to read"
    )
    size: int | None = Field(description="Bytes")
    index: int = Field(default=0, description="Which submission of the file this is, from 0")


class WordPlace(BaseModel):
    """A block, a paragraph or a cell of a Word document. All numbers count from 1."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["word"] = "word"
    block: int = Field(
        description="Number of the paragraph or table in the body, empty ones included"
    )
    paragraph: int | None = Field(
        default=None, description="Number among the body's paragraphs that are not empty"
    )
    table: int | None = Field(default=None, description="Number of the table in the document")
    row: int | None = Field(default=None, description="Row of the table's grid")
    column: int | None = Field(default=None, description="Column of the table's grid")
    heading: str | None = Field(default=None, description="The heading it stands under")
    text: str = Field(default="", description="The place said aloud")

    def said(self, lang: Lang) -> str:
        """Say the place aloud, such as 第2个表格第3行第4列."""
        if lang == "zh":
            under = f"“{self.heading}”下" if self.heading else ""
            return under + self._where_zh()
        under = f" under “{self.heading}”" if self.heading else ""
        return self._where_en() + under

    def _where_zh(self) -> str:
        if self.table is None:
            return f"第{self.paragraph}段" if self.paragraph else f"第{self.block}个段落或表格"
        row = f"第{self.row}行" if self.row else ""
        column = f"第{self.column}列" if self.column else ""
        return f"第{self.table}个表格{row}{column}"

    def _where_en(self) -> str:
        if self.table is None:
            return f"paragraph {self.paragraph}" if self.paragraph else f"block {self.block}"
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"table {self.table}{row}{column}"


class PdfPlace(BaseModel):
    """A box on a page of a PDF."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["pdf"] = "pdf"
    page: int = Field(description="Page, from 1")
    box: tuple[float, float, float, float] = Field(
        description="x0, y0, x1, y1 in points from the page's top left, as displayed"
    )
    heading: str | None = Field(default=None, description="The heading it stands under")
    text: str = Field(default="", description="The place said aloud")

    def said(self, lang: Lang) -> str:
        """Say the place aloud, such as 第2页."""
        if lang == "zh":
            return f"第{self.page}页" + (f"“{self.heading}”下" if self.heading else "")
        return f"page {self.page}" + (f" under “{self.heading}”" if self.heading else "")


Place = Annotated[WordPlace | PdfPlace, Field(discriminator="kind")]
"""A place in a file of any kind."""


def spoken(
    place: WordPlace | PdfPlace, lang: Lang = "zh", heading: str | None = None
) -> WordPlace | PdfPlace:
    """Return `place` with its `text` said in `lang`, as standing under `heading` where given."""
    if heading is not None:
        place = place.model_copy(update={"heading": heading})
    return place.model_copy(update={"text": place.said(lang)})
