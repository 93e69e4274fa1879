"""The marked copy of an OFD: an annotation for each finding, and a page that reads as before."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import specvalidator as sv
from readers.ofd.ofd_files import OfdPage, element, ofd, text
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

EXAMPLES = Path(__file__).parents[3] / "examples"
FAULTY = (EXAMPLES / "ofd" / "06-faults-net-mending.ofd").read_bytes()
CLEAN = (EXAMPLES / "ofd" / "01-bamboo-basket.ofd").read_bytes()
SPACE = "{http://www.ofdspec.org/2016}"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def notes(data: bytes) -> list["etree._Element"]:
    """Return the annotations of all pages."""
    parts = [part for name, part in members(data).items() if "Annots/" in name]
    return [note for part in parts for note in etree.fromstring(part).iter(f"{SPACE}Annot")]


def remarks(data: bytes) -> list[str]:
    return [each.findtext(f"{SPACE}Remark") or "" for each in notes(data)]


def sides(element_of: "etree._Element | None") -> tuple[float, ...]:
    assert element_of is not None
    return tuple(map(float, (element_of.get("Boundary") or "").split()))


def test_each_finding_has_an_annotation_that_says_it() -> None:
    [report] = sv.validate(FAULTY)
    said = ["".join(each.split()) for each in remarks(sv.annotate(FAULTY))]

    assert len(said) == len(report.findings)
    for finding in report.findings:
        assert any("".join(finding.message.split()) in each for each in said), finding.rule


def test_the_page_reads_as_before() -> None:
    copy = sv.annotate(FAULTY)

    assert read_document(copy) == read_document(FAULTY)
    assert sv.validate(copy)[0].findings == sv.validate(FAULTY)[0].findings


def test_pages_and_pictures_stay_as_they_are() -> None:
    before, after = members(FAULTY), members(sv.annotate(FAULTY))

    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"Doc_0/Document.xml"}
    assert all("Annots/" in name for name in after.keys() - before.keys())


def test_numbers_are_unlike_and_within_the_largest() -> None:
    copy = sv.annotate(FAULTY)
    said = [each.get("ID") for note in notes(copy) for each in note.iter()]
    numbers = [int(each) for each in said if each]
    document = etree.fromstring(members(copy)["Doc_0/Document.xml"])

    assert len(set(numbers)) == len(numbers)
    assert int(document.findtext(f".//{SPACE}MaxUnitID") or 0) >= max(numbers)


def test_a_highlight_lies_over_the_words_at_fault() -> None:
    page = etree.fromstring(members(FAULTY)["Doc_0/Pages/Page_0/Content.xml"])
    texts = page.iter(f"{SPACE}TextObject")
    title = next(
        each for each in texts if "".join(map(str, each.itertext())).startswith("高级渔网")
    )
    x, y, _, high = sides(title)
    marked = notes(sv.annotate(FAULTY))
    note = next(each for each in marked if "以“工”结尾" in "".join(map(str, each.itertext())))
    left, top, width, height = sides(note.find(f"{SPACE}Appearance"))

    assert x <= left <= left + width <= 210
    assert y <= top + height / 2 <= y + high


def test_our_own_annotations_are_replaced_and_those_of_others_stay() -> None:
    shown = '<ofd:Appearance Boundary="0 0 1 1"/>'
    others = f'<ofd:Annot ID="60" Type="Link" Creator="甲">{shown}</ofd:Annot>'
    draft = ofd(
        OfdPage(text("拉面制作工专项职业能力考核规范", 20, 30)),
        after="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
        Doc_0__Annots__Annotations=element(
            "Annotations", '<ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page>'
        ),
        Doc_0__Annots__A=element("PageAnnot", others),
    )
    once = sv.annotate(draft, kind="specification")
    twice = sv.annotate(once, kind="specification")

    assert len(remarks(once)) > 1
    assert remarks(twice) == remarks(once)
    assert [each.get("Creator") for each in notes(twice)].count("甲") == 1


def test_a_file_without_findings_is_returned_as_it_is() -> None:
    assert sv.annotate(CLEAN) == CLEAN


def test_what_an_ofd_cannot_hold_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        sv.annotate(FAULTY, suggest=True)
    with pytest.raises(UnreadableFile):
        sv.annotate(FAULTY, summary=True)
