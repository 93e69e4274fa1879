"""What stands in the bytes of a Word file as `w:rPr` is told from what only looks like it."""

import pytest

from readers.word.word_files import W, docx, only, paragraph, parts, read, run, zipped
from specvalidator.readers import read_document
from specvalidator.readers.word.trimming import has_plain_names
from specvalidator.readers.xml import parse

HIDDEN = "<{0}:p><{0}:r><{0}:rPr><{0}:vanish/></{0}:rPr><{0}:t>乙</{0}:t></{0}:r></{0}:p>"
OTHER = '<w:customXml xmlns:w="urn:other"><w:r><w:rPr/></w:r></w:customXml>'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@pytest.mark.parametrize(
    ("names", "inside"),
    [
        (f'xmlns:w="{W}"', ""),
        (f'xmlns:w="{STRICT}"', ""),
        (f'xmlns:w="{W}" xmlns:other="urn:other"', '<w:p xmlns:a="urn:a"/>'),
        (f'xmlns:w="{W}"', f'<w:p xmlns:w="{W}"/>'),
    ],
)
def test_plain_names(names: str, inside: str) -> None:
    xml = f"<w:document {names}>{inside}</w:document>".encode()
    assert has_plain_names(parse(xml, "document.xml"), xml)


@pytest.mark.parametrize(
    ("names", "inside"),
    [
        (f'xmlns:w="{W}" xmlns:q="{W}"', ""),
        (f'xmlns:w="{W}" xmlns="{W}"', ""),
        (f'xmlns:w="{W}"', f'<w:p xmlns:q="{W}"/>'),
        (f'xmlns:w="{W}"', f'<w:p xmlns:q = "{W}"/>'),
        (f'xmlns:w="{W}"', f"<w:p xmlns:q='{W}'/>"),
        (f'xmlns:w="{W}"', f'<w:p xmlns="{W}"/>'),
        (f'xmlns:w="{STRICT}"', f'<w:p xmlns:q="{STRICT}"/>'),
        (f'xmlns:w="{W}"', '<w:p xmlns:w="urn:other"/>'),
        (f'xmlns:w="{W}"', f'<w:p xmlns:q="&#104;{W[1:]}"/>'),
        (f'xmlns:w="{W}"', "<w:t>xmlns</w:t>"),
        ('xmlns:w="urn:other"', ""),
    ],
)
def test_names_that_are_not_plain(names: str, inside: str) -> None:
    xml = f"<w:document {names}>{inside}</w:document>".encode()
    assert not has_plain_names(parse(xml, "document.xml"), xml)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gbk", "utf-7"])
def test_names_in_another_encoding_are_not_plain(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-le")}"?>'
    xml = f'{declared}<w:document xmlns:w="{W}"/>'.encode(encoding)
    assert not has_plain_names(parse(xml, "document.xml"), xml)


@pytest.mark.parametrize(
    "hidden",
    [
        f'<w:customXml xmlns:q="{W}">{HIDDEN.format("q")}</w:customXml>',
        f'<w:customXml xmlns:q="&#104;{W[1:]}">{HIDDEN.format("q")}</w:customXml>',
        OTHER + HIDDEN.format("w"),
        f'<w:customXml xmlns:q="{W}">{HIDDEN.format("q")}</w:customXml>' + OTHER,
    ],
)
def test_hidden_text_under_another_name_is_hidden(hidden: str) -> None:
    many = "".join(paragraph(run("甲", "<w:b/>")) for _ in range(3))
    document = read(many + hidden + paragraph(run("丙", "<w:i/>")))
    shown = [block for block in document.blocks if not block.unread]  # type: ignore[union-attr]
    assert [block.text for block in shown] == ["甲", "甲", "甲", "", "丙"]  # type: ignore[union-attr]
    assert shown[3].hidden == "乙"  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_hidden_text_in_another_encoding_is_hidden(encoding: str) -> None:
    members: dict[str, str | bytes] = dict(parts(HIDDEN.format("w")))
    text = members["word/document.xml"]
    assert isinstance(text, str)
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    members["word/document.xml"] = (declared + text).encode(encoding)
    found = only(read_document(zipped(members)))
    assert (found.text, found.hidden) == ("", "乙")


def test_what_only_some_runs_say_is_found_among_many_that_say_the_same() -> None:
    plain = paragraph(run("甲", "<w:b/>")) * 40
    looks = "".join(paragraph(run("丙", f'<w:sz w:val="{size}"/>')) for size in range(20, 60))
    document = read(plain + looks + paragraph(run("乙", "<w:vanish/>")) + plain)
    hidden = [block.hidden for block in document.blocks]  # type: ignore[union-attr]
    assert hidden == [*[""] * 80, "乙", *[""] * 40]


def test_what_stands_behind_former_properties_counts() -> None:
    former = "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"
    body = paragraph(run("甲", former)) * 3 + paragraph(run("乙", former + "<w:vanish/>"))
    document = read_document(docx(body))
    assert [block.hidden for block in document.blocks] == ["", "", "", "乙"]  # type: ignore[union-attr]
