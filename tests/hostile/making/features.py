"""Hostile Word files: what Word can do, done too often, too deep or for nothing."""

from hostile.making.base import REPORT, Collection
from hostile.making.words import draft
from readers.word.word_files import NAMES, document_xml, paragraph, parts, run, zipped

FEATURES = Collection()
_OFTEN = 60_000
_REFUSED = ("too-large", "timeout", "corrupt")


def _with(**members: str | bytes) -> bytes:
    """Return a draft with other members; __ in a name stands for a slash, _DOT_ for a dot."""
    body = paragraph("拉面制作专项职业能力考核规范") + paragraph("一、定义")
    named = {name.replace("__", "/").replace("_DOT_", "."): each for name, each in members.items()}
    return zipped(parts(body) | named)


@FEATURES.file("fields-without-end.docx", "60,000 fields that begin", REPORT, *_REFUSED)
def _fields() -> bytes:
    return draft(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * _OFTEN))


@FEATURES.file("field-ends.docx", "60,000 ends of fields that never began", REPORT, *_REFUSED)
def _ends() -> bytes:
    return draft(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * _OFTEN))


@FEATURES.file("field-codes.docx", "fields that run, fetch and include", REPORT)
def _codes() -> bytes:
    codes = ('DDEAUTO c:\\\\x "a"', 'INCLUDETEXT "/etc/passwd"', 'INCLUDEPICTURE "http://x/"')
    field = '<w:fldSimple w:instr="{}"><w:r><w:t>甲</w:t></w:r></w:fldSimple>'
    return draft(paragraph("".join(field.format(x.replace('"', "&quot;")) for x in codes)))


@FEATURES.file("bookmarks.docx", "60,000 bookmarks that cross each other", REPORT, *_REFUSED)
def _bookmarks() -> bytes:
    begin = "".join(f'<w:bookmarkStart w:id="{k}" w:name="a{k}"/>' for k in range(_OFTEN))
    end = "".join(f'<w:bookmarkEnd w:id="{k}"/>' for k in range(_OFTEN))
    return draft(paragraph(begin + run("甲") + end))


@FEATURES.file("formulas.docx", "fractions in fractions, 60 deep, 500 times", REPORT, *_REFUSED)
def _formulas() -> bytes:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    deep = "<m:f><m:num>" * 60 + "<m:r><m:t>1</m:t></m:r>" + "</m:num></m:f>" * 60
    return draft(paragraph(f"<m:oMath {space}>{deep}</m:oMath>") * 500)


@FEATURES.file("alternatives.docx", "alternatives in alternatives, 50 deep", REPORT, *_REFUSED)
def _alternatives() -> bytes:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    before, after = "<mc:AlternateContent><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>"
    return draft(f"<w:p {space}><w:r>{before * 50}<w:t>甲</w:t>{after * 50}</w:r></w:p>")


@FEATURES.file(
    "alternatives-many.docx", "20,000 alternatives, each of two choices", REPORT, *_REFUSED
)
def _many_alternatives() -> bytes:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    one = (
        '<mc:AlternateContent><mc:Choice Requires="x"><w:t>甲</w:t></mc:Choice>'
        "<mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent>"
    )
    return draft(f"<w:p {space}><w:r>{one * 20_000}</w:r></w:p>")


@FEATURES.file("symbols.docx", "60,000 symbols of fonts that nobody has", REPORT, *_REFUSED)
def _symbols() -> bytes:
    return draft(paragraph('<w:r><w:sym w:font="X" w:char="F0FF"/></w:r>' * _OFTEN))


@FEATURES.file("tabs.docx", "300,000 tabs and line ends in one run", REPORT, *_REFUSED)
def _tabs() -> bytes:
    return draft(paragraph("<w:r>" + "<w:tab/><w:br/>" * 150_000 + "</w:r>"))


@FEATURES.file("ruby.docx", "60,000 letters with another above each", REPORT, *_REFUSED)
def _ruby() -> bytes:
    above = f"<w:rt>{run('上')}</w:rt><w:rubyBase>{run('下')}</w:rubyBase>"
    return draft(paragraph(f"<w:r><w:ruby>{above}</w:ruby></w:r>" * 30_000))


@FEATURES.file("grid.docx", "a table whose grid has 100,000 columns", REPORT, *_REFUSED)
def _grid() -> bytes:
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1"/>' * 100_000 + "</w:tblGrid>"
    return draft(f"<w:tbl>{grid}<w:tr><w:tc>{paragraph(run('甲'))}</w:tc></w:tr></w:tbl>")


@FEATURES.file("widths.docx", "widths, indents and sizes beyond any page", REPORT)
def _widths() -> bytes:
    big = "99999999999999999999"
    properties = f'<w:ind w:left="{big}" w:hanging="-{big}"/><w:spacing w:line="{big}"/>'
    return draft(paragraph(run("甲", f'<w:sz w:val="{big}"/><w:w w:val="-{big}"/>'), properties))


@FEATURES.file(
    "processing.docx", "500,000 instructions to programs, and comments", REPORT, *_REFUSED
)
def _processing() -> bytes:
    return draft("<?x y?><!-- z -->" * 250_000)


@FEATURES.file("cdata.docx", "markup in CDATA, which is text", REPORT)
def _cdata() -> bytes:
    return draft("<w:p><w:r><w:t><![CDATA[<script>]]]]><![CDATA[></w:t>]]></w:t></w:r></w:p>")


@FEATURES.file("xinclude.docx", "XInclude of a file of the machine", REPORT)
def _xinclude() -> bytes:
    space = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    return draft(f'<xi:include {space} href="file:///etc/passwd" parse="text"/>')


@FEATURES.file(
    "names-in-names.docx", "a name that means something else 60,000 times", REPORT, *_REFUSED
)
def _names() -> bytes:
    return draft('<w:p xmlns:w="urn:x"/>' * _OFTEN + paragraph(run("甲")))


@FEATURES.file("wrong-encoding.docx", "text in UTF-8 that says it is UTF-16", "corrupt")
def _encoding() -> bytes:
    xml = document_xml(paragraph("甲")).replace("<?xml", "<?xml", 1)
    return zipped(
        {**parts(""), "word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{xml}'}
    )


@FEATURES.file("null-in-xml.docx", "a null character within the text", "corrupt")
def _null() -> bytes:
    return zipped({**parts(""), "word/document.xml": document_xml(paragraph("甲\0乙")).encode()})


@FEATURES.file(
    "macros.docx", "macros in a file that is called as if it had none", REPORT, "unsupported"
)
def _macros() -> bytes:
    return _with(word__vbaProject_DOT_bin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))


@FEATURES.file("objects.docx", "500 objects of other programs", REPORT)
def _objects() -> bytes:
    return _with(**{f"word__embeddings__o{k}_DOT_bin": b"MZ" + bytes(400) for k in range(500)})


@FEATURES.file("settings.docx", "settings of 12 MB", REPORT, *_REFUSED)
def _settings() -> bytes:
    return _with(word__settings_DOT_xml=f"<w:settings {NAMES}>{'<w:a/>' * 2_000_000}</w:settings>")
