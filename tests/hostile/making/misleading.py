"""Files that hide from a rule what a person sees, or write where only text should stand."""

from hostile.making.base import REPORT, Collection
from hostile.making.words import draft
from readers.word.word_files import docx, paragraph, run

MISLEADING = Collection()
_HIDDEN = ("hidden-text",)


def _named(name: str) -> bytes:
    """Return a specification of this name, as text or as runs."""
    title = run("专项职业能力考核规范")
    begin = name if name.startswith("<") else run(name)
    return docx(
        paragraph(begin + title) + paragraph("一、定义") + paragraph("运用面粉制作拉面的能力。")
    )


@MISLEADING.file(
    "zero-width.docx",
    "a zero-width space inside 工: 拉面\u200b工",
    REPORT,
    rules=("job-title-suffix",),
)
def _zero_width() -> bytes:
    return _named("拉面制作\u200b工\u200d")


@MISLEADING.file(
    "zero-width-end.docx",
    "a byte order mark behind the last letter",
    REPORT,
    rules=("job-title-suffix",),
)
def _mark() -> bytes:
    return _named("拉面制作工\ufeff\u2060")


@MISLEADING.file(
    "bidi.docx", "an override that shows 工 elsewhere", REPORT, rules=("job-title-suffix",)
)
def _bidi() -> bytes:
    return _named("\u202a拉面制作工\u202c")


@MISLEADING.file(
    "white.docx", "a white letter behind 工", REPORT, rules=("job-title-suffix", *_HIDDEN)
)
def _white() -> bytes:
    return _named(run("拉面制作工") + run("艺", '<w:color w:val="FFFFFF"/>'))


@MISLEADING.file(
    "tiny.docx", "a letter of one point behind 工", REPORT, rules=("job-title-suffix", *_HIDDEN)
)
def _tiny() -> bytes:
    return _named(run("拉面制作工") + run("艺", '<w:sz w:val="2"/>'))


@MISLEADING.file(
    "vanished.docx", "a hidden letter behind 工", REPORT, rules=("job-title-suffix", *_HIDDEN)
)
def _vanished() -> bytes:
    return _named(run("拉面制作工") + run("艺", "<w:vanish/>"))


@MISLEADING.file("markup.docx", "HTML, Markdown and workflow commands as text", REPORT)
def _markup() -> bytes:
    text = "&lt;script&gt;alert(1)&lt;/script&gt;[x](javascript:1)![](http://x)\u2028::error::x%0A"
    return draft(paragraph(text) + paragraph("$message ${path} %s {0} {{7*7}}"))


@MISLEADING.file("formula.docx", "a name that is a formula in a spreadsheet", REPORT)
def _formula() -> bytes:
    return _named('=cmd|"/C calc"!A0')


@MISLEADING.file("escapes.docx", "C1 control characters, which some terminals obey", REPORT)
def _escapes() -> bytes:
    return _named("拉面\u009b31m制作\u0085")
