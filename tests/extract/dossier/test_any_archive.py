"""Whatever is in an archive, reading it gives submissions or says why not, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

import specvalidator as sv
from extract.dossier.building import JPEG, application, document, zipped
from specvalidator.errors import UnreadableFile

WHOLE = zipped({"申请表.docx": application(), "照片/1.jpg": JPEG, "制度.docx": document("制度")})
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
NAMES = st.text(LETTERS, min_size=1, max_size=20)
CONTENTS = st.one_of(st.binary(max_size=60), st.just(JPEG), st.just(document("管理制度")))


def read(data: bytes) -> list[sv.Submission]:
    try:
        return sv.read(data, kind="dossier")
    except UnreadableFile:
        return []


@given(st.dictionaries(NAMES, CONTENTS, max_size=5))
def test_any_files(files: dict[str, bytes]) -> None:
    submissions = read(zipped(files))
    for submission in submissions:
        sv.check(submission)


@given(
    st.integers(0, len(WHOLE) - 1),
    st.binary(min_size=1, max_size=8),
)
def test_any_damage(at: int, damage: bytes) -> None:
    for submission in read(WHOLE[:at] + damage + WHOLE[at + len(damage) :]):
        sv.check(submission)


@given(st.integers(0, len(WHOLE)))
def test_any_length(end: int) -> None:
    read(WHOLE[:end])


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    read(data)
    read(b"PK\x03\x04" + data)
