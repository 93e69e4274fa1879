"""What is drawn, pasted or written by hand is asked about where it stands; lines say nothing."""

import pytest

from readers.word.word_files import only, paragraph, read

INK = (
    '<mc:AlternateContent><mc:Choice xmlns:wpi="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingInk" Requires="wpi"><w:drawing><w14:contentPart r:id="r9"/></w:drawing>'
    "</mc:Choice><mc:Fallback><w:drawing><pic:pic/></w:drawing></mc:Fallback></mc:AlternateContent>"
)
SCRIBBLE = (
    "<w:drawing><wps:wsp><wps:spPr><a:custGeom/><a:ln><a:solidFill/></a:ln></wps:spPr></wps:wsp>"
    "</w:drawing>"
)
LINE = (
    '<w:drawing><wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln><a:solidFill/></a:ln></wps:spPr>'
    "</wps:wsp></w:drawing>"
)
BARE = (
    "<w:drawing><wps:wsp><wps:spPr><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr></wps:wsp>"
    "</w:drawing>"
)
SMART_ART = (
    '<w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
    "</w:drawing>"
)


@pytest.mark.parametrize(
    ("drawn", "unread"),
    [
        pytest.param(INK, "drawing", id="ink"),
        pytest.param("<w:drawing><w14:contentPart/></w:drawing>", "drawing", id="ink alone"),
        pytest.param('<w:contentPart r:id="r9"/>', "drawing", id="ink in the text"),
        pytest.param(SCRIBBLE, "drawing", id="scribble"),
        pytest.param(
            '<w:pict><v:polyline points="0,0,9,9"/></w:pict>', "drawing", id="polyline of VML"
        ),
        pytest.param("<w:pict><v:oval/></w:pict>", "drawing", id="a ring around a choice"),
        pytest.param("<w:pict><o:ink/></w:pict>", "drawing", id="ink of VML"),
        pytest.param(
            "<w:pict><v:shape><o:signatureline/></v:shape></w:pict>", "drawing", id="seal"
        ),
        pytest.param("<w:drawing><pic:pic/></w:drawing>", "picture", id="picture"),
        pytest.param(
            "<w:drawing><wps:wsp><wps:spPr><a:blipFill><a:blip/></a:blipFill></wps:spPr></wps:wsp>"
            "</w:drawing>",
            "picture",
            id="picture that fills a shape",
        ),
        pytest.param("<w:drawing><c:chart/></w:drawing>", "object", id="chart"),
        pytest.param(SMART_ART, "object", id="diagram"),
        pytest.param("<w:drawing><future:thing/></w:drawing>", "object", id="of tomorrow"),
        pytest.param("<w:object><o:OLEObject/></w:object>", "object", id="embedded object"),
        pytest.param("<w:pgNum/>", "object", id="page number"),
        pytest.param(LINE, None, id="straight line"),
        pytest.param('<w:pict><v:line from="0,0" to="9,0"/></w:pict>', None, id="line of VML"),
        pytest.param(BARE, None, id="neither line nor fill"),
        pytest.param(
            '<w:pict><v:rect filled="f" stroked="f"/></w:pict>', None, id="neither, in VML"
        ),
        pytest.param("<w:pict><v:shapetype/></w:pict>", None, id="only defined"),
    ],
)
def test_what_is_drawn(drawn: str, unread: str | None) -> None:
    found = only(read(paragraph(f"<w:r><w:t>负责人（签名）</w:t>{drawn}</w:r>")))
    assert (found.text, found.unread) == ("负责人（签名）", unread)


def test_what_is_drawn_in_a_hidden_run_is_not_there() -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{SCRIBBLE}</w:r>"
    assert only(read(paragraph(hidden))).unread is None
