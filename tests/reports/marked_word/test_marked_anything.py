"""Whatever a draft has become: a marked copy that reads as the draft does, or `UnreadableFile`."""

import copy
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import specvalidator
from readers.word.word_files import zipped
from reports.marked_word.marks import W, marks, members
from specvalidator import UnreadableFile, annotate

EXAMPLES = Path(__file__).parents[3] / "examples"
DRAFTS = [
    (EXAMPLES / name).read_bytes()
    for name in (
        "04-apple-pruning.docx",
        "05-video-editing.docx",
        "06-faults-net-mending.docx",
        "07-faults-tea.docx",
        "12-misprints-cloth-shoes.docx",
        "23-site-faults.docx",
    )
]
WRAPPERS = ("ins", "del", "moveTo", "hyperlink", "smartTag", "sdt", "p", "r", "tbl", "tc")
Change = tuple[str, int, int, str]

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "wrap", "empty", "move", "write", "mark"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(WRAPPERS),
    ),
    min_size=1,
    max_size=8,
)


def wrapped(element: etree._Element, name: str) -> None:
    """Put an element into another one."""
    wrapper = etree.Element(W + name)
    element.addprevious(wrapper)
    inside = etree.SubElement(wrapper, W + "sdtContent") if name == "sdt" else wrapper
    inside.append(element)


def change(root: etree._Element, kind: str, at: int, to: int, name: str) -> None:
    """Change something of a body, sound or not."""
    elements = list(root[-1].iter())[1:]
    if not elements:
        return
    element, other = elements[at % len(elements)], elements[to % len(elements)]
    parent = element.getparent()
    if parent is None:
        return
    if kind == "drop":
        parent.remove(element)
    elif kind == "double":
        element.addnext(copy.deepcopy(element))
    elif kind == "wrap":
        wrapped(element, name)
    elif kind == "empty":
        for child in list(element):
            element.remove(child)
    elif kind == "move" and element not in other.iterancestors() and element is not other:
        other.append(element)
    elif kind == "write":
        element.text = ["工", "%", "2.", " ", "（一）"][to % 5]
    else:
        element.addprevious(etree.Element(W + "commentRangeStart", {W + "id": str(to)}))


def changed(data: bytes, changes: list[Change]) -> bytes:
    """Return a file with its text changed."""
    parts: dict[str, str | bytes] = {**members(data)}
    root = etree.fromstring(bytes(members(data)["word/document.xml"]))
    for each in changes:
        change(root, *each)
    parts["word/document.xml"] = etree.tostring(root)
    return zipped(parts)


@given(st.sampled_from(DRAFTS), CHANGES, st.booleans())
def test_a_draft_changed_anyhow(data: bytes, changes: list[Change], suggest: bool) -> None:  # noqa: FBT001 - drawn
    data = changed(data, changes)
    try:
        before = specvalidator.read(data)
    except UnreadableFile as error:
        with pytest.raises(UnreadableFile, match=f"^{re.escape(error.words.zh)}$"):
            annotate(data, suggest=suggest)
        return
    marked = annotate(data)
    after = specvalidator.read(marked)
    assert [each.model for each in before] == [each.model for each in after]
    assert [each.places for each in before] == [each.places for each in after]
    reports = specvalidator.validate(data)
    rules = [finding.rule for report in reports for finding in report.findings]
    hung = marks(marked) if rules else []
    assert sorted(each.rule for each in hung) == sorted(rules)
    if suggest:
        left = specvalidator.validate(annotate(data, suggest=True))
        assert len([finding for report in left for finding in report.findings]) <= len(rules)


@given(st.sampled_from(DRAFTS), st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, 255))))
def test_a_file_with_bytes_changed(data: bytes, changes: list[tuple[int, int]]) -> None:
    broken = bytearray(data)
    for at, byte in changes:
        broken[at % len(broken)] = byte
    try:
        copy_of = annotate(bytes(broken), suggest=True)
    except UnreadableFile:
        return
    assert specvalidator.read(copy_of)
