"""How text gets on the sheet: as text and nothing else, with prompts and automatic numbers."""

import re
from itertools import count

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from specvalidator.forms.paper import element

_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?")
_PROMPT_STYLE = "Placeholder Text"
_LARGEST_NUMBER = 32767


def on_paper(text: str) -> str:
    """Return `text` as a page can hold it: plain line ends, nothing that XML forbids, trimmed."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)).strip()


def numeral(number: int) -> str:
    """Return the number of a heading as the form has it."""
    digits = "一二三四五六七八九十"
    numerals = (*digits, *(f"十{digit}" for digit in digits[:-1]))
    return numerals[number - 1] if number <= len(numerals) else str(number)


class Pen:
    """Writes into one document; numbers of prompts and lists are its own."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._prompts = count(1)
        style = document.styles.add_style(_PROMPT_STYLE, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = RGBColor(0x80, 0x80, 0x80)
        self._prompt_style = style.style_id

    def write(self, paragraph: Paragraph, text: str | None, title: str, prompt: str) -> None:
        """Write a value; where there is none, a content control that asks for it.

        The control goes away as soon as something is typed into it.
        """
        shown = on_paper(text or "")
        if shown:
            paragraph.add_run(shown)
        else:
            self._ask(paragraph, title, prompt)

    def _ask(self, paragraph: Paragraph, title: str, prompt: str) -> None:
        run = paragraph.add_run(prompt)
        run.style = _PROMPT_STYLE
        properties = element("sdtPr")
        properties.extend(
            [
                element("alias", val=title),
                element("id", val=next(self._prompts)),
                element("temporary"),
                element("showingPlcHdr"),
            ]
        )
        control, content = element("sdt"), element("sdtContent")
        control.extend([properties, content])
        paragraph._p.append(control)  # noqa: SLF001 - python-docx knows no content controls
        content.append(run._r)  # noqa: SLF001 - the same


_NUM, _ID = qn("w:num"), qn("w:numId")


class AutomaticNumbers:
    """Automatic numbers of one sort, such as （一）（二）, for the paragraphs of one document."""

    def __init__(self, document: Document, form: str, pattern: str, hanging: int = 0) -> None:
        """Define the sort: Word's name of the digits, `%1` as it is written, the hanging indent."""
        root = document.part.numbering_part.element
        taken = [int(old) for old in root.xpath("w:abstractNum/@w:abstractNumId")]
        self._abstract = max(taken, default=0) + 1
        self._root = root
        self._most = max((int(old) for old in root.xpath("w:num/@w:numId")), default=0)
        self._num: int | None = None
        self._next: int | None = None
        definition = element("abstractNum", abstractNumId=self._abstract)
        definition.append(element("multiLevelType", val="singleLevel"))
        level = element("lvl", ilvl=0)
        level.extend(
            [
                element("start", val=1),
                element("numFmt", val=form),
                element("suff", val="tab" if hanging else "nothing"),
                element("lvlText", val=pattern),
                element("lvlJc", val="left"),
            ]
        )
        if hanging:
            properties = element("pPr")
            properties.append(element("ind", left=hanging, hanging=hanging))
            level.append(properties)
        definition.append(level)
        first = root.find(element("num").tag)
        first.addprevious(definition)

    def restart(self) -> None:
        """Begin another list."""
        self._next = None

    def mark(self, paragraph: Paragraph, number: int) -> None:
        """Let a paragraph show `number`, whichever came before; nothing if no list can show it."""
        if not 0 <= number <= _LARGEST_NUMBER:
            return
        if number != self._next:
            self._num = self._begun_at(number)
        self._next = number + 1
        numbering = element("numPr")
        numbering.extend([element("ilvl", val=0), element("numId", val=self._num or 0)])
        paragraph._p.get_or_add_pPr().append(numbering)  # noqa: SLF001 - no lists in python-docx

    def _begun_at(self, number: int) -> int:
        made = max(self._most, self._last()) + 1
        num = element("num", numId=made)
        num.append(element("abstractNumId", val=self._abstract))
        override = element("lvlOverride", ilvl=0)
        override.append(element("startOverride", val=number))
        num.append(override)
        self._root.append(num)
        return made

    def _last(self) -> int:
        """Return the number of the list that was begun last, of any sort: there is none higher."""
        for num in self._root.iterchildren(_NUM, reversed=True):
            return int(num.get(_ID))
        return 0
