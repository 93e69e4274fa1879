"""Whatever the bytes: a document or `UnreadableFile`, nothing else."""

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.word.trimmed import every_look_sought
from readers.word.word_files import (
    NAMES,
    W,
    cell,
    control,
    document_xml,
    docx,
    level,
    listed,
    numbered,
    paragraph,
    parts,
    row,
    run,
    style,
    table,
    zipped,
)
from specvalidator.document import Document, Table, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits, read_document
from specvalidator.readers.word import reading as word
from specvalidator.readers.word import walk

SAMPLE_BODY = (
    paragraph("拉面制作专项职业能力考核规范", '<w:pStyle w:val="标题"/>')
    + numbered("定义")
    + control(paragraph(run("运用", "<w:vanish/>") + run("面粉")))
    + table(
        row(cell("任务", '<w:vMerge w:val="restart"/>'), cell("规范", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), "一", "二"),
    )
)
SAMPLE_STYLES = style("标题") + style("文", '<w:basedOn w:val="标题"/>')
SAMPLE_NUMBERING = listed(level(0, "%1、", "chineseCounting"), level(1, "（%2）"))
SAMPLE = docx(SAMPLE_BODY, styles=SAMPLE_STYLES, numbering=SAMPLE_NUMBERING)


def survives(data: bytes, limits: Limits | None = None) -> Document | None:
    """Read, and let every error but the declared one through."""
    try:
        document = read_document(data, limits or Limits())
    except UnreadableFile:
        return None
    for each in paragraphs_of(document.blocks):
        assert each.text.startswith(each.label)
    for block in document.blocks:
        if isinstance(block, Table):
            block.grid()
    return document


def test_the_sample_itself_is_read() -> None:
    assert survives(SAMPLE) is not None


@given(st.binary(max_size=2_000))
def test_any_bytes(data: bytes) -> None:
    survives(data)


@given(st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"BM"]), st.binary())
def test_any_bytes_after_a_signature(signature: bytes, rest: bytes) -> None:
    survives(signature + rest)


@given(
    st.lists(
        st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=20
    )
)
def test_a_file_with_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, byte in changes:
        data[at] = byte

    survives(bytes(data))


@given(st.integers(0, len(SAMPLE)))
def test_a_file_cut_off(length: int) -> None:
    survives(SAMPLE[:length])


@pytest.mark.parametrize("name", sorted(parts("")))
@given(data=st.data())
def test_a_part_cut_up_and_put_together_anew(name: str, data: st.DataObject) -> None:
    members: dict[str, str | bytes] = {
        **parts(SAMPLE_BODY, styles=SAMPLE_STYLES, numbering=SAMPLE_NUMBERING)
    }
    xml = str(members[name])
    cuts = sorted(data.draw(st.lists(st.integers(0, len(xml)), min_size=2, max_size=2)))
    members[name] = xml[: cuts[0]] + data.draw(st.text(max_size=9)) + xml[cuts[1] :]

    survives(zipped(members))


TAGS = st.sampled_from(
    [
        *[
            "p",
            "r",
            "t",
            "pPr",
            "rPr",
            "tbl",
            "tr",
            "tc",
            "tcPr",
            "trPr",
            "tblPr",
            "sdt",
            "sdtContent",
            "sdtPr",
            "showingPlcHdr",
            "ins",
            "del",
        ],
        *[
            "moveFrom",
            "moveTo",
            "numPr",
            "numId",
            "ilvl",
            "pStyle",
            "vMerge",
            "hMerge",
            "gridSpan",
            "gridBefore",
            "vanish",
        ],
        *[
            "fldChar",
            "instrText",
            "sym",
            "br",
            "tab",
            "drawing",
            "pict",
            "object",
            "txbxContent",
            "ruby",
            "rubyBase",
            "rt",
        ],
        *[
            "hyperlink",
            "fldSimple",
            "altChunk",
            "subDoc",
            "outlineLvl",
            "shd",
            "color",
            "sz",
            "rFonts",
            "rStyle",
        ],
    ]
)
VALUES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "-1",
        "restart",
        "begin",
        "separate",
        "end",
        "标题",
        "文",
        "9" * 30,
        "FFFFFF",
        "²",
    ]
)
ATTRIBUTES = st.sampled_from(["val", "fldCharType", "char", "font", "type", "fill", "ascii"])


def element(tag: str, attribute: str, value: str, inside: list[str]) -> str:
    return f'<w:{tag} w:{attribute}="{value}">{"".join(inside)}</w:{tag}>'


TREES = st.recursive(
    st.text(alphabet="甲乙 \ue123\u200b", max_size=3),
    lambda inner: st.builds(element, TAGS, ATTRIBUTES, VALUES, st.lists(inner, max_size=4)),
    max_leaves=40,
)


@given(st.lists(TREES, max_size=4), st.lists(TREES, max_size=2), st.lists(TREES, max_size=2))
def test_any_tree_of_known_elements(
    body: list[str], styles: list[str], numbering: list[str]
) -> None:
    # Before each tree stands a word: a file whose whole text is embedded elsewhere is refused.
    assert survives(
        zipped(
            {
                **parts(SAMPLE_BODY),
                "word/document.xml": document_xml(paragraph("见") + "".join(body)),
                "word/styles.xml": f"<w:styles {NAMES}>{SAMPLE_STYLES}{''.join(styles)}</w:styles>",
                "word/numbering.xml": f"<w:numbering {NAMES}>{SAMPLE_NUMBERING}"
                f"{''.join(numbering)}</w:numbering>",
            }
        )
    )


