"""Office files with bytes changed, moved or cut off: a document or a refusal, nothing else."""

import random
from pathlib import Path

import pytest

from readers.office.converting import FILTERS, converted
from specvalidator.errors import UnreadableFile
from specvalidator.readers import read_document

SOURCE = Path(__file__).parents[3] / "examples" / "07-faults-tea.docx"
SUFFIXES = ("doc", "fodt", "odt", "rtf", "html", "xml")
TIMES = 300


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return one draft in each format."""
    folder = tmp_path_factory.mktemp("mutations")
    assert set(SUFFIXES) <= FILTERS.keys()
    draft = {"draft": SOURCE.read_bytes()}
    return {suffix: converted(draft, suffix, folder)["draft"] for suffix in SUFFIXES}


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one to four things wrong with it."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(found)), chance.choice((1, 2, 4, 16, 128))
        other = chance.randrange(len(found))
        fill = chance.choice((b"\xff", b"\0", b"9", chance.randbytes(1))) * size
        found[at : at + size] = chance.choice((fill, found[other : other + size]))
    return bytes(found[: chance.randrange(len(found))] if chance.random() < 0.05 else found)


def answer(data: bytes) -> str:
    """Return why a file is refused; whatever else is raised fails the test."""
    try:
        read_document(data)
    except UnreadableFile as refused:
        return refused.error
    return "read"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_broken_file_is_read_or_refused(suffix: str, files: dict[str, bytes]) -> None:
    chance = random.Random(suffix)  # noqa: S311 - no secret
    answers = {answer(broken(files[suffix], chance)) for _ in range(TIMES)}

    assert answers <= {"read", "corrupt", "encrypted", "too-large", "unsupported"}


@pytest.mark.parametrize(
    ("at", "said", "error", "words"),
    [
        (10, b"\x00\x01", "encrypted", "密码"),
        (2, b"\x65\x00", "unsupported", "Word 6.0"),
        (2, b"\x68\x00", "unsupported", "Word 95"),
    ],
)
def test_a_doc_that_is_locked_or_older_is_refused_by_name(
    files: dict[str, bytes], at: int, said: bytes, error: str, words: str
) -> None:
    data = bytearray(files["doc"])
    head = data.find(b"\xec\xa5")
    data[head + at : head + at + 2] = said
    with pytest.raises(UnreadableFile) as caught:
        read_document(bytes(data))

    assert caught.value.error == error
    assert words in caught.value.words.zh


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_doc_that_is_cut_off_is_damaged(files: dict[str, bytes], share: float) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_document(files["doc"][: int(len(files["doc"]) * share)])

    assert caught.value.error == "corrupt"


def test_a_doc_whose_sectors_go_round_is_damaged(files: dict[str, bytes]) -> None:
    data = bytearray(files["doc"])
    first = int.from_bytes(data[76:80], "little")  # the sector that lists what follows each
    for entry in range(128):
        at = 512 * (first + 1) + 4 * entry
        if int.from_bytes(data[at : at + 4], "little") < 0xFFFFFFF0:
            data[at : at + 4] = (0).to_bytes(4, "little")
    with pytest.raises(UnreadableFile) as caught:
        read_document(bytes(data))

    assert caught.value.error == "corrupt"
