"""What the pictures of the quick starts show, each as a page of HTML and what it was made from."""

import hashlib
import html
import inspect
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pdfplumber
from pdfminer.pdftypes import resolve1

import frozen
import live_pages
import specvalidator as sv
from specvalidator.forms import write
from specvalidator.readers.workbook import sheets_of
from specvalidator.reports import Style, marked_word, spreadsheet
from specvalidator.reports.marking import JudgedSubmission
from specvalidator.reports.word_letter import word_letter
from specvalidator.reports.workbook import render_workbook
from specvalidator.wording import Lang, Words

_SPEAKING: Mapping[Lang, str] = {"zh": "", "en": " --lang en"}
ToPdf = Callable[[bytes, str], bytes]
"""A file and what its name ends in → the PDF that LibreOffice makes of it, comments as notes."""


class Picture(NamedTuple):
    """One picture: what it is made from, whether or not anything can draw here, and how."""

    source: bytes
    """What it shows: when this changes, the picture is stale."""
    page: Callable[[ToPdf], str | bytes]
    """Draws it as a page of HTML, or whole, as PNG."""
    size: tuple[int, int]
    """Width and height in pixels."""

    @property
    def digest(self) -> str:
        """Return what tells the source from any other; the picture carries it."""
        return hashlib.sha256(self.source).hexdigest()


def pictures(lang: Lang) -> dict[str, Picture]:
    """Return the pictures of the pages in one language by name."""
    return {
        "check": _check(lang),
        "report": _report(lang),
        "marked": _marked(lang),
        "letter": _letter(lang),
        "summary": _summary(lang),
        "batch": _batch(lang),
        "service": _service(lang),
        "workbook": _workbook(lang),
        "form": _form(lang),
    }


def _check(lang: Lang) -> Picture:
    page = sv.render([frozen.draft_report(lang)], style=Style(lang, width=76, colour=True))
    command = f"specvalidator check {frozen.NAME.said(lang)}{_SPEAKING[lang]}"
    return _terminal(command, page.splitlines()[:24], more=True)


def _summary(lang: Lang) -> Picture:
    reports = frozen.many_reports(lang)
    lines = sv.render(reports, style=Style(lang, width=76, colour=True)).splitlines()
    head = Words("文件 ", "document ").said(lang)
    first = next(at for at, line in enumerate(lines) if _without_colours(line).startswith(head))
    folder = Words("稿件", "drafts").said(lang)
    command = f"specvalidator check {folder}{_SPEAKING[lang]}"
    return _terminal(command, ["…", "", *lines[first:]])


def _terminal(command: str, lines: list[str], *, more: bool = False) -> Picture:
    source = "\n".join([f"> {command}", "", *lines, *(["…"] if more else [])])
    body = f"<pre>{''.join(_spans(source))}</pre>"
    height = 44 + 22 * (source.count("\n") + 1)
    return Picture(source.encode(), lambda _: _page(body, "terminal"), (800, height))


def _spans(text: str) -> Iterator[str]:
    """Yield HTML for text with ANSI colours."""
    ink = ""
    for number, part in enumerate(re.split(r"\x1b\[([0-9;]*)m", text)):
        if number % 2:
            ink = "" if part == "0" else f"ink-{part.replace(';', '-')}"
        elif part:
            shown = re.sub("[…·]", r"<i>\g<0></i>", html.escape(part))
            yield f'<span class="{ink}">{shown}</span>'