SAYINGS = st.sampled_from(
    [
        "vanish/",
        'vanish w:val="0"/',
        'color w:val="FFFFFF"/',
        'color w:val="000000"/',
        'sz w:val="21"/',
        'rStyle w:val="隐字"/',
        'shd w:val="clear" w:fill="000000"/',
        "b/",
    ]
)
LOOKS = st.one_of(
    st.sampled_from(["<w:rPr/>", "<w:rPr ></w:rPr >"]),
    SAYINGS.map("<w:rPr><w:{}></w:rPr>".format),
    # How it was formatted before, and something behind that, where Word writes nothing.
    st.builds(
        "<w:rPr><w:{}><w:rPrChange><w:rPr><w:{}></w:rPr></w:rPrChange><w:{}></w:rPr>".format,
        SAYINGS,
        SAYINGS,
        SAYINGS,
    ),
)
TEXTS = st.builds(
    "<w:t{}>{}</w:t>".format,
    st.sampled_from(["", ' xml:space="preserve"']),
    st.sampled_from(["甲", " 乙", "甲 ", "甲\n乙", "\ue123", "", " "]),
)
OTHERS = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>", "<w:proofErr/>"])
RUNS = st.builds(
    "<w:r>{}{}</w:r>".format,
    st.one_of(st.just(""), LOOKS),
    st.lists(st.one_of(TEXTS, OTHERS), min_size=1, max_size=3).map("".join),
)
WRAPPED = st.one_of(
    st.builds("<w:{0}>{1}</w:{0}>".format, st.sampled_from(["ins", "del", "x", "r"]), RUNS),
    RUNS.map("<w:x><w:p>{}</w:p></w:x>".format),
)
NAMED_STYLES = st.sampled_from(["", *(f'<w:pStyle w:val="{name}"/>' for name in "隐白小常")])
MARKS = st.one_of(
    st.just(""), LOOKS, st.sampled_from([f"<w:rPr><w:{name}/></w:rPr>" for name in ("del", "ins")])
)
PARAGRAPHS = st.builds(
    "<w:p><w:pPr>{}{}</w:pPr>{}</w:p>".format,
    NAMED_STYLES,
    MARKS,
    st.lists(st.one_of(RUNS, RUNS, WRAPPED), min_size=1, max_size=3).map("".join),
)
HIDING_STYLES = (
    style("隐", "<w:rPr><w:vanish/></w:rPr>")
    + style("白", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    + style("小", '<w:basedOn w:val="白"/><w:rPr><w:sz w:val="1"/></w:rPr>')
    + style("常", "<w:rPr><w:b/></w:rPr>")
    + style("隐字", "<w:rPr><w:vanish/></w:rPr>", "character")
)
HIDING_DEFAULTS = st.sampled_from(["i/", "i/", "vanish/", 'color w:val="FFFFFF"/', "b/"]).map(
    "<w:docDefaults><w:rPrDefault><w:rPr><w:{}></w:rPr></w:rPrDefault></w:docDefaults>".format
)
NAMED_ANEW = st.builds(
    "<w:customXml {}>{}</w:customXml>".format,
    st.sampled_from(
        [f'xmlns:w="{W}"', f"xmlns:w = '{W}'", 'xmlns:w="urn:other"', 'xmlns:other="urn:other"']
    ),
    PARAGRAPHS,
)
OTHERWISE_NAMED = st.builds(
    lambda names, paragraph: f"<w:customXml {names}>{paragraph.replace('w:', 'q:')}</w:customXml>",
    st.sampled_from([f'xmlns:q="{W}"', f'xmlns:q="&#{ord(W[0])};{W[1:]}"', 'xmlns:q="urn:other"']),
    PARAGRAPHS,
)
COMMENTS = st.sampled_from(["", "", "<!-- <w:rPr></w:rPr> -->", "<?x <w:rPr/>?>"])


@given(
    st.lists(
        st.one_of(PARAGRAPHS, PARAGRAPHS, COMMENTS, NAMED_ANEW, OTHERWISE_NAMED),
        min_size=1,
        max_size=5,
    ).map("".join),
    HIDING_DEFAULTS,
)
def test_without_what_hides_nothing_a_document_reads_as_it_does_whole(
    body: str, defaults: str
) -> None:
    data = docx(body, styles=defaults + HIDING_STYLES)
    with mock.patch.object(word, "without_plain_looks", return_value=None):
        expected = read_document(data)
    with every_look_sought():
        assert read_document(data) == expected


@given(
    st.lists(st.one_of(PARAGRAPHS, OTHERWISE_NAMED), min_size=1, max_size=5).map("".join),
    HIDING_DEFAULTS,
)
def test_plain_paragraphs_read_at_once_as_they_do_run_by_run(body: str, defaults: str) -> None:
    data = docx(body, styles=defaults + HIDING_STYLES)
    with mock.patch.object(walk, "plain_text", return_value=None):
        expected = read_document(data)
    assert read_document(data) == expected
