"""What one paragraph of a Word file shows, oddity by oddity."""

import pytest

from readers.word.word_files import (
    control,
    document_xml,
    only,
    paragraph,
    parts,
    read,
    run,
    style,
    texts,
    zipped,
)
from specvalidator.readers import read_document

FALLBACK = "<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback>"


def field(code: str, result: str | None = None, form: str = "") -> str:
    """Return a complex field; without a result it has no separator either."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form_field(kind: str) -> str:
    return f"<w:ffData>{kind}</w:ffData>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param(run("拉面") + run("制作"), "拉面制作", id="text split over runs"),
        pytest.param("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>", "一\t二", id="tab"),
        pytest.param("<w:r><w:t>一</w:t><w:ptab/><w:t>二</w:t></w:r>", "一\t二", id="aligned tab"),
        pytest.param("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>", "一\n二", id="line break"),
        pytest.param("<w:r><w:t>一</w:t><w:cr/><w:t>二</w:t></w:r>", "一\n二", id="return"),
        pytest.param(
            '<w:r><w:br w:type="page"/><w:t>一</w:t></w:r>', "一", id="page break before text"
        ),
        pytest.param(
            '<w:r><w:t>一</w:t><w:br w:type="page"/></w:r>', "一", id="page break after text"
        ),
        pytest.param(
            '<w:r><w:t>一</w:t><w:br w:type="column"/><w:t>二</w:t></w:r>',
            "一\n二",
            id="column break inside text",
        ),
        pytest.param(
            "<w:r><w:t>4</w:t><w:noBreakHyphen/><w:t>03</w:t></w:r>", "4-03", id="hyphen that holds"
        ),
        pytest.param(
            "<w:r><w:t>软</w:t><w:softHyphen/><w:t>件</w:t></w:r>", "软件", id="soft hyphen"
        ),
        pytest.param(
            '<w:r><w:t xml:space="preserve"> 一 </w:t></w:r>', " 一 ", id="spaces that are kept"
        ),
        pytest.param(
            "<w:r><w:t>\n  一 二\n</w:t></w:r>", "一 二", id="spaces of a pretty-printed file"
        ),
        pytest.param(
            '<w:hyperlink w:anchor="x">' + run("链接") + "</w:hyperlink>", "链接", id="hyperlink"
        ),
        pytest.param("<w:smartTag>" + run("北京") + "</w:smartTag>", "北京", id="smart tag"),
        pytest.param("<w:customXml>" + run("甲") + "</w:customXml>", "甲", id="custom XML"),
        pytest.param('<w:bdo w:val="ltr">' + run("甲") + "</w:bdo>", "甲", id="text direction"),
        pytest.param(
            '<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>", "3", id="simple field"
        ),
        pytest.param(control(run("单位")), "单位", id="content control"),
        pytest.param(control(control(run("单位"))), "单位", id="control inside a control"),
        pytest.param(
            run("单位：") + control(run("点此输入"), "<w:showingPlcHdr/>"),
            "单位：",
            id="placeholder of a control",
        ),
        pytest.param(
            control(run("单位"), '<w:showingPlcHdr w:val="0"/>'),
            "单位",
            id="placeholder switched off",
        ),
        pytest.param(
            control(run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
            + run("是"),
            "☒是",
            id="check box control",
        ),
        pytest.param(
            control(run("操作"), '<w:dropDownList><w:listItem w:value="理论"/></w:dropDownList>'),
            "操作",
            id="list control",
        ),
        pytest.param(
            "<w:r><w:ruby><w:rt>"
            + run("lā")
            + "</w:rt><w:rubyBase>"
            + run("拉")
            + "</w:rubyBase></w:ruby></w:r>"
            + run("面"),
            "拉面",
            id="phonetic guide",
        ),
        pytest.param(
            run("正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            '<w:r><w:endnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r>',
            "正文",
            id="marks of notes and comments",
        ),
        pytest.param(
            "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>" + run("个"), "x+1个", id="formula"
        ),
        pytest.param(
            '<mc:AlternateContent><mc:Choice Requires="w14">'
            + run("新")
            + "</mc:Choice>"
            + FALLBACK
            + "</mc:AlternateContent>",
            "新",
            id="alternative that is understood",
        ),
        pytest.param(
            '<mc:AlternateContent><mc:Choice Requires="future">'
            + run("新")
            + "</mc:Choice>"
            + FALLBACK
            + "</mc:AlternateContent>",
            "旧",
            id="alternative that is not understood",
        ),
        pytest.param(
            "<mc:AlternateContent><mc:Choice>"
            + run("新")
            + "</mc:Choice>"
            + FALLBACK
            + "</mc:AlternateContent>",
            "旧",
            id="alternative that does not say what it requires",
        ),
        pytest.param(
            '<w:bookmarkStart w:id="1" w:name="a"/>' + run("甲") + '<w:bookmarkEnd w:id="1"/>'
            '<w:proofErr w:type="spellStart"/>' + run("乙"),
            "甲乙",
            id="bookmarks and spelling marks",
        ),
        pytest.param("<w:r><w:t>甲<!-- 注 -->乙</w:t></w:r>", "甲乙", id="XML comment"),
        pytest.param("<w:r><w:t><![CDATA[甲&乙]]></w:t></w:r>", "甲&乙", id="CDATA"),
        pytest.param(run("甲\u200b乙"), "甲\u200b乙", id="zero-width characters stay"),
        pytest.param(field("DATE", run("5月")), "5月", id="field"),
        pytest.param(field("XE “索引”"), "", id="field that shows nothing"),
        pytest.param(
            field(
                "IF " + "</w:instrText></w:r>" + field("PAGE", run("7")) + "<w:r><w:instrText>",
                run("结果"),
            ),
            "结果",
            id="field inside a field's code",
        ),
        pytest.param(
            field("HYPERLINK", run("见") + field("PAGE", run("7")) + run("页")),
            "见7页",
            id="field inside a field's result",
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="end"/><w:t>甲</w:t></w:r>',
            "甲",
            id="lost end of a field",
        ),
        pytest.param(field(r"eq \o\ac(○,3)") + run("洗手"), "③洗手", id="circled number"),
        pytest.param(field(r"EQ \o\ac(○,印)"), "印", id="circled character"),
        pytest.param(
            field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(lā),拉)') + run("面"),
            "拉面",
            id="phonetic guide of an older Word",
        ),
        pytest.param(
            field("FORMCHECKBOX", form=form_field("<w:checkBox><w:checked/></w:checkBox>")),
            "☑",
            id="ticked box of a form",
        ),
        pytest.param(
            field(
                "FORMCHECKBOX",
                form=form_field('<w:checkBox><w:default w:val="0"/></w:checkBox>'),
            ),
            "☐",
            id="empty box of a form",
        ),
        pytest.param(
            field(
                "FORMDROPDOWN",
                form=form_field(
                    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="理论"/>'
                    '<w:listEntry w:val="操作"/></w:ddList>'
                ),
            ),
            "操作",
            id="list of a form",
        ),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑", id="ticked Wingdings box"
        ),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings 2" w:char="0052"/></w:r>', "☑", id="Wingdings 2 by code"
        ),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r>', "②", id="circled Wingdings"
        ),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥", id="Symbol"),
        pytest.param('<w:r><w:sym w:font="宋体" w:char="2103"/></w:r>', "℃", id="plain symbol"),
        pytest.param(
            run("R", '<w:rFonts w:ascii="Wingdings 2"/>'), "☑", id="letter in a symbol font"
        ),
        pytest.param(run("\uf0a8"), "☐", id="private letter without a font"),
    ],
)
def test_a_paragraph_reads_as_the_page_shows_it(runs: str, text: str) -> None:
    found = only(read(paragraph(runs)))

    assert found.text == text
    assert found.unread is None
    assert found.hidden == ""


@pytest.mark.parametrize(
    ("runs", "text", "unread"),
    [
        pytest.param(
            '<w:r><w:sym w:font="某标" w:char="F055"/></w:r>', "�", "garbled", id="unknown symbol"
        ),
        pytest.param('<w:r><w:sym w:char="zz"/></w:r>', "�", "garbled", id="symbol without a code"),
        pytest.param(run("甲\ue123"), "甲�", "garbled", id="private character"),
        pytest.param(
            run("图：") + "<w:r><w:drawing><pic:pic/></w:drawing></w:r>",
            "图：",
            "picture",
            id="picture",
        ),
        pytest.param(
            "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>",
            "",
            "picture",
            id="picture of an older Word",
        ),
        pytest.param(
            "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>",
            "",
            "object",
            id="embedded object",
        ),
        pytest.param("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "", "object", id="chart"),
        pytest.param("<w:r><w:drawing><wps:wsp/></w:drawing></w:r>", "", None, id="empty shape"),
        pytest.param(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
            "object",
            id="fraction",
        ),
        pytest.param(field(r"EQ \f(1,2)"), "", "object", id="fraction of an older Word"),
    ],
)
def test_what_no_text_can_say_is_marked(runs: str, text: str, unread: str | None) -> None:
    found = only(read(paragraph(runs)))

    assert (found.text, found.unread) == (text, unread)


def test_a_field_code_that_never_ends_hides_one_paragraph_only() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")

    document = read(paragraph(opened) + paragraph("乙"))

    assert texts(document) == ["", "乙"]


def test_a_lost_field_code_does_not_reach_into_a_joined_paragraph() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")
    ended = run("乙") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("丙")

    document = read(paragraph(opened, '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(ended))

    assert texts(document) == ["乙丙"]


def test_the_result_of_a_field_may_run_over_paragraphs() -> None:
    first = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、定义")
    )
    last = run("二、适用对象") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    document = read(paragraph(first) + paragraph(last))

    assert texts(document) == ["一、定义", "二、适用对象"]


def test_a_subdocument_is_noted_because_its_text_is_elsewhere() -> None:
    document = read(paragraph(run("甲") + '<w:subDoc r:id="r9"/>'))

    assert [word for word, _ in document.unread] == ["subdocument"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_a_part_is_its_own_affair(encoding: str) -> None:
    members: dict[str, str | bytes] = {**parts("")}
    members["word/document.xml"] = document_xml(paragraph("拉面制作")).encode(encoding)

    assert only(read_document(zipped(members))).text == "拉面制作"


def test_strict_open_xml_reads_like_the_transitional_kind() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    members = parts(
        paragraph("甲", '<w:pStyle w:val="章"/>'),
        styles=style("章", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
    for transitional, name in strict.items():
        members = {part: xml.replace(transitional, name) for part, xml in members.items()}

    found = only(read_document(zipped(members)))

    assert (found.text, found.level) == ("甲", 1)


def test_a_large_first_letter_belongs_to_the_paragraph_below() -> None:
    letter = paragraph("使", '<w:framePr w:dropCap="drop" w:lines="2"/>')

    assert texts(read(letter + paragraph("用剪刀。") + paragraph("完"))) == ["使用剪刀。", "完"]
