"""Pages that are pictures, with an engine that says again what was recorded."""

import pytest

import specvalidator as sv
from readers.scan.recording import pictures, replayed
from specvalidator.document import Paragraph, Table
from specvalidator.errors import UnreadableFile
from specvalidator.places import PdfPlace
from specvalidator.readers import read_document, recognise


def test_a_clean_page_is_read_as_its_twin_is() -> None:
    with replayed("07-faults-tea-1"):
        document = read_document(pictures("07-faults-tea")[0])
    [table] = [each for each in document.blocks if isinstance(each, Table)]
    title = document.blocks[0]

    assert document.media_type == "image/png"
    assert document.recognised == (1,)
    assert not document.unread
    assert (table.rows, table.columns) == (5, 4)
    assert isinstance(title, Paragraph)
    assert title.text == "茶艺师专项职业能力考核规范"


def test_places_are_those_of_the_displayed_page() -> None:
    with replayed("07-faults-tea-1"):
        document = read_document(pictures("07-faults-tea")[0])
    place = document.blocks[0].place

    assert isinstance(place, PdfPlace)
    assert place.page == 1
    assert place.box == pytest.approx((181.5, 76.9, 414.1, 95.2), abs=2)


def test_what_fails_on_a_picture_is_a_review_that_says_so() -> None:
    with replayed("07-faults-tea-1"):
        [report] = sv.validate(pictures("07-faults-tea")[0])
    weight = next(each for each in report.findings if each.rule == "weight-not-percentage")

    assert {each.kind for each in report.findings} == {"review"}
    assert weight.message.startswith("按图像识别的文字，")
    assert weight.suggestion.startswith("识别可能有误，请先对照图像核对。")
    assert weight.location.place


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "specvalidator.readers.scan.recognition.is_there", lambda package: package != "rapidocr"
    )
    with pytest.raises(UnreadableFile) as caught:
        sv.read(pictures("07-faults-tea")[0])

    assert caught.value.error == "unreadable"
    assert "pip install '.[scan]'" in caught.value.words.zh
    assert recognise(pictures("07-faults-tea")[0]).format.picture == "PNG"