def _without_colours(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def _report(lang: Lang) -> Picture:
    page = sv.render([frozen.draft_report(lang)], "html", lang=lang, files=[frozen.DRAFT])
    shown = re.sub(r"<(style|script)[^>]*>.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    words = " ".join(shown.split())
    return Picture(words.encode(), lambda _: page, (1120, 780))


def _form(lang: Lang) -> Picture:
    del lang  # the form is Chinese in both
    word = write(sv.Specification())

    def page(to_pdf: ToPdf) -> str:
        return _page(f'<img src="{_first_page(to_pdf(word, "docx"))}" width="760">', "paper")

    return Picture(_unpacked(word), page, (800, 620))


def _marked(lang: Lang) -> Picture:
    draft, report = frozen.DRAFT.read_bytes(), frozen.draft_report(lang)

    def judged(data: bytes) -> list[JudgedSubmission]:
        """Judge a draft with a fix by the rules of the frozen report: a later one has no say."""
        (submission,) = sv.read(data, name=frozen.NAME.said(lang))
        if data == draft:
            return [JudgedSubmission(submission, report)]
        asked = {rule.name for rule in report.rules}
        anew = sv.check(submission, lang=lang)
        left = tuple(finding for finding in anew.findings if finding.rule in asked)
        return [JudgedSubmission(submission, anew.model_copy(update={"findings": left}))]

    word = marked_word.marked(draft, judged, lang=lang, suggest=True).data

    def page(to_pdf: ToPdf) -> str:
        return _page(_with_comments(to_pdf(word, "docx")), "marked")

    return Picture(_unpacked(word), page, (1120, 700))


def _letter(lang: Lang) -> Picture:
    word = word_letter(frozen.draft_report(lang), None, lang)

    def page(to_pdf: ToPdf) -> str:
        return _page(f'<img src="{_first_page(to_pdf(word, "docx"))}" width="760">', "paper")

    return Picture(_unpacked(word), page, (800, 820))


def _batch(lang: Lang) -> Picture:
    source, page = live_pages.batch_page(lang)
    return Picture(source, lambda _: page, (1120, 1180))


def _service(lang: Lang) -> Picture:
    shot = partial(live_pages.service_shot, lang)
    return Picture(live_pages.service_source(), lambda _: shot(), live_pages.SERVICE_SIZE)


def _workbook(lang: Lang) -> Picture:
    reports = frozen.many_reports(lang)
    folders = live_pages.districts(reports, lang)
    copies = {name: f"copies/{name}" for name in folders}
    book = render_workbook(reports, [], Style(lang, folders=folders, copies=copies))

    def page(to_pdf: ToPdf) -> str:
        return _page(f'<img src="{_first_page(to_pdf(book, "xlsx"))}" width="1400">', "book")

    # The bytes are also those of the library's version.
    source = f"{list(sheets_of(book))} {inspect.getsource(spreadsheet)}"
    return Picture(source.encode(), page, (1340, 500))


def _unpacked(word: bytes) -> bytes:
    """Return what a Word file holds, however well it is packed."""
    with ZipFile(BytesIO(word)) as package:
        return b"".join(name.encode() + package.read(name) for name in sorted(package.namelist()))


class _Note(NamedTuple):
    left: float
    top: float
    words: str


def _with_comments(pdf: bytes) -> str:
    """Draw the first page with its comments beside it, as Word shows them in the margin."""
    scale = 720 / 595
    notes = [note for note in _notes(pdf) if note.top * scale < _SHOWN]
    marks = "".join(
        f'<b style="left:{note.left * scale:.0f}px;top:{note.top * scale - 4:.0f}px">{number}</b>'
        for number, note in enumerate(notes, start=1)
    )
    boxes = "".join(
        f"<p><b>{number}</b> {html.escape(note.words)}</p>"
        for number, note in enumerate(notes, start=1)
    )
    return (
        f'<div class="sheet"><img src="{_first_page(pdf, notes=False)}" width="720">{marks}</div>'
        f'<div class="margin">{boxes}</div>'
    )


_SHOWN = 480
"""So many pixels of the page are shown."""


def _notes(pdf: bytes) -> list[_Note]:
    """Return the comments of the first page from top to bottom, what each says in short."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        found = [resolve1(each) for each in page.page_obj.annots or ()]
        notes = [
            _Note(each["Rect"][0], float(page.height) - each["Rect"][3], _short(each["Contents"]))
            for each in found
            if "Contents" in each and "Rect" in each
        ]
    return sorted(notes, key=lambda note: (round(note.top / 8), note.left))


def _short(contents: bytes) -> str:
    """Leave the clause and the rule of a comment away: a picture has less room than a margin."""
    first, *others = contents.decode("utf-16").splitlines()
    advice = [line for line in others if line.startswith(("建议", "advice", "Advice"))]
    return "\n".join([first, *advice])


def _first_page(pdf: bytes, *, notes: bool = True) -> str:
    """Return the first page as a picture in a data URL."""
    import pypdfium2  # noqa: PLC0415 - only who draws

    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=2, may_draw_forms=False, draw_annots=notes).to_pil()
    out = BytesIO()
    image.save(out, "PNG")
    return f"data:image/png;base64,{b64encode(out.getvalue()).decode()}"


def _page(body: str, kind: str) -> str:
    style = (Path(__file__).parent / "pictures/pictures.css").read_text(encoding="utf-8")
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style><body class="{kind}">{body}'


LANGS: Mapping[Lang, str] = {"zh": ".zh-CN", "en": ""}
"""What the names of a language's pictures end in."""
