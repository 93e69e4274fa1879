"""OFD files that are locked, damaged, endless or absurd: a refusal by name, or a question."""

import random

import pytest

from readers.ofd.ofd_files import (
    A4,
    OfdPage,
    element,
    entry,
    filled,
    image,
    lines,
    ofd,
    packed,
    parts,
    path,
    text,
)
from readers.ofd.test_ofd_text import LINE, texts, words
from specvalidator.document import paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.places import PdfPlace
from specvalidator.readers import DEFAULT, PdfLimits, read_document

PAGE = OfdPage(text(LINE, 20, 40))
WHOLE = {"OFD.xml": entry("Doc_0"), **parts([PAGE])}
LIMITS = DEFAULT._replace(
    pdf=PdfLimits(pages=3, objects=200, characters=2_000, comparisons=2_000_000)
)
TIMES = 400


def refusal(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_document(data, LIMITS)
    return caught.value


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        pytest.param(
            packed({**WHOLE, "Encryptions.xml": "<a/>"}), "encrypted", "密码", id="locked"
        ),
        pytest.param(
            packed({**WHOLE, "Doc_0/decryptseed.dat": "x"}), "encrypted", "密码", id="seed"
        ),
        pytest.param(packed({"OFD.xml": "<a"}), "corrupt", "OFD.xml", id="no XML"),
        pytest.param(packed({"OFD.xml": "<a/>"}), "corrupt", "正文", id="no document"),
        pytest.param(packed({"OFD.xml": entry("Doc_0")}), "corrupt", "正文", id="no root"),
        pytest.param(
            packed({**WHOLE, "OFD.xml": "<!DOCTYPE a>" + entry("Doc_0")}),
            "corrupt",
            "DOCTYPE",
            id="DOCTYPE",
        ),
        pytest.param(ofd(), "corrupt", "页面", id="no pages"),
        pytest.param(
            packed({**WHOLE, "Doc_0/Pages/Page_0/Content.xml": "<a"}), "corrupt", "页面", id="page"
        ),
        pytest.param(packed({**WHOLE, "../a": "x"}), "corrupt", "文件之外", id="outside"),
        pytest.param(ofd(OfdPage(image(0, 0, *A4))), "unreadable", "扫描件", id="scan"),
        pytest.param(ofd(*[PAGE] * 4), "too-large", "3 页", id="pages"),
        pytest.param(ofd(OfdPage(text("字", 9, 9) * 300)), "too-large", "线条", id="objects"),
        pytest.param(
            ofd(OfdPage(text("字" * 3_000, 9, 9, across="0"))), "too-large", "第1页", id="letters"
        ),
        pytest.param(
            ofd(
                OfdPage(
                    "".join(image(0, 0, 200, 280 - row / 9) for row in range(190))
                    + text("字" * 1_900, 9, 9, across="0.05")
                )
            ),
            "too-large",
            "第1页的文字",
            id="pictures under letters",
        ),
        pytest.param(
            ofd(OfdPage(path((0, 0, 9, 9), "M 0 0" + " L 9 9" * 300))),
            "too-large",
            "线条",
            id="corners",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, error: str, words: str) -> None:
    refused = refusal(data)
    assert refused.error == error
    assert words in refused.words.zh


def test_a_damaged_page_among_others_is_noted() -> None:
    members = {"OFD.xml": entry("Doc_0"), **parts([PAGE, PAGE])}
    members["Doc_0/Pages/Page_1/Content.xml"] = "<a"
    document = read_document(packed(members))
    assert texts(document) == [LINE]
    assert words(document) == ["damaged"]


@pytest.mark.parametrize("number", ["NaN", "inf", "-inf", "1e308", "1e999", "", "x", "1,2,3", "٣"])
@pytest.mark.parametrize(
    "place", ['Size="3.7"', 'X="0"', 'Boundary="20 36.3 29.6 4.81"', 'DeltaX="g 7 3.7"']
)
def test_absurd_numbers_are_not_believed(number: str, place: str) -> None:
    name = place.partition("=")[0]
    odd = text(LINE, 20, 40).replace(place, f'{name}="{number}"')
    document = read_document(ofd(OfdPage(odd + text("其余", 20, 60))))
    assert "其余" in texts(document)[-1]
    for each in paragraphs_of(document.blocks):
        assert isinstance(each.place, PdfPlace)
        assert all(abs(side) < 1e9 for side in each.place.box)


@pytest.mark.parametrize("size", ["0 0 0 0", "0 0 NaN 297", "0 0 1e9 1e9", "0 0 -210 297", "x"])
def test_a_page_without_a_size_is_taken_for_a4(size: str) -> None:
    members = dict(WHOLE)
    for name in ("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml"):
        members[name] = members[name].replace("0 0 210 297", size)
    assert texts(read_document(packed(members))) == [LINE]


def test_blocks_in_blocks_without_end_are_noted_or_refused() -> None:
    deep = "<ofd:PageBlock>" * 60 + text("深", 20, 60) + "</ofd:PageBlock>" * 60
    document = read_document(ofd(OfdPage(text(LINE, 20, 40) + deep)))
    assert texts(document) == [LINE]
    assert words(document) == ["nested-too-deep"]


def sample() -> dict[str, bytes]:
    """Return the parts of a file that holds something of everything."""
    objects = (
        text(LINE, 20, 30)
        + text("白", 20, 50, colour="255 255 255")
        + lines([20, 60, 120], [60, 70, 80])
        + text("和面", 22, 66)
        + filled((20, 90, 30, 10), "0 0 128")
        + image(20, 110, 30, 30)
        + text("样张", 60, 150, size=20, more=' CTM="0.7 -0.7 0.7 0.7 0 0"')
    )
    members = {"OFD.xml": entry("Doc_0"), **parts([OfdPage(objects), PAGE])}
    return {name: part.encode() for name, part in members.items()}


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a part with one to four things wrong with it."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(found)), chance.choice((1, 2, 4, 16))
        other = chance.randrange(len(found))
        fill = chance.choice((b"9", b"-", b"e9", b" ", b'"', b"<", chance.randbytes(1)))
        found[at : at + size] = chance.choice((fill, found[other : other + size], fill * 8))
    return bytes(found)


def answer(data: bytes) -> str:
    """Return why a file is refused; whatever else is raised fails the test."""
    try:
        read_document(data)
    except UnreadableFile as refused:
        return refused.error
    return "read"


@pytest.mark.parametrize("seed", range(4))
def test_broken_parts_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    whole = sample()
    answers = set()
    for _ in range(TIMES // 4):
        name = chance.choice(list(whole))
        data = packed({**whole, name: broken(whole[name], chance)})
        answers.add(answer(data))
    assert answers <= {"read", "corrupt", "too-large", "unreadable"}
    assert "read" in answers


def test_broken_bytes_are_read_or_refused() -> None:
    chance = random.Random("bytes")  # noqa: S311 - no secret
    whole = packed(sample())
    answers = {answer(broken(whole, chance)) for _ in range(TIMES)}
    assert answers <= {"read", "corrupt", "too-large", "encrypted", "unsupported"}


def test_a_part_of_another_name_is_no_document() -> None:
    assert refusal(packed({"OFD.xml": element("Other", "")})).error == "corrupt"
