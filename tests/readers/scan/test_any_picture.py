"""Whatever the bytes of a picture are: a document, or a refusal by name."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from readers.scan.recording import needs_extra
from readers.scan.test_bad_pictures import bitmap, grey_png, jpeg, tiff
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

SEEDS = (grey_png(90, 60), tiff(3), jpeg(), bitmap(8, 1) + bytes(24))


@settings(max_examples=50)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), max_size=6),
    st.integers(0, 40),
)
def test_a_broken_picture_is_refused_by_name(
    seed: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    needs_extra()
    from specvalidator.readers.scan.engines import using  # noqa: PLC0415 - an extra

    data = bytearray(seed)
    for at, value in changes:
        data[at % len(data)] = value
    with using(lambda _: []), contextlib.suppress(UnreadableFile):
        read_document(bytes(data[: len(data) - cut]))
