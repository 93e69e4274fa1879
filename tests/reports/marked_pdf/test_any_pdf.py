"""Whatever is done to a PDF: a copy with all pages that opens, or a refusal, nothing else."""

import pypdfium2 as pdfium
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import specvalidator as sv
from reports.marked_pdf import files
from specvalidator.errors import UnreadableFile

PLACES = [
    at
    for word in (b"/Annots", b"/Kids", b"/Pages", b"trailer", b"/Type", b"obj", b"xref", b"/Rect")
    for at in range(len(files.PLAIN))
    if files.PLAIN.startswith(word, at)
]
"""Where the structure of the example is, rather than its pictures of letters."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(PLACES), st.integers(-4, 12), st.binary(min_size=1, max_size=6)),
        min_size=1,
        max_size=3,
    ),
    st.booleans(),
)
def test_a_damaged_file_is_marked_or_refused(
    damage: list[tuple[int, int, bytes]],
    summary: bool,  # noqa: FBT001 - hypothesis gives it by place
) -> None:
    data = bytearray(files.PLAIN)
    for place, step, other in damage:
        at = max(place + step, 0)
        data[at : at + len(other)] = other
    try:
        copy = sv.annotate(bytes(data), summary=summary)
    except UnreadableFile:
        return
    pages = len(pdfium.PdfDocument(bytes(data)))
    assert len(pdfium.PdfDocument(copy)) >= pages + summary
