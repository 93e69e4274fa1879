"""Which branch of alternate content Word takes, and what of unknown elements it takes in."""

import pytest

from readers.word.word_files import document_xml, only, paragraph, parts, run, zipped
from specvalidator.document import Document
from specvalidator.readers import read_document

SYMBOL = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
INVENTED = "http://schemas.microsoft.com/office/word/2099/none"


def choice(requires: str, inside: str, space: str = "") -> str:
    declared = f' xmlns:{requires}="{space}"' if space else ""
    return f'<mc:Choice{declared} Requires="{requires}">{inside}</mc:Choice>'


def alternate(*branches: str) -> str:
    return f"<mc:AlternateContent>{''.join(branches)}</mc:AlternateContent>"


def fallback(inside: str) -> str:
    return f"<mc:Fallback>{inside}</mc:Fallback>"


def with_root(body: str, attributes: str) -> Document:
    main = document_xml(body).replace("<w:document ", f"<w:document {attributes} ")
    return read_document(zipped({**parts(""), "word/document.xml": main}))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(alternate(choice("wps", run("甲")), fallback(run("乙"))), "甲", id="known"),
        pytest.param(
            alternate(choice("future", run("甲")), fallback(run("乙"))), "乙", id="unknown"
        ),
        pytest.param(
            alternate(choice("zz", run("甲"), INVENTED), fallback(run("乙"))), "乙", id="invented"
        ),
        pytest.param(
            alternate(choice("future", run("甲")), choice("w14", run("乙")), fallback(run("丙"))),
            "乙",
            id="the first that is known",
        ),
        pytest.param(
            alternate(choice("wps future", run("甲")), fallback(run("乙"))), "乙", id="half known"
        ),
        pytest.param(alternate(choice("future", run("甲"))), "", id="no fallback"),
        pytest.param(
            alternate(choice("future", run("甲")), fallback(alternate(choice("w14", run("乙"))))),
            "乙",
            id="nested",
        ),
        pytest.param(
            f"<w:hyperlink>{alternate(choice('w14', run('甲')), fallback(''))}</w:hyperlink>",
            "甲",
            id="inside a link",
        ),
        pytest.param(
            f"<w:r>{alternate(choice('w14', '<w:t>甲</w:t>'), fallback('<w:t>乙</w:t>'))}</w:r>",
            "甲",
            id="text inside a run",
        ),
        pytest.param(
            "<w:r>"
            + alternate(
                choice("se", '<se:symEx se:font="Segoe UI Symbol" se:char="2463"/>', SYMBOL),
                fallback("<w:t>四</w:t>"),
            )
            + "</w:r>",
            "④",
            id="extended symbol",
        ),
        pytest.param(
            f"<w:r>{alternate(choice('v', '<w:tab/>'), fallback('<w:br/>'))}</w:r>", "\t", id="VML"
        ),
    ],
)
def test_the_branch_that_word_takes_is_read(content: str, text: str) -> None:
    found = only(read_document(zipped(parts(paragraph(content)))))
    assert (found.text, found.unread) == (text, None)


def test_alternate_content_between_paragraphs_is_read() -> None:
    body = alternate(choice("future", paragraph("甲")), fallback(paragraph("乙")))
    assert only(read_document(zipped(parts(body)))).text == "乙"


@pytest.mark.parametrize(
    ("attributes", "text", "unread"),
    [
        pytest.param("", "见", "object", id="neither declared"),
        pytest.param('mc:Ignorable="future"', "见", None, id="ignorable"),
        pytest.param(
            'mc:Ignorable="future" mc:ProcessContent="future:wrap"', "见里", None, id="by its name"
        ),
        pytest.param('mc:Ignorable="future" mc:ProcessContent="future:*"', "见里", None, id="all"),
        pytest.param(
            'mc:Ignorable="future" mc:ProcessContent="future:other"', "见", None, id="another"
        ),
    ],
)
def test_the_content_of_unknown_elements(attributes: str, text: str, unread: str | None) -> None:
    body = paragraph(run("见") + f"<future:wrap>{run('里')}</future:wrap>")
    found = only(with_root(body, attributes))
    assert (found.text, found.unread) == (text, unread)


def test_paragraphs_inside_unknown_elements_are_taken_in() -> None:
    body = f"<future:wrap>{paragraph('里')}</future:wrap>"
    found = only(with_root(body, 'mc:Ignorable="future" mc:ProcessContent="future:wrap"'))
    assert found.text == "里"
