"""Values of a PDF are cut out as they are written, whatever they hold."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specvalidator.reports.marked_pdf.values import (
    Malformed,
    end_of_value,
    entries,
    items,
    plain,
    reference,
    with_entries,
)

NAMES = st.from_regex(rb"/[A-Za-z0-9._+\-]{0,8}", fullmatch=True)
SIMPLE = st.one_of(
    NAMES,
    st.integers(-(10**6), 10**6).map(lambda number: b"%d" % number),
    st.sampled_from([b"true", b"null", b"-.5", b"12 0 R", b"<48 65>", b"<>", b"()"]),
    st.just(b"(a (b) \\) %)"),
)
GAPS = st.sampled_from([b" ", b"\n", b"\r\n", b" %note ]>>\n", b"\t\0"])


def _array(values: list[tuple[bytes, bytes]]) -> bytes:
    return b"[" + b"".join(gap + value + gap for gap, value in values) + b"]"


def _dictionary(values: dict[bytes, tuple[bytes, bytes]]) -> bytes:
    return b"<<" + b"".join(b + a + c + a for b, (a, c) in values.items()) + b">>"


VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.lists(st.tuples(GAPS, inner), max_size=4).map(_array),
        st.dictionaries(NAMES, st.tuples(GAPS, inner), max_size=4).map(_dictionary),
    ),
    max_leaves=12,
)


@given(VALUES, GAPS)
def test_a_value_ends_where_it_ends(value: bytes, gap: bytes) -> None:
    assert end_of_value(value + gap + b"endobj", 0) == len(value)


@given(st.lists(st.tuples(GAPS, VALUES), max_size=5))
def test_an_array_gives_its_items(values: list[tuple[bytes, bytes]]) -> None:
    assert items(_array(values)) == [value for _, value in values]


@given(st.dictionaries(NAMES, st.tuples(GAPS, VALUES), max_size=5), VALUES)
def test_what_is_not_changed_stays_as_it_is_written(
    values: dict[bytes, tuple[bytes, bytes]], new: bytes
) -> None:
    old = {plain(name): value for name, (_, value) in values.items()}
    assert entries(_dictionary(values)) == old
    assert entries(with_entries(_dictionary(values), {b"Annots": new})) == {**old, b"Annots": new}


@given(st.binary(max_size=60))
def test_any_bytes_are_values_or_refused(data: bytes) -> None:
    with contextlib.suppress(Malformed):
        assert 0 < end_of_value(data, 0) <= len(data)


@pytest.mark.parametrize("data", [b"", b"<<", b"<< /A", b"<< 1 2 >>", b"[1", b"(a", b"<< /A [>> ]"])
def test_what_does_not_end_is_refused(data: bytes) -> None:
    for read in (entries, items):
        with pytest.raises(Malformed):
            read(data)


def test_names_are_known_however_they_are_written() -> None:
    assert entries(b"<< /#41nnots 1 /\xcb\xce 2 >>") == {b"Annots": b"1", b"\xcb\xce": b"2"}
    assert entries(with_entries(b"<< /\xcb\xce 2 >>", {b"A": b"1"}))[b"\xcb\xce"] == b"2"


def test_only_references_are_references() -> None:
    assert reference(b"12 0 R") == (12, 0)
    assert reference(b"[12 0 R]") is None
    assert reference(b"12 0 Rx") is None
