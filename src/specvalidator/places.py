"""Where something stands in a file, and how that is said aloud."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

from specvalidator.wording import Lang, Words


class Source(BaseModel, title="来源文件"):
    """The file a submission came from."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    name: str = Field(title="文件名", description="File name as given, never an absolute path")
    media_type: str | None = Field(
        title="媒体类型", description="What the content is, whatever the name says"
    )
    sha256: str | None = Field(
        title="SHA-256 摘要",
        description="Digest of the bytes, in hexadecimal; null where there was nothing to read",
    )
    size: int | None = Field(title="字节数", description="Bytes")
    index: int = Field(
        title="文件中的第几份",
        default=0,
        description="Which submission of the file this is, from 0",
    )


class WordPlace(BaseModel, title="Word 文件中的位置"):
    """A block, a paragraph or a cell of a Word document. All numbers count from 1."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    kind: Literal["word"] = Field(default="word", title="文件种类")
    block: int = Field(
        title="第几个段落或表格",
        description="Number of the paragraph or table in the body, empty ones included",
    )
    paragraph: int | None = Field(
        title="第几段",
        default=None,
        description="Number among the body's paragraphs that are not empty",
    )
    table: int | None = Field(
        title="第几个表格", default=None, description="Number of the table in the document"
    )
    row: int | None = Field(title="第几行", default=None, description="Row of the table's grid")
    column: int | None = Field(
        title="第几列", default=None, description="Column of the table's grid"
    )
    heading: str | None = Field(
        title="所在标题", default=None, description="The heading it stands under"
    )
    file: str | None = Field(
        title="所在文件",
        default=None,
        description="The file inside a dossier that it stands in, null elsewhere",
    )
    lang: Lang = Field(default="zh", exclude=True, description="Language that `text` speaks")
    cell: Words | None = Field(
        default=None,
        exclude=True,
        description="What the cell is called by the headings of its column and row",
    )

    @computed_field(title="位置的说法", description="The place said aloud")  # type: ignore[prop-decorator]
    @property
    def text(self) -> str:
        """The place said aloud."""
        return self.said(self.lang)

    def said(self, lang: Lang, heading: str | None = None) -> str:
        """Say the place aloud, under its own heading or another.

        A cell is called by its headings, 第2个表格“考核比重”栏，第3项任务, for nobody can count the
        columns of a grid with merged cells; by its numbers only where they are not known.
        """
        where = self._where_zh() if lang == "zh" else self._where_en()
        return _inside(self.file, _under(heading or self.heading, where, lang), lang)

    def _where_zh(self) -> str:
        if self.table is None:
            return f"第{self.paragraph}段" if self.paragraph else f"第{self.block}个段落或表格"
        if self.cell is not None:
            return f"第{self.table}个表格{self.cell.zh}"
        row = f"第{self.row}行" if self.row else ""
        column = f"第{self.column}列" if self.column else ""
        return f"第{self.table}个表格{row}{column}"

    def _where_en(self) -> str:
        if self.table is None:
            return f"paragraph {self.paragraph}" if self.paragraph else f"block {self.block}"
        if self.cell is not None:
            return f"table {self.table}, {self.cell.en}"
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"table {self.table}{row}{column}"


class PdfPlace(BaseModel, title="页面上的位置"):
    """A box on a page of a PDF or an OFD."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    kind: Literal["pdf"] = Field(default="pdf", title="文件种类")
    page: int = Field(title="页码", description="Page, from 1")
    box: tuple[float, float, float, float] = Field(
        title="方框", description="x0, y0, x1, y1 in points from the page's top left, as displayed"
    )
    heading: str | None = Field(
        title="所在标题", default=None, description="The heading it stands under"
    )
    file: str | None = Field(
        title="所在文件",
        default=None,
        description="The file inside a dossier that it stands in, null elsewhere",
    )
    lang: Lang = Field(default="zh", exclude=True, description="Language that `text` speaks")

    @computed_field(title="位置的说法", description="The place said aloud")  # type: ignore[prop-decorator]
    @property
    def text(self) -> str:
        """The place said aloud."""
        return self.said(self.lang)

    def said(self, lang: Lang, heading: str | None = None) -> str:
        """Say the place aloud, such as 第2页, under its own heading or another."""
        heading = heading or self.heading
        if lang == "zh":
            under = f"“{heading}”下" if heading else ""
            return _inside(self.file, f"第{self.page}页{under}", lang)
        return _inside(self.file, _under(heading, f"page {self.page}", lang), lang)


Place = Annotated[WordPlace | PdfPlace, Field(discriminator="kind")]
"""A place in a file of any kind."""


def _under(heading: str | None, where: str, lang: Lang) -> str:
    if not heading:
        return where
    return f"“{heading}”下{where}" if lang == "zh" else f"{where} under “{heading}”"


def _inside(file: str | None, where: str, lang: Lang) -> str:
    if not file:
        return where
    return f"《{file}》{where}" if lang == "zh" else f"{where} of {file}"


def spoken(
    place: WordPlace | PdfPlace,
    lang: Lang = "zh",
    heading: str | None = None,
    cell: Words | None = None,
) -> WordPlace | PdfPlace:
    """Return `place` with its `text` said in `lang`, under `heading` and as `cell` where given."""
    changed: dict[str, object] = {}
    if lang != place.lang:
        changed["lang"] = lang
    if heading and heading != place.heading:
        changed["heading"] = heading
    if cell and isinstance(place, WordPlace) and cell != place.cell:
        changed["cell"] = cell
    # Built anew rather than by model_copy, which takes longer: a draft has hundreds of places.
    return type(place)(**place.__dict__ | changed) if changed else place
